"""Concepts and knowledge bases may be copied, sent to other processes and used by many threads."""

from __future__ import annotations

import copy
import gc
import multiprocessing
import pickle
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

import sobkb
from sobkb.knowledge_base import KnowledgeBase
from sobkb.opening import load
from sobkb.places import ontology_folder
from sobkb.snapshot import read_snapshot
from sobkb.snapshot_writing import write_snapshot

MINI = Path(__file__).parent / "data" / "mini"


@pytest.fixture
def compiled(kb: KnowledgeBase, tmp_path: Path) -> KnowledgeBase:
    """The built-in knowledge base as it is in a wheel, with its file open."""
    target = str(tmp_path / "snapshot.data")
    write_snapshot(kb.record, ontology_folder(), target)
    snapshot = read_snapshot(target, ontology_folder())
    assert snapshot is not None
    return KnowledgeBase(snapshot.record, None, snapshot.indexes).opened_with(load)


def test_a_copy_is_the_thing_itself_and_harms_nothing(compiled: KnowledgeBase) -> None:
    concept = compiled["opbouwwerk"]
    assert copy.copy(concept) is copy.deepcopy(concept) is concept
    assert copy.copy(compiled) is copy.deepcopy(compiled) is compiled
    for part in (compiled.record, concept.relations, compiled.search("inspraak")):
        copy.deepcopy(part)
    gc.collect()

    assert sum(1 for c in compiled.values() if c.label("en")) == len(compiled)


def test_what_stays_open_cannot_be_pickled(compiled: KnowledgeBase) -> None:
    with pytest.raises(TypeError, match="stays in its process"):
        pickle.dumps(compiled.record)
    with pytest.raises(TypeError, match="was not opened from files"):
        pickle.dumps(KnowledgeBase(compiled.record))


def test_concepts_and_what_is_said_of_them_can_be_pickled(compiled: KnowledgeBase, mini: KnowledgeBase) -> None:
    for concept in (compiled["opbouwwerk"], mini["moestuin"]):
        received = pickle.loads(pickle.dumps((concept, concept.relations, concept.schemes, concept.sections)))

        assert received == (concept, concept.relations, concept.schemes, concept.sections)
        assert received[0].label("nl") == concept.label("nl")
        assert received[0].narrower == concept.narrower


def test_a_knowledge_base_is_opened_anew_where_it_is_unpickled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(MINI.parent)
    pickled = [pickle.dumps(sobkb.load("mini")), pickle.dumps(sobkb.open_store(tmp_path / "s", "mini"))]
    monkeypatch.chdir(tmp_path)

    for text in pickled:
        assert len(pickle.loads(text)["tuin"].narrower) == 2


def _label(concept: sobkb.Concept) -> str:
    return concept.label("en")


def _look_up(name: str) -> sobkb.Concept:
    return sobkb.load(MINI)[name]


@pytest.mark.parametrize("method", sorted({"spawn", "fork"}.intersection(multiprocessing.get_all_start_methods())))
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_concepts_go_to_other_processes_and_come_back(method: str, mini: KnowledgeBase) -> None:
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context(method)) as pool:
        assert list(pool.map(_label, [mini["tuin"]])) == ["garden"]
        assert pool.submit(_look_up, "tuin").result() == mini["tuin"]
        with pytest.raises(sobkb.UnknownConceptError) as caught:
            pool.submit(_look_up, "tuinn").result()
    assert "tuin" in caught.value.suggestions


def test_many_threads_use_one_knowledge_base(compiled: KnowledgeBase) -> None:
    def look(slug: str) -> tuple[str, int, int]:
        concept = compiled[slug]
        return concept.label("en"), len(concept.relations), len(compiled.search(concept.label()))

    slugs = list(compiled)[:40]
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(look, slugs * 2))

    assert answers[:40] == answers[40:] == [look(slug) for slug in slugs]


def test_two_knowledge_bases_stand_side_by_side(mini: KnowledgeBase) -> None:
    other = sobkb.load(MINI)

    assert other is not mini
    assert other["tuin"] == mini["tuin"]
    assert other["tuin"].catalogue is not mini["tuin"].catalogue
    assert len({other["tuin"], mini["tuin"]}) == 1
