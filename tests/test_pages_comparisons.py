"""Comparison pages: what stands side by side, and what the chooser in the page reads."""

from __future__ import annotations

import json
import re

import pytest

import sobkb
from sobkb.pages import Page, Site
from sobkb.pages.choosing import comparison_files
from sobkb.pages.comparisons import comparison_pages, series_of


@pytest.fixture(scope="module")
def pages(kb: sobkb.KnowledgeBase) -> dict[str, Page]:
    return {page.path: page for page in comparison_pages(Site(kb))}


def test_every_theme_has_a_page_in_both_languages(kb: sobkb.KnowledgeBase, pages: dict[str, Page]) -> None:
    wanted = {f"{lang}/vergelijken/{c.concept.slug}/" for lang in ("nl", "en") for c in kb.comparisons}

    assert wanted <= set(pages)


def test_conclusions_are_marked_as_the_editors_own(pages: dict[str, Page]) -> None:
    body = pages["nl/vergelijken/vgl-buurtwerk/"].body

    assert re.search(r"Wat de redactie besluit <small class=\"mark\">redactie, niet uit de bron", body)


def test_both_sides_of_a_theme_show_their_sections(pages: dict[str, Page]) -> None:
    body = pages["en/vergelijken/vgl-buurtwerk/"].body

    assert "../../bron/4.2.2" in body
    assert "../../bron/4.3.2" in body


@pytest.mark.parametrize("slug", ["vier-vormen-van-democratie", "modellen-samenlevingsopbouw"])
def test_series_of_one_kind_become_tables(slug: str, kb: sobkb.KnowledgeBase, pages: dict[str, Page]) -> None:
    body = pages[f"nl/vergelijken/reeks-{slug}/"].body

    for member in kb.collection(slug).members:
        assert f'href="../../id/{member.slug}/index.html"' in body


def test_a_table_of_democracy_forms_has_agenda_citizens_politicians_and_means(pages: dict[str, Page]) -> None:
    body = pages["nl/vergelijken/reeks-vier-vormen-van-democratie/"].body
    rows = re.findall(r'<th scope="row">([^<]+)</th>', body)

    assert {"Neemt de agenda over van", "Rol van de burgers", "Rol van de politici", "Zet middel in"} <= set(rows)


def test_series_need_one_kind_and_few_members(kb: sobkb.KnowledgeBase) -> None:
    for collection in series_of(Site(kb)):
        assert 2 <= len(collection.members) <= 6
        assert len({m.kind for m in collection.members}) == 1


def test_the_chooser_knows_every_concept_with_its_evidence(kb: sobkb.KnowledgeBase) -> None:
    files = {f.path: f.content.decode() for f in comparison_files(Site(kb))}
    script = files["en/vergelijken/data.js"]
    data = json.loads(script.removeprefix("window.sobkbCompare=").removesuffix(";\n"))
    by_slug = {c[0]: c for c in data["concepts"]}

    assert set(by_slug) == set(kb)
    said = {
        (data["terms"][term], data["concepts"][end][0])
        for term, end, places in by_slug["interactieve-democratie"][5]
        if isinstance(end, int) and places
    }
    assert ("Follows principle", "gelijkwaardig-partnership") in said


def test_markup_in_labels_stays_text_in_the_chooser(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("hostile") / "h.ttl"
    path.write_text(
        "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n"
        '<http://e.org/a> a skos:Concept ; skos:prefLabel "</script><b>a"@en .\n'
        '<http://e.org/b> a skos:Concept ; skos:prefLabel "b"@en .\n',
        encoding="utf-8",
    )
    site = Site(sobkb.load(path))

    assert all(b"<" not in f.content for f in comparison_files(site))
    assert all("</script><b>" not in p.body for p in comparison_pages(site))


def test_what_holds_both_ways_is_said_of_both(pages: dict[str, Page]) -> None:
    body = pages["nl/vergelijken/reeks-modellen-samenlevingsopbouw/"].body
    row = re.search(r'<th scope="row">Staat tegenover</th>(.*?)</tr>', body, re.DOTALL)
    assert row

    assert "niets vermeld" not in row[1]
    assert "/id/welzijnsmodel/" in row[1]
    assert "/id/politiserend-model/" in row[1]


def test_the_chooser_knows_what_the_editors_say_of_a_pair(kb: sobkb.KnowledgeBase) -> None:
    script = next(f.content.decode() for f in comparison_files(Site(kb)) if f.path.startswith("nl/"))
    data = json.loads(script.removeprefix("window.sobkbCompare=").removesuffix(";\n"))
    place = {c[0]: n for n, c in enumerate(data["concepts"])}
    low, high = sorted((place["politiserend-model"], place["welzijnsmodel"]))

    assert [words for words, _ in data["pairs"][f"{low}-{high}"]] == ["De vraag die beslist"]
