"""Short names for IRIs: safe in a path, unique, the same on every run."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from sobkb.namespaces import ID, local_name

_OWN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_SLUG = re.compile(r"[^a-z0-9]+")


def make_slugs(iris: Iterable[str]) -> dict[str, str]:
    """Give every IRI a short name that is safe in a path and unique.

    Our own entries keep the name in their IRI. For other IRIs it is made of the last part; what would
    collide gets the smallest free number, in the order of the IRIs, so that the result is stable.

    Examples:
        >>> make_slugs(["http://a.org/x#Één", "http://b.org/een"])
        {'http://a.org/x#Één': 'een', 'http://b.org/een': 'een-2'}
    """
    slugs: dict[str, str] = {}
    taken: set[str] = set()
    numbers: dict[str, int] = {}
    ordered = sorted(iris)
    for iri in ordered:
        if iri.startswith(ID) and _OWN.fullmatch(iri[len(ID) :]):
            slugs[iri] = iri[len(ID) :]
            taken.add(slugs[iri])
    for iri in ordered:
        if iri in slugs:
            continue
        base = plain_slug(iri)
        slug = base
        while slug in taken:
            numbers[base] = numbers.get(base, 1) + 1  # counting from the start each time would take for ever
            slug = f"{base}-{numbers[base]}"
        slugs[iri] = slug
        taken.add(slug)
    return slugs


def plain_slug(iri: str) -> str:
    """Make a short name of the last part of an IRI, without looking at other IRIs.

    Examples:
        >>> plain_slug("http://vocabularies.unesco.org/thesaurus/concept1")
        'concept1'
    """
    plain = unicodedata.normalize("NFKD", local_name(iri)).encode("ascii", "ignore").decode().lower()
    return _SLUG.sub("-", plain).strip("-")[:80].strip("-") or "x"
