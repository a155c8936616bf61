"""What was typed, as the search reads it."""

from __future__ import annotations

from collections.abc import Sequence

from sobkb.light_typing import NamedTuple
from sobkb.search.folding import fold
from sobkb.search.matching import Matches
from sobkb.search.tuning import (
    COMPARING_WORDS,
    DIVIDING_WORDS,
    MOST_CHARACTERS,
    MOST_WORDS,
    QUESTION_WORDS,
    STOP_WORDS,
    WAYS,
)
from sobkb.search.words import Words
from sobkb.text import normalise_tag


class Query(NamedTuple):
    """What was typed, folded.

    Attributes:
        folded: The whole.
        words: The words that count, each once.
        asked: The question words in it.
        lang: The reader's language tag.
        sides: The words of each thing that is to be set beside another: "verschil tussen opbouwwerk en buurtwerk".
    """

    folded: str
    words: tuple[str, ...]
    asked: tuple[str, ...]
    lang: str
    sides: tuple[tuple[str, ...], ...] = ()


def read_query(text: str, lang: str) -> Query:
    """Fold a query and leave out stop words and question words, unless there is nothing else."""
    folded = fold(text[:MOST_CHARACTERS])
    words = [word for word in dict.fromkeys(folded.split(" ")) if word]
    telling = [word for word in words if word not in STOP_WORDS]
    counting = [word for word in telling if word not in QUESTION_WORDS] or telling or words
    asked = tuple(word for word in telling if word in QUESTION_WORDS)
    chosen = tuple(counting[:MOST_WORDS])
    sides = _sides(folded, chosen) if COMPARING_WORDS.intersection(asked) else ()
    return Query(folded, chosen, asked, normalise_tag(lang), sides)


def _sides(folded: str, counting: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    sides: list[list[str]] = [[]]
    for word in folded.split(" "):
        if word in DIVIDING_WORDS:
            sides.append([])
        elif word in counting and word not in sides[-1]:
            sides[-1].append(word)
    named = [tuple(side) for side in sides if side]
    if len(named) < 2:
        return ()
    # "sociale en politieke participatie" leaves out a word that both have.
    last = named[-1]
    shared = [(*side, last[-1]) for side in named if len(side) < len(last) and last[-1] not in side]
    return (*named, *shared)


class QueryWord:
    """A word of the query with everything it matches.

    Attributes:
        text: The folded word.
        matches: The words of names it matches, each with how well and in which way (as a number).
        spread: How many times these words occur in names.
        known: Whether it stands in a name as it is, in another form, or as a beginning.
        regions: IRIs of the regions it names.
        kinds: IRIs of the kinds it names.
    """

    __slots__ = ("kinds", "known", "matches", "regions", "spread", "text")

    def __init__(self, text: str, matches: Matches, names: Words, *, known: bool) -> None:
        self.text = text
        self.matches = {word: (quality, _NUMBER[way]) for word, (quality, way) in matches.items()}
        self.spread = names.spread(matches)
        self.known = known
        self.regions: frozenset[str] = frozenset()
        self.kinds: frozenset[str] = frozenset()

    @property
    def adds(self) -> bool:
        """Whether a concept of the region or kind it names needs no name with this word."""
        return bool(self.regions or self.kinds)

    def best_of(self, words: Sequence[str]) -> tuple[float, int, str] | None:
        """Return the best match among the words of a name: how well, in which way and which word."""
        best = None
        for word in words:
            match = self.matches.get(word)
            if match is not None and (best is None or match[0] > best[0] or (match[0] == best[0] and word < best[2])):
                best = (*match, word)
        return best


_NUMBER = {way: number for number, way in enumerate(WAYS)}


def nearness(lang: str, wanted: str) -> str:
    """Return how near the language of a text is to the one the reader wants; see `LANGUAGE_WEIGHT`."""
    if not lang:
        return "none"
    if lang == wanted or wanted.startswith(lang + "-"):
        return "same"
    if lang.partition("-")[0] == wanted.partition("-")[0]:
        return "region" if "-" in wanted else "same"
    return "other"
