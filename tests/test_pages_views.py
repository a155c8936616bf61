"""Time line, figures and debates: pages that show one sort of finding of the whole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import sobkb
from sobkb.pages import FAMILIES, Page, Site

VIEWS = ("timeline", "figures", "debates")


@pytest.fixture(scope="module")
def pages(kb: sobkb.KnowledgeBase) -> dict[str, Page]:
    site = Site(kb)
    return {p.path: p for f in FAMILIES if f.name in VIEWS for p in f.pages(site)}


def test_every_dated_or_undated_concept_is_on_the_time_line(kb: sobkb.KnowledgeBase, pages: dict[str, Page]) -> None:
    body = pages["nl/tijdlijn/"].body

    missing = {d.concept.slug for d in kb.dates if f"/id/{d.concept.slug}/index.html" not in body}
    assert missing == set()


def test_undated_concepts_stand_apart_from_dated_ones(pages: dict[str, Page]) -> None:
    body = pages["nl/tijdlijn/"].body
    undated = "".join(re.findall(r'<ul class="undated">.*?</ul>', body, re.DOTALL))

    assert "/id/viboso/index.html" in undated
    assert "/id/decreet-1991/index.html" not in undated


def test_regions_have_their_own_lanes_with_flanders_first(pages: dict[str, Page]) -> None:
    lanes = re.findall(r'<h2 id="([^"]+)">', pages["en/tijdlijn/"].body)

    assert lanes[:3] == ["vlaanderen", "nederland", "algemeen"]


def test_bars_stay_on_their_scale(pages: dict[str, Page]) -> None:
    bars = re.findall(r'--at:([\d.]+)%;--for:([\d.]+)%"', pages["nl/tijdlijn/"].body)

    assert bars
    assert all(float(at) >= 0 and float(at) + float(long) <= 100.01 for at, long in bars)


def test_every_figure_has_a_row_with_its_section(kb: sobkb.KnowledgeBase, pages: dict[str, Page]) -> None:
    rows = re.findall(r'<tr><td class="n">.*?</tr>', pages["en/cijfers/"].body, re.DOTALL)

    assert len(rows) == len(kb.figures)
    assert all("../bron/" in row for row in rows)


def test_an_approximate_figure_says_so(pages: dict[str, Page]) -> None:
    rows = re.findall(r'<tr><td class="n"><strong>300</strong>.*?</tr>', pages["nl/cijfers/"].body, re.DOTALL)

    assert "ongeveer" in rows[0]


def test_a_debate_shows_its_positions_and_says_when_nobody_holds_one(
    kb: sobkb.KnowledgeBase, pages: dict[str, Page]
) -> None:
    body = pages["nl/debatten/"].body

    for statement in kb.statements(relation="isPositionIn"):
        assert f"/id/{statement.subject.slug}/index.html" in body
    assert "de bron noemt niemand" in body


def test_knowledge_bases_without_such_findings_have_no_such_pages(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text(
        'PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n<http://e.org/a> a skos:Concept ; skos:prefLabel "a"@en .'
    )
    site = Site(sobkb.load(path))

    assert [f.name for f in FAMILIES if f.name in VIEWS and f.shown(site)] == []
