"""Which names hold several words of a query at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sobkb.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sobkb.search.entries import Entries
    from sobkb.search.query import QueryWord

Pair = tuple[float, int]
"""How well a word of the query matches one in a name, and how many letters that has."""

_READ = 25
"""How many times longer it takes to read a name than to look a number up."""


class Together:
    """Names by the words of a query that they hold, looked up from the rarest word on.

    Args:
        entries: The names of the index.
    """

    def __init__(self, entries: Entries) -> None:
        self._entries = entries
        self._known: dict[tuple[QueryWord, ...], set[int]] = {}

    def holding(self, words: Iterable[QueryWord]) -> set[int]:
        """Return the numbers of the names that hold a match of each of some words."""
        return self._holding(tuple(sorted(words, key=lambda word: (word.spread, word.text))))

    def pairs(self, word: QueryWord, among: set[int]) -> Mapping[int, Pair]:
        """Return the best match of a word in each of some names that holds one."""
        if self._is_quicker_to_read(word, among):
            matches = word.matches
            tokens = ((number, self._entries.folded[number].split(" ")) for number in among)
            held = ((number, [(matches[t][0], len(t)) for t in words if t in matches]) for number, words in tokens)
            return {number: max(pairs) for number, pairs in held if pairs}
        numbers = self._entries.words.numbers
        found: dict[int, Pair] = {}
        for quality, size, match in sorted((pair[0], len(match), match) for match, pair in word.matches.items()):
            found.update(dict.fromkeys(among.intersection(numbers(match)), (quality, size)))
        return found

    def only_pair(self, word: QueryWord, among: set[int]) -> Pair | None:
        """Return the best match of a word when all of some names hold it, which saves looking for the others."""
        quality, size, match = max((pair[0], len(match), match) for match, pair in word.matches.items())
        numbers = self._entries.words.numbers(match)
        if len(numbers) < len(among) or len(among.intersection(numbers)) < len(among):
            return None
        return quality, size

    def _holding(self, words: tuple[QueryWord, ...]) -> set[int]:
        found: set[int] = set()
        for number, word in enumerate(words):
            key = words[: number + 1]
            known = self._known.get(key)
            if known is None:
                known = self._known[key] = self._of(found, word) if number else self._all(word)
            found = known
            if not found:
                break
        return found

    def _all(self, word: QueryWord) -> set[int]:
        return set().union(*map(self._entries.words.numbers, word.matches))

    def _of(self, among: set[int], word: QueryWord) -> set[int]:
        if self._is_quicker_to_read(word, among):
            folded = self._entries.folded
            matches = word.matches.keys()
            return {number for number in among if not matches.isdisjoint(folded[number].split(" "))}
        return set().union(*map(among.intersection, map(self._entries.words.numbers, word.matches)))

    def _is_quicker_to_read(self, word: QueryWord, among: set[int]) -> bool:
        return word.spread > _READ * len(among)
