"""Writing a part as JSKOS, the JSON that Cocoda, BARTOC and the GBV tools read (https://gbv.github.io/jskos/)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sobkb.exports.languages import by_language, lists
from sobkb.namespaces import SKOS

if TYPE_CHECKING:
    from sobkb.exports.selecting import Part
    from sobkb.model import Concept, Match, Scheme

_NOTES = ("definition", "scopeNote", "example", "historyNote", "changeNote", "note")
_UNKNOWN = "und"
"""The language tag for text that has none (BCP 47)."""


def write_jskos(part: Part) -> str:
    """Write a JSON array: the schemes that are involved, then the concepts."""
    schemes = {s.iri: s for c in part.concepts for s in c.schemes}
    items = [_scheme(schemes[iri], part) for iri in sorted(schemes)]
    items += [_concept(c) for c in part.concepts]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def _scheme(scheme: Scheme, part: Part) -> dict[str, Any]:
    tops = [c for c in part.concepts if c.is_top_concept and scheme in c.schemes] if part.whole else []
    return _filled(
        {
            "uri": scheme.iri,
            "type": [SKOS + "ConceptScheme"],
            "prefLabel": by_language(scheme.labels, _UNKNOWN),
            "definition": lists(scheme.definitions, _UNKNOWN),
            "topConcepts": [_short(c) for c in tops],
        }
    )


def _concept(concept: Concept) -> dict[str, Any]:
    related = set(concept.related("related")) | set(concept.related("related", inverse=True))
    return _filled(
        {
            "uri": concept.iri,
            "type": [SKOS + "Concept", *(k.iri for k in concept.kinds)],
            "prefLabel": by_language(concept.pref_labels, _UNKNOWN),
            "altLabel": lists(concept.alt_labels, _UNKNOWN),
            "hiddenLabel": lists(concept.hidden_labels, _UNKNOWN),
            **{note: lists(concept.texts(note), _UNKNOWN) for note in _NOTES},
            "notation": list(concept.notations),
            "inScheme": [{"uri": s.iri} for s in concept.schemes],
            "topConceptOf": [{"uri": s.iri} for s in concept.schemes] if concept.is_top_concept else [],
            "broader": [_short(c) for c in concept.broader],
            "narrower": [_short(c) for c in concept.narrower],
            "related": [_short(c) for c in sorted(related)],
            "source": [{"uri": s.iri} for s in concept.sources],
            "mappings": [_mapping(concept, m) for m in concept.matches],
            "created": concept.created,
            "modified": concept.modified,
            "deprecated": concept.is_deprecated,
            "replacedBy": [_short(c) for c in concept.replaced_by],
        }
    )


def _short(concept: Concept) -> dict[str, Any]:
    return _filled({"uri": concept.iri, "prefLabel": by_language(concept.pref_labels, _UNKNOWN)})


def _mapping(concept: Concept, match: Match) -> dict[str, Any]:
    return _filled(
        {
            "from": {"memberSet": [{"uri": concept.iri}]},
            "to": {"memberSet": [_filled({"uri": match.iri, "prefLabel": by_language(match.labels, _UNKNOWN)})]},
            "type": [SKOS + match.type],
            "mappingRelevance": match.confidence,
            "note": lists(match.reasons, _UNKNOWN),
        }
    )


def _filled(item: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in item.items() if value or (value == 0.0 and value is not False)}
