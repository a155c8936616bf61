"""Concepts that are read when they are asked for are the same as concepts read at once."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

import sobkb
from reading_quads import QUADS
from sobkb.indexes import Indexes
from sobkb.loading import find_files, iter_quads
from sobkb.reading import read_knowledge_base, read_later
from sobkb.unread import UnreadConcepts

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from sobkb.records import ConceptRecord

ODD = Path(__file__).parent / "data" / "odd"


@pytest.fixture
def quads() -> list[Quad]:
    """What a vocabulary that does everything SKOS allows says."""
    return [quad for path in find_files([ODD]) for quad in iter_quads(path)]


def unread(quads: list[Quad]) -> UnreadConcepts:
    """Return the concepts of quads, none of them read."""
    concepts = read_later(quads)[0]["concepts"]
    assert isinstance(concepts, UnreadConcepts)
    return concepts


@given(QUADS)
@settings(max_examples=200, deadline=None)
def test_what_is_read_later_is_what_is_read_at_once(quads: list[Quad]) -> None:
    now = read_knowledge_base(quads)
    later, _ = read_later(quads)
    one_by_one = {iri: later["concepts"][iri] for iri in later["concepts"]}

    assert json.dumps({**later, "concepts": one_by_one}) == json.dumps(now)
    assert json.dumps(dict(unread(quads).items())) == json.dumps(now["concepts"])


@given(QUADS)
@settings(max_examples=100, deadline=None)
def test_concepts_are_found_without_reading_them(quads: list[Quad]) -> None:
    now = Indexes(read_knowledge_base(quads)["concepts"])
    record, later = read_later(quads)
    found = (later.by_slug, later.by_label, [later.narrower(iri) for iri in record["concepts"]])

    assert json.dumps(found) == json.dumps((now.by_slug, now.by_label, [now.narrower(i) for i in record["concepts"]]))


def test_a_concept_is_read_once(quads: list[Quad]) -> None:
    concepts = unread(quads)
    before = {iri: concepts[iri] for iri in list(concepts)[::2]}

    assert all(concepts.all()[iri] is record for iri, record in before.items())


def test_the_quads_are_let_go_when_all_is_read(quads: list[Quad]) -> None:
    for read_all in (UnreadConcepts.values, lambda concepts: [concepts[iri] for iri in concepts]):
        concepts = unread(quads)
        assert concepts.reader() is not None
        read_all(concepts)
        assert concepts.reader() is None
        assert list(concepts.items()) == [(iri, concepts[iri]) for iri in concepts]


def test_an_iri_that_is_no_concept_is_none_before_and_after(quads: list[Quad]) -> None:
    concepts = unread(quads)
    for _ in range(2):
        assert "http://example.org/nowhere" not in concepts
        assert concepts.get("http://example.org/nowhere") is None
        concepts.all()


def test_threads_get_the_same_concepts(quads: list[Quad]) -> None:
    for _ in range(20):
        concepts = unread(quads)
        iris = list(concepts)

        def look(order: list[str], concepts: UnreadConcepts = concepts) -> list[ConceptRecord]:
            return [concepts[iri] for iri in order]

        with ThreadPoolExecutor(8) as pool:
            forward, backward = list(pool.map(look, [iris] * 4)), list(pool.map(look, [iris[::-1]] * 4))
        assert all(one is concepts[iri] for got in forward for iri, one in zip(iris, got, strict=True))
        assert all(one is concepts[iri] for got in backward for iri, one in zip(iris[::-1], got, strict=True))


def test_copies_are_plain(quads: list[Quad]) -> None:
    for copy in (deepcopy(unread(quads)), pickle.loads(pickle.dumps(unread(quads)))):
        assert type(copy) is dict
        assert copy == unread(quads) == read_knowledge_base(quads)["concepts"]


def test_looking_one_concept_up_reads_that_one() -> None:
    kb = sobkb.load(ODD)
    concepts = kb.record["concepts"]
    assert isinstance(concepts, UnreadConcepts)

    assert kb["vis"].label() == "vis"
    assert concepts.reader() is not None


def test_opening_a_file_imports_no_more_than_it_takes() -> None:
    code = (
        "import sys; before = set(sys.modules); import sobkb; kb = sobkb.load(sys.argv[1]); kb['vis'].relations; "
        "print([m for m in ('typing', 'dataclasses', 'json', 'rdflib', 'sobkb.records') "
        "if m in {*sys.modules} - before])"
    )
    done = subprocess.run([sys.executable, "-c", code, str(ODD)], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
