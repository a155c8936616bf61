"""What can be said about a SPARQL query by looking at its text: is it safe, what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sobkb.errors import QueryError, QueryForbiddenError

_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*\'\'\''
    r'|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\''
    r'|<[^<>"{}|^`\\\x00-\x20]*>|#[^\n]*|[?$]\w+'
    r"|(?:\w(?:[\w.-]*\w)?)?:(?:[\w.:%-]|\\.)*",  # a backslash may put a quote into a prefixed name
    re.DOTALL,
)
_CODEPOINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_READS = re.compile(r"\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.IGNORECASE)
_WRITES = re.compile(r"\b(INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY)\b", re.IGNORECASE)
_WRITES_AFTER_ALL = re.compile(
    r"\b(INSERT|DELETE)\s*(DATA\b|WHERE\b|\{)|\b(LOAD|CLEAR|DROP)\s+(SILENT\b|<|GRAPH\b|ALL\b|DEFAULT\b|NAMED\b)",
    re.IGNORECASE,
)
_SUSPECT = ("SERVICE", "INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "\\U")
"""Most queries hold none of this anywhere and need no closer look."""
_SERVICE = re.compile(r"\bSERVICE\b", re.IGNORECASE)
_FROM = re.compile(r"\bFROM\b", re.IGNORECASE)
_DECLARED = re.compile(r"\bPREFIX\s+([\w.-]*)\s*:", re.IGNORECASE)
_SHORT = 2000  # characters of a query that cannot be too complicated
_DEEPEST = 500
_MOST_OPERATORS = 3000
_OPERATOR = re.compile(r"\|\|?|&&|[+*/!^=<>-]")


def check_read_only(query: str) -> None:
    """Refuse a query that would write or reach out.

    Raises:
        QueryForbiddenError: It uses SERVICE, or is an update.
    """
    upper = query.upper()
    if not any(word in upper for word in _SUSPECT):
        return
    bare = _bare(query)
    if _SERVICE.search(bare):
        raise QueryForbiddenError("SERVICE is not allowed: queries run on the data of this knowledge base only")
    word = None if _READS.search(bare) else _WRITES.search(bare)
    word = word or _WRITES_AFTER_ALL.search(bare)
    if word:
        raise QueryForbiddenError(f"{word[0].split()[0].strip('{').upper()} is not allowed: it would change data")


def names_graphs(query: str) -> bool:
    """Tell whether a query says itself which graphs it is about, with FROM or FROM NAMED."""
    return "FROM" in query.upper() and _FROM.search(_bare(query)) is not None


def check_size(query: str) -> None:
    """Refuse a query that is so complicated that the parser would run out of stack, and take the program with it.

    Raises:
        QueryError: Its brackets are too deep, or it has too many operators.
    """
    if len(query) <= _SHORT:
        return
    bare = _bare(query)
    depth = 0
    for bracket in re.findall(r"[(\[{}\])]", bare):
        depth += 1 if bracket in "([{" else -1
        if depth > _DEEPEST:
            raise QueryError(f"the query is too complicated: brackets go more than {_DEEPEST} deep")
    if len(_OPERATOR.findall(bare)) > _MOST_OPERATORS:
        raise QueryError(f"the query is too complicated: more than {_MOST_OPERATORS} operators; list values in VALUES")


def _bare(query: str) -> str:
    """Leave out everything in which a word is not a word of the language: strings, IRIs, names, comments."""
    plain = _CODEPOINT.sub(lambda m: chr(min(int(m[1] or m[2], 16), 0x10FFFF)), query)
    return _TOKEN.sub(" ", plain)


def blank_out(query: str) -> str:
    """Replace the same things by blanks, so that every word stays in its place.

    Examples:
        >>> blank_out("ASK { ?s a <a:b> }")
        'ASK {    a       }'
    """
    return _TOKEN.sub(lambda m: " " * len(m[0]), query)


def declared_prefixes(query: str) -> set[str]:
    """Return the prefixes that a query declares itself."""
    return set(_DECLARED.findall(query))


def with_prefixes(query: str, prefixes: Mapping[str, str]) -> str:
    """Declare, on the first line, the known prefixes that a query uses without declaring them.

    Examples:
        >>> with_prefixes("ASK { ?s a skos:Concept }", {"skos": "http://www.w3.org/2004/02/skos/core#"})
        'PREFIX skos: <http://www.w3.org/2004/02/skos/core#> ASK { ?s a skos:Concept }'
    """
    declared = declared_prefixes(query)
    used = {m[0].partition(":")[0] for m in _TOKEN.finditer(query) if m[0][0] not in "\"'<#?$"}
    added = [f"PREFIX {p}: <{iri}> " for p, iri in prefixes.items() if p in used - declared]
    return "".join(added) + query
