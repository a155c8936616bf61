"""Reading concepts. The only module that knows how RDF says what concepts are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sobkb.grouping import Grouped, Node, Subjects, by_language, unique
from sobkb.light_typing import TYPE_CHECKING
from sobkb.namespaces import (
    ADMS,
    DCTERMS,
    FOAF,
    ISOTHES,
    NS,
    OWL,
    PROV,
    RDF,
    RDFS,
    SCHEMA,
    SKOS,
    SKOSXL,
    SSSOM,
    local_name,
    shorten_iri,
)

if TYPE_CHECKING:
    from typing import Self

    from sobkb.records import (
        ConceptRecord,
        DateRecord,
        FigureRecord,
        MatchRecord,
        RelationRecord,
        Text,
        TextStatementRecord,
    )

_UPWARD = tuple(SKOS + p for p in ("broader", "broaderTransitive")) + tuple(
    ISOTHES + p for p in ("broaderGeneric", "broaderPartitive", "broaderInstantial")
)
_DOWNWARD = tuple(SKOS + p for p in ("narrower", "narrowerTransitive")) + tuple(
    ISOTHES + p for p in ("narrowerGeneric", "narrowerPartitive", "narrowerInstantial")
)
_MATCHES = {m: SKOS + m for m in ("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch")}
_NOTES = {
    **{
        n: SKOS + n
        for n in ("definition", "scopeNote", "example", "historyNote", "changeNote", "editorialNote", "note")
    },
    "comment": RDFS + "comment",
}
_TYPE = RDF + "type"
_LEVEL = NS + "level"
_ARTICLE = NS + "article"
_PLURAL = NS + "pluralIn"
_FIGURE = NS + "value"
_PREF, _ALT, _HIDDEN = ((SKOS + sort, SKOSXL + sort) for sort in ("prefLabel", "altLabel", "hiddenLabel"))
_NOTATION = SKOS + "notation"
_SPATIAL = DCTERMS + "spatial"
_SOURCE = DCTERMS + "source"
_CREATED = DCTERMS + "created"
_MODIFIED = DCTERMS + "modified"
_REPLACED_BY = DCTERMS + "isReplacedBy"
_DEPRECATED = OWL + "deprecated"
_STATUS = ADMS + "status"
_TOP = SKOS + "hasTopConcept"
TEXT_PREDICATES = tuple(NS + p for p in ("sourceNote", "citizenRole", "politicianRole"))
"""Properties that hold what a source says and no relation can."""
_OURS = frozenset((_LEVEL, _ARTICLE, _PLURAL, _FIGURE, NS + "date", NS + "dateNote", *TEXT_PREDICATES))
STRUCTURE = frozenset(
    (
        *_UPWARD,
        *_DOWNWARD,
        *_MATCHES.values(),
        *(SKOS + p for p in ("inScheme", "topConceptOf", "hasTopConcept", "member", "memberList", "semanticRelation")),
        *_NOTES.values(),
        RDF + "type",
        RDFS + "subClassOf",
        RDFS + "seeAlso",
        OWL + "sameAs",
        FOAF + "focus",
        FOAF + "isPrimaryTopicOf",
        DCTERMS + "isReplacedBy",
        DCTERMS + "replaces",
        DCTERMS + "source",
        DCTERMS + "spatial",
        DCTERMS + "creator",
        DCTERMS + "subject",
        PROV + "wasDerivedFrom",
    )
)
_HIERARCHY = frozenset((*_UPWARD, *_DOWNWARD))
NOT_A_KIND = (SKOS, OWL, RDFS, RDF, SKOSXL)
"""Classes in these namespaces say how something is modelled, not what kind of thing it is."""

NOTE_PREDICATES = frozenset(_NOTES.values())
"""Properties whose values may be notes of their own."""


class ConceptReader(Grouped):
    """Finds the concepts in grouped quads, and reads them one by one.

    Args:
        subjects: The quads by subject and predicate.
        sure: Subjects that are known to be concepts, whatever the quads say.
    """

    def __init__(self, subjects: Subjects, sure: Iterable[str] = ()) -> None:
        super().__init__(subjects)
        self.concept_iris = self._find_concepts().union(sure)
        self.broader = self._read_hierarchy()
        self.top = self._read_top_concepts()
        self.reified = self._read_match_notes()
        self.slugs: Mapping[str, str] = {}
        self.depths: Mapping[str, int] = {}

    def name(self, slugs: Mapping[str, str], depths: Mapping[str, int]) -> Self:
        """Tell what cannot be read from the quads about a concept.

        Args:
            slugs: The slugs of the concepts by IRI.
            depths: How specific the kinds are; see `sobkb.reading_vocabulary.depths_of`.
        """
        self.slugs, self.depths = slugs, depths
        return self

    def kinds_of(self, iri: str) -> list[str]:
        """Return the kinds of a concept, the most specific first."""
        kinds = [t for t in self.iris(iri, _TYPE) if not t.startswith(NOT_A_KIND)]
        return sorted(kinds, key=lambda k: (-self.depths.get(k, 0), k)) if len(kinds) > 1 else kinds

    def used_kinds(self) -> set[str]:
        """Return the kinds that concepts have."""
        return {kind for iri in self.concept_iris for kind in self.kinds_of(iri)}

    def used_relations(self) -> set[str]:
        """Return the predicates of the relations and the text statements that concepts have."""
        found: set[str] = set()
        concepts, subjects = self.concept_iris, self.subjects
        for iri in concepts:
            for predicate, nodes in subjects.get(iri, {}).items():
                if predicate in found or predicate in STRUCTURE:
                    continue
                text = predicate in TEXT_PREDICATES
                for value, lang, _ in nodes:
                    if text if lang is not None else value in concepts:
                        found.add(predicate)
                        break
        return found

    # Concepts

    def _find_concepts(self) -> set[str]:
        found = set(self.by_type.get(SKOS + "Concept", ()))
        schemes = set(self.by_type.get(SKOS + "ConceptScheme", ()))
        others = {s for t in ("Collection", "OrderedCollection") for s in self.by_type.get(SKOS + t, ())} | schemes
        hints = _HIERARCHY | {SKOS + "inScheme", SKOS + "topConceptOf", SKOS + "related"}
        links = _HIERARCHY | {SKOS + "hasTopConcept"}
        for subject, predicates in self.subjects.items():
            if subject.startswith("_:") or subject in others:
                continue
            names = predicates.keys()
            if not names.isdisjoint(hints) and (SKOS + "prefLabel" in predicates or not names.isdisjoint(_HIERARCHY)):
                found.add(subject)
            for predicate in names & links:
                for node in predicates[predicate]:
                    if node.lang is None and node.value in self.subjects and node.value not in others:
                        found.add(node.value)
        for scheme in schemes:
            found.update(
                n.value for n in self.subjects[scheme].get(SKOS + "hasTopConcept", ()) if n.value in self.subjects
            )
        return {f for f in found if not f.startswith("_:")}

    def _read_hierarchy(self) -> dict[str, list[str]]:
        broader: dict[str, set[str]] = {}
        for iri in self.concept_iris:
            known = self.subjects.get(iri, {})
            for predicate in known.keys() & _HIERARCHY:
                upward = predicate in _UPWARD
                for node in known[predicate]:
                    if node.value in self.concept_iris:
                        below, above = (iri, node.value) if upward else (node.value, iri)
                        broader.setdefault(below, set()).add(above)
        self._drop_implied_transitive(broader)
        return {iri: sorted(above) for iri, above in broader.items()}

    def _drop_implied_transitive(self, broader: dict[str, set[str]]) -> None:
        # broaderTransitive is a super-property of broader: where broader itself is given, it alone is direct.
        for iri, above in broader.items():
            known = self.subjects.get(iri, {})
            if SKOS + "broaderTransitive" not in known:
                continue
            direct = {n.value for p in _UPWARD if not p.endswith("Transitive") for n in known.get(p, ())}
            if direct:
                loose = {n.value for n in known.get(SKOS + "broaderTransitive", ())} - direct
                down = {
                    a
                    for a in loose
                    if any(
                        n.value == iri
                        for p in _DOWNWARD
                        if not p.endswith("Transitive")
                        for n in self.subjects.get(a, {}).get(p, ())
                    )
                }
                above.difference_update(loose - down)

    def _read_top_concepts(self) -> set[str]:
        marked = (known[_TOP] for known in self.subjects.values() if _TOP in known)
        top = {node.value for nodes in marked for node in nodes}
        return top | {i for i in self.concept_iris if SKOS + "topConceptOf" in self.subjects.get(i, {})}

    def read_concept(self, iri: str) -> ConceptRecord:
        """Read everything that is stated about a concept; `name` must have been called before."""
        known = self.subjects.get(iri, {})
        notes = {note: found for note, p in _NOTES.items() if p in known and (found := self.texts_of(known[p]))}
        if "definition" not in notes and (described := self.texts(iri, DCTERMS + "description")):
            notes["definition"] = described
        schemes = self.iris(iri, SKOS + "inScheme", SKOS + "topConceptOf")
        ours = not known.keys().isdisjoint(_OURS)  # other people's concepts have none of these
        return {
            "iri": iri,
            "slug": self.slugs[iri],
            "kinds": self.kinds_of(iri),
            "schemes": schemes,
            "top": iri in self.top,
            "level": self.value(iri, _LEVEL) if ours else "",
            "pref": self.preferred_labels(iri),
            "alt": self.alternative_labels(iri),
            "hidden": self.labels_in(known, *_HIDDEN),
            "notes": notes,
            "articles": {n.lang: n.value for n in sorted(known.get(_ARTICLE, ()), key=_by_value) if n.lang}
            if ours
            else {},
            "plural": sorted(n.value for n in known.get(_PLURAL, ())) if ours else [],
            "notations": sorted({n.value for n in known[_NOTATION]}) if _NOTATION in known else [],
            "broader": self.broader.get(iri, []),
            "relations": self._read_links(known),
            "texts": self._read_statement_texts(known) if ours else [],
            "figures": self._read_figures(known) if ours else [],
            "dates": self._read_dates(known) if ours else [],
            "matches": self._read_matches(iri),
            "regions": self.iris(iri, _SPATIAL) if _SPATIAL in known else [],
            "sources": self.iris(iri, _SOURCE) if _SOURCE in known else [],
            "status": local_name(self.value(iri, _STATUS)) if _STATUS in known else "",
            "created": self.value(iri, _CREATED)[:10] if _CREATED in known else "",
            "modified": self.value(iri, _MODIFIED)[:10] if _MODIFIED in known else "",
            "deprecated": _DEPRECATED in known and self.is_true(iri, _DEPRECATED),
            "replaced_by": self.iris(iri, _REPLACED_BY) if _REPLACED_BY in known else [],
        }

    def preferred_labels(self, iri: str) -> list[Text]:
        """Return the preferred terms of a concept; without any, what else may serve as its name."""
        labels = self.labels_in(self.subjects.get(iri, {}), *_PREF)
        return labels or self.texts(iri, RDFS + "label") or self.texts(iri, DCTERMS + "title", SCHEMA + "name")

    def alternative_labels(self, iri: str) -> list[Text]:
        """Return the alternative terms of a concept."""
        return self.labels_in(self.subjects.get(iri, {}), *_ALT)

    def _read_links(self, known: dict[str, list[Node]]) -> list[RelationRecord]:
        graphs: dict[tuple[str, str], set[str]] = {}
        concepts = self.concept_iris
        for predicate, nodes in known.items():
            if predicate in STRUCTURE:
                continue
            for value, lang, graph in nodes:
                if lang is None and value in concepts:
                    graphs.setdefault((predicate, value), set()).add(graph)
        return [
            {"relation": p, "object": o, "graphs": sorted(filter(None, places))}
            for (p, o), places in sorted(graphs.items())
        ]

    def _read_statement_texts(self, known: dict[str, list[Node]]) -> list[TextStatementRecord]:
        graphs: dict[tuple[str, str, str], set[str]] = {}
        for predicate in TEXT_PREDICATES:
            for node in known.get(predicate, ()):
                if node.lang is not None:
                    graphs.setdefault((predicate, node.lang, node.value), set()).add(node.graph)
        return [
            {"relation": p, "text": [text, lang], "graphs": sorted(g for g in places if g)}
            for (p, lang, text), places in sorted(graphs.items())
        ]

    def _read_figures(self, known: dict[str, list[Node]]) -> list[FigureRecord]:
        return [
            {
                "value": node.value,
                "unit": _here(known, NS + "unit", node.graph),
                "approximate": any(t[0] in ("true", "1") for t in _here(known, NS + "isApproximate", node.graph)),
                "measures": sorted(n.value for n in known.get(NS + "measures", ()) if n.graph == node.graph),
                "place": sorted(n.value for n in known.get(NS + "inPlace", ()) if n.graph == node.graph),
                "notes": _here(known, NS + "figureNote", node.graph),
                "graph": node.graph,
            }
            for node in sorted(known.get(_FIGURE, ()), key=_by_graph)
            if _is_number(node.value)
        ]

    def _read_dates(self, known: dict[str, list[Node]]) -> list[DateRecord]:
        from sobkb.dates import parse_date
        from sobkb.errors import DateError

        found: list[DateRecord] = []
        places = sorted({n.graph for p in ("date", "dateNote") for n in known.get(NS + p, ())})
        for graph in places:
            notes = _here(known, NS + "dateNote", graph)
            dates = sorted(n.value for n in known.get(NS + "date", ()) if n.graph == graph)
            for date in dates or [""]:
                try:
                    edtf = parse_date(date).text if date else ""
                except DateError:  # reported by the validator; the words are still worth showing
                    edtf, notes = "", [*notes, [date, ""]]
                found.append({"edtf": edtf, "notes": notes, "graph": graph})
        return found

    # Matches

    def _read_match_notes(self) -> dict[tuple[str, str, str], str]:
        """Index SSSOM mappings by subject, predicate and object."""
        found: dict[tuple[str, str, str], str] = {}
        for mapping in self.by_type.get(SSSOM + "Mapping", ()):
            ends = [self.value(mapping, f"{SSSOM}{p}_id") for p in ("subject", "predicate", "object")]
            found[ends[0], ends[1], ends[2]] = mapping
        return found

    def _read_matches(self, iri: str) -> list[MatchRecord]:
        found: list[MatchRecord] = []
        known = self.subjects.get(iri, {})
        for sort, predicate in _MATCHES.items():
            if predicate not in known:
                continue
            for target in self.iris(iri, predicate):
                mapping = self.reified.get((iri, predicate, target), "") if self.reified else ""
                labels = self.texts(mapping, SSSOM + "object_label") if mapping else []
                justification = self.value(mapping, SSSOM + "mapping_justification") if mapping else ""
                found.append(
                    {
                        "type": sort,
                        "iri": target,
                        "labels": labels or self.labels(target, "prefLabel"),
                        "justification": shorten_iri(justification) if justification else "",
                        "confidence": self.value(mapping, SSSOM + "confidence") if mapping else "",
                        "reasons": self.texts(mapping, RDFS + "comment") if mapping else [],
                    }
                )
        return found


def _here(known: dict[str, list[Node]], predicate: str, graph: str) -> list[Text]:
    texts = [[n.value, n.lang] for n in known.get(predicate, ()) if n.graph == graph and n.lang is not None]
    return sorted(unique(texts), key=by_language)


def _by_value(node: Node) -> tuple[str, str]:
    return (node.value, node.lang or "")


def _by_graph(node: Node) -> tuple[str, str]:
    return (node.graph, node.value)


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
