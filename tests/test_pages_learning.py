"""Pages to practise with: a self-test and flashcards per theme, whole without a script."""

from __future__ import annotations

import re
from html import unescape

import pytest

import sobkb
from sobkb.pages import Page, Site, SiteOptions, build_files
from sobkb.pages.learning import learning_files, learning_pages, lessons_of
from sobkb.pages.take_along import take_along
from sobkb.pages.writing import Writer


@pytest.fixture(scope="module")
def site(kb: sobkb.KnowledgeBase) -> Site:
    return Site(kb, SiteOptions(downloads=()))


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[str, Page]:
    return {page.path: page for page in learning_pages(site)}


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_theme_has_a_self_test_of_six_questions_and_cards(site: Site, lang: str) -> None:
    lessons = {lesson.theme.slug: lesson for lesson in lessons_of(site, lang)}

    assert list(lessons) == [theme.slug for theme in site.kb.themes]
    assert [slug for slug, lesson in lessons.items() if len(lesson.test.questions) < 6 or len(lesson.cards) < 6] == []


def test_a_self_test_varies_and_asks_for_no_concept_again_and_again(site: Site) -> None:
    for lesson in lessons_of(site, "nl"):
        answers = [q.right.concept for q in lesson.test.questions if q.sort != "region"]

        assert len({q.sort for q in lesson.test.questions}) >= 2, lesson.theme
        assert max(map(answers.count, answers)) <= 2, lesson.theme


def test_pages_stand_at_the_same_address_in_both_languages(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        assert dict(page.translations) == {tag: tag + path[2:] for tag in ("nl", "en")}
        assert all(other in pages for _, other in page.translations)


def test_a_question_holds_its_answer_folded_in_with_the_section(site: Site, pages: dict[str, Page]) -> None:
    lesson = lessons_of(site, "nl")[0]
    body = pages[f"nl/thema/{lesson.theme.slug}/zelftest/"].body
    parts = body.split('<section class="ask"')[1:]

    assert len(parts) == len(lesson.test.questions)
    for part, question in zip(parts, lesson.test.questions, strict=True):
        answer = unescape(part.partition("<details")[2])
        assert all(line in answer for line in question.explanation.split("\n"))
        assert all(section.locator() in answer for section in question.sections)
        assert part.count("data-choice") - 1 == len(question.choices)  # the list has a name like it
        assert part.count("data-is-right") == 1


def test_a_card_shows_its_sides_its_section_and_what_it_is_about(site: Site, pages: dict[str, Page]) -> None:
    lesson = lessons_of(site, "en")[0]
    body = unescape(pages[f"en/thema/{lesson.theme.slug}/kaartjes/"].body)

    assert body.count("data-card") == len(lesson.cards)
    for card in lesson.cards:
        assert all(line in body for line in (*card.front.split("\n"), *card.back))


def test_files_to_take_along_are_made_and_linked(site: Site, pages: dict[str, Page]) -> None:
    made = {file.path: file.content for file in learning_files(site)}
    linked = {
        path + name for path, page in pages.items() for name in re.findall(r'<a href="([^"/]+)" download', page.body)
    }

    assert linked == set(made)
    assert {path.partition(".")[2] for path in made} == {"apkg", "csv", "moodle.xml", "gift.txt"}
    assert all(made.values())


def test_the_page_of_a_theme_leads_to_its_practice(site: Site, pages: dict[str, Page]) -> None:
    theme = site.kb.theme("vormen-van-democratie")
    o = Writer(site, "nl", site.at.theme("nl", theme))
    offered = {t.label: t.href for t in take_along(o, theme)}

    assert offered["Zelftest (12 vragen)"] == "zelftest/index.html"
    assert offered["Kaartjes voor Anki"] == "kaartjes/vormen-van-democratie.apkg"
    assert offered["Vragen voor Moodle (XML)"] == "zelftest/vormen-van-democratie.moodle.xml"


def test_a_vocabulary_without_definitions_has_nothing_to_practise(mini: sobkb.KnowledgeBase) -> None:
    site = Site(mini, SiteOptions(downloads=()))

    assert [f.path for f in build_files(site) if "zelftest" in f.path] == []
