"""Giving the variables of a query values, which never become part of the query itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from sobkb.errors import QueryError, QuerySyntaxError
from sobkb.query_text import blank_out

if TYPE_CHECKING:
    from sobkb.querying import Value

_IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"]+", re.IGNORECASE)
_FORM = re.compile(r"\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.IGNORECASE)
_SUBQUERY = re.compile(r"\s*SELECT\b", re.IGNORECASE)
_VARIABLE = re.compile(r"[A-Za-z_]\w*")


def write_values(bindings: Mapping[str, str | float | Value] | None) -> dict[str, str]:
    """Write values as SPARQL; see `write_value`."""
    return {name: write_value(value) for name, value in (bindings or {}).items()}


def write_value(value: str | float | Value) -> str:
    r"""Write a value into a query.

    Args:
        value: A `Value` as it is; a number or a truth value as a literal of its type; text as an IRI where it is one,
            else as a literal without language.

    Raises:
        QueryError: It cannot stand in a query: a blank node, a broken character, something else altogether.

    Examples:
        >>> write_value("http://example.org/a"), write_value('say "a"'), write_value(1983)
        ('<http://example.org/a>', '"say \\"a\\""', '"1983"^^<http://www.w3.org/2001/XMLSchema#integer>')
    """
    from pyoxigraph import Literal, NamedNode

    try:
        if isinstance(value, bool | int | float):
            return str(Literal(value))
        if isinstance(value, str):
            return str(_as_iri(value) or Literal(value))
        if value.type == "iri":
            return str(NamedNode(value.value))
        if value.type == "literal" and value.lang:
            return str(Literal(value.value, language=value.lang))
        if value.type == "literal":
            return str(Literal(value.value, datatype=NamedNode(value.datatype) if value.datatype else None))
    except (AttributeError, TypeError, ValueError):
        pass
    raise QueryError(f"this cannot be the value of a variable: {_shown(value)}")


def _as_iri(text: str) -> object:
    from pyoxigraph import NamedNode

    try:
        return NamedNode(text) if _IRI.fullmatch(text) else None
    except ValueError:  # it only looks like one
        return None


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:60]}…"


def bind(query: str, bindings: Mapping[str, str]) -> str:
    """Give variables values, as a VALUES block at the start of what a SELECT or ASK looks for.

    For other forms, and where the query is a subquery at once, the block stands at the end (SPARQL 1.1 §10.2).

    Args:
        query: The query.
        bindings: Name of the variable → the value, written as SPARQL.

    Raises:
        QuerySyntaxError: A name cannot be that of a variable.

    Examples:
        >>> bind("ASK { ?s ?p ?o }", {"s": "<http://example.org/a>"})
        'ASK { VALUES (?s) { (<http://example.org/a>) } ?s ?p ?o }'
    """
    if not bindings:
        return query
    for name in bindings:
        if not _VARIABLE.fullmatch(name):
            raise QuerySyntaxError(f"'{name}' is not a name for a variable")
    names = " ".join(f"?{name}" for name in bindings)
    block = f"VALUES ({names}) {{ ({' '.join(bindings.values())}) }}"
    blank = blank_out(query)
    form, brace = _FORM.search(blank), blank.find("{")
    if form is None or form[0].upper() not in ("SELECT", "ASK") or brace < 0 or _SUBQUERY.match(blank, brace + 1):
        return f"{query}\n{block}"
    return f"{query[: brace + 1]} {block}{query[brace + 1 :]}"
