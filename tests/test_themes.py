"""Themes: what belongs together when one studies, and what stands in for them where nobody named any."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse

import sobkb
from sobkb.exports import write
from sobkb.pages import Site, build_pages
from sobkb.pages.reading_along import section_pages
from sobkb.pages.themes import theme_pages
from sobkb.querying import open_quads
from sobkb.reading import read_knowledge_base
from sobkb.theming import FEWEST, MOST, themes_of_trees

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Quad

G = "http://example.org/tuin/"
HEAD = "PREFIX e: <http://example.org/> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "


def knowledge_base(quads: Iterable[Quad]) -> sobkb.KnowledgeBase:
    found = list(quads)
    return sobkb.KnowledgeBase(read_knowledge_base(found), lambda: open_quads(found))


def load_text(text: str) -> sobkb.KnowledgeBase:
    return knowledge_base(parse(HEAD + text, format=RdfFormat.TURTLE))


def concepts(*names: str) -> str:
    return "".join(f'e:{n} a skos:Concept ; skos:prefLabel "{n}"@en . ' for n in names)


def shape(kb: sobkb.KnowledgeBase) -> dict[str, list[str]]:
    return {t.slug: [c.slug for c in t.members] for t in kb.themes}


def test_a_theme_keeps_the_order_of_learning(mini: sobkb.KnowledgeBase) -> None:
    theme = mini.theme("kweken")

    assert [c.slug for c in theme.members] == ["tuin", "moestuin", "buurttuin", "tuinier", "tomaat"]
    assert (theme.label("en"), theme.description("en")) == ("growing", "Where one grows, and who does it.")


def test_a_theme_in_an_editorial_graph_says_so_and_an_enumeration_of_the_source_does_not(
    mini: sobkb.KnowledgeBase,
) -> None:
    assert mini.theme("kweken").is_editorial
    assert not mini.collection("seizoenen").is_editorial


def test_themes_are_no_enumerations(mini: sobkb.KnowledgeBase) -> None:
    assert [c.slug for c in mini.collections] == ["seizoenen"]
    assert [c.slug for c in mini["tuin"].collections] == []
    assert [t.slug for t in mini["tuin"].themes] == ["kweken"]


@pytest.mark.parametrize("name", ["kweken", "growing", G + "kweken"])
def test_a_theme_answers_to_its_slug_title_and_iri(mini: sobkb.KnowledgeBase, name: str) -> None:
    assert mini.theme(name).slug == "kweken"


def test_an_unknown_theme_suggests_what_looks_like_it(mini: sobkb.KnowledgeBase) -> None:
    with pytest.raises(sobkb.UnknownTermError, match="kweken"):
        mini.theme("kwekn")


@pytest.mark.parametrize("name", ["turtle", "trig", "nquads", "jsonld", "rdfxml"])
def test_themes_survive_being_written_and_read(mini: sobkb.KnowledgeBase, name: str) -> None:
    formats = {
        "turtle": RdfFormat.TURTLE,
        "trig": RdfFormat.TRIG,
        "nquads": RdfFormat.N_QUADS,
        "jsonld": RdfFormat.JSON_LD,
        "rdfxml": RdfFormat.RDF_XML,
    }

    again = knowledge_base(parse(write(mini, name), format=formats[name]))

    assert shape(again) == shape(mini)
    assert again.theme("kweken").is_editorial


def test_collections_with_enough_concepts_stand_in_for_themes() -> None:
    kb = load_text(
        concepts(*"abcdefg")
        + 'e:large a skos:Collection ; skos:prefLabel "large"@en ; skos:member e:a, e:b, e:c, e:d . '
        + 'e:small a skos:Collection ; skos:prefLabel "small"@en ; skos:member e:e, e:f, e:g . '
    )

    assert shape(kb) == {"large": ["a", "b", "c", "d"]}
    assert [t.slug for t in kb["a"].themes] == []


def test_what_stands_inside_a_theme_comes_behind_its_own_concepts() -> None:
    kb = load_text(
        concepts(*"abcdefgh")
        + "e:outer a skos:OrderedCollection ; skos:memberList ( e:h e:inner e:a e:b e:c ) . "
        + "e:inner a skos:Collection ; skos:member e:d, e:e, e:f, e:g, e:a . "
    )

    assert shape(kb) == {"outer": ["h", "a", "b", "c", "d", "e", "f", "g"]}


def test_a_collection_of_collections_only_makes_way_for_them() -> None:
    kb = load_text(
        concepts(*"abcdefgh")
        + "e:top a skos:Collection ; skos:member e:x, e:y . "
        + "e:x a skos:Collection ; skos:member e:a, e:b, e:c, e:d . "
        + "e:y a skos:Collection ; skos:member e:e, e:f, e:g, e:h . "
    )

    assert shape(kb) == {"x": ["a", "b", "c", "d"], "y": ["e", "f", "g", "h"]}


def test_collections_in_a_circle_make_one_theme() -> None:
    kb = load_text(
        concepts(*"abcdefgh")
        + "e:x a skos:Collection ; skos:member e:y, e:a, e:b, e:c, e:d . "
        + "e:y a skos:Collection ; skos:member e:x, e:e, e:f, e:g, e:h . "
    )

    assert shape(kb) == {"x": list("abcdefgh")}


def test_the_hierarchy_stands_in_where_there_are_no_collections() -> None:
    kb = load_text(
        concepts(*"abcdef")
        + "e:b skos:broader e:a . e:d skos:broader e:b . e:c skos:broader e:a . e:f skos:broader e:e . "
    )

    assert shape(kb) == {"a": ["a", "b", "d", "c"]}


def test_a_tree_that_is_too_large_makes_way_for_its_branches() -> None:
    names = [f"n{i}" for i in range(MOST)]
    kb = load_text(
        concepts("top", "x", "y", *names)
        + "e:x skos:broader e:top . e:y skos:broader e:top . "
        + "".join(f"e:{n} skos:broader e:{'x' if i % 2 else 'y'} . " for i, n in enumerate(names))
    )

    assert {slug: len(members) for slug, members in shape(kb).items()} == {"x": 76, "y": 76}


def test_a_vocabulary_without_groups_has_no_themes() -> None:
    assert load_text(concepts(*"abc")).themes == ()


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=30))
def test_whatever_the_hierarchy_themes_are_of_a_good_size_and_name_nothing_twice(links: list[tuple[int, int]]) -> None:
    kb = load_text(
        concepts(*(f"n{i}" for i in range(13))) + "".join(f"e:n{a} skos:broader e:n{b} . " for a, b in links)
    )

    themes = themes_of_trees(kb.tree())

    assert len({t.slug for t in themes}) == len(themes)
    for theme in themes:
        assert FEWEST <= len(theme.members) <= MOST
        assert len(set(theme.members)) == len(theme.members)
        assert theme.members[0].slug == theme.slug


def test_the_page_of_a_theme_has_every_concept_in_order_with_its_definition(mini: sobkb.KnowledgeBase) -> None:
    pages = {p.path: p for p in build_pages(Site(mini))}

    body = pages["nl/thema/kweken/"].body

    places = [body.index(f'id="b-{c.slug}"') for c in mini.theme("kweken").members]
    assert places == sorted(places)
    for concept in mini.theme("kweken").members:
        assert concept.definition("nl") in body
    assert "redactioneel samengesteld" in body
    assert "Wie verzorgt hem?" in body  # the question that tells two of its concepts apart


def test_every_theme_has_its_page_in_both_languages_and_the_overview_leads_to_it(mini: sobkb.KnowledgeBase) -> None:
    pages = {p.path: p for p in build_pages(Site(mini))}

    for lang, title in (("nl", "Kweken"), ("en", "Growing")):
        assert pages[f"{lang}/thema/kweken/"].title == title
        assert 'href="kweken/index.html"' in pages[f"{lang}/thema/"].body


def test_machines_read_what_a_theme_teaches(mini: sobkb.KnowledgeBase) -> None:
    page = next(p for p in theme_pages(Site(mini)) if p.path == "en/thema/kweken/")

    found = json.loads(page.head.partition('<script type="application/ld+json">')[2].partition("</script>")[0])

    assert (found["@type"], found["name"]) == ("LearningResource", "growing")
    assert [t["@id"] for t in found["teaches"]] == [c.iri for c in mini.theme("kweken").members]


def test_what_stands_in_for_a_theme_is_not_said_to_have_an_address_as_one() -> None:
    kb = load_text(concepts(*"abcd") + "e:b skos:broader e:a . e:c skos:broader e:a . e:d skos:broader e:a . ")

    page = next(p for p in theme_pages(Site(kb)) if p.path == "en/thema/a/")

    assert "ld+json" not in page.head
    assert "Permanent address" not in page.body


def test_a_comparison_in_a_theme_shows_what_the_editors_conclude(kb: sobkb.KnowledgeBase) -> None:
    theme = kb.theme("vlaanderen-en-nederland-vergeleken")
    inside = [c for c in kb.comparisons if c.concept in theme.members]

    body = next(p.body for p in theme_pages(Site(kb)) if p.path == f"nl/thema/{theme.slug}/")

    assert len(inside) == len(theme.members)
    assert body.count('class="judged"') == len(inside)
    assert body.count("redactie, niet uit de bron") == len(inside)


def test_a_hostile_theme_stays_harmless(tmp_path: Path) -> None:
    path = tmp_path / "bad.ttl"
    path.write_text(
        HEAD
        + "PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX sob: <https://w3id.org/sobkb/ns#> "
        + concepts(*"abcd")
        + '<javascript:alert(1)> a skos:OrderedCollection, sob:StudyTheme ; skos:prefLabel "<script>x</script>"@en ; '
        + 'dcterms:description "<img src=x onerror=y>"@en ; skos:memberList ( e:a e:b e:c e:d ) .',
        encoding="utf-8",
    )

    bodies = "".join(p.body for p in build_pages(Site(sobkb.load(path))) if "/thema/" in p.path)

    assert "&lt;script&gt;x" in bodies
    assert "<script>x" not in bodies
    assert "<img" not in bodies
    assert 'href="javascript:' not in bodies


def test_the_page_of_the_editorial_graph_lists_its_themes(mini: sobkb.KnowledgeBase) -> None:
    body = next(p.body for p in section_pages(Site(mini)) if p.path == "nl/bron/redactie/")

    assert '<a href="../../thema/kweken/index.html">Kweken</a>: Waar men kweekt, en wie het doet.' in body
