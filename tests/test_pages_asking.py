"""The page with questions: the answer in the page is the answer of the library."""

from __future__ import annotations

import html
import re

import pytest

import sobkb
from sobkb.pages import Page, Site
from sobkb.pages.asking import has_questions, question_pages
from sobkb.questions import question, questions, short_rows


@pytest.fixture(scope="module")
def pages(kb: sobkb.KnowledgeBase) -> dict[str, Page]:
    return {page.path: page for page in question_pages(Site(kb))}


def card(page: Page, name: str) -> str:
    found = re.search(rf'<section class="qa" id="{name}">.*?</section>', page.body, re.DOTALL)
    assert found
    return found[0]


def test_every_question_stands_on_the_page_in_both_languages(pages: dict[str, Page]) -> None:
    for lang in ("nl", "en"):
        body = pages[f"{lang}/vragen/"].body
        assert [q.id for q in questions() if f'id="{q.id}"' not in body] == []
        assert question("cq-003").text(lang) in body


def test_the_answer_in_the_page_is_the_answer_of_the_library(kb: sobkb.KnowledgeBase, pages: dict[str, Page]) -> None:
    for name in ("cq-001", "cq-003", "cq-059"):
        answer = re.split("<details>", card(pages["nl/vragen/"], name))[0]
        slugs = {cell for row in short_rows(kb.ask(name)) for cell in row if re.match("[a-z]", cell)}
        assert set(re.findall(r"\.\./id/([^/]+)/index\.html", answer)) == slugs


def test_a_missing_value_is_named_and_not_left_blank(pages: dict[str, Page]) -> None:
    assert card(pages["nl/vragen/"], "cq-059").count("niet vermeld") == 2


def test_the_query_on_the_page_can_be_run_as_it_stands(kb: sobkb.KnowledgeBase, pages: dict[str, Page]) -> None:
    shown = re.search(r"<pre[^>]*><code>(.*?)</code>", card(pages["en/vragen/"], "cq-003"))
    assert shown

    assert kb.sparql(html.unescape(shown[1])) == kb.ask("cq-003")


def test_an_answer_is_marked_as_checked_only_when_it_came_out_as_foretold(pages: dict[str, Page]) -> None:
    foretold = sum(bool(q.expected) for q in questions())

    assert pages["en/vragen/"].body.count("checked by the build") == foretold


def test_somebody_elses_vocabulary_has_no_questions_of_ours(mini: sobkb.KnowledgeBase) -> None:
    assert not has_questions(Site(mini))
