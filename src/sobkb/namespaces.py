"""The IRIs sobkb writes and the namespaces it reads, as plain strings."""

from __future__ import annotations

BASE = "https://w3id.org/sobkb/"
NS = BASE + "ns#"
ID = BASE + "id/"
SCHEME = BASE + "scheme/"
COLLECTION = BASE + "collection/"
THEME = BASE + "theme/"
SOURCE = BASE + "source/"
EDITORIAL = BASE + "editorial/"
STATUS = BASE + "status/"
SHAPES = BASE + "shapes#"

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
SKOSXL = "http://www.w3.org/2008/05/skos-xl#"
DCTERMS = "http://purl.org/dc/terms/"
DC = "http://purl.org/dc/elements/1.1/"
FOAF = "http://xmlns.com/foaf/0.1/"
ORG = "http://www.w3.org/ns/org#"
PROV = "http://www.w3.org/ns/prov#"
SCHEMA = "https://schema.org/"
ELI = "http://data.europa.eu/eli/ontology#"
ADMS = "http://www.w3.org/ns/adms#"
ISOTHES = "http://purl.org/iso25964/skos-thes#"
SH = "http://www.w3.org/ns/shacl#"
DCAT = "http://www.w3.org/ns/dcat#"
VOID = "http://rdfs.org/ns/void#"
VANN = "http://purl.org/vocab/vann/"
SSSOM = "https://w3id.org/sssom/"
SEMAPV = "https://w3id.org/semapv/vocab/"

PREFIXES: dict[str, str] = {
    "adms": ADMS,
    "coll": COLLECTION,
    "dc": DC,
    "dcat": DCAT,
    "dcterms": DCTERMS,
    "edit": EDITORIAL,
    "eli": ELI,
    "foaf": FOAF,
    "id": ID,
    "isothes": ISOTHES,
    "org": ORG,
    "owl": OWL,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "scheme": SCHEME,
    "semapv": SEMAPV,
    "sh": SH,
    "shapes": SHAPES,
    "skos": SKOS,
    "skosxl": SKOSXL,
    "sob": NS,
    "src": SOURCE,
    "sssom": SSSOM,
    "status": STATUS,
    "theme": THEME,
    "vann": VANN,
    "void": VOID,
    "xsd": XSD,
}
"""Prefixes sobkb knows without being told: in CURIEs, queries and exports."""

_LONGEST_FIRST = sorted(PREFIXES.items(), key=lambda item: -len(item[1]))


def expand_curie(name: str) -> str | None:
    """Turn a CURIE with a known prefix into an IRI.

    Args:
        name: Text that may be a CURIE, e.g. "id:buurtwerk-vl".

    Returns:
        The IRI, or None when the text has no known prefix.

    Examples:
        >>> expand_curie("id:buurtwerk-vl")
        'https://w3id.org/sobkb/id/buurtwerk-vl'
        >>> expand_curie("buurtwerk") is None
        True
    """
    prefix, colon, local = name.partition(":")
    if not colon or local.startswith("//"):
        return None
    namespace = PREFIXES.get(prefix)
    return None if namespace is None else namespace + local


def shorten_iri(iri: str) -> str:
    """Write an IRI as a CURIE where a known prefix fits, else as it is.

    Args:
        iri: An absolute IRI.

    Returns:
        The CURIE with the longest matching namespace, or the IRI itself.

    Examples:
        >>> shorten_iri("http://www.w3.org/2004/02/skos/core#broader")
        'skos:broader'
        >>> shorten_iri("http://example.org/a")
        'http://example.org/a'
    """
    for prefix, namespace in _LONGEST_FIRST:
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def local_name(iri: str) -> str:
    """Return what stands after the last '#' or '/' of an IRI, or the IRI if that is empty.

    Examples:
        >>> local_name("https://w3id.org/sobkb/ns#DemocracyForm")
        'DemocracyForm'
        >>> local_name("http://example.org/a/")
        'a'
    """
    trimmed = iri.rstrip("/#")
    cut = max(trimmed.rfind("#"), trimmed.rfind("/"))
    return trimmed[cut + 1 :] or iri
