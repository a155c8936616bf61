"""Teaching with a knowledge base: flashcards, self-tests, hand-outs and term lists, made of nothing but its data.

>>> from sobkb.teaching import flashcards, self_test
>>> cards = flashcards(kb, kb.collection("vier-vormen-van-democratie"))
>>> cards[0].front, cards[0].sections[0].id
('representatiedemocratie', '4.2.3-thuis-in-de-stad')
>>> test = self_test(kb, kb.collection("vier-vormen-van-democratie"))
>>> all(question.right.concept for question in test.questions)
True

A question is only asked when the data tells that one choice is right and that every other choice is
wrong. That nothing is said is never taken for that: see `sobkb.teaching.judging`.
"""

from __future__ import annotations

from sobkb.teaching.cards import flashcards
from sobkb.teaching.formats import CARD_FORMATS, TEST_FORMATS, write_cards, write_test
from sobkb.teaching.handout import alphabetical_topics, handout_pdf, reader_pdf
from sobkb.teaching.selftest import self_test
from sobkb.teaching.term_list import term_list_csv
from sobkb.teaching.values import Card, Choice, Question, SelfTest, Topic

__all__ = [
    "CARD_FORMATS",
    "TEST_FORMATS",
    "Card",
    "Choice",
    "Question",
    "SelfTest",
    "Topic",
    "alphabetical_topics",
    "flashcards",
    "handout_pdf",
    "reader_pdf",
    "self_test",
    "term_list_csv",
    "write_cards",
    "write_test",
]
