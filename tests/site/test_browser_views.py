"""Pages that compare, order, map, ask and explain, in a browser, opened from the disk."""

from __future__ import annotations

import pytest
from visiting import Opener, faulty_pages, wide_pages

import sobkb
from sobkb.questions import questions

pytestmark = pytest.mark.browser

TEMPLATES = (
    "nl/vergelijken/",
    "nl/vergelijken/vgl-buurtwerk/",
    "en/vergelijken/reeks-vier-vormen-van-democratie/",
    "nl/vergelijken/tegenhangers/",
    "en/tijdlijn/",
    "nl/cijfers/",
    "nl/debatten/",
    "en/sparql/",
    "nl/download/",
    "nl/api/",
    "nl/kwaliteit/",
)
LARGE = ("nl/vergelijken/verwarren/", "en/vragen/", "nl/kaart/", "nl/ontologie/", "en/regels/")
"""Templates whose pages hold everything; a look at one width and one colour scheme is enough."""


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_no_view_has_an_accessibility_fault(visit: Opener, width: int, dark: bool) -> None:  # noqa: FBT001
    whole = dark == (width == 360)  # the other two pairs differ in colours and sizes only
    paths = (*TEMPLATES, *(LARGE if whole else ()))

    assert faulty_pages(visit, paths, width=width, dark=dark, whole=whole) == []


def test_no_view_scrolls_sideways_on_the_narrowest_screen(visit: Opener) -> None:
    assert wide_pages(visit, (*TEMPLATES, *LARGE)) == []


def test_two_concepts_chosen_in_the_page_stand_side_by_side(visit: Opener) -> None:
    page = visit("nl/vergelijken/")
    page.fill("#een", "politiserend model")
    page.fill("#twee", "welzijnsmodel")
    page.keyboard.press("Tab")

    assert page.locator("[data-compare-result] thead a").all_inner_texts() == ["politiserend model", "welzijnsmodel"]
    assert page.inner_text("[data-compare-status]") == "politiserend model tegenover welzijnsmodel"
    assert page.locator("[data-compare-result] .both").count() > 0
    assert page.url.endswith("?a=politiserend-model&b=welzijnsmodel")


def test_a_comparison_can_be_sent_as_an_address(visit: Opener) -> None:
    page = visit("en/vergelijken/", "?a=opbouwwerk-vl&b=opbouwwerk-nl")

    assert page.locator("[data-compare-result] tbody tr").count() > 3


def test_a_comparison_holds_what_the_library_says(visit: Opener, kb: sobkb.KnowledgeBase) -> None:
    page = visit("en/vergelijken/", "?a=inspraakdemocratie&b=interactieve-democratie")
    shown = set(page.locator("[data-compare-result] tbody a.c").all_inner_texts())
    compared = kb.compare("inspraakdemocratie", "interactieve-democratie")
    said = [s for r in compared.relations for s in (*r.shared, *r.only_first, *r.only_second)]
    hidden = {"flemishSide", "dutchSide", "related"}
    ends = {
        (s.object if s.subject in (compared.first, compared.second) else s.subject)
        for s in said
        if s.relation.name not in hidden
    }

    assert {e.label("en") for e in ends if isinstance(e, sobkb.Concept)} <= shown


def test_an_unknown_concept_is_named_as_such(visit: Opener) -> None:
    page = visit("nl/vergelijken/")
    page.fill("#een", "zzzz")
    page.keyboard.press("Tab")

    assert page.inner_text("[data-compare-status]") == "Dit begrip is niet gevonden."
    assert page.get_attribute("#een", "aria-invalid") == "true"


def test_without_scripts_comparisons_stand_ready(visit: Opener) -> None:
    page = visit("nl/vergelijken/", scripts=False)

    assert not page.is_visible("#een")
    page.click("text=Vier vormen van democratie")
    assert page.inner_text("h1") == "Vier vormen van democratie"


def test_questions_narrow_as_one_types(visit: Opener) -> None:
    page = visit("nl/vragen/")
    page.fill("#ask-filter", "stedenfonds")
    left = page.locator(".qa:not([hidden])").count()

    assert 0 < left < len(questions())
    assert page.inner_text("[data-ask-status]") == f"{left} vragen over"


def test_the_map_lights_up_what_is_linked_and_filters(visit: Opener, kb: sobkb.KnowledgeBase) -> None:
    page = visit("nl/kaart/")
    page.select_option("[data-map-kind]", label=f"Democratievorm ({len(kb.of_kind('DemocracyForm'))})")
    shown = page.locator(".map-list li:not([hidden]) a")

    assert sorted(shown.all_inner_texts()) == sorted(c.label("nl") for c in kb.of_kind("DemocracyForm"))
    shown.first.focus()
    assert page.locator(".dot.near").count() == page.locator(".lines path").count() > 0
    page.select_option("[data-map-region]", "nederland")
    assert page.inner_text("[data-map-status]") == "0 begrippen getoond"


def test_queries_in_the_page_give_what_the_library_gives(visit: Opener, kb: sobkb.KnowledgeBase) -> None:
    page = visit("nl/sparql/")
    for name in ("cq-003", "cq-059", "cq-134"):
        page.select_option("[data-examples]", name)
        page.click("button.main")
        page.wait_for_selector("form:not([aria-busy]) >> text=rijen", timeout=60_000)
        rows = "e => e.map(r => [...r.cells].map(c => c.querySelector('a,code')?.title || c.textContent))"
        shown = page.eval_on_selector_all("[data-query-result] tbody tr", rows)

        assert [tuple(row) for row in shown] == kb.ask(name).values()


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT * WHERE { ?s ?p }", "expected"),
        ("DELETE WHERE { ?s ?p ?o }", "expected"),
        ("SELECT * { SERVICE <https://example.org/sparql> { ?s ?p ?o } }", "not supported"),
    ],
    ids=["mistake", "update", "other host"],
)
def test_queries_that_cannot_run_say_why(visit: Opener, query: str, said: str) -> None:
    page = visit("nl/sparql/")
    page.fill("#vraag", query)
    page.click("button.main")
    page.wait_for_selector(".query-error:not([hidden])", timeout=60_000)

    assert said in page.inner_text(".query-error")


def test_a_query_that_takes_long_can_be_stopped(visit: Opener) -> None:
    page = visit("nl/sparql/")
    page.fill("#vraag", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o . ?a ?b ?c . ?d ?e ?f }")
    page.click("button.main")
    page.wait_for_selector("text=Bezig", timeout=60_000)
    page.click("[data-stop]")

    assert page.inner_text("[data-query-status]") == "Gestopt"
    page.fill("#vraag", "ASK { ?s ?p ?o }")
    page.click("button.main")
    page.wait_for_selector("text=/Ja \\(/", timeout=60_000)


def test_markup_in_the_data_stays_text_in_a_result(visit: Opener) -> None:
    page = visit("nl/sparql/")
    page.fill("#vraag", 'SELECT ?x { VALUES ?x { "<img src=x onerror=alert(1)>" <javascript:alert(1)> } }')
    page.click("button.main")
    page.wait_for_selector("[data-query-result] td", timeout=60_000)

    assert page.locator("[data-query-result] img, [data-query-result] a").count() == 0
