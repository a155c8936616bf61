"""Blank nodes get the same names every time, and naming them never takes for ever."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import CanonicalizationAlgorithm, Dataset, RdfFormat, parse

import sobkb
from sobkb.blank_nodes import relabel
from sobkb.canonical import format_text
from sobkb.exports import write
from sobkb.loading import iter_quads
from sobkb.places import ontology_folder

CHAIN = "<http://a.org/x> <http://a.org/p> " + "[ <http://a.org/p> " * 1500 + "1" + " ]" * 1500 + " ."
LISTS = "<http://a.org/x> <http://a.org/p> " + "( " * 1500 + ")" * 1500 + " ."
ALIKE = "".join(f"_:n{i} <http://a.org/p> _:n{j} .\n" for i in range(12) for j in range(12) if i != j)
RING = "".join(f"_:n{i} <http://a.org/p> _:n{(i + 1) % 1200} .\n" for i in range(1200))


def lines(text: str) -> list[str]:
    return sorted(map(str, relabel(parse(text, format=RdfFormat.TURTLE))))


@pytest.mark.parametrize("text", [CHAIN, LISTS, ALIKE, RING], ids=["chain", "lists", "alike", "ring"])
def test_what_the_standard_takes_ages_for_has_names_that_are_the_same_every_time(text: str) -> None:
    other = text.replace("_:n", "_:m9")

    assert lines(text) == lines(other)
    assert len(lines(text)) == len(set(parse(text, format=RdfFormat.TURTLE)))


def test_the_names_are_those_of_the_standard_wherever_it_is_quick() -> None:
    for path in sorted(Path(ontology_folder()).rglob("*.ttl")):
        dataset = Dataset(iter_quads(path))
        expected = Dataset(dataset)
        expected.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)

        assert set(relabel(dataset)) == set(expected), path.name


@pytest.mark.parametrize("text", [CHAIN, LISTS], ids=["chain", "lists"])
def test_brackets_in_brackets_without_end_are_written_and_read_again(tmp_path: Path, text: str) -> None:
    (tmp_path / "deep.ttl").write_text(text)
    kb = sobkb.load(tmp_path / "deep.ttl")
    written = {name: write(kb, name) for name in ("turtle", "jsonld", "rdfxml", "nquads")}

    assert format_text(written["turtle"]) == written["turtle"]
    again = parse(written["turtle"], format=RdfFormat.TURTLE)
    assert set(map(str, relabel(again))) == {line.removesuffix(" .") for line in written["nquads"].splitlines()}


def test_a_list_of_thousands_is_one_pair_of_brackets() -> None:
    members = " ".join(f"<http://a.org/{n}>" for n in range(12_000))

    assert len(format_text(f"<http://a.org/c> <http://a.org/l> ( {members} ) .").splitlines()) == 12_004
