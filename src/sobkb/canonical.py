"""One canonical, diff-stable form for Turtle and TriG.

Subjects stand in a fixed order (header, then classes and properties, schemes, collections, the rest,
each by IRI), predicates by IRI with `a` first, objects one to a line. The place of a subject depends on the
subject alone, so a new link changes only the block it belongs to. Blank nodes that are used once are written
in place; shared ones get the labels of RDFC-1.0 (W3C Recommendation, RDF Dataset Canonicalization).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from sobkb.blank_nodes import relabel
from sobkb.errors import OntologyLoadError
from sobkb.loading import EXTENSIONS, read_bytes, syntax_error
from sobkb.namespaces import OWL, PREFIXES, RDF, RDFS, SH, SKOS, XSD
from sobkb.text import normalise_tag

if TYPE_CHECKING:
    from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

    Term = NamedNode | BlankNode | Literal | Triple

_LOCAL = re.compile(r"[A-Za-z_0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_PREFIX = re.compile(r"(?:[A-Za-z](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?)?")
_INTEGER = re.compile(r"[+-]?[0-9]+")
_DECIMAL = re.compile(r"[+-]?[0-9]*\.[0-9]+")
_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'(?:[^'\\\n]|\\.)*'"
    r"|<[^<>\s]*>"
    r"|(?P<comment>#[^\n]*)",
    re.DOTALL,
)
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_SHORT_ESCAPES = str.maketrans({chr(c): f"\\u{c:04X}" for c in (*range(0x20), 0x7F)} | _ESCAPES)
_LONG_ESCAPES = {code: text for code, text in _SHORT_ESCAPES.items() if chr(code) not in '\n"'}
_CLOSING = re.compile(r'"""|"\Z')
_KINDS = {
    OWL + "Ontology": 0,
    OWL + "Class": 1,
    RDFS + "Class": 1,
    OWL + "ObjectProperty": 2,
    OWL + "DatatypeProperty": 3,
    OWL + "AnnotationProperty": 4,
    RDF + "Property": 4,
    SKOS + "ConceptScheme": 5,
    SH + "NodeShape": 6,
    SH + "PropertyShape": 7,
    SKOS + "Collection": 8,
    SKOS + "OrderedCollection": 8,
}
_INDENT = "    "
_DEEPEST = 40  # brackets inside each other; what stands deeper has a name and a block of its own


class LostCommentError(OntologyLoadError):
    """Comments stand between statements, where the canonical form has no place for them."""


def format_file(path: Path, *, drop_comments: bool = False) -> str:
    """Return the canonical form of a Turtle or TriG file; the file itself is left alone.

    Args:
        path: A file that ends in .ttl, .turtle or .trig.
        drop_comments: True to leave out comments that stand below the header.

    Returns:
        The text, with a line feed at the end.

    Raises:
        OntologyLoadError: The file is of another kind, or cannot be read or parsed.
        LostCommentError: It has comments below the header and `drop_comments` is False.
    """
    kind = EXTENSIONS.get(path.suffix.lower())
    if kind not in ("TURTLE", "TRIG"):
        raise OntologyLoadError(str(path), "only Turtle (.ttl) and TriG (.trig) have a canonical form")
    text = read_bytes(path).decode("utf-8")
    header, strays = _comments(text)
    if strays and not drop_comments:
        raise LostCommentError(
            str(path),
            "a comment stands between the statements and would be lost; "
            "move it to the top, make it an editorialNote, or allow it to be dropped",
            line=strays[0],
        )
    return format_text(text, trig=kind == "TRIG", name=str(path), header=header)


def format_text(text: str, *, trig: bool = False, name: str = "<text>", header: str = "") -> str:
    """Return the canonical form of Turtle or TriG text.

    Args:
        text: The text to format.
        trig: True when it is TriG.
        name: What to call it in an error.
        header: Comment lines to put at the top.

    Raises:
        OntologyLoadError: It cannot be parsed, or uses relative IRIs without a base.

    Examples:
        >>> print(format_text('<http://a.org/x> <http://a.org/p> "b"@nl, "a"@en .'))
        <http://a.org/x>
            <http://a.org/p>
                "a"@en ,
                "b"@nl ;
        .
        <BLANKLINE>
    """
    from pyoxigraph import RdfFormat, parse

    parser = parse(input=text, format=RdfFormat.TRIG if trig else RdfFormat.TURTLE)
    try:
        quads = list(parser)
    except SyntaxError as error:
        raise syntax_error(name, error) from None
    return write_canonical(quads, parser.prefixes, header=header)


def write_canonical(quads: Iterable[Quad], prefixes: Mapping[str, str] = PREFIXES, *, header: str = "") -> str:
    """Write quads in the canonical form: Turtle when there is only the default graph, else TriG.

    Args:
        quads: What to write; repeated quads are written once.
        prefixes: Prefixes that may be used; those that are not needed are left out.
        header: Comment lines to put at the top.
    """
    from pyoxigraph import DefaultGraph

    writer = _Writer(relabel(quads), prefixes)
    graphs: dict[str, list[Quad]] = {}
    for quad in writer.quads:
        graphs.setdefault("" if isinstance(quad.graph_name, DefaultGraph) else str(quad.graph_name), []).append(quad)
    blocks: list[str] = []
    for graph in sorted(graphs):
        lines = writer.blocks(graphs[graph], 1 if graph else 0)
        if not graph:
            blocks += lines
        else:
            name = writer.term(graphs[graph][0].graph_name)
            inner = "\n\n".join(lines)
            blocks.append(f"GRAPH {name} {{\n{inner}\n}}")
    used = sorted((p, writer.prefixes[p]) for p in writer.used)
    head = [header.rstrip("\n")] if header else []
    if used:
        head.append("\n".join(f"PREFIX {p}: <{iri}>" for p, iri in used))
    return "\n\n".join(head + blocks) + "\n" if head or blocks else ""


def _comments(text: str) -> tuple[str, list[int]]:
    """Return the comment lines at the top, and the lines of all other comments."""
    lines = text.split("\n")
    end = 0
    while end < len(lines) and (lines[end].startswith("#") or not lines[end].strip()):
        end += 1
    header = "\n".join(line.rstrip() for line in lines[:end] if line.startswith("#"))
    start = len("\n".join(lines[:end]))
    strays = [text.count("\n", 0, m.start()) + 1 for m in _TOKEN.finditer(text, start) if m["comment"] is not None]
    return header, strays


class _Writer:
    def __init__(self, quads: list[Quad], prefixes: Mapping[str, str]) -> None:
        from pyoxigraph import BlankNode

        self.quads = quads
        self.prefixes = {p: iri for p, iri in prefixes.items() if iri and _PREFIX.fullmatch(p)}
        self.longest_first = sorted(self.prefixes.items(), key=lambda item: (-len(item[1]), item[0]))
        self.used: set[str] = set()
        self.uses: dict[str, int] = {}
        self.about: dict[tuple[str, str], list[Quad]] = {}
        self.graphs_of: dict[str, set[str]] = {}
        for quad in quads:
            for term, weight in ((quad.object, 1), (quad.graph_name, 2)):  # the name of a graph is never inline
                if isinstance(term, BlankNode):
                    self.uses[term.value] = self.uses.get(term.value, 0) + weight
            for term in (quad.subject, quad.object):
                if isinstance(term, BlankNode):
                    self.graphs_of.setdefault(term.value, set()).add(str(quad.graph_name))
            self.about.setdefault((str(quad.graph_name), str(quad.subject)), []).append(quad)
        self.inline = self._inline_nodes()

    def _inline_nodes(self) -> set[str]:
        """Blank nodes used as object once, in one graph, not below themselves, and not too deep."""
        from pyoxigraph import BlankNode

        parent = {q.object.value: q for q in self.quads if isinstance(q.object, BlankNode)}
        once = {n for n, count in self.uses.items() if count == 1 and len(self.graphs_of.get(n, ())) == 1}
        lists = self._list_cells(parent)
        depths: dict[str, int] = {}  # below the node that is written with its name; -1 for what is below itself
        for name in once:
            way: dict[str, Quad] = {}
            at = name
            while at in once and at not in depths and at not in way:
                way[at] = parent[at]
                subject = parent[at].subject
                at = subject.value if isinstance(subject, BlankNode) else ""
            depth = -1 if at in way else depths.get(at, 0)
            for node, quad in reversed(way.items()):
                if depth >= 0:
                    is_next = node in lists and quad.predicate.value == RDF + "rest" and depth
                    depth = depth if is_next else (depth + 1) % _DEEPEST
                depths[node] = depth
        return {name for name, depth in depths.items() if depth > 0}

    def _list_cells(self, parent: Mapping[str, Quad]) -> set[str]:
        """Return the cells from which a list goes on to its end."""
        found: set[str] = set()
        for quad in self.quads:
            at: Quad | None = quad if getattr(quad.object, "value", "") == RDF + "nil" else None
            while at is not None and at.predicate.value == RDF + "rest":
                name = getattr(at.subject, "value", "")
                about = self.about[str(at.graph_name), str(at.subject)]
                if (
                    name in found
                    or {q.predicate.value for q in about} != {RDF + "first", RDF + "rest"}
                    or len(about) != 2
                ):
                    break
                found.add(name)
                at = parent.get(name)
        return found

    def blocks(self, quads: list[Quad], depth: int) -> list[str]:
        from pyoxigraph import BlankNode

        subjects: dict[str, list[Quad]] = {}
        for quad in quads:
            if not (isinstance(quad.subject, BlankNode) and quad.subject.value in self.inline):
                subjects.setdefault(str(quad.subject), []).append(quad)
        ordered = sorted(subjects.values(), key=lambda group: (_rank(group), getattr(group[0].subject, "value", "")))
        pad = _INDENT * depth
        return [f"{pad}{self.term(group[0].subject)}\n{self.body(group, depth + 1)}\n{pad}." for group in ordered]

    def body(self, quads: list[Quad], depth: int) -> str:
        by_predicate: dict[str, list[Quad]] = {}
        for quad in quads:
            by_predicate.setdefault(quad.predicate.value, []).append(quad)
        lines: list[str] = []
        pad = _INDENT * depth
        for predicate in sorted(by_predicate, key=lambda p: (p != RDF + "type", p)):
            group = by_predicate[predicate]
            name = "a" if predicate == RDF + "type" else self.iri(predicate)
            written = sorted((_object_key(q), self.write_object(q, depth + 1)) for q in group)
            objects = [text for _, text in written]
            if len(objects) == 1:
                lines.append(f"{pad}{name} {objects[0].lstrip()} ;")
            else:
                joined = " ,\n".join(f"{pad}{_INDENT}{o}" for o in objects)
                lines.append(f"{pad}{name}\n{joined} ;")
        return "\n".join(lines)

    def write_object(self, quad: Quad, depth: int) -> str:
        from pyoxigraph import BlankNode

        target = quad.object
        if isinstance(target, BlankNode) and target.value in self.inline:
            graph = str(quad.graph_name)
            members = self.list_members(target, graph)
            if members is not None:
                if not members:
                    return "()"
                pad = _INDENT * depth
                inner = "\n".join(f"{pad}{_INDENT}{self.write_object(m, depth + 1)}" for m in members)
                return f"(\n{inner}\n{pad})"
            body = self.about.get((graph, str(target)), [])
            return f"[\n{self.body(body, depth + 1)}\n{_INDENT * depth}]" if body else "[]"
        return self.term(target)

    def list_members(self, head: BlankNode, graph: str) -> list[Quad] | None:
        """Return the `rdf:first` quads of a well-formed list whose cells are used nowhere else."""
        from pyoxigraph import BlankNode, NamedNode

        members: list[Quad] = []
        at: object = head
        while isinstance(at, BlankNode):
            cell = {q.predicate.value: q for q in self.about.get((graph, str(at)), ())}
            is_cell = set(cell) == {RDF + "first", RDF + "rest"} and len(self.about[graph, str(at)]) == 2
            if not is_cell or at.value not in self.inline:
                return None
            members.append(cell[RDF + "first"])
            at = cell[RDF + "rest"].object
        return members if isinstance(at, NamedNode) and at.value == RDF + "nil" else None

    def term(self, term: object) -> str:
        from pyoxigraph import BlankNode, Literal, NamedNode

        if isinstance(term, NamedNode):
            return "()" if term.value == RDF + "nil" else self.iri(term.value)
        if isinstance(term, BlankNode):
            return f"_:{term.value}"
        if isinstance(term, Literal):
            return self.literal(term)
        raise OntologyLoadError("<text>", "quoted triples have no canonical form")

    def iri(self, iri: str) -> str:
        for prefix, namespace in self.longest_first:
            local = iri[len(namespace) :]
            if iri.startswith(namespace) and (not local or _LOCAL.fullmatch(local)):
                self.used.add(prefix)
                return f"{prefix}:{local}"
        return f"<{iri}>"

    def literal(self, literal: Literal) -> str:
        value, datatype = literal.value, literal.datatype.value
        if literal.language:
            return f"{_quote(value)}@{normalise_tag(literal.language)}"
        if datatype == XSD + "string":
            return _quote(value)
        if (datatype == XSD + "integer" and _INTEGER.fullmatch(value)) or (
            datatype == XSD + "decimal" and _DECIMAL.fullmatch(value)
        ):
            return value
        if datatype == XSD + "boolean" and value in ("true", "false"):
            return value
        return f"{_quote(value)}^^{self.iri(datatype)}"


def _rank(group: list[Quad]) -> int:
    kinds = (getattr(q.object, "value", "") for q in group if q.predicate.value == RDF + "type")
    return min((_KINDS[k] for k in kinds if k in _KINDS), default=9)


def _object_key(quad: Quad) -> tuple[int, str, str]:
    from pyoxigraph import Literal, NamedNode

    target = quad.object
    if isinstance(target, Literal):
        return (1, normalise_tag(target.language) if target.language else "", target.value)
    return (0, "", target.value) if isinstance(target, NamedNode) else (2, "", "")


def _quote(text: str) -> str:
    if "\n" in text:  # a query or a letter reads better over several lines
        escaped = _CLOSING.sub(lambda m: m[0].replace('"', '\\"'), text.translate(_LONG_ESCAPES))
        return f'"""{escaped}"""'
    return f'"{text.translate(_SHORT_ESCAPES)}"'
