"""Version numbers, and the rule that says which one a change asks for.

The rule is that of Semantic Versioning, with one thing made definite that it leaves open: before 1.0.0 the leftmost
number that is not zero says whether something breaks. So what asks for a new major version makes 2.0.0 of 1.4.2, and
0.2.0 of 0.1.3; anything less makes 1.5.0 or 1.4.3 of the first, and 0.1.4 of the second.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_NUMBER = r"(0|[1-9]\d{0,5})"
_VERSION = re.compile(rf"{_NUMBER}\.{_NUMBER}\.{_NUMBER}")


class Version(NamedTuple):
    """A version number of three parts, which sorts as one expects.

    Attributes:
        major: Goes up when something breaks.
        minor: Goes up when something is added (before 1.0.0: when something breaks).
        patch: Goes up for anything else.
    """

    major: int
    minor: int
    patch: int

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"


def read_version(text: str) -> Version | None:
    """Return a version number; None when the text is not exactly three numbers.

    Examples:
        >>> read_version("0.10.2"), read_version("1.0"), read_version("1.0.0-rc1")
        (Version(major=0, minor=10, patch=2), None, None)
    """
    match = _VERSION.fullmatch(text)
    return Version(*map(int, match.groups())) if match else None


def lowest_next(last: Version, level: str) -> Version:
    """Return the lowest version that may come next.

    Args:
        last: The version before.
        level: What the changes ask for: "none", "patch", "minor" or "major".

    Examples:
        >>> [str(lowest_next(Version(1, 4, 2), level)) for level in ("major", "minor", "patch", "none")]
        ['2.0.0', '1.5.0', '1.4.3', '1.4.3']
        >>> [str(lowest_next(Version(0, 1, 3), level)) for level in ("major", "minor", "patch")]
        ['0.2.0', '0.1.4', '0.1.4']
    """
    if level == "major":
        return Version(last.major + 1, 0, 0) if last.major else Version(0, last.minor + 1, 0)
    if level == "minor" and last.major:
        return Version(last.major, last.minor + 1, 0)
    return Version(last.major, last.minor, last.patch + 1)
