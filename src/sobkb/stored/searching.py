"""Searching in a store: the store proposes by plain text, the ranking of `sobkb.search` decides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sobkb.namespaces import RDFS, SKOS, SKOSXL
from sobkb.stored.fetching import Fetcher
from sobkb.stored.source import is_iri, write_iris, write_text

if TYPE_CHECKING:
    from sobkb.records import KnowledgeBaseRecord
    from sobkb.stored.records import StoredConcepts

MOST_CANDIDATES = 150
"""Concepts that are fetched to be ranked."""

MOST_WORDS = 20
"""Words of a query that are looked for, the longest."""

_ENOUGH = 40  # concepts, when one of them holds all of it
_LABELS = write_iris(SKOS + p for p in ("prefLabel", "altLabel", "hiddenLabel", "notation"))
_TEXTS = write_iris((SKOS + "definition", SKOS + "scopeNote", SKOS + "example", RDFS + "comment"))
_SHORTEST = 4


def find_candidates(fetcher: Fetcher, query: str, restriction: str = "") -> list[str]:
    """Return IRIs of concepts that a query may mean, the likeliest first.

    Those come first of which one label or text holds most of the words. Labels are looked through for words, for
    beginnings and for pieces of them, as a typing error or another ending leaves some piece standing, and texts for
    words.

    Args:
        fetcher: The store.
        query: What the reader typed.
        restriction: A pattern the concept ?c must meet.
    """
    words = [w.casefold() for w in re.findall(r"\w+", query)]
    words = [w for w in words if len(w) > 1] or words
    words = sorted(dict.fromkeys(words), key=len, reverse=True)[:MOST_WORDS]
    found: dict[str, float] = {}
    if not words:
        return []
    for pieces, predicates in _stages(words):
        if pieces:
            for iri, share in _holding(fetcher, pieces, predicates, restriction):
                found[iri] = max(share, found.get(iri, 0.0))
        if len(found) >= _ENOUGH and 1 in found.values():
            break
    return sorted(found, key=lambda iri: -found[iri])[:MOST_CANDIDATES]


def _stages(words: list[str]) -> Iterator[tuple[list[str], str]]:
    yield words, _LABELS
    long = [w for w in words if len(w) > _SHORTEST]
    yield [w[: -(-len(w) * 2 // 3)] for w in long], _LABELS
    yield words, _TEXTS
    halves = [part for w in long for part in (w[: len(w) // 2], w[len(w) // 2 :])]
    yield [h for h in halves if len(h) > 2], _LABELS


def _holding(fetcher: Fetcher, pieces: list[str], predicates: str, restriction: str) -> list[tuple[str, float]]:
    """Return concepts with the share of the pieces that one text of theirs holds, longer pieces counting for more."""
    sizes = {piece: len(piece) for piece in pieces}
    held = " + ".join(f"IF(CONTAINS(?text, {write_text(piece)}), {size}, 0)" for piece, size in sizes.items())
    arms = [f"VALUES ?p {{ {predicates} }} {fetcher.triple('?c', '?p', '?l')}"]
    if predicates == _LABELS and fetcher.has_named_labels:
        named = write_iris(SKOSXL + p for p in ("prefLabel", "altLabel", "hiddenLabel"))
        literal = fetcher.triple("?x", SKOSXL + "literalForm", "?l")
        arms.append(f"VALUES ?p {{ {named} }} {fetcher.triple('?c', '?p', '?x')} {literal}")
    pattern = " UNION ".join(f"{{ {arm} }}" for arm in arms)
    rows = fetcher.source.rows(
        f"SELECT ?c (MAX(?held) AS ?most) (MIN(STRLEN(?text)) AS ?n) {{ {pattern} "
        f"BIND(LCASE(STR(?l)) AS ?text) BIND(({held}) AS ?held) FILTER(isIRI(?c) && ?held > 0) "
        f"{fetcher.is_concept()} {restriction} }} "
        f"GROUP BY ?c ORDER BY DESC(?most) ?n STR(?c) LIMIT {MOST_CANDIDATES}"
    )
    whole = sum(sizes.values())
    return [
        (row["c"].value, int(row["most"].value) / whole)
        for row in rows
        if "c" in row and is_iri(row["c"].value) and "most" in row and re.fullmatch(r"[0-9]{1,9}", row["most"].value)
    ]


def small_record(concepts: StoredConcepts, iris: list[str], meta: KnowledgeBaseRecord) -> KnowledgeBaseRecord:
    """Return the record of a knowledge base that holds some concepts only."""
    concepts.know(iris)
    for iri in iris:
        _ = concepts[iri]["pref"]  # fetched in batches here, so that the records below are complete
    chosen = {iri: concepts[iri] for iri in sorted(iris)}
    return {
        **meta,
        "concepts": chosen,
        "collections": {},
        "themes": {},
        "contrasts": [],
        "counterparts": [],
        "comparisons": [],
    }
