"""What a store must be able to do, and how values are written into a query for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from sobkb.querying import QueryResult, Row, Value

_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]*")
_PLACE = re.compile(r"[^:]*://([^/?#]*)")
_HOST = re.compile(r"(?:\[[0-9A-Fa-f:.vV]+\]|[^\[\]:]*)(?::[0-9]*)?")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


class Source(Protocol):
    """A store that answers SPARQL.

    Attributes:
        name: What to call it in messages.
        most_rows: Most rows to ask for at a time.
    """

    name: str
    most_rows: int

    def rows(self, query: str) -> list[Row]:
        """Return the rows of a SELECT."""
        ...

    def query(
        self,
        query: str,
        *,
        timeout: float | None = ...,
        bindings: Mapping[str, str | float | Value] | None = ...,
        most_rows: int | None = ...,
        memory: int | None = ...,
        isolated: bool = ...,
    ) -> QueryResult:
        """Run a query that a caller wrote; the options are those of `sobkb.querying.TripleStore.query`."""
        ...


def is_iri(text: str) -> bool:
    """Tell whether text can stand between `<` and `>` in a query and mean an IRI."""
    if not _IRI.fullmatch(text):
        return False
    place = _PLACE.match(text)
    return place is None or _HOST.fullmatch(place[1].rpartition("@")[2]) is not None


def write_iri(iri: str) -> str:
    """Write an IRI into a query.

    Raises:
        ValueError: It is none, so writing it would mean something else.

    Examples:
        >>> write_iri("http://example.org/a")
        '<http://example.org/a>'
    """
    if not is_iri(iri):
        raise ValueError(f"not an IRI: {iri!r}")
    return f"<{iri}>"


def write_iris(iris: Iterable[str]) -> str:
    """Write IRIs into a VALUES block; what is none cannot be in the data and is left out."""
    return " ".join(f"<{iri}>" for iri in iris if is_iri(iri))


def write_text(text: str, lang: str = "") -> str:
    r"""Write a literal into a query.

    Examples:
        >>> write_text('a "b"', "nl")
        '"a \\"b\\""@nl'
    """
    escaped = "".join(_ESCAPES.get(c) or (c if c.isprintable() or ord(c) > 0x7F else f"\\u{ord(c):04X}") for c in text)
    return f'"{escaped}"@{lang}' if re.fullmatch(r"[A-Za-z]+(-[A-Za-z0-9]+)*", lang) else f'"{escaped}"'
