"""Hand-outs: accessible, complete, the same every time, and deaf to what hostile data say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import nullcontext, suppress
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

import sobkb
from sobkb.errors import ExportError
from sobkb.teaching import Topic, alphabetical_topics, handout_pdf, reader_pdf
from sobkb.teaching.handout_texts import printable
from sobkb.teaching.typesetting import typeset


def read(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def root_of(pdf: bytes) -> Any:
    return read(pdf).trailer["/Root"]


def text_of(pdf: bytes) -> str:
    """Return all text in the order of the pages, with words that were broken made whole."""
    text = "\n".join(page.extract_text() for page in read(pdf).pages)
    return re.sub(r"\s+", " ", text.replace("\xad\n", ""))


def elements(reader: PdfReader) -> Iterator[tuple[str, dict[str, Any]]]:
    """Walk the structure in reading order: what each element is, and its entries."""
    root: Any = reader.trailer["/Root"]
    queue = [root["/StructTreeRoot"]["/K"]]
    while queue:
        item = queue.pop(0).get_object()
        if isinstance(item, list):
            queue[:0] = list(item)
        elif isinstance(item, dict) and "/S" in item:
            yield item["/S"], item
            queue.insert(0, item.get("/K", []))


@pytest.fixture(scope="module")
def garden(mini: sobkb.KnowledgeBase) -> bytes:
    concepts = [mini[slug] for slug in ("tuin", "moestuin", "buurttuin", "tomaat", "zomer")]
    return handout_pdf(mini, Topic("http://example.org/thema/tuin", "In de tuin", tuple(concepts)))


def test_a_handout_calls_itself_accessible_and_says_its_language_and_title(garden: bytes) -> None:
    root = root_of(garden)
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "nl"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data()
    metadata = read(garden).metadata
    assert metadata is not None
    assert metadata.title == "In de tuin"


def test_every_page_is_read_in_the_order_of_its_structure(garden: bytes) -> None:
    assert {str(page["/Tabs"]) for page in read(garden).pages} == {"/S"}


def test_headings_go_down_one_level_at_a_time(garden: bytes) -> None:
    levels = [int(sort[2:]) for sort, _ in elements(read(garden)) if re.fullmatch(r"/H\d", sort)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_link_says_where_it_leads(garden: bytes) -> None:
    links = [a.get_object() for page in read(garden).pages for a in page.get("/Annots", [])]
    assert links
    assert all(link.get("/Contents") for link in links)


def test_the_permanent_address_of_every_concept_is_a_link(garden: bytes) -> None:
    links = [a.get_object() for page in read(garden).pages for a in page.get("/Annots", [])]
    addresses = {link["/A"]["/URI"] for link in links if "/A" in link and "/URI" in link["/A"]}
    assert {f"http://example.org/tuin/{s}" for s in ("tuin", "moestuin", "buurttuin", "tomaat", "zomer")} <= addresses
    assert "http://example.org/thema/tuin" in addresses


def test_tables_have_header_cells_with_a_scope(garden: bytes) -> None:
    heads = [item for sort, item in elements(read(garden)) if sort == "/TH"]
    assert len(heads) == 3
    assert all("/Scope" in str(item["/A"]) for item in heads)


def test_lists_are_tagged_as_lists(garden: bytes) -> None:
    sorts = [sort for sort, _ in elements(read(garden))]
    assert sorts.count("/LI") > 3
    assert "/TOC" in sorts


def test_the_bookmarks_name_the_concepts_in_teaching_order(garden: bytes) -> None:
    inside: Any = next(item for item in read(garden).outline if isinstance(item, list))
    assert [entry.title for entry in inside][:5] == ["tuin", "moestuin", "buurttuin", "tomaat", "zomer"]


def test_a_statement_is_a_sentence_with_its_section(garden: bytes) -> None:
    assert "Tomaat groeit in moestuin (§ 1, Tuinen)." in text_of(garden)


def test_a_statement_is_told_at_its_subject_alone_when_both_ends_are_there(mini: sobkb.KnowledgeBase) -> None:
    both = text_of(handout_pdf(mini, Topic("", "Tuin", (mini["tuinier"], mini["tuin"]))))
    assert "Tuin wordt verzorgd door tuiniers (§ 1.1, Verzorging)." in both
    assert "verzorgen tuin" not in both
    assert "Tuiniers verzorgen moestuin" in both  # the kitchen garden is not in this hand-out


def test_a_contrast_stands_once_with_the_question_that_decides(garden: bytes) -> None:
    text = text_of(garden)
    assert text.count("Wie verzorgt hem?") == 1
    assert "Het verschil staat bij" in text


def test_what_stands_above_and_below_is_named(mini: sobkb.KnowledgeBase) -> None:
    text = text_of(handout_pdf(mini, Topic("", "Tuin", (mini["tuin"], mini["moestuin"])), "en"))
    assert "A kind of: garden." in text
    assert "Kinds of it: " in text


def test_numbers_and_dates_stand_with_their_section(garden: bytes) -> None:
    text = text_of(garden)
    assert "ongeveer 300 vierkante meter" in text
    assert "de jaren 1970" in text


def test_a_foreign_handout_names_no_licence_of_ours(garden: bytes, kb: sobkb.KnowledgeBase) -> None:
    assert "CC BY" not in text_of(garden)
    assert "CC BY 4.0" in text_of(handout_pdf(kb, Topic("", "Sif", (kb["sif"],))))


def test_an_english_handout_speaks_english(mini: sobkb.KnowledgeBase) -> None:
    pdf = handout_pdf(mini, Topic("", "Garden", (mini["tuin"], mini["tomaat"])), "en")
    assert root_of(pdf)["/Lang"] == "en"
    assert "Index of terms" in text_of(pdf)


def test_the_same_data_give_the_same_bytes(mini: sobkb.KnowledgeBase, garden: bytes) -> None:
    concepts = [mini[slug] for slug in ("tuin", "moestuin", "buurttuin", "tomaat", "zomer")]
    again = handout_pdf(mini, Topic("http://example.org/thema/tuin", "In de tuin", tuple(concepts)))
    assert again == garden


def test_a_concept_given_twice_stands_there_once(mini: sobkb.KnowledgeBase) -> None:
    pdf = handout_pdf(mini, Topic("", "Tuin", (mini["tuin"], mini["tuin"])))
    assert "1 begrip" in text_of(pdf)


def test_a_brief_handout_leaves_out_what_the_sources_say(mini: sobkb.KnowledgeBase) -> None:
    assert "groeit in" not in text_of(handout_pdf(mini, Topic("", "Tuin", (mini["tomaat"],)), brief=True))
    assert "groeit in" in text_of(handout_pdf(mini, Topic("", "Tuin", (mini["tomaat"],))))


def test_no_concepts_make_no_handout(mini: sobkb.KnowledgeBase) -> None:
    with pytest.raises(ExportError, match="no concepts"):
        handout_pdf(mini, Topic("", "Leeg", ()))


def test_a_reader_tells_a_concept_in_its_first_part_and_points_there_from_others(mini: sobkb.KnowledgeBase) -> None:
    topics = [Topic("", "Een", (mini["tuin"],)), Topic("", "Twee", (mini["tomaat"], mini["tuin"]))]
    text = text_of(reader_pdf(mini, topics))
    assert "Staat in een eerder deel" in text


def test_a_reader_of_everything_has_every_concept_in_use(mini: sobkb.KnowledgeBase) -> None:
    topics = alphabetical_topics(mini)
    assert {c for p in topics for c in p.concepts} == {c for c in mini.concepts if not c.is_deprecated}
    assert len(read(reader_pdf(mini, topics)).pages) > 1


HOSTILE = [
    '#read("/etc/passwd")',
    '#import "@preview/cetz:0.2.0": *',
    "*vet* _schuin_ $x^2$ `code` = kop",
    "</script><script>alert(1)</script>",
    '"] #panic() #["',
    "\\u{202e} @ref <label> https://evil.example",
    "A" * 300,
    "\u202etxet desrever\u202c שלום",
]


@pytest.mark.parametrize("label", HOSTILE)
def test_hostile_labels_are_printed_as_they_are(label: str, tmp_path: Path) -> None:
    import json

    text = json.dumps(label)
    file = tmp_path / "hostile.ttl"
    file.write_text(
        f"""PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
<http://example.org/a> a skos:Concept ; skos:prefLabel {text}@nl ; skos:definition {text}@nl ; skos:altLabel {text}@en .
""",
        encoding="utf-8",
    )
    kb = sobkb.load(file)
    pdf = handout_pdf(kb, Topic("", label, kb.concepts))

    metadata = read(pdf).metadata
    assert metadata is not None
    assert metadata.title == printable(label)
    if label.isascii():
        assert re.sub(r"\s+", "", label) in re.sub(r"[\s\xad]+", "", text_of(pdf))


def test_only_web_addresses_become_links(tmp_path: Path) -> None:
    file = tmp_path / "links.ttl"
    file.write_text(
        """PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
<javascript:alert(1)> a skos:Concept ; skos:prefLabel "a"@nl .
""",
        encoding="utf-8",
    )
    kb = sobkb.load(file)
    assert b"javascript" not in handout_pdf(kb, Topic("", "A", kb.concepts))


@given(title=st.text(max_size=40))
@settings(max_examples=25)
def test_any_title_is_set_or_refused_for_its_script(mini: sobkb.KnowledgeBase, title: str) -> None:
    topic = Topic("", title, (mini["tuin"],))
    refusal = nullcontext() if title.isascii() else suppress(ExportError)

    with refusal:
        assert read(handout_pdf(mini, topic)).pages


def test_a_script_that_no_font_has_is_refused_instead_of_printed_as_boxes(tmp_path: Path) -> None:
    file = tmp_path / "zh.ttl"
    file.write_text(
        """PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
<http://example.org/a> a skos:Concept ; skos:prefLabel "社區發展"@zh ; skos:definition "社區發展的工作方法"@zh .
""",
        encoding="utf-8",
    )
    kb = sobkb.load(file)
    with pytest.raises(ExportError, match="fonts"):
        handout_pdf(kb, Topic("", "社區發展", kb.concepts), "zh")


def test_a_single_odd_character_costs_only_itself(mini: sobkb.KnowledgeBase) -> None:
    metadata = read(handout_pdf(mini, Topic("", "Tuin 園", mini.concepts))).metadata
    assert metadata is not None
    assert metadata.title == "Tuin \ufffd"


def test_the_typesetter_sees_no_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sobkb.teaching import typesetting

    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    template = tmp_path / "evil.typ"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(typesetting, "_TEMPLATE", template)
    for path in ("secret.txt", "/secret.txt", str(secret), "../secret.txt"):
        template.write_text(f'#set document(title: "x")\n#read("{path}")', encoding="utf-8")
        with pytest.raises(ExportError, match="refuses"):
            typeset({})
