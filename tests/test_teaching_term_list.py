"""Term lists: what a trainer opens in a spreadsheet."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sobkb
from sobkb.exports.tables import separated_values
from sobkb.teaching import term_list_csv


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_a_term_list_keeps_the_order_and_each_concept_once(mini: sobkb.KnowledgeBase) -> None:
    concepts = [mini["tomaat"], mini["tuin"], mini["tomaat"]]
    assert [row["korte naam"] for row in rows_of(term_list_csv(concepts))] == ["tomaat", "tuin"]


def test_a_row_has_term_translation_texts_place_and_address(kb: sobkb.KnowledgeBase) -> None:
    (row,) = rows_of(term_list_csv([kb["buurtwerk-vl"]]))
    assert row["term"] == "buurtwerk (Vlaanderen)"
    assert row["term (Engels)"] == kb["buurtwerk-vl"].label("en")
    assert row["definitie"] == kb["buurtwerk-vl"].definition()
    assert row["regio"] == "Vlaanderen"
    assert row["vindplaats"].startswith("4.2.2")
    assert row["adres"] == kb["buurtwerk-vl"].iri


def test_an_english_list_has_english_heads_and_texts(kb: sobkb.KnowledgeBase) -> None:
    (row,) = rows_of(term_list_csv([kb["buurtwerk-vl"]], "en"))
    assert row["definition"] == kb["buurtwerk-vl"].definition("en")
    assert row["term (Dutch)"] == "buurtwerk (Vlaanderen)"


def test_a_list_says_that_it_is_utf_8_to_spreadsheets(mini: sobkb.KnowledgeBase) -> None:
    assert term_list_csv(mini.concepts).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("label", ["=cmd|' /C calc'!A0", "+1", "-1+2", "@SUM(A1)", "\t=1", "＝1"])
def test_no_label_is_run_as_a_formula(label: str, tmp_path: Path) -> None:
    import json

    file = tmp_path / "formula.ttl"
    file.write_text(
        f"PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n"
        f"<http://example.org/a> a skos:Concept ; skos:prefLabel {json.dumps(label)}@nl .\n",
        encoding="utf-8",
    )
    (row,) = rows_of(term_list_csv(sobkb.load(file).concepts))
    assert row["term"].startswith("'")


@given(st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs"])), min_size=1, max_size=4))
def test_any_cells_come_back_as_one_row(cells: list[str]) -> None:
    written = separated_values([str(n) for n in range(len(cells))], [cells])
    read = list(csv.reader(io.StringIO(written, newline="")))[1:]
    assert [[cell.removeprefix("'") for cell in row] for row in read] == [[c.removeprefix("'") for c in cells]]
