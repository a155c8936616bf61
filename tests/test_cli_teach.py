"""`sobkb teach`: cards and tests as files, and a test in the terminal."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree

import sobkb
from sobkb.teaching import self_test

if TYPE_CHECKING:
    from cli_running import Run

FOUR = ("--collection", "vier-vormen-van-democratie")


def test_cards_come_as_csv_unless_told_otherwise(run: Run) -> None:
    outcome = run("teach", "cards", "--kind", "DemocracyForm")
    rows = list(csv.reader(io.StringIO(outcome.out, newline="")))

    assert (outcome.code, outcome.err) == (0, "")
    assert rows[0][:2] == ["front", "back"]
    assert ["directe democratie", "term"] in [[row[0], row[2]] for row in rows]


@pytest.mark.parametrize(
    "about",
    [
        ("--theme", "vormen-van-democratie"),
        FOUR,
        ("--kind", "DemocracyForm"),
        ("--scheme", "participatie-en-democratie"),
        ("directe democratie", "inspraakdemocratie"),
    ],
    ids=["theme", "collection", "kind", "scheme", "concepts"],
)
def test_cards_can_be_about_anything_that_has_a_name(run: Run, about: tuple[str, ...]) -> None:
    outcome = run("teach", "cards", *about, "--json", "--lang", "en")

    assert outcome.code == 0
    fronts = {card["front"] for card in outcome.data["cards"] if card["sort"] == "term"}
    assert "direct democracy" in fronts
    assert outcome.data["lang"] == "en"


def test_the_name_of_the_file_tells_the_format(run: Run, tmp_path: Path) -> None:
    deck, quiz, gift = (tmp_path / name for name in ("d.apkg", "q.xml", "q.gift"))

    assert run("teach", "cards", *FOUR, "-o", str(deck)).code == 0
    assert run("teach", "test", *FOUR, "-o", str(quiz)).code == 0
    done = run("teach", "test", *FOUR, "-o", str(gift), "--limit", "3")

    assert zipfile.ZipFile(deck).namelist() == ["collection.anki2", "media"]
    assert etree.parse(quiz).getroot().tag == "quiz"
    assert gift.read_text(encoding="utf-8").count("::[html]") == 3
    assert (done.out, done.err) == ("", f"Geschreven: {gift} (3 vragen)\n")


def test_a_file_that_is_there_is_only_replaced_when_told(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "q.json"
    path.write_text("mine", encoding="utf-8")

    assert run("teach", "test", *FOUR, "-o", str(path)).code == 2
    assert path.read_text(encoding="utf-8") == "mine"
    assert run("teach", "test", *FOUR, "-o", str(path), "--force").code == 0
    assert json.loads(path.read_text(encoding="utf-8"))["questions"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("cards",), "say about what: concepts, or one of --theme"),
        (("cards", "--kind", "Law", "--scheme", "visies"), "choose one: concepts, or one of"),
        (("test", "opbouwwerk", "--kind", "Law", "--json"), "choose one: concepts, or one of"),
        (("cards", *FOUR, "--format", "apkg"), "name a file with -o"),
        (("cards", *FOUR, "-o", "cards.docx"), "give it with --format: apkg, csv, json"),
        (("test", *FOUR, "-o", "cards.apkg"), "give it with --format: moodle, gift, json"),
        (("test", *FOUR), "only be asked in a terminal"),
        (("test", "opbouwwerk", "--format", "gift", "--from", "{lonely}"), "no questions with only one right"),
        (("cards", "opbouwwerk", "--from", "{lonely}"), "no flashcards on this"),
        (("test", "--theme", "zomer", "--format", "gift"), "There is no theme “zomer”"),
        (("test", "--collection", "zomer", "--format", "gift"), "There is no"),
        (("cards", "opbouwerk"), "opbouwwerk"),
    ],
)
def test_what_cannot_be_made_is_refused_with_what_to_do(
    run: Run, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    lonely = tmp_path / "lonely.ttl"
    skos = "http://www.w3.org/2004/02/skos/core#"
    lonely.write_text(f'<http://example.org/opbouwwerk> a <{skos}Concept> ; <{skos}prefLabel> "opbouwwerk"@en .')
    outcome = run("teach", *(w.format(lonely=lonely) for w in words), "--lang", "en")

    assert outcome.code == 2
    assert outcome.out == ""
    assert said in outcome.err.replace("\n", " ")


def in_terminal(answers: str, *arguments: str) -> str:
    """Run a command in a terminal of its own and return all that stands on its screen."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": "100", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "sobkb", *arguments]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment) as process:
        os.close(theirs)
        os.write(ours, answers.encode())
        seen = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
            if not part:
                break
            seen += part
        assert process.wait(60) == 0
    os.close(ours)
    return seen.decode().replace("\r\n", "\n")


def test_in_a_terminal_the_questions_are_asked_and_the_score_given(kb: sobkb.KnowledgeBase) -> None:
    test = self_test(kb, kb.collection(FOUR[1]), "en", limit=4)
    letters = ["abcd"[[c.is_right for c in q.choices].index(True)] for q in test.questions]
    wrong = "b" if letters[1] == "a" else "a"
    answers = "\n".join([letters[0], "7", wrong, "", "q"]) + "\n"

    seen = in_terminal(answers, "teach", "test", *FOUR, "--limit", "4", "--lang", "en")

    assert f"1/4 {test.questions[0].text}" in seen
    assert "> Right.\n" in seen
    assert "Type a letter from a to" in seen
    assert f"Not right. It is {letters[1]}: {test.questions[1].right.text}." in seen
    assert f"It is {letters[2]}: {test.questions[2].right.text}." in seen
    assert "Source: 4.2.3" in seen
    assert seen.rstrip().endswith("1 of 3 right.")


def test_the_end_of_the_answers_ends_the_test() -> None:
    assert in_terminal("\x04", "teach", "test", *FOUR, "--lang", "nl").rstrip().endswith("0 van 0 juist.")


def test_a_handout_is_written_to_a_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "democratie.pdf"
    done = run("teach", "handout", "--kind", "DemocracyForm", "-o", str(path))

    assert done.code == 0
    assert done.out == ""
    assert "4 begrippen" in " ".join(done.err.split())
    assert path.read_bytes().startswith(b"%PDF-")


def test_a_handout_has_the_title_one_gives_it(run_mini: Run, tmp_path: Path) -> None:
    from pypdf import PdfReader

    path = tmp_path / "tuin.pdf"
    done = run_mini("teach", "handout", "--all", "--short", "--title", "In de tuin", "-o", str(path), "--json")

    metadata = PdfReader(path).metadata
    assert metadata is not None
    assert metadata.title == "In de tuin"
    assert done.data == {"path": str(path), "concepts": 7, "bytes": path.stat().st_size}


def test_a_handout_for_the_screen_is_refused(run: Run) -> None:
    outcome = run("teach", "handout", "--kind", "DemocracyForm", "--lang", "en")

    assert outcome.code == 2
    assert "name a file with -o" in outcome.err


def test_a_handout_replaces_nothing_unless_told_to(run_mini: Run, tmp_path: Path) -> None:
    path = tmp_path / "tuin.pdf"
    path.write_text("mine", encoding="utf-8")

    assert run_mini("teach", "handout", "tuin", "-o", str(path)).code == 2
    assert path.read_text(encoding="utf-8") == "mine"
    assert run_mini("teach", "handout", "tuin", "-o", str(path), "--force").code == 0
    assert path.read_bytes().startswith(b"%PDF-")


def test_a_folder_that_is_not_there_leaves_nothing_behind(run_mini: Run, tmp_path: Path) -> None:
    outcome = run_mini("teach", "handout", "tuin", "-o", str(tmp_path / "nergens" / "tuin.pdf"))

    assert outcome.code == 2
    assert list(tmp_path.iterdir()) == []


def test_without_the_typesetter_one_reads_how_to_get_it(
    run_mini: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    outcome = run_mini("teach", "handout", "tuin", "-o", str(tmp_path / "tuin.pdf"))

    assert outcome.code == 2
    assert "sobkb[teach]" in outcome.err
    assert list(tmp_path.iterdir()) == []


def test_a_section_gives_the_concepts_it_speaks_of(run_mini: Run) -> None:
    rows = run_mini("teach", "terms", "--section", "1.1", "--json").data

    assert [row["korte naam"] for row in rows] == ["moestuin", "tuin", "tuinier"]


def test_a_term_list_goes_to_the_screen_or_to_a_file(run_mini: Run, tmp_path: Path) -> None:
    shown = run_mini("teach", "terms", "tomaat", "--lang", "en")
    path = tmp_path / "terms.csv"

    assert shown.out.splitlines()[0].startswith("short name,term")
    assert run_mini("teach", "terms", "--all", "-o", str(path)).code == 0
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
