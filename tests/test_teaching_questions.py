"""Questions made of the data: one right choice, wrong ones that are surely wrong, an explanation with its section."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sobkb
from sobkb.hierarchy import walk_broader, walk_narrower
from sobkb.search.folding import fold
from sobkb.teaching import Question, Topic, flashcards, self_test
from sobkb.teaching.judging import Judge
from sobkb.teaching.masking import BLANK, leaks, masked, plain_name, telling_words
from sobkb.teaching.selftest import all_questions
from sobkb.teaching.values import as_topic

PREFIXES = """
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX sob: <https://w3id.org/sobkb/ns#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX e: <http://example.org/>
e:s a skos:ConceptScheme ; skos:prefLabel "dieren"@nl .
"""
ANIMALS = "ezel paard geit schaap kalkoen gans konijn".split()  # noqa: SIM905
LIKES = [
    "graag gras eet en koppig blijft staan", "hard loopt door de wei", "klimt op alles wat hoog is",
    "wol geeft voor een trui", "rood aanloopt bij gevaar", "het erf bewaakt met luid gegak", "gangen graaft in zand",
]  # fmt: skip


def animal(name: str, text: str, more: str = "") -> str:
    """Write a concept in Turtle."""
    return (
        f'e:{name} a skos:Concept ; skos:inScheme e:s ; skos:prefLabel "{name}"@nl ; '
        f'skos:definition "Dier dat {text}."@nl {more} .\n'
    )


@pytest.fixture
def read(tmp_path: Path) -> Callable[[str], sobkb.KnowledgeBase]:
    """Read Turtle that has the seven animals and something more."""

    def reader(more: str = "", *, animals: bool = True) -> sobkb.KnowledgeBase:
        known = "".join(animal(n, t) for n, t in zip(ANIMALS, LIKES, strict=True)) if animals else ""
        path = tmp_path / "animals.ttl"
        path.write_text(PREFIXES + known + more, encoding="utf-8")
        return sobkb.load(path)

    return reader


def everything(kb: sobkb.KnowledgeBase, lang: str = "nl") -> list[Question]:
    """Return every question about all concepts at once."""
    return all_questions(Judge(kb), Topic("", "alles", kb.concepts), lang)


def offered(kb: sobkb.KnowledgeBase) -> dict[str, set[str]]:
    """Return for every right answer what stood beside it in any question."""
    found: dict[str, set[str]] = {}
    for question in everything(kb):
        found.setdefault(question.right.concept.label(), set()).update(c.concept.label() for c in question.choices)
    return found


@pytest.fixture(scope="module")
def asked(kb: sobkb.KnowledgeBase) -> dict[str, list[Question]]:
    """Every question the built-in knowledge base allows, in both languages."""
    return {lang: everything(kb, lang) for lang in ("nl", "en")}


# What the term gives away is left out


@pytest.mark.parametrize(
    ("text", "label", "left"),
    [
        ("Tuin die buren van een buurttuin delen en samen verzorgen.", "buurttuin", f"Tuin die buren van een {BLANK}"),
        (
            "Beleid van steden voor de buurt, de straat, het plein en de bewoners.",
            "stedenbeleid",
            f"{BLANK} voor de buurt",
        ),
        ("Democratisch werken aan een wijk waar iedereen woont.", "democratisering", f"{BLANK} werken aan een wijk"),
        ("Wijk die Vlaanderen kent, met een plein en een school.", "park (Vlaanderen)", "Wijk die Vlaanderen kent"),
    ],
)
def test_words_that_give_the_term_away_are_left_out(text: str, label: str, left: str) -> None:
    assert masked(text, [label]).startswith(left)


def test_a_text_of_which_little_would_be_left_is_not_used() -> None:
    assert masked("Een tuin met tuinen in een tuin.", ["tuin"]) == ""


@given(
    words=st.lists(st.sampled_from([*ANIMALS, "dier", "wei", "erf", "boer"]), min_size=6, max_size=20),
    label=st.sampled_from(ANIMALS),
)
def test_what_is_left_never_names_the_term(words: list[str], label: str) -> None:
    left = masked(" ".join(words), [label])

    assert label not in fold(left).split()


# Choices


def test_distractors_are_others_of_the_same_kind(read: Callable[..., sobkb.KnowledgeBase]) -> None:
    questions = everything(read())

    assert sorted(q.sort for q in questions) == ["definition"] * len(ANIMALS) + ["term"] * len(ANIMALS)
    for question in questions:
        assert len(question.choices) == 4
        assert len({c.text for c in question.choices}) == 4


def test_what_is_broader_narrower_or_of_the_same_name_is_never_offered(
    read: Callable[..., sobkb.KnowledgeBase],
) -> None:
    more = (
        animal("hengst", "een mannetje is", "; skos:broader e:paard")
        + animal("ruin", "geen hengst meer is en rustig een kar trekt", "; skos:broader e:hengst")
        + animal("knol", "oud geworden is", '; skos:altLabel "paard"@nl')
        + animal("ros", "een ridder draagt", "; owl:deprecated true")
        + animal("span", "met een ander een kar trekt", "; skos:related e:paard")
    )
    found = offered(read(more))

    assert found["paard"].isdisjoint({"hengst", "ruin", "knol", "ros", "span"})
    assert found["ruin"].isdisjoint({"hengst", "paard", "ros"})
    assert "ros" not in found


def test_a_concept_described_alike_is_never_offered(read: Callable[..., sobkb.KnowledgeBase]) -> None:
    found = {
        q.right.concept.label(): {c.concept.label() for c in q.choices}
        for q in everything(read(animal("ooi", LIKES[3])))
    }

    assert "schaap" not in found["ooi"]
    assert "ooi" not in found["schaap"]


LIST = """
e:rij a skos:Collection ; skos:prefLabel "lastdieren"@nl ; skos:member e:ezel , e:paard , e:geit {open} .
"""


def test_only_a_complete_list_is_asked_about(read: Callable[..., sobkb.KnowledgeBase]) -> None:
    closed, opened = (everything(read(LIST.format(open=o))) for o in ("", "; sob:isOpen true"))

    assert [q.sort for q in opened if q.sort == "list"] == []
    (question,) = [q for q in closed if q.sort == "list"]
    members = {"ezel", "paard", "geit"}
    named = {c.text for c in question.choices if c.is_right}
    assert (named <= members) == (BLANK in question.given)
    assert {c.text for c in question.choices if not c.is_right}.isdisjoint(members) == (BLANK in question.given)


RELATION = """
e:boer a skos:Concept ; skos:inScheme e:s ; skos:prefLabel "boer"@nl ; e:houdt e:ezel , e:paard , e:geit .
e:houdt a owl:ObjectProperty ; sob:phrase "houdt"@nl .
e:rij a skos:Collection ; skos:prefLabel "drie dieren van de boer"@nl ; skos:member e:ezel , e:paard , e:geit .
"""


def test_a_sentence_is_completed_only_from_a_list_of_its_own_subject(
    read: Callable[..., sobkb.KnowledgeBase],
) -> None:
    (question,) = [q for q in everything(read(RELATION)) if q.sort == "relation"]
    others = [q for q in everything(read(RELATION.replace("dieren van de boer", "dieren"))) if q.sort == "relation"]

    assert question.given == f"Boer houdt {BLANK}."
    assert question.explanation == "Boer houdt: ezel; geit; paard."
    assert {c.text for c in question.choices if not c.is_right}.isdisjoint({"ezel", "paard", "geit"})
    assert others == []


def test_what_stands_near_the_owner_of_a_list_is_not_offered(read: Callable[..., sobkb.KnowledgeBase]) -> None:
    near = """
    e:boer skos:related e:erf . e:gans skos:related e:erf .
    e:erf a skos:Concept ; skos:inScheme e:s ; skos:prefLabel "erf"@nl .
    """
    found = [q for q in everything(read(RELATION + near)) if q.sort == "relation"]

    assert [q for q in found if "gans" in {c.text for c in q.choices}] == []


REGIONS = """
e:noord a skos:Concept ; skos:prefLabel "noorden"@nl . e:zuid a skos:Concept ; skos:prefLabel "zuiden"@nl .
e:ezel <http://purl.org/dc/terms/spatial> e:noord . e:paard <http://purl.org/dc/terms/spatial> e:zuid .
e:geit <http://purl.org/dc/terms/spatial> e:noord .
e:paar a sob:Contrast ; sob:first e:ezel ; sob:second e:paard ; sob:decidingQuestion "Balkt het?"@nl ;
  sob:dimension e:rij1 , e:rij2 .
e:rij1 a sob:ContrastDimension ; <http://www.w3.org/2000/01/rdf-schema#label> "oren"@nl ; sob:order 1 ;
  sob:firstValue "lang"@nl ; sob:secondValue "kort"@nl .
e:rij2 a sob:ContrastDimension ; <http://www.w3.org/2000/01/rdf-schema#label> "aard"@nl ; sob:order 2 ;
  sob:firstValue "zo koppig als een ezel"@nl ; sob:secondValue "vurig"@nl .
"""


def test_the_region_is_asked_only_where_the_other_has_something_like_it(
    read: Callable[..., sobkb.KnowledgeBase],
) -> None:
    found = {q.about: q for q in everything(read(REGIONS)) if q.sort == "region"}

    assert {iri.rpartition("/")[2] for iri in found} == {"ezel", "paard"}
    assert found["http://example.org/ezel"].right.text == "noorden"


def test_a_contrast_asks_by_what_does_not_name_a_side(read: Callable[..., sobkb.KnowledgeBase]) -> None:
    (question,) = [q for q in everything(read(REGIONS)) if q.sort == "contrast"]

    assert question.given in ("Oren: lang", "Oren: kort")
    assert (question.right.text == "ezel") == (question.given == "Oren: lang")
    assert "Balkt het?" in question.explanation


def test_a_test_is_the_same_on_every_run(mini: sobkb.KnowledgeBase, kb: sobkb.KnowledgeBase) -> None:
    topic = as_topic(kb.collection("vier-vormen-van-democratie"), "nl")

    assert self_test(kb, topic) == self_test(sobkb.load(), topic)
    assert self_test(mini, Topic("", "tuin", mini.concepts)) == self_test(mini, Topic("", "tuin", mini.concepts))


def test_no_more_questions_come_than_were_asked_for(kb: sobkb.KnowledgeBase) -> None:
    topic = Topic("", "alles", kb.of_kind("TargetGroup"))

    assert len(self_test(kb, topic, limit=5).questions) == 5


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    broader=st.lists(st.tuples(st.sampled_from(ANIMALS), st.sampled_from(ANIMALS)), max_size=8),
    related=st.lists(st.tuples(st.sampled_from(ANIMALS), st.sampled_from(ANIMALS)), max_size=6),
    members=st.lists(st.sampled_from(ANIMALS), min_size=1, max_size=5),
)
def test_however_concepts_hang_together_one_choice_is_right_and_the_others_are_wrong(
    read: Callable[..., sobkb.KnowledgeBase],
    broader: list[tuple[str, str]],
    related: list[tuple[str, str]],
    members: list[str],
) -> None:
    more = "".join(f"e:{a} skos:broader e:{b} .\n" for a, b in broader)
    more += "".join(f"e:{a} skos:related e:{b} .\n" for a, b in related)
    more += f'e:rij a skos:Collection ; skos:prefLabel "rij"@nl ; skos:member {", ".join(f"e:{m}" for m in members)} .'
    made = read(more)

    for question in everything(made):
        check(made, question)


def check(kb: sobkb.KnowledgeBase, question: Question) -> None:
    """Check a question against the data, by other ways than it was made."""
    right = question.right.concept
    wrong = [c.concept for c in question.choices if not c.is_right]
    assert [c.is_right for c in question.choices].count(True) == 1
    assert 1 <= len(wrong) <= 3
    assert len({fold(c.text) for c in question.choices}) == len(question.choices)
    if question.sort in ("definition", "term"):
        above = {step.concept for step in walk_broader(right)}
        below = {step.concept for step in walk_narrower(right)}
        assert above.isdisjoint(wrong)
        assert below.isdisjoint(wrong)
        shown = [question.given] if question.given else [c.text for c in question.choices]
        assert not telling_words(plain_name(right.label(question.lang))) & telling_words(" ".join(shown))
    elif question.sort in ("list", "relation"):
        members = set(kb.collection(question.about).members)
        odd = not question.given
        assert (right in members) != odd
        assert all((c in members) == odd for c in wrong)
    elif question.sort == "region":
        assert kb[question.about].regions == (right,)


# The built-in knowledge base


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_question_has_one_right_answer_and_no_true_distractor(
    kb: sobkb.KnowledgeBase, asked: dict[str, list[Question]], lang: str
) -> None:
    assert {q.sort for q in asked[lang]} == {"definition", "term", "contrast", "relation", "list", "region"}
    for question in asked[lang]:
        check(kb, question)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_question_is_explained_with_a_section(asked: dict[str, list[Question]], lang: str) -> None:
    assert [q.id for q in asked[lang] if not q.explanation or not q.sections] == []


def test_no_distractor_completes_a_sentence_truly(kb: sobkb.KnowledgeBase, asked: dict[str, list[Question]]) -> None:
    regions = set(Judge(kb).regions())
    for question in (q for q in asked["nl"] if q.sort == "relation"):
        members = set(kb.collection(question.about).members)
        owners = {s.object for m in members for s in m.relations} | {s.subject for m in members for s in m.incoming}
        for choice in question.choices:
            ends = set(choice.concept.related()) | set(choice.concept.related(inverse=True))
            shared = [o for o in owners - regions if isinstance(o, sobkb.Concept) and o.label() in question.given]
            assert choice.is_right or ends.isdisjoint(shared), question


def test_the_function_a_worker_may_get_on_top_is_not_called_wrong(asked: dict[str, list[Question]]) -> None:
    functions = [q for q in asked["nl"] if q.about.endswith("functies-opbouwwerker-nl")]

    assert [q for q in functions if "countervailing power" in {c.text for c in q.choices if not c.is_right}] == []


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_question_does_not_hold_its_answer(asked: dict[str, list[Question]], lang: str) -> None:
    for question in asked[lang]:
        if question.sort in ("definition", "relation"):
            assert not leaks(question.given.replace(BLANK, " "), question.right.text), question.given
        assert question.sort != "definition" or len(telling_words(question.given)) > 1


def test_names_of_questions_are_unique_and_the_same_in_both_languages(asked: dict[str, list[Question]]) -> None:
    names = {lang: [q.id for q in questions] for lang, questions in asked.items()}

    assert all(len(found) == len(set(found)) for found in names.values())
    assert len(set(names["nl"]) & set(names["en"])) > 900


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_larger_collection_gives_six_questions(kb: sobkb.KnowledgeBase, lang: str) -> None:
    judge = Judge(kb)
    large = [c for c in kb.collections if len(set(c.members)) >= 6]
    few = [c.slug for c in large if len(self_test(judge, c, lang).questions) < 6]

    assert large
    assert few == []


# Cards


def test_cards_go_both_ways_and_hide_the_term(kb: sobkb.KnowledgeBase) -> None:
    topic = as_topic(kb.collection("vier-vormen-van-democratie"), "nl")
    cards = flashcards(kb, topic, sorts=("term", "definition"))

    for concept in topic.concepts:
        there, back = (c for c in cards if c.address == concept.iri)
        assert there.front == concept.label()
        assert there.back == (concept.definition(), concept.explanation())
        assert back.back[0] == concept.label()
        assert not leaks(back.front.replace(BLANK, " "), concept.label())
        assert there.sections == back.sections == concept.sources


def test_cards_of_lists_tell_whether_they_are_ordered_or_open(kb: sobkb.KnowledgeBase) -> None:
    def card(name: str) -> tuple[str, tuple[str, ...]]:
        (found,) = [c for c in flashcards(kb, kb.collection(name), sorts=("list",)) if c.address.endswith(name)]
        return found.front, found.back

    front, back = card("participatievormen")
    assert front == "Noem de drie vormen van participatie."
    assert back[0] == "1. politieke participatie"
    assert back[-1] == "De volgorde is die van de bron."
    assert card("actoren-samenlevingsopbouw")[1][-1].startswith("Open lijst")


def test_a_card_keeps_its_key_when_its_text_changes(read: Callable[..., sobkb.KnowledgeBase]) -> None:
    def keys(kb: sobkb.KnowledgeBase) -> set[str]:
        return {c.key for c in flashcards(kb, Topic("", "dieren", kb.concepts))}

    before = keys(read(animal("hond", "blaft naar vreemden op het erf")))

    assert keys(read(animal("hond", "kwispelt als de baas weer thuiskomt"))) == before
