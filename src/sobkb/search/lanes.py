"""A number for each concept, side by side in one piece of memory, so that all can be added at once.

Python adds whole numbers of any length at the speed of the machine: two lists of 50 000 numbers, each in
four bytes and read as one very long number, are added in microseconds.
"""

from __future__ import annotations

import sys
from array import array

_TYPE = "I"
_WIDTH = array(_TYPE).itemsize


def lanes(size: int) -> array[int]:
    """Return a zero for each of so many concepts."""
    return array(_TYPE, bytes(_WIDTH * size))


def whole(numbers: array[int]) -> int:
    """Read the numbers of all concepts as one."""
    return int.from_bytes(numbers.tobytes(), sys.byteorder)


def apart(total: int, size: int) -> array[int]:
    """Take a sum apart into the numbers of so many concepts; none may have become too large for its place."""
    return array(_TYPE, total.to_bytes(_WIDTH * size, sys.byteorder))
