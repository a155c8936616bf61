"""Leaving the answer out of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from sobkb.search.folding import fold as _fold
from sobkb.search.folding import stem as _stem

BLANK = "[…]"
"""Stands where words were left out."""

_WORD = re.compile(r"\w+(?:[-'’.]\w+)*")
_QUALIFIER = re.compile(r"\s*\([^()]*\)\s*$")
_BLANKS = re.compile(r"\[…\](?:[\s,]+(?:(?:of|en|or|and|van|of the|the|de|het)\s+)?\[…\])+")
_SMALL_WORDS = """
    aan alle als andere been behalve bij binnen buiten daar dan deze die door een eigen elke enige geen haar hebben
    hele het hier hoe hun iets in is kan maar meer mensen met mogen moet naar niet nog om onder ook over samen te
    tegen tot tussen twee uit van vanuit veel voor vier vijf drie waar waarin waarop wat werd wordt worden zelf zich
    zijn zonder about and are between from has have into its more not of on one other out own people some such that
    the their them there these this those three through two under what where which who with without
"""
_EMPTY = frozenset(_SMALL_WORDS.split())
"""Words that give nothing away."""


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return the stem of a folded word, a last s left out; texts use the same words over and over."""
    found = _stem(word)
    return found[:-1] if len(found) > 5 and found.endswith("s") else found


@lru_cache(maxsize=32768)
def fold(text: str) -> str:
    """Return a word or text folded (see `sobkb.search.folding.fold`)."""
    return _fold(text)


def plain_name(label: str) -> str:
    """Return a label without the words in brackets that tell it from others.

    Examples:
        >>> plain_name("wijkaanpak (Nederland)")
        'wijkaanpak'
    """
    return _QUALIFIER.sub("", label) or label


@lru_cache(maxsize=4096)
def telling_words(text: str) -> frozenset[str]:
    """Return the folded words of a text that carry meaning.

    Examples:
        >>> sorted(telling_words("de participatie van bewoners"))
        ['bewoners', 'participatie']
    """
    return frozenset(w for w in fold(text).split() if len(w) > 3 and w not in _EMPTY)


def gives_away(word: str, names: Iterable[str]) -> bool:
    """Tell whether one folded word makes a reader think of one of others.

    Examples:
        >>> gives_away("democratische", ["democratie"]), gives_away("stedenbeleid", ["steden"])
        (True, True)
        >>> gives_away("buurt", ["bestuur"])
        False
    """
    if len(word) < 4 or word in _EMPTY:
        return False
    own = stem(word)
    return any(own == stem(name) or _share(word, name) or _share(own, stem(name)) for name in names)


def _share(word: str, name: str) -> bool:
    """Tell whether one word is in the other, as part of a compound or with another ending."""
    short, long = (word, name) if len(word) <= len(name) else (name, word)
    if short not in long and short[:6] != long[:6]:
        return False
    if long.startswith(short) and (len(short) > 4 or (len(short) == 4 and len(long) < 8)):
        return True
    if len(short) > 5 and short in long:
        return True
    if len(short) == 5 and long.endswith(short) and len(long) > 8:
        return True
    shared = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return shared > 5 and shared * 10 >= len(short) * 6


@lru_cache(maxsize=4096)
def leaks(text: str, label: str) -> bool:
    """Tell whether a text holds a word that makes a reader think of a label."""
    names = telling_words(label)
    return any(gives_away(word, names) for word in fold(text).split())


def masked(text: str, labels: Iterable[str]) -> str:
    """Leave out what gives a term away; empty when too little would be left to go by.

    Args:
        text: E.g. a definition.
        labels: The term first, then its other names, which are left out where they stand as a whole.

    Examples:
        >>> masked("Tuin die buren van de buurttuin delen, dicht bij hun huis.", ["buurttuin"])
        'Tuin die buren van de […] delen, dicht bij hun huis.'
        >>> masked("Een buurttuin.", ["buurttuin"])
        ''
    """
    known = [plain_name(label) for label in labels]
    if not known:
        return text
    for whole in sorted(set(known), key=lambda name: (-len(name), name)):
        if len(whole) > 3 and whole.casefold() in text.casefold():
            text = re.sub(rf"(?<!\w){re.escape(whole)}(?!\w)", BLANK, text, flags=re.IGNORECASE)
    names = telling_words(known[0])

    def blank(match: re.Match[str]) -> str:
        return BLANK if any(gives_away(part, names) for part in fold(match[0]).split()) else match[0]

    text = _BLANKS.sub(BLANK, _WORD.sub(blank, text))
    left = telling_words(text.replace(BLANK, " "))
    return "" if text.count(BLANK) > 2 or (BLANK in text and len(left) < 4) else text


def begin_alike(name: str, label: str) -> bool:
    """Tell whether a name of one word and a word of a label begin alike, as a region and its adjective do.

    Examples:
        >>> begin_alike("Vlaanderen", "opdracht van het Vlaamse buurtwerk")
        True
    """
    words = fold(name).split()
    return len(words) == 1 and any(word[:4] == words[0][:4] for word in fold(label).split() if len(word) > 3)


def tells_apart(text: str, other: str) -> bool:
    """Tell whether a text, or what is left of it, says something that another does not say.

    Examples:
        >>> tells_apart("Dier dat gras eet en wol geeft voor een trui.", "Dier dat melk geeft voor kaas.")
        True
        >>> tells_apart("[…] die in de tuin werkt.", "Buur die in de tuin werkt en er eet.")
        False
    """
    known = stems(other)
    own = [word for word in telling_words(text.replace(BLANK, " ")) if stem(word) not in known]
    return len(own) > 1 or any(len(word) > 6 for word in own)


@lru_cache(maxsize=4096)
def stems(text: str) -> frozenset[str]:
    """Return the stems of the telling words of a text."""
    return frozenset(stem(word) for word in telling_words(text))
