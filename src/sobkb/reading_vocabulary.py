"""Reading what stands around the concepts: kinds, relations, schemes, collections, sources."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from sobkb.grouping import Grouped
from sobkb.light_typing import TYPE_CHECKING
from sobkb.namespaces import DC, DCTERMS, FOAF, NS, OWL, RDF, RDFS, SCHEMA, SKOS, local_name
from sobkb.slugs import make_slugs

if TYPE_CHECKING:
    from sobkb.records import (
        CollectionRecord,
        SchemeRecord,
        SectionRecord,
        SourceRecord,
        TermRecord,
        Text,
    )


def read_kinds(data: Grouped, used: AbstractSet[str]) -> dict[str, TermRecord]:
    """Read the classes that concepts are instances of, and those the ontology gives a place."""
    own = {c for c in data.by_type.get(OWL + "Class", ()) if NS + "order" in data.subjects[c]}
    known = used | own
    return {
        iri: _read_term(data, iri, [p for p in data.iris(iri, RDFS + "subClassOf") if p in known])
        for iri in sorted(known)
    }


def read_relations(data: Grouped, used: AbstractSet[str]) -> dict[str, TermRecord]:
    """Read the properties that link concepts, and those the ontology gives a wording."""
    own = {
        p
        for t in ("ObjectProperty", "DatatypeProperty", "AnnotationProperty")
        for p in data.by_type.get(OWL + t, ())
        if NS + "phrase" in data.subjects[p]
    }
    return {iri: _read_term(data, iri, data.iris(iri, RDFS + "subPropertyOf")) for iri in sorted(used | own)}


def _read_term(data: Grouped, iri: str, parents: list[str]) -> TermRecord:
    roles = {
        "forward": "phrase",
        "forwardPlural": "pluralPhrase",
        "inverse": "inversePhrase",
        "inversePlural": "inversePluralPhrase",
        "siblings": "siblingPhrase",
    }
    return {
        "iri": iri,
        "labels": data.texts(iri, RDFS + "label", SKOS + "prefLabel"),
        "definitions": data.texts(iri, SKOS + "definition", RDFS + "comment"),
        "parents": parents,
        "order": data.number(iri, NS + "order", 999),
        "phrases": {role: found for role, p in roles.items() if (found := data.texts(iri, NS + p))},
        "symmetric": OWL + "SymmetricProperty" in data.iris(iri, RDF + "type") or iri == SKOS + "related",
    }


def depths_of(kinds: Mapping[str, TermRecord]) -> dict[str, int]:
    """Return how long the longest way up is from every kind: the longest leads to the most specific kind."""
    depths: dict[str, int] = {}
    for start in kinds:
        stack = [start]
        waiting: set[str] = set()
        while stack:  # no recursion: somebody's classes may be nested thousands deep, or in a circle
            iri = stack[-1]
            waiting.add(iri)
            above = [p for p in kinds[iri]["parents"] if p not in depths and p not in waiting]
            if above and iri not in depths:
                stack += above
                continue
            stack.pop()
            depths.setdefault(iri, 1 + max((depths.get(p, 0) for p in kinds[iri]["parents"]), default=0))
    return depths


def read_schemes(data: Grouped) -> dict[str, SchemeRecord]:
    """Read the concept schemes, those that are only named included."""
    named = set(data.by_type.get(SKOS + "ConceptScheme", ()))
    for predicates in data.subjects.values():
        for predicate in (SKOS + "inScheme", SKOS + "topConceptOf"):
            named.update(n.value for n in predicates.get(predicate, ()) if n.lang is None)
    slugs = make_slugs(named)
    return {
        iri: {
            "iri": iri,
            "slug": slugs[iri],
            "labels": data.labels(iri, "prefLabel") or data.texts(iri, DCTERMS + "title", DC + "title", RDFS + "label"),
            "definitions": data.texts(iri, SKOS + "definition", DCTERMS + "description", DC + "description"),
            "order": data.number(iri, NS + "order", 999),
        }
        for iri in sorted(named)
    }


def read_collections(data: Grouped) -> dict[str, CollectionRecord]:
    """Read the enumerations; those without a name of their own are left out."""
    named = {i for t in ("Collection", "OrderedCollection") for i in data.by_type.get(SKOS + t, ())}
    return _read_lists(data, sorted(named.difference(data.by_type.get(NS + "StudyTheme", ()))))


def read_themes(data: Grouped) -> dict[str, CollectionRecord]:
    """Read the themes the editors put together, in the order in which they are to be studied."""
    named = data.by_type.get(NS + "StudyTheme", ())
    return _read_lists(data, sorted(named, key=lambda iri: (data.number(iri, NS + "order", 999), iri)))


def _read_lists(data: Grouped, iris: list[str]) -> dict[str, CollectionRecord]:
    ordered = frozenset(data.by_type.get(SKOS + "OrderedCollection", ()))
    named = [iri for iri in iris if not iri.startswith("_:")]
    slugs = make_slugs(named)
    found: dict[str, CollectionRecord] = {}
    for iri in named:
        listed = [m for head in data.iris(iri, SKOS + "memberList") for m in data.read_list(head)]
        graphs = {n.graph for n in data.subjects[iri].get(RDF + "type", ()) if n.graph}
        notes = data.texts(iri, SKOS + "note", SKOS + "definition", SKOS + "scopeNote", DCTERMS + "description")
        found[iri] = {
            "iri": iri,
            "slug": slugs[iri],
            "labels": data.labels(iri, "prefLabel") or data.texts(iri, RDFS + "label"),
            "notes": notes,
            "members": list(dict.fromkeys(listed or data.iris(iri, SKOS + "member"))),
            "ordered": iri in ordered,
            "open": data.is_true(iri, NS + "isOpen"),
            "sources": sorted(graphs.union(data.iris(iri, DCTERMS + "source"))),
        }
    return found


def read_sections(data: Grouped) -> dict[str, SectionRecord]:
    """Read the sections of the sources and the editorial graphs.

    A section has the creators it names, else those of the section it is part of. The creators of the
    whole work count for its sections only when no section of it names any: otherwise silence means
    that the source does not tell.
    """
    found: dict[str, SectionRecord] = {}
    editorial = set(data.by_type.get(NS + "EditorialGraph", ()))
    for iri in sorted({*data.by_type.get(NS + "Section", ()), *editorial}):
        parents = data.iris(iri, DCTERMS + "isPartOf")
        parent = next((p for p in parents if NS + "Section" in data.iris(p, RDF + "type")), "")
        found[iri] = {
            "iri": iri,
            "id": data.value(iri, DCTERMS + "identifier") or local_name(iri),
            "number": data.value(iri, NS + "number"),
            "labels": data.texts(iri, RDFS + "label"),
            "parent": parent,
            "order": data.number(iri, NS + "order", 999),
            "source": next((p for p in parents if p != parent), ""),
            "editorial": iri in editorial,
            "creators": read_names(data, iri),
        }
    for record in found.values():
        above, seen = record, {record["iri"]}
        while above["parent"] in found and above["parent"] not in seen:
            above = found[above["parent"]]
            seen.add(above["iri"])
            record["source"] = record["source"] or above["source"]
            record["creators"] = record["creators"] or above["creators"]
    detailed = {record["source"] for record in found.values() if record["creators"]}
    for record in found.values():
        if record["source"] and record["source"] not in detailed:
            record["creators"] = read_names(data, record["source"])
    return found


def read_names(data: Grouped, iri: str) -> list[str]:
    """Read who made a thing: names given as text, or the names of the makers."""
    makers = data.iris(iri, DCTERMS + "creator")
    names = data.texts(iri, DCTERMS + "creator")
    names += [t for m in makers for t in data.texts(m, FOAF + "name", SCHEMA + "name", RDFS + "label")[:1]]
    return list(dict.fromkeys(text for text, _ in names))


def read_sources(data: Grouped) -> dict[str, SourceRecord]:
    """Read the works that sections belong to."""
    return {
        iri: {
            "iri": iri,
            "labels": data.texts(iri, DCTERMS + "title", RDFS + "label"),
            "citation": data.texts(iri, DCTERMS + "bibliographicCitation"),
            "creators": [t[0] for t in data.texts(iri, DCTERMS + "creator")],
            "issued": data.value(iri, DCTERMS + "issued"),
        }
        for iri in sorted(data.by_type.get(NS + "Source", ()))
    }


def read_header(data: Grouped, schemes: dict[str, SchemeRecord]) -> tuple[list[Text], str, list[str]]:
    """Read the title, the version and the makers of the whole."""
    for iri in sorted(data.by_type.get(OWL + "Ontology", ())):
        title = data.texts(iri, DCTERMS + "title", RDFS + "label")
        if title:
            return title, data.value(iri, OWL + "versionInfo"), read_names(data, iri)
    for iri, scheme in schemes.items():
        if scheme["labels"]:
            version = data.value(iri, OWL + "versionInfo", DCTERMS + "hasVersion")
            return scheme["labels"], version, read_names(data, iri)
    return [], "", []
