"""Writing a part as RDF, the same bytes every time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sobkb.blank_nodes import relabel
from sobkb.canonical import write_canonical
from sobkb.errors import ExportError
from sobkb.exports.escaping import is_xml_text
from sobkb.exports.selecting import Part, quads_of
from sobkb.namespaces import DCTERMS, PREFIXES, RDF

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from pyoxigraph import Quad

_XML_ROOT = re.compile(r"<rdf:RDF [^>]*>")
_XML_NAME = re.compile(r"[^\W\d][\w.-]*\Z")


def write_turtle(part: Part) -> str:
    """Write the canonical Turtle of a part; where something is said becomes `dcterms:source`."""
    return write_canonical(flatten(quads_of(part), places_of(part)), prefixes_of(part))


def write_trig(part: Part) -> str:
    """Write the canonical TriG of a part, one named graph per section."""
    return write_canonical(quads_of(part), prefixes_of(part))


def write_ntriples(part: Part) -> str:
    """Write sorted N-Triples; where something is said becomes `dcterms:source`."""
    return write_lines(flatten(quads_of(part), places_of(part)))


def write_nquads(part: Part) -> str:
    """Write sorted N-Quads, with the section as graph name."""
    return write_lines(quads_of(part))


def write_rdfxml(part: Part) -> str:
    """Write RDF/XML; where something is said becomes `dcterms:source`.

    Raises:
        ExportError: A property or text that XML cannot hold.
    """
    from pyoxigraph import RdfFormat, serialize

    quads = relabel(flatten(quads_of(part), places_of(part)))
    for quad in quads:
        if not _XML_NAME.search(quad.predicate.value):
            raise ExportError(f"RDF/XML has no way to write the property <{quad.predicate.value}>; choose turtle")
        if not is_xml_text(getattr(quad.object, "value", "")):
            raise ExportError(f"a text of {quad.subject} has a control character that XML cannot hold; choose turtle")
    prefixes = _used(quads, prefixes_of(part))
    written = serialize(sorted(quads, key=_key), format=RdfFormat.RDF_XML, prefixes=prefixes)
    assert written is not None
    # A bare carriage return would be read as a line feed (XML 1.0 §2.11).
    text = written.decode().replace("\r", "&#xD;").rstrip("\n") + "\n"
    # The writer names the prefixes in an order that differs between runs.
    names = " ".join(f'xmlns:{p}="{n}"' for p, n in sorted({**prefixes, "rdf": RDF}.items()))
    return _XML_ROOT.sub(f"<rdf:RDF {names}>", text, count=1)


def write_lines(quads: Iterable[Quad]) -> str:
    """Write quads one to a line, sorted, blank nodes with the labels of RDFC-1.0."""
    return write_quads(relabel(quads))


def write_quads(quads: Iterable[Quad]) -> str:
    """Write quads one to a line, sorted, blank nodes with the names they have."""
    return "".join(sorted(f"{_line(q)} .\n" for q in quads))


def flatten(quads: Iterable[Quad], places: Container[str] | None = None) -> set[Quad]:
    """Move quads to the default graph and keep their graph as `dcterms:source` of the subject.

    Args:
        quads: The quads.
        places: Graphs that are sources; all when None.
    """
    from pyoxigraph import NamedNode, Quad

    source = NamedNode(DCTERMS + "source")
    found: set[Quad] = set()
    for quad in quads:
        found.add(Quad(quad.subject, quad.predicate, quad.object))
        graph = quad.graph_name
        if not (isinstance(graph, NamedNode) and isinstance(quad.subject, NamedNode)):
            continue
        if places is None or graph.value in places:
            found.add(Quad(quad.subject, source, graph))
    return found


def places_of(part: Part) -> Container[str] | None:
    """Return the graphs that are sources; None for all. Where an endpoint keeps things is no source."""
    from sobkb.remote import RemoteKnowledgeBase

    return part.kb.record["sections"] if isinstance(part.kb, RemoteKnowledgeBase) else None


def canonical_hash(quads: Iterable[Quad]) -> str:
    """Return the SHA-256 of the RDFC-1.0 form of a dataset: equal when the datasets say the same.

    Examples:
        >>> from pyoxigraph import RdfFormat, parse
        >>> [canonical_hash(parse(t, format=RdfFormat.TURTLE))[:8] for t in ("[] <a:p> _:x .", "_:b <a:p> [] .")]
        ['c7ce028b', 'c7ce028b']
    """
    import hashlib

    return hashlib.sha256(write_lines(quads).encode()).hexdigest()


def prefixes_of(part: Part) -> dict[str, str]:
    """Return the usual prefixes, and `sec` for the sections when they are all of one source."""
    sources = [iri for iri in part.kb.record["sources"] if any(s.iri.startswith(iri + "/") for s in part.kb.sections)]
    return PREFIXES | {"sec": sources[0] + "/"} if len(sources) == 1 else PREFIXES


def _used(quads: Iterable[Quad], prefixes: dict[str, str]) -> dict[str, str]:
    iris = {q.predicate.value for q in quads} | {getattr(q.object, "value", "") for q in quads}
    return {p: n for p, n in sorted(prefixes.items()) if any(iri.startswith(n) for iri in iris)}


def _line(quad: Quad) -> str:
    from pyoxigraph import DefaultGraph

    triple = f"{quad.subject} {quad.predicate} {quad.object}"
    return triple if isinstance(quad.graph_name, DefaultGraph) else f"{triple} {quad.graph_name}"


def _key(quad: Quad) -> tuple[str, bool, str, str]:
    predicate = quad.predicate.value
    # The type comes first, so that the writer can use it as the name of the element.
    return (str(quad.subject), not predicate.endswith("#type"), predicate, str(quad.object))
