"""Citations say who, when, which version, where, and on what it rests; in every style and language."""

from __future__ import annotations

import html
import json
import re
import sys
from copy import deepcopy
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sobkb
from releasing import MINI, make_releases
from sobkb.citing import EXTENSIONS, STYLES, cite, coins, csl_item, zotero_meta
from sobkb.citing.interchange import latex, write_biblatex, write_ris
from sobkb.citing.items import capitalise, source_note
from sobkb.citing.prose import STYLES as STYLE_FILES
from sobkb.citing.prose import title_case
from sobkb.errors import MissingExtraError
from sobkb.text import LangText

if TYPE_CHECKING:
    from sobkb.model import Concept, Statement

PROSE = ("apa", "mla", "harvard", "chicago")


@pytest.fixture
def garden(mini: sobkb.KnowledgeBase) -> sobkb.KnowledgeBase:
    """The garden vocabulary with a maker, a version and a source that names its writers."""
    record: Any = deepcopy(mini.record)
    record |= {"version": "1.2.0", "creators": ["Redactie Tuin"]}
    record["title"] = [["tuinbase: knowledge of gardens", "en"], ["tuinbase: kennis van tuinen", "nl"]]
    record["sections"]["http://example.org/boek/1.1"]["creators"] = ["A. Roos", "B. Tulp"]
    record["concepts"]["http://example.org/tuin/tuin"] |= {"sources": ["http://example.org/boek/1.1"]}
    return sobkb.KnowledgeBase(record)


def relation(kb: sobkb.KnowledgeBase, slug: str) -> Statement:
    return kb[slug].relations[0]


NL = "Gebaseerd op A. Roos en B. Tulp, Een boek over tuinen, §1.1, Verzorging."
EN = "Based on A. Roos and B. Tulp, A book of gardens, §1.1, Care."
URL = "http://example.org/tuin/tuin"
MOES = "http://example.org/tuin/moestuin"


@pytest.mark.parametrize(
    ("style", "lang", "expected"),
    [
        ("apa", "nl", f"Redactie Tuin. (2026). Tuin. In tuinbase: kennis van tuinen (Versie 1.2.0). {URL} ({NL[:-1]})"),
        (
            "apa",
            "en",
            f"Redactie Tuin. (2026). Garden. In tuinbase: knowledge of gardens (Version 1.2.0). {URL} ({EN[:-1]})",
        ),
        (
            "mla",
            "nl",
            f"Redactie Tuin. “Tuin”. tuinbase: kennis van tuinen, versie 1.2.0, 2 januari 2026, {URL}. {NL}",
        ),
        (
            "mla",
            "en",
            f"Redactie Tuin. “Garden.” tuinbase: Knowledge of Gardens, version 1.2.0, 2 Jan. 2026, {URL}. {EN}",
        ),
        (
            "harvard",
            "nl",
            f"Redactie Tuin (2026) “Tuin”, tuinbase: kennis van tuinen. Versie 1.2.0. Beschikbaar op: {URL}. {NL}",
        ),
        (
            "harvard",
            "en",
            f"Redactie Tuin (2026) ‘Garden’, tuinbase: knowledge of gardens. Version 1.2.0. Available at: {URL}. {EN}",
        ),
        (
            "chicago",
            "nl",
            f"Redactie Tuin. 2026. “Tuin”. In tuinbase: kennis van tuinen, versie 1.2.0. 2 januari. {URL}. {NL}",
        ),
        (
            "chicago",
            "en",
            f"Redactie Tuin. 2026. “Garden.” In tuinbase: Knowledge of Gardens, version 1.2.0. January 2. {URL}. {EN}",
        ),
    ],
)
def test_a_style_reads_as_its_manual_says(garden: sobkb.KnowledgeBase, style: str, lang: str, expected: str) -> None:
    assert cite(garden["tuin"], style, lang) == expected


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("apa", "Moestuin. (z.d.). In tuinen. Geraadpleegd op 1 december 2026, van http://example.org/tuin/moestuin"),
        ("mla", "“Moestuin”. tuinen, http://example.org/tuin/moestuin. Geraadpleegd op 1 december 2026."),
        (
            "harvard",
            f"“Moestuin” (zonder datum) tuinen. Beschikbaar op: {MOES} (Geraadpleegd: 1 december 2026).",
        ),
        ("chicago", "tuinen. z.d. “Moestuin”. Geraadpleegd op 1 december 2026. http://example.org/tuin/moestuin."),
    ],
)
def test_without_maker_version_and_date_nothing_is_made_up(
    mini: sobkb.KnowledgeBase, style: str, expected: str
) -> None:
    assert cite(mini["moestuin"], style, accessed="2026-12-01") == expected


def test_a_version_that_calls_itself_so_is_called_so_once(garden: sobkb.KnowledgeBase) -> None:
    record = json.loads(json.dumps(garden.record)) | {"version": "Draft version 2026-01-02"}
    concept = sobkb.KnowledgeBase(record)["tuin"]
    assert "(Version Draft 2026-01-02)" in cite(concept, "apa", "en")


def test_what_begins_a_sentence_has_a_capital(mini: sobkb.KnowledgeBase) -> None:
    record: Any = deepcopy(mini.record) | {"version": "3"}
    assert "“Moestuin”. Versie 3. http" in cite(sobkb.KnowledgeBase(record)["moestuin"], "chicago")


def test_brackets_within_the_note_of_apa_are_square(garden: sobkb.KnowledgeBase) -> None:
    record = json.loads(json.dumps(garden.record).replace("Een boek over tuinen", "Een boek (over tuinen)"))
    assert cite(sobkb.KnowledgeBase(record)["tuin"]).endswith(", Een boek [over tuinen], §1.1, Verzorging)")


@pytest.mark.parametrize("lang", ["en_US", "EN-us", "en-US"])
def test_a_language_may_be_written_in_any_common_way(garden: sobkb.KnowledgeBase, lang: str) -> None:
    for style in ("mla", "harvard"):
        assert cite(garden["tuin"], style, lang) == cite(garden["tuin"], style, "en-US")


@pytest.mark.parametrize("day", [date(2026, 12, 1), datetime(2026, 12, 1, 13, 30, tzinfo=UTC)])
def test_the_day_of_reading_may_be_a_date(mini: sobkb.KnowledgeBase, day: date) -> None:
    assert cite(mini["tuin"], "harvard", accessed=day) == cite(mini["tuin"], "harvard", accessed="2026-12-01")


def test_british_english_has_british_quotation_marks(mini: sobkb.KnowledgeBase) -> None:
    assert cite(mini["tuin"], "mla", "en-GB").startswith("‘Garden’. ")


def test_a_statement_is_cited_as_a_sentence_with_its_own_address_and_section(garden: sobkb.KnowledgeBase) -> None:
    assert cite(relation(garden, "moestuin"), "mla", "en") == (
        "Redactie Tuin. “Kitchen garden is tended by gardeners.” tuinbase: Knowledge of Gardens, version 1.2.0, "
        f"http://example.org/tuin/moestuin#verzorgtDoor.tuinier. {EN}"
    )


def test_a_number_and_a_date_are_cited_in_words_with_their_section(mini: sobkb.KnowledgeBase) -> None:
    figure, dating = mini.figures[0], next(d for d in mini.dates if d.span)
    assert figure.section
    assert f": {figure.value} {figure.unit('en')}" in figure.cite("apa", "en").replace("about ", "")
    assert figure.section.label("en") in figure.cite("apa", "en")
    assert mini[figure.concept.slug].iri in figure.cite("ris")
    assert f"{dating.concept.label('en').capitalize()}: " in dating.cite("mla", "en")
    assert cite(figure, "csl-json") == figure.cite("csl-json")


def test_a_number_is_cited_from_a_release(kb: sobkb.KnowledgeBase) -> None:
    figure = next(f for f in kb.figures if f.concept.slug == "drie-grote-steden")
    assert "/v/0.1.0/id/drie-grote-steden" in figure.cite("apa", version="0.1.0")
    with pytest.raises(sobkb.ExportError, match="does not say this"):
        figure._replace(value="5").cite("apa", version="0.1.0")


def test_a_note_is_cited_with_its_words(garden: sobkb.KnowledgeBase) -> None:
    note = next(n for n in garden["moestuin"].notes if isinstance(n.object, LangText) and n.object.lang == "nl")
    assert cite(note).startswith("Redactie Tuin. (z.d.). Moestuin: Ze heeft water nodig. In ")


def test_a_conclusion_of_the_editors_is_called_that(mini: sobkb.KnowledgeBase) -> None:
    assert source_note(relation(mini, "lente"), "nl") == "Conclusie van de redactie, niet uit een bron."


def test_a_source_known_by_its_address_alone_is_given_as_that(mini: sobkb.KnowledgeBase) -> None:
    record: Any = deepcopy(mini.record)
    record["concepts"][URL] |= {"sources": ["http://example.net/boek"]}
    assert source_note(sobkb.KnowledgeBase(record)["tuin"]) == "Gebaseerd op http://example.net/boek."


def test_html_has_titles_in_italics_and_nothing_else(garden: sobkb.KnowledgeBase) -> None:
    text = cite(garden["tuin"], "apa", html=True)
    assert set(re.findall(r"<[^>]*>", text)) == {"<i>", "</i>"}
    assert html.unescape(re.sub(r"<[^>]*>", "", text)) == cite(garden["tuin"], "apa")


def test_biblatex_holds_every_field(garden: sobkb.KnowledgeBase) -> None:
    assert cite(garden["tuin"], "biblatex", "en", accessed="2026-12-01") == (
        "@inreference{tuin,\n"
        "  author = {{Redactie Tuin}},\n"
        "  title = {Garden},\n"
        "  booktitle = {tuinbase: knowledge of gardens},\n"
        "  date = {2026-01-02},\n"
        "  version = {1.2.0},\n"
        "  langid = {english},\n"
        f"  url = {{{URL}}},\n"
        "  urldate = {2026-12-01},\n"
        f"  addendum = {{{EN[:-1]}}},\n"
        "}\n"
    )


def test_ris_holds_every_field(garden: sobkb.KnowledgeBase) -> None:
    assert cite(garden["tuin"], "ris").split("\r\n") == [
        "TY  - ENCYC",
        "AU  - Redactie Tuin",
        "TI  - Tuin",
        "T2  - tuinbase: kennis van tuinen",
        "PY  - 2026",
        "DA  - 2026/01/02",
        "ET  - 1.2.0",
        "LA  - nl",
        f"UR  - {URL}",
        f"N1  - {NL}",
        "ER  - ",
        "",
    ]


def test_csl_json_is_an_encyclopedia_entry(garden: sobkb.KnowledgeBase) -> None:
    (item,) = json.loads(cite(garden["tuin"], "csl-json"))
    assert item == csl_item(garden["tuin"])
    assert (item["type"], item["language"], item["issued"]) == (
        "entry-encyclopedia",
        "nl",
        {"date-parts": [[2026, 1, 2]]},
    )


def test_the_built_in_entries_name_version_date_address_and_the_writer_of_the_section(kb: sobkb.KnowledgeBase) -> None:
    concept = kb["interactieve-democratie"]
    for lang in ("nl", "en"):
        for style in STYLES:
            text = cite(concept, style, lang)
            assert kb.version in text
            assert concept.modified[:4] in text
            assert concept.iri in text
            assert "Hautekeur" in text
            assert "Broekman" not in text
            assert "4.2.3" in text


def test_no_writer_is_invented_for_the_part_whose_writer_is_unknown(kb: sobkb.KnowledgeBase) -> None:
    concept = next(c for c in kb.concepts if c.sources and all(s.number == "4.1" for s in c.sources))
    assert not re.search("Hautekeur|Broekman", source_note(concept))


def test_every_entry_can_be_cited_in_every_style(kb: sobkb.KnowledgeBase) -> None:
    for concept in kb.concepts[::20]:
        for style in PROSE:
            text = cite(concept, style, "en")
            assert text.count(concept.iri) == 1
            assert not re.search("[\ue000-\uf8ff]", text)


def test_an_unknown_style_names_the_known_ones(mini: sobkb.KnowledgeBase) -> None:
    with pytest.raises(sobkb.ExportError, match="apa, mla, harvard"):
        cite(mini["tuin"], "vancouver")


@pytest.mark.parametrize("day", ["gisteren", "2026", "2026-13-01", "2026-02-30", ""])
def test_a_day_of_access_must_be_a_day(mini: sobkb.KnowledgeBase, day: str) -> None:
    with pytest.raises(sobkb.ExportError):
        cite(mini["tuin"], accessed=day)


def test_formats_for_reference_managers_need_no_extra(
    mini: sobkb.KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sobkb.citing.prose import _format

    _format.cache_clear()
    monkeypatch.setitem(sys.modules, "citeproc", None)
    for style in EXTENSIONS:
        assert "example.org" in cite(mini["tuin"], style)
    with pytest.raises(MissingExtraError, match="cite"):
        cite(mini["tuin"], "apa")


def test_every_vendored_style_names_its_licence() -> None:
    notice = (STYLE_FILES / "NOTICE").read_text(encoding="utf-8")
    for path in STYLE_FILES.glob("*.csl"):
        assert path.name in notice
        rights = ET.parse(path).find(".//{http://purl.org/net/xbiblio/csl}rights")
        assert rights is not None
        assert rights.get("license") == "http://creativecommons.org/licenses/by-sa/3.0/"


# Metadata


def test_zotero_sees_an_encyclopedia_article(garden: sobkb.KnowledgeBase) -> None:
    pairs = zotero_meta(garden["tuin"], "en", rights="CC BY 4.0")
    assert pairs == [
        ("z:itemType", "encyclopediaArticle"),
        ("z:encyclopediaTitle", "tuinbase: knowledge of gardens"),
        ("DC.title", "Garden"),
        ("DC.creator", "Redactie Tuin"),
        ("DC.date", "2026-01-02"),
        ("DC.language", "en"),
        ("DC.identifier", URL),
        ("DC.rights", "CC BY 4.0"),
    ]


def test_no_tag_makes_zotero_take_the_entry_for_a_book_section(mini: sobkb.KnowledgeBase) -> None:
    assert not [name for name, _ in zotero_meta(mini["tuin"]) if name.startswith("citation_")]


# Hostile text

hostile = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("\"'{}\\%$#&_^~<>\n\r\t|@=,\ue010\ue013\u2028"),
    min_size=1,
    max_size=25,
) | st.sampled_from(["}\n@book{x,", "ER  - ", "\nTY  - BOOK", "<i>x</i>", "</i><script>", "Wat nu?", "Nu!", "a: b"])


def named(mini: sobkb.KnowledgeBase, label: str) -> Concept:
    record: Any = deepcopy(mini.record)
    record["concepts"][URL]["pref"] = [[label, "nl"]]
    record |= {"version": label, "creators": [label, label], "title": [[label, "nl"]]}
    return sobkb.KnowledgeBase(record)[URL]


@given(label=hostile)
def test_no_label_can_leave_its_field(mini: sobkb.KnowledgeBase, label: str) -> None:
    concept = named(mini, label)
    bib = cite(concept, "biblatex")
    bare = bib.replace(r"\{", "").replace(r"\}", "")
    depth = 0
    for position, character in enumerate(bare):
        depth += {"{": 1, "}": -1}.get(character, 0)
        assert depth > 0 or position < bare.index("{") or position >= len(bare) - 2
    assert depth == 0
    assert bib.count("\n@") == 0
    ris = cite(concept, "ris").removesuffix("\r\n").split("\r\n")
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in ris)
    assert [line[:2] for line in ris].count("TY") == [line[:2] for line in ris].count("ER") == 1
    assert "\n" not in "".join(ris)
    json.loads(cite(concept, "csl-json"))
    assert ET.fromstring(coins(concept)).tag == "span"


@given(label=hostile)
def test_no_label_becomes_markup_or_gets_lost_in_words(mini: sobkb.KnowledgeBase, label: str) -> None:
    concept = named(mini, label)
    title = csl_item(concept).get("title", "").strip()
    for style in PROSE:
        marked = cite(concept, style, html=True)
        assert not re.search(r"<(?!/?i>)", marked)
        assert title.rstrip(".?!") in cite(concept, style)
        assert html.unescape(re.sub(r"</?i>", "", marked)) == cite(concept, style)


@given(st.text())
def test_latex_text_has_no_bare_special_character(text: str) -> None:
    assert not re.search(r"(?<!\\)[%$#&_]", re.sub(r"\\text[a-z]+\{\}", "", latex(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the state of the art", "The State of the Art"),
        ("decision-making by residents", "Decision-Making by Residents"),
        ("OCMW and eHealth", "OCMW and eHealth"),
        ("residents' council (nl)", "Residents' Council (Nl)"),
        ("who decides? the council", "Who Decides? The Council"),
        ("", ""),
    ],
)
def test_english_titles_get_their_capitals(text: str, expected: str) -> None:
    assert title_case(text) == expected


def test_a_title_starts_with_a_capital_unless_its_name_does_not() -> None:
    assert [capitalise(t) for t in ("buurt", "ijsbaan", "iPad", "", " x", "2e wijk")] == [
        "Buurt",
        "IJsbaan",
        "iPad",
        "",
        " x",
        "2e wijk",
    ]


def test_writers_leave_out_what_is_not_known() -> None:
    assert write_biblatex({"id": "x"}) == "@inreference{x,\n}\n"
    assert write_ris({"id": "x"}) == "TY  - ENCYC\r\nER  - \r\n"


def test_only_what_is_known_to_be_english_gets_capitals(mini: sobkb.KnowledgeBase) -> None:
    record: Any = deepcopy(mini.record)
    record["title"] = [["Een kader van tuinen", "nl"]]
    record["version"] = "Versie 1.0"
    kb = sobkb.KnowledgeBase(record)
    assert cite(kb["tuin"], "mla", "en").startswith("“Garden.” Een kader van tuinen, version 1.0, ")
    assert cite(kb["oud-perk"], "mla", "en").startswith("“Perk.” ")
    assert csl_item(kb["oud-perk"], "en")["language"] == "nl"


def test_a_concept_and_a_statement_cite_themselves(mini: sobkb.KnowledgeBase) -> None:
    concept = mini["tomaat"]
    assert concept.cite("harvard", "en", accessed="2026-12-01") == cite(concept, "harvard", "en", accessed="2026-12-01")
    assert concept.relations[0].cite("mla") == cite(concept.relations[0], "mla")


def test_a_version_is_cited_at_the_address_that_stays(tmp_path: Path) -> None:
    (release, *_) = make_releases(tmp_path / "releases")
    now = sobkb.load(MINI)
    statement = now["tuin"].relations[0]

    text = now["buurttuin"].cite("apa", version=release)
    assert text == "Buurttuin. (z.d.). In tuinen (Versie 1.0.0). http://example.org/tuin/v/1.0.0/id/buurttuin"
    assert "http://example.org/tuin/v/1.0.0/id/tuin#verzorgtDoor.tuinier" in statement.cite("ris", version=release)
    assert "1.0.0" not in now["buurttuin"].cite("apa")


def test_a_release_that_does_not_say_it_cannot_be_cited_for_it(tmp_path: Path) -> None:
    *_, old, new = make_releases(tmp_path / "releases")
    pond = old.load()["vijver"]

    with pytest.raises(sobkb.ExportError, match="does not have 'vijver'"):
        pond.cite(version=new)
    with pytest.raises(sobkb.UnknownTermError):
        pond.cite(version="7.7.7")
