"""The picture of the neighbourhood of a concept: what to show, and on which side.

One stem with boxes on both sides: what is above on top, what is below at the foot, other relations in
between. The page has it as lists of links, which the style sheet draws as boxes on a stem: a list that
equals the picture has no need to stand beside it, and the words wrap and grow as the reader likes.
`picture_drawing` makes the same as SVG, to take along.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sobkb.model import Concept
from sobkb.pages.sentences import phrase_words
from sobkb.phrasing import reads_both_ways

if TYPE_CHECKING:
    from sobkb.pages.writing import Writer

LIMIT = 10


class Neighbour(NamedTuple):
    """A concept near another, and what ties them.

    Attributes:
        concept: The neighbour.
        tie: The relation, in the words that lead from the concept in the middle to this one.
        side: "up" for broader, "down" for narrower, "out" and "in" for other relations.
    """

    concept: Concept
    tie: str
    side: str


class Neighbourhood(NamedTuple):
    """A concept among its neighbours.

    Attributes:
        above: What stands over the concept, in order.
        below: What stands under it.
        left_out: How many more there are.
    """

    above: tuple[Neighbour, ...]
    below: tuple[Neighbour, ...]
    left_out: int


def neighbourhood_of(o: Writer, concept: Concept) -> Neighbourhood | None:
    """Choose the neighbours of a concept to show; None when it has none."""
    found = _neighbours(o, concept)
    if not found:
        return None
    chosen = _choose(found)
    return Neighbourhood(*_halves(chosen), len(found) - len(chosen))


def _neighbours(o: Writer, concept: Concept) -> list[Neighbour]:
    found: dict[Concept, Neighbour] = {}
    plural = concept.is_plural(o.lang)

    def add(other: Concept, tie: str, side: str) -> None:
        if other != concept:
            found.setdefault(other, Neighbour(other, tie.rstrip(":"), side))

    for other in concept.broader:
        add(other, o.word("neighbourhood.broader"), "up")
    for other in concept.narrower:
        add(other, o.word("neighbourhood.narrower"), "down")
    for s in concept.relations:
        if isinstance(s.object, Concept):
            add(s.object, phrase_words(o, s.relation, inverse=False, plural=plural), "out")
    for s in concept.incoming:
        has_inverse = reads_both_ways(s.relation)
        plain = phrase_words(o, s.relation, inverse=has_inverse and not s.relation.symmetric, plural=plural)
        add(s.subject, plain if has_inverse else "← " + plain, "in")
    return list(found.values())


def _choose(found: list[Neighbour]) -> tuple[Neighbour, ...]:
    """Keep some of every side; main concepts first, then the order of the page."""
    if len(found) <= LIMIT:
        return tuple(found)
    ranked = sorted(range(len(found)), key=lambda n: (found[n].side == "in", found[n].concept.level == "B", n))
    by_side: dict[str, list[int]] = {}
    for n in ranked:
        by_side.setdefault(found[n].side, []).append(n)
    chosen: list[int] = []
    while len(chosen) < LIMIT and any(by_side.values()):
        for queue in by_side.values():
            if queue and len(chosen) < LIMIT:
                chosen.append(queue.pop(0))
    return tuple(found[n] for n in sorted(chosen))


def _halves(neighbours: tuple[Neighbour, ...]) -> tuple[tuple[Neighbour, ...], tuple[Neighbour, ...]]:
    """Divide the neighbours over the two halves of the picture, as equally as what is above and below allows."""
    order = {"up": 0, "out": 1, "in": 2, "down": 3}
    ranked = sorted(neighbours, key=lambda n: order[n.side])
    above = sum(n.side == "up" for n in ranked)
    below = sum(n.side == "down" for n in ranked)
    middle = (len(ranked) + 1) // 2
    middle += middle % 2 if middle < len(ranked) - below else 0  # rows of two
    cut = min(max(middle, above), len(ranked) - below)
    return tuple(ranked[:cut]), tuple(ranked[cut:])
