"""Placing discs on a plane: what is linked stands near, nothing overlaps, the same on every run."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

_ROUNDS = 240
_GOLDEN = math.pi * (3 - math.sqrt(5))


class Disc(NamedTuple):
    """A disc in its place.

    Attributes:
        x: Centre, from the left.
        y: Centre, from the top.
        radius: Radius.
    """

    x: float
    y: float
    radius: float


def place_discs(radii: Sequence[float], links: Mapping[tuple[int, int], float], *, gap: float = 14) -> list[Disc]:
    """Place discs so that linked ones are near each other and none overlap.

    Args:
        radii: Radius of every disc.
        links: How strongly two discs are linked, by their numbers.
        gap: Least distance between the edges of two discs.

    Returns:
        The discs, moved so that none lies left of or above the origin.

    Examples:
        >>> a, b = place_discs([10, 10], {(0, 1): 1})
        >>> math.dist(a[:2], b[:2]) >= 34 - 1e-6
        True
    """
    number = len(radii)
    if not number:
        return []
    scale = math.sqrt(sum((r + gap) ** 2 for r in radii))
    outward = [scale * math.sqrt((i + 0.5) / number) for i in range(number)]
    places = [[0.9 * r * math.cos(i * _GOLDEN), 0.6 * r * math.sin(i * _GOLDEN)] for i, r in enumerate(outward)]
    strongest = max(links.values(), default=1.0)
    pulls = [(a, b, 0.02 + 0.1 * w / strongest) for (a, b), w in sorted(links.items()) if a != b]
    for turn in range(_ROUNDS):
        heat = 1 - turn / _ROUNDS
        for a, b, pull in pulls:
            _pull(places, a, b, pull * heat)
        for place in places:  # keep together, wider than high
            place[0] *= 1 - 0.004 * heat
            place[1] *= 1 - 0.010 * heat
        _separate(places, radii, gap)
    for _ in range(400):
        if not _separate(places, radii, gap):
            break
    left = min(p[0] - r for p, r in zip(places, radii, strict=True))
    top = min(p[1] - r for p, r in zip(places, radii, strict=True))
    return [Disc(p[0] - left, p[1] - top, r) for p, r in zip(places, radii, strict=True)]


def _pull(places: list[list[float]], a: int, b: int, strength: float) -> None:
    dx, dy = places[b][0] - places[a][0], places[b][1] - places[a][1]
    places[a][0] += dx * strength / 2
    places[a][1] += dy * strength / 2
    places[b][0] -= dx * strength / 2
    places[b][1] -= dy * strength / 2


def _separate(places: list[list[float]], radii: Sequence[float], gap: float) -> bool:
    """Push overlapping discs apart; tell whether there were any."""
    moved = False
    for a in range(len(places)):
        for b in range(a + 1, len(places)):
            dx, dy = places[b][0] - places[a][0], places[b][1] - places[a][1]
            wanted = radii[a] + radii[b] + gap
            distance = math.hypot(dx, dy)
            if distance >= wanted - 1e-6:
                continue
            moved = True
            if distance < 1e-9:
                dx, dy, distance = math.cos(a + b), math.sin(a + b), 1.0
            push = (wanted - min(distance, wanted)) / 2 / distance
            places[a][0] -= dx * push
            places[a][1] -= dy * push
            places[b][0] += dx * push
            places[b][1] += dy * push
    return moved


def fill_disc(number: int, step: float) -> list[tuple[float, float]]:
    """Spread points over a disc the way a sunflower spreads its seeds.

    Args:
        number: How many points.
        step: Distance between neighbours, roughly.

    Examples:
        >>> len(fill_disc(5, 10))
        5
    """
    return [
        (step * 0.62 * math.sqrt(i) * math.cos(i * _GOLDEN), step * 0.62 * math.sqrt(i) * math.sin(i * _GOLDEN))
        for i in range(number)
    ]


def disc_radius(number: int, step: float) -> float:
    """Return the radius of the disc that `fill_disc` fills.

    Examples:
        >>> disc_radius(1, 10)
        10.0
    """
    return step * 0.62 * math.sqrt(max(number - 1, 0)) + step
