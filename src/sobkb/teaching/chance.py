"""Choosing as if by chance, and yet the same on every run and every version of Python."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")


def draw(seed: str, key: str) -> int:
    """Return a number that a seed and a key always give.

    Examples:
        >>> draw("a", "b") == draw("a", "b"), draw("a", "b") == draw("a", "c")
        (True, False)
    """
    return int.from_bytes(sha256(f"{seed}\n{key}".encode()).digest()[:6], "big")


def shuffled(seed: str, items: Iterable[T], key: Callable[[T], str]) -> list[T]:
    """Return items in an order that looks like chance.

    Examples:
        >>> sorted(shuffled("seed", ["a", "b", "c"], str))
        ['a', 'b', 'c']
    """
    return sorted(items, key=lambda item: (draw(seed, key(item)), key(item)))


def short_name(*parts: str) -> str:
    """Return a short name that the parts always give, fit for an anchor.

    Examples:
        >>> short_name("a", "b") == short_name("a", "b"), len(short_name("a", "b"))
        (True, 12)
    """
    return "q-" + sha256("\n".join(parts).encode()).hexdigest()[:10]
