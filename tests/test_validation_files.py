"""Checking files: which findings are reported, where, and how they read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

import sobkb
from sobkb.loading import iter_quads, ontology_dir
from sobkb.validation import Finding, Report, format_report, validate_files, validate_store
from sobkb.validation.places import find_lines

SHAPES = Path(__file__).parent / "shapes"
PREFIXES = "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\nPREFIX ex: <http://example.org/>\n"


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_finding_names_file_and_line_of_the_entry(tmp_path: Path) -> None:
    path = write(tmp_path, "a.ttl", PREFIXES + '\nex:a a skos:Concept ;\n    skos:prefLabel "a"@nl , "b"@nl .\n')

    (finding,) = validate_files([path])

    assert ("SKB-104", str(path), 4) == (finding.rule, finding.file, finding.line)


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("a.ttl", '@prefix ex: <http://example.org/> . # ex:a .\nex:b ex:says """ .\nex:a """ .\nex:a ex:p 1.5 .', 4),
        ("a.ttl", "prefix ex: <http://example.org/>\nex:b ex:p\n    ex:a ,\n    ex:c .\nex:a ex:p ex:b .", 5),
        ("a.ttl", "PREFIX ex: <http://example.org/>\n[ ex:p ex:a ] ex:q (\nex:a ) .\n\nex:a ex:p [] .", 5),
        ("a.ttl", "BASE <http://example.org/>\n<b> <p> <a> .\n<a> <p> <b> .", 3),
        (
            "a.ttl",
            "PREFIX e: <http://example.org/>\nPREFIX ex: <http://example.org/>\n<http://example.org/\\u0061> e:p 'x' .",
            3,
        ),
        ("a.trig", "PREFIX ex: <http://example.org/>\nGRAPH ex:g {\nex:b ex:p ex:a .\nex:a ex:p ex:b }", 4),
        ("a.trig", "PREFIX ex: <http://example.org/>\nex:g {\n\n  <http://example.org/a> ex:p ex:b . }", 4),
        (
            "a.nt",
            "<http://example.org/b> <http://p> <http://example.org/a> .\n<http://example.org/a> <http://p> <x:x> .",
            2,
        ),
        ("a.jsonld", '{"@graph": [\n{"@id": "http://example.org/a",\n "http://p": "x"}]}', 2),
        (
            "a.rdf",
            (
                '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e#">\n'
                '<rdf:Description\n rdf:about="http://example.org/a"><e:p>x</e:p></rdf:Description></rdf:RDF>'
            ),
            3,
        ),
    ],
)
def test_the_line_of_an_entry_is_where_it_starts_as_a_subject(tmp_path: Path, name: str, text: str, line: int) -> None:
    sobkb.load(write(tmp_path, name, text))

    assert line == find_lines(tmp_path / name)["http://example.org/a"]


def test_every_entry_of_the_built_in_ontology_has_a_line_that_names_it() -> None:
    path = ontology_dir() / "concepts" / "participatie-en-democratie.ttl"
    text = path.read_text(encoding="utf-8").split("\n")

    lines = find_lines(path)

    assert len(lines) > 5
    assert all(text[line - 1].endswith(iri.rpartition("/")[2]) for iri, line in lines.items())


@pytest.mark.parametrize("file", sorted(SHAPES.rglob("*.tr*")) + sorted((ontology_dir() / "shapes").glob("*.ttl")))
def test_the_entries_found_by_line_are_those_the_parser_finds(file: Path) -> None:
    subjects = {quad.subject.value for quad in iter_quads(file) if isinstance(quad.subject, NamedNode)}

    assert set(find_lines(file)) == subjects


def test_the_place_is_left_open_where_it_is_not_known(tmp_path: Path) -> None:
    path = write(tmp_path, "a.ttl", PREFIXES + '[] a skos:Concept ; skos:prefLabel "a"@nl , "b"@nl .')

    (finding,) = validate_files([path])

    assert (str(path), None) == (finding.file, finding.line)


def test_one_file_of_the_ontology_is_seen_together_with_the_others() -> None:
    """Its relations to concepts of other files are no findings, and its neighbours' faults are not its own."""
    path = ontology_dir() / "concepts" / "beleid.ttl"

    report = validate_files([path])

    assert "SKB-211" not in report.rules
    assert {str(path)} >= {finding.file for finding in report}


def test_a_changed_copy_of_an_entry_replaces_the_built_in_one(tmp_path: Path) -> None:
    text = (ontology_dir() / "concepts" / "participatie-en-democratie.ttl").read_text(encoding="utf-8")
    path = write(tmp_path, "copy.ttl", text.replace('"direct democracy"@en', '"immediate democracy"@en', 1))

    report = validate_files([path])

    assert text != path.read_text(encoding="utf-8")
    assert "SKB-104" not in report.rules
    assert "SKB-341" not in report.rules


def test_a_file_by_others_is_looked_at_alone(tmp_path: Path) -> None:
    """House rules such as two languages, a source or a class do not hold for others."""
    path = write(tmp_path, "a.ttl", PREFIXES + 'ex:a a skos:Concept ; skos:prefLabel "Katze."@de .')

    assert validate_files([path]).rules == {}


def test_a_folder_is_checked_as_one(tmp_path: Path) -> None:
    write(tmp_path, "a.ttl", PREFIXES + 'ex:a a skos:Concept ; skos:prefLabel "a"@nl ; skos:broader ex:b .')
    write(tmp_path, "b.ttl", PREFIXES + 'ex:b a skos:Concept ; skos:prefLabel "b"@nl ; skos:broader ex:a .')

    assert validate_files([tmp_path]).rules == {"SKB-107": 2}


@pytest.mark.parametrize(
    "text", ["ex:a ex:b .", PREFIXES + "ex:a skos:prefLabel 'a@nl .", "", "PREFIX x: <y> x:a y:b x:c ."]
)
def test_a_file_that_cannot_be_read_is_an_error_not_a_finding(tmp_path: Path, text: str) -> None:
    with pytest.raises(sobkb.OntologyLoadError):
        validate_files([write(tmp_path, "a.ttl", text)])


def test_a_store_is_checked_without_places(mini: sobkb.KnowledgeBase) -> None:
    report = validate_store(mini.store)

    assert report.conforms
    assert {None} >= {finding.file for finding in report}
    assert report.findings == mini.validate().findings


def test_findings_are_sorted_by_place_and_counted() -> None:
    report = Report(
        [
            Finding("SKB-2", "info", "http://x/b", file="b.ttl", line=2),
            Finding("SKB-1", "violation", "http://x/c", file="b.ttl", line=1),
            Finding("SKB-1", "violation", "http://x/c", file="b.ttl", line=1),
            Finding("SKB-3", "warning", "http://x/a", file="a.ttl", line=9),
            Finding("SKB-4", "info", "http://x/a"),
        ]
    )

    assert [finding.rule for finding in report] == ["SKB-3", "SKB-1", "SKB-2", "SKB-4"]
    assert report.counts == {"violation": 1, "warning": 1, "info": 2}
    assert report.rules == {"SKB-1": 1, "SKB-2": 1, "SKB-3": 1, "SKB-4": 1}


@pytest.mark.parametrize(
    ("severities", "conforms", "clean"),
    [([], True, True), (["info"], True, True), (["info", "warning"], True, False), (["violation"], False, False)],
)
def test_only_violations_break_conformance_and_suggestions_leave_a_report_clean(
    severities: list[str], *, conforms: bool, clean: bool
) -> None:
    report = Report(Finding("R", severity, "http://x") for severity in severities)

    assert (conforms, clean) == (report.conforms, report.clean)


def test_a_report_as_json_holds_the_same_findings() -> None:
    report = validate_files([SHAPES / "SKB-105" / "invalid.ttl"])

    data = json.loads(report.to_json())

    assert [finding.to_dict() for finding in report] == data["findings"]
    assert (data["conforms"], data["counts"]) == (False, {"violation": 1, "warning": 0, "info": 0})


def test_a_report_reads_in_dutch_and_english() -> None:
    report = validate_files([SHAPES / "SKB-105" / "invalid.ttl"])

    dutch, english = format_report(report), format_report(report, "en")

    assert "SKB-105 fout: skos:related http://example.org/a" in dutch
    assert "→ Haal de verwantschap weg" in dutch
    assert dutch.endswith("\n1 fout.\n")
    assert "→ Remove the related link" in english
    assert english.endswith("\n1 error.\n")


def test_a_long_report_can_be_cut_to_the_first_of_each_rule() -> None:
    report = Report(Finding("R", "info", f"http://x/{n}") for n in range(9))

    text = format_report(report, "en", most=2)

    assert text.count("R suggestion") == 2
    assert "9 suggestions." in text
    assert text.endswith("The first 2 of each rule are shown above; --json shows them all.\n")
    assert "shown above" not in format_report(report, "en", most=9)


def test_an_empty_report_says_so() -> None:
    assert (format_report(Report([])), format_report(Report([]), "en")) == ("Geen bevindingen.\n", "No findings.\n")


def test_control_characters_of_a_file_do_not_reach_the_terminal() -> None:
    text = format_report(validate_files([SHAPES / "SKB-118" / "invalid.ttl"]))

    assert "\\u0007" in text
    assert text.replace("\n", "").isprintable()


def test_hostile_content_is_reported_and_nothing_is_raised(tmp_path: Path) -> None:
    text = PREFIXES + (
        'ex:a a skos:Concept ; skos:prefLabel "<script>alert(1)</script>"@nl ; skos:broader ex:a , ex:b .\n'
        'ex:b a skos:Concept ; skos:altLabel "\\u0000"@nl ; skos:broader ex:a .\n'
        "<javascript:alert(1)> a skos:Concept ; skos:inscheme <http://example.org/../x> .\n"
    )

    report = validate_files([write(tmp_path, "a.ttl", text)])

    assert {"SKB-107", "SKB-108", "SKB-115", "SKB-116", "SKB-117", "SKB-118", "SKB-119"} == set(report.rules)
