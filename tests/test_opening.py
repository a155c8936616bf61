"""Opening the built-in knowledge base and anybody's files."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import sobkb
from sobkb import OntologyLoadError

MINI = Path(__file__).parent / "data" / "mini"


def test_the_built_in_knowledge_base_is_opened_once() -> None:
    assert sobkb.load() is sobkb.load()


def test_files_are_opened_anew_each_time() -> None:
    assert sobkb.load(MINI) is not sobkb.load(MINI)


def test_the_graph_is_that_of_the_files_that_were_read(tmp_path: Path) -> None:
    path = Path(shutil.copy(MINI / "mini.ttl", tmp_path))
    kb = sobkb.load(path)
    path.write_text("# changed\n", encoding="utf-8")

    with pytest.raises(OntologyLoadError, match="changed after"):
        kb.sparql("ASK { }")


def test_a_file_that_is_gone_is_missed(tmp_path: Path) -> None:
    path = Path(shutil.copy(MINI / "mini.ttl", tmp_path))
    kb = sobkb.load(path)
    path.unlink()

    with pytest.raises(OntologyLoadError, match="changed after"):
        _ = kb.graph


def test_the_rdf_is_loaded_when_it_is_asked_for(mini: sobkb.KnowledgeBase) -> None:
    assert len(mini.store) == len(list(mini.store.quads())) > 0


def test_a_store_is_filled_once_and_again_when_a_file_changed(tmp_path: Path) -> None:
    path = Path(shutil.copy(MINI / "mini.ttl", tmp_path))
    store = tmp_path / "deep" / "store"
    assert "tuin" in sobkb.open_store(store, path)
    made = store.stat().st_ino
    assert "tuin" in sobkb.open_store(store, path)
    assert "tuin" in sobkb.open_store(store)
    assert made == store.stat().st_ino

    text = "<http://example.org/b> <http://www.w3.org/2004/02/skos/core#broader> <http://example.org/a> ."
    path.write_text(text, encoding="utf-8")

    assert list(sobkb.open_store(store, path)) == ["a", "b"]
    assert [path.name, "store"] == sorted([path.name, *(p.name for p in store.parent.iterdir())])


def test_a_store_stays_as_it_is_when_the_new_files_are_broken(tmp_path: Path) -> None:
    store = tmp_path / "store"
    sobkb.open_store(store, MINI)
    (tmp_path / "broken.ttl").write_text("broken", encoding="utf-8")

    with pytest.raises(OntologyLoadError) as caught:
        sobkb.open_store(store, tmp_path / "broken.ttl")
    assert (1, str(tmp_path / "broken.ttl")) == (caught.value.line, caught.value.path)
    assert "tuin" in sobkb.open_store(store)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["broken.ttl", "store"]


def test_a_folder_with_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(OntologyLoadError, match="something else"):
        sobkb.open_store(tmp_path, MINI)
    with pytest.raises(OntologyLoadError, match="something else"):
        sobkb.open_store(tmp_path / "letter.txt", MINI)
    assert (tmp_path / "letter.txt").read_text("utf-8") == "mine"


@pytest.mark.parametrize("content", ["", "{}", '{"layout": 1, "files": 5}', '{"layout": 1, "files": []}', "[]"])
def test_what_is_no_store_is_not_opened(tmp_path: Path, content: str) -> None:
    (tmp_path / "sobkb-store.json").write_text(content, encoding="utf-8")

    with pytest.raises(OntologyLoadError):
        sobkb.open_store(tmp_path)


def test_several_may_have_a_store_open(tmp_path: Path) -> None:
    first = sobkb.open_store(tmp_path / "store", MINI)
    second = sobkb.open_store(tmp_path / "store")

    assert first.concepts == second.concepts
    assert len(first.store) == len(second.store)
    assert first.validate().conforms == second.validate().conforms
