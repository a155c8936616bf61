"""What options accept, checked while the command line is read."""

from __future__ import annotations

from argparse import ArgumentTypeError


def natural_number(text: str) -> int:
    """Read a whole number from 1.

    Raises:
        ArgumentTypeError: It is something else.
    """
    if not (text.isascii() and text.isdigit() and 0 < int(text[:9]) <= 10**8):
        raise ArgumentTypeError(f"invalid number: '{text}'")
    return int(text)


def year(text: str) -> int:
    """Read a year, e.g. 1983.

    Raises:
        ArgumentTypeError: It is something else.
    """
    if not (text.isascii() and text.isdigit() and len(text) == 4):
        raise ArgumentTypeError(f"invalid year: '{text}'")
    return int(text)


def seconds(text: str) -> float:
    """Read a time limit in seconds, more than 0.

    Raises:
        ArgumentTypeError: It is something else.
    """
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value <= 86400:
        raise ArgumentTypeError(f"invalid time: '{text}'")
    return value


def assignment(text: str) -> tuple[str, str]:
    """Read a parameter as name=value.

    Raises:
        ArgumentTypeError: It is something else.
    """
    name, equals, value = text.partition("=")
    name = name.strip().lstrip("?$")
    if not equals or not name.isidentifier():
        raise ArgumentTypeError(f"invalid parameter: '{text}'")
    return name, value
