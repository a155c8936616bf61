"""What is asked for may be named, or be what was found before; a name that does not exist says what there is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import sobkb


def test_what_was_found_is_a_name_for_itself(kb: sobkb.KnowledgeBase) -> None:
    first, second = kb["stedenfonds"], kb["sif"]
    kind, relation, scheme = kb.kind("Fund"), kb.relation("replaces"), kb.scheme("beleid")
    section, region = kb.section("4.2.1"), kb["vlaanderen"]

    assert kb[first] is first
    assert first in kb
    assert kb.path(first, second) == kb.path("stedenfonds", "sif")
    assert kb.compare(first, second) == kb.compare("stedenfonds", "sif")
    assert kb.expand(kb["opbouwwerk"]) == kb.expand("opbouwwerk")
    assert kb.tree(scheme) == kb.tree("beleid")
    assert kb.of_kind(kind) == kb.of_kind("Fund")
    assert kb.find(scheme=scheme, region=region) == kb.find(scheme="beleid", region="vlaanderen")
    assert kb.find(section=section, relation=relation) == kb.find(section="4.2.1", relation="replaces")
    assert kb.find(object=second) == kb.find(object="sif") != ()
    assert kb.statements(subject=first, relation=relation, object=second)
    assert kb.search("werk", region=region, kind=kind, scheme=scheme, section=section) == kb.search(
        "werk", region="vlaanderen", kind="Fund", scheme="beleid", section="4.2.1"
    )
    looked_up: list[tuple[Any, Any]] = [
        (kb.kind, kind),
        (kb.relation, relation),
        (kb.scheme, scheme),
        (kb.section, section),
        (kb.collection, kb.collections[0]),
        (kb.theme, kb.themes[0]),
    ]
    for look_up, found in looked_up:
        assert look_up(found) == found


def test_a_concept_of_elsewhere_is_looked_up_here(kb: sobkb.KnowledgeBase, mini: sobkb.KnowledgeBase) -> None:
    then = sobkb.load(version="0.1.0")["sif"]
    assert kb[then] is kb["sif"]
    assert mini["tuin"] not in kb
    with pytest.raises(sobkb.UnknownConceptError):
        kb[mini["tuin"]]


@pytest.mark.parametrize("name", ["streeft naar", "sob:aimsAt", "https://w3id.org/sobkb/ns#aimsAt", "AIMSAT"])
def test_related_takes_every_name_of_a_relation(kb: sobkb.KnowledgeBase, name: str) -> None:
    concept = kb["buurtwerk-vl"]
    assert concept.related(name) == concept.related("aimsAt") == concept.related(kb.relation("aimsAt")) != ()


def test_related_refuses_a_relation_that_does_not_exist(kb: sobkb.KnowledgeBase) -> None:
    with pytest.raises(sobkb.UnknownTermError) as caught:
        kb["buurtwerk-vl"].related("aimsA")
    assert caught.value.suggestions[0] == "aimsAt"
    assert kb["aalst"].related("aimsAt") == ()


def test_a_relation_of_skos_or_of_elsewhere_need_not_be_in_use(kb: sobkb.KnowledgeBase, tmp_path: Path) -> None:
    path = tmp_path / "bare.ttl"
    path.write_text("<http://example.org/x/plant> a <http://www.w3.org/2004/02/skos/core#Concept> .", encoding="utf-8")
    plant = sobkb.load(path)["plant"]
    for inverse in (False, True):
        assert plant.related("related", inverse=inverse) == ()
        assert plant.related(kb.relation("aimsAt"), inverse=inverse) == ()


@pytest.mark.parametrize("name", ["§4.2.1", "4.2.1", "§ 4.2.1"])
def test_a_section_is_found_as_it_stands_in_a_reference(kb: sobkb.KnowledgeBase, name: str) -> None:
    assert kb.section(name).id == "4.2.1"


def test_a_heading_leads_to_its_section_but_does_not_stand_for_it(kb: sobkb.KnowledgeBase) -> None:
    with pytest.raises(sobkb.UnknownTermError) as caught:
        kb.section("thuis in de stad")
    assert caught.value.suggestions[0] == "4.2.3-thuis-in-de-stad"


@pytest.mark.parametrize(
    ("sort", "name", "meant"),
    [
        ("kind", "vorm van democratie", "DemocracyForm"),
        ("relation", "streef naar", "aimsAt"),
        ("scheme", "aktoren", "actoren"),
        ("section", "thuis in stad", "4.2.3-thuis-in-de-stad"),
        ("collection", "vier vormen", "vier-vormen-van-democratie"),
        ("theme", "vier vormen van democratie in de stad", "vormen-van-democratie"),
    ],
)
def test_labels_help_to_find_what_was_meant(kb: sobkb.KnowledgeBase, sort: str, name: str, meant: str) -> None:
    with pytest.raises(sobkb.UnknownTermError) as caught:
        getattr(kb, sort)(name)
    assert meant in caught.value.suggestions
    assert caught.value.sort == sort


@pytest.mark.parametrize("level", ["C", "", "hoog"])
def test_a_level_that_does_not_exist_is_refused(kb: sobkb.KnowledgeBase, level: str) -> None:
    with pytest.raises(sobkb.UnknownTermError) as caught:
        kb.find(level=level)
    assert caught.value.suggestions == ("A", "B")


def test_a_level_may_be_a_small_letter(kb: sobkb.KnowledgeBase) -> None:
    assert kb.find(level="b") == kb.find(level="B") != ()


@pytest.mark.parametrize("wrong", [5, ["Actor"], 4.2, b"x"])
def test_what_is_neither_a_name_nor_found_is_the_wrong_type(kb: sobkb.KnowledgeBase, wrong: Any) -> None:
    for look_up in (kb.kind, kb.relation, kb.scheme, kb.section, kb.collection, kb.theme):
        with pytest.raises(TypeError, match="a name is wanted"):
            look_up(wrong)
    assert wrong not in kb
    assert kb.get(wrong) is None


def test_concepts_have_an_order(kb: sobkb.KnowledgeBase) -> None:
    first, last = kb["aalst"], kb["sif"]
    assert first < last
    assert first <= last
    assert last > first
    assert last >= first >= kb["aalst"]


def test_knowledge_bases_are_told_apart_and_cannot_be_changed(kb: sobkb.KnowledgeBase) -> None:
    then = sobkb.load(version="0.1.0")
    assert kb != sobkb.KnowledgeBase(kb.record)
    assert len({kb, then, kb}) == 2
    with pytest.raises(AttributeError, match="cannot be changed"):
        kb.concepts = ()  # type: ignore[misc]
    with pytest.raises(AttributeError, match="cannot be changed"):
        kb.themes = ()
