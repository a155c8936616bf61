"""Writing a part as compact JSON-LD 1.1 that carries its own context, so that nobody has to fetch one.

The short name of a property and the way its values are written are the same in every file made from
one knowledge base. A value that does not fit the way of its property (a text where links are usual)
stands under the full IRI instead.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple
from weakref import WeakKeyDictionary

from sobkb.blank_nodes import relabel
from sobkb.exports.rdf import prefixes_of
from sobkb.exports.selecting import Part, quads_of
from sobkb.namespaces import DCTERMS, NS, RDF, RDFS, SKOS, XSD
from sobkb.text import normalise_tag

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Quad

    from sobkb.querying import TripleStore

_TYPE = RDF + "type"
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")
_NAMESPACES = (SKOS, NS, DCTERMS, RDFS)
_FIRST = (*tuple(SKOS + p for p in ("prefLabel", "altLabel", "hiddenLabel", "definition")), RDFS + "comment")


class _Way(NamedTuple):
    """How the values of a property are written: its key, and the shape of value that needs no further word."""

    key: str
    shape: str


_WAYS: WeakKeyDictionary[TripleStore, dict[str, _Way]] = WeakKeyDictionary()


def write_jsonld(part: Part) -> str:
    """Write JSON-LD with one named graph per section."""
    prefixes = prefixes_of(part)
    quads = relabel(quads_of(part))
    writer = _Writer(quads, prefixes, _ways_of(part, quads, prefixes))
    document = writer.document([c.iri for c in part.concepts] if not part.whole else [])
    context = ",\n".join(
        f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in document["@context"].items()
    )
    graph = json.dumps(document["@graph"], ensure_ascii=False, indent=1)
    return f'{{\n "@context": {{\n{context}\n }},\n "@graph": {graph}\n}}\n'


def _ways_of(part: Part, quads: Iterable[Quad], prefixes: dict[str, str]) -> dict[str, _Way]:
    """Return the ways of the whole knowledge base, so that its parts look alike, where the whole is here."""
    from sobkb.remote import RemoteKnowledgeBase

    if isinstance(part.kb, RemoteKnowledgeBase):
        return _ways(quads, prefixes)
    store = part.kb.store
    if store not in _WAYS:
        _WAYS[store] = _ways(store.quads(), prefixes)
    return _WAYS[store]


def _ways(quads: Iterable[Quad], prefixes: dict[str, str]) -> dict[str, _Way]:
    """Choose a key and a usual shape for every property."""
    shapes: dict[str, Counter[str]] = {}
    for quad in quads:
        shapes.setdefault(quad.predicate.value, Counter())[_shape(quad.object)] += 1
    by_name: dict[str, list[str]] = {}
    for iri in shapes:
        by_name.setdefault(iri[max(iri.rfind("#"), iri.rfind("/")) + 1 :], []).append(iri)
    ways: dict[str, _Way] = {}
    for name, iris in by_name.items():
        for place, iri in enumerate(sorted(iris, key=_by_namespace)):
            shape = min(shapes[iri].items(), key=lambda item: (-item[1], item[0]))[0]
            if place == 0 and _NAME.fullmatch(name) and name not in prefixes:
                ways[iri] = _Way(name, shape)
            else:
                short = _shorten(iri, prefixes)
                ways[iri] = _Way(short, shape) if short != iri else _Way(iri, "")
    return ways


def _by_namespace(iri: str) -> tuple[int, str]:
    return (next((i for i, n in enumerate(_NAMESPACES) if iri.startswith(n)), len(_NAMESPACES)), iri)


def _shape(term: object) -> str:
    from pyoxigraph import Literal

    if not isinstance(term, Literal):
        return "iri"
    return "lang" if term.language else term.datatype.value


def _shorten(iri: str, prefixes: dict[str, str]) -> str:
    best = max(
        (p for p, n in prefixes.items() if iri.startswith(n) and iri != n), key=lambda p: len(prefixes[p]), default=""
    )
    local = iri[len(prefixes[best]) :] if best else ""
    return f"{best}:{local}" if best and not local.startswith("//") else iri


class _Writer:
    def __init__(self, quads: list[Quad], prefixes: dict[str, str], ways: dict[str, _Way]) -> None:
        from pyoxigraph import NamedNode

        self.ways = ways
        terms = {t for q in quads for t in (q.subject, q.predicate, q.object, q.graph_name)}
        iris = {t.value for t in terms if isinstance(t, NamedNode)}
        # An IRI whose scheme is spelled like one of our prefixes would be read as a short form.
        schemes = {iri.partition(":")[0] for iri in iris}
        self.prefixes = {p: n for p, n in prefixes.items() if p not in schemes}
        self.context: dict[str, Any] = {}
        self.used: set[str] = set()
        self.cache: dict[str, str] = {}
        self.graphs: dict[str, dict[str, list[Quad]]] = {}
        self.pointed: Counter[str] = Counter()
        for quad in quads:
            graph = "" if not hasattr(quad.graph_name, "value") else self.name(quad.graph_name)
            self.graphs.setdefault(graph, {}).setdefault(self.name(quad.subject), []).append(quad)
            if not hasattr(quad.object, "datatype"):
                self.pointed[self.name(quad.object)] += 1

    def document(self, first: list[str]) -> dict[str, Any]:
        front = {self.short(iri): i for i, iri in enumerate(first)}
        nodes = self.nodes("", front)
        places = {node["@id"]: node for node in nodes}
        for graph in sorted(g for g in self.graphs if g):
            node = places.get(graph)
            if node is None:
                node = places[graph] = {"@id": graph}
                nodes.append(node)
            node["@graph"] = self.nodes(graph, front)
        prefixes: dict[str, Any] = {p: self.prefixes[p] for p in sorted(self.used)}
        return {"@context": prefixes | dict(sorted(self.context.items())), "@graph": nodes}

    def nodes(self, graph: str, front: dict[str, int]) -> list[dict[str, Any]]:
        subjects = self.graphs.get(graph, {})
        inline: set[str] = set()
        written = {name: self.node(name, quads, graph, inline) for name, quads in subjects.items()}
        order = sorted(written, key=lambda name: (front.get(name, len(front)), name))
        return [written[name] for name in order if name not in inline]

    def node(self, name: str, quads: list[Quad], graph: str, inline: set[str]) -> dict[str, Any]:
        node: dict[str, Any] = {"@id": name}
        groups: dict[str, list[Quad]] = {}
        for quad in quads:
            groups.setdefault(quad.predicate.value, []).append(quad)
        for predicate in sorted(groups, key=lambda p: (_FIRST.index(p) if p in _FIRST else len(_FIRST), p)):
            group = sorted(groups[predicate], key=lambda q: str(q.object))
            if predicate == _TYPE:
                types = [self.name(q.object) for q in group if not hasattr(q.object, "datatype")]
                if types:
                    node["@type"] = types[0] if len(types) == 1 else types
                group = [q for q in group if hasattr(q.object, "datatype")]
            way = self.ways.get(predicate, _Way(predicate, ""))
            usual = [q for q in group if _shape(q.object) == way.shape]
            if usual:
                key = self.key(predicate, way)
                node[key] = self.usual(usual, way, graph, inline)
            if other := [self.full(q, graph, inline) for q in group if _shape(q.object) != way.shape]:
                node[predicate] = other
        if "@type" in node:
            node = {"@id": name, "@type": node.pop("@type"), **node}
        return node

    def key(self, predicate: str, way: _Way) -> str:
        prefix = way.key.partition(":")[0]
        if ":" in way.key:
            if prefix not in self.prefixes:
                return predicate
            self.used.add(prefix)
        if way.key not in self.context:
            target = self.short(predicate)
            if way.shape == "iri":
                self.context[way.key] = {"@id": target, "@type": "@id"}
            elif way.shape == "lang":
                self.context[way.key] = {"@id": target, "@container": "@language"}
            elif way.shape in (XSD + "string", XSD + "integer", XSD + "boolean"):
                self.context[way.key] = target
            else:
                self.context[way.key] = {"@id": target, "@type": self.short(way.shape)}
            if ":" in way.key:  # a short form defines itself by its full IRI
                definition = self.context[way.key]
                self.context[way.key] = predicate if isinstance(definition, str) else definition | {"@id": predicate}
        return way.key

    def usual(self, quads: list[Quad], way: _Way, graph: str, inline: set[str]) -> Any:
        if self.key(quads[0].predicate.value, way) == quads[0].predicate.value:
            return [self.full(q, graph, inline) for q in quads]
        if way.shape == "lang":
            texts: dict[str, list[str]] = {}
            for quad in quads:
                texts.setdefault(normalise_tag(quad.object.language), []).append(quad.object.value)  # type: ignore[union-attr, arg-type]
            return {tag: found[0] if len(found) == 1 else found for tag, found in sorted(texts.items())}
        if way.shape == "iri":
            values = [self.listed(q, graph, inline) or self.name(q.object) for q in quads]
        elif way.shape in (XSD + "integer", XSD + "boolean"):
            values = [self.full(q, graph, inline) for q in quads]
        else:
            values = [q.object.value for q in quads]  # type: ignore[union-attr]
        return values[0] if len(values) == 1 else values

    def full(self, quad: Quad, graph: str, inline: set[str]) -> Any:
        """Return a value that says itself what it is."""
        from pyoxigraph import Literal

        term = quad.object
        if not isinstance(term, Literal):
            return self.listed(quad, graph, inline) or {"@id": self.name(term)}
        if term.language:
            return {"@value": term.value, "@language": normalise_tag(term.language)}
        datatype = term.datatype.value
        if datatype == XSD + "string":
            return {"@value": term.value}
        if datatype == XSD + "integer" and _INTEGER.fullmatch(term.value):
            return int(term.value)
        if datatype == XSD + "boolean" and term.value in ("true", "false"):
            return term.value == "true"
        return {"@value": term.value, "@type": self.short(datatype)}

    def listed(self, quad: Quad, graph: str, inline: set[str]) -> dict[str, Any] | None:
        """Return a well-formed list of IRIs and texts whose cells serve nothing else, or None."""
        cells: dict[str, None] = {}
        members: list[Any] = []
        at = self.name(quad.object)
        while at.startswith("_:"):
            about = self.graphs[graph].get(at, [])
            cell = {q.predicate.value: q for q in about}
            if at in cells or self.pointed[at] != 1 or len(about) != 2 or set(cell) != {RDF + "first", RDF + "rest"}:
                return None
            if any(at in subjects for name, subjects in self.graphs.items() if name != graph):
                return None
            first = cell[RDF + "first"]
            if not _is_iri(first.object) and not hasattr(first.object, "datatype"):
                return None
            cells[at] = None
            members.append(self.full(first, graph, inline))
            if hasattr(cell[RDF + "rest"].object, "datatype"):
                return None
            at = self.name(cell[RDF + "rest"].object)
        if not cells or at != self.short(RDF + "nil"):
            return None
        inline.update(cells)
        return {"@list": members}

    def name(self, term: object) -> str:
        from pyoxigraph import BlankNode

        value: str = term.value  # type: ignore[attr-defined]
        return f"_:{value}" if isinstance(term, BlankNode) else self.short(value)

    def short(self, iri: str) -> str:
        found = self.cache.get(iri)
        if found is None:
            found = self.cache[iri] = _shorten(iri, self.prefixes)
            if found != iri:
                self.used.add(found.partition(":")[0])
        return found


def _is_iri(term: object) -> bool:
    from pyoxigraph import NamedNode

    return isinstance(term, NamedNode)
