"""The picture of the neighbourhood of a concept: what to show, and on which side.

One stem with boxes on both sides: what is above on top, what is below at the foot, other relations in
between. The page has it as lists of links, which the style sheet draws as boxes on a stem: a list that
equals the picture has no need to stand beside it, and the words wrap and grow as the reader likes.
To take it along there is the same as SVG.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sobkb.model import Concept
from sobkb.pages.markup import esc, trusted
from sobkb.pages.sentences import phrase_words
from sobkb.phrasing import reads_both_ways

if TYPE_CHECKING:
    from markupsafe import Markup

    from sobkb.pages.writing import Writer

WIDTH = 344
_BOX, _GAP, _LINE, _PAD, _TAG = 158, 28, 15, 8, 13
_CHARS = 20
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


def draw_neighbourhood(o: Writer, concept: Concept, found: Neighbourhood) -> Markup:
    """Draw a concept among its neighbours as SVG, to take along."""
    upper, lower = found.above, found.below
    parts: list[str] = []
    curves: list[str] = []
    y = 4
    rows_above, y = _rows(o, list(upper), y, parts)
    label = _wrap(o.label(concept), 34)
    height = len(label) * 17 + 2 * _PAD + 2
    middle = y + height / 2
    parts.append(_centre(o, concept, label, y, height))
    y += height + 10
    rows_below, y = _rows(o, list(lower), y, parts)
    for x, box_y, n in (*rows_above, *rows_below):
        curves.append(_curve(x, box_y, middle, n.side))
    name = o.label(concept)
    title, desc = esc(f"{o.word('neighbourhood')}: {name}"), esc(o.word("neighbourhood.desc", label=name))
    return trusted(
        f'<svg class="hood" viewBox="0 0 {WIDTH} {round(y)}" width="{WIDTH}" height="{round(y)}" role="group" '
        f'aria-labelledby="hood-t hood-d"><title id="hood-t">{title}</title><desc id="hood-d">{desc}</desc>'
        f"{''.join(curves)}{''.join(parts)}</svg>"
    )


def _rows(
    o: Writer, neighbours: list[Neighbour], y: int, parts: list[str]
) -> tuple[list[tuple[int, float, Neighbour]], int]:
    placed: list[tuple[int, float, Neighbour]] = []
    for start in range(0, len(neighbours), 2):
        pair = neighbours[start : start + 2]
        lines = [_wrap(o.label(n.concept), _CHARS) for n in pair]
        height = max(map(len, lines)) * _LINE + 2 * _PAD
        for column, (n, words) in enumerate(zip(pair, lines, strict=True)):
            x = column * (_BOX + _GAP)
            parts.append(_box(o, n, words, x, y + _TAG, height))
            placed.append((x, y + _TAG + height / 2, n))
        y += _TAG + height + 10
    return placed, y


def _box(o: Writer, n: Neighbour, lines: list[str], x: int, y: int, height: int) -> str:
    middle = x + _BOX // 2
    text = _lines(lines, middle, y + height / 2 - (len(lines) - 1) * _LINE / 2 + 4.5, _LINE)
    return (
        f'<text class="tie" x="{middle}" y="{y - 3.5:g}">{esc(_cut(n.tie, 28))}</text>'
        f'<a href="{o.to(n.concept)}" class="n {n.side}"{o.name(n.concept)[0]}>'
        f'<rect x="{x}" y="{y}" width="{_BOX}" height="{height}" rx="5"/><text>{text}</text></a>'
    )


def _centre(o: Writer, concept: Concept, lines: list[str], y: int, height: int) -> str:
    text = _lines(lines, WIDTH // 2, y + height / 2 - (len(lines) - 1) * 8.5 + 5, 17)
    wide = min(WIDTH - 20, max(len(line) for line in lines) * 9 + 36)
    return (
        f'<g class="self"{o.name(concept)[0]}><rect x="{(WIDTH - wide) / 2:g}" y="{y}" width="{wide}" '
        f'height="{height}" rx="{min(height / 2, 18):g}"/><text>{text}</text></g>'
    )


def _lines(lines: list[str], x: int, first: float, step: int) -> str:
    return "".join(f'<tspan x="{x}" y="{first + k * step:g}">{esc(line)}</tspan>' for k, line in enumerate(lines))


def _curve(x: int, y: float, middle: float, side: str) -> str:
    stem = WIDTH // 2
    edge = x + _BOX if x < stem else x
    turn = 12 if y < middle else -12
    return f'<path class="{side}" d="M{stem} {middle:g}V{y + turn:g}Q{stem} {y:g} {edge} {y:g}"/>'


def _wrap(text: str, width: int) -> list[str]:
    """Break a label into at most three lines."""
    lines: list[str] = []
    line = ""
    for raw in text.split():
        word = raw
        while len(word) > width:
            head, word = (word[: width - 1] + "-", word[width - 1 :])
            if line:
                lines.append(line)
                line = ""
            lines.append(head)
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    if line:
        lines.append(line)
    if len(lines) > 3:
        lines = [*lines[:2], _cut(lines[2] + "…", width)]
    return lines or ["·"]


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1].rstrip("…") + "…"
