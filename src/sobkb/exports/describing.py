"""Descriptions of a knowledge base for catalogues and crawlers: DCAT-AP 3 and VoID."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sobkb.canonical import write_canonical
from sobkb.namespaces import DCAT, DCTERMS, FOAF, NS, PREFIXES, RDF, SKOS, VOID, XSD

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from sobkb.knowledge_base import KnowledgeBase

SPDX = "http://spdx.org/rdf/terms#"
_LANGUAGES = "http://publications.europa.eu/resource/authority/language/"
_FILE_TYPES = "http://publications.europa.eu/resource/authority/file-type/"
_MEDIA_TYPES = "http://www.iana.org/assignments/media-types/"
_PUBLIC = "http://publications.europa.eu/resource/authority/access-right/PUBLIC"
_EU_LANGUAGE = {"nl": "NLD", "en": "ENG", "fr": "FRA", "de": "DEU", "es": "SPA", "it": "ITA", "pt": "POR"}
_EU_FILE = {
    "text/turtle": "RDF_TURTLE",
    "application/trig": "RDF_TRIG",
    "application/ld+json": "JSON_LD",
    "application/rdf+xml": "RDF_XML",
    "application/n-triples": "RDF_N_TRIPLES",
    "application/n-quads": "RDF_N_QUADS",
    "application/json": "JSON",
    "text/csv": "CSV",
    "text/tab-separated-values": "TSV",
}
_RDF_FORMATS = {
    "text/turtle": "Turtle",
    "application/trig": "TriG",
    "application/ld+json": "JSON-LD",
    "application/rdf+xml": "RDF_XML",
    "application/n-triples": "N-Triples",
    "application/n-quads": "N-Quads",
}
_MOST_LINKSETS = 40


class Dump(NamedTuple):
    """A file with the whole knowledge base.

    Attributes:
        address: Where it is.
        media_type: Its media type.
        title: What its format is called.
        size: Number of bytes.
        sha256: Checksum as hexadecimal digits.
    """

    address: str
    media_type: str
    title: str
    size: int
    sha256: str


class Edition(NamedTuple):
    """A release of the knowledge base.

    Attributes:
        address: Its permanent address.
        version: Its version number.
        date: The day it was released, ISO 8601.
        dump: The file that holds it.
    """

    address: str
    version: str
    date: str
    dump: Dump


class Publication(NamedTuple):
    """What the publisher of a knowledge base tells about it.

    Attributes:
        iri: IRI of the dataset.
        home: Address of the site, ending in "/".
        titles: Language → title.
        descriptions: Language → description.
        licence: IRI of the licence; empty when not known.
        dumps: The whole in all formats.
        publisher: Name of the publisher; empty when not known.
        editions: Its releases, oldest first.
    """

    iri: str
    home: str
    titles: Mapping[str, str]
    descriptions: Mapping[str, str]
    licence: str = ""
    dumps: Sequence[Dump] = ()
    publisher: str = ""
    editions: Sequence[Edition] = ()


def write_dcat(kb: KnowledgeBase, about: Publication) -> str:
    """Describe a knowledge base as a DCAT-AP 3 catalogue with one dataset, in Turtle."""
    out = _Triples()
    catalogue = about.home + "dcat.ttl#catalogue"
    out.add(catalogue, RDF + "type", DCAT + "Catalog")
    out.add(catalogue, DCAT + "dataset", about.iri)
    out.add(about.iri, RDF + "type", DCAT + "Dataset")
    for subject in (catalogue, about.iri):
        out.texts(subject, DCTERMS + "title", about.titles)
        out.texts(subject, DCTERMS + "description", about.descriptions or about.titles)
        for lang in about.titles:
            if lang in _EU_LANGUAGE:
                out.add(subject, DCTERMS + "language", _LANGUAGES + _EU_LANGUAGE[lang])
        if about.licence:
            out.add(subject, DCTERMS + "license", about.licence)
        if about.publisher:
            out.add(subject, DCTERMS + "publisher", about.home + "dcat.ttl#publisher")
        out.add(subject, FOAF + "homepage" if subject == catalogue else DCAT + "landingPage", about.home)
    if about.publisher:
        out.add(about.home + "dcat.ttl#publisher", RDF + "type", FOAF + "Agent")
        out.literal(about.home + "dcat.ttl#publisher", FOAF + "name", about.publisher)
    out.add(about.iri, DCTERMS + "accessRights", _PUBLIC)
    out.add(about.iri, DCTERMS + "conformsTo", SKOS.rstrip("#"))
    if kb.version:
        out.literal(about.iri, DCAT + "version", kb.version)
    if modified := max((c.modified for c in kb.concepts), default=""):
        out.literal(about.iri, DCTERMS + "modified", modified, XSD + "date")
    for scheme in kb.schemes:
        for label in scheme.labels:
            out.literal(about.iri, DCAT + "keyword", label.text, lang=label.lang)
    for dump in about.dumps:
        _distribution(out, about, dump, about.iri)
    for at, edition in enumerate(about.editions):
        _edition(out, about, edition, about.editions[at - 1] if at else None)
    return write_canonical(out.quads, PREFIXES | {"spdx": SPDX})


def _edition(out: _Triples, about: Publication, edition: Edition, before: Edition | None) -> None:
    out.add(about.iri, DCAT + "hasVersion", edition.address)
    out.add(edition.address, RDF + "type", DCAT + "Dataset")
    out.add(edition.address, DCAT + "isVersionOf", about.iri)
    out.texts(edition.address, DCTERMS + "title", {k: f"{v}, {edition.version}" for k, v in about.titles.items()})
    out.texts(edition.address, DCTERMS + "description", about.descriptions or about.titles)
    out.literal(edition.address, DCAT + "version", edition.version)
    out.literal(edition.address, DCTERMS + "issued", edition.date, XSD + "date")
    if before is not None:
        out.add(edition.address, DCAT + "previousVersion", before.address)
    _distribution(out, about, edition.dump, edition.address)
    node = _node(about, edition.dump)
    out.add(node, DCAT + "compressFormat", _MEDIA_TYPES + "application/gzip")


def _node(about: Publication, dump: Dump) -> str:
    return f"{about.home}dcat.ttl#{dump.address.rpartition('/')[2]}"


def _distribution(out: _Triples, about: Publication, dump: Dump, dataset: str) -> None:
    node = _node(about, dump)
    checksum = node + "-sha256"
    out.add(dataset, DCAT + "distribution", node)
    out.add(node, RDF + "type", DCAT + "Distribution")
    out.literal(node, DCTERMS + "title", dump.title)
    out.add(node, DCAT + "accessURL", dump.address)
    out.add(node, DCAT + "downloadURL", dump.address)
    out.add(node, DCAT + "mediaType", _MEDIA_TYPES + dump.media_type)
    if dump.media_type in _EU_FILE:
        out.add(node, DCTERMS + "format", _FILE_TYPES + _EU_FILE[dump.media_type])
    if about.licence:
        out.add(node, DCTERMS + "license", about.licence)
    out.literal(node, DCAT + "byteSize", str(dump.size), XSD + "nonNegativeInteger")
    out.add(node, SPDX + "checksum", checksum)
    out.add(checksum, RDF + "type", SPDX + "Checksum")
    out.add(checksum, SPDX + "algorithm", SPDX + "checksumAlgorithm_sha256")
    out.literal(checksum, SPDX + "checksumValue", dump.sha256, XSD + "hexBinary")


def write_void(kb: KnowledgeBase, about: Publication) -> str:
    """Describe a knowledge base as a VoID dataset, with its counts and its links to others, in Turtle."""
    out = _Triples()
    page = about.home + ".well-known/void"
    out.add(page, RDF + "type", VOID + "DatasetDescription")
    out.add(page, FOAF + "primaryTopic", about.iri)
    out.add(about.iri, RDF + "type", VOID + "Dataset")
    out.texts(about.iri, DCTERMS + "title", about.titles)
    out.texts(about.iri, DCTERMS + "description", about.descriptions or about.titles)
    out.add(about.iri, FOAF + "homepage", about.home)
    if about.licence:
        out.add(about.iri, DCTERMS + "license", about.licence)
    quads = list(kb.store.quads())
    triples = {(q.subject, q.predicate, q.object) for q in quads}
    counts = {
        "triples": len(triples),
        "entities": len(kb),
        "distinctSubjects": len({t[0] for t in triples}),
        "distinctObjects": len({t[2] for t in triples}),
        "properties": len({t[1] for t in triples}),
    }
    for name, number in counts.items():
        out.number(about.iri, VOID + name, number)
    for vocabulary in (SKOS, DCTERMS, NS):
        if any(t[1].value.startswith(vocabulary) for t in triples):
            out.add(about.iri, VOID + "vocabulary", vocabulary)
    for dump in about.dumps:
        if dump.media_type in _RDF_FORMATS:
            out.add(about.iri, VOID + "dataDump", dump.address)
            out.add(about.iri, VOID + "feature", "http://www.w3.org/ns/formats/" + _RDF_FORMATS[dump.media_type])
    if example := next(iter(kb.concepts), None):
        out.add(about.iri, VOID + "exampleResource", example.iri)
    _partitions(out, about, kb, page)
    _linksets(out, about, kb, page)
    return write_canonical(out.quads, PREFIXES)


def _partitions(out: _Triples, about: Publication, kb: KnowledgeBase, page: str) -> None:
    for kind in kb.kinds:
        number = sum(kind in c.kinds for c in kb.concepts)
        if number:
            node = f"{page}#{kind.name}"
            out.add(about.iri, VOID + "classPartition", node)
            out.add(node, VOID + "class", kind.iri)
            out.number(node, VOID + "entities", number)


def _linksets(out: _Triples, about: Publication, kb: KnowledgeBase, page: str) -> None:
    found: Counter[tuple[str, str]] = Counter()
    for concept in kb.concepts:
        for match in concept.matches:
            host = match.iri.partition("://")[2].partition("/")[0]
            if host:
                found[host, match.type] += 1
    for (host, sort), number in found.most_common(_MOST_LINKSETS):
        node = f"{page}#{sort}-{''.join(c if c.isascii() and (c.isalnum() or c in '.-') else '-' for c in host)}"
        out.add(about.iri, VOID + "subset", node)
        out.add(node, RDF + "type", VOID + "Linkset")
        out.add(node, VOID + "linkPredicate", SKOS + sort)
        out.add(node, VOID + "subjectsTarget", about.iri)
        out.literal(node, DCTERMS + "title", host)
        out.number(node, VOID + "triples", number)


class _Triples:
    def __init__(self) -> None:
        self.quads: set[Quad] = set()

    def add(self, subject: str, predicate: str, value: str) -> None:
        from pyoxigraph import NamedNode, Quad

        self.quads.add(Quad(NamedNode(subject), NamedNode(predicate), NamedNode(value)))

    def literal(self, subject: str, predicate: str, text: str, datatype: str = "", *, lang: str = "") -> None:
        from pyoxigraph import Literal, NamedNode, Quad

        value = Literal(text, language=lang) if lang else Literal(text, datatype=NamedNode(datatype or XSD + "string"))
        self.quads.add(Quad(NamedNode(subject), NamedNode(predicate), value))

    def texts(self, subject: str, predicate: str, texts: Mapping[str, str]) -> None:
        for lang, text in texts.items():
            self.literal(subject, predicate, text, lang=lang)

    def number(self, subject: str, predicate: str, value: int) -> None:
        self.literal(subject, predicate, str(value), XSD + "integer")


__all__ = ["Dump", "Publication", "write_dcat", "write_void"]
