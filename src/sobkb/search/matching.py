"""How one word of a query can match the words of an index."""

from __future__ import annotations

from sobkb.search.folding import singulars, stem
from sobkb.search.spelling import within_edits
from sobkb.search.tuning import QUALITY, SHORTEST, TEXT, TYPOS
from sobkb.search.words import Words

Matches = dict[str, tuple[float, str]]
"""Words of the index, each with how well a word of the query matches it and in which way.

The best is 1; the ways are those of `sobkb.search.tuning.WAYS`.
"""


def match_names(words: Words, wanted: str) -> Matches:
    """Return the words of names that equal, begin with, contain or are contained in a word.

    Args:
        words: The words of the names.
        wanted: A folded word of the query.
    """
    found: Matches = {}
    if wanted in words:
        found[wanted] = (QUALITY["exact"], "exact")
    for word in words.of_stem(stem(wanted)):
        _keep(found, word, QUALITY["form"], "form")
    for word in words.starting_with(wanted):
        _keep(found, word, _gain("prefix", len(wanted), len(word)), "prefix")
    _look_inside(words, wanted, found)
    for singular in singulars(wanted):
        if len(singular) >= SHORTEST["variant"]:
            _look_inside(words, singular, found)
    for size in range(SHORTEST["within"], len(wanted)):
        if wanted[:size] in words:
            _keep(found, wanted[:size], _gain("within", size, len(wanted)), "part")
        if size >= SHORTEST["withinEnd"] and wanted[-size:] in words:
            _keep(found, wanted[-size:], _gain("within", size, len(wanted)), "part")
    return found


def stands_in(words: Words, wanted: str) -> bool:
    """Tell what `is_known` would tell of the matches of a word, without looking for all of them."""
    return (
        wanted in words
        or bool(words.starting_with(wanted))
        or bool(words.of_stem(stem(wanted)))
        or any(len(singular) >= SHORTEST["variant"] and singular in words for singular in singulars(wanted))
    )


def is_known(matches: Matches) -> bool:
    """Tell whether a word stands in the index, so that it need not be taken for a misspelling."""
    return any(way in _KNOWN for _, way in matches.values())


def match_misspelt(words: Words, wanted: str) -> Matches:
    """Return the words that become the wanted one by a few edits (optimal string alignment).

    The number of edits allowed grows with the length of the word; a different first letter makes a
    match weaker, because readers seldom mistake it.

    Args:
        words: The words of the names.
        wanted: A folded word of the query.
    """
    most = TYPOS[min(len(wanted), len(TYPOS) - 1)]
    if not most:
        return {}
    found: Matches = {}
    for word, edits in within_edits(words, wanted, most):
        quality = QUALITY["typo"] - QUALITY["typoLoss"] * edits / len(wanted)
        if word[0] != wanted[0]:
            quality -= QUALITY["typoFirst"]
        _keep(found, word, quality, "typo")
    return found


def match_beginning(words: Words, wanted: str) -> Matches:
    """Return the words that share the longest beginning with a word that is found nowhere else.

    Dutch compounds make this worth a try: "fietsatelier" leads to "fietsenwerkplaats".
    """
    for size in range(len(wanted) - 1, SHORTEST["beginning"] - 1, -1):
        near = words.starting_with(wanted[:size])
        if near:
            quality = _gain("beginning", size, len(wanted))
            return dict.fromkeys(near, (quality, "beginning"))
    return {}


def match_texts(words: Words, wanted: str) -> Matches:
    """Return the words of running text that equal a word, are a form of it, or begin with it."""
    found: Matches = {}
    if wanted in words:
        found[wanted] = (TEXT["exact"], "text")
    for word in words.of_stem(stem(wanted)):
        _keep(found, word, TEXT["form"], "text")
    if len(wanted) >= SHORTEST["textPrefix"]:
        for word in words.starting_with(wanted):
            _keep(found, word, TEXT["prefix"], "text")
    return found


def _look_inside(words: Words, part: str, found: Matches) -> None:
    """Find the words that hold a part: at their end (the head of a Dutch compound) or anywhere."""
    if len(part) < SHORTEST["head"]:
        return
    inside = len(part) >= SHORTEST["inside"]
    size = len(part)
    head, head_gain = QUALITY["head"], QUALITY["headGain"]
    middle, middle_gain = QUALITY["inside"], QUALITY["insideGain"]
    joined = words.joined
    needle = part if inside else part + "\n"
    end = 0
    while (position := joined.find(needle, end)) >= 0:
        end = joined.index("\n", position)
        word = joined[joined.rindex("\n", 0, position) + 1 : end]
        if word == part:
            _keep(found, word, QUALITY["form"], "form")
        elif word.endswith(part):
            _keep(found, word, head + head_gain * size / len(word), "part")
        elif inside:
            quality = middle + middle_gain * size / len(word)
            if word not in found or quality > found[word][0]:
                found[word] = (quality, "part")


def _gain(way: str, part: int, whole: int) -> float:
    return QUALITY[way] + QUALITY[way + "Gain"] * part / whole


def _keep(found: Matches, word: str, quality: float, way: str) -> None:
    known = found.get(word)
    if known is None or quality > known[0]:
        found[word] = (quality, way)


_KNOWN = frozenset({"exact", "form", "prefix"})
