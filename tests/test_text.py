"""Languages: tags, the order of fallbacks and the choice of a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sobkb.text import LangText, language_chain, normalise_tag, pick_text, texts_in

TAGS = st.sampled_from(["nl", "nl-BE", "nl-NL", "en", "en-GB", "fr", "de", "", "zh-Hant"])


def test_flemish_readers_get_flemish_then_dutch_then_english() -> None:
    flemish, dutch, english = LangText("a", "nl-BE"), LangText("b", "nl"), LangText("c", "en")

    assert pick_text([english, dutch, flemish], "nl-BE") == flemish
    assert pick_text([english, dutch], "nl-BE") == dutch
    assert pick_text([english], "nl-BE") == english


def test_a_regional_form_serves_who_asked_for_the_language() -> None:
    assert pick_text([LangText("c", "en"), LangText("a", "nl-NL")], "nl") == LangText("a", "nl-NL")


def test_text_in_any_language_is_better_than_none() -> None:
    assert pick_text([LangText("d", "ar")], "nl") == LangText("d", "ar")
    assert pick_text([], "nl") is None


def test_texts_in_a_language_do_not_fall_back() -> None:
    assert texts_in([LangText("c", "en")], "nl") == ()


@given(st.lists(st.builds(LangText, st.text(max_size=3), TAGS), min_size=1), TAGS)
def test_the_choice_is_one_of_the_texts_and_honours_an_exact_tag(texts: list[LangText], wanted: str) -> None:
    chosen = pick_text(texts, wanted)

    assert chosen in texts
    if wanted and any(t.lang == wanted for t in texts):
        assert chosen is not None
        assert chosen.lang == wanted


@given(TAGS)
def test_tags_have_one_form(tag: str) -> None:
    assert normalise_tag(normalise_tag(tag.upper())) == normalise_tag(tag)
    assert language_chain(tag.lower()) == language_chain(tag.upper())
