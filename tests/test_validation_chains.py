"""Rules that follow chains of links find what SPARQL finds, however long the chain."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad

from sobkb.namespaces import PREFIXES, SKOS
from sobkb.querying import open_quads
from sobkb.reach import Reach
from sobkb.validation import validate_files
from sobkb.validation.chains import Chains
from sobkb.validation.compiling import compile_rule
from sobkb.validation.engines import run_rules
from sobkb.validation.rules import load_rules, rules_by_id

FOLLOWING = ("SKB-105", "SKB-106", "SKB-107", "SKB-113")
PROPERTIES = (
    *("broader", "narrower", "broaderTransitive", "narrowerTransitive", "broadMatch", "narrowMatch"),
    *("related", "relatedMatch", "exactMatch", "member"),
)
LINKS = st.lists(st.tuples(st.integers(0, 6), st.sampled_from(PROPERTIES), st.integers(0, 6)), max_size=20)


def node(number: int) -> NamedNode:
    return NamedNode(f"http://example.org/{number}")


def walked(edges: list[tuple[int, int]], start: int, end: int) -> bool:
    """Tell whether a chain leads from one to the other, by walking it."""
    reached: set[int] = set()
    waiting = [start]
    while waiting:
        at = waiting.pop()
        fresh = {b for a, b in edges if a == at} - reached
        reached |= fresh
        waiting += fresh
    return end in reached


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=24))
def test_a_chain_leads_where_walking_it_leads(edges: list[tuple[int, int]]) -> None:
    pairs = [(a, b) for a in range(10) for b in range(10)]

    assert Reach(edges).leading(pairs) == {pair for pair in pairs if walked(edges, *pair)}


@given(LINKS)
def test_rules_about_chains_find_what_their_queries_find(links: list[tuple[int, str, int]]) -> None:
    store = open_quads(Quad(node(a), NamedNode(SKOS + p), node(b)) for a, p, b in links)

    for rule_id in FOLLOWING:
        rule = rules_by_id()[rule_id]
        plain = store.oxigraph.query(compile_rule(rule, {}), prefixes=PREFIXES, use_default_graph_as_union=True)
        expected = {tuple(cell.value if cell else "" for cell in row) for row in plain}  # type: ignore[union-attr]
        found = run_rules(store, rules=[rule])
        names = [v.value for v in plain.variables]  # type: ignore[union-attr]
        assert {tuple(getattr(hit, "focus" if n == "this" else n) for n in names) for hit in found} == expected


def test_the_rules_that_follow_chains_are_those_named_here() -> None:
    rewritten = []
    for rule in load_rules():
        asked: list[str] = []
        query = compile_rule(rule, {})
        Chains(open_quads(()).oxigraph).run(query, lambda text, _functions, asked=asked: asked.append(text))  # type: ignore[misc]
        rewritten += [rule.id] * (asked != [query])

    assert tuple(rewritten) == FOLLOWING


@pytest.mark.parametrize("closed", [False, True])
def test_a_chain_of_twenty_thousand_is_checked(*, closed: bool, tmp_path: Path) -> None:
    """Every concept hangs below the one before; some are related to one far above."""
    count = 20_000
    numbers = list(range(count))
    random.Random(7).shuffle(numbers)
    file = tmp_path / "keten.nt"
    with file.open("w") as out:
        for above, below in pairwise(numbers):
            out.write(f"{node(below)} <{SKOS}broader> {node(above)} .\n")
        if closed:
            out.write(f"{node(numbers[0])} <{SKOS}broader> {node(numbers[-1])} .\n")
        for at in range(1000, count, 1000):
            out.write(f"{node(numbers[at])} <{SKOS}related> {node(numbers[at - 1000])} .\n")

    found = validate_files([file]).rules

    assert found["SKB-105"] == count // 1000 - 1
    assert found.get("SKB-107", 0) == (count if closed else 0)
