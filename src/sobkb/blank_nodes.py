"""Names for blank nodes that are the same every time.

RDFC-1.0 (W3C Recommendation, RDF Dataset Canonicalization) names them after what is said about them. Where many are
alike and hang together, it tries out orders of them, which takes longer than anybody waits, and a stack deeper than
there is. Such data is rare and mostly made to do harm; it is named by a walk from what is easily told apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyoxigraph import Quad

_ROUNDS = 4
_LARGEST = {0: 150, 1: 150, 2: 40, 3: 16, 4: 10, 5: 8, 6: 7}
"""How many like nodes in one piece RDFC-1.0 does quickly, by how many of them hang on one node in one way."""

_MOST_STEPS = 10_000_000

_Link = tuple[str, str, str]
"""How a node is linked to another one: the link without both, which side it stands on, the other one."""


def relabel(quads: Iterable[Quad]) -> list[Quad]:
    """Return quads whose blank nodes have the labels of RDFC-1.0, or stable ones of our own where that takes too long.

    Examples:
        >>> from pyoxigraph import RdfFormat, parse
        >>> [str(q.object) for q in relabel(parse("<a:a> <a:p> _:x .", format=RdfFormat.TURTLE))]
        ['_:c14n0']
    """
    from pyoxigraph import CanonicalizationAlgorithm, Dataset

    unique = set(quads)
    blank = _Nodes(unique)
    if not blank.about:
        return list(unique)
    if blank.is_quick():
        dataset = Dataset(unique)
        dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
        return list(dataset)
    return _rename(unique, blank.walk())


class _Nodes:
    """The blank nodes of a dataset, what is said about each, and how they hang together."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        from pyoxigraph import BlankNode

        self.about: dict[str, list[str]] = {}
        self.links: dict[str, list[_Link]] = {}
        for quad in quads:
            parts = (quad.subject, quad.predicate, quad.object, quad.graph_name)
            names = [p.value if isinstance(p, BlankNode) else "" for p in parts]
            for place, name in enumerate(names):
                if not name:
                    continue
                shown = " ".join(
                    "_:a" if n == name else "_:z" if n else str(p) for n, p in zip(names, parts, strict=True)
                )
                self.about.setdefault(name, []).append(shown)
                links = self.links.setdefault(name, [])
                links += [(shown, f"{place}{at}", n) for at, n in enumerate(names) if n and n != name]
        self.colours = {name: hash_of(sorted(said)) for name, said in self.about.items()}

    def is_quick(self) -> bool:
        """Tell whether RDFC-1.0 will be done soon."""
        number = Counter(self.colours.values())
        alike = {name for name, colour in self.colours.items() if number[colour] > 1}
        steps = 0
        for piece in self._pieces(alike):
            branches = 0
            for name in piece:
                ways = Counter((shown, side, self.colours[n]) for shown, side, n in self.links[name] if n in alike)
                branches = max(branches, *ways.values(), 0)
            steps += len(piece) ** 3
            if len(piece) > _LARGEST.get(branches, 0) or steps > _MOST_STEPS:
                return False
        return True

    def _pieces(self, alike: set[str]) -> Iterator[list[str]]:
        """Yield the nodes that hang together through nodes that are alike; nodes on their own are left out."""
        left = set(alike)
        while left:
            piece = [left.pop()]
            for name in piece:
                near = {n for _, _, n in self.links[name]} & left
                left -= near
                piece += near
            if len(piece) > 1:
                yield piece

    def walk(self) -> dict[str, str]:
        """Name the nodes in the order of a walk that begins where nodes are told apart by what is near them."""
        for _ in range(_ROUNDS):
            self.colours = {
                name: hash_of(
                    [colour, *sorted(f"{shown} {side} {self.colours[n]}" for shown, side, n in self.links[name])]
                )
                for name, colour in self.colours.items()
            }
        number = Counter(self.colours.values())
        names: dict[str, str] = {}
        for start in sorted(self.colours, key=lambda n: (number[self.colours[n]], self.colours[n])):
            waiting = [start]
            while waiting:
                name = waiting.pop()
                if name in names:
                    continue
                names[name] = f"c14n{len(names)}"
                near = sorted(
                    (shown, side, self.colours[n], n) for shown, side, n in self.links[name] if n not in names
                )
                waiting += [n for *_, n in reversed(near)]
        return names


def hash_of(texts: Iterable[str]) -> str:
    """Return a short hash of some texts in their order."""
    import hashlib

    return hashlib.blake2b("\n".join(texts).encode(), digest_size=12).hexdigest()


def _rename(quads: Iterable[Quad], names: dict[str, str]) -> list[Quad]:
    from pyoxigraph import BlankNode, Quad

    new = {old: BlankNode(name) for old, name in names.items()}

    def named(term: object) -> object:
        return new[term.value] if isinstance(term, BlankNode) else term

    return [Quad(named(q.subject), q.predicate, named(q.object), named(q.graph_name)) for q in quads]  # type: ignore[arg-type]
