"""Cutting a release in a checkout: what it refuses, what it writes, and that nothing stays half done."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import sobkb
from releasing import MINI
from sobkb.archive import find_release, releases
from sobkb.archive.cutting import ReleaseRefusedError, cut_release, plan_release

TOP = Path(__file__).parent.parent
HEADER = """PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

<http://example.org/tuin>
    a owl:Ontology ;
    dcterms:modified "2025-12-31"^^xsd:date ;
    owl:versionIRI <https://w3id.org/sobkb/ns/0.0.1> ;
    owl:versionInfo "0.0.1" ;
.
"""
SHAPES = """PREFIX owl: <http://www.w3.org/2002/07/owl#>

<http://example.org/regels>
    a owl:Ontology ;
    owl:versionInfo "0.0.1" ;
.
"""
CHANGELOG = "# Changelog\n\n## [Unreleased]\n\n- A garden.\n"

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(top: Path, *words: str) -> str:
    command = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "core.hooksPath=/dev/null", *words]
    return subprocess.run(command, cwd=top, check=True, capture_output=True, text=True).stdout


def commit(top: Path) -> None:
    git(top, "add", "-A")
    git(top, "commit", "-q", "-m", "x")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A small checkout in which a release can be made."""
    files = {
        "CHANGELOG.md": CHANGELOG,
        "CITATION.cff": "cff-version: 1.2.0\nversion: 0.0.1\ndate-released: 2025-12-31\n",
        "src/sobkb/__init__.py": '"""A garden."""\n\n__version__ = "0.0.1"\n',
        "ontology/sobkb.ttl": HEADER,
        "ontology/schemes.ttl": (MINI / "mini.ttl").read_text(encoding="utf-8"),
        "ontology/sources.ttl": "",
        "ontology/statements/book.trig": (MINI / "book.trig").read_text(encoding="utf-8"),
        "ontology/shapes/shapes.ttl": SHAPES,
        "ontology/shapes/skos.ttl": (TOP / "ontology/shapes/skos.ttl").read_text(encoding="utf-8"),
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text or "# nothing\n@prefix a: <http://a.org/> .\n", encoding="utf-8")
    git(tmp_path, "init", "-q")
    commit(tmp_path)
    return tmp_path


def change(top: Path, old: str, new: str, name: str = "ontology/schemes.ttl") -> None:
    path = top / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def after_first(top: Path) -> None:
    """Make a first release, commit it, and begin the next one."""
    cut_release(top, "1.0.0", "2026-01-01")
    change(top, "## [Unreleased]\n", "## [Unreleased]\n\n- More.\n", "CHANGELOG.md")
    commit(top)


def reasons(top: Path, version: str, day: str = "2026-02-01") -> list[str]:
    before = {p: p.read_bytes() for p in top.rglob("*") if p.is_file() and ".git" not in p.parts}
    with pytest.raises(ReleaseRefusedError) as caught:
        cut_release(top, version, day)
    after = {p: p.read_bytes() for p in top.rglob("*") if p.is_file() and ".git" not in p.parts}
    assert after == before  # what is refused touches nothing
    return [name for name, _ in caught.value.reasons]


def test_a_release_sets_the_version_everywhere_and_cuts_the_changelog(checkout: Path) -> None:
    made = cut_release(checkout, "0.1.0", "2026-01-01")

    assert (made.version, made.date, made.address) == ("0.1.0", "2026-01-01", "https://w3id.org/sobkb/v/0.1.0/")
    texts = {
        p.name: p.read_text(encoding="utf-8")
        for p in checkout.rglob("*")
        if p.is_file() and ".git" not in p.parts and p.suffix != ".gz"
    }
    assert '__version__ = "0.1.0"' in texts["__init__.py"]
    assert "version: 0.1.0\ndate-released: 2026-01-01" in texts["CITATION.cff"]
    assert 'versionInfo "0.1.0"' in texts["sobkb.ttl"]
    assert "<https://w3id.org/sobkb/ns/0.1.0>" in texts["sobkb.ttl"]
    assert 'dcterms:modified "2026-01-01"' in texts["sobkb.ttl"]
    assert 'versionInfo "0.1.0"' in texts["shapes.ttl"]
    assert texts["CHANGELOG.md"] == "# Changelog\n\n## [Unreleased]\n\n## [0.1.0] - 2026-01-01\n\n- A garden.\n"
    assert not [text for text in texts.values() if "0.0.1" in text]


def test_what_is_released_is_what_stands_in_the_files_afterwards(checkout: Path) -> None:
    made = cut_release(checkout, "0.1.0", "2026-01-01")
    now = sobkb.load(*(checkout / "ontology" / n for n in ("sobkb.ttl", "schemes.ttl", "statements/book.trig")))

    assert {**made.load().record, "version": ""} == now.record
    assert made.load().version == "0.1.0"
    assert releases(checkout / "ontology") == (made,)
    assert len(made.rules()) > 10


def test_what_is_not_committed_is_not_released(checkout: Path) -> None:
    (checkout / "new.txt").write_text("x")

    assert reasons(checkout, "0.1.0") == ["uncommitted"]


def test_a_folder_without_history_is_refused(checkout: Path) -> None:
    shutil.rmtree(checkout / ".git")

    assert reasons(checkout, "0.1.0") == ["no-git"]


@pytest.mark.parametrize(("version", "day"), [("1.0", "2026-01-01"), ("v1.0.0", "2026-01-01"), ("../1", "2026-01-01")])
def test_what_is_no_version_is_refused(checkout: Path, version: str, day: str) -> None:
    assert reasons(checkout, version, day) == ["version"]


@pytest.mark.parametrize("day", ["", "yesterday", "2026-13-01", "01/02/2026"])
def test_what_is_no_day_is_refused(checkout: Path, day: str) -> None:
    assert reasons(checkout, "1.0.0", day) == ["date"]


def test_a_release_without_a_word_in_the_changelog_is_refused(checkout: Path) -> None:
    change(checkout, "- A garden.\n", "", "CHANGELOG.md")
    commit(checkout)

    assert reasons(checkout, "1.0.0") == ["changelog"]


def test_a_violation_is_not_released(checkout: Path) -> None:
    change(
        checkout, "    skos:broader g:tuin ;\n    skos:closeMatch", "    skos:broader g:moestuin ;\n    skos:closeMatch"
    )
    commit(checkout)

    assert set(reasons(checkout, "1.0.0")) == {"invalid"}


def test_a_version_or_day_that_has_passed_is_refused(checkout: Path) -> None:
    after_first(checkout)

    assert reasons(checkout, "1.0.0") == ["not-newer"]
    assert reasons(checkout, "0.9.0") == ["not-newer"]
    assert reasons(checkout, "1.0.1", "2025-12-31") == ["date-before"]


CHANGES: dict[str, tuple[Callable[[Path], None], str, str]] = {
    "an alternative term": (
        lambda top: change(top, '"groentetuin"@nl', '"groentetuin"@nl , "hof"@nl'),
        "1.1.0",
        "1.0.1",
    ),
    "a definition": (
        lambda top: change(top, "Tuin waarin men groenten kweekt.", "Tuin met bloemen."),
        "2.0.0",
        "1.9.0",
    ),
    "an explanation": (lambda top: change(top, "Hier groeien groenten.", "Hier groeit sla."), "1.0.1", ""),
}


@pytest.mark.parametrize("name", CHANGES)
def test_the_version_must_fit_what_changed(checkout: Path, name: str) -> None:
    after_first(checkout)
    make, lowest, too_low = CHANGES[name]
    make(checkout)
    change(
        checkout,
        "    skos:closeMatch <",
        '    dcterms:modified "2026-01-20"^^<http://www.w3.org/2001/XMLSchema#date> ;\n    skos:closeMatch <',
    )
    commit(checkout)

    assert str(plan_release(checkout).lowest) == lowest
    if too_low:
        assert reasons(checkout, too_low) == ["too-low"]
    assert cut_release(checkout, lowest, "2026-02-01").version == lowest


def test_a_rule_that_became_stricter_asks_for_a_major_version(checkout: Path) -> None:
    after_first(checkout)
    path = checkout / "ontology/shapes/skos.ttl"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("sh:severity sh:Warning", "sh:severity sh:Violation", 1), encoding="utf-8")
    commit(checkout)

    plan = plan_release(checkout)

    assert plan.diff is not None
    assert [(c.sort, c.detail, c.before, c.after) for c in plan.diff.changes] == [
        ("rule", "tightened", "warning", "violation")
    ]
    assert str(plan.lowest) == "2.0.0"
    assert "ernst van de regel: waarschuwing → fout" in plan.diff.to_text()


def test_a_change_without_a_new_day_is_refused(checkout: Path) -> None:
    after_first(checkout)
    change(checkout, "Hier groeien groenten.", "Hier groeit sla.")
    commit(checkout)

    assert reasons(checkout, "1.0.1") == ["undated"]


def test_an_iri_that_is_gone_is_refused_whatever_the_version(checkout: Path) -> None:
    after_first(checkout)
    path = checkout / "ontology/schemes.ttl"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"\ng:oud-perk\n.*?\n\.\n", "", text, flags=re.DOTALL), encoding="utf-8")
    commit(checkout)

    assert "gone" in reasons(checkout, "2.0.0")


def test_when_writing_fails_everything_is_as_it_was(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = git(checkout, "status", "--porcelain")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(sobkb.ExportError):
        cut_release(checkout, "0.1.0", "2026-01-01")

    assert git(checkout, "status", "--porcelain") == before == ""


def test_the_version_is_the_same_wherever_it_stands() -> None:
    if not (TOP / "CITATION.cff").exists():
        pytest.skip("this is not a checkout")
    found = {
        "package": sobkb.__version__,
        "ontology": sobkb.load().version,
        "shapes": re.findall(r'versionInfo "(.*)"', (TOP / "ontology/shapes/shapes.ttl").read_text("utf-8"))[0],
        "citation": re.findall(r"^version: (.*)$", (TOP / "CITATION.cff").read_text("utf-8"), re.MULTILINE)[0],
    }
    known = [release.version for release in sobkb.releases()]

    assert set(found.values()) == {sobkb.__version__}
    assert not known or known[-1] == sobkb.__version__
    assert find_release(known[-1]).date if known else True
