"""What a notebook shows of a concept."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

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


@given(label=hostile)
def test_no_label_becomes_markup(mini: sobkb.KnowledgeBase, label: str) -> None:
    record = json.loads(json.dumps(mini.record))
    record["concepts"][URL] |= {"pref": [[label, "nl"]], "kinds": ["http://a.org/" + label]}
    record["concepts"][URL]["notes"]["definition"] = [[label, "nl"]]
    root = etree.fromstring(shown(sobkb.KnowledgeBase(record)[URL]))
    assert {e.tag for e in root.iter()} <= {"div", "strong", "em", "small", "a", "code", "ul", "li", "b"}
