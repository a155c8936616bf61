"""Fetching what concept records are made of, in batches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from sobkb.grouping import Grouped, Node, Subjects
from sobkb.namespaces import ID, ISOTHES, NS, OWL, RDF, RDFS, SKOS, SKOSXL, SSSOM
from sobkb.reading import NOT_A_KIND, NOTE_PREDICATES, STRUCTURE, TEXT_PREDICATES, read_concepts, read_subjects
from sobkb.reading_editorial import read_comparisons
from sobkb.stored.source import Source, TooLargeError, is_iri, write_iri, write_iris

if TYPE_CHECKING:
    from sobkb.indexes import Incoming
    from sobkb.querying import Row, Value
    from sobkb.records import CollectionRecord, ComparisonRecord, ConceptRecord, KnowledgeBaseRecord, TermRecord

BATCH = 50
"""Concepts that are fetched together."""

_GROUPS = 200
"""IRIs that are put into one query when only little is asked about each."""

_DIRECT = (SKOS + "broader", *(ISOTHES + "broader" + s for s in ("Generic", "Partitive", "Instantial")))
_INVERSE = (SKOS + "narrower", *(ISOTHES + "narrower" + s for s in ("Generic", "Partitive", "Instantial")))
_UP = write_iris((*_DIRECT, SKOS + "broaderTransitive"))
_DOWN = write_iris((*_INVERSE, SKOS + "narrowerTransitive"))
_LABELS = write_iris(SKOSXL + sort for sort in ("prefLabel", "altLabel", "hiddenLabel"))
_CONCEPT_SIGNS = ", ".join(
    f"<{p}>"
    for p in (RDF + "type", *(SKOS + n for n in ("inScheme", "topConceptOf", "broader", "related", "prefLabel")))
)
_ABOUT = (
    OWL + "Ontology",
    SKOS + "ConceptScheme",
    NS + "Section",
    NS + "EditorialGraph",
    NS + "Source",
)


class Fetcher:
    """Asks a store for what a knowledge base needs.

    Args:
        source: The store.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self._nodes = 0

    # What the store is like

    @cached_property
    def sees_all(self) -> bool:
        """True when a plain pattern finds what stands in named graphs too."""
        rows = self.source.rows("SELECT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } FILTER(isIRI(?s) && isIRI(?o)) } LIMIT 1")
        if not rows:
            return True
        s, p, o = (rows[0][n].value for n in "spo")
        if not all(map(is_iri, (s, p, o))):
            return False
        return bool(self.source.rows(f"SELECT ?x {{ <{s}> <{p}> <{o}> BIND(1 AS ?x) }} LIMIT 1"))

    @cached_property
    def is_typed(self) -> bool:
        """True when concepts say that they are; else they are told by their links."""
        return bool(self.source.rows(f"SELECT ?c {{ {self.triple('?c', RDF + 'type', SKOS + 'Concept')} }} LIMIT 1"))

    @cached_property
    def has_mappings(self) -> bool:
        """True when matches are explained by SSSOM mappings."""
        return bool(self.source.rows(f"SELECT ?m {{ {self.triple('?m', SSSOM + 'subject_id', '?c')} }} LIMIT 1"))

    @cached_property
    def has_named_labels(self) -> bool:
        """True when labels are resources of their own (SKOS-XL)."""
        return bool(self.source.rows(f"SELECT ?x {{ {self.triple('?x', SKOSXL + 'literalForm', '?l')} }} LIMIT 1"))

    @cached_property
    def has_own_ids(self) -> bool:
        """True when the concepts are entries of sobkb, whose slugs are their IRIs."""
        found = list(islice(self.iris(self.is_concept()), 20))
        return bool(found) and all(iri.startswith(ID) for iri in found)

    def used_kinds(self) -> set[str]:
        """Return the classes that concepts are instances of."""
        rows = self.source.rows(
            f"SELECT DISTINCT ?t {{ {self.is_concept()} {self.triple('?c', RDF + 'type', '?t')} FILTER(isIRI(?t)) }} "
            "LIMIT 1000"
        )
        return {i for row in rows if "t" in row and not (i := row["t"].value).startswith(NOT_A_KIND)}

    def used_relations(self) -> set[str]:
        """Return the properties that lead from concept to concept, or hold what a source says."""
        rows = self.source.rows(
            f"SELECT DISTINCT ?p {{ {self.is_concept()} {self.triple('?c', '?p', '?o')} {self.is_concept('?o')} }} "
            "LIMIT 1000"
        )
        texts = f"VALUES ?p {{ {write_iris(TEXT_PREDICATES)} }} {self.triple('?c', '?p', '?o')}"
        rows += self.source.rows(f"SELECT DISTINCT ?p {{ {texts} {self.is_concept()} }}")
        return {i for row in rows if "p" in row and (i := row["p"].value) not in STRUCTURE}

    def triple(self, subject: str, predicate: str, target: str) -> str:
        """Write a triple pattern that finds the triple in whatever graph it stands."""
        s, p, o = (t if t.startswith(("?", '"', "<")) else write_iri(t) for t in (subject, predicate, target))
        if self.sees_all:
            return f"{s} {p} {o} ."
        self._nodes += 1
        return f"{{ {{ {s} {p} {o} }} UNION {{ GRAPH ?g_{self._nodes} {{ {s} {p} {o} }} }} }}"

    def is_concept(self, name: str = "?c") -> str:
        """Write the pattern that makes a variable a concept."""
        if self.is_typed:
            return self.triple(name, RDF + "type", SKOS + "Concept")
        arms = [
            self.triple(name, SKOS + "broader", "?x_"),
            self.triple("?x_", SKOS + "broader", name),
            self.triple(name, SKOS + "narrower", "?x_"),
            self.triple("?x_", SKOS + "narrower", name),
            self.triple("?x_", SKOS + "hasTopConcept", name),
            *(
                self.triple(name, SKOS + p, "?x_") + self.triple(name, SKOS + "prefLabel", "?l_")
                for p in ("inScheme", "topConceptOf", "related")
            ),
        ]
        return " UNION ".join(f"{{ {arm} }}" for arm in arms)

    # Asking

    def quads(self, head: str, pattern: str) -> Iterator[Row]:
        """Yield rows of `?s ?p ?o`, with `?g` where the triple stands in a named graph.

        Args:
            head: What binds the variables, repeated in both arms of the query.
            pattern: The triple pattern, in terms of ?s, ?p and ?o.
        """
        query = f"SELECT ?g ?s ?p ?o {{ {{ {head} {pattern} }} UNION {{ {head} GRAPH ?g {{ {pattern} }} }} }}"
        yield from self.source.rows(query)

    def about(self, iris: Sequence[str], condition: str = "") -> list[Row]:
        """Return every quad whose subject is one of the IRIs.

        Args:
            iris: The subjects.
            condition: A filter on ?p and ?o.
        """
        rows = list(self.quads(f"VALUES ?s {{ {write_iris(iris)} }}", f"?s ?p ?o {condition}"))
        # A store may cut an answer off without a word, mostly at a round number: ask for less at a time.
        if len(rows) < self.source.most_rows and (not rows or len(rows) % 100):
            return rows
        if len(iris) > 1:
            half = len(iris) // 2
            return self.about(iris[:half], condition) + self.about(iris[half:], condition)
        return self._about_one(iris[0], condition) if len(rows) >= self.source.most_rows else rows

    def _about_one(self, iri: str, condition: str) -> list[Row]:
        """Fetch what is said about one subject page by page."""
        page = self.source.most_rows // 2
        found: list[Row] = []
        for graph in ("", "GRAPH ?g "):
            start = 0
            while True:
                rows = self.source.rows(
                    f"SELECT ?g ?s ?p ?o {{ VALUES ?s {{ <{iri}> }} {graph}{{ ?s ?p ?o }} {condition} }} "
                    f"ORDER BY ?p ?o LIMIT {page} OFFSET {start}"
                )
                if not rows:
                    break
                found += rows
                start += len(rows)
        return found

    def group(self, rows: Iterable[Row], into: Subjects | None = None) -> Subjects:
        """Group rows by subject, as quads from a file would be.

        Blank nodes get names of their own, since a store names them anew in every answer. A triple that is
        also said without a graph is said once: many stores show named graphs as part of the whole.
        """
        subjects = {} if into is None else into
        self._nodes += 1
        mark = self._nodes
        for row in rows:
            if not {"s", "p", "o"} <= row.keys():
                continue
            name = self._name(row["s"], mark)
            target = row["o"]
            value = self._name(target, mark) if target.type != "literal" else target.value
            graph = row["g"].value if "g" in row else ""
            node = Node(value, target.lang if target.type == "literal" else None, self._evidence(graph))
            nodes = subjects.setdefault(name, {}).setdefault(row["p"].value, [])
            if node in nodes:
                continue
            if node.graph and node._replace(graph="") in nodes:
                nodes.remove(node._replace(graph=""))
            elif not node.graph and any(n[:2] == node[:2] for n in nodes):
                continue
            nodes.append(node)
        return subjects

    def _evidence(self, graph: str) -> str:
        # Where the data describes its sections, other graphs are only where a store happens to keep things.
        sections = self._section_iris
        return graph if not sections or graph in sections else ""

    _section_iris: frozenset[str] = frozenset()

    @staticmethod
    def _name(value: Value, mark: int) -> str:
        return f"_:q{mark}-{value.value}" if value.type == "bnode" else value.value

    # What stands around the concepts

    @cached_property
    def meta(self) -> KnowledgeBaseRecord:
        """Schemes, sections, sources, declared kinds and relations, title and version; no concepts."""
        kinds = [
            self.triple("?s", RDF + "type", "?t") + f" VALUES ?t {{ {write_iris(_ABOUT)} }}",
            self.triple("?s", NS + "order", "?n") + self.triple("?s", RDF + "type", OWL + "Class"),
            self.triple("?s", NS + "phrase", "?n"),
        ]
        found: dict[str, None] = {}
        for pattern in kinds:
            rows = self.source.rows(
                f"SELECT DISTINCT ?s {{ {pattern} FILTER(isIRI(?s)) }} LIMIT {self.source.most_rows}"
            )
            found.update((row["s"].value, None) for row in rows)
        subjects: Subjects = {}
        for part in _parts(sorted(found), BATCH):
            self.group(self.about(part, f"FILTER(?p != <{SKOS}hasTopConcept>)"), subjects)
        record = read_subjects(subjects)
        self._section_iris = frozenset(record["sections"])
        return record

    def terms(self, iris: Iterable[str]) -> dict[str, TermRecord]:
        """Return kinds and relations that the ontology does not declare, with what is said about them."""
        wanted = sorted(i for i in set(iris) if is_iri(i))
        subjects: Subjects = {}
        for part in _parts(wanted, BATCH):
            self.group(self.about(part), subjects)
        data = Grouped(subjects)
        return {
            iri: {
                "iri": iri,
                "labels": data.texts(iri, RDFS + "label", SKOS + "prefLabel"),
                "definitions": data.texts(iri, SKOS + "definition", RDFS + "comment"),
                "parents": [],
                "order": data.number(iri, NS + "order", 999),
                "phrases": {},
                "symmetric": iri == SKOS + "related",
            }
            for iri in wanted
        }

    def typed_as(self, *types: str) -> KnowledgeBaseRecord:
        """Read everything of some classes, with the resources they point at (contrasts, counterparts)."""
        pattern = self.triple("?s", RDF + "type", "?t") + f" VALUES ?t {{ {write_iris(types)} }}"
        found = self.all_iris(pattern, "?s")
        subjects: Subjects = {}
        for part in _parts(found, BATCH):
            self.group(self.about(part), subjects)
        inner = sorted({n.value for s in subjects.values() for n in s.get(NS + "dimension", ())} - subjects.keys())
        for part in _parts(inner, BATCH):
            self.group(self.about(part), subjects)
        return read_subjects(subjects)

    def comparisons(self, iris: Sequence[str]) -> list[ComparisonRecord]:
        """Read the themes on which the regions are put side by side."""
        subjects: Subjects = {}
        for part in _parts(iris, BATCH):
            self.group(self.about(part), subjects)
        return read_comparisons(Grouped(subjects), iris)

    # Concepts

    def all_iris(self, pattern: str, name: str = "?c", *, most: int = 100_000) -> list[str]:
        """Return all IRIs a pattern binds a variable to, sorted.

        Raises:
            TooLargeError: There are more than `most`.
        """
        found = list(islice(self.iris(pattern, name), most + 1))
        if len(found) > most:
            raise TooLargeError(f"{self.source.name} has too many at once", most)
        return found

    def iris(self, pattern: str, name: str = "?c") -> Iterator[str]:
        """Yield all IRIs a pattern binds a variable to, sorted, page by page.

        Each page begins after the last IRI of the one before, so that no page costs more than the first
        and a store that gives fewer rows than asked for still gives all.
        """
        page = min(1000, self.source.most_rows)
        last = ""
        while True:
            after = f' && STR({name}) > "{last}"' if last else ""
            rows = self.source.rows(
                f"SELECT DISTINCT {name} {{ {pattern} FILTER(isIRI({name}){after}) }} ORDER BY STR({name}) LIMIT {page}"
            )
            found = [i for row in rows if (cell := row.get(name[1:])) and is_iri(i := cell.value) and i > last]
            if not found:
                return
            yield from found
            last = max(found)

    def count(self) -> int:
        """Return the number of concepts."""
        rows = self.source.rows(f"SELECT (COUNT(DISTINCT ?c) AS ?n) {{ {self.is_concept()} FILTER(isIRI(?c)) }}")
        return int(rows[0]["n"].value) if rows and "n" in rows[0] and rows[0]["n"].value.isdecimal() else 0

    def concepts(self, wanted: Mapping[str, str], sure: frozenset[str]) -> dict[str, ConceptRecord]:
        """Fetch some concepts, at most a batch.

        Args:
            wanted: IRI → slug.
            sure: Those known to be concepts.

        Returns:
            The records by IRI; what is not a concept is left out.
        """
        kinds = self.meta["kinds"]
        names = [i for i in wanted if is_iri(i)]
        subjects = self.group(self.about(names))
        values = write_iris(names)
        inverse = f"{_DOWN} <{SKOS}hasTopConcept>"
        self.group(self.quads(f"VALUES ?o {{ {values} }} VALUES ?p {{ {inverse} }}", "?s ?p ?o"), subjects)
        self._add_resources(names, subjects)
        if self.has_mappings:
            self._add_mappings(values, subjects)
        self._add_neighbours(names, subjects)
        return read_concepts(subjects, wanted, kinds, sure=sure & wanted.keys())

    def _add_resources(self, names: list[str], subjects: Subjects) -> None:
        """Add labels (SKOS-XL) and notes that are resources of their own."""
        by_name: set[str] = set()
        blank = False
        for iri in names:
            for predicate, nodes in subjects.get(iri, {}).items():
                if predicate.startswith(SKOSXL) or predicate in NOTE_PREDICATES:
                    targets = [n.value for n in nodes if n.lang is None]
                    by_name.update(t for t in targets if not t.startswith("_:"))
                    blank = blank or any(t.startswith("_:") for t in targets)
        for part in _parts(sorted(by_name - subjects.keys()), BATCH):
            self.group(self.about(part), subjects)
        if blank:
            inner = self.triple("?c", "?via", "?n") + self.triple("?n", "?p", "?o")
            rows = self.source.rows(
                f"SELECT ?c ?via ?n ?p ?o {{ VALUES ?c {{ {write_iris(names)} }} {inner} FILTER(isBlank(?n)) }}"
            )
            content = [{"s": row["n"], "p": row["p"], "o": row["o"]} for row in rows]
            links = [{"s": row["c"], "p": row["via"], "o": row["n"]} for row in rows]
            self.group([*content, *links], subjects)

    def _add_mappings(self, values: str, subjects: Subjects) -> None:
        head = f"VALUES ?c {{ {values} }} {self.triple('?s', SSSOM + 'subject_id', '?c')}"
        self.group(self.source.rows(f"SELECT ?s ?p ?o {{ {head} {self.triple('?s', '?p', '?o')} }}"), subjects)

    def _add_neighbours(self, names: list[str], subjects: Subjects) -> None:
        """Add of everything linked what shows whether it is a concept, and the labels of matches."""
        linked = {n.value for iri in names for nodes in subjects.get(iri, {}).values() for n in nodes if n.lang is None}
        for part in _parts(sorted(i for i in linked - subjects.keys() if is_iri(i)), _GROUPS):
            head = f"VALUES ?s {{ {write_iris(part)} }} {self.triple('?s', '?p', '?o')}"
            self.group(self.source.rows(f"SELECT ?s ?p ?o {{ {head} FILTER(?p IN ({_CONCEPT_SIGNS})) }}"), subjects)

    # Links between concepts

    def narrower(self, iris: Sequence[str]) -> dict[str, list[str]]:
        """Return for each IRI the concepts directly below it, sorted; those given by transitive links only too."""
        found: dict[str, set[str]] = {iri: set() for iri in iris}
        for part in _parts([i for i in iris if is_iri(i)], _GROUPS):
            values = write_iris(part)
            up = f"VALUES ?b {{ {values} }} VALUES ?p {{ {_UP} }} {self.triple('?n', '?p', '?b')}"
            down = f"VALUES ?b {{ {values} }} VALUES ?p {{ {_DOWN} }} {self.triple('?b', '?p', '?n')}"
            for row in self.source.rows(f"SELECT DISTINCT ?b ?n {{ {{ {up} }} UNION {{ {down} }} FILTER(isIRI(?n)) }}"):
                if {"b", "n"} <= row.keys() and is_iri(row["n"].value):
                    found.setdefault(row["b"].value, set()).add(row["n"].value)
        return {iri: sorted(below) for iri, below in found.items()}

    def incoming(self, iris: Sequence[str]) -> dict[str, Incoming]:
        """Return for each IRI the triples that end there and start at a concept, by subject and relation."""
        graphs: dict[str, dict[tuple[str, str], set[str]]] = {iri: {} for iri in iris}
        _ = self.meta  # the sections must be known before graphs can be told apart
        for part in _parts([i for i in iris if is_iri(i)], BATCH):
            head = f"VALUES ?o {{ {write_iris(part)} }} {self.is_concept('?s')}"
            for row in self.quads(head, "?s ?p ?o"):
                if {"s", "p", "o"} <= row.keys() and is_iri(row["s"].value):
                    key = (row["s"].value, row["p"].value)
                    graph = self._evidence(row["g"].value) if "g" in row else ""
                    graphs.setdefault(row["o"].value, {}).setdefault(key, set()).add(graph)
        return {
            iri: [(s, p, sorted(g for g in where if g)) for (s, p), where in sorted(links.items())]
            for iri, links in graphs.items()
        }

    # Collections

    def collections_with(self, iri: str) -> list[str]:
        """Return the IRIs of the collections a concept is a member of."""
        member = self.triple("?c", SKOS + "member", write_iri(iri))
        listed = f"?c <{SKOS}memberList>/<{RDF}rest>*/<{RDF}first> <{iri}>"
        arms = [member, listed] if self.sees_all else [member, listed, f"GRAPH ?g {{ {listed} }}"]
        pattern = " UNION ".join(f"{{ {arm} }}" for arm in arms)
        return self.all_iris(pattern, most=1000)

    def collection_iris(self) -> list[str]:
        """Return the IRIs of all collections."""
        types = write_iris((SKOS + "Collection", SKOS + "OrderedCollection"))
        return self.all_iris(self.triple("?c", RDF + "type", "?t") + f" VALUES ?t {{ {types} }}", most=10_000)

    def collections(self, iris: Sequence[str]) -> dict[str, CollectionRecord]:
        """Fetch collections with their members in order."""
        subjects: Subjects = {}
        for part in _parts([i for i in iris if is_iri(i)], BATCH):
            self.group(self.about(part), subjects)
            ordered = [i for i in part if SKOS + "memberList" in subjects.get(i, {})]
            for iri in ordered:
                self._add_list(iri, subjects)
        return read_subjects(subjects)["collections"]

    def _add_list(self, iri: str, subjects: Subjects) -> None:
        # A list is blank nodes, which keep no name from one answer to the next: all of it in one question.
        for place in ("", "GRAPH ?g "):
            rows = self.source.rows(
                f"SELECT ?head ?cell ?first ?rest {{ {place}{{ <{iri}> <{SKOS}memberList> ?head . "
                f"?head <{RDF}rest>* ?cell . ?cell <{RDF}first> ?first ; <{RDF}rest> ?rest }} }}"
            )
            if rows:
                cells = [{"s": row["cell"], "p": _iri(RDF + p), "o": row[p]} for row in rows for p in ("first", "rest")]
                subjects[iri].pop(SKOS + "memberList", None)
                self.group([*cells, {"s": _iri(iri), "p": _iri(SKOS + "memberList"), "o": rows[0]["head"]}], subjects)
                return


def _iri(text: str) -> Value:
    from sobkb.querying import Value

    return Value("iri", text)


def _parts(items: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]
