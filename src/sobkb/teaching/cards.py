"""Flashcards: terms and definitions both ways, contrasts, and lists to recite."""

from __future__ import annotations

from collections.abc import Iterator

from sobkb.knowledge_base import KnowledgeBase
from sobkb.model import Collection, Concept
from sobkb.teaching.contrast_questions import evidence_of, text_in
from sobkb.teaching.definition_questions import names_in
from sobkb.teaching.distractors import speaks
from sobkb.teaching.judging import Judge, defined
from sobkb.teaching.masking import masked
from sobkb.teaching.values import Card, Topic, as_topic
from sobkb.teaching.words import NUMBERS, capital, named, say
from sobkb.text import texts_in

SORTS = ("term", "definition", "contrast", "list")
"""The sorts of cards, in the order in which they come."""


def flashcards(
    kb: KnowledgeBase | Judge, topic: Topic | Collection, lang: str = "nl", *, sorts: tuple[str, ...] = SORTS
) -> tuple[Card, ...]:
    """Make the flashcards of a topic, in its order.

    Args:
        kb: The knowledge base; a `Judge` of it when many decks are made.
        topic: A theme, a collection, or a `Topic` of concepts of one's own choice.
        lang: Language of the cards.
        sorts: Sorts of cards wanted, of `SORTS`.

    Returns:
        The cards: per concept its term and its definition, then the contrasts and the lists.

    Examples:
        >>> [card.front for card in flashcards(mini, mini.collection("seizoenen"))]
        ['Noem voorbeelden uit deze rij: seizoenen']
    """
    judge = kb if isinstance(kb, Judge) else Judge(kb)
    wanted = topic if isinstance(topic, Topic) else as_topic(topic, lang)
    makers = {"term": _terms, "definition": _definitions, "contrast": _contrasts, "list": _lists}
    return tuple(card for sort in SORTS if sort in sorts for card in makers[sort](judge, wanted, lang))


def _shown(topic: Topic, lang: str) -> Iterator[tuple[Concept, str]]:
    for concept in topic.concepts:
        definition = defined(concept, lang)
        if definition and speaks(concept, lang) and not concept.is_deprecated:
            yield concept, definition


def _terms(_judge: Judge, topic: Topic, lang: str) -> Iterator[Card]:
    for concept, definition in _shown(topic, lang):
        explanation = texts_in(concept.texts("comment"), lang)
        back = (definition, *(t.text for t in explanation[:1]))
        yield _card(concept, "term", concept.label(lang), back, lang)


def _definitions(_judge: Judge, topic: Topic, lang: str) -> Iterator[Card]:
    for concept, definition in _shown(topic, lang):
        given = masked(definition, names_in(concept, lang))
        if not given:
            continue
        others = [t.text for t in texts_in(concept.alt_labels, lang)]
        back = [concept.label(lang), *([say(lang, "card.also", terms=", ".join(others))] if others else [])]
        yield _card(concept, "definition", say(lang, "card.definition", definition=given), tuple(back), lang)


def _contrasts(judge: Judge, topic: Topic, lang: str) -> Iterator[Card]:
    found = {c.iri: c for concept in topic.concepts for c in concept.contrasts}
    for _, contrast in sorted(found.items()):
        first, second = contrast.first, contrast.second
        rows = []
        for dimension in contrast.dimensions:
            label, one, other = (text_in(texts, lang) for texts in dimension)
            if label and one and other:
                rows.append(say(lang, "card.row", label=capital(label), first=one, second=other))
        question = text_in(contrast.questions, lang)
        if not question or not (speaks(first, lang) and speaks(second, lang)):
            continue
        sides = {"first": named(lang, first), "second": named(lang, second)}
        yield Card(
            f"{contrast.iri} contrast {lang}",
            "contrast",
            say(lang, "card.contrast", **sides),
            (question, *rows),
            evidence_of(judge, contrast),
            first.iri,
            lang,
        )


def _lists(_judge: Judge, topic: Topic, lang: str) -> Iterator[Card]:
    for collection in _lists_in(topic):
        members = list(dict.fromkeys(collection.members))
        if not texts_in(collection.labels, lang):
            continue
        title = collection.label(lang)
        counted = title.split(" ")[0].casefold() in NUMBERS
        key = "card.list.counted" if counted else "card.list.open" if collection.open else "card.list"
        names = [m.label(lang) for m in members]
        back = [f"{n}. {name}" for n, name in enumerate(names, 1)] if collection.ordered else [f"– {n}" for n in names]
        if collection.open:
            back.append(say(lang, "card.list.is-open"))
        elif collection.ordered:
            back.append(say(lang, "card.list.is-ordered"))
        yield Card(
            f"{collection.iri} list {lang}",
            "list",
            say(lang, key, title=title, number=len(members)),
            tuple(back),
            collection.sections,
            collection.iri,
            lang,
        )


def _lists_in(topic: Topic) -> list[Collection]:
    """Return the lists that have most of their members in a topic."""
    inside = set(topic.concepts)
    found = {c.iri: c for concept in topic.concepts for c in concept.collections}
    return [
        c
        for _, c in sorted(found.items())
        if len(set(c.members)) > 1
        and len(inside.intersection(c.members)) * 2 > len(set(c.members))
        and not any(m.is_deprecated for m in c.members)
    ]


def _card(concept: Concept, sort: str, front: str, back: tuple[str, ...], lang: str) -> Card:
    sections = concept.sources or concept.sections
    return Card(f"{concept.iri} {sort} {lang}", sort, front, back, sections, concept.iri, lang)
