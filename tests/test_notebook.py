"""What a notebook shows of a concept."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

import sobkb

if TYPE_CHECKING:
    from sobkb.model import Concept

URL = "http://example.org/tuin/tuin"
hostile = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("<>&\"'\x00"), min_size=1)


def shown(concept: Concept) -> str:
    return concept._repr_html_()


def test_a_concept_shows_names_definitions_relations_and_address(mini: sobkb.KnowledgeBase) -> None:
    root = etree.fromstring(shown(mini["moestuin"]))
    text = " ".join(root.itertext())
    for words in ("moestuin", "kitchen garden", "Tuin waarin men groenten kweekt.", "tuiniers", "1.1, Verzorging"):
        assert words in text
    assert {e.get("lang") for e in root.iter() if e.get("lang")} == {"nl", "en"}
    assert root.find(".//a").get("href") == "http://example.org/tuin/moestuin"


def test_a_concept_that_is_no_longer_used_says_so(mini: sobkb.KnowledgeBase) -> None:
    assert "<b>vervallen</b> → tuin" in shown(mini["oud-perk"])


def test_many_relations_are_counted(kb: sobkb.KnowledgeBase) -> None:
    concept = max(kb.concepts, key=lambda c: len(c.relations))
    assert shown(concept).count("<li>") == 9
    assert f"… +{len(concept.relations) - 8}" in shown(concept)


def test_a_knowledge_base_shows_its_schemes_with_their_size(kb: sobkb.KnowledgeBase) -> None:
    root = etree.fromstring(kb._repr_html_())
    items = ["".join(item.itertext()) for item in root.iter("li")]
    assert f"{kb.schemes[0].label()} ({len(kb.find(scheme=kb.schemes[0]))})" in items
    assert len(items) == len(kb.schemes)


def test_a_theme_shows_its_members_in_order(kb: sobkb.KnowledgeBase) -> None:
    theme = kb.theme("vormen-van-democratie")
    root = etree.fromstring(theme._repr_html_())
    assert [item.text for item in root.iter("li")] == [member.label() for member in theme.members]


def test_a_comparison_is_a_table_with_a_row_per_relation(kb: sobkb.KnowledgeBase) -> None:
    comparison = kb.compare("politiserend-model", "welzijnsmodel")
    root = etree.fromstring(comparison._repr_html_())
    rows = [[cell.text or "" for cell in row.iter("td")] for row in root.iter("tr")][1:]
    assert len(rows) == len(comparison.relations)
    first = comparison.differing[0]
    assert any(first.relation.label() in row[0] for row in rows)


def test_an_answer_is_a_table_that_ends(kb: sobkb.KnowledgeBase) -> None:
    root = etree.fromstring(kb.sparql("SELECT ?c ?l { ?c skos:prefLabel ?l }")._repr_html_())
    assert [cell.text for cell in root.iter("th")] == ["c", "l"]
    assert len(list(root.iter("tr"))) == 51
    assert "… +" in "".join(root.itertext())


def test_no_value_becomes_markup(mini: sobkb.KnowledgeBase) -> None:
    shown = mini.sparql('SELECT ("<script>&" AS ?x) {}')._repr_html_()
    assert "<script" not in shown
    assert "&lt;script&gt;&amp;" in shown


def test_everything_one_gets_has_a_short_name(kb: sobkb.KnowledgeBase) -> None:
    """What a tuple of them looks like in a terminal decides whether one sees anything."""
    parts = [
        *(kb.figures + kb.dates + kb.contrasts + kb.counterparts + kb.comparisons + kb.sources),
        *(m for c in kb.concepts for m in c.matches),
        *kb.contrasts[0].dimensions,
        *kb.search("buurt wrek"),
        *kb.compare("sif", "stedenfonds").relations,
        kb.compare("sif", "stedenfonds"),
        kb.ask("cq-003"),
    ]
    for part in parts:
        assert len(repr(part)) < 300, part
        assert repr(part).startswith("<")
        assert "LangText" not in repr(part)


@given(label=hostile)
def test_no_label_becomes_markup(mini: sobkb.KnowledgeBase, label: str) -> None:
    record: Any = deepcopy(mini.record)
    record["concepts"][URL] |= {"pref": [[label, "nl"]], "kinds": ["http://a.org/" + label]}
    record["concepts"][URL]["notes"]["definition"] = [[label, "nl"]]
    root = etree.fromstring(shown(sobkb.KnowledgeBase(record)[URL]))
    assert {e.tag for e in root.iter()} <= {"div", "strong", "em", "small", "a", "code", "ul", "li", "b"}
