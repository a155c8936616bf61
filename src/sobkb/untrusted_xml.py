"""RDF/XML that is refused before it is parsed: it would grow, reach out or nest without end."""

from __future__ import annotations

import re
from xml.parsers import expat

from sobkb.untrusted import RefusedInputError

MAX_XML_DEPTH = 500
"""Deepest nesting of RDF/XML that is read; Oxigraph's time grows with the square of it."""

MAX_EXPANSION = 10_000_000
"""Characters that the entities of an XML file may grow to, all uses together."""

_REFERENCE = re.compile(rb"&([^\s;&<]{1,200});")
_DECLARATION = re.compile(rb"<!ENTITY\s+([^\s%]+)\s+(?:\"([^\"]*)\"|'([^']*)')")


def check_xml(data: bytes) -> None:
    """Refuse RDF/XML that would grow, reach out or nest without end.

    Entities for namespaces are common in OWL files and stay allowed.

    Raises:
        RefusedInputError: It is not well formed, nests too deep, or has entities that refer to other
            entities or files or that grow too large.
    """
    depth = 0
    measured = False
    parser = expat.ParserCreate()

    def refuse(problem: str) -> None:
        raise RefusedInputError(problem, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)

    def start(_name: str, _attributes: object) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_XML_DEPTH:
            refuse(f"elements are nested more than {MAX_XML_DEPTH} deep")

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    def entity(_name: str, _parameter: int, value: str | None, *_places: object) -> None:
        nonlocal measured
        if value is None or "&" in value or "%" in value:
            refuse("entities that refer to other entities or files are not read")
        if not measured and _expansion(data) > MAX_EXPANSION:
            refuse("its entities grow too large")
        measured = True

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.EntityDeclHandler = entity
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise RefusedInputError(
            f"this is not well-formed XML ({expat.ErrorString(error.code)})", error.lineno, error.offset + 1
        ) from None


def _expansion(data: bytes) -> int:
    """Return how long all entity references together become."""
    lengths: dict[bytes, int] = {}
    for match in _DECLARATION.finditer(data):
        lengths.setdefault(match[1], len(match[2] if match[2] is not None else match[3]))
    return sum(lengths.get(match[1], 0) for match in _REFERENCE.finditer(data))
