"""Cards and tests as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sobkb.model import Section
from sobkb.teaching.values import Card, Question, SelfTest, Topic


def write_cards_json(topic: Topic, cards: Sequence[Card], lang: str) -> bytes:
    """Write the cards as JSON."""
    return _json({"topic": _topic(topic), "lang": lang, "cards": [card_data(c) for c in cards]})


def write_test_json(test: SelfTest) -> bytes:
    """Write the test as JSON."""
    return _json(
        {"topic": _topic(test.topic), "lang": test.lang, "questions": [question_data(q) for q in test.questions]}
    )


def card_data(card: Card) -> dict[str, object]:
    """Return a card as plain data."""
    return {
        "key": card.key,
        "sort": card.sort,
        "front": card.front,
        "back": list(card.back),
        "sections": [_place(s, card.lang) for s in card.sections],
        "address": card.address,
    }


def question_data(question: Question) -> dict[str, object]:
    """Return a question as plain data."""
    return {
        "id": question.id,
        "sort": question.sort,
        "about": question.about,
        "question": question.text,
        "given": question.given,
        "choices": [
            {"text": c.text, "concept": c.concept.iri, "right": c.is_right, "note": c.note} for c in question.choices
        ],
        "explanation": question.explanation,
        "sections": [_place(s, question.lang) for s in question.sections],
    }


def _topic(topic: Topic) -> dict[str, object]:
    return {"iri": topic.iri, "title": topic.title, "concepts": [c.iri for c in topic.concepts]}


def _place(section: Section, lang: str) -> dict[str, object]:
    return {"iri": section.iri, "locator": section.locator(lang), "editorial": section.editorial}


def _json(data: object) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")
