"""Quads grouped by subject: the form in which RDF is read."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from sobkb.light_typing import TYPE_CHECKING, NamedTuple
from sobkb.namespaces import RDF, SKOS, SKOSXL
from sobkb.text import normalise_tag

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from sobkb.records import Text

_TYPE = RDF + "type"
_VALUE = RDF + "value"


class Node(NamedTuple):
    """The object of a triple: `lang` is None for an IRI or blank node, a tag or "" for a literal."""

    value: str
    lang: str | None
    graph: str


Subjects = dict[str, dict[str, list[Node]]]
"""subject → predicate → objects, in the order read."""


def collect(quads: Iterable[Quad]) -> Subjects:
    """Group quads by subject and predicate."""
    from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode

    subjects: Subjects = {}
    tags: dict[str, str] = {}
    iris: dict[str, str] = {}  # one string per IRI: it halves the memory a large vocabulary takes
    make = tuple.__new__  # a NamedTuple's own constructor takes twice as long, and this runs for every triple
    last, known = None, {}
    for subject, predicate, target, graph in quads:
        sort = type(target)
        if sort is Literal:
            tag = target.language
            lang = "" if tag is None else tags.get(tag) or tags.setdefault(tag, normalise_tag(tag))
            value = target.value
        elif sort is NamedNode:
            lang, value = None, target.value
            value = iris.setdefault(value, value)
        elif sort is BlankNode:
            lang, value = None, "_:" + target.value
        else:  # a quoted triple says nothing about concepts
            continue
        name = "_:" + subject.value if type(subject) is BlankNode else subject.value
        if name != last:  # files mostly say everything about one subject in one place
            last = name
            if name not in subjects:
                subjects[iris.setdefault(name, name)] = {}
            known = subjects[name]
        node = make(Node, (value, lang, "" if type(graph) is DefaultGraph else graph.value))
        relation = predicate.value
        nodes = known.get(relation)
        if nodes is None:
            known[iris.setdefault(relation, relation)] = [node]
        else:
            nodes.append(node)
    return subjects


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keep Python from searching for garbage while millions of objects are made that all stay."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            if not gc.get_freeze_count():  # they count as old from here on: searching them all once would take long
                gc.freeze()
                gc.unfreeze()
            gc.enable()


class Grouped:
    """Grouped quads, with the questions that reading asks of them.

    Args:
        subjects: The quads by subject and predicate.
    """

    def __init__(self, subjects: Subjects) -> None:
        self.subjects = subjects
        self.by_type: dict[str, list[str]] = {}
        for subject, predicates in subjects.items():
            for sort in {node.value for node in predicates.get(_TYPE, ())}:
                self.by_type.setdefault(sort, []).append(subject)

    def texts(self, subject: str, *predicates: str) -> list[Text]:
        """Return literals, in a fixed order; a note given as a resource counts by its rdf:value."""
        known = self.subjects.get(subject)
        if not known:
            return []
        nodes = [node for p in predicates if p in known for node in known[p]]
        return self.texts_of(nodes) if nodes else []

    def texts_of(self, nodes: list[Node]) -> list[Text]:
        """Return the literals among nodes, and what stands in the resources among them, in a fixed order."""
        if len(nodes) == 1:
            value, lang, _ = nodes[0]
            if lang is not None:
                return [[value, lang]]
        found = {(lang, value) for value, lang, _ in nodes if lang is not None}
        if len(found) < len(nodes):
            for value, lang, _ in nodes:
                if lang is None and value in self.subjects:
                    inner = self.subjects[value].get(_VALUE, ())
                    found.update((n.lang, n.value) for n in inner if n.lang is not None)
        return [[value, lang] for lang, value in sorted(found)]

    def labels(self, subject: str, sort: str) -> list[Text]:
        """Return the labels of one sort, those that SKOS-XL gives as resources included."""
        known = self.subjects.get(subject)
        return self.labels_in(known, SKOS + sort, SKOSXL + sort) if known else []

    def labels_in(self, known: dict[str, list[Node]], plain: str, named: str) -> list[Text]:
        """Return the labels among what is said about a subject; see `labels`."""
        found = self.texts_of(known[plain]) if plain in known else []
        if named not in known:
            return found
        for node in known[named]:
            found += self.texts(node.value, SKOSXL + "literalForm")
        return sorted(unique(found), key=by_language)

    def iris(self, subject: str, *predicates: str) -> list[str]:
        """Return the IRIs and blank nodes that predicates lead to, sorted, each once."""
        known = self.subjects.get(subject, {})
        found = [n[0] for p in predicates if p in known for n in known[p] if n[1] is None]
        return sorted(set(found)) if len(found) > 1 else found

    def value(self, subject: str, *predicates: str) -> str:
        """Return the first value in the order of the text, or an empty string."""
        known = self.subjects.get(subject, {})
        found = [n[0] for p in predicates if p in known for n in known[p]]
        return min(found) if found else ""

    def number(self, subject: str, predicate: str, default: int) -> int:
        """Return a whole number, or the default when there is none."""
        try:
            return int(self.value(subject, predicate))
        except ValueError:
            return default

    def is_true(self, subject: str, predicate: str) -> bool:
        """Tell whether a value is the boolean true."""
        return self.value(subject, predicate) in ("true", "1")

    def read_list(self, head: str) -> list[str]:
        """Return the members of an rdf:List; a list that runs in a circle ends where it closes."""
        members: list[str] = []
        seen: set[str] = set()
        while head != RDF + "nil" and head not in seen and head in self.subjects:
            seen.add(head)
            cell = self.subjects[head]
            members += sorted(n.value for n in cell.get(RDF + "first", ()))
            head = min((n.value for n in cell.get(RDF + "rest", ())), default=RDF + "nil")
        return members


def unique(texts: Iterable[Text]) -> list[Text]:
    """Leave out repeated texts."""
    return list({(t[0], t[1]): t for t in texts}.values())


def by_language(text: Text) -> tuple[str, str]:
    """Sort key: language first, then the text."""
    return (text[1], text[0])
