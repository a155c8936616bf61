"""The page builder, on the garden vocabulary."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from markupsafe import Markup

import sobkb
from sobkb.pages import Page, Site, SiteOptions, build_files, build_pages
from sobkb.pages.abbreviations import explain_abbreviations
from sobkb.pages.entry import entry_page
from sobkb.pages.reading_along import section_pages
from sobkb.pages.themes import theme_pages
from sobkb.pages.writing import Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture(scope="module")
def pages(mini: sobkb.KnowledgeBase) -> dict[str, Page]:
    """All pages of the garden site."""
    return {page.path: page for page in build_pages(Site(mini))}


def text_of(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html))


def test_every_concept_has_a_page_in_every_language(mini: sobkb.KnowledgeBase, pages: dict[str, Page]) -> None:
    wanted = {f"{lang}/id/{slug}/" for slug in mini for lang in ("nl", "en")}

    assert wanted <= set(pages)


def test_pages_of_two_languages_stand_at_parallel_addresses(pages: dict[str, Page]) -> None:
    dutch = {path[3:] for path in pages if path.startswith("nl/")}
    english = {path[3:] for path in pages if path.startswith("en/")}

    # the lists of letters differ by language only when they are split, which the garden is too small for
    assert dutch == english


def test_a_page_names_itself_in_the_other_language(pages: dict[str, Page]) -> None:
    assert pages["nl/id/tuin/"].translations == (("nl", "nl/id/tuin/"), ("en", "en/id/tuin/"))


def test_a_relation_becomes_a_sentence_with_its_section(pages: dict[str, Page]) -> None:
    assert "Moestuin wordt verzorgd door tuiniers (1.1, Verzorging)." in text_of(pages["nl/id/moestuin/"].body)


def test_a_relation_is_read_from_the_other_side_with_the_verb_in_the_plural(pages: dict[str, Page]) -> None:
    assert "Tuiniers verzorgen moestuin en tuin (1.1, Verzorging)." in text_of(pages["nl/id/tuinier/"].body)


def test_a_relation_without_inverse_words_is_read_from_the_subject(pages: dict[str, Page]) -> None:
    assert "Tomaat groeit in moestuin (1, Tuinen)." in text_of(pages["nl/id/moestuin/"].body)


def test_the_article_stands_before_the_label_in_a_sentence_only(pages: dict[str, Page]) -> None:
    page = pages["nl/id/buurttuin/"]

    assert "<h1>buurttuin</h1>" in page.body


def test_after_a_colon_an_object_stands_without_its_article(tmp_path: Path) -> None:
    data = tmp_path / "data.ttl"
    data.write_text(
        "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n"
        "PREFIX sob: <https://w3id.org/sobkb/ns#>\n"
        "PREFIX e: <http://example.org/>\n"
        'e:grows sob:phrase "groeit in"@nl . e:uses sob:phrase "werkt met:"@nl ; sob:inversePhrase "dient:"@nl .\n'
        'e:a a skos:Concept ; skos:prefLabel "appel"@nl ; sob:article "de"@nl ; e:grows e:b ; e:uses e:b .\n'
        'e:b a skos:Concept ; skos:prefLabel "bos"@nl ; sob:article "het"@nl .\n',
        encoding="utf-8",
    )
    made = {page.path: text_of(page.body) for page in build_pages(Site(sobkb.load(data)))}

    assert "De appel groeit in het bos." in made["nl/id/a/"]
    assert "De appel werkt met: bos." in made["nl/id/a/"]
    assert "Het bos dient: appel." in made["nl/id/b/"]


def test_every_statement_has_an_address_on_its_page(pages: dict[str, Page]) -> None:
    assert 'id="verzorgtDoor.tuinier"' in pages["nl/id/moestuin/"].body


def test_an_editorial_statement_is_marked(pages: dict[str, Page]) -> None:
    sentence = re.search(r"<li>[^\n]*zomer[^\n]*</li>", pages["nl/id/lente/"].body)

    assert sentence is not None
    assert "redactie</em>" in sentence.group()


def test_parts_of_an_entry_keep_their_order(pages: dict[str, Page]) -> None:
    ids = re.findall(r'<h2 id="([^"]+)"', pages["nl/id/moestuin/"].body)
    order = ["uitleg", "definitie", "uitspraken", "plaats", "opsommingen", "verwarren", "naast", "cijfers", "tijd"]
    order += ["buurt", "vindplaatsen", "termen", "elders", "citeer", "download"]

    assert [i for i in order if i in ids] == [i for i in ids if i in order]


def test_parts_without_content_are_left_out(pages: dict[str, Page]) -> None:
    body = pages["nl/id/zomer/"].body

    assert "verwarren" not in body
    assert 'id="definitie"' not in body


def test_text_in_another_language_says_so(pages: dict[str, Page]) -> None:
    assert '<span lang="nl">Hier groeien groenten.</span>' in pages["en/id/moestuin/"].body


def test_a_contrast_shows_this_side_first(pages: dict[str, Page]) -> None:
    here = text_of(pages["nl/id/moestuin/"].body)

    assert "wieéén tuinierburen" in here
    assert "Wie verzorgt hem?" in here


def test_a_deprecated_concept_shows_what_to_use_and_is_in_no_list(pages: dict[str, Page]) -> None:
    assert 'role="alert"' in pages["nl/id/oud-perk/"].body
    assert "../tuin/index.html" in pages["nl/id/oud-perk/"].body
    assert not pages["nl/id/oud-perk/"].listed
    assert "oud-perk" not in pages["nl/a-z/"].body
    assert "oud-perk" in pages["nl/vervallen/"].body


def test_an_alternative_term_points_at_the_preferred_one(pages: dict[str, Page]) -> None:
    assert "groentetuin zie moestuin" in text_of(pages["nl/a-z/"].body)


def test_a_decade_is_written_in_words(pages: dict[str, Page]) -> None:
    assert "de jaren 1970" in text_of(pages["nl/id/zomer/"].body)


def test_a_figure_tells_that_it_is_approximate(pages: dict[str, Page]) -> None:
    assert "ongeveer 300 vierkante meter" in text_of(pages["nl/id/tuin/"].body)


def test_the_picture_shows_every_neighbour_once_with_what_ties_it(pages: dict[str, Page]) -> None:
    picture = pages["nl/id/moestuin/"].body.partition('<div class="hood">')[2].partition("</div>")[0]
    drawn = re.findall(r'href="../([^/]+)/', picture)

    assert "ruimer tuin" in text_of(picture)
    assert sorted(drawn) == sorted(set(drawn)) != []


def test_a_section_page_says_what_the_section_says(pages: dict[str, Page]) -> None:
    body = text_of(pages["nl/bron/1.1/"].body)

    assert "Moestuin wordt verzorgd door tuiniers." in body
    assert "Ze heeft water nodig." in body
    assert "groeit in" not in body


def test_the_tree_holds_every_living_concept(mini: sobkb.KnowledgeBase, pages: dict[str, Page]) -> None:
    body = pages["nl/boom/"].body

    assert all(f"/{c.slug}/" in body for c in mini.concepts if not c.is_deprecated)


def test_no_page_holds_a_blank_line(pages: dict[str, Page]) -> None:
    """Markdown would end a block of HTML there."""
    assert [p.path for p in pages.values() if "\n\n" in p.body] == []


def test_the_edit_link_leads_to_the_file_of_the_scheme(mini: sobkb.KnowledgeBase) -> None:
    options = SiteOptions(repository="https://example.org/repo", edit_path="ontology/{scheme}.ttl")
    page = next(p for p in build_pages(Site(mini, options)) if p.path == "nl/id/tuin/")

    assert page.edit == "ontology/kader.ttl"
    assert "https://example.org/repo/edit/main/ontology/kader.ttl" in page.body


def test_downloads_are_listed_and_made(mini: sobkb.KnowledgeBase, pages: dict[str, Page]) -> None:
    files = {f.path: f.content for f in build_files(Site(mini))}

    assert "../../../id/tuin.ttl" in pages["nl/id/tuin/"].body
    assert b"skos:prefLabel" in files["id/tuin.ttl"]
    assert files["nl/id/tuin/tuin.bib"].startswith(b"@")


def test_building_twice_gives_the_same(mini: sobkb.KnowledgeBase, pages: dict[str, Page]) -> None:
    assert {p.path: p for p in build_pages(Site(mini))} == pages


def test_a_symmetric_relation_is_told_once_whichever_end_it_was_written_at(pages: dict[str, Page]) -> None:
    summer = text_of(pages["nl/id/zomer/"].body)

    assert summer.count("Zomer hangt samen met lente") == 1
    assert "Vanuit andere begrippen" not in summer.partition("Plaats in het geheel")[0]


def test_what_many_places_say_with_one_relation_stands_under_one_head(kb: sobkb.KnowledgeBase) -> None:
    page = entry_page(Site(kb), kb["opbouwwerk-vl"], "nl")
    heads = re.findall(r"<em>([^<]+)</em>", page.body.partition('id="plaats"')[0])

    assert len(heads) - len(set(heads)) <= len(heads) / 4


def test_a_statement_in_two_languages_counts_once(mini: sobkb.KnowledgeBase) -> None:
    """Section 1.1 holds two relations and one remark in Dutch and in English."""
    assert Site(mini).count_statements(mini.section("1.1")) == 3


def test_a_site_of_somebody_else_claims_no_licence_and_no_source(tmp_path: Path) -> None:
    data = tmp_path / "data.ttl"
    data.write_text(
        "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n"
        '<http://example.org/a> a skos:Concept ; skos:prefLabel "a"@fr ; skos:related <http://example.org/b> .\n'
        '<http://example.org/b> a skos:Concept ; skos:prefLabel "b"@fr .\n',
        encoding="utf-8",
    )
    site = Site(sobkb.load(data))
    made = {page.path: page for page in build_pages(site)}

    assert site.languages == ("fr",)
    assert not any("CC BY" in page.body for page in made.values())
    assert "A is related to b." in text_of(made["fr/id/a/"].body)
    assert "What the source says" not in made["fr/id/a/"].body


def test_a_missing_translation_says_so(pages: dict[str, Page]) -> None:
    assert "not translated yet: Dutch" in text_of(pages["en/id/oud-perk/"].body)
    assert "nog niet vertaald" not in pages["nl/id/oud-perk/"].body


def test_an_abbreviation_in_a_text_leads_to_what_it_is_short_for(kb: sobkb.KnowledgeBase) -> None:
    site = Site(kb, SiteOptions(downloads=()))
    o = Writer(site, "nl", "nl/id/stedenfonds/")
    text = explain_abbreviations(o, kb["stedenfonds"], Markup('Het SIF, SIF &amp; <span lang="SIF">GGZX</span>.'))

    assert text == (
        'Het <a href="../sif/index.html"><abbr title="Sociaal Impulsfonds">SIF</abbr></a>, SIF &amp; '
        '<span lang="SIF">GGZX</span>.'
    )
    assert explain_abbreviations(o, kb["sif"], Markup("Het SIF")) == "Het SIF"


@pytest.mark.parametrize("make", [section_pages, theme_pages])
def test_no_page_shows_markup_of_its_own_as_text(
    kb: sobkb.KnowledgeBase, make: Callable[[Site], Iterator[Page]]
) -> None:
    """Roles of citizens and politicians have a heading among the notes, which these pages put one level lower."""
    bodies = [page.body for page in make(Site(kb, SiteOptions(languages=("nl",))))]

    assert any("<h4>Rol van de burgers</h4>" in body for body in bodies)
    assert [body for body in bodies if "&lt;" in body] == []


def test_equal_labels_are_told_apart_in_lists(tmp_path: Path) -> None:
    data = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix e: <https://example.org/> .
    e:a a skos:Concept ; skos:prefLabel "asfalt"@nl ; skos:broader e:weg .
    e:b a skos:Concept ; skos:prefLabel "asfalt"@nl ; skos:notation "B2" .
    e:weg a skos:Concept ; skos:prefLabel "weg <b>"@nl ."""
    (tmp_path / "x.ttl").write_text(data, encoding="utf-8")
    pages = {p.path: p.body for p in build_pages(Site(sobkb.load(tmp_path / "x.ttl"), SiteOptions(downloads=())))}

    for path in ("nl/a-z/", "nl/boom/"):
        assert "asfalt</a> <small>(weg &lt;b&gt;)</small>" in pages[path]
        assert "asfalt</a> <small>(B2)</small>" in pages[path]
        assert "&lt;b&gt;</a> <small>" not in pages[path]
