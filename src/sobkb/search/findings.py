"""What a search finds, and the order in which it is shown."""

from __future__ import annotations

from bisect import insort

from sobkb.light_typing import TYPE_CHECKING, NamedTuple
from sobkb.search.tuning import LABEL

if TYPE_CHECKING:
    from sobkb.search.entries import Entries
    from sobkb.search.indexing import SearchIndex

Key = tuple[bool, float, str, int]
"""What findings are ordered by: whether deprecated, the score below zero, the level, the number of the concept."""


class Finding(NamedTuple):
    """A concept that fits, and what made it fit.

    Attributes:
        concept: Number of the concept in the index.
        score: How well it fits; only comparable within one search.
        entries: The names or the texts of the index.
        number: Which of them matched.
        way: How it matched; see `sobkb.search.tuning.WAYS`.
    """

    concept: int
    score: float
    entries: Entries
    number: int
    way: str


class Best:
    """The best findings so far.

    Args:
        index: The index of the knowledge base.
        limit: The most findings wanted; None for all.
    """

    def __init__(self, index: SearchIndex, limit: int | None) -> None:
        self._standings = index.standings
        self._limit = limit
        self._found: list[tuple[Key, Finding]] = []

    def key(self, concept: int, score: float) -> Key:
        """Return what a finding of a concept with this score is ordered by."""
        standing = self._standings[concept]
        return (standing.deprecated, -score, standing.level or "Z", concept)

    def has_room_for(self, key: Key) -> bool:
        """Tell whether a finding with this key would be among the best."""
        return self._limit is None or len(self._found) < self._limit or (self._limit > 0 and key < self._found[-1][0])

    def add(self, finding: Finding) -> None:
        """Keep a finding, if it is among the best."""
        key = self.key(finding.concept, finding.score)
        if self._limit is None:
            self._found.append((key, finding))
        elif self.has_room_for(key):
            insort(self._found, (key, finding))
            del self._found[self._limit :]

    def in_order(self) -> list[Finding]:
        """Return them, best first."""
        if self._limit is None:
            self._found.sort(key=lambda pair: pair[0])
        return [finding for _, finding in self._found]


def rounded(score: float) -> float:
    """Round a score, so that sums in another order come out the same."""
    return int(score * 10000 + 0.5) / 10000


def with_support(score: float, support: float) -> float:
    """Return the score of a concept: that of its best name, and a part of that of its best preferred label."""
    return rounded(score + LABEL["support"] * support)
