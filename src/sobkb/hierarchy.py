"""Walks over broader and narrower links that survive loops and several parents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter

from sobkb.errors import HierarchyCycleError
from sobkb.light_typing import NamedTuple
from sobkb.model import Concept

_BROADER: Callable[[Concept], Iterable[Concept]] = attrgetter("broader")
_NARROWER: Callable[[Concept], Iterable[Concept]] = attrgetter("narrower")


class Step(NamedTuple):
    """A concept met on a walk.

    Attributes:
        concept: The concept.
        distance: Number of links from the start; 0 is the start itself.
    """

    concept: Concept
    distance: int


class TreeNode(NamedTuple):
    """A concept in a tree, with what stands below it.

    Attributes:
        concept: The concept.
        children: The nodes below it, in label order.
        repeated: True when the concept also stands above itself (a loop), so its children are left out.
    """

    concept: Concept
    children: tuple[TreeNode, ...] = ()
    repeated: bool = False

    def __repr__(self) -> str:
        return f"<TreeNode {self.concept.slug!r}: {len(self.children)} below>"


def walk_broader(concept: Concept, *, distance: int | None = None, with_self: bool = False) -> Iterator[Step]:
    """Yield the concepts above one, nearest first, each once.

    Args:
        concept: Where to start.
        distance: Stop after this many links; None for no limit.
        with_self: True to yield the start too, at distance 0.

    Examples:
        >>> [(s.concept.slug, s.distance) for s in walk_broader(mini["moestuin"])]
        [('tuin', 1)]
    """
    return _walk(concept, _BROADER, distance, with_self=with_self)


def walk_narrower(concept: Concept, *, distance: int | None = None, with_self: bool = False) -> Iterator[Step]:
    """Yield the concepts below one, nearest first, each once.

    Args:
        concept: Where to start.
        distance: Stop after this many links; None for no limit.
        with_self: True to yield the start too, at distance 0.

    Examples:
        >>> [s.concept.slug for s in walk_narrower(mini["tuin"], distance=1)]
        ['buurttuin', 'moestuin']
    """
    return _walk(concept, _NARROWER, distance, with_self=with_self)


def _walk(
    start: Concept,
    neighbours: Callable[[Concept], Iterable[Concept]],
    limit: int | None,
    *,
    with_self: bool,
) -> Iterator[Step]:
    seen = {start.iri}
    level = [start]
    steps = 0
    if with_self:
        yield Step(start, 0)
    while level and (limit is None or steps < limit):
        steps += 1
        following: list[Concept] = []
        for concept in level:
            for neighbour in neighbours(concept):
                if neighbour.iri not in seen:
                    seen.add(neighbour.iri)
                    following.append(neighbour)
                    yield Step(neighbour, steps)
        level = following


def paths_to_top(concept: Concept, *, limit: int = 100, distance: int | None = None) -> tuple[tuple[Concept, ...], ...]:
    """Return every way from the top of the hierarchy down to a concept.

    A concept with several parents has several paths. A loop ends a path where it closes.

    Args:
        concept: The concept the paths lead to; the last element of each.
        limit: Largest number of paths to return.
        distance: Go up this many links at most, so that a longer path begins halfway; None for no limit.

    Examples:
        >>> [[c.slug for c in path] for path in paths_to_top(mini["moestuin"])]
        [['tuin', 'moestuin']]
    """
    paths: list[tuple[Concept, ...]] = []
    path = [concept]
    opened = {concept.iri}
    stack = [iter(concept.broader)]
    went_on = [False]
    while stack and len(paths) < limit:
        above = None
        if distance is None or len(path) <= distance:
            above = next((b for b in stack[-1] if b.iri not in opened), None)
        if above is not None:
            went_on[-1] = True
            path.append(above)
            opened.add(above.iri)
            stack.append(iter(above.broader))
            went_on.append(False)
            continue
        if not went_on[-1]:
            paths.append(tuple(reversed(path)))
        stack.pop()
        went_on.pop()
        opened.remove(path.pop().iri)
    return tuple(paths)


def begins_halfway(path: tuple[Concept, ...]) -> bool:
    """Tell whether something stands above the first concept of a path."""
    return any(above not in path for above in path[0].broader)


def build_tree(roots: Iterable[Concept], *, lang: str = "nl") -> tuple[TreeNode, ...]:
    """Arrange concepts and all that stands below them as trees.

    Args:
        roots: The concepts at the top.
        lang: Language whose labels decide the order.

    Returns:
        One node per root, sorted by label. A concept that stands above itself is marked `repeated`.
    """
    made: dict[str, TreeNode] = {}
    return tuple(_subtree(root, made, lang) for root in sort_by_label(roots, lang))


def _subtree(root: Concept, made: dict[str, TreeNode], lang: str) -> TreeNode:
    """Make the node of a concept; what stands below several concepts is made once, however deep it goes."""
    opened = {root.iri}
    stack: list[tuple[Concept, Iterator[Concept], list[TreeNode]]] = [
        (root, iter(sort_by_label(root.narrower, lang)), [])
    ]
    while root.iri not in made:
        concept, below, children = stack[-1]
        following = next(below, None)
        if following is None:
            stack.pop()
            opened.remove(concept.iri)
            made[concept.iri] = TreeNode(concept, tuple(children))
            if stack:
                stack[-1][2].append(made[concept.iri])
        elif following.iri in opened:
            children.append(TreeNode(following, repeated=True))
        elif following.iri in made:
            children.append(made[following.iri])
        else:
            opened.add(following.iri)
            stack.append((following, iter(sort_by_label(following.narrower, lang)), []))
    return made[root.iri]


def sort_by_label(concepts: Iterable[Concept], lang: str = "nl") -> list[Concept]:
    """Sort concepts by their label in a language, letter case aside; equal labels by IRI."""
    return sorted(concepts, key=lambda c: (c.label(lang).casefold(), c.iri))


def find_cycles(concepts: Iterable[Concept]) -> tuple[tuple[Concept, ...], ...]:
    """Find loops in the broader links (each once, starting from its smallest IRI).

    Args:
        concepts: Where to look.

    Returns:
        The concepts of each loop in order; a concept that is broader than itself is a loop of one.
    """
    done: set[str] = set()
    loops: list[tuple[Concept, ...]] = []
    for start in sorted(concepts):
        if start.iri in done:
            continue
        path: list[Concept] = []
        position: dict[str, int] = {}
        stack: list[tuple[Concept, Iterator[Concept]]] = [(start, iter(start.broader))]
        path.append(start)
        position[start.iri] = 0
        while stack:
            concept, above = stack[-1]
            following = next(above, None)
            if following is None:
                stack.pop()
                path.pop()
                del position[concept.iri]
                done.add(concept.iri)
            elif following.iri in position:
                loop = path[position[following.iri] :]
                smallest = loop.index(min(loop))
                loops.append(tuple(loop[smallest:] + loop[:smallest]))
            elif following.iri not in done:
                stack.append((following, iter(following.broader)))
                position[following.iri] = len(path)
                path.append(following)
    return tuple(dict.fromkeys(loops))


def require_acyclic(concepts: Iterable[Concept]) -> None:
    """Do nothing if the broader links have no loop.

    Raises:
        HierarchyCycleError: There is one; the error holds the first.
    """
    loops = find_cycles(concepts)
    if loops:
        raise HierarchyCycleError([c.slug for c in (*loops[0], loops[0][0])])
