"""Hand-outs on the site: made for every theme, linked with their size, left out where they cannot be made."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import pytest

import sobkb
from sobkb.pages import Site, SiteOptions
from sobkb.pages.downloads import download_files, download_pages
from sobkb.pages.handouts import books_of, handout_files, handouts_of, start_handouts
from sobkb.pages.take_along import take_along
from sobkb.pages.writing import Writer

VOCABULARY = """PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX g: <http://example.org/>
g:lijst a skos:Collection ; skos:prefLabel "gereedschap"@nl, "tools"@en ; skos:member g:a, g:b, g:c, g:d .
g:a a skos:Concept ; skos:prefLabel "schop"@nl, "spade"@en ; skos:definition "Om te spitten."@nl .
g:b a skos:Concept ; skos:prefLabel "hark"@nl, "rake"@en ; skos:related g:a .
g:c a skos:Concept ; skos:prefLabel "<b>gieter</b>"@nl, "watering can"@en .
g:d a skos:Concept ; skos:prefLabel "=riek()"@nl, "fork"@en .
"""


@pytest.fixture
def site(tmp_path: Path) -> Site:
    file = tmp_path / "tools.ttl"
    file.write_text(VOCABULARY, encoding="utf-8")
    return Site(sobkb.load(file))


def test_every_theme_has_a_pdf_and_a_term_list_in_every_language(site: Site) -> None:
    paths = {file.path for file in handout_files(site)}
    slug = site.kb.themes[0].slug
    assert paths == {f"{lang}/thema/{slug}/{slug}{end}" for lang in ("nl", "en") for end in (".pdf", "-termen.csv")}


def test_what_is_made_in_the_background_is_what_is_made_at_once(site: Site) -> None:
    at_once = {file.path: file.content for file in handout_files(Site(site.kb))}
    list(start_handouts(site))
    assert {file.path: file.content for file in handout_files(site)} == at_once


def test_the_page_of_a_theme_links_its_files_with_their_size(site: Site) -> None:
    theme = site.kb.themes[0]
    o = Writer(site, "nl", site.at.theme("nl", theme))
    taken = {t.href: t for t in take_along(o, theme)}
    assert "kB" in taken[f"{theme.slug}.pdf"].about
    assert taken[f"{theme.slug}-termen.csv"].file


def test_the_whole_is_a_book_per_language_with_a_checksum(site: Site) -> None:
    books = books_of(site)
    assert [(b.sort, b.lang) for b in books] == [("pdf", "nl"), ("csv", "nl"), ("pdf", "en"), ("csv", "en")]
    sums = next(f.content for f in download_files(site) if f.path.endswith("SHA256SUMS")).decode()
    for book in books:
        assert f"{hashlib.sha256(book.content).hexdigest()}  {book.path.removeprefix('download/')}" in sums
    page = next(iter(download_pages(site))).body
    assert all(book.path.rpartition("/")[2] in page for book in books)


def test_a_site_without_downloads_has_no_handouts(site: Site) -> None:
    bare = Site(site.kb, SiteOptions(downloads=()))
    assert list(handout_files(bare)) == []
    assert books_of(bare) == []


def test_without_the_typesetter_only_the_term_lists_remain(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    theme = site.kb.themes[0]
    assert [item.sort for item in handouts_of(site, "nl", theme)] == ["csv"]
    assert {b.sort for b in books_of(site)} == {"csv"}
