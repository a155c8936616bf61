"""What is written never steers a terminal, and is readable with and without one."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sobkb.cli.output import Console, accent, bold, clean, dim, width_of, wrap

UNSAFE = {
    *map(chr, range(0x20)),
    *map(chr, range(0x7F, 0xA0)),
    *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
}
ANY_TEXT = st.text(st.characters(codec="utf-8"))


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


class Latin(io.StringIO):
    """A stream that can only hold Latin-1."""

    encoding = "latin-1"


def console(stream: io.StringIO | None = None, **values: str) -> tuple[Console, io.StringIO]:
    stream = io.StringIO() if stream is None else stream
    return Console(stream, values), stream


@given(ANY_TEXT)
def test_no_control_character_of_the_data_reaches_the_output(text: str) -> None:
    out, stream = console()
    out.line(text)
    out.exact(text)
    out.heading(text)
    out.table([[text, text]], [text, text])
    out.columns(text, text, indent=2, at=10)

    assert not UNSAFE.intersection(stream.getvalue().replace("\n", ""))


@given(ANY_TEXT)
def test_colour_is_the_only_escape_on_a_terminal(text: str) -> None:
    out, stream = console(Terminal())
    out.line(bold(text))
    out.data(text)

    left = stream.getvalue()
    for code in ("\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[32m", "\x1b[36m"):
        left = left.replace(code, "")
    assert not UNSAFE.intersection(left.replace("\n", "").replace("\t", ""))


@given(st.dictionaries(ANY_TEXT, ANY_TEXT))
def test_json_says_what_it_was_given_without_a_control_character(data: dict[str, str]) -> None:
    out, stream = console()
    out.json(data)

    assert json.loads(stream.getvalue()) == data
    assert not UNSAFE.intersection(stream.getvalue().replace("\n", ""))


def test_json_is_readable_by_a_stream_that_is_not_utf_8() -> None:
    out, stream = console(Latin())
    out.json({"a": "één – 日"})

    assert stream.getvalue().isascii()
    assert json.loads(stream.getvalue()) == {"a": "één – 日"}


def test_what_a_stream_cannot_hold_is_replaced() -> None:
    out, stream = console(Latin())
    out.line("één → twee")

    assert stream.getvalue() == "één ? twee\n"


@pytest.mark.parametrize(
    ("values", "stream", "coloured"),
    [
        ({}, Terminal, True),
        ({}, io.StringIO, False),
        ({"NO_COLOR": "1"}, Terminal, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, Terminal, False),
        ({"NO_COLOR": ""}, Terminal, True),
        ({"FORCE_COLOR": "1"}, io.StringIO, True),
        ({"TERM": "dumb"}, Terminal, False),
    ],
)
def test_colour_follows_the_terminal_and_the_environment(
    values: dict[str, str], stream: type[io.StringIO], *, coloured: bool
) -> None:
    out, written = console(stream(), **values)
    out.line(bold("tuin"))

    assert written.getvalue() == ("\x1b[1mtuin\x1b[0m\n" if coloured else "tuin\n")


@given(st.lists(st.text("abc é", min_size=1, max_size=12), max_size=30), st.integers(20, 60))
def test_wrapping_loses_no_word_and_keeps_to_the_width(words: list[str], width: int) -> None:
    text = " ".join(words)
    lines = wrap(text, width)

    assert " ".join(lines).split() == text.split()
    assert all(width_of(line) <= width for line in lines)


def test_a_style_does_not_run_into_the_margin_of_the_next_line() -> None:
    out, stream = console(Terminal(), COLUMNS="20")
    out.line(dim("een twee drie vier vijf zes"), indent=4)

    first, second, *_ = stream.getvalue().splitlines()
    assert first.endswith("\x1b[0m")
    assert second.startswith("    \x1b[2m")


@given(
    st.integers(1, 5).flatmap(
        lambda n: st.lists(st.lists(st.text("ab cdé", max_size=80), min_size=n, max_size=n), min_size=1, max_size=4)
    )
)
def test_a_table_keeps_every_letter_and_fits(rows: list[list[str]]) -> None:
    out, stream = console(COLUMNS="60")
    out.table(rows)

    letters = sorted("".join("".join(cell.split()) for row in rows for cell in row))
    assert sorted("".join(stream.getvalue().split())) == letters
    assert all(len(line) <= 60 for line in stream.getvalue().splitlines())


def test_columns_of_numbers_stand_to_the_right() -> None:
    out, stream = console()
    out.table([["a", "1"], ["b", "100"]], ["", "n"], numbers=1)

    assert stream.getvalue().splitlines()[2:] == ["a    1", "b  100"]


def test_width_counts_what_is_seen() -> None:
    assert width_of(accent("één")) == 3
    assert width_of("日本") == 4
    assert width_of("e\u0301") == 1
    assert clean("a\x00\u202eb") == "ab"
