"""Every number and word list the ranking uses, in one table.

The browser's engine gets the same table with its index (see `sobkb.search.browser`), so that both rank
alike. The values are tuned on the golden set in `tests/data/golden-queries.jsonl`.
"""

from __future__ import annotations

from sobkb.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Final

LABEL_SORTS: Final = ("prefLabel", "altLabel", "hiddenLabel", "notation", "slug")
"""Sorts of names, the strongest first."""

TEXT_SORTS: Final = ("definition", "comment", "scopeNote", "example")
"""Sorts of running text, the strongest first."""

SORT_WEIGHT: Final = {
    "prefLabel": 1.0,
    "altLabel": 0.985,
    "hiddenLabel": 0.965,
    "notation": 0.985,
    "slug": 0.9,
    "definition": 1.0,
    "comment": 0.92,
    "scopeNote": 0.85,
    "example": 0.8,
}
"""What a whole name, or a text, weighs by its sort."""

SORT_WEIGHT_WITHIN: Final = {"prefLabel": 1.0, "altLabel": 0.97, "hiddenLabel": 0.88, "notation": 0.9, "slug": 0.6}
"""What a name weighs when it holds more than was asked for, or not quite that."""

WAYS: Final = ("exact", "words", "form", "prefix", "part", "typo", "beginning", "text", "some")
"""How a query can match, the best first; several words in a query take the weakest of theirs."""

LANGUAGE_WEIGHT: Final = {"same": 1.0, "region": 0.995, "none": 0.99, "other": 0.97}
"""Whether a text is in the reader's language, in another region's form of it, untagged, or in another one."""

LEVEL_WEIGHT: Final = {"A": 1.0, "B": 0.975, "": 1.0}
"""Main entries stand before lighter ones that match as well."""

REGIONAL: Final = 0.97
"""What a concept of one region weighs when the query names no region: the general one stands first."""

LINKS: Final = {"most": 25, "gain": 0.03}
"""How much a concept gains by what is said about it: at most `gain`, reached at `most` relations."""

MOST_WEIGHT: Final = 1 + LINKS["gain"]
"""The most that sort, language, level and links together can make a name or text weigh."""

QUALITY: Final = {
    "exact": 1.0,
    "form": 0.93,
    "prefix": 0.6,
    "prefixGain": 0.3,
    "head": 0.66,
    "headGain": 0.3,
    "inside": 0.42,
    "insideGain": 0.2,
    "within": 0.4,
    "withinGain": 0.3,
    "typo": 0.9,
    "typoLoss": 1.2,
    "typoFirst": 0.06,
    "beginning": 0.3,
    "beginningGain": 0.2,
    "region": 0.85,
    "kind": 0.7,
}
"""How good one word of the query matches one word of a label, before length counts."""

LABEL: Final = {
    "base": 0.7,
    "coverage": 0.3,
    "whole": 1.2,
    "wholeJoined": 1.18,
    "wholeWithout": 1.15,
    "wholeForm": 0.1,
    "phrase": 0.03,
    "asked": 0.1,
    "support": 0.1,
}
"""How much of a name the query covers; `whole` is for a name that says just what was asked.

`asked` is for a name with the query's question word ("hoeveel", "verschil"); `support` is the part of its
best preferred label's score that a concept gets on top."""

TEXT: Final = {
    "ceiling": 0.28,
    "exact": 0.6,
    "form": 0.55,
    "prefix": 0.45,
    "late": 0.3,
    "share": 0.5,
    "loose": 0.7,
    "phrase": 1.3,
    "floor": 0.03,
    "enough": 3,
}
"""Running text ranks below every name that holds all words.

`loose` is for compounds and misspellings when only some words fit; `phrase` for a text that has the
words of the query side by side; what scores below `floor` is not worth showing. Only when fewer names than
`enough` hold every word, is it enough to hold half of them."""

SHORTEST: Final = {"head": 3, "inside": 4, "within": 5, "withinEnd": 6, "beginning": 5, "textPrefix": 4, "variant": 4}
"""From how many letters on a way of matching is tried."""

TYPOS: Final = (0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 3)
"""Edits allowed in a word of that many letters; longer words take the last."""

MOST_CHARACTERS: Final = 200
"""What a query is cut to, so that pasted pages cost nothing."""

MOST_WORDS: Final = 12
"""How many words of a query count."""

_STOP = """
aan als bij dan dat de den der deze die dit door een en er heb hebt het hun ik in is je jij kan kun kunnen kunt met mijn
moet moeten naar niet of om ons ook op over te tot tussen uit van voor we werd wij wil word worden wordt ze zich zijn zo
a an and are as at be between by can do does for from has have i in is it its me my of on or our should that the their
they this to was were with you your
"""
STOP_WORDS: Final = frozenset(_STOP.split())
"""Words that count only when a query has no others, in Dutch and English."""

_QUESTION = """
wat wie hoe hoeveel waar waarom wanneer welk welke doet doen heeft hebben betekenis betekent definitie uitleg verschil
verschillen vs versus
what who how many much where why when which meaning means definition define difference differences explain
"""
QUESTION_WORDS: Final = frozenset(_QUESTION.split())
"""Words that ask rather than name: they count in a name, but a query does without them."""

COMPARING_WORDS: Final = frozenset(("verschil", "verschillen", "vs", "versus", "difference", "differences"))
"""Question words that ask to set things side by side."""

DIVIDING_WORDS: Final = frozenset(("en", "of", "met", "and", "or", "with", "from", "vs", "versus"))
"""Words between the things to set side by side."""

IRREGULAR: Final = {
    "kinderen": "kind",
    "leden": "lid",
    "steden": "stad",
    "children": "child",
    "people": "person",
    "women": "woman",
    "men": "man",
}
"""Plurals no rule finds."""
