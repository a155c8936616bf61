"""Where a malformed SPARQL query goes wrong, and what to call it.

Oxigraph tells the furthest place its parser looked at. That may be up to a dozen characters after the fault, as it
compares whole keywords with what stands there, or the end of the query, when the rest is shorter than a keyword. With
room after every word the place lies behind the word that does not fit, and before the next.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import NamedTuple

from sobkb.errors import QuerySyntaxError
from sobkb.query_text import declared_prefixes

_PIECE = re.compile(
    r'(?P<whole>"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*\'\'\''
    r'|"(?!"")(?:[^"\\\n]|\\.)*"|\'(?!\'\')(?:[^\'\\\n]|\\.)*\''
    r'|<[^<>"{}|^`\\\x00-\x20]*>|[?$]\w+|(?:\w(?:[\w.-]*\w)?)?:(?:[\w.:%-]|\\.)*)'
    r"|(?P<blank>(?:\s|\#[^\n]*)+)|(?P<sign>[{}(),;]|[=!<>]=|&&|\|\||=)|(?P<quote>[\"'])|(?P<other>.)",
    re.DOTALL,
)
_ROOM = " " * 24  # more than the longest keyword
_PLACE = re.compile(r"(?:error at )?(\d+):(\d+)")
_WHOLE = re.compile(r"(?:The SELECT|The VALUES|SELECT \*) [^\[\],]*")  # what no single word is to blame for
_PREFIXED = re.compile(r"((?:\w(?:[\w.-]*\w)?)?):")
_CLOSES = {"}": "{", ")": "("}
_LONGEST = 40


class _Word(NamedTuple):
    """A word of a query: where it stands, and where in the copy with room."""

    text: str
    at: int
    place: int


def explain_fault(query: str, prefixes: Mapping[str, str]) -> QuerySyntaxError | None:
    """Say where a query is malformed.

    Args:
        query: The query.
        prefixes: Prefixes that need not be declared, with what they stand for.

    Returns:
        The fault, or None when the parser finds none.

    Examples:
        >>> print(explain_fault("SELECT ?x, ?y { ?x ?p ?y }", {}))
        the query is malformed at line 1, column 10: ',' does not fit here
    """
    first = _parse(query, prefixes)
    if first is None:
        return None
    words, open_text, open_brackets, stray = _take_apart(query)
    if open_text is not None:
        return _fault(query, open_text, "the text that begins here has no closing quote")
    said = str((_parse(_with_room(words), prefixes) or first).msg)
    found = _furthest(words, said)
    if match := _WHOLE.search(said):
        at = found.at if found else next((w.at for w in words if w.text.upper() == "SELECT"), 0)
        return _fault(query, at, match[0].strip())
    if found is not None and found.at not in stray:
        return _fault(query, found.at, _name(found.text, said, {*prefixes, *declared_prefixes(query)}))
    bracket = stray[found.at] if found else open_brackets[-1] if open_brackets else None
    if bracket is not None:
        return _fault(query, bracket, f"the '{query[bracket]}' here is not closed")
    problem = f"this '{found.text}' closes nothing" if found else "the query ends here, but is not complete"
    return _fault(query, found.at if found else len(query.rstrip()), problem)


def _name(word: str, said: str, prefixes: Collection[str]) -> str:
    """Say what is wrong with a word."""
    if (named := _PREFIXED.match(word)) and named[1] not in prefixes:
        return f"the prefix '{named[1]}' is not declared"
    if "IRI parsing failed" in said:
        return f"'{_short(word)}' is not an IRI"
    if word in _CLOSES:
        return f"what stands before this '{word}' is not complete, or not allowed"
    return f"'{_short(word)}' does not fit here"


def _parse(query: str, prefixes: Mapping[str, str]) -> SyntaxError | None:
    """Return what the parser has against a query."""
    from pyoxigraph import Store

    try:
        Store().query(query, prefixes=dict(prefixes))
    except SyntaxError as error:
        return error
    except RuntimeError:  # well formed, but with something that is not known
        return None
    return None


def _fault(query: str, at: int, problem: str) -> QuerySyntaxError:
    line = query.count("\n", 0, at) + 1
    return QuerySyntaxError(problem, line=line, column=at - query.rfind("\n", 0, at))


def _take_apart(query: str) -> tuple[list[_Word], int | None, list[int], dict[int, int | None]]:
    """Return the words, where a text begins that does not end, the brackets that stay open, and those that fit none."""
    words: list[_Word] = []
    place, begin = 0, -1
    open_brackets: list[int] = []
    open_text: int | None = None
    stray: dict[int, int | None] = {}

    def end(at: int) -> None:
        nonlocal place, begin
        if begin >= 0:
            words.append(_Word(query[begin:at], begin, place))
            place += at - begin + len(_ROOM)
            begin = -1

    for match in _PIECE.finditer(query):
        if match["quote"] and open_text is None:
            open_text = match.start()
        if match["blank"] or match["sign"]:
            end(match.start())
        if match["blank"]:
            continue
        if begin < 0:
            begin = match.start()
        if sign := match["sign"]:
            if sign in "{(":
                open_brackets.append(match.start())
            elif sign in _CLOSES:
                if open_brackets and query[open_brackets[-1]] == _CLOSES[sign]:
                    open_brackets.pop()
                else:
                    stray[match.start()] = open_brackets[-1] if open_brackets else None
            end(match.end())
    end(len(query))
    return words, open_text, open_brackets, stray


def _with_room(words: list[_Word]) -> str:
    return "".join(word.text + _ROOM for word in words)


def _furthest(words: list[_Word], said: str) -> _Word | None:
    """Return the word the parser could not get past; None when it got to the end."""
    match = _PLACE.search(said)
    if not match or not words:
        return None
    whole = _with_room(words)
    line_start = 0
    for _ in range(int(match[1]) - 1):
        line_start = whole.find("\n", line_start) + 1
    place = line_start + int(match[2]) - 1
    last = words[-1]
    if place >= last.place + len(last.text) + len(_ROOM) // 2:
        return None
    return max((w for w in words if w.place <= place), key=lambda w: w.place)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
