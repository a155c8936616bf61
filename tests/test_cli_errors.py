"""Wrong input gives one clear line in the reader's language, exit code 2, and nothing half done."""

from __future__ import annotations

import ast
import pickle
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import sobkb
from sobkb import errors
from sobkb.cli.messages import Texts
from sobkb.cli.problems import explain
from sobkb.cli.translations import PROBLEMS

if TYPE_CHECKING:
    from cli_running import Run

SOURCE = Path(sobkb.__file__).parent


def test_an_unknown_concept_is_answered_with_names_that_look_like_it(run_mini: Run) -> None:
    dutch = run_mini("show", "moestuinn")
    english = run_mini("show", "moestuinn", "--lang", "en")

    assert (dutch.code, dutch.out, english.code, english.out) == (2, "", 2, "")
    assert dutch.err == "sobkb: Geen begrip heet ‘moestuinn’. Bedoelde je moestuin?\n"
    assert english.err == "sobkb: No concept is called “moestuinn”. Did you mean moestuin (kitchen garden)?\n"


def test_an_unknown_concept_that_looks_like_nothing_points_to_search(run_mini: Run) -> None:
    assert "sobkb search" in run_mini("show", "qqqqqqq").err


def test_the_name_of_something_else_is_met_with_the_command_for_it(run_mini: Run) -> None:
    assert "sobkb section 1.1" in run_mini("show", "1.1").err
    assert "sobkb tree kader" in run_mini("show", "kader").err


def test_a_very_long_name_does_not_flood_the_terminal(run_mini: Run) -> None:
    assert len(run_mini("show", "a" * 10_000).err) < 300


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("search", "tuin", "--kind", "Tuinsoor"), "Tuinsoort"),
        (("search", "tuin", "--scheme", "kadr"), "kader"),
        (("section", "9.9"), "1.1"),
        (("export", "--scheme", "niets"), "kader"),
        (("tree", "kadr"), "kader"),
        (("ask", "cq-9999"), "cq-"),
        (("ask", "cq-135", "--param", "kleur=rood"), "begrip"),
        (("export", "--format", "docx"), "turtle"),
    ],
)
def test_other_unknown_names_are_answered_with_what_there_is(
    run_mini: Run, arguments: tuple[str, ...], word: str
) -> None:
    outcome = run_mini(*arguments)

    assert (outcome.code, outcome.out) == (2, "")
    assert word in outcome.err
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "dutch", "english"),
    [
        (("shw", "tuin"), "bedoelde je sobkb show", "did you mean sobkb show"),
        (("dans",), "geen opdracht ‘dans’", "no command “dans”"),
        (("show",), "er ontbreekt nog: BEGRIP", "still missing: CONCEPT"),
        (("show", "x", "--foo"), "niet begrepen: --foo", "not understood: --foo"),
        (("search", "x", "--limit", "veel"), "geen getal", "not a number"),
        (("search", "x", "--limit", "0"), "geen getal", "not a number"),
        (("search", "x", "--limit"), "hoort een waarde", "needs a value"),
        (("at", "vorig jaar"), "geen jaar", "not a year"),
        (("query", "x.rq", "--format", "doc"), "kies uit", "choose from"),
        (("query", "x.rq", "--timeout", "-1"), "aantal seconden", "number of seconds"),
        (("query", "x.rq", "--param", "los"), "naam=waarde", "name=value"),
        (("query", "wat is dit"), "geen SPARQL-vraag", "nor a SPARQL query"),
        (("site",), "sobkb site export", "sobkb site export"),
        (("tree", "--json=ja"), "hoort geen waarde", "takes no value"),
        (("tree", "--from", "a.ttl", "--endpoint", "http://x"), "kies één van beide", "choose one of them"),
        (("validate", "--endpoint", "http://localhost:1/"), "alleen met bestanden", "works on files only"),
        (("show", "--from", "a.ttl", "tuin"), "--from neemt alle woorden", "--from takes all words"),
    ],
)
def test_a_wrong_command_line_says_what_is_wrong_and_where_the_help_is(
    run: Run, arguments: tuple[str, ...], dutch: str, english: str
) -> None:
    for lang, words in (("nl", dutch), ("en", english)):
        outcome = run("--lang", lang, *arguments)

        assert (outcome.code, outcome.out) == (2, "")
        assert words in outcome.err
        assert "--help" in outcome.err


def test_a_file_without_concepts_is_said_to_have_none(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "leeg.ttl"
    path.write_text("<http://a.org/x> <http://a.org/p> <http://a.org/y> .", encoding="utf-8")
    for lang, words in (("nl", "geen enkel begrip"), ("en", "not a single concept")):
        assert words in run("--lang", lang, "--from", str(path), "search", "tuin").err
        assert words in run("--lang", lang, "--from", str(path), "show", "tuin").err


def test_a_path_of_one_step_is_not_called_steps(run_mini: Run) -> None:
    assert "geen rechtstreeks verband" in run_mini("path", "lente", "tomaat", "--limit", "1").err


def test_a_language_that_is_none_is_refused(run: Run) -> None:
    assert run("tree", "--lang", "!!").code == 2


BROKEN: dict[str, str | bytes] = {
    "kapot.ttl": "<http://a.org/x> <http://a.org/p> .",
    "kapot.trig": "GRAPH <http://a.org/g> { <http://a.org/x> a ",
    "voorvoegsel.ttl": "onbekend:x a onbekend:y .",
    "leeg.ttl": "",
    "spatie.ttl": " \n\t\n",
    "latin.ttl": b'<http://a.org/x> <http://a.org/p> "caf\xe9" .',
    "zomaar.txt": "tekst",
    "kapot.jsonld": "{",
    "kapot.rdf": "<rdf:RDF",
    "bom.rdf": '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>',
}


@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.parametrize("command", ["tree", "validate", "stats", "export"])
def test_a_file_that_cannot_be_read_is_named_in_one_line(run: Run, tmp_path: Path, name: str, command: str) -> None:
    file = tmp_path / name
    content = BROKEN[name]
    file.write_bytes(content if isinstance(content, bytes) else content.encode())

    for lang in ("nl", "en"):
        outcome = run(command, "--lang", lang, "--from", str(file))

        assert (outcome.code, outcome.out) == (2, "")
        assert str(file) in outcome.err
        assert outcome.err.count("\n") == 1


def test_the_line_and_column_of_a_fault_are_named(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.ttl"
    file.write_text("<http://a.org/x> <http://a.org/p> 1 .\n<http://a.org/x> <http://a.org/p> .\n")

    assert f"{file}:2:" in run("validate", str(file)).err


def test_a_folder_without_rdf_and_a_name_of_nothing_are_refused(run: Run, tmp_path: Path) -> None:
    assert "geen RDF-bestand" in run("tree", "--from", str(tmp_path)).err
    assert "bestaat niet" in run("tree", "--from", str(tmp_path / "niets.ttl")).err
    assert "past bij dit patroon" in run("tree", "--from", str(tmp_path / "*.ttl")).err


def test_a_folder_with_the_name_of_a_file_is_no_query(run: Run, tmp_path: Path) -> None:
    (tmp_path / "map.rq").mkdir()

    assert "dit is een map" in run("query", str(tmp_path / "map.rq")).err


def test_a_malformed_query_in_a_file_shows_the_file(run_mini: Run, tmp_path: Path) -> None:
    """As an editor on Windows saves it: with a byte order mark and carriage returns."""
    file = tmp_path / "vraag.rq"
    file.write_bytes(b"\xef\xbb\xbfSELECT * {\r\n ?s ?p \r\n}")

    outcome = run_mini("query", str(file))

    assert outcome.code == 2
    assert f"{file}:3:1: dit is geen geldige SPARQL" in outcome.err
    assert "this is not valid SPARQL" in run_mini("query", str(file), "--lang", "en").err


def test_a_file_whose_name_begins_with_a_dash_is_told_how_to_be_named(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("-a.ttl").write_text('<http://a.org/a> <http://a.org/p> "x" .')

    assert "schrijf ./-a.ttl" in run("validate", "-a.ttl").err
    assert run("validate", "./-a.ttl").code == 0
    assert run("validate", "--", "-a.ttl").code == 0


def test_a_malformed_query_shows_line_and_column(run_mini: Run) -> None:
    assert "regel 2, teken" in run_mini("query", "SELECT ?x\n{ ?x ?y }").err


def test_a_malformed_query_is_explained_in_the_language_of_the_reader(run_mini: Run) -> None:
    assert "teken 10: ‘,’ past hier niet." in run_mini("query", "SELECT ?s, ?o { ?s ?p ?o }").err
    assert "',' does not fit here." in run_mini("query", "SELECT ?s, ?o { ?s ?p ?o }", "--lang", "en").err


def test_a_function_that_is_not_known_is_no_fault_of_sobkb(run_mini: Run) -> None:
    outcome = run_mini("query", "SELECT * { FILTER(<http://a.org/f>(1)) }")

    assert outcome.code == 2
    assert "de functie <http://a.org/f> is hier niet bekend" in outcome.err


@pytest.mark.parametrize(
    "query",
    [
        "LOAD <http://a.org/x>",
        "DROP ALL",
        "INSERT DATA { <a:a> <a:b> 1 }",
        "SELECT * { SERVICE <http://x.org/> { ?s ?p ?o } }",
    ],
)
def test_a_query_that_writes_or_reaches_out_is_refused(run_mini: Run, query: str) -> None:
    outcome = run_mini("query", query)

    assert outcome.code == 2
    assert "mag niet" in outcome.err


def test_a_format_that_does_not_suit_the_answer_is_refused(run_mini: Run) -> None:
    assert run_mini("query", "ASK {}", "--format", "ttl").code == 2
    assert run_mini("query", "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", "--format", "csv").code == 2


STRANGE = """
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
<http://a.org/a> a skos:Concept ; skos:broader <http://a.org/b> ;
    skos:prefLabel "\\u001B[2J\\u0007wis\\u009B31m het \\u202Escherm<script>alert(1)</script>"@nl .
<http://a.org/b> a skos:Concept ; skos:broader <http://a.org/a>, <http://a.org/b> .
<http://a.org/../../etc/passwd> a skos:Concept ; skos:prefLabel "omhoog"@nl .
<javascript:alert(1)> a skos:Concept ; skos:prefLabel "script"@nl, "twee"@nl ; skos:definition "regel\\nregel"@nl .
"""


@pytest.fixture
def strange(tmp_path: Path) -> str:
    """A file with everything strange that can still be read."""
    file = tmp_path / "vreemd.ttl"
    file.write_text(STRANGE)
    return str(file)


@pytest.mark.parametrize(
    "command",
    [
        ("tree",),
        ("tree", "--json"),
        ("stats",),
        ("search", "scherm"),
        ("search", "script", "--json"),
        ("validate",),
        ("validate", "--json"),
        ("export",),
        ("export", "--format", "svg"),
        ("query", "SELECT * { ?s ?p ?o }"),
        ("query", "SELECT * { ?s ?p ?o }", "--json"),
        ("show", "omhoog"),
        ("show", "http://a.org/a"),
        ("show", "http://a.org/b"),
        ("show", "javascript:alert(1)"),
        ("compare", "omhoog", "http://a.org/a"),
        ("path", "omhoog", "http://a.org/a"),
    ],
)
def test_strange_data_is_shown_without_harm(run: Run, strange: str, command: tuple[str, ...]) -> None:
    outcome = run("--from", strange, *command)

    assert outcome.code in (0, 1), outcome.err
    written = outcome.out + outcome.err
    if command[0] != "export":
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", written)


def test_a_loop_in_the_hierarchy_ends_where_it_closes(run: Run, strange: str) -> None:
    assert "(staat ook boven zichzelf)" in run("--from", strange, "tree", "http://a.org/a").out


def write_hierarchy(file: Path, links: list[tuple[int, int]]) -> str:
    """Write concepts c0, c1 … with links from below to above."""
    lines = ["PREFIX skos: <http://www.w3.org/2004/02/skos/core#>"]
    for number in sorted({n for link in links for n in link}):
        above = "".join(f" ; skos:broader <http://a.org/c{b}>" for a, b in links if a == number)
        lines.append(f'<http://a.org/c{number}> a skos:Concept ; skos:prefLabel "c{number}"@nl{above} .')
    file.write_text("\n".join(lines))
    return str(file)


def test_a_hierarchy_of_thousands_of_levels_is_no_problem(run: Run, tmp_path: Path) -> None:
    file = write_hierarchy(tmp_path / "diep.ttl", [(n + 1, n) for n in range(2000)])

    assert run("--from", file, "tree").out.splitlines()[-1].endswith("└─ c99 (gaat dieper: sobkb tree c99)")
    assert run("--from", file, "tree", "--depth", "150").out.splitlines()[-1].endswith("└─ c149")
    assert run("--from", file, "show", "c2000", "--short").code == 0
    assert run("--from", file, "tree", "--json", "--depth", "3").code == 0
    too_deep = run("--from", file, "tree", "--json")
    assert (too_deep.code, too_deep.out) == (2, "")
    assert "--depth" in too_deep.err


def test_a_hierarchy_with_many_ways_up_is_written_once(run: Run, tmp_path: Path) -> None:
    """Forty diamonds on top of each other have a million million ways from top to bottom."""
    links = [link for n in range(0, 120, 3) for link in ((n + 1, n), (n + 2, n), (n + 3, n + 1), (n + 3, n + 2))]
    file = write_hierarchy(tmp_path / "ruiten.ttl", links)

    out = run("--from", file, "tree").out

    assert len(out.splitlines()) == 161
    assert "c3 (zie hoger)" in out
    assert run("--from", file, "tree", "--json").code == 0


def every_error() -> list[errors.SobkbError]:
    """Return one error of every class there is."""
    made = {
        errors.OntologyLoadError: errors.OntologyLoadError("a.ttl", "the file is empty", line=1, column=2),
        errors.UnknownConceptError: errors.UnknownConceptError("a", ["b"]),
        errors.AmbiguousNameError: errors.AmbiguousNameError("a", ["b", "c"]),
        errors.UnknownTermError: errors.UnknownTermError("kind", "a", ["b"]),
        errors.HierarchyCycleError: errors.HierarchyCycleError(["a", "b", "a"]),
        errors.DateError: errors.DateError("gisteren"),
        errors.QueryError: errors.QueryError("no"),
        errors.QuerySyntaxError: errors.QuerySyntaxError("no", line=1, column=2),
        errors.QueryForbiddenError: errors.QueryForbiddenError("SERVICE is not allowed"),
        errors.QueryTimeoutError: errors.QueryTimeoutError(3),
        errors.QueryTooLargeError: errors.QueryTooLargeError(3_000_000_000, "bytes"),
        errors.EndpointError: errors.EndpointError("http://x.org/", "no"),
        errors.EndpointTimeoutError: errors.EndpointTimeoutError("http://x.org/", "no"),
        errors.EndpointDataError: errors.EndpointDataError("http://x.org/", "no"),
        errors.TooLargeError: errors.TooLargeError("the concepts below 'a'", 3),
        errors.ExportError: errors.ExportError("a.ttl is a folder; name a file in it"),
        errors.MissingExtraError: errors.MissingExtraError("site", "jinja2"),
        errors.SobkbError: errors.SobkbError("no"),
    }
    found = [errors.SobkbError]
    for kind in found:
        found += kind.__subclasses__()
    own = [
        kind for kind in dict.fromkeys(found) if kind.__module__ == "sobkb.errors" and not kind.__name__.startswith("_")
    ]
    return [made[kind] for kind in own]


@pytest.mark.parametrize("error", every_error(), ids=lambda e: type(e).__name__)
def test_every_error_is_one_line_in_both_languages(error: errors.SobkbError) -> None:
    dutch, english = explain(error, Texts("nl")), explain(error, Texts("en"))

    assert dutch
    assert english
    assert dutch != english
    assert "\n" not in dutch + english


@pytest.mark.parametrize("error", every_error(), ids=lambda e: type(e).__name__)
def test_every_error_reaches_another_process_as_it_was(error: errors.SobkbError) -> None:
    received = pickle.loads(pickle.dumps(error))

    assert type(received) is type(error)
    assert str(received) == str(error)
    assert vars(received) == vars(error)


WITH_PLACE = {
    "OntologyLoadError",
    "LostCommentError",
    "EndpointError",
    "EndpointTimeoutError",
    "EndpointDataError",
    "RefusedQueryError",
}


def problems_in_the_code() -> list[str]:
    """Return what sobkb says about files and folders, with X for what is filled in."""
    found = []
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            if node.func.id in WITH_PLACE and len(node.args) > 1:
                found.append(written(node.args[1]))
            elif node.func.id in ("ExportError", "RefusedInputError") and node.args:
                found.append(written(node.args[0]))
    return sorted({text for text in found if text.strip("X")})


def written(node: ast.expr) -> str:
    """Return the text of a literal or f-string; nothing for what is only known at run time."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(str(v.value) if isinstance(v, ast.Constant) else "X" for v in node.values)
    return ""


@pytest.mark.parametrize("problem", problems_in_the_code())
def test_what_is_wrong_with_a_file_is_known_in_dutch(problem: str) -> None:
    known = any(re.fullmatch(pattern, problem, re.DOTALL) for pattern, _ in PROBLEMS)
    assert known, f"add “{problem}” to PROBLEMS in sobkb/cli/translations.py"


def test_a_fault_in_sobkb_itself_is_no_traceback_either(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> int:
        raise ZeroDivisionError("oei")

    monkeypatch.setattr("sobkb.cli.registry.run", fail)
    outcome = run("tree")

    assert outcome.code == 70
    assert "fout in sobkb zelf (ZeroDivisionError: oei)" in outcome.err


def test_ctrl_c_is_quiet(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("sobkb.cli.registry.run", interrupt)

    assert run("tree") == (130, "", "")
