"""Releases: frozen once, loaded and compared as they were, and never to be lost."""

from __future__ import annotations

import gzip
import hashlib
import json
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sobkb
from releasing import MINI, make_releases, write_version
from sobkb.archive import Release, find_release
from sobkb.archive.checking import find_faults
from sobkb.archive.freezing import freeze
from sobkb.archive.hashing import concept_hashes
from sobkb.archive.history import changes_since, history_of
from sobkb.diffing import LEVELS
from sobkb.exports.rdf import canonical_hash, write_lines
from sobkb.loading import iter_quads
from sobkb.versions import Version, lowest_next, read_version

if TYPE_CHECKING:
    from cli_running import Run

G = "http://example.org/tuin/"


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> tuple[Release, ...]:
    return make_releases(tmp_path_factory.mktemp("garden") / "releases")


def test_releases_are_listed_oldest_first(known: tuple[Release, ...]) -> None:
    assert [(r.version, r.date) for r in known] == [
        ("1.0.0", "2026-01-15"),
        ("1.1.0", "2026-02-15"),
        ("2.0.0", "2026-03-15"),
    ]


def test_versions_sort_by_number_not_by_letter(tmp_path: Path) -> None:
    for version in ("0.9.0", "0.10.0"):
        freeze(tmp_path, [], version=version, date="2026-01-01", address="http://a.org/")

    assert [r.version for r in sobkb.releases(tmp_path)] == ["0.9.0", "0.10.0"]


def test_a_release_loads_as_it_was(known: tuple[Release, ...], tmp_path: Path) -> None:
    for release in known:
        source = sobkb.load(write_version(release.version, tmp_path / release.version))
        frozen = release.load()
        assert {**frozen.record, "version": ""} == source.record
        assert frozen.version == release.version
        assert canonical_hash(frozen.store.quads()) == canonical_hash(source.store.quads()) == release.dataset


def test_a_version_is_loaded_by_its_number(known: tuple[Release, ...]) -> None:
    folder = known[0].folder.parent

    assert sobkb.load(folder, version="1.0.0")["vijver"].definition() == "Water in een tuin."
    with pytest.raises(sobkb.UnknownTermError) as caught:
        sobkb.load(folder, version="3.0.0")
    assert caught.value.suggestions == ("2.0.0", "1.1.0", "1.0.0")


def test_a_manifest_counts_what_is_there(known: tuple[Release, ...]) -> None:
    last = known[-1]

    assert last.counts == {"concepts": 8, "statements": 6, "quads": len(list(last.load().store.quads()))}
    assert sorted(last.files) == ["dataset", "rules"]
    assert {r.id for r in last.rules()} >= {"SKB-101", "SKB-105"}


def test_freezing_the_same_twice_gives_the_same_bytes(known: tuple[Release, ...], tmp_path: Path) -> None:
    again = make_releases(tmp_path / "releases")

    for before, after in zip(known, again, strict=True):
        for path in sorted(before.folder.iterdir()):
            assert path.read_bytes() == (after.folder / path.name).read_bytes(), path.name


def test_a_release_is_never_written_over(known: tuple[Release, ...]) -> None:
    with pytest.raises(sobkb.ExportError, match="never changes"):
        freeze(known[0].folder.parent, [], version="1.0.0", date="2026-01-15", address="http://a.org/")


def test_a_release_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "releases"

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(sobkb.ExportError, match="No space left"):
        freeze(folder, [], version="1.0.0", date="2026-01-15", address="http://a.org/")

    assert list(folder.iterdir()) == []


# Revisions and hashes


def test_a_revision_counts_changes_of_content(known: tuple[Release, ...]) -> None:
    numbers = {
        slug: [r.concepts[G + slug].number if G + slug in r.concepts else 0 for r in known]
        for slug in ("tuin", "moestuin", "buurttuin", "lente", "vijver")
    }

    assert numbers == {
        "tuin": [1, 1, 1],
        "moestuin": [1, 2, 2],
        "buurttuin": [1, 1, 2],
        "lente": [1, 2, 2],
        "vijver": [1, 2, 0],
    }


def test_a_hash_can_be_computed_with_the_tools_of_a_shell(known: tuple[Release, ...]) -> None:
    """It is the checksum of the sorted N-Quads lines about the concept, without its days."""
    lines = write_lines(known[-1].load().store.quads()).splitlines(keepends=True)
    own = sorted(line for line in lines if line.startswith(f"<{G}tuin> ") and "/modified>" not in line)

    assert known[-1].concepts[G + "tuin"].hash == hashlib.sha256("".join(own).encode()).hexdigest()


def test_only_the_day_of_change_leaves_a_hash_alone(mini: sobkb.KnowledgeBase) -> None:
    quads = list(mini.store.quads())
    undated = [q for q in quads if not q.predicate.value.endswith("modified")]

    assert len(undated) < len(quads)
    assert concept_hashes(quads, [G + "tuin"]) == concept_hashes(undated, [G + "tuin"])


@given(data=st.data())
def test_any_other_statement_that_goes_changes_the_hash_of_its_subject_alone(
    mini: sobkb.KnowledgeBase, data: st.DataObject
) -> None:
    quads = sorted(mini.store.quads(), key=str)
    concepts = [c.iri for c in mini.concepts]
    about = [q for q in quads if str(q.subject)[1:-1] in concepts and not q.predicate.value.endswith("modified")]
    gone = data.draw(st.sampled_from(about))

    before, after = concept_hashes(quads, concepts), concept_hashes([q for q in quads if q != gone], concepts)

    assert {iri for iri in concepts if before[iri] != after[iri]} == {str(gone.subject)[1:-1]}


def test_a_concept_that_comes_back_does_not_start_anew(known: tuple[Release, ...], tmp_path: Path) -> None:
    quads = [q for path in MINI.glob("*.t*") for q in iter_quads(path)]
    folder = tmp_path / "releases"
    made: list[Release] = []
    for version, content in (("1.0.0", quads), ("2.0.0", []), ("3.0.0", quads[:-1])):
        made.append(freeze(folder, content, version=version, date="2026-01-01", address="http://a.org/", earlier=made))

    assert made[1].concepts == {}
    assert {r.number for r in made[2].concepts.values()} == {1, 2}


# History


def test_history_tells_what_each_release_did(known: tuple[Release, ...]) -> None:
    told = {
        slug: [
            (s.release.version, s.sort, s.revision, [c.detail for c in s.changes]) for s in history_of(G + slug, known)
        ]
        for slug in ("tuin", "buurttuin", "vijver")
    }

    assert told == {
        "tuin": [("1.0.0", "first", 1, [])],
        "buurttuin": [("1.0.0", "first", 1, []), ("2.0.0", "changed", 2, ["definition", "definition"])],
        "vijver": [("1.0.0", "first", 1, []), ("1.1.0", "changed", 2, ["deprecated"]), ("2.0.0", "gone", 0, [])],
    }


def test_a_definition_the_editors_call_reworded_is_a_repair(known: tuple[Release, ...]) -> None:
    found = [c for c in changes_since(known[0], known[1]).changes if c.iri == G + "moestuin"]

    assert [(c.sort, c.detail, c.level) for c in found if c.detail == "definition"] == [
        ("wording", "definition", "patch")
    ]
    assert changes_since(known[0], known[1]).level == "minor"
    assert changes_since(known[1], known[2]).level == "major"


# The rule of versions


@pytest.mark.parametrize(
    "text", ["1", "1.0", "1.0.0.0", "v1.0.0", "01.0.0", "1.0.0-rc1", "1.0.x", "", "../1.0.0", "1.0.0\n", "١.0.0"]
)
def test_what_is_not_three_numbers_is_no_version(text: str) -> None:
    assert read_version(text) is None


@given(
    last=st.builds(Version, *[st.integers(0, 50)] * 3),
    level=st.sampled_from(LEVELS),
)
def test_the_next_version_is_higher_and_weightier_changes_ask_for_more(last: Version, level: str) -> None:
    nexts = [lowest_next(last, known) for known in LEVELS]

    assert lowest_next(last, level) > last
    assert nexts == sorted(nexts)
    assert read_version(str(lowest_next(last, level))) == lowest_next(last, level)


# What must hold for ever


def test_sound_releases_have_no_faults(known: tuple[Release, ...], mini: sobkb.KnowledgeBase) -> None:
    assert find_faults(known, mini) == []


def test_an_iri_of_the_last_release_that_is_gone_is_a_fault(known: tuple[Release, ...]) -> None:
    record: Any = deepcopy(known[-1].load().record)
    record["concepts"].pop(G + "zomer")

    faults = find_faults(known, sobkb.KnowledgeBase(record))

    assert [(f.sort, f.release, f.what) for f in faults] == [("gone", "2.0.0", G + "zomer")]


def test_a_released_file_that_changed_is_a_fault_and_does_not_load(tmp_path: Path) -> None:
    (release, *_) = make_releases(tmp_path / "releases")
    path = release.folder / release.files["dataset"].name
    path.write_bytes(gzip.compress(gzip.decompress(path.read_bytes()).replace(b"Water", b"Wijn"), mtime=0))
    (release.folder / release.files["rules"].name).unlink()
    (release.folder / "notes.txt").write_text("x")

    assert [(f.sort, f.what) for f in find_faults([release])] == [
        ("altered", "tuinen-1.0.0.trig.gz"),
        ("missing", "tuinen-1.0.0-rules.ttl.gz"),
        ("extra", "notes.txt"),
    ]
    with pytest.raises(sobkb.OntologyLoadError, match="not what was released"):
        release.load()
    with pytest.raises(sobkb.OntologyLoadError, match="cannot be opened"):
        release.rules()


@pytest.mark.parametrize("text", ["", "[]", "{", "{}", '{"format": 2}', '{"format": 1, "version": "1.0.0"}'])
def test_a_broken_manifest_is_told_by_its_place(tmp_path: Path, text: str) -> None:
    (tmp_path / "1.0.0").mkdir()
    (tmp_path / "1.0.0" / "manifest.json").write_text(text, encoding="utf-8")

    with pytest.raises(sobkb.OntologyLoadError, match="manifest"):
        sobkb.releases(tmp_path)


def test_a_manifest_cannot_point_outside_its_folder(known: tuple[Release, ...], tmp_path: Path) -> None:
    manifest = json.loads((known[0].folder / "manifest.json").read_text())
    manifest["files"]["dataset"]["name"] = "../secret.trig.gz"
    (tmp_path / "1.0.0").mkdir()
    (tmp_path / "1.0.0" / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")

    with pytest.raises(sobkb.OntologyLoadError):
        find_release("1.0.0", tmp_path)


def test_the_releases_of_the_built_in_knowledge_base_are_sound(kb: sobkb.KnowledgeBase) -> None:
    assert find_faults(sobkb.releases(), kb) == []


# On the command line


@pytest.fixture(scope="module")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the vocabulary of today and its releases."""
    folder = tmp_path_factory.mktemp("tuinen")
    for path in MINI.glob("*.t*"):
        (folder / path.name).write_bytes(path.read_bytes())
    make_releases(folder / "releases")
    return folder


def test_the_command_line_lists_releases(run: Run, garden: Path) -> None:
    listed = run("--from", str(garden), "releases", "--json")

    assert [r["version"] for r in listed.data] == ["2.0.0", "1.1.0", "1.0.0"]
    assert "2026-03-15" in run("--from", str(garden), "releases").out


def test_the_command_line_tells_the_history_of_a_concept(run: Run, garden: Path) -> None:
    outcome = run("--from", str(garden), "history", "buurttuin", "--lang", "en")

    assert outcome.code == 0
    assert outcome.out.startswith("1.0.0 (2026-01-15): new (revision 1)\n")
    assert "2.0.0 (2026-03-15): changed (revision 2)\n" in outcome.out
    assert "«Tuin van buren.» → «Tuin die buren delen.»" in outcome.out
    assert "http://example.org/tuin/v/2.0.0/id/buurttuin" in outcome.out


def test_the_history_of_a_concept_that_is_gone_can_still_be_asked(run: Run, garden: Path) -> None:
    steps = run("--from", str(garden), "history", "vijver", "--json").data

    assert [(s["version"], s["sort"]) for s in steps] == [("1.0.0", "first"), ("1.1.0", "changed"), ("2.0.0", "gone")]
    assert run("--from", str(garden), "history", "waterval").code == 2


def test_releases_are_compared_by_their_numbers(run: Run, garden: Path) -> None:
    between = run("--from", str(garden), "diff", "1.0.0", "2.0.0", "--json").data
    now = run("--from", str(garden), "diff", "2.0.0", "working", "--json").data

    assert between["level"] == "major"
    assert {c["sort"] for c in between["changes"]} >= {"removed", "meaning", "wording"}
    assert [(c["sort"], c["detail"]) for c in now["changes"]] == [("wording", "changeNote"), ("wording", "changeNote")]


def test_a_release_that_does_not_exist_is_told_with_those_that_do(run: Run, garden: Path) -> None:
    outcome = run("--from", str(garden), "diff", "7.0.0")

    assert outcome.code == 2
    assert "Er is geen uitgave ‘7.0.0’. Er is wel: 2.0.0, 1.1.0, 1.0.0." in outcome.err
