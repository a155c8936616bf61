"""Concepts as plain JSON with a stable, documented shape: `schema.json` beside this module says what stands where."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from sobkb.exports.languages import by_language, lists
from sobkb.exports.vocabulary import vocabulary_json
from sobkb.model import Concept
from sobkb.text import LangText

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sobkb.exports.selecting import Part
    from sobkb.model import Section, Statement

SHAPE = "https://w3id.org/sobkb/schema/concepts-1.json"
"""Names the shape and its version; the number changes when a key changes its meaning or goes."""


def write_json(part: Part) -> str:
    """Write a part as JSON."""
    kb = part.kb
    document = {
        "$schema": SHAPE,
        "title": by_language(LangText(*t) for t in kb.record["title"]),
        "version": kb.version,
        "concepts": [concept_json(c) for c in part.concepts],
        **vocabulary_json(part),
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of what `write_json` writes.

    Examples:
        >>> schema()["$id"]
        'https://w3id.org/sobkb/schema/concepts-1.json'
    """
    return cast("dict[str, Any]", json.loads(Path(__file__).with_name("schema.json").read_text(encoding="utf-8")))


def concept_json(concept: Concept) -> dict[str, Any]:
    """Return everything about a concept as data that JSON can hold.

    Examples:
        >>> concept_json(mini["tomaat"])["relations"]
        [{'relation': 'groeitIn', 'object': 'moestuin', 'sections': ['1']}]
    """
    return {
        "iri": concept.iri,
        "slug": concept.slug,
        "kinds": [k.name for k in concept.kinds],
        "schemes": [s.slug for s in concept.schemes],
        "level": concept.level,
        "regions": _slugs(concept.regions),
        "labels": by_language(concept.pref_labels),
        "altLabels": lists(concept.alt_labels),
        "hiddenLabels": lists(concept.hidden_labels),
        "definition": lists(concept.texts("definition")),
        "explanation": lists(concept.texts("comment")),
        "notes": {sort: lists(found) for sort in _NOTES if (found := concept.texts(sort))},
        "notations": list(concept.notations),
        "broader": _slugs(concept.broader),
        "narrower": _slugs(concept.narrower),
        "relations": [_relation(s) for s in concept.relations],
        "incoming": [_relation(s) for s in concept.incoming],
        "statements": [
            {"relation": s.relation.name, "text": str(s.object), "lang": _lang(s), "sections": _sections(s.sections)}
            for s in concept.notes
        ],
        "figures": [
            {
                "value": f.value,
                "unit": by_language(f.units),
                "approximate": f.approximate,
                "measures": _slugs(f.measures),
                "places": _slugs(f.places),
                "notes": lists(f.notes),
                "section": f.section.id if f.section else None,
            }
            for f in concept.figures
        ],
        "dates": [
            {
                "date": d.span.text if d.span else None,
                "notes": lists(d.notes),
                "section": d.section.id if d.section else None,
            }
            for d in concept.dates
        ],
        "matches": [
            {
                "type": m.type,
                "iri": m.iri,
                "labels": lists(m.labels),
                "justification": m.justification,
                "confidence": m.confidence,
                "reasons": lists(m.reasons),
            }
            for m in concept.matches
        ],
        "collections": [c.slug for c in concept.collections],
        "themes": [t.slug for t in concept.themes],
        "sources": _sections(concept.sources),
        "status": concept.status,
        "created": concept.created or None,
        "modified": concept.modified or None,
        "deprecated": concept.is_deprecated,
        "replacedBy": _slugs(concept.replaced_by),
    }


_NOTES = ("scopeNote", "example", "historyNote", "changeNote", "note")
"""Notes that are published; an editorialNote is not (house rule)."""


def _relation(statement: Statement) -> dict[str, Any]:
    target = statement.object
    assert isinstance(target, Concept)
    return {
        "relation": statement.relation.name,
        "object": target.slug,
        "sections": _sections(statement.sections),
    }


def _lang(statement: Statement) -> str:
    return "" if isinstance(statement.object, Concept) else statement.object.lang


def _slugs(concepts: Iterable[Concept]) -> list[str]:
    return [c.slug for c in concepts]


def _sections(sections: Iterable[Section]) -> list[str]:
    return [s.id for s in sections]
