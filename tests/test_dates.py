"""Dates in the supported part of EDTF."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sobkb.dates import parse_date
from sobkb.errors import DateError


@pytest.mark.parametrize(
    ("text", "first", "last", "approximate"),
    [
        ("1991-06-26", 1991, 1991, False),
        ("1991-06", 1991, 1991, False),
        ("1974", 1974, 1974, False),
        ("197X", 1970, 1979, False),
        ("19XX", 1900, 1999, False),
        ("1978~", 1978, 1978, True),
        ("1975/1981", 1975, 1981, False),
        ("198X/..", 1980, None, False),
        ("../1991", None, 1991, False),
        ("/1991", None, 1991, False),
        ("1996-02-29", 1996, 1996, False),
    ],
)
def test_a_date_covers_the_years_it_names(text: str, first: int | None, last: int | None, approximate: bool) -> None:  # noqa: FBT001
    assert parse_date(text) == (text, first, last, approximate)


@pytest.mark.parametrize(
    "text", ["", "..", "../..", "/", "91", "1991-13", "1991-02-30", "1900-02-29", "1981/1975", "197X-01", "١٩٩١", "x"]
)
def test_what_is_not_a_date_is_refused_with_examples(text: str) -> None:
    with pytest.raises(DateError, match="1975/1981"):
        parse_date(text)


@given(st.text())
def test_any_text_is_either_a_date_or_a_typed_error(text: str) -> None:
    try:
        span = parse_date(text)
    except DateError:
        return
    assert span.first is not None or span.last is not None


@given(st.integers(1000, 2999), st.integers(0, 200), st.integers(900, 3200))
def test_an_interval_covers_exactly_the_years_between_its_ends(start: int, length: int, year: int) -> None:
    span = parse_date(f"{start}/{min(start + length, 2999)}")

    assert span.covers(year) == (start <= year <= min(start + length, 2999))
