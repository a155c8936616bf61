"""Cards and tests as files for Anki, Quizlet and Moodle: well-formed, harmless and the same every time."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import zipfile
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

import sobkb
from sobkb.errors import ExportError
from sobkb.model import Section
from sobkb.teaching import (
    CARD_FORMATS,
    TEST_FORMATS,
    Card,
    Choice,
    Question,
    SelfTest,
    Topic,
    flashcards,
    self_test,
    write_cards,
    write_test,
)
from sobkb.teaching.values import as_topic

NASTY = "=cmd|' /C calc'!A0 {{c1::x}} <script>alert(1)</script> ]]> ~=#{}:\\ &amp;\n// nieuwe regel"
anything = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=60) | st.just(NASTY)


@pytest.fixture(scope="module")
def topic(kb: sobkb.KnowledgeBase) -> Topic:
    """A list of eight tasks."""
    return as_topic(kb.collection("taken-regionale-instituten"), "nl")


@pytest.fixture(scope="module")
def test_of_tasks(kb: sobkb.KnowledgeBase, topic: Topic) -> SelfTest:
    """A test about them."""
    return self_test(kb, topic)


def made_of(mini: sobkb.KnowledgeBase, text: str) -> tuple[Topic, SelfTest, Card]:
    """Make a test and a card in which every text is the same."""
    garden, tomato = mini["tuin"], mini["tomaat"]
    section = Section("http://example.org/s", text or "s", number="1")
    choices = (Choice(text, garden, is_right=True), Choice(text + "?", tomato, note=text))
    question = Question("q-1", "definition", text, text, choices, text, (section,), garden.iri, "nl")
    topic = Topic("http://example.org/t", text, (garden,))
    card = Card("key", "term", text, (text, text), (section,), garden.iri, "nl")
    return topic, SelfTest(topic, (question,), "nl"), card


# Anki


def notes_in(package: bytes, folder: Path) -> list[tuple[str, list[str], int]]:
    """Return the GUID, fields and time of every note in an Anki package."""
    path = folder / "collection.anki2"
    path.write_bytes(zipfile.ZipFile(io.BytesIO(package)).read("collection.anki2"))
    with sqlite3.connect(path) as opened:
        rows = opened.execute("SELECT guid, flds, mod FROM notes ORDER BY id").fetchall()
    opened.close()
    return [(guid, fields.split("\x1f"), time) for guid, fields, time in rows]


def decks_in(package: bytes, folder: Path) -> dict[str, str]:
    """Return the decks of an Anki package, number to name."""
    path = folder / "collection.anki2"
    path.write_bytes(zipfile.ZipFile(io.BytesIO(package)).read("collection.anki2"))
    with sqlite3.connect(path) as opened:
        (text,) = opened.execute("SELECT decks FROM col").fetchone()
    opened.close()
    return {number: deck["name"] for number, deck in json.loads(text).items() if number != "1"}


def test_a_deck_has_a_note_per_card_with_its_source_and_address(
    kb: sobkb.KnowledgeBase, topic: Topic, tmp_path: Path
) -> None:
    cards = flashcards(kb, topic)
    notes = notes_in(write_cards(topic, cards, "apkg"), tmp_path)

    assert len(notes) == len(cards)
    assert notes[0][1][0] == "uitwerking van een meerjarenplan"
    assert notes[0][1][2] == f"Bron: 4.2.1, Diensten<br>{topic.concepts[0].iri}"


def test_the_same_data_gives_the_same_deck(kb: sobkb.KnowledgeBase, topic: Topic) -> None:
    cards = flashcards(kb, topic)

    assert write_cards(topic, cards, "apkg") == write_cards(topic, cards, "apkg")


@pytest.mark.parametrize("name", CARD_FORMATS)
def test_cards_of_a_theme_are_written_under_its_name(kb: sobkb.KnowledgeBase, name: str) -> None:
    theme = kb.theme("twee-modellen")
    cards = flashcards(kb, theme)
    assert write_cards(theme, cards, name) == write_cards(as_topic(theme, "nl"), cards, name)


def test_a_changed_card_keeps_its_identity_and_gets_a_later_time(tmp_path: Path) -> None:
    def deck(text: str, day: str) -> tuple[list[tuple[str, list[str], int]], dict[str, str]]:
        path = tmp_path / "data.ttl"
        path.write_text(
            f"""PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX e: <http://example.org/>
            e:x a skos:Concept ; skos:prefLabel "ezel"@nl ; skos:definition "{text}"@nl ;
              <http://purl.org/dc/terms/modified> "{day}"^^<http://www.w3.org/2001/XMLSchema#date> .""",
            encoding="utf-8",
        )
        kb = sobkb.load(path)
        topic = Topic("http://example.org/t", "dieren", kb.concepts)
        package = write_cards(topic, flashcards(kb, topic, sorts=("term",)), "apkg")
        return notes_in(package, tmp_path), decks_in(package, tmp_path)

    (old,), old_decks = deck("Dier dat balkt.", "2026-02-01")
    (new,), new_decks = deck("Dier met lange oren.", "2026-03-01")

    assert old[0] == new[0]
    assert old[1] != new[1]
    assert old[2] < new[2]
    assert old_decks == new_decks


def test_markup_and_fields_in_the_data_stay_text_in_a_deck(mini: sobkb.KnowledgeBase, tmp_path: Path) -> None:
    topic, _, card = made_of(mini, NASTY)
    ((_, fields, _),) = notes_in(write_cards(topic, [card], "apkg"), tmp_path)

    assert "<script" not in "".join(fields)
    assert "{{" not in "".join(fields)
    assert unescape(fields[0].replace("<br>", "\n")) == NASTY


# CSV


def test_a_table_of_cards_has_a_header_and_one_row_per_card(kb: sobkb.KnowledgeBase, topic: Topic) -> None:
    cards = flashcards(kb, topic)
    rows = list(csv.reader(io.StringIO(write_cards(topic, cards, "csv").decode("utf-8"), newline="")))

    assert rows[0] == ["front", "back", "sort", "section", "address"]
    assert len(rows) == len(cards) + 1
    assert rows[1][3:] == ["4.2.1, Diensten", topic.concepts[0].iri]


@given(text=anything)
def test_no_cell_is_ever_a_formula(mini: sobkb.KnowledgeBase, text: str) -> None:
    topic, _, card = made_of(mini, text)
    rows = list(csv.reader(io.StringIO(write_cards(topic, [card], "csv").decode("utf-8"), newline="")))

    assert len(rows) == 2
    assert [c for c in rows[1] if c.lstrip().startswith(("=", "+", "-", "@"))] == []


# Moodle


def test_moodle_gets_every_question_with_one_full_mark(test_of_tasks: SelfTest) -> None:
    quiz = etree.fromstring(write_test(test_of_tasks, "moodle"))
    asked = quiz.xpath("question[@type='multichoice']")

    assert len(asked) == len(test_of_tasks.questions)
    for element, question in zip(asked, test_of_tasks.questions, strict=True):
        assert [int(f) for f in element.xpath("answer/@fraction")] == [100 * c.is_right for c in question.choices]
        assert element.findtext("idnumber") == f"{question.id}-nl"
        assert "Bron: " in element.findtext("generalfeedback/text")


@given(text=anything)
def test_whatever_the_texts_moodle_xml_is_well_formed_and_holds_no_markup_of_theirs(
    mini: sobkb.KnowledgeBase, text: str
) -> None:
    _, test, _ = made_of(mini, text)
    quiz = etree.fromstring(write_test(test, "moodle"))

    shown = quiz.xpath("question[@type='multichoice']/questiontext/text")[0].text
    tags = {e.tag for e in html.fromstring(f"<div>{shown}</div>").iter()}
    assert tags <= {"div", "p", "br", "blockquote"}


# GIFT

SIGN = r"(?:\\.|[^\\~=#{}])"


def read_gift(text: str) -> list[tuple[str, str, list[tuple[bool, str]], str]]:
    """Read GIFT back: name, text, choices with whether they are right, general feedback."""
    found = []
    pattern = rf"::((?:\\.|[^\\:])*)::\[html\]({SIGN}*)\{{\n((?:[=~]{SIGN}*(?:#{SIGN}*)?\n)+)####({SIGN}*)\n\}}"
    for name, asked, answers, because in re.findall(pattern, text):
        choices = [(sign == "=", plain(said)) for sign, said in re.findall(rf"^([=~])({SIGN}*)", answers, re.MULTILINE)]
        found.append((plain(name), plain(asked), choices, plain(because)))
    return found


def plain(text: str) -> str:
    """Undo what GIFT and HTML write differently."""
    return unescape(re.sub(r"\\(.)", r"\1", text).replace("<br>", "\n")).rstrip("\n")


def test_gift_holds_the_questions_and_their_answers(test_of_tasks: SelfTest) -> None:
    read = read_gift(write_test(test_of_tasks, "gift").decode("utf-8"))

    assert [name for name, *_ in read] == [q.id for q in test_of_tasks.questions]
    for (_, _, choices, because), question in zip(read, test_of_tasks.questions, strict=True):
        assert choices == [(c.is_right, c.text) for c in question.choices]
        assert because.startswith(question.explanation.rstrip())


@given(text=anything)
def test_no_text_steers_gift(mini: sobkb.KnowledgeBase, text: str) -> None:
    _, test, _ = made_of(mini, text)
    (found,) = read_gift(write_test(test, "gift").decode("utf-8"))

    assert [right for right, _ in found[2]] == [True, False]


# JSON and formats


def test_json_holds_everything_a_program_needs(kb: sobkb.KnowledgeBase, topic: Topic, test_of_tasks: SelfTest) -> None:
    cards = json.loads(write_cards(topic, flashcards(kb, topic), "json"))
    test = json.loads(write_test(test_of_tasks, "json"))

    assert cards["topic"]["iri"] == test["topic"]["iri"] == topic.iri
    assert {q["id"] for q in test["questions"]} == {q.id for q in test_of_tasks.questions}
    assert all(sum(c["right"] for c in q["choices"]) == 1 and q["sections"] for q in test["questions"])


def test_an_unknown_format_is_refused_with_those_there_are(topic: Topic, test_of_tasks: SelfTest) -> None:
    with pytest.raises(ExportError, match="apkg, csv, json"):
        write_cards(topic, [], "docx")
    with pytest.raises(ExportError, match="moodle, gift, json"):
        write_test(test_of_tasks, "docx")


def test_every_format_is_written(kb: sobkb.KnowledgeBase, topic: Topic, test_of_tasks: SelfTest) -> None:
    assert all(write_cards(topic, flashcards(kb, topic), name) for name in CARD_FORMATS)
    assert all(write_test(test_of_tasks, name) for name in TEST_FORMATS)
