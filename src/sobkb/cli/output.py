"""Writing to a terminal, a pipe or a file, so that data can never steer the terminal.

Style is marked with noncharacters while a line is made. When the line is written, every control character
that came from data is taken out, and only then do the marks become colour (or nothing).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence

from sobkb.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO

_MARKS = {"bold": "\ufdd0", "dim": "\ufdd1", "accent": "\ufdd2", "good": "\ufdd3", "bad": "\ufdd4"}
_END = "\ufdd5"
_CODES = {
    "\ufdd0": "\x1b[1m",
    "\ufdd1": "\x1b[2m",
    "\ufdd2": "\x1b[36m",
    "\ufdd3": "\x1b[32m",
    "\ufdd4": "\x1b[31m",
    _END: "\x1b[0m",
}
_COLOUR = {ord(mark): code for mark, code in _CODES.items()}
_PLAIN = dict.fromkeys(_COLOUR, "")

# C0, DEL and C1 steer terminals; the bidirectional controls reorder what stands around them.
_UNSAFE = [*range(0x20), *range(0x7F, 0xA0), 0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_BREAKS = {0x09: " ", 0x0A: " ", 0x0D: " ", 0x2028: " ", 0x2029: " "}
_SAFE_LINE = dict.fromkeys(_UNSAFE, "") | _BREAKS
_SAFE_BLOCK = {code: text for code, text in dict.fromkeys(_UNSAFE, "").items() if code not in (0x09, 0x0A)}
_SAFE_JSON = {code: f"\\u{code:04x}" for code in _UNSAFE if code >= 0x7F}

_NARROWEST = 8
_PIECE = 65536
# What takes one column, of the characters that are common in our texts. A regular expression that says the same takes
# longer to compile than a whole concept takes to write.
_NARROW = frozenset(map(chr, (*range(0x300), *range(0x2010, 0x2028), *range(0x2030, 0x205F))))

MAX_WIDTH = 100
"""Longest line of running text; wider is tiring to read."""


def bold(text: str) -> str:
    """Mark text as important."""
    return f"{_MARKS['bold']}{text}{_END}"


def dim(text: str) -> str:
    """Mark text as secondary."""
    return f"{_MARKS['dim']}{text}{_END}"


def accent(text: str) -> str:
    """Mark text as something to type or click."""
    return f"{_MARKS['accent']}{text}{_END}"


def good(text: str) -> str:
    """Mark text as right."""
    return f"{_MARKS['good']}{text}{_END}"


def bad(text: str) -> str:
    """Mark text as wrong."""
    return f"{_MARKS['bad']}{text}{_END}"


def clean(text: str) -> str:
    r"""Take out every character that could steer a terminal; line ends become spaces.

    Examples:
        >>> clean("tuin\x1b[2J\nhof")
        'tuin[2J hof'
    """
    return text.translate(_SAFE_LINE)


def width_of(text: str) -> int:
    """Return the number of columns a terminal needs for a line.

    Examples:
        >>> width_of(bold("één")), width_of("日本")
        (3, 4)
    """
    if text.isascii() or _NARROW.issuperset(text):
        return len(text)
    plain = text.translate(_PLAIN)
    return len(plain) if _NARROW.issuperset(plain) else sum(map(_columns, plain))


def _columns(character: str) -> int:
    if character in _NARROW:
        return 1
    import unicodedata

    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def wrap(text: str, width: int, *, first: int | None = None, cut: bool = False) -> list[str]:
    """Break a line at its spaces.

    Args:
        text: One line.
        width: Columns there are.
        first: Columns there are on the first line; as many as on the others unless given.
        cut: True to cut a word that does not fit; else it keeps a line of its own, whole.

    Examples:
        >>> wrap("een twee drie", 8)
        ['een twee', 'drie']
    """
    if width_of(text) <= min(width, width if first is None else first):
        return [" ".join(word for word in text.split(" ") if word)]
    lines: list[str] = []
    current = ""
    for word in text.split(" "):
        if not word:
            continue
        rest = word
        room = width if lines or first is None else first
        if current and width_of(current) + 1 + width_of(rest) > room:
            lines.append(current)
            current, room = "", width
        while cut and width_of(rest) > room > 0:
            lines.append(rest[:room])
            rest = rest[room:]
        current = f"{current} {rest}" if current else rest
    if current or not lines:
        lines.append(current)
    return _carry_style(lines)


def _carry_style(lines: list[str]) -> list[str]:
    """Close a style at the end of each line and open it again on the next, so that indents stay plain."""
    if len(lines) == 1 or not any(_END in line for line in lines):
        return lines
    carried: list[str] = []
    opened = ""
    for line in lines:
        text = opened + line
        for character in line:
            if character == _END:
                opened = ""
            elif "\ufdd0" <= character < _END:
                opened = character
        carried.append(text + _END if opened else text)
    return carried


class Console:
    """One output stream.

    Args:
        stream: Where to write.
        environment: Variables that decide on colour and width (NO_COLOR, FORCE_COLOR, TERM, COLUMNS).
    """

    def __init__(self, stream: TextIO | None = None, environment: dict[str, str] | None = None) -> None:
        values = dict(os.environ) if environment is None else environment
        self.stream = sys.stdout if stream is None else stream
        self.is_terminal = _is_terminal(self.stream)
        self._encoding = (getattr(self.stream, "encoding", None) or "utf-8").lower().replace("_", "-")
        self.colour = _wants_colour(values, is_terminal=self.is_terminal)
        self.width = _width(values, self.stream)

    def line(self, text: str = "", *, indent: int = 0, hang: int | None = None) -> None:
        """Write a paragraph, broken to the width of the terminal.

        Args:
            text: One paragraph; styles allowed.
            indent: Columns before the first line.
            hang: Columns before the lines after it; the same as `indent` unless given.
        """
        rest = indent if hang is None else hang
        lines = wrap(text.translate(_SAFE_LINE), max(self.width - rest, 20), first=max(self.width - indent, 20))
        for number, part in enumerate(lines):
            self._write(" " * (rest if number else indent) + part)

    def columns(self, left: str, right: str, *, indent: int, at: int) -> None:
        """Write a name and, from column `at` on, what it means."""
        lines = wrap(right.translate(_SAFE_LINE), max(self.width - at, 20))
        lead = " " * indent + left.translate(_SAFE_LINE)
        for number, part in enumerate(lines):
            gap = max(at - width_of(lead), 1) if number == 0 else at
            self._write((lead if number == 0 else "") + " " * gap + part)

    def heading(self, text: str) -> None:
        """Write an empty line and a heading."""
        self.line()
        self.line(bold(text))

    def prompt(self, text: str) -> None:
        """Write what stands before the reader's answer, on the same line, at once."""
        self.stream.write(text.translate(_SAFE_LINE))
        self.stream.flush()

    def exact(self, text: str) -> None:
        """Write one line as it is, without breaking it."""
        self._write(text.translate(_SAFE_LINE))

    def table(
        self, rows: Iterable[Sequence[str]], headers: Sequence[str] = (), *, indent: int = 0, numbers: int = 0
    ) -> None:
        """Write columns; cells that are too wide are broken over several lines.

        Args:
            rows: The cells; styles allowed.
            headers: Names of the columns; none for no names.
            indent: Columns before the table.
            numbers: How many columns, from the right, hold numbers.
        """
        body = [[cell.translate(_SAFE_LINE) for cell in row] for row in rows]
        head = [header.translate(_SAFE_LINE) for header in headers]
        everything = [head, *body] if head else body
        if not everything:
            return
        widths = _fit([max(map(width_of, column)) for column in zip(*everything, strict=True)], self.width - indent)
        if head:
            self._row([bold(h) for h in head], widths, indent, numbers)
            self._write(" " * indent + "  ".join("─" * w for w in widths))
        for row in body:
            self._row(row, widths, indent, numbers)

    def _row(self, cells: Sequence[str], widths: Sequence[int], indent: int, numbers: int) -> None:
        broken = [wrap(cell, width, cut=True) for cell, width in zip(cells, widths, strict=True)]
        for number in range(max(map(len, broken))):
            parts = [lines[number] if number < len(lines) else "" for lines in broken]
            padded = []
            for column, (part, width) in enumerate(zip(parts, widths, strict=True)):
                space = " " * (width - width_of(part))
                padded.append(space + part if column >= len(widths) - numbers else part + space)
            self._write(" " * indent + "  ".join(padded).rstrip())

    def json(self, data: object) -> None:
        """Write data as JSON."""
        import json

        ascii_only = not self._encoding.startswith("utf")
        text = json.dumps(data, ensure_ascii=ascii_only, indent=2)
        self._write_all(text.translate(_SAFE_JSON) + "\n")

    def data(self, text: str) -> None:
        """Write a file's worth of text unchanged; to a terminal, without what could steer it."""
        if self.is_terminal:
            text = text.translate(_SAFE_BLOCK)
        self._write_all(_encodable(text, self._encoding))

    def _write_all(self, text: str) -> None:
        # In pieces, so that a reader who went away is noticed also when Python does not buffer.
        for start in range(0, len(text), _PIECE):
            self.stream.write(text[start : start + _PIECE])

    def _write(self, line: str) -> None:
        text = line.translate(_COLOUR if self.colour else _PLAIN)
        self.stream.write(_encodable(text, self._encoding) + "\n")


def _is_terminal(stream: TextIO) -> bool:
    try:
        return stream.isatty()
    except (AttributeError, ValueError):
        return False


def _wants_colour(values: dict[str, str], *, is_terminal: bool) -> bool:
    if values.get("NO_COLOR"):  # https://no-color.org
        return False
    if values.get("FORCE_COLOR"):
        return True
    return is_terminal and values.get("TERM") != "dumb"


def _width(values: dict[str, str], stream: TextIO) -> int:
    columns = values.get("COLUMNS", "")
    wanted = int(columns) if columns.isascii() and columns.isdigit() else 0
    if not wanted and _is_terminal(stream):
        try:
            wanted = os.get_terminal_size(stream.fileno()).columns
        except (OSError, ValueError):
            wanted = 0
    return max(20, min(wanted or MAX_WIDTH, MAX_WIDTH))


def _fit(widths: list[int], room: int) -> list[int]:
    """Give every column what it needs, and cut the widest ones to what is left."""
    left = room - 2 * (len(widths) - 1)
    fitted = [max(w, 1) for w in widths]
    cap = max(fitted)
    while sum(min(w, cap) for w in fitted) > left and cap > _NARROWEST:
        cap -= 1
    return [min(w, cap) for w in fitted]


def _encodable(text: str, encoding: str) -> str:
    if text.isascii():
        return text
    if encoding.startswith("utf"):
        # Lone surrogates come from file names that are not UTF-8.
        return text.encode("utf-8", "replace").decode("utf-8")
    return text.encode(encoding, "replace").decode(encoding)
