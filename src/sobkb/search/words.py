"""The distinct words of many texts, each with the numbers of the texts that hold it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import chain

from sobkb.search.folding import stem
from sobkb.search.spelling import LAST
from sobkb.search.tuning import IRREGULAR


class Words:
    """Distinct folded words in order, to look up whole, by their beginning, stem or length, or inside.

    Args:
        ordered: The words, sorted.
        numbers: For each word the numbers of its texts; complete, or empty when `packed` is given.
        packed: For each of the sorted words its numbers with commas between; read when asked for.
    """

    def __init__(self, ordered: list[str], numbers: dict[str, list[int]], packed: Sequence[str] = ()) -> None:
        self.sorted = ordered
        self._numbers = numbers
        self._packed = packed
        self._stems: dict[str, str] = {}

    @classmethod
    def of(cls, folded: Sequence[str]) -> Words:
        """Collect the words of folded texts."""
        numbers: defaultdict[str, list[int]] = defaultdict(list)
        for number, line in enumerate(folded):
            for word in line.split(" "):
                numbers[word].append(number)
        numbers.pop("", None)
        numbers.default_factory = None
        return cls(sorted(numbers), numbers)

    @classmethod
    def unpack(cls, words: str, numbers: str) -> Words:
        """Make the words from what `pack` gave."""
        return cls(words.split(" ") if words else [], {}, numbers.split(" "))

    def pack(self) -> list[str]:
        """Return the words and their numbers as two strings, which are read far faster than lists."""
        numbers = [",".join(map(str, self.numbers(word))) for word in self.sorted]
        return [" ".join(self.sorted), " ".join(numbers)]

    def __contains__(self, word: str) -> bool:
        return bool(self.numbers(word))

    def numbers(self, word: str) -> Sequence[int]:
        """Return the numbers of the texts that hold a word."""
        known = self._numbers.get(word)
        if known is not None:
            return known
        if not self._packed:
            return ()
        at = bisect_left(self.sorted, word)
        if at == len(self.sorted) or self.sorted[at] != word:
            return ()
        found = self._numbers[word] = list(map(int, self._packed[at].split(",")))
        return found

    def spread(self, words: Iterable[str]) -> int:
        """Return how many times some of the words occur, counting each text once for each of them."""
        numbers = self.numbers if self._packed else self._numbers.__getitem__
        return sum(map(len, map(numbers, words)))

    def starting_with(self, beginning: str) -> list[str]:
        """Return the words that begin with some letters, sorted."""
        start = bisect_left(self.sorted, beginning)
        return self.sorted[start : bisect_left(self.sorted, beginning + LAST, start)]

    def of_stem(self, key: str) -> list[str]:
        """Return the words with a stem."""
        if len(key) < 2:
            return []
        # A stem is the beginning of its word but for the last letter ("raad", "raden": "rad") or for the
        # last three ("-heid", "-heden"), except in participles and irregular plurals.
        beginning = key[: max(2, len(key) - (3 if key.endswith("eid") else 1))]
        candidates = chain(
            self.starting_with(beginning),
            self.starting_with("ge" + beginning) if beginning != "ge" else (),
            (word for word in IRREGULAR if not word.startswith(beginning) and word in self),
        )
        return [word for word in candidates if self._stem_of(word) == key]

    def _stem_of(self, word: str) -> str:
        known = self._stems.get(word)
        if known is None:
            known = self._stems[word] = stem(word)
        return known

    @cached_property
    def joined(self) -> str:
        """All words in one string, to look inside them at the speed of `str.find`."""
        return "\n" + "\n".join(self.sorted) + "\n"

    @cached_property
    def by_ending(self) -> list[str]:
        """The words in the order of their letters from back to front, to look them up by their endings."""
        return sorted(self.sorted, key=lambda word: word[::-1])

    @cached_property
    def backwards(self) -> list[str]:
        """The words of `by_ending` written from back to front."""
        return [word[::-1] for word in self.by_ending]
