"""From quads to the compiled form. The only module that knows how RDF says what concepts are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from sobkb.grouping import Grouped, Node, Subjects, by_language, collect, collector_paused, unique
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
from sobkb.reading_editorial import read_comparisons, read_contrasts, read_counterparts
from sobkb.reading_vocabulary import (
    read_collections,
    read_header,
    read_kinds,
    read_relations,
    read_schemes,
    read_sections,
    read_sources,
    read_themes,
    sort_kinds,
)
from sobkb.records import (
    ConceptRecord,
    DateRecord,
    FigureRecord,
    KnowledgeBaseRecord,
    MatchRecord,
    RelationRecord,
    TermRecord,
    Text,
    TextStatementRecord,
)
from sobkb.slugs import make_slugs
from sobkb.snapshot import FORMAT

if TYPE_CHECKING:
    from pyoxigraph import Quad


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


def read_knowledge_base(quads: Iterable[Quad]) -> KnowledgeBaseRecord:
    """Read quads into the compiled form.

    Data by others is taken as it is found: types may be missing, links may stand in one direction
    only, labels may have no language. What is wrong with it is the validator's to say.

    Args:
        quads: The quads of all files together.
    """
    with collector_paused():
        return read_subjects(collect(quads))


def read_subjects(subjects: Subjects) -> KnowledgeBaseRecord:
    """Read grouped quads into the compiled form; see `read_knowledge_base`."""
    return _Reader(subjects).read()


def read_concepts(
    subjects: Subjects, wanted: Mapping[str, str], kinds: dict[str, TermRecord], *, sure: AbstractSet[str] = frozenset()
) -> dict[str, ConceptRecord]:
    """Read some concepts out of the quads about them and their neighbours.

    Args:
        subjects: The quads, grouped; of the neighbours, what shows that they are concepts.
        wanted: IRI → slug of the concepts to read.
        kinds: The classes of the ontology, which decide what is the most specific kind.
        sure: Those of the wanted that are known to be concepts, whatever the quads say.

    Returns:
        The concepts by IRI; what turns out not to be a concept is left out.
    """
    return _Reader(subjects).read_some(wanted, kinds, sure)


class _Reader(Grouped):
    def read_some(
        self, wanted: Mapping[str, str], kinds: dict[str, TermRecord], sure: AbstractSet[str]
    ) -> dict[str, ConceptRecord]:
        self.concept_iris = self.find_concepts() | sure
        self.prepare()
        self.slugs = wanted
        concepts = {iri: self.read_concept(iri) for iri in wanted if iri in self.concept_iris}
        sort_kinds(concepts, kinds)
        return concepts

    def prepare(self) -> None:
        self.broader = self.read_hierarchy()
        self.top = self.read_top_concepts()
        self.reified = self.read_match_notes()

    slugs: Mapping[str, str]

    def read(self) -> KnowledgeBaseRecord:
        self.concept_iris = self.find_concepts()
        self.prepare()
        self.slugs = make_slugs(self.concept_iris)
        concepts = {iri: self.read_concept(iri) for iri in sorted(self.concept_iris)}
        kinds = read_kinds(self, concepts)
        sort_kinds(concepts, kinds)
        schemes = read_schemes(self)
        title, version, creators = read_header(self, schemes)
        return KnowledgeBaseRecord(
            format=FORMAT,
            title=title,
            version=version,
            creators=creators,
            concepts=concepts,
            kinds=kinds,
            relations=read_relations(self, concepts),
            schemes=schemes,
            collections=read_collections(self),
            themes=read_themes(self),
            sections=read_sections(self),
            sources=read_sources(self),
            contrasts=read_contrasts(self),
            counterparts=read_counterparts(self),
            comparisons=read_comparisons(self, self.concept_iris),
        )

    # Concepts

    def find_concepts(self) -> set[str]:
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

    def read_hierarchy(self) -> dict[str, list[str]]:
        broader: dict[str, set[str]] = {}
        for iri in self.concept_iris:
            known = self.subjects.get(iri, {})
            for predicate in known.keys() & _HIERARCHY:
                upward = predicate in _UPWARD
                for node in known[predicate]:
                    if node.value in self.concept_iris:
                        below, above = (iri, node.value) if upward else (node.value, iri)
                        broader.setdefault(below, set()).add(above)
        self.drop_implied_transitive(broader)
        return {iri: sorted(above) for iri, above in broader.items()}

    def drop_implied_transitive(self, broader: dict[str, set[str]]) -> None:
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

    def read_top_concepts(self) -> set[str]:
        marked = (known[_TOP] for known in self.subjects.values() if _TOP in known)
        top = {node.value for nodes in marked for node in nodes}
        return top | {i for i in self.concept_iris if SKOS + "topConceptOf" in self.subjects.get(i, {})}

    def read_concept(self, iri: str) -> ConceptRecord:
        known = self.subjects.get(iri, {})
        pref = self.labels_in(known, *_PREF)
        if not pref:
            pref = self.texts(iri, RDFS + "label") or self.texts(iri, DCTERMS + "title", SCHEMA + "name")
        notes = {note: found for note, p in _NOTES.items() if p in known and (found := self.texts_of(known[p]))}
        if "definition" not in notes and (described := self.texts(iri, DCTERMS + "description")):
            notes["definition"] = described
        schemes = self.iris(iri, SKOS + "inScheme", SKOS + "topConceptOf")
        ours = not known.keys().isdisjoint(_OURS)  # other people's concepts have none of these
        return {
            "iri": iri,
            "slug": self.slugs[iri],
            "kinds": [t for t in self.iris(iri, RDF + "type") if not t.startswith(NOT_A_KIND)],
            "schemes": schemes,
            "top": iri in self.top,
            "level": self.value(iri, _LEVEL) if ours else "",
            "pref": pref,
            "alt": self.labels_in(known, *_ALT),
            "hidden": self.labels_in(known, *_HIDDEN),
            "notes": notes,
            "articles": {n.lang: n.value for n in sorted(known.get(_ARTICLE, ()), key=_by_value) if n.lang}
            if ours
            else {},
            "plural": sorted(n.value for n in known.get(_PLURAL, ())) if ours else [],
            "notations": sorted({n.value for n in known[_NOTATION]}) if _NOTATION in known else [],
            "broader": self.broader.get(iri, []),
            "relations": self.read_links(known),
            "texts": self.read_statement_texts(known) if ours else [],
            "figures": self.read_figures(known) if ours else [],
            "dates": self.read_dates(known) if ours else [],
            "matches": self.read_matches(iri),
            "regions": self.iris(iri, _SPATIAL) if _SPATIAL in known else [],
            "sources": self.iris(iri, _SOURCE) if _SOURCE in known else [],
            "status": local_name(self.value(iri, _STATUS)) if _STATUS in known else "",
            "created": self.value(iri, _CREATED)[:10] if _CREATED in known else "",
            "modified": self.value(iri, _MODIFIED)[:10] if _MODIFIED in known else "",
            "deprecated": _DEPRECATED in known and self.is_true(iri, _DEPRECATED),
            "replaced_by": self.iris(iri, _REPLACED_BY) if _REPLACED_BY in known else [],
        }

    def read_links(self, known: dict[str, list[Node]]) -> list[RelationRecord]:
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

    def read_statement_texts(self, known: dict[str, list[Node]]) -> list[TextStatementRecord]:
        graphs: dict[tuple[str, str, str], set[str]] = {}
        for predicate in TEXT_PREDICATES:
            for node in known.get(predicate, ()):
                if node.lang is not None:
                    graphs.setdefault((predicate, node.lang, node.value), set()).add(node.graph)
        return [
            TextStatementRecord(relation=p, text=[text, lang], graphs=sorted(g for g in places if g))
            for (p, lang, text), places in sorted(graphs.items())
        ]

    def read_figures(self, known: dict[str, list[Node]]) -> list[FigureRecord]:
        return [
            FigureRecord(
                value=node.value,
                unit=_here(known, NS + "unit", node.graph),
                approximate=any(t[0] in ("true", "1") for t in _here(known, NS + "isApproximate", node.graph)),
                measures=sorted(n.value for n in known.get(NS + "measures", ()) if n.graph == node.graph),
                place=sorted(n.value for n in known.get(NS + "inPlace", ()) if n.graph == node.graph),
                notes=_here(known, NS + "figureNote", node.graph),
                graph=node.graph,
            )
            for node in sorted(known.get(_FIGURE, ()), key=_by_graph)
            if _is_number(node.value)
        ]

    def read_dates(self, known: dict[str, list[Node]]) -> list[DateRecord]:
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
                found.append(DateRecord(edtf=edtf, notes=notes, graph=graph))
        return found

    # Matches

    def read_match_notes(self) -> dict[tuple[str, str, str], str]:
        """Index SSSOM mappings by subject, predicate and object."""
        found: dict[tuple[str, str, str], str] = {}
        for mapping in self.by_type.get(SSSOM + "Mapping", ()):
            ends = [self.value(mapping, f"{SSSOM}{p}_id") for p in ("subject", "predicate", "object")]
            found[ends[0], ends[1], ends[2]] = mapping
        return found

    def read_matches(self, iri: str) -> list[MatchRecord]:
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
