"""What is stated about a concept, as one number that anybody can compute again.

The hash of a concept is the SHA-256 of the N-Quads lines whose subject is the concept, with those of the nodes that
tell why it matches a concept elsewhere, sorted; the days it was made and last changed are left out. It depends on the
data alone, not on how sobkb reads it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

from sobkb.exports.rdf import write_lines
from sobkb.namespaces import DCTERMS, OWL, SSSOM

if TYPE_CHECKING:
    from pyoxigraph import Quad

_DAYS = {DCTERMS + "created", DCTERMS + "modified"}
_ABOUT = {SSSOM + "subject_id", OWL + "annotatedSource"}


def concept_hashes(quads: Iterable[Quad], concepts: Iterable[str]) -> dict[str, str]:
    """Return the hash of each concept.

    Args:
        quads: The whole dataset.
        concepts: IRIs of the concepts.

    Examples:
        >>> garden = "http://example.org/tuin/tuin"
        >>> len(concept_hashes(mini.store.quads(), [garden])[garden])
        64
    """
    about: dict[str, list[Quad]] = {}
    telling: dict[str, list[str]] = {}
    for quad in quads:
        subject = str(quad.subject)
        predicate = quad.predicate.value
        if predicate not in _DAYS:
            about.setdefault(subject, []).append(quad)
        if predicate in _ABOUT:
            telling.setdefault(str(quad.object), []).append(subject)
    return {iri: _hash(f"<{iri}>", about, telling) for iri in concepts}


def _hash(node: str, about: dict[str, list[Quad]], telling: dict[str, list[str]]) -> str:
    seen: set[str] = set()
    found: list[Quad] = []
    left = [node, *telling.get(node, ())]
    while left:
        at = left.pop()
        if at not in seen:
            seen.add(at)
            found += about.get(at, ())
            left += [str(q.object) for q in about.get(at, ()) if str(q.object).startswith("_:")]
    return hashlib.sha256(write_lines(found).encode()).hexdigest()
