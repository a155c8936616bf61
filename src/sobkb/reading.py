"""From quads to the compiled form. The only module that knows how RDF says what concepts are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from sobkb.namespaces import DC, DCTERMS, FOAF, ID, ISOTHES, NS, OWL, PROV, RDF, RDFS, SCHEMA, SKOS, SKOSXL, local_name
from sobkb.records import (
    FORMAT,
    CollectionRecord,
    ComparisonRecord,
    ConceptRecord,
    ContrastRecord,
    CounterpartRecord,
    DateRecord,
    FigureRecord,
    KnowledgeBaseRecord,
    MatchRecord,
    RelationRecord,
    SchemeRecord,
    SectionRecord,
    SourceRecord,
    TermRecord,
    Text,
    TextStatementRecord,
)
from sobkb.text import normalise_tag

if TYPE_CHECKING:
    from pyoxigraph import Quad


class Node(NamedTuple):
    """The object of a triple: `lang` is None for an IRI or blank node, a tag or "" for a literal."""

    value: str
    lang: str | None
    graph: str


Subjects = dict[str, dict[str, list[Node]]]
"""subject → predicate → objects, in the order read."""

_UPWARD = tuple(SKOS + p for p in ("broader", "broaderTransitive")) + tuple(
    ISOTHES + p for p in ("broaderGeneric", "broaderPartitive", "broaderInstantial")
)
_DOWNWARD = tuple(SKOS + p for p in ("narrower", "narrowerTransitive")) + tuple(
    ISOTHES + p for p in ("narrowerGeneric", "narrowerPartitive", "narrowerInstantial")
)
_MATCHES = ("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch")
_NOTES = ("definition", "scopeNote", "example", "historyNote", "changeNote", "editorialNote", "note")
_STRUCTURE = frozenset(
    (
        *_UPWARD,
        *_DOWNWARD,
        *(SKOS + m for m in _MATCHES),
        *(SKOS + p for p in ("inScheme", "topConceptOf", "hasTopConcept", "member", "memberList", "semanticRelation")),
        *(SKOS + n for n in _NOTES),
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
_NOT_A_KIND = (SKOS, OWL, RDFS, RDF, SKOSXL)
_SLUG = re.compile(r"[^a-z0-9]+")


def collect(quads: Iterable[Quad]) -> Subjects:
    """Group quads by subject and predicate."""
    from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode

    subjects: Subjects = {}
    tags: dict[str, str] = {}
    for quad in quads:
        target = quad.object
        sort = type(target)
        if sort is Literal:
            tag = target.language
            lang = "" if tag is None else tags.get(tag) or tags.setdefault(tag, normalise_tag(tag))
            value = target.value
        elif sort is NamedNode:
            lang, value = None, target.value
        elif sort is BlankNode:
            lang, value = None, "_:" + target.value
        else:  # a quoted triple says nothing about concepts
            continue
        subject = quad.subject
        name = "_:" + subject.value if isinstance(subject, BlankNode) else getattr(subject, "value", "")
        graph = quad.graph_name
        place = "" if isinstance(graph, DefaultGraph) else graph.value
        nodes = subjects.setdefault(name, {}).setdefault(quad.predicate.value, [])
        nodes.append(Node(value, lang, place))
    return subjects


def read_knowledge_base(quads: Iterable[Quad]) -> KnowledgeBaseRecord:
    """Read quads into the compiled form.

    Data by others is taken as it is found: types may be missing, links may stand in one direction
    only, labels may have no language. What is wrong with it is the validator's to say.

    Args:
        quads: The quads of all files together.
    """
    return _Reader(collect(quads)).read()


class _Reader:
    def __init__(self, subjects: Subjects) -> None:
        self.subjects = subjects

    def read(self) -> KnowledgeBaseRecord:
        self.by_type: dict[str, list[str]] = {}
        for subject, predicates in self.subjects.items():
            for node in predicates.get(RDF + "type", ()):
                self.by_type.setdefault(node.value, []).append(subject)
        schemes = self.read_schemes()
        self.concept_iris = self.find_concepts()
        self.broader = self.read_hierarchy()
        self.top = self.read_top_concepts()
        self.reified = self.read_match_notes()
        self.slugs = make_slugs(self.concept_iris)
        concepts = {iri: self.read_concept(iri) for iri in sorted(self.concept_iris)}
        kinds = self.read_kinds(concepts)
        self.sort_kinds(concepts, kinds)
        collections = self.read_collections()
        title, version = self.read_header(schemes)
        return KnowledgeBaseRecord(
            format=FORMAT,
            title=title,
            version=version,
            concepts=concepts,
            kinds=kinds,
            relations=self.read_relations(concepts),
            schemes=schemes,
            collections=collections,
            sections=self.read_sections(),
            sources=self.read_sources(),
            contrasts=self.read_contrasts(),
            counterparts=self.read_counterparts(),
            comparisons=self.read_comparisons(),
        )

    # Small readers

    def texts(self, subject: str, *predicates: str) -> list[Text]:
        """Return literals, in a fixed order; a note given as a resource counts by its rdf:value."""
        found: list[Text] = []
        known = self.subjects.get(subject, {})
        for predicate in predicates:
            for node in known.get(predicate, ()):
                if node.lang is not None:
                    found.append([node.value, node.lang])
                elif node.value in self.subjects:
                    inner = self.subjects[node.value].get(RDF + "value", ())
                    found += [[n.value, n.lang] for n in inner if n.lang is not None]
        return sorted((t for t in _unique(found)), key=_by_language)

    def labels(self, subject: str, sort: str) -> list[Text]:
        found = self.texts(subject, SKOS + sort)
        for node in self.subjects.get(subject, {}).get(SKOSXL + sort, ()):
            found += self.texts(node.value, SKOSXL + "literalForm")
        return sorted(_unique(found), key=_by_language)

    def iris(self, subject: str, *predicates: str) -> list[str]:
        known = self.subjects.get(subject, {})
        found = [n.value for p in predicates for n in known.get(p, ()) if n.lang is None]
        return sorted(set(found))

    def value(self, subject: str, *predicates: str) -> str:
        known = self.subjects.get(subject, {})
        values = sorted(n.value for p in predicates for n in known.get(p, ()))
        return values[0] if values else ""

    def number(self, subject: str, predicate: str, default: int) -> int:
        try:
            return int(self.value(subject, predicate))
        except ValueError:
            return default

    def is_true(self, subject: str, predicate: str) -> bool:
        return self.value(subject, predicate) in ("true", "1")

    # Concepts

    def find_concepts(self) -> set[str]:
        found = set(self.by_type.get(SKOS + "Concept", ()))
        schemes = set(self.by_type.get(SKOS + "ConceptScheme", ()))
        others = {s for t in ("Collection", "OrderedCollection") for s in self.by_type.get(SKOS + t, ())} | schemes
        hints = (*_UPWARD, *_DOWNWARD, SKOS + "inScheme", SKOS + "topConceptOf", SKOS + "related")
        for subject, predicates in self.subjects.items():
            if subject.startswith("_:") or subject in others:
                continue
            if any(h in predicates for h in hints) and (
                SKOS + "prefLabel" in predicates or any(h in predicates for h in (*_UPWARD, *_DOWNWARD))
            ):
                found.add(subject)
            for predicate in (*_UPWARD, *_DOWNWARD, SKOS + "hasTopConcept"):
                for node in predicates.get(predicate, ()):
                    if node.lang is None and node.value in self.subjects and node.value not in others:
                        found.add(node.value)
        for scheme in schemes:
            found.update(n.value for n in self.subjects[scheme].get(SKOS + "hasTopConcept", ()) if n.value in self.subjects)
        return {f for f in found if not f.startswith("_:")}

    def read_hierarchy(self) -> dict[str, list[str]]:
        broader: dict[str, set[str]] = {}
        for iri in self.concept_iris:
            known = self.subjects.get(iri, {})
            for predicate in _UPWARD:
                for node in known.get(predicate, ()):
                    if node.value in self.concept_iris:
                        broader.setdefault(iri, set()).add(node.value)
            for predicate in _DOWNWARD:
                for node in known.get(predicate, ()):
                    if node.value in self.concept_iris:
                        broader.setdefault(node.value, set()).add(iri)
        self.drop_implied_transitive(broader)
        return {iri: sorted(above) for iri, above in broader.items()}

    def drop_implied_transitive(self, broader: dict[str, set[str]]) -> None:
        # broaderTransitive is a super-property of broader: where broader itself is given, it alone is direct.
        for iri, above in broader.items():
            known = self.subjects.get(iri, {})
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
                above -= loose - down

    def read_top_concepts(self) -> set[str]:
        top = {n.value for s in self.by_type.get(SKOS + "ConceptScheme", ()) for n in self.subjects[s].get(SKOS + "hasTopConcept", ())}
        return top | {i for i in self.concept_iris if SKOS + "topConceptOf" in self.subjects.get(i, {})}

    def read_concept(self, iri: str) -> ConceptRecord:
        known = self.subjects.get(iri, {})
        labels = {sort: self.labels(iri, sort) for sort in ("prefLabel", "altLabel", "hiddenLabel")}
        if not labels["prefLabel"]:
            labels["prefLabel"] = self.texts(iri, RDFS + "label") or self.texts(iri, DCTERMS + "title", SCHEMA + "name")
        notes = {note: found for note in _NOTES if (found := self.texts(iri, SKOS + note))}
        if comment := self.texts(iri, RDFS + "comment"):
            notes["comment"] = comment
        if "definition" not in notes and (described := self.texts(iri, DCTERMS + "description")):
            notes["definition"] = described
        schemes = self.iris(iri, SKOS + "inScheme", SKOS + "topConceptOf")
        return ConceptRecord(
            iri=iri,
            slug=self.slugs[iri],
            kinds=[t for t in self.iris(iri, RDF + "type") if not t.startswith(_NOT_A_KIND)],
            schemes=schemes,
            top=iri in self.top,
            level=self.value(iri, NS + "level"),
            pref=labels["prefLabel"],
            alt=labels["altLabel"],
            hidden=labels["hiddenLabel"],
            notes=notes,
            articles={n.lang: n.value for n in known.get(NS + "article", ()) if n.lang},
            plural=sorted(n.value for n in known.get(NS + "pluralIn", ())),
            notations=sorted({n.value for n in known.get(SKOS + "notation", ())}),
            broader=self.broader.get(iri, []),
            relations=self.read_links(known),
            texts=self.read_statement_texts(known),
            figures=self.read_figures(known),
            dates=self.read_dates(known),
            matches=self.read_matches(iri),
            regions=self.iris(iri, DCTERMS + "spatial"),
            sources=self.iris(iri, DCTERMS + "source"),
            status=local_name(self.value(iri, "http://www.w3.org/ns/adms#status")),
            created=self.value(iri, DCTERMS + "created")[:10],
            modified=self.value(iri, DCTERMS + "modified")[:10],
            deprecated=self.is_true(iri, OWL + "deprecated"),
            replaced_by=self.iris(iri, DCTERMS + "isReplacedBy"),
        )

    def read_links(self, known: dict[str, list[Node]]) -> list[RelationRecord]:
        graphs: dict[tuple[str, str], set[str]] = {}
        for predicate, nodes in known.items():
            if predicate in _STRUCTURE:
                continue
            for node in nodes:
                if node.lang is None and node.value in self.concept_iris:
                    graphs.setdefault((predicate, node.value), set()).add(node.graph)
        return [
            RelationRecord(relation=p, object=o, graphs=sorted(g for g in places if g))
            for (p, o), places in sorted(graphs.items())
        ]

    def read_statement_texts(self, known: dict[str, list[Node]]) -> list[TextStatementRecord]:
        graphs: dict[tuple[str, str, str], set[str]] = {}
        for predicate in (NS + "sourceNote", NS + "citizenRole", NS + "politicianRole"):
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
            for node in sorted(known.get(NS + "value", ()), key=lambda n: (n.graph, n.value))
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
        for mapping in self.by_type.get("https://w3id.org/sssom/Mapping", ()):
            key = tuple(self.value(mapping, f"https://w3id.org/sssom/{p}_id") for p in ("subject", "predicate", "object"))
            found[key[0], key[1], key[2]] = mapping
        return found

    def read_matches(self, iri: str) -> list[MatchRecord]:
        from sobkb.namespaces import SSSOM, shorten_iri

        found: list[MatchRecord] = []
        for sort in _MATCHES:
            for target in self.iris(iri, SKOS + sort):
                mapping = self.reified.get((iri, SKOS + sort, target), "")
                labels = self.texts(mapping, SSSOM + "object_label") or self.labels(target, "prefLabel")
                justification = self.value(mapping, SSSOM + "mapping_justification")
                found.append(
                    MatchRecord(
                        type=sort,
                        iri=target,
                        labels=labels,
                        justification=shorten_iri(justification) if justification else "",
                        confidence=self.value(mapping, SSSOM + "confidence"),
                        reasons=self.texts(mapping, RDFS + "comment"),
                    )
                )
        return found

    # Vocabulary

    def read_kinds(self, concepts: dict[str, ConceptRecord]) -> dict[str, TermRecord]:
        used = {k for record in concepts.values() for k in record["kinds"]}
        own = {c for c in self.by_type.get(OWL + "Class", ()) if NS + "order" in self.subjects[c]}
        known = used | own
        return {iri: self.read_term(iri, [p for p in self.iris(iri, RDFS + "subClassOf") if p in known]) for iri in sorted(known)}

    def read_relations(self, concepts: dict[str, ConceptRecord]) -> dict[str, TermRecord]:
        used = {r["relation"] for record in concepts.values() for r in (*record["relations"], *record["texts"])}
        own = {
            p
            for t in ("ObjectProperty", "DatatypeProperty", "AnnotationProperty")
            for p in self.by_type.get(OWL + t, ())
            if NS + "phrase" in self.subjects[p]
        }
        return {iri: self.read_term(iri, self.iris(iri, RDFS + "subPropertyOf")) for iri in sorted(used | own)}

    def read_term(self, iri: str, parents: list[str]) -> TermRecord:
        roles = {
            "forward": "phrase",
            "forwardPlural": "pluralPhrase",
            "inverse": "inversePhrase",
            "inversePlural": "inversePluralPhrase",
        }
        return TermRecord(
            iri=iri,
            labels=self.texts(iri, RDFS + "label", SKOS + "prefLabel"),
            definitions=self.texts(iri, SKOS + "definition", RDFS + "comment"),
            parents=parents,
            order=self.number(iri, NS + "order", 999),
            phrases={role: found for role, p in roles.items() if (found := self.texts(iri, NS + p))},
            symmetric=OWL + "SymmetricProperty" in self.iris(iri, RDF + "type") or iri == SKOS + "related",
        )

    @staticmethod
    def sort_kinds(concepts: dict[str, ConceptRecord], kinds: dict[str, TermRecord]) -> None:
        """Put the most specific kind first: the one with the longest way up."""

        def depth(iri: str, seen: frozenset[str] = frozenset()) -> int:
            parents = [p for p in kinds[iri]["parents"] if p not in seen]
            return 1 + max((depth(p, seen | {iri}) for p in parents), default=0)

        depths = {iri: depth(iri) for iri in kinds}
        for record in concepts.values():
            record["kinds"].sort(key=lambda k: (-depths[k], k))

    # Schemes, collections, sources

    def read_schemes(self) -> dict[str, SchemeRecord]:
        named = set(self.by_type.get(SKOS + "ConceptScheme", ()))
        for predicates in self.subjects.values():
            for predicate in (SKOS + "inScheme", SKOS + "topConceptOf"):
                named.update(n.value for n in predicates.get(predicate, ()) if n.lang is None)
        slugs = make_slugs(named)
        return {
            iri: SchemeRecord(
                iri=iri,
                slug=slugs[iri],
                labels=self.labels(iri, "prefLabel") or self.texts(iri, DCTERMS + "title", DC + "title", RDFS + "label"),
                definitions=self.texts(iri, SKOS + "definition", DCTERMS + "description", DC + "description"),
                order=self.number(iri, NS + "order", 999),
            )
            for iri in sorted(named)
        }

    def read_collections(self) -> dict[str, CollectionRecord]:
        ordered = set(self.by_type.get(SKOS + "OrderedCollection", ()))
        named = sorted({*self.by_type.get(SKOS + "Collection", ()), *ordered})
        slugs = make_slugs(n for n in named if not n.startswith("_:"))
        found: dict[str, CollectionRecord] = {}
        for iri in named:
            if iri.startswith("_:"):
                continue
            listed = [m for head in self.iris(iri, SKOS + "memberList") for m in self.read_list(head)]
            graphs = {n.graph for n in self.subjects[iri].get(RDF + "type", ()) if n.graph}
            found[iri] = CollectionRecord(
                iri=iri,
                slug=slugs[iri],
                labels=self.labels(iri, "prefLabel") or self.texts(iri, RDFS + "label"),
                notes=self.texts(iri, SKOS + "note", SKOS + "definition", SKOS + "scopeNote"),
                members=list(dict.fromkeys(listed or self.iris(iri, SKOS + "member"))),
                ordered=iri in ordered,
                open=self.is_true(iri, NS + "isOpen"),
                sources=sorted(graphs.union(self.iris(iri, DCTERMS + "source"))),
            )
        return found

    def read_list(self, head: str) -> list[str]:
        members: list[str] = []
        seen: set[str] = set()
        while head != RDF + "nil" and head not in seen and head in self.subjects:
            seen.add(head)
            members += [n.value for n in self.subjects[head].get(RDF + "first", ())]
            head = next((n.value for n in self.subjects[head].get(RDF + "rest", ())), RDF + "nil")
        return members

    def read_sections(self) -> dict[str, SectionRecord]:
        found: dict[str, SectionRecord] = {}
        editorial = set(self.by_type.get(NS + "EditorialGraph", ()))
        for iri in sorted({*self.by_type.get(NS + "Section", ()), *editorial}):
            parents = self.iris(iri, DCTERMS + "isPartOf")
            parent = next((p for p in parents if NS + "Section" in self.iris(p, RDF + "type")), "")
            found[iri] = SectionRecord(
                iri=iri,
                id=self.value(iri, DCTERMS + "identifier") or local_name(iri),
                number=self.value(iri, NS + "number"),
                labels=self.texts(iri, RDFS + "label"),
                parent=parent,
                order=self.number(iri, NS + "order", 999),
                source=next((p for p in parents if p != parent), ""),
                editorial=iri in editorial,
            )
        for record in found.values():
            above = record
            while not record["source"] and above["parent"] in found and above["parent"] != above["iri"]:
                above = found[above["parent"]]
                record["source"] = above["source"]
        return found

    def read_sources(self) -> dict[str, SourceRecord]:
        return {
            iri: SourceRecord(
                iri=iri,
                labels=self.texts(iri, DCTERMS + "title", RDFS + "label"),
                citation=self.texts(iri, DCTERMS + "bibliographicCitation"),
                creators=[t[0] for t in self.texts(iri, DCTERMS + "creator")],
                issued=self.value(iri, DCTERMS + "issued"),
            )
            for iri in sorted(self.by_type.get(NS + "Source", ()))
        }

    # Editorial views

    def graph_of(self, subject: str) -> str:
        return next((n.graph for n in self.subjects[subject].get(RDF + "type", ())), "")

    def read_contrasts(self) -> list[ContrastRecord]:
        found: list[ContrastRecord] = []
        for iri in sorted(self.by_type.get(NS + "Contrast", ())):
            rows = sorted(self.iris(iri, NS + "dimension"), key=lambda d: (self.number(d, NS + "order", 999), d))
            found.append(
                ContrastRecord(
                    iri=iri,
                    first=self.value(iri, NS + "first"),
                    second=self.value(iri, NS + "second"),
                    question=self.texts(iri, NS + "decidingQuestion"),
                    dimensions=[
                        [self.texts(d, RDFS + "label"), self.texts(d, NS + "firstValue"), self.texts(d, NS + "secondValue")]
                        for d in rows
                    ],
                    graph=self.graph_of(iri),
                )
            )
        return found

    def read_counterparts(self) -> list[CounterpartRecord]:
        return [
            CounterpartRecord(
                iri=iri,
                flemish=self.value(iri, NS + "flemishSide"),
                dutch=self.value(iri, NS + "dutchSide"),
                degree=self.value(iri, NS + "degree"),
                reasons=self.texts(iri, NS + "reason"),
                graph=self.graph_of(iri),
            )
            for iri in sorted(self.by_type.get(NS + "Counterpart", ()))
        ]

    def read_comparisons(self) -> list[ComparisonRecord]:
        found: list[ComparisonRecord] = []
        for iri in sorted(self.concept_iris):
            known = self.subjects.get(iri, {})
            if NS + "conclusion" in known:
                found.append(
                    ComparisonRecord(
                        iri=iri,
                        concept=iri,
                        theme=self.texts(iri, NS + "theme"),
                        flemish=self.iris(iri, NS + "flemishSide"),
                        dutch=self.iris(iri, NS + "dutchSide"),
                        conclusions=self.texts(iri, NS + "conclusion"),
                        graph=known[NS + "conclusion"][0].graph,
                    )
                )
        return found

    def read_header(self, schemes: dict[str, SchemeRecord]) -> tuple[list[Text], str]:
        for iri in sorted(self.by_type.get(OWL + "Ontology", ())):
            title = self.texts(iri, DCTERMS + "title", RDFS + "label")
            if title:
                return title, self.value(iri, OWL + "versionInfo")
        for iri, scheme in schemes.items():
            if scheme["labels"]:
                return scheme["labels"], self.value(iri, OWL + "versionInfo", DCTERMS + "hasVersion")
        return [], ""


def make_slugs(iris: Iterable[str]) -> dict[str, str]:
    """Give every IRI a short name that is safe in a path and unique.

    Our own entries keep the name in their IRI. For other IRIs it is made of the last part; what would
    collide gets the smallest free number, in the order of the IRIs, so that the result is stable.

    Examples:
        >>> make_slugs(["http://a.org/x#Één", "http://b.org/een"])
        {'http://a.org/x#Één': 'een', 'http://b.org/een': 'een-2'}
    """
    slugs: dict[str, str] = {}
    taken: set[str] = set()
    ordered = sorted(iris)
    for iri in ordered:
        if iri.startswith(ID) and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", iri[len(ID) :]):
            slugs[iri] = iri[len(ID) :]
            taken.add(slugs[iri])
    for iri in ordered:
        if iri in slugs:
            continue
        plain = unicodedata.normalize("NFKD", local_name(iri)).encode("ascii", "ignore").decode().lower()
        base = _SLUG.sub("-", plain).strip("-")[:80].strip("-") or "x"
        slug, number = base, 1
        while slug in taken:
            number += 1
            slug = f"{base}-{number}"
        slugs[iri] = slug
        taken.add(slug)
    return slugs


def _here(known: dict[str, list[Node]], predicate: str, graph: str) -> list[Text]:
    texts = [[n.value, n.lang] for n in known.get(predicate, ()) if n.graph == graph and n.lang is not None]
    return sorted(_unique(texts), key=_by_language)


def _unique(texts: Iterable[Text]) -> list[Text]:
    seen: set[tuple[str, str]] = set()
    return [t for t in texts if (t[0], t[1]) not in seen and not seen.add((t[0], t[1]))]  # type: ignore[func-returns-value]


def _by_language(text: Text) -> tuple[str, str]:
    return (text[1], text[0])


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


