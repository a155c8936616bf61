"""What `--json` prints beside whole concepts, in the same style as `sobkb.exports`: concepts by slug, sections by id.

The keys are public.
"""

from __future__ import annotations

from collections.abc import Iterable

from sobkb.light_typing import TYPE_CHECKING
from sobkb.model import Concept

if TYPE_CHECKING:
    from sobkb.hierarchy import TreeNode
    from sobkb.model import Collection, Contrast, Counterpart, Dating, Figure, Section, Statement
    from sobkb.text import LangText

Data = dict[str, object]


def by_language(texts: Iterable[LangText]) -> dict[str, str]:
    """Return the first text of each language; the tag is empty when the data gives none."""
    found: dict[str, str] = {}
    for text in texts:
        found.setdefault(text.lang, text.text)
    return found


def summary(concept: Concept, lang: str) -> Data:
    """Return a concept as it stands in a list."""
    return {
        "slug": concept.slug,
        "iri": concept.iri,
        "label": concept.label(lang),
        "kinds": [k.name for k in concept.kinds],
        "schemes": [s.slug for s in concept.schemes],
        "regions": [r.slug for r in concept.regions],
        "level": concept.level,
        "definition": concept.definition(lang),
        "explanation": concept.explanation(lang),
        "deprecated": concept.is_deprecated,
    }


def theme(item: Collection) -> Data:
    """Return a theme with its concepts in the order of learning."""
    return {
        "slug": item.slug,
        "iri": item.iri,
        "labels": by_language(item.labels),
        "description": by_language(item.notes),
        "editorial": item.is_editorial,
        "members": [c.slug for c in item.members],
    }


def section(item: Section) -> Data:
    """Return a section."""
    return {
        "id": item.id,
        "iri": item.iri,
        "number": item.number,
        "labels": by_language(item.labels),
        "parent": item.parent or None,
        "editorial": item.editorial,
    }


def statement(item: Statement) -> Data:
    """Return a statement with its evidence."""
    target = item.object
    end: Data = {"object": target.slug} if isinstance(target, Concept) else {"text": target.text, "lang": target.lang}
    return {
        "subject": item.subject.slug,
        "relation": item.relation.name,
        **end,
        "sections": [s.id for s in item.sections],
        "editorial": item.is_editorial,
    }


def figure(item: Figure) -> Data:
    """Return a number with what it counts."""
    return {
        "concept": item.concept.slug,
        "value": item.value,
        "unit": by_language(item.units),
        "approximate": item.approximate,
        "measures": [c.slug for c in item.measures],
        "places": [c.slug for c in item.places],
        "section": item.section.id if item.section else None,
    }


def dating(item: Dating) -> Data:
    """Return a date."""
    return {
        "concept": item.concept.slug,
        "date": item.span.text if item.span else None,
        "notes": by_language(item.notes),
        "section": item.section.id if item.section else None,
    }


def contrast(item: Contrast) -> Data:
    """Return what separates two concepts."""
    return {
        "iri": item.iri,
        "first": item.first.slug,
        "second": item.second.slug,
        "question": by_language(item.questions),
        "dimensions": [
            {"labels": by_language(d.labels), "first": by_language(d.first), "second": by_language(d.second)}
            for d in item.dimensions
        ],
    }


def counterpart(item: Counterpart) -> Data:
    """Return what stands where in the other region."""
    return {
        "iri": item.iri,
        "flemish": item.flemish.slug if item.flemish else None,
        "dutch": item.dutch.slug if item.dutch else None,
        "degree": item.degree,
        "reason": by_language(item.reasons),
    }


def tree(node: TreeNode, lang: str, depth: int | None, shown: set[str]) -> Data:
    """Return a concept with what stands below it, down to a number of levels.

    What stands in several places has its children in the first of them; the others say `repeated`.
    """
    again = node.concept.iri in shown and bool(node.children)
    below = () if again or (depth is not None and depth <= 1) else node.children
    shown.add(node.concept.iri)
    return {
        "slug": node.concept.slug,
        "iri": node.concept.iri,
        "label": node.concept.label(lang),
        "repeated": node.repeated or again,
        "children": [tree(n, lang, None if depth is None else depth - 1, shown) for n in below],
    }
