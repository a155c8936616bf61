"""The compiled knowledge base is what the files say, or it is not used."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sobkb
from sobkb.compiled import find_naming
from sobkb.indexes import Indexes
from sobkb.loading import iter_quads
from sobkb.places import builtin_names
from sobkb.reading import read_knowledge_base
from sobkb.records import KnowledgeBaseRecord
from sobkb.snapshot import Snapshot, read_snapshot
from sobkb.snapshot_writing import write_snapshot

MINI = Path(__file__).parent / "data" / "mini"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An ontology folder that holds the garden vocabulary."""
    top = tmp_path / "ontology"
    (top / "concepts").mkdir(parents=True)
    (top / "statements" / "book").mkdir(parents=True)
    shutil.copy(MINI / "mini.ttl", top / "concepts")
    shutil.copy(MINI / "book.trig", top / "statements" / "book")
    for name in ("sobkb", "schemes", "sources"):
        (top / f"{name}.ttl").write_text("# nothing\n", encoding="utf-8")
    return top


def compiled(folder: Path) -> KnowledgeBaseRecord:
    """Read the files of a folder."""
    return read_knowledge_base(chain.from_iterable(iter_quads(folder / n) for n in builtin_names(str(folder))))


@pytest.fixture
def snapshot(folder: Path, tmp_path: Path) -> Path:
    target = tmp_path / "snapshot.data"
    write_snapshot(compiled(folder), str(folder), str(target))
    return target


def opened(path: Path, folder: Path) -> Snapshot:
    found = read_snapshot(str(path), str(folder))
    assert found is not None
    return found


def test_a_snapshot_holds_the_same_as_the_files(folder: Path, snapshot: Path) -> None:
    expected, found = compiled(folder), opened(snapshot, folder).record

    assert set(expected) == set(found)
    for name, part in expected.items():
        own = found[name]  # type: ignore[literal-required]
        assert part == (list(own) if isinstance(part, list) else own), name
    assert list(expected["concepts"]) == list(found["concepts"])


def test_what_is_derived_is_the_same_too(folder: Path, snapshot: Path) -> None:
    concepts, found = compiled(folder)["concepts"], opened(snapshot, folder).indexes
    expected = Indexes(concepts)

    assert expected.by_slug == found.by_slug
    assert [dict(labels) for labels in expected.by_label] == [dict(labels) for labels in found.by_label]
    for iri in [*concepts, "http://example.org/none"]:
        assert list(expected.narrower(iri)) == list(found.narrower(iri))
        assert [tuple(i) for i in expected.incoming(iri)] == [tuple(i) for i in found.incoming(iri)]


def test_what_names_a_concept_is_the_same_too(folder: Path, snapshot: Path) -> None:
    record, found = compiled(folder), opened(snapshot, folder).indexes

    assert record["collections"]
    assert record["contrasts"]
    for part in ("collections", "themes", "contrasts", "counterparts"):
        expected = find_naming(part, record[part])
        for iri in [*record["concepts"], "http://example.org/none"]:
            assert list(expected.get(iri, ())) == list(found.naming(part, iri) or ()), (part, iri)


def test_a_knowledge_base_works_on_a_snapshot(folder: Path, snapshot: Path, mini: sobkb.KnowledgeBase) -> None:
    found = opened(snapshot, folder)
    kb = sobkb.KnowledgeBase(found.record, None, found.indexes)

    assert mini.concepts == kb.concepts
    assert repr(mini.tree()) == repr(kb.tree())
    assert [h.concept for h in mini.search("tuin")] == [h.concept for h in kb.search("tuin")]
    assert repr(mini.statements()) == repr(kb.statements())
    assert mini["groentetuin"] == kb["groentetuin"]
    with pytest.raises(KeyError):
        kb["none"]


def swap(path: Path) -> None:
    """Change a file but not its size, nor when it says it was changed."""
    stat = path.stat()
    text = path.read_text("utf-8")
    path.write_text(text.replace("Tuin", "Riut"), encoding="utf-8")
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))


CHANGES: dict[str, Callable[[Path], object]] = {
    "swapped": lambda top: swap(top / "concepts" / "mini.ttl"),
    "longer": lambda top: (top / "schemes.ttl").write_text("# nothing at all\n", encoding="utf-8"),
    "more": lambda top: (top / "concepts" / "more.ttl").write_text("# more\n", encoding="utf-8"),
    "fewer": lambda top: (top / "statements" / "book" / "book.trig").unlink(),
    "renamed": lambda top: (top / "concepts" / "mini.ttl").rename(top / "concepts" / "other.ttl"),
    "moved": lambda top: (top / "concepts" / "mini.ttl").rename(top / "statements" / "mini.ttl"),
    "gone": lambda top: shutil.rmtree(top / "concepts"),
    "no base": lambda top: (top / "sobkb.ttl").unlink(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_snapshot_of_other_files_is_not_used(folder: Path, snapshot: Path, change: str) -> None:
    CHANGES[change](folder)

    assert read_snapshot(str(snapshot), str(folder)) is None


def test_files_that_are_not_part_of_it_may_change(folder: Path, snapshot: Path) -> None:
    (folder / "shapes").mkdir()
    (folder / "shapes" / "a.ttl").write_text("# shapes", encoding="utf-8")
    (folder / "concepts" / "notes.txt").write_text("notes", encoding="utf-8")

    assert read_snapshot(str(snapshot), str(folder)) is not None


@pytest.mark.parametrize("keep", [0, 1, 100, -1, -1000])
def test_a_snapshot_cut_short_is_not_used(folder: Path, snapshot: Path, keep: int) -> None:
    snapshot.write_bytes(snapshot.read_bytes()[:keep])

    assert read_snapshot(str(snapshot), str(folder)) is None


@pytest.mark.parametrize(
    "content", [b"", b"\n", b"{}\n", b"[]\n", b"null\n", b"\xff\xfe\n", b'{"layout": 2}\n', b"[" * 9999]
)
def test_what_is_no_snapshot_is_not_used(folder: Path, snapshot: Path, content: bytes) -> None:
    snapshot.write_bytes(content)

    assert read_snapshot(str(snapshot), str(folder)) is None


@pytest.mark.parametrize("version", ["LAYOUT", "FORMAT"])
def test_a_snapshot_of_another_version_is_not_used(
    folder: Path, snapshot: Path, version: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert read_snapshot(str(snapshot), str(folder)) is not None
    monkeypatch.setattr(f"sobkb.snapshot.{version}", 99)

    assert read_snapshot(str(snapshot), str(folder)) is None


def test_no_snapshot_is_no_problem(folder: Path, tmp_path: Path) -> None:
    assert read_snapshot(str(tmp_path / "none"), str(folder)) is None


def test_a_snapshot_is_written_whole_or_not_at_all(folder: Path, snapshot: Path) -> None:
    before = snapshot.read_bytes()
    broken = {**compiled(folder), "title": object()}

    with pytest.raises(TypeError):
        write_snapshot(broken, str(folder), str(snapshot))  # type: ignore[arg-type]
    assert before == snapshot.read_bytes()
    assert sorted(p.name for p in snapshot.parent.iterdir()) == ["ontology", "snapshot.data"]


def test_a_line_that_was_damaged_later_is_not_believed(folder: Path, snapshot: Path) -> None:
    found = opened(snapshot, folder)
    data = snapshot.read_bytes()
    with snapshot.open("r+b") as file:
        file.write(data.replace(b"groentetuin", b"groentetuim"))

    with pytest.raises(sobkb.OntologyLoadError, match="damaged"):
        _ = found.record["concepts"]["http://example.org/tuin/moestuin"]
    assert found.record["concepts"]["http://example.org/tuin/tuin"]["slug"] == "tuin"


def read_all(snapshot: Snapshot) -> list[object]:
    """Read everything that a snapshot holds."""
    record, indexes = snapshot
    read: list[object] = [
        dict(part) if isinstance(part, Mapping) else list(part) if isinstance(part, Sequence) else part
        for part in record.values()
    ]
    read += [dict(indexes.by_slug), indexes.by_label]
    read += [indexes.prepared(part) for part in ("names", "texts", "standings", "region_words", "kind_words")]
    read += [[indexes.narrower(iri), indexes.incoming(iri), indexes.naming("contrasts", iri)] for iri in read[4]]  # type: ignore[attr-defined]
    return read


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.integers(min_value=0), byte=st.integers(min_value=1, max_value=255))
def test_no_changed_byte_changes_an_answer(folder: Path, snapshot: Path, place: int, byte: int) -> None:
    """Damage is noticed, whatever it hits: the snapshot is not used, or says so when it comes to the damaged line."""
    whole = snapshot.read_bytes()
    expected = read_all(opened(snapshot, folder))
    damaged = bytearray(whole)
    damaged[place % len(whole)] ^= byte
    try:
        snapshot.write_bytes(damaged)
        found = read_snapshot(str(snapshot), str(folder))
        if found is not None:
            with contextlib.suppress(sobkb.OntologyLoadError):
                assert read_all(found) == expected
    finally:
        snapshot.write_bytes(whole)
