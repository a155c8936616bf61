"""Dates that may be uncertain, as far as EDTF writes them and this field needs them.

Supported of EDTF (Library of Congress, 2019): dates and months (level 0), years, intervals,
open ends `..`, approximation `~` and uncertainty `?` (level 1), and the unspecified digit of a
decade or century (`197X`, `19XX`), also inside an interval.
"""

from __future__ import annotations

import re

from sobkb.errors import DateError
from sobkb.light_typing import NamedTuple

_PART = r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<mark>[~?%])?"
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class DateSpan(NamedTuple):
    """The years a date covers.

    Attributes:
        text: The date as written, in EDTF.
        first: First year covered; None when it is open or unknown.
        last: Last year covered; None when it is open or unknown.
        approximate: True when the date carries `~`, `?` or `%`.
    """

    text: str
    first: int | None
    last: int | None
    approximate: bool

    def covers(self, year: int) -> bool:
        """Tell whether the span covers a year; an open end covers everything on its side.

        Examples:
            >>> parse_date("1975/1981").covers(1981)
            True
            >>> parse_date("198X/..").covers(1979)
            False
        """
        return (self.first is None or self.first <= year) and (self.last is None or year <= self.last)


def parse_date(text: str) -> DateSpan:
    """Read a date in the supported part of EDTF.

    Args:
        text: For instance 1991-06-26, 1991, 197X, 1978~, 1975/1981, 198X/.. or ../1991.

    Returns:
        The years it covers.

    Raises:
        DateError: The text is not such a date, or an interval ends before it starts.

    Examples:
        >>> parse_date("197X")
        DateSpan(text='197X', first=1970, last=1979, approximate=False)
        >>> parse_date("1978~/..").first
        1978
    """
    start, slash, end = text.partition("/")
    if not slash:
        return DateSpan(text, *_read_part(start, text))
    first: int | None = None
    last: int | None = None
    approximate = False
    open_start, open_end = start in ("", ".."), end in ("", "..")
    if open_start and open_end:
        raise DateError(text)
    if not open_start:
        first, _, approximate = _read_part(start, text)
    if not open_end:
        _, last, mark = _read_part(end, text)
        approximate = approximate or mark
    if first is not None and last is not None and last < first:
        raise DateError(text)
    return DateSpan(text, first, last, approximate)


def _read_part(part: str, whole: str) -> tuple[int, int, bool]:
    match = re.fullmatch(_PART, part)
    if match is None or not part.isascii():
        raise DateError(whole)
    year, month, day = match["year"], match["month"], match["day"]
    if month is not None:
        if not year.isdigit() or not 1 <= int(month) <= 12:
            raise DateError(whole)
        if day is not None and not 1 <= int(day) <= _days_in(int(year), int(month)):
            raise DateError(whole)
    return int(year.replace("X", "0")), int(year.replace("X", "9")), match["mark"] is not None


def _days_in(year: int, month: int) -> int:
    if month == 2 and not (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)):
        return 28
    return _DAYS[month - 1]
