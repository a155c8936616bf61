"""JSON-LD that is refused before it is parsed: it would fill the memory or overflow the stack."""

from __future__ import annotations

import json
from collections.abc import Mapping

from sobkb.untrusted import RefusedInputError

MAX_JSON_DEPTH = 200
"""Deepest nesting that is read; Oxigraph's memory grows with the square of it."""

MAX_CHAINED_TERMS = 200
"""Terms of one context that may build on a term that itself builds on another."""


def check_json(data: bytes) -> None:
    """Refuse JSON-LD that nests, or whose contexts refer to themselves, without end.

    Raises:
        RefusedInputError: It is not JSON, nests too deep, or chains too many terms.
    """
    too_deep = f"objects and lists are nested more than {MAX_JSON_DEPTH} deep"
    try:
        whole = json.loads(data)
    except json.JSONDecodeError as error:
        raise RefusedInputError(f"this is not JSON ({error.msg})", error.lineno, error.colno) from None
    except RecursionError:
        raise RefusedInputError(too_deep) from None
    stack = [(whole, 1)]
    while stack:
        value, depth = stack.pop()
        if depth > MAX_JSON_DEPTH:
            raise RefusedInputError(too_deep)
        if isinstance(value, dict):
            if _chained_terms(value) > MAX_CHAINED_TERMS:
                raise RefusedInputError(f"more than {MAX_CHAINED_TERMS} terms of a context build on each other")
            stack += [(v, depth + 1) for v in value.values() if isinstance(v, dict | list)]
        elif isinstance(value, list):
            stack += [(v, depth + 1) for v in value if isinstance(v, dict | list)]


def _chained_terms(terms: Mapping[str, object]) -> int:
    # A parser resolves such terms by recursion; counting them bounds how deep that can go.
    bases = {term: [b for b in _bases(term, d) if b in terms and b != term] for term, d in terms.items()}
    return sum(1 for found in bases.values() if any(bases[b] for b in found))


def _bases(term: str, definition: object) -> set[str]:
    named = [definition]
    if isinstance(definition, dict):
        named = [definition.get(key) for key in ("@id", "@type", "@reverse")]
    texts = [term, *(n for n in named if isinstance(n, str))]
    return {t.partition(":")[0] for t in texts}
