"""Measuring how complete a knowledge base is."""

from __future__ import annotations

from pathlib import Path

import sobkb
from sobkb.coverage import Share, measure_coverage
from sobkb.knowledge_base import KnowledgeBase


def test_entries_that_are_no_longer_used_do_not_count(mini: KnowledgeBase) -> None:
    assert measure_coverage(mini).total.entries == len(mini) - 1


def test_what_each_entry_has_is_counted(mini: KnowledgeBase) -> None:
    coverage = measure_coverage(mini)

    assert coverage.total.bilingual == Share(3, 7), "tuin, moestuin and buurttuin have everything in both languages"
    assert coverage.total.explained == Share(1, 7)
    assert coverage.total.evidenced == Share(5, 7), "the editors are no source, and buurttuin is only in a contrast"
    assert coverage.total.relations == 4
    assert (coverage.figures, coverage.dates, coverage.matches) == (1, 1, 1)


def test_groups_list_their_own_entries(mini: KnowledgeBase) -> None:
    coverage = measure_coverage(mini)

    assert {k.name: r.entries for k, r in coverage.kinds} == {"Ding": 2, "Tuinsoort": 3}
    assert {s.slug: r.entries for s, r in coverage.schemes} == {"kader": 7}
    assert {s.id: r.entries for s, r in coverage.sections}["1.1"] == 3


def test_an_entry_that_nothing_leads_to_is_an_orphan(tmp_path: Path) -> None:
    file = tmp_path / "los.ttl"
    file.write_text(
        "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n"
        '<http://a.org/a> a skos:Concept ; skos:prefLabel "a" .\n'
        '<http://a.org/b> a skos:Concept ; skos:prefLabel "b" ; skos:broader <http://a.org/c> .\n'
        '<http://a.org/c> a skos:Concept ; skos:prefLabel "c" .\n'
    )

    assert [c.slug for c in measure_coverage(sobkb.load(file)).orphans] == ["a"]


def test_a_share_reaches_one_hundred_only_when_all_have_it() -> None:
    assert Share(999, 1000).percentage == 99
    assert Share(0, 0).percentage == 100


def test_nothing_at_all_can_be_measured(tmp_path: Path) -> None:
    file = tmp_path / "a.ttl"
    file.write_text("<http://a.org/a> <http://a.org/p> 1 .")
    coverage = measure_coverage(sobkb.load(file))

    assert coverage.total.entries == 0
    assert coverage.total.relations_per_entry == 0


def test_the_built_in_knowledge_base_has_no_orphans(kb: KnowledgeBase) -> None:
    assert measure_coverage(kb).orphans == ()
