"""Putting questions together into a test that is varied and not too long."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from sobkb.knowledge_base import KnowledgeBase
from sobkb.model import Collection
from sobkb.teaching.chance import draw
from sobkb.teaching.contrast_questions import contrast_questions
from sobkb.teaching.definition_questions import definition_questions, term_questions
from sobkb.teaching.judging import Judge
from sobkb.teaching.list_questions import list_questions
from sobkb.teaching.region_questions import region_questions
from sobkb.teaching.relation_questions import relation_questions
from sobkb.teaching.values import Question, SelfTest, Topic, as_topic

USUAL = 12
"""Questions in a test unless one asks for another number."""

_TURNS = ("definition", "contrast", "term", "relation", "definition", "list", "contrast", "region")
"""The order in which the sorts of questions get their turn, until there are enough."""


def all_questions(judge: Judge, topic: Topic, lang: str, *, definitions: int | None = None) -> list[Question]:
    """Return every question that can be asked about a topic.

    Args:
        judge: Knows the knowledge base.
        topic: The topic.
        lang: Language of the questions.
        definitions: Questions about definitions to stop at; None for all. Most questions are of that sort.
    """
    makers = (contrast_questions, relation_questions, list_questions, region_questions)
    found = list(islice(definition_questions(judge, topic, lang), definitions))
    found += islice(term_questions(judge, topic, lang), definitions)
    return found + [question for make in makers for question in make(judge, topic, lang)]


def self_test(
    kb: KnowledgeBase | Judge, topic: Topic | Collection, lang: str = "nl", *, limit: int = USUAL
) -> SelfTest:
    """Make a test about a topic, the same on every run.

    Args:
        kb: The knowledge base; a `Judge` of it when many tests are made.
        topic: A theme, a collection, or a `Topic` of concepts of one's own choice.
        lang: Language of the questions.
        limit: Questions it has at most.

    Returns:
        The test; without questions when the data allows none.

    Examples:
        >>> test = self_test(kb, kb.collection("vier-vormen-van-democratie"), "en", limit=3)
        >>> [[c.is_right for c in q.choices].count(True) for q in test.questions]
        [1, 1, 1]
    """
    judge = kb if isinstance(kb, Judge) else Judge(kb)
    wanted = topic if isinstance(topic, Topic) else as_topic(topic, lang)
    chosen = choose(all_questions(judge, wanted, lang, definitions=2 * limit), wanted.seed, limit)
    place = {c: n for n, c in enumerate(wanted.concepts)}
    last = len(place)
    ordered = sorted(chosen, key=lambda q: (min(place.get(c.concept, last) for c in q.choices if c.is_right), q.id))
    return SelfTest(wanted, tuple(ordered), lang)


def choose(questions: Iterable[Question], seed: str, limit: int) -> list[Question]:
    """Choose questions of all sorts in turn, so that no concept and no list is asked for again and again."""
    waiting: dict[str, list[Question]] = {}
    for question in questions:
        waiting.setdefault(question.sort, []).append(question)
    for group in waiting.values():
        group.sort(key=lambda q: (q.right.concept.level == "B", draw(seed, q.id), q.id))
    chosen: list[Question] = []
    for spare in (False, True):  # only when there is nothing else, a concept is asked for a second time
        turns = 0
        while len(chosen) < limit and turns < len(_TURNS):
            turns = 0
            for sort in _TURNS:
                found = next((q for q in waiting.get(sort, ()) if spare or _is_new(q, chosen)), None)
                if found is None or len(chosen) == limit:
                    turns += 1
                    continue
                waiting[sort].remove(found)
                chosen.append(found)
    return chosen


def _is_new(question: Question, chosen: Iterable[Question]) -> bool:
    known = [(q.right.concept, q.about) for q in chosen if q.sort != "region"]
    if question.sort == "region":
        return all(question.about != about for _, about in known)
    return all(question.right.concept != right and question.about != about for right, about in known)
