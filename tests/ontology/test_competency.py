"""The knowledge base answers what it promises to answer."""

from __future__ import annotations

import re

import pytest

from sobkb import KnowledgeBase
from sobkb.questions import Question, questions, short_rows

QUESTIONS = questions()


@pytest.mark.parametrize("item", QUESTIONS, ids=lambda q: q.id)
def test_a_question_has_the_expected_answer(kb: KnowledgeBase, item: Question) -> None:
    assert short_rows(item.run(kb)) == item.expected


@pytest.mark.parametrize("item", QUESTIONS, ids=lambda q: q.id)
def test_a_question_is_asked_in_both_languages_and_names_its_section(kb: KnowledgeBase, item: Question) -> None:
    assert sorted(t.lang for t in item.texts) == ["en", "nl"]
    assert item.sections
    for section in item.sections:
        assert kb.section(section)
    assert item.expected


def test_there_are_enough_questions_and_each_stands_once() -> None:
    assert len(QUESTIONS) >= 120
    assert len({q.text("nl") for q in QUESTIONS}) == len(QUESTIONS)
    assert len({q.query for q in QUESTIONS}) == len(QUESTIONS)


def test_every_class_and_relation_serves_a_question(kb: KnowledgeBase) -> None:
    asked = " ".join(q.query for q in QUESTIONS)
    names = [t.name for t in (*kb.kinds, *kb.relation_types)]

    assert [n for n in names if not re.search(rf":{n}\b", asked)] == []


def test_every_scheme_holds_something_a_question_asks_for(kb: KnowledgeBase) -> None:
    answers = {cell for q in QUESTIONS for row in q.expected for cell in row}
    schemes = {s.slug for c in kb.concepts if c.slug in answers for s in c.schemes}

    assert schemes == {s.slug for s in kb.schemes}
