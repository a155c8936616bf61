"""Reading what SPARQL 1.1 Query Results JSON says, and nothing else."""

from __future__ import annotations

import json
import re

from sobkb.errors import EndpointDataError
from sobkb.querying import Row, Value
from sobkb.remote.endpoint import Answer
from sobkb.text import normalise_tag

RESULTS = "application/sparql-results+json"
"""The media type sobkb asks for."""

_JSON = frozenset((RESULTS, "application/json"))
_VIRTUOSO_ASK = "__ASK_RETVAL"  # Virtuoso 7 answers ASK with a row under this name, or none
_XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"


def read_rows(address: str, answer: Answer) -> tuple[tuple[str, ...], list[Row]]:
    """Read the answer to a SELECT.

    Args:
        address: The endpoint, for messages.
        answer: What it sent.

    Returns:
        The variables, and the rows.

    Raises:
        EndpointDataError: It is something else.
    """
    whole = _parse(address, answer)
    head, results = whole.get("head"), whole.get("results")
    names = head.get("vars") if isinstance(head, dict) else None
    bindings = results.get("bindings") if isinstance(results, dict) else None
    if not isinstance(names, list) or not isinstance(bindings, list) or not all(isinstance(n, str) for n in names):
        raise EndpointDataError(address, "the answer has no rows where SPARQL results have them")
    return tuple(names), [_row(address, binding) for binding in bindings]


def read_boolean(address: str, answer: Answer) -> bool:
    """Read the answer to an ASK.

    Raises:
        EndpointDataError: It is something else.
    """
    whole = _parse(address, answer)
    value = whole.get("boolean")
    if isinstance(value, bool):
        return value
    if isinstance(head := whole.get("head"), dict) and head.get("vars") == [_VIRTUOSO_ASK]:
        return bool(read_rows(address, answer)[1])
    raise EndpointDataError(address, "the answer to a yes-no question is neither")


def _parse(address: str, answer: Answer) -> dict[str, object]:
    if answer.media_type not in _JSON:
        shown = answer.media_type if re.fullmatch(r"[\w.+-]+/[\w.+-]+", answer.media_type) else "without a media type"
        raise EndpointDataError(address, f"the answer is not SPARQL results in JSON but {shown}")
    try:
        whole = json.loads(answer.body)
    except (ValueError, RecursionError):
        raise EndpointDataError(address, "the answer says it is JSON, but cannot be read as such") from None
    if not isinstance(whole, dict):
        raise EndpointDataError(address, "the answer is JSON, but no SPARQL result")
    return whole


def _row(address: str, binding: object) -> Row:
    if not isinstance(binding, dict):
        raise EndpointDataError(address, "a row of the answer is not a set of values")
    return {name: _value(address, cell) for name, cell in binding.items()}


def _value(address: str, cell: object) -> Value:
    kind = cell.get("type") if isinstance(cell, dict) else None
    value = cell.get("value") if isinstance(cell, dict) else None
    if not isinstance(cell, dict) or not isinstance(value, str):
        raise EndpointDataError(address, "a value of the answer is not one")
    if kind == "uri":
        return Value("iri", value)
    if kind == "bnode":
        return Value("bnode", value)
    if kind in ("literal", "typed-literal"):
        lang, datatype = cell.get("xml:lang"), cell.get("datatype")
        if isinstance(lang, str) and lang:
            return Value("literal", value, normalise_tag(lang))
        return Value("literal", value, "", datatype if isinstance(datatype, str) else _XSD_STRING)
    raise EndpointDataError(address, "a value of the answer is of a kind SPARQL does not have")
