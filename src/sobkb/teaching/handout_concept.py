"""One concept of a hand-out: what is said of it, what it is confused with, its numbers and dates."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sobkb.exports.escaping import web_address
from sobkb.model import Collection, Concept, Contrast, Counterpart, Dating, Figure, Section, Statement, Term
from sobkb.namespaces import NS
from sobkb.phrasing import article_after, both_sides, group_ends, reads_both_ways, relation_words
from sobkb.teaching.handout_texts import Data, Scribe, printable, sorting_key
from sobkb.text import LangText, pick_text, texts_in
from sobkb.wording import date_in_words, number_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROLES = frozenset((NS + "flemishSide", NS + "dutchSide"))
"""Relations that tell the part a concept plays in a comparison of ours, not what it is."""
_REMARKS = ("scopeNote", "example", "historyNote", "note")
_TRANSLATIONS = ("nl", "en")
_MOST_ENDS = 12
"""The most concepts in one sentence; a hub of the field would fill pages."""


def concept_data(scribe: Scribe, concept: Concept, told: set[str], *, brief: bool = False) -> Data:
    """Return everything a hand-out says of a concept.

    A statement stands at its subject. At its object it stands only when the subject is not in the
    hand-out, so that nothing is told twice; for the same reason a contrast stands at the side that
    comes first.

    Args:
        scribe: Writes the texts.
        concept: The concept.
        told: IRIs of the contrasts that stand above; those told here are added.
        brief: True to leave out what the sources say of it, so that only its meaning remains.
    """
    own, others = both_sides(concept)
    own = [s for s in own if s.relation.iri not in _ROLES]
    others = [s for s in others if s.relation.iri not in _ROLES]
    contrasts = [c for c in concept.contrasts if c.iri not in told]
    above = [c for c in concept.contrasts if c.iri in told]
    told.update(c.iri for c in contrasts)
    said = [*own, *others, *concept.notes]
    heading = "statements.plain"
    if any(s.sections for s in said):
        heading = "statements.editorial" if all(s.is_editorial for s in said) else "statements"
    outside = [s for s in others if s.subject.iri not in scribe.anchors and reads_both_ways(s.relation)]
    return {
        "to": scribe.anchors[concept.iri],
        "name": scribe.name(concept)["n"],
        "kind": printable(concept.kind.label(scribe.lang)) if concept.kind else "",
        "regions": [{"name": scribe.name(r)["n"], "slug": r.slug} for r in concept.regions],
        "terms": _terms(scribe, concept),
        "deprecated": concept.is_deprecated,
        "instead": [scribe.name(c) for c in concept.replaced_by],
        "explanation": scribe.best(concept.texts("comment")),
        "definitions": scribe.all_best(concept.texts("definition")),
        "places": scribe.places(concept.sources),
        "remarks": [
            {"title": scribe.words[sort], "texts": scribe.all_best(concept.texts(sort))}
            for sort in _REMARKS
            if concept.texts(sort)
        ],
        "tree": _tree(scribe, concept),
        "heading": scribe.words[heading],
        "says": []
        if brief
        else _sentences(scribe, concept, own, inverse=False) + _sentences(scribe, concept, outside, inverse=True),
        "notes": [] if brief else _notes(scribe, concept.notes),
        "contrasts": [_contrast(scribe, concept, c) for c in contrasts],
        "above": [scribe.name(c.other(concept)) for c in above],
        "counterparts": [_counterpart(scribe, concept, c) for c in concept.counterparts],
        "figures": [_figure(scribe, f) for f in concept.figures],
        "dates": [_date(scribe, d) for d in concept.dates],
        "address": web_address(concept.iri),
    }


def list_data(scribe: Scribe, collection: Collection) -> Data:
    """Return an enumeration in its order, with its marks."""
    marks = []
    if collection.sections or collection.open:
        marks.append(scribe.words["list.open" if collection.open else "list.closed"])
    if collection.ordered:
        marks.append(scribe.words["list.ordered"])
    return {
        "title": scribe.best(collection.labels) or printable(collection.slug),
        "marks": marks,
        "ordered": collection.ordered,
        "open": collection.open,
        "members": [scribe.name(c) for c in collection.members],
        "places": scribe.places(collection.sections),
        "notes": scribe.all_best(collection.notes),
    }


def _terms(scribe: Scribe, concept: Concept) -> list[list[object]]:
    """Return other terms in the language of the hand-out, and the term in the other language of the field."""
    base = scribe.lang.partition("-")[0]
    found: list[list[object]] = []
    if own := texts_in(concept.alt_labels, base):
        found.append([scribe.words["also"], [scribe.piece(t) for t in own]])
    for tag in _TRANSLATIONS:
        others = texts_in(concept.pref_labels, tag)
        if tag != base and others and others[0].text != concept.label(scribe.lang):
            found.append([scribe.words[f"in.{tag}"], [scribe.piece(others[0])]])
    return found


def _tree(scribe: Scribe, concept: Concept) -> list[list[object]]:
    """Return what stands directly above and below, as far as a reader can take it in."""
    rows: list[list[object]] = []
    for word, found in (("broader", concept.broader), ("narrower", concept.narrower)):
        ranked = sorted(found, key=lambda c: sorting_key(c.label(scribe.lang)))
        if ranked:
            names = [scribe.name(c) for c in ranked[:_MOST_ENDS]]
            rows.append([scribe.words[word], names, max(0, len(ranked) - _MOST_ENDS)])
    return rows


def _sentences(scribe: Scribe, concept: Concept, statements: Iterable[Statement], *, inverse: bool) -> list[Data]:
    """Write one sentence per relation and place."""
    sentences: list[Data] = []
    lang, plural = scribe.lang, concept.is_plural(scribe.lang)
    found = [(s.relation, s.sections, s.subject if inverse else s.object) for s in statements]
    for term, groups in group_ends(found):
        verb = _verb(scribe, term, inverse=inverse and not term.symmetric, plural=plural)
        for places, ends in groups:
            ranked = sorted(ends, key=lambda c: sorting_key(c.label(lang)))
            sentences.append(
                {
                    "subject": scribe.name(concept, article=concept.article(lang), capital=True),
                    "verb": printable(verb),
                    "ends": [scribe.name(c, article=article_after(verb, c, lang)) for c in ranked[:_MOST_ENDS]],
                    "more": max(0, len(ranked) - _MOST_ENDS),
                    "places": scribe.places(places),
                }
            )
    return sentences


def _verb(scribe: Scribe, term: Term, *, inverse: bool, plural: bool) -> str:
    related = (scribe.words["related"], scribe.words["related.plural"])
    return relation_words(term, scribe.lang, related, inverse=inverse, plural=plural)


def _notes(scribe: Scribe, notes: Iterable[Statement]) -> list[Data]:
    """Gather what the sources say in words: plain remarks have no title."""
    groups: dict[tuple[Term, tuple[Section, ...]], list[LangText]] = {}
    for note in notes:
        if isinstance(note.object, LangText):
            groups.setdefault((note.relation, note.sections), []).append(note.object)
    return [
        {
            "title": "" if term.name == "sourceNote" else printable(term.label(scribe.lang)),
            "text": text,
            "places": scribe.places(places),
        }
        for (term, places), texts in groups.items()
        for text in scribe.all_best(texts)
    ]


def _contrast(scribe: Scribe, concept: Concept, contrast: Contrast) -> Data:
    other = contrast.other(concept)
    rows = []
    for d in contrast.dimensions:
        here, there = (d.first, d.second) if concept == contrast.first else (d.second, d.first)
        rows.append([scribe.best(d.labels), scribe.best(here), scribe.best(there)])
    return {
        "this": scribe.name(concept),
        "other": scribe.name(other),
        "questions": scribe.all_best(contrast.questions),
        "rows": rows,
    }


def _counterpart(scribe: Scribe, concept: Concept, counterpart: Counterpart) -> Data:
    other = counterpart.dutch if concept == counterpart.flemish else counterpart.flemish
    degree = scribe.words.get(f"beside.{counterpart.degree}", printable(counterpart.degree))
    return {
        "other": scribe.name(other) if other is not None else {"n": degree},
        "degree": degree if other is not None else "",
        "reasons": scribe.all_best(counterpart.reasons),
    }


def _figure(scribe: Scribe, figure: Figure) -> Data:
    return {
        "number": printable(number_in_words(figure.value, scribe.lang)),
        "about": scribe.words["figure.about"] if figure.approximate else "",
        "unit": scribe.best(figure.units),
        "measures": [scribe.name(c) for c in figure.measures],
        "at": [scribe.name(c) for c in figure.places],
        "notes": scribe.all_best(figure.notes),
        "places": scribe.places(_one(figure.section)),
    }


def _date(scribe: Scribe, dating: Dating) -> Data:
    return {
        "words": printable(date_in_words(dating.span, scribe.lang)) if dating.span else "",
        "notes": scribe.all_best(dating.notes),
        "places": scribe.places(_one(dating.section)),
    }


def _one(section: Section | None) -> Sequence[Section]:
    return () if section is None else (section,)


def index_terms(scribe: Scribe, concept: Concept) -> list[tuple[str, Data]]:
    """Return the terms that lead to a concept in an index, each with what it is sorted by."""
    label = pick_text(concept.pref_labels, scribe.lang)
    name = scribe.name(concept)
    shown = label.text if label else concept.label(scribe.lang)
    others = texts_in(concept.alt_labels, scribe.lang.partition("-")[0])
    return [
        (shown, name),
        *((t.text, {"n": scribe.piece(t), "to": name["to"], "see": name["n"]}) for t in others),
    ]
