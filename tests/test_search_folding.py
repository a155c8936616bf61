"""Folding and stems: what counts as the same spelling."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sobkb
from sobkb.search.folding import fold, fold_lines, singulars, stem


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Coöperatie", "cooperatie"),
        ("sociaal-cultureel werk", "sociaal cultureel werk"),
        ("WOP’s", "wops"),
        ("foto's", "fotos"),
        ("'s-Gravenhage", "s gravenhage"),
        ("V.G.C.", "vgc"),
        ("4.2.1", "4 2 1"),
        ("e.g. this", "eg this"),
        ("ĳsbaan Æ Œuvre Straße", "ijsbaan ae oeuvre strasse"),
        ("soft\u00adhyphen", "softhyphen"),
        ("a\u0300", "a"),
        ("a_b", "a b"),
        ("Σίσυφος", "σισυφοσ"),
        ("", ""),
    ],
)
def test_spellings_are_folded(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(categories=["Ll", "Lu", "Zs"])))
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


@given(st.lists(st.text()))
def test_folding_together_is_folding_one_by_one(texts: list[str]) -> None:
    assert fold_lines(texts) == [fold(text) for text in texts]


@pytest.mark.parametrize(
    "family",
    [
        "buurt buurten",
        "huis huizen",
        "wet wetten",
        "raad raden",
        "proces processen",
        "prijs prijzen",
        "democratie democratieen",
        "moeilijkheid moeilijkheden",
        "organiseert organiseren georganiseerd organisatie organisaties",
        "participatie participeren participeert",
        "activering activeren",
        "vrijwilliger vrijwilligers",
        "kind kinderen",
        "lid leden",
        "direct directe",
        "initiatief initiatieven",
        "collectief collectieve",
        "sociaal sociale",
        "community communities",
        "policy policies",
        "service services",
    ],
)
def test_plurals_and_verb_forms_share_a_stem(family: str) -> None:
    assert len({stem(word) for word in family.split()}) == 1


@pytest.mark.parametrize("pair", ["werk werking", "ouderen ouders", "buur buurt", "mens menig", "staat stad"])
def test_words_that_only_look_alike_keep_their_own_stem(pair: str) -> None:
    one, other = pair.split()
    assert stem(one) != stem(other)


@given(st.from_regex(r"[a-z]{1,20}", fullmatch=True))
def test_a_stem_keeps_the_first_two_letters_but_for_participles(word: str) -> None:
    """The index relies on it to look at few words."""
    key = stem(word)
    assert key[:2] == word[:2] or word.startswith("ge") or word in ("leden", "people", "women", "steden", "men")


def test_a_stem_of_a_plural_points_at_what_stands_in_compounds() -> None:
    assert singulars("raden") == ("rad", "raad")
    assert singulars("huizen") == ("huis",)
    assert singulars("werk") == ()


@given(st.text(max_size=40))
def test_any_text_can_be_searched_and_gives_the_same_twice(mini: sobkb.KnowledgeBase, text: str) -> None:
    assert mini.search(text) == mini.search(text)


@given(
    st.text(alphabet="abdeginorstuw -", max_size=24),
    st.sampled_from([{"kind": "Tuinsoort"}, {"kind": "Ding"}, {"scheme": "kader"}]),
)
def test_filters_only_narrow(mini: sobkb.KnowledgeBase, text: str, conditions: dict[str, str]) -> None:
    everything = mini.search(text, limit=None)
    narrowed = mini.search(text, limit=None, **conditions)
    assert [hit for hit in everything if hit in narrowed] == list(narrowed)


def test_a_pasted_page_is_cut_to_what_a_query_may_be(mini: sobkb.KnowledgeBase) -> None:
    assert mini.search("tuin " * 100_000)[0].concept.slug == "tuin"
