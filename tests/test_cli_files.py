"""Commands that read or write files: export, format, validate, diff and site."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cli_running import MINI
from sobkb.loading import ontology_dir

if TYPE_CHECKING:
    from cli_running import Run


def test_export_writes_a_part_to_the_output_or_a_file(run_mini: Run, tmp_path: Path) -> None:
    printed = run_mini("export", "--concept", "tomaat", "--format", "mermaid", "--lang", "en")
    target = tmp_path / "tomaat.mmd"
    written = run_mini("export", "--concept", "tomaat", "-o", str(target), "--lang", "en")

    assert printed.out == target.read_text("utf-8")
    assert written.out == ""
    assert str(target) in written.err


def test_export_replaces_a_file_only_when_told_to(run_mini: Run, tmp_path: Path) -> None:
    target = tmp_path / "alles.ttl"
    target.write_text("eigen werk")

    assert run_mini("export", "-o", str(target)).code == 2
    assert target.read_text() == "eigen werk"
    assert run_mini("export", "-o", str(target), "--force").code == 0
    assert "skos:Concept" in target.read_text()


def test_format_rewrites_what_is_not_in_the_fixed_form(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.ttl"
    file.write_text('<http://a.org/x> <http://a.org/p> "b"@nl, "a"@en .')

    assert run("format", str(file), "--check").code == 1
    diff = run("format", str(file), "--diff")
    assert diff.code == 1
    assert '-<http://a.org/x> <http://a.org/p> "b"@nl, "a"@en .' in diff.out
    assert run("format", str(file)).code == 0
    assert file.read_text() == '<http://a.org/x>\n    <http://a.org/p>\n        "a"@en ,\n        "b"@nl ;\n.\n'
    assert run("format", str(file), "--check").code == 0


def test_format_keeps_the_rights_of_a_file_and_follows_a_link(run: Run, tmp_path: Path) -> None:
    file, link = tmp_path / "a.ttl", tmp_path / "link.ttl"
    file.write_text("<http://a.org/x> <http://a.org/p> 1 .")
    file.chmod(0o640)
    link.symlink_to(file)

    assert run("format", str(link)).code == 0

    assert link.is_symlink()
    assert file.stat().st_mode & 0o777 == 0o640
    assert file.read_text().endswith(" 1 ;\n.\n")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.ttl", "link.ttl"], "nothing is left behind"


def test_format_does_not_lose_comments_unless_told_to(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.ttl"
    text = "# kop\n<http://a.org/x> <http://a.org/p> 1 .\n# tussendoor\n<http://a.org/y> <http://a.org/p> 2 .\n"
    file.write_text(text)

    refused = run("format", str(file))
    assert refused.code == 2
    assert "a.ttl:3" in refused.err
    assert file.read_text() == text
    assert run("format", str(file), "--drop-comments").code == 0
    assert "tussendoor" not in file.read_text()
    assert file.read_text().startswith("# kop\n")


def test_format_goes_on_after_a_file_it_cannot_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("kapot")
    (tmp_path / "b.ttl").write_text("<http://a.org/x> <http://a.org/p> 1 .")

    outcome = run("format", str(tmp_path))

    assert outcome.code == 2
    assert "a.ttl:1" in outcome.err
    assert (tmp_path / "b.ttl").read_text().endswith(";\n.\n")


def test_the_ontology_is_in_its_fixed_form(run: Run) -> None:
    assert run("format", "--check").code == 0


def test_validate_finds_nothing_in_a_sound_file_and_something_in_a_faulty_one(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "kring.ttl"
    file.write_text(
        "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n"
        '<http://a.org/a> a skos:Concept ; skos:prefLabel "a"@nl ; skos:broader <http://a.org/b> .\n'
        '<http://a.org/b> a skos:Concept ; skos:prefLabel "b"@nl ; skos:broader <http://a.org/a> .\n'
    )

    outcome = run("validate", str(file))
    data = run("validate", str(file), "--json").data

    assert outcome.code == 1
    assert "kring.ttl:2" in outcome.out
    assert {f["severity"] for f in data["findings"]} & {"violation", "warning"}
    assert data["clean"] is False


def test_validate_looks_at_a_part_of_the_ontology_alone_when_told_to(run: Run, tmp_path: Path) -> None:
    """A concept of ours that leans on another: together with the rest it is sound, alone the other is missing."""
    file = tmp_path / "deel.ttl"
    file.write_bytes((ontology_dir() / "concepts" / "participatie-en-democratie.ttl").read_bytes())

    together, alone = run("validate", str(file)), run("validate", str(file), "--alone")

    assert (together.code, alone.code) == (0, 1)
    assert "SKB-" in alone.out


def test_diff_tells_what_changed(run: Run, run_mini: Run, tmp_path: Path) -> None:
    old = Path(MINI) / "mini.ttl"
    new = tmp_path / "mini.ttl"
    new.write_text(old.read_text("utf-8").replace('"tomaat"@nl', '"pomodoro"@nl'), "utf-8")

    outcome = run("diff", str(old), str(new))
    assert outcome.code == 0
    assert "pomodoro" in outcome.out
    (change,) = run("diff", str(old), str(new), "--json").data["changes"]
    assert (change["before"], change["after"]) == ("tomaat", "pomodoro")
    assert run_mini("diff", MINI, "--json").data["changes"] == []


def test_site_build_makes_a_site_of_somebodys_file(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "site"

    outcome = run("site", "build", MINI, "-o", str(folder), "--title", "Tuinen")

    assert (outcome.code, outcome.out) == (0, "")
    assert (folder / "nl" / "id" / "moestuin" / "index.html").is_file()
    assert str(folder) in outcome.err


def test_site_export_writes_pages_for_another_generator(run_mini: Run, tmp_path: Path) -> None:
    folder = tmp_path / "pages"

    assert run_mini("site", "export", str(folder), "--json").data["files"] > 10
    assert (folder / "mkdocs.yml").is_file()


def test_a_site_does_not_go_where_something_else_is(run: Run, tmp_path: Path) -> None:
    (tmp_path / "eigen.txt").write_text("werk")

    outcome = run("site", "build", MINI, "-o", str(tmp_path))

    assert outcome.code == 2
    assert "staat iets anders" in outcome.err
    assert [p.name for p in tmp_path.iterdir()] == ["eigen.txt"]


def test_export_takes_a_region_and_a_collection(run: Run) -> None:
    outcome = run("export", "--collection", "aanspreekrollen", "--format", "tsv")

    assert [line.split("\t")[1] for line in outcome.out.splitlines()[1:]] == ["rol-burger", "rol-klant", "rol-partner"]
    assert len(run("export", "--region", "vlaanderen", "--format", "tsv").out.splitlines()) > 10
    assert "geen opsomming" in run("export", "--collection", "zzz").err
