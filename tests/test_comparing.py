"""Two concepts side by side: what they share, what tells them apart, and who says so of either."""

from __future__ import annotations

from pathlib import Path

import pytest

import sobkb


@pytest.fixture
def kb(tmp_path: Path) -> sobkb.KnowledgeBase:
    """Two plants of which different sections say the same, and one thing each."""
    path = tmp_path / "plants.trig"
    path.write_text(
        """
        PREFIX g: <http://example.org/g/>
        PREFIX owl: <http://www.w3.org/2002/07/owl#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        g:needs a owl:ObjectProperty .
        g:rose a skos:Concept ; skos:prefLabel "roos"@nl .
        g:tulip a skos:Concept ; skos:prefLabel "tulp"@nl .
        g:sun a skos:Concept ; skos:prefLabel "zon"@nl .
        g:water a skos:Concept ; skos:prefLabel "water"@nl .
        g:wind a skos:Concept ; skos:prefLabel "wind"@nl .
        g:first { g:rose skos:related g:sun , g:water . g:tulip skos:related g:water . }
        g:second { g:tulip skos:related g:sun , g:wind . }
        """,
        encoding="utf-8",
    )
    return sobkb.load(path)


def test_what_is_shared_is_told_with_where_it_is_said_of_either(kb: sobkb.KnowledgeBase) -> None:
    (relation, *_) = kb.compare("rose", "tulip").relations

    assert [(s.subject.slug, s.object, [p.id for p in s.sections]) for s in relation.shared] == [
        ("rose", kb["sun"], ["first"]),
        ("rose", kb["water"], ["first"]),
    ]
    assert [(s.subject.slug, s.object, [p.id for p in s.sections]) for s in relation.shared_second] == [
        ("tulip", kb["sun"], ["second"]),
        ("tulip", kb["water"], ["first"]),
    ]
    assert [[p.id for p in s.sections] for s in relation.shared_evidence] == [["first", "second"], ["first"]]
    assert [s.object for s in relation.only_second] == [kb["wind"]]


def test_a_comparison_the_other_way_round_is_the_same_mirrored(kb: sobkb.KnowledgeBase) -> None:
    one, other = kb.compare("rose", "tulip").relations[0], kb.compare("tulip", "rose").relations[0]

    assert {s.object for s in one.shared} == {s.object for s in other.shared}
    assert set(one.shared) == set(other.shared_second)
    assert (one.only_first, one.only_second) == (other.only_second, other.only_first)


def test_everything_is_shared_with_itself(kb: sobkb.KnowledgeBase) -> None:
    comparison = kb.compare("rose", "rose")

    assert comparison.differing == ()
    assert comparison.shared[0].shared == comparison.shared[0].shared_second
