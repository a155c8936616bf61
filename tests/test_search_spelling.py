"""Misspelt words: the quick way finds what comparing with every word would find."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from sobkb.search.entries import Entries
from sobkb.search.folding import stem
from sobkb.search.spelling import within_edits
from sobkb.search.tuning import STOP_WORDS
from sobkb.search.words import Words

FEW_LETTERS = st.text(alphabet="abcß", min_size=2, max_size=16)
ENDINGS = st.sampled_from(
    [
        "ge",
        "d",
        "r",
        "z",
        "aa",
        "e",
        "en",
        "er",
        "s",
        "t",
        "ie",
        "y",
        "eid",
        "heden",
        "eren",
        "ering",
        "eerd",
        "eert",
        "eerde",
        "ation",
        "aties",
        "ss",
        "cratie",
    ]
)
MADE_OF_ENDINGS = st.lists(ENDINGS, min_size=1, max_size=7).map("".join)


@given(st.sets(FEW_LETTERS, max_size=60), FEW_LETTERS, st.integers(1, 3), st.sampled_from([0, 1000]))
@example({"abcd"}, "acbd", 1, 0)
@example({"abcdefgh"}, "abcedfgx", 2, 0)
@example({"b", "ab", "abc", "bcd"}, "bc", 1, 0)
def test_all_words_within_some_edits_are_found(vocabulary: set[str], wanted: str, most: int, few: int) -> None:
    near = {(word, edits) for word in vocabulary if (edits := OSA.distance(word, wanted)) <= most}

    assert set(within_edits(Words.of(sorted(vocabulary)), wanted, most, few=few)) == near


@given(FEW_LETTERS, st.data())
def test_a_word_is_found_again_after_a_typing_error_anywhere(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 1))
    spoilt = data.draw(
        st.sampled_from(
            [word[:at] + word[at + 1 :], word[:at] + "x" + word[at:], word[:at] + "x" + word[at + 1 :]]
            + [word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]] * (at > 0)
        )
    )
    if len(spoilt) > 1:
        assert word in dict(within_edits(Words.of([word, "noord", "zuid"]), spoilt, 1, few=0))


@given(st.sets(MADE_OF_ENDINGS, min_size=1, max_size=40))
@example({"generaliseerd", "gegeneraliseerd"})
@example({"mogelijkheid", "mogelijkheden"})
@example({"kind", "kinderen", "raad", "raden"})
def test_all_words_of_a_stem_are_found(vocabulary: set[str]) -> None:
    words = Words.of(sorted(vocabulary))
    for key in {stem(word) for word in vocabulary}:
        if len(key) > 1:
            assert set(words.of_stem(key)) == {word for word in vocabulary if stem(word) == key}


@given(st.lists(st.lists(st.sampled_from(["de", "van", "a", "ab", "b", "ba"]), min_size=1, max_size=4), max_size=20))
def test_names_that_read_the_same_without_spaces_are_found(names: list[list[str]]) -> None:
    folded = [" ".join(name) for name in names]
    entries = Entries([], [], [], folded, Words.of(folded))
    for name in names:
        joined = "".join(name)
        expected = [
            number
            for number, other in enumerate(names)
            if "".join(other) == joined and (len(other) == 1 or other[0] not in STOP_WORDS)
        ]
        assert entries.reading(joined) == expected
