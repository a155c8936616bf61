"""The map of the whole: everything on it, nothing on top of each other, and the same as a list."""

from __future__ import annotations

import json
import math
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sobkb
from sobkb.pages import Page, Site
from sobkb.pages.layout import disc_radius, fill_disc, place_discs
from sobkb.pages.map_of_field import map_files, map_pages


@pytest.fixture(scope="module")
def pages(kb: sobkb.KnowledgeBase) -> dict[str, Page]:
    return {page.path: page for page in map_pages(Site(kb))}


def test_every_concept_is_a_dot_and_a_link_in_the_list(kb: sobkb.KnowledgeBase, pages: dict[str, Page]) -> None:
    body = pages["nl/kaart/"].body
    shown = [c for c in kb.concepts if not c.is_deprecated]

    assert len(re.findall(r'<circle id="d\d+" class="dot', body)) == len(shown)
    assert all(f'href="../id/{c.slug}/index.html"' in body for c in shown)


def test_dots_stand_in_the_same_place_in_both_languages(pages: dict[str, Page]) -> None:
    places = [re.findall(r'id="(d\d+)"[^>]* cx="([\d.]+)" cy="([\d.]+)"', p.body) for p in pages.values()]

    assert places[0] == places[1]


def test_dots_know_their_neighbours_both_ways(kb: sobkb.KnowledgeBase, pages: dict[str, Page]) -> None:
    script = next(iter(map_files(Site(kb)))).content.decode()
    near = json.loads(script.removeprefix("window.sobkbMap=").removesuffix(";\n"))
    dots = re.findall(r'data-dot="(\d+)"[^>]*><a href="\.\./id/([^/]+)/', pages["nl/kaart/"].body)
    slug = {int(n): name for n, name in dots}

    assert all(n in near[m] for n, found in enumerate(near) for m in found)
    here = next(n for n, name in slug.items() if name == "interactieve-democratie")
    assert "gelijkwaardig-partnership" in {slug[m] for m in near[here]}


@settings(max_examples=20, deadline=None)
@given(st.lists(st.floats(5, 80), min_size=1, max_size=14))
def test_discs_never_overlap(radii: list[float]) -> None:
    links = {(a, b): 1.0 + a for a in range(len(radii)) for b in range(a + 1, len(radii)) if (a * 7 + b) % 3 == 0}
    discs = place_discs(radii, links, gap=5)

    for a, one in enumerate(discs):
        assert one.x - one.radius >= -1e-6
        assert one.y - one.radius >= -1e-6
        for other in discs[a + 1 :]:
            assert math.dist(one[:2], other[:2]) >= one.radius + other.radius


@given(st.integers(1, 200))
def test_points_stay_inside_their_disc(number: int) -> None:
    assert all(math.hypot(x, y) <= disc_radius(number, 15) for x, y in fill_disc(number, 15))
