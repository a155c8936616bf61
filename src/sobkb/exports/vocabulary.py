"""What concepts are described with, as plain JSON: the names behind the short names in `plain`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sobkb.exports.languages import by_language, lists

if TYPE_CHECKING:
    from sobkb.exports.selecting import Part
    from sobkb.model import Collection, Concept, Contrast, Term


def vocabulary_json(part: Part) -> dict[str, list[dict[str, Any]]]:
    """Return schemes, kinds, relations, collections, themes, sections, sources and editorial views.

    For the whole that is all of them; for a part, those that its concepts speak of.
    """
    kb, used = part.kb, _Used(part)
    return {
        "schemes": [
            {"iri": s.iri, "slug": s.slug, "labels": by_language(s.labels), "definition": lists(s.definitions)}
            for s in kb.schemes
            if used(s.iri)
        ],
        "kinds": [term_json(k) for k in kb.kinds if used(k.iri)],
        "relations": [relation_json(r) for r in kb.relation_types if used(r.iri)],
        "collections": [
            {
                "iri": c.iri,
                "slug": c.slug,
                "labels": by_language(c.labels),
                "members": [m.slug for m in c.members],
                "ordered": c.ordered,
                "open": c.open,
                "sections": [s.id for s in c.sections],
            }
            for c in _collections(part)
        ],
        "themes": [
            {
                "iri": t.iri,
                "slug": t.slug,
                "labels": by_language(t.labels),
                "description": by_language(t.notes),
                "members": [m.slug for m in t.members],
                "editorial": t.is_editorial,
            }
            for t in _themes(part)
        ],
        "sections": [
            {
                "iri": s.iri,
                "id": s.id,
                "number": s.number,
                "labels": by_language(s.labels),
                "source": s.source or None,
                "creators": list(s.creators),
                "editorial": s.editorial,
            }
            for s in kb.sections
            if used(s.iri)
        ],
        "sources": [
            {
                "iri": s.iri,
                "labels": by_language(s.labels),
                "citation": by_language(s.citations),
                "creators": list(s.creators),
            }
            for s in kb.sources
            if used(s.iri)
        ],
        "contrasts": [_contrast(c) for c in kb.contrasts if used(c.first.iri, c.second.iri)],
        "counterparts": [
            {
                "iri": c.iri,
                "flemish": c.flemish.slug if c.flemish else None,
                "dutch": c.dutch.slug if c.dutch else None,
                "degree": c.degree,
                "reason": by_language(c.reasons),
            }
            for c in kb.counterparts
            if used(*(side.iri for side in (c.flemish, c.dutch) if side))
        ],
        "comparisons": [
            {
                "iri": c.iri,
                "concept": c.concept.slug,
                "theme": by_language(c.themes),
                "flemish": [f.slug for f in c.flemish],
                "dutch": [d.slug for d in c.dutch],
                "conclusion": by_language(c.conclusions),
            }
            for c in kb.comparisons
            if used(c.concept.iri)
        ],
    }


def _collections(part: Part) -> list[Collection]:
    # A part asks its concepts, so that a store is not asked for the lists it does not need.
    if part.whole:
        return list(part.kb.collections)
    return sorted({c for concept in part.concepts for c in concept.collections}, key=lambda c: c.iri)


def _themes(part: Part) -> list[Collection]:
    own = list(part.kb.record["themes"])  # in the order of a course; others are made up of what is there
    found = part.kb.themes if part.whole else {t for concept in part.concepts for t in concept.themes}
    return sorted((t for t in found if t.iri in own), key=lambda t: own.index(t.iri))


class _Used:
    """Tells whether one of some IRIs belongs to a part."""

    def __init__(self, part: Part) -> None:
        self.whole = part.whole
        self.iris: set[str] = set()
        if not self.whole:
            for concept in part.concepts:
                self.iris |= _spoken_of(concept)

    def __call__(self, *iris: str) -> bool:
        return self.whole or not self.iris.isdisjoint(iris)


def _spoken_of(concept: Concept) -> set[str]:
    statements = (*concept.relations, *concept.incoming, *concept.notes)
    sections = concept.sections
    works = {s.source for s in sections}
    return (
        {concept.iri, *works}
        | {s.iri for s in sections}
        | {s.relation.iri for s in statements}
        | {t.iri for things in (concept.kinds, concept.schemes, concept.collections, concept.themes) for t in things}
    )


def term_json(term: Term) -> dict[str, Any]:
    """Return a kind or a relation of the ontology, as every JSON of ours gives it."""
    return {
        "iri": term.iri,
        "name": term.name,
        "labels": by_language(term.labels),
        "definition": by_language(term.definitions),
        "parents": list(term.parents),
    }


def relation_json(term: Term) -> dict[str, Any]:
    """Return a relation with the words to read it with."""
    phrases = {role: by_language(texts) for role, texts in term.phrases}
    return {**term_json(term), "symmetric": term.symmetric, "phrases": phrases}


def _contrast(contrast: Contrast) -> dict[str, Any]:
    return {
        "iri": contrast.iri,
        "first": contrast.first.slug,
        "second": contrast.second.slug,
        "question": by_language(contrast.questions),
        "dimensions": [
            {"label": by_language(d.labels), "first": by_language(d.first), "second": by_language(d.second)}
            for d in contrast.dimensions
        ],
    }
