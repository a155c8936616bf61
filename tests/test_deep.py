"""A chain of thousands of concepts is walked, drawn and written without running out of stack or patience."""

from __future__ import annotations

from pathlib import Path

import pytest

import sobkb
from sobkb.exports import FORMATS, write
from sobkb.hierarchy import begins_halfway, find_cycles, paths_to_top, walk_broader, walk_narrower
from sobkb.knowledge_base import KnowledgeBase
from sobkb.pages import Site, build_pages

COUNT = 20_000
FEWER = 1100
"""Deeper than Python's own stack; where more would only take longer."""

PREFIXES = "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\nPREFIX c: <http://example.org/c/>\n"


def write_chain(path: Path, count: int) -> Path:
    """Write concepts of which each hangs below the one before."""
    lines = [f'c:k{n} a skos:Concept ; skos:prefLabel "k{n}"@nl ; skos:broader c:k{n - 1} .\n' for n in range(1, count)]
    path.write_text(f'{PREFIXES}c:k0 a skos:Concept ; skos:prefLabel "k0"@nl .\n' + "".join(lines))
    return path


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_chain(tmp_path_factory.mktemp("deep") / "keten.ttl", COUNT)


@pytest.fixture(scope="module")
def chain(file: Path) -> KnowledgeBase:
    return sobkb.load(file)


@pytest.fixture(scope="module")
def fewer(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    return sobkb.load(write_chain(tmp_path_factory.mktemp("deep") / "kortere.ttl", FEWER))


def test_a_chain_is_walked_up_and_down(chain: KnowledgeBase) -> None:
    top, bottom = chain["k0"], chain[f"k{COUNT - 1}"]

    assert [step.distance for step in walk_broader(bottom)] == list(range(1, COUNT))
    assert len(list(walk_narrower(top))) == COUNT - 1
    assert len(chain.expand("k0")) == COUNT
    assert find_cycles(chain.concepts) == ()


def test_the_whole_way_to_the_top_is_found_or_a_part_of_it(chain: KnowledgeBase) -> None:
    bottom = chain[f"k{COUNT - 1}"]
    (whole,), (part,) = paths_to_top(bottom), paths_to_top(bottom, distance=3)

    assert [c.slug for c in whole] == [f"k{n}" for n in range(COUNT)]
    assert part == whole[-4:]
    assert (begins_halfway(whole), begins_halfway(part)) == (False, True)


def test_a_tree_as_deep_as_the_chain_is_built_and_shown(chain: KnowledgeBase) -> None:
    (root,) = chain.tree()
    depth, node = 1, root
    while node.children:
        (node,) = node.children
        depth += 1

    assert depth == COUNT
    assert repr(root) == "<TreeNode 'k0': 1 below>"


def test_a_path_along_the_chain_is_found(chain: KnowledgeBase) -> None:
    links = chain.path("k0", f"k{COUNT - 1}", limit=COUNT)

    assert links is not None
    assert len(links) == COUNT - 1


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "svg"])
def test_a_deep_chain_is_written_in_every_format(fewer: KnowledgeBase, name: str) -> None:
    """A drawing of so many concepts is refused; see the tests of that format."""
    assert f"k{FEWER - 1}" in write(fewer, name)


def test_the_pages_of_a_deep_chain_are_made(fewer: KnowledgeBase) -> None:
    pages = {page.path: page for page in build_pages(Site(fewer))}

    crumbs = pages["nl/id/k1099/"].body.partition("</nav>")[0]
    assert ["k1087" in crumbs, "k1086" in crumbs, "<li>…</li>" in crumbs] == [True, False, True]
    assert "k1099" in pages["nl/boom/"].body
