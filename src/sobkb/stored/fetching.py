"""Fetching what concept records are made of, in batches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from sobkb.grouping import Grouped, Subjects
from sobkb.namespaces import ISOTHES, NS, OWL, RDF, RDFS, SKOS, SKOSXL, SSSOM
from sobkb.reading import read_concepts, read_subjects
from sobkb.reading_concepts import NOT_A_KIND, NOTE_PREDICATES, STRUCTURE, TEXT_PREDICATES
from sobkb.reading_editorial import read_comparisons
from sobkb.stored.asking import BATCH, Asker, in_parts
from sobkb.stored.source import is_iri, write_iri, write_iris

if TYPE_CHECKING:
    from sobkb.indexes import Incoming
    from sobkb.querying import Value
    from sobkb.records import CollectionRecord, ComparisonRecord, ConceptRecord, KnowledgeBaseRecord, TermRecord

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
_INVERSE_SIGNS = ", ".join(f"<{p}>" for p in (*_INVERSE, SKOS + "narrowerTransitive", SKOS + "hasTopConcept"))
_ABOUT = (
    OWL + "Ontology",
    SKOS + "ConceptScheme",
    NS + "Section",
    NS + "EditorialGraph",
    NS + "Source",
)


class Fetcher(Asker):
    """Asks a store for what a knowledge base needs."""

    # What stands around the concepts

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
        self.group(self.about(sorted(found), f"FILTER(?p != <{SKOS}hasTopConcept>)"), subjects)
        record = read_subjects(subjects)
        self._section_iris = frozenset(record["sections"])
        return record

    def terms(self, iris: Iterable[str]) -> dict[str, TermRecord]:
        """Return kinds and relations that the ontology does not declare, with what is said about them."""
        wanted = sorted(i for i in set(iris) if is_iri(i))
        subjects: Subjects = {}
        self.group(self.about(wanted), subjects)
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
        self.group(self.about(found), subjects)
        inner = sorted({n.value for s in subjects.values() for n in s.get(NS + "dimension", ())} - subjects.keys())
        self.group(self.about(inner), subjects)
        return read_subjects(subjects)

    def comparisons(self, iris: Sequence[str]) -> list[ComparisonRecord]:
        """Read the themes on which the regions are put side by side."""
        subjects: Subjects = {}
        self.group(self.about(iris), subjects)
        return read_comparisons(Grouped(subjects), iris)

    # Concepts

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
        self.group(self.quads(names, "?o", f"FILTER(?p IN ({_INVERSE_SIGNS}))"), subjects)
        self._add_resources(names, subjects)
        if self.has_mappings:
            self._add_mappings(names, subjects)
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
        self.group(self.about(sorted(by_name - subjects.keys())), subjects)
        if blank:
            inner = self.triple("?c", "?via", "?n") + self.triple("?n", "?p", "?o")
            rows = self.source.rows(
                f"SELECT ?c ?via ?n ?p ?o {{ VALUES ?c {{ {write_iris(names)} }} {inner} FILTER(isBlank(?n)) }}"
            )
            content = [{"s": row["n"], "p": row["p"], "o": row["o"]} for row in rows]
            links = [{"s": row["c"], "p": row["via"], "o": row["n"]} for row in rows]
            self.group([*content, *links], subjects)

    def _add_mappings(self, names: list[str], subjects: Subjects) -> None:
        def write(values: str) -> str:
            head = f"VALUES ?c {{ {values} }} {self.triple('?s', SSSOM + 'subject_id', '?c')}"
            return f"SELECT ?s ?p ?o {{ {head} {self.triple('?s', '?p', '?o')} }}"

        # A mapping is mostly a blank node, which keeps no name from one answer to the next: each answer by itself.
        for part in in_parts(names, BATCH):
            self.group(self.source.rows(write(write_iris(part))), subjects)

    def _add_neighbours(self, names: list[str], subjects: Subjects) -> None:
        """Add of everything linked what shows whether it is a concept, and the labels of matches."""
        linked = {n.value for iri in names for nodes in subjects.get(iri, {}).values() for n in nodes if n.lang is None}

        def write(values: str) -> str:
            head = f"VALUES ?s {{ {values} }} {self.triple('?s', '?p', '?o')}"
            return f"SELECT ?s ?p ?o {{ {head} FILTER(?p IN ({_CONCEPT_SIGNS})) }}"

        self.group(self.complete(sorted(linked - subjects.keys()), write, "?s ?p ?o", _GROUPS), subjects)

    # Links between concepts

    def narrower(self, iris: Sequence[str]) -> dict[str, list[str]]:
        """Return for each IRI the concepts directly below it, sorted; those given by transitive links only too."""
        found: dict[str, set[str]] = {iri: set() for iri in iris}

        def write(values: str) -> str:
            up = f"VALUES ?b {{ {values} }} VALUES ?p {{ {_UP} }} {self.triple('?n', '?p', '?b')}"
            down = f"VALUES ?b {{ {values} }} VALUES ?p {{ {_DOWN} }} {self.triple('?b', '?p', '?n')}"
            return f"SELECT DISTINCT ?b ?n {{ {{ {up} }} UNION {{ {down} }} FILTER(isIRI(?n)) }}"

        for row in self.complete(iris, write, "?b ?n", _GROUPS):
            if {"b", "n"} <= row.keys() and is_iri(row["n"].value):
                found.setdefault(row["b"].value, set()).add(row["n"].value)
        return {iri: sorted(below) for iri, below in found.items()}

    def incoming(self, iris: Sequence[str]) -> dict[str, Incoming]:
        """Return for each IRI the triples that end there and start at a concept, by subject and relation."""
        graphs: dict[str, dict[tuple[str, str], set[str]]] = {iri: {} for iri in iris}
        _ = self.meta  # the sections must be known before graphs can be told apart
        for row in self.quads(iris, "?o", self.is_concept("?s")):
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
        """Fetch collections with their members in order; what is a theme is left out."""
        return self._lists(iris)["collections"]

    def themes(self) -> dict[str, CollectionRecord]:
        """Fetch the themes of the editors with their members in order."""
        return self._lists(self.all_iris(self.triple("?c", RDF + "type", NS + "StudyTheme"), most=1000))["themes"]

    def _lists(self, iris: Sequence[str]) -> KnowledgeBaseRecord:
        subjects: Subjects = {}
        self.group(self.about(iris), subjects)
        for iri in iris:
            if SKOS + "memberList" in subjects.get(iri, {}):
                self._add_list(iri, subjects)
        return read_subjects(subjects)

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
