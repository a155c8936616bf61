"""Self-tests and flashcards in a browser: with a mouse, with keys, and without a script."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from visiting import AXE, Opener, faults_of

import sobkb
from sobkb.teaching import self_test

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.browser

TEST = "nl/thema/vormen-van-democratie/zelftest/"
CARDS = "nl/thema/vormen-van-democratie/kaartjes/"
OPEN = "nl/oefenen/"


def questions(page: Page) -> Iterator[Locator]:
    """Yield the questions of a self-test."""
    yield from page.locator("[data-question]").all()


def choose(question: Locator, *, right: bool) -> None:
    """Choose a right or a wrong answer and have it checked."""
    mark = "[data-is-right]" if right else ":not([data-is-right])"
    question.locator(f"[data-choice]{mark} input").first.check()
    question.locator("button").click()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_no_page_to_practise_with_has_an_accessibility_fault(visit: Opener, width: int, dark: bool) -> None:  # noqa: FBT001
    if not AXE.is_file():
        pytest.skip("axe-core is not installed; run: npm ci --prefix tests")
    faults = []
    whole = dark == (width == 360)  # the other two pairs differ in colours and sizes only
    for path in (TEST, CARDS, OPEN):
        page = visit(path, width=width, dark=dark)
        if path == TEST:
            for number, question in enumerate(questions(page)):
                choose(question, right=number % 2 == 0)
        elif path == CARDS:
            page.locator("[data-deck-turn]").press("Enter")
        faults += [f"{path}: {fault}" for fault in faults_of(page, whole=whole)]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            faults.append(f"{path} scrolls sideways")
        page.close()

    assert faults == []


def test_a_right_answer_is_told_at_once_with_its_reason(visit: Opener, kb: sobkb.KnowledgeBase) -> None:
    asked = self_test(kb, kb.theme("vormen-van-democratie")).questions[0]
    page = visit(TEST)
    question = page.locator("[data-question]").first
    assert not question.locator("[data-answer]").is_visible()

    choose(question, right=True)

    assert question.locator("[role=status]").inner_text() == "Juist."
    answer = question.locator("[data-answer]").inner_text()
    assert all(line in answer for line in asked.explanation.split("\n"))
    assert question.locator(".is-right .tag").inner_text() == "✓ juist"
    assert page.inner_text("[data-quiz-progress]") == "1 van 12 beantwoord"


def test_a_wrong_answer_names_the_right_one(visit: Opener) -> None:
    page = visit(TEST)
    question = page.locator("[data-question]").first
    right = question.locator("[data-is-right] span").first.inner_text()

    choose(question, right=False)

    assert question.locator("[role=status]").inner_text().startswith(f"Niet juist. Het antwoord is: {right}.")
    assert question.locator(".is-wrong .tag").inner_text() == "✗ jouw antwoord"
    assert question.locator("input:enabled").count() == 0


def test_nothing_is_counted_before_an_answer_is_chosen(visit: Opener) -> None:
    page = visit(TEST)
    question = page.locator("[data-question]").first
    question.locator("button").click()

    assert question.locator("[role=status]").inner_text() == "Kies eerst een antwoord."
    assert page.inner_text("[data-quiz-progress]") == "0 van 12 beantwoord"


def test_the_score_counts_the_right_answers_and_one_can_start_again(visit: Opener) -> None:
    page = visit(TEST)
    for number, question in enumerate(questions(page)):
        choose(question, right=number % 3 != 0)

    assert page.inner_text("[data-quiz-score]") == "Je score: 8 van 12 juist."
    page.click("[data-quiz-again]")
    assert not page.is_visible("[data-quiz-end]")
    assert page.locator("[data-question] .tag").count() == 0
    assert page.locator("input:checked").count() == 0
    assert page.evaluate("document.activeElement.type") == "radio"


def test_a_test_can_be_done_with_keys_alone(visit: Opener) -> None:
    page = visit(TEST)
    page.locator("[data-question] input").first.focus()
    for _ in range(12):
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.type") == "submit"  # the way on, never lost
        page.keyboard.press("Enter")

    assert page.inner_text("[data-quiz-score]").startswith("Je score: ")
    assert page.evaluate("document.activeElement.hasAttribute('data-quiz-score')")


def test_without_scripts_the_questions_stand_with_their_answers_folded_in(visit: Opener) -> None:
    page = visit(TEST, scripts=False)
    question = page.locator("[data-question]").first

    assert page.locator("input[type=radio]").count() == 0
    assert question.locator("[data-choice]").first.is_visible()
    assert not question.locator("strong").is_visible()
    question.locator("summary").click()
    assert question.locator("strong").inner_text() == question.locator("[data-is-right]").inner_text()


def test_cards_turn_and_follow_each_other_by_key_and_by_button(visit: Opener) -> None:
    page = visit(CARDS)
    first = page.locator(".flash:visible summary").inner_text()
    assert page.locator(".flash:visible").count() == 1
    assert not page.locator(".flash:visible .flash-back").is_visible()

    page.click("[data-deck-turn]")
    assert page.locator(".flash:visible .flash-back").is_visible()
    page.click("[data-deck-next]")
    assert page.locator(".flash:visible summary").inner_text() != first
    page.locator(".flash:visible summary").focus()
    page.keyboard.press("ArrowLeft")
    assert page.locator(".flash:visible summary").inner_text() == first
    page.keyboard.press("Space")
    assert page.locator(".flash:visible .flash-back").is_visible()


def test_one_sort_of_cards_can_be_learned_alone_and_shuffled(visit: Opener) -> None:
    page = visit(CARDS)
    page.select_option("[data-deck-sort]", "contrast")
    number = page.locator("[data-card][data-sort=contrast]").count()

    assert page.inner_text("[data-deck-place]") == f"Kaartje 1 van {number}"
    page.click("[data-deck-shuffle]")
    seen = set()
    for _ in range(number):
        seen.add(page.locator(".flash:visible summary").inner_text())
        page.click("[data-deck-next]")
    assert len(seen) == number


def test_without_scripts_every_card_is_there(visit: Opener) -> None:
    page = visit(CARDS, scripts=False)

    assert page.locator(".flash:visible").count() == page.locator("[data-card]").count()
    page.locator(".flash summary").first.click()
    assert page.locator(".flash-back").first.is_visible()


def test_the_page_of_a_theme_leads_to_its_test_and_cards(visit: Opener) -> None:
    page = visit("nl/thema/vormen-van-democratie/")
    page.click("text=Zelftest (12 vragen)")

    assert page.inner_text("h1") == "Zelftest: vier vormen van democratie"
    page.click("text=Leer eerst met de kaartjes")
    assert page.inner_text("h1") == "Kaartjes: vier vormen van democratie"
