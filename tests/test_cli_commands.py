"""What each command gives, on the garden vocabulary."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cli_running import MINI
from sobkb.cli import registry
from sobkb.exports.plain import concept_json
from sobkb.knowledge_base import KnowledgeBase
from sobkb.questions import question

if TYPE_CHECKING:
    from cli_running import Run


def test_show_writes_the_page_of_a_concept_in_dutch(run_mini: Run) -> None:
    outcome = run_mini("show", "moestuin")

    assert outcome.code == 0
    assert outcome.err == ""
    lines = outcome.out.splitlines()
    assert lines[0] == "moestuin"
    assert lines[1] == "tuinsoort · tuinen"
    for expected in (
        "Hier groeien groenten.",
        "  Tuin waarin men groenten kweekt.",
        "  – wordt verzorgd door tuiniers [1.1]",
        "  – Ze heeft water nodig. [1.1]",
        "  tuin › moestuin",
        "  Wie verzorgt hem?",
        "http://example.org/tuin/moestuin",
    ):
        assert expected in lines


def test_show_writes_the_page_of_a_concept_in_english(run_mini: Run) -> None:
    lines = run_mini("show", "kitchen", "garden", "--lang", "en").out.splitlines()

    assert lines[0] == "kitchen garden"
    assert "  – is tended by gardeners [1.1]" in lines
    assert "Hier groeien groenten. (nl)" in lines, "a text in another language says so"


def test_show_reads_relations_from_the_other_side_with_the_right_number(run_mini: Run) -> None:
    out = run_mini("show", "tuinier").out

    assert "– verzorgen moestuin en tuin [1.1]" in out


def test_show_puts_the_concept_first_in_a_contrast_from_either_side(run_mini: Run) -> None:
    first = run_mini("show", "buurttuin").out
    second = run_mini("show", "moestuin").out

    assert "wie  buren      één tuinier" in first
    assert "wie  één tuinier  buren" in second


def test_show_warns_that_a_concept_is_replaced(run_mini: Run) -> None:
    assert "Vervangen door tuin." in run_mini("show", "oud-perk").out


def test_show_short_leaves_statements_out(run_mini: Run) -> None:
    out = run_mini("show", "moestuin", "--short").out

    assert "Tuin waarin men groenten kweekt." in out
    assert "verzorgd" not in out


def test_show_json_is_what_the_export_gives(run_mini: Run, mini: KnowledgeBase) -> None:
    for slug in mini:
        assert run_mini("show", slug, "--json").data == concept_json(mini[slug])


def test_search_says_why_each_hit_was_found(run_mini: Run) -> None:
    outcome = run_mini("search", "volkstuinn")

    assert outcome.code == 0
    lines = outcome.out.splitlines()
    assert lines[0] == "buurttuin · tuinsoort [buurttuin]"
    assert "volkstuin" in lines[2]


def test_search_keeps_to_its_conditions(run_mini: Run) -> None:
    slugs = [hit["slug"] for hit in run_mini("search", "tuin", "--kind", "Tuinsoort", "--json").data]

    assert slugs
    assert set(slugs) <= {"tuin", "moestuin", "buurttuin"}
    assert len(run_mini("search", "tuin", "--limit", "1", "--json").data) == 1


def test_search_that_finds_nothing_leaves_the_output_empty(run_mini: Run) -> None:
    outcome = run_mini("search", "qqqqqq")

    assert (outcome.code, outcome.out) == (0, "")
    assert "Niets gevonden" in outcome.err


def test_tree_draws_the_hierarchy(run_mini: Run) -> None:
    out = run_mini("tree", "kader").out

    assert "tuin\n├─ buurttuin\n└─ moestuin\n" in out


def test_tree_of_one_concept_and_to_a_depth(run_mini: Run) -> None:
    assert run_mini("tree", "tuin").out == "tuin\n├─ buurttuin\n└─ moestuin\n"
    assert run_mini("tree", "tuin", "--depth", "1").out == "tuin\n"


def test_tree_json_nests_like_the_tree(run_mini: Run) -> None:
    (part,) = run_mini("tree", "--json").data

    assert part["scheme"] == "kader"
    assert {n["slug"]: [c["slug"] for c in n["children"]] for n in part["tree"]}["tuin"] == ["buurttuin", "moestuin"]


def test_section_tells_what_a_section_says(run_mini: Run) -> None:
    out = run_mini("section", "1.1", "--lang", "en").out

    assert out.startswith("1.1 Care\n")
    assert "– garden is tended by gardeners" in out
    assert "– kitchen garden: It needs water." in out
    assert "about 300 square metres" in out


def test_section_with_its_subsections(run_mini: Run) -> None:
    shallow = run_mini("section", "1", "--json").data
    deep = run_mini("section", "1", "--deep", "--json").data

    assert len(shallow["statements"]) < len(deep["statements"])
    assert deep["subsections"] == ["1.1"]


def test_section_without_a_name_lists_them_in_reading_order(run_mini: Run) -> None:
    assert [s["id"] for s in run_mini("section", "--json").data] == ["1", "1.1", "redactie"]
    assert run_mini("section").out.splitlines()[0] == "1         Tuinen"


def test_at_lists_what_is_dated_to_a_year(run_mini: Run) -> None:
    assert run_mini("at", "1975").out == "zomer – de jaren 1970 [1]\n"
    assert "2020" in run_mini("at", "2020").err


def test_compare_aligns_what_is_said_of_two_concepts(run_mini: Run) -> None:
    out = run_mini("compare", "tuin", "moestuin").out

    assert out.startswith("tuin naast moestuin\n")
    assert "– wordt verzorgd door tuiniers [1.1]" in out, "shared"
    assert "tomaat [1]" in out, "only of the second"


def test_compare_json_holds_contrast_and_relations(run_mini: Run) -> None:
    data = run_mini("compare", "moestuin", "buurttuin", "--json").data

    assert data["contrast"]["question"]["en"] == "Who tends it?"
    assert data["sharedBroader"] == ["tuin"]


def test_path_names_every_step_and_its_evidence(run_mini: Run) -> None:
    assert run_mini("path", "tomaat", "tuinier").out.splitlines() == [
        "tomaat → groeit in → moestuin [1]",
        "moestuin → wordt verzorgd door → tuiniers [1.1]",
    ]


def test_path_that_does_not_exist_is_null_in_json(run_mini: Run) -> None:
    assert run_mini("path", "tomaat", "zomer", "--json").data is None
    assert "geen verband" in run_mini("path", "tomaat", "zomer").err


QUERY = "SELECT ?l { ?c skos:prefLabel ?l FILTER(lang(?l) = 'en') } ORDER BY ?l LIMIT 2"


def test_query_writes_each_format(run_mini: Run) -> None:
    table = run_mini("query", QUERY).out
    rows = list(csv.reader(io.StringIO(run_mini("query", QUERY, "--format", "csv").out)))
    tsv = run_mini("query", QUERY, "--format", "tsv").out
    data = run_mini("query", QUERY, "--json").data

    assert "community garden @en" in table
    assert rows == [["l"], ["community garden"], ["garden"]]
    assert tsv == '?l\n"community garden"@en\n"garden"@en\n'
    assert data["results"]["bindings"][0] == {"l": {"type": "literal", "value": "community garden", "xml:lang": "en"}}


def test_query_of_triples_gives_turtle(run_mini: Run) -> None:
    out = run_mini("query", "CONSTRUCT { ?c a skos:Concept } { ?c skos:prefLabel 'tuin'@nl }").out

    assert "<http://example.org/tuin/tuin>\n    a skos:Concept ;\n." in out


def test_query_that_asks_gets_yes_or_no(run_mini: Run) -> None:
    assert run_mini("query", "ASK { ?c a skos:Concept }").out == "ja\n"
    assert run_mini("query", "ASK { ?c a skos:Nothing }", "--lang", "en").out == "no\n"
    assert run_mini("query", "ASK { ?c a skos:Concept }", "--json").data == {"head": {}, "boolean": True}


def test_query_from_a_file_with_a_parameter(run_mini: Run, tmp_path: Path) -> None:
    file = tmp_path / "vraag.rq"
    file.write_text("SELECT ?l { ?c skos:altLabel ?l }")

    out = run_mini("query", str(file), "--param", "c=http://example.org/tuin/moestuin", "--format", "csv").out

    assert out.split() == ["l", "groentetuin"]


def test_query_takes_a_description_without_braces(run_mini: Run) -> None:
    outcome = run_mini("query", "DESCRIBE <http://example.org/tuin/tomaat>")

    assert outcome.code == 0
    assert "skos:prefLabel" in outcome.out


@pytest.mark.parametrize(
    ("value", "rows"),
    [("tomaat", 0), ('"tomaat"@nl', 1), ('"tomaat"@en', 0), ('"x"^^xsd:string', 0), ('"x"^^<http://a.org/t>', 0)],
)
def test_query_takes_a_literal_with_its_language_as_a_value(run_mini: Run, value: str, rows: int) -> None:
    outcome = run_mini("query", "SELECT ?s { ?s skos:prefLabel ?l }", "--param", f"l={value}", "--json")

    assert len(outcome.data["results"]["bindings"]) == rows


def test_query_from_standard_input(run_mini: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("ASK { ?c a skos:Concept }"))

    assert run_mini("query", "-").out == "ja\n"


def test_ask_lists_and_answers_the_questions(run: Run) -> None:
    listed = run("ask", "--json").data
    outcome = run("ask", "cq-003", "--lang", "en")

    assert len(listed) > 100
    assert outcome.out.startswith(question("cq-003").text("en"))
    assert "political participation" in outcome.out


def test_ask_finds_questions_by_their_words(run: Run) -> None:
    found = run("ask", "agenda", "democratievorm", "--json").data

    assert found
    assert all("agenda" in q["question"]["nl"].casefold() for q in found)
    nothing = run("ask", "dinosaurus")
    assert (nothing.code, nothing.out) == (0, "")
    assert "Geen vraag" in nothing.err


def test_ask_fills_in_a_parameter(run: Run) -> None:
    given = run("ask", "cq-135", "--param", "begrip=opbouwwerk-vl", "--format", "csv").out
    default = run("ask", "cq-135", "--format", "csv").out

    assert given != default


def test_ask_shows_the_query_behind_a_question(run: Run) -> None:
    assert run("ask", "3", "--show-query").out.startswith("SELECT")


def test_stats_measure_the_same_in_words_and_in_json(run_mini: Run) -> None:
    data = run_mini("stats", "--json").data
    out = run_mini("stats", "--by", "scheme").out

    assert data["entries"] == 7
    assert data["untranslated"]
    assert "Per begrippenkader" in out
    assert "Per soort" not in out


def test_cite_gives_a_reference_to_paste(run: Run) -> None:
    plain = run("cite", "interactieve", "democratie", "--lang", "en")
    record = run("cite", "interactieve-democratie", "--style", "csl-json")

    assert plain.out.startswith("sobkb. (")
    assert plain.out.count("\n") == 1
    assert record.data
    assert run("cite", "interactieve-democratie", "--style", "huisstijl").code == 2


def test_cite_refers_to_what_is_said_of_a_concept(run: Run) -> None:
    both = run("cite", "buurtwerk-vl", "--relation", "streeft naar")
    one = run("cite", "buurtwerk-vl", "--object", "leefbaarheid-kansarme-wijken", "--relation", "aimsAt", "--json")
    none = run("cite", "buurtwerk-vl", "--relation", "replaces", "--lang", "en")

    assert [line.count("streeft naar") for line in both.out.splitlines()] == [1, 1]
    assert [found["relation"] for found in one.data] == ["aimsAt"]
    assert (none.code, none.out, none.err) == (0, "", "That is not said of this concept.\n")
    assert len(run("cite", "buurtwerk-vl", "--relation", "aimsAt", "--style", "csl-json").data) == 2
    assert run("cite", "buurtwerk-vl", "--relation", "aimsAt", "--style", "ris").out.count("ER  - ") == 2
    assert run("cite", "buurtwerk-vl", "--relation", "aimsA").code == 2


def test_cite_names_the_day_of_reading(run: Run) -> None:
    text = run("cite", "opbouwwerk", "--style", "harvard", "--accessed", "2026-12-01").out
    assert "(Geraadpleegd: 1 december 2026)" in text
    assert run("cite", "opbouwwerk", "--accessed", "gisteren").code == 2


def test_the_overview_is_what_one_gets_without_a_command(run: Run) -> None:
    dutch, english = run(), run("--lang", "en")

    assert dutch.code == english.code == 0
    assert "Begin hier" in dutch.out
    assert "Start here" in english.out
    assert run("--help").out == dutch.out


def test_the_version_is_that_of_the_package(run: Run) -> None:
    from sobkb import __version__

    assert run("--version").out == f"sobkb {__version__}\n"


def test_common_options_may_stand_before_or_after_the_command(run: Run) -> None:
    before = run("--lang", "en", "--json", "--from", MINI, "tree")
    after = run("tree", "--from", MINI, "--lang", "en", "--json")

    assert before == after
    assert before.code == 0


def test_themes_are_listed_with_their_size(run_mini: Run) -> None:
    assert run_mini("themes").out == "kweken  kweken 5 begrippen\n"
    assert run_mini("themes", "--lang", "en").out == "kweken  growing 5 concepts\n"


def test_a_theme_is_read_in_the_order_of_learning(run_mini: Run) -> None:
    lines = run_mini("theme", "kweken").out.splitlines()

    assert lines[:5] == [
        "kweken redactie",
        "http://example.org/tuin/kweken",
        "",
        "Waar men kweekt, en wie het doet.",
        "",
    ]
    assert [line for line in lines if line[:1].isdigit()][:2] == ["1. tuin", "2. moestuin"]


def test_a_theme_answers_to_its_title_and_gives_its_concepts_to_a_program(run_mini: Run) -> None:
    outcome = json.loads(run_mini("theme", "growing", "--json").out)

    assert outcome["slug"] == "kweken"
    assert [c["slug"] for c in outcome["concepts"]] == outcome["members"]


def test_an_unknown_theme_is_named_and_what_looks_like_it_suggested(run_mini: Run) -> None:
    outcome = run_mini("theme", "kwekn")

    assert outcome.code == 2
    assert "kweken" in outcome.err
    assert "thema" in outcome.err


@pytest.mark.parametrize(("dutch", "name"), registry.DUTCH.items())
def test_a_dutch_word_for_a_command_does_the_same(run: Run, dutch: str, name: str) -> None:
    assert run(dutch, "--help").out == run(name, "--help").out


def test_what_one_reads_in_dutch_may_be_typed_in_dutch(run: Run) -> None:
    assert run("zoek", "opbouwwerk").out == run("search", "opbouwwerk").out
