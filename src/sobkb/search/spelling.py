"""Finding the words within a few edits of another one, without comparing it with all of them.

Cut a word in two: of the two or three edits that make another word of it, one half takes at most one.
So the words worth comparing begin with nearly the first half or end with nearly the second, and such
words stand side by side in a sorted list. Only a pair of swapped letters across the cut falls in
neither half; the word with these two swapped back is looked for as well.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sobkb.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sobkb.search.words import Words

LAST = "\U0010ffff"
"""The last character there is, to find the end of the words with a beginning."""

FEW = 10_000
"""Up to how many words comparing with all of them is quicker."""

_Span = tuple[int, int]


def within_edits(words: Words, wanted: str, most: int, *, few: int = FEW) -> Iterator[tuple[str, int]]:
    """Yield the words that become the wanted one by a few edits, each with how many (optimal string alignment).

    Args:
        words: The words to look in.
        wanted: A word of at least two letters.
        most: The most edits: 1, 2 or 3.
        few: Up to how many words all are compared.
    """
    # Imported here because it takes longer than the rest of a search, and most need no correction.
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract_iter

    near = words.sorted if len(words.sorted) <= few else _worth_comparing(words, wanted, most)
    shortest, longest = len(wanted) - most, len(wanted) + most
    for word, edits, _ in extract_iter(
        wanted, [w for w in near if shortest <= len(w) <= longest], scorer=OSA.distance, score_cutoff=most
    ):
        yield word, edits


def _worth_comparing(words: Words, wanted: str, most: int) -> set[str]:
    cut = len(wanted) // 2
    swapped = wanted[: cut - 1] + wanted[cut] + wanted[cut - 1] + wanted[cut + 1 :]
    near = _sharing_a_half(words, wanted, cut, most // 2)
    if most > 1:
        near |= _sharing_a_half(words, swapped, cut, (most - 1) // 2)
    elif swapped in words:
        near.add(swapped)
    return near


def _sharing_a_half(words: Words, wanted: str, cut: int, slack: int) -> set[str]:
    """Return the words of which the first or last letters are a half of a word, but for an edit if there is slack."""
    near: set[str] = set()
    for start, end in _beginning_with(words.sorted, wanted[:cut], slack):
        if start < end:
            near.update(words.sorted[start:end])
    for start, end in _beginning_with(words.backwards, wanted[: cut - 1 : -1], slack):
        if start < end:
            near.update(words.by_ending[start:end])
    return near


def _beginning_with(ordered: Sequence[str], half: str, slack: int) -> Iterator[_Span]:
    """Yield where the words stand that begin with some letters, or with what one edit makes of them."""
    start, end = 0, len(ordered)
    for at, letter in enumerate(half):
        if slack:
            head, tail = half[:at], half[at + 1 :]
            yield _span(ordered, head + tail, start, end)
            yield _span(ordered, head + tail[:1] + letter + tail[1:], start, end)
            for other in _letters_after(ordered, head, start, end):
                yield _span(ordered, head + other + tail, start, end)
                yield _span(ordered, head + other + letter + tail, start, end)
        start, end = _span(ordered, half[: at + 1], start, end)
        if start == end:
            return
    yield start, end


def _letters_after(ordered: Sequence[str], head: str, start: int, end: int) -> Iterator[str]:
    """Yield each letter that follows a beginning in some word; between start and end all words begin so."""
    size = len(head)
    at = bisect_left(ordered, head + "\0", start, end)
    while at < end:
        letter = ordered[at][size]
        yield letter
        at = bisect_left(ordered, head + letter + LAST, at + 1, end)


def _span(ordered: Sequence[str], beginning: str, start: int, end: int) -> _Span:
    start = bisect_left(ordered, beginning, start, end)
    if start == end or not ordered[start].startswith(beginning):
        return start, start  # as mostly
    return start, bisect_left(ordered, beginning + LAST, start, end)
