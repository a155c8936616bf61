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

_ENOUGH = 40
_LABELS = write_iris(SKOS + p for p in ("prefLabel", "altLabel", "hiddenLabel", "notation"))
_TEXTS = write_iris((SKOS + "definition", SKOS + "scopeNote", SKOS + "example", RDFS + "comment"))
_SHORTEST = 4


def find_candidates(fetcher: Fetcher, query: str, restriction: str = "") -> list[str]:
    """Return IRIs of concepts that a query may mean, the likeliest first.

    Labels that hold a word come first, then texts that do, then labels that hold a piece of a word:
    a typing error or another ending leaves some piece standing.

    Args:
        fetcher: The store.
        query: What the reader typed.
        restriction: A pattern the concept ?c must meet.
    """
    words = [w.casefold() for w in re.findall(r"\w+", query)]
    words = [w for w in words if len(w) > 1] or words
    found: dict[str, None] = {}
    if not words:
        return []
    for pieces, predicates in _stages(words):
        if pieces:
            found.update(dict.fromkeys(_holding(fetcher, pieces, predicates, restriction)))
        if len(found) >= _ENOUGH:
            break
    return list(found)[:MOST_CANDIDATES]


def _stages(words: list[str]) -> Iterator[tuple[list[str], str]]:
    yield words, _LABELS
    long = [w for w in words if len(w) > _SHORTEST]
    yield [w[: -(-len(w) * 2 // 3)] for w in long], _LABELS
    yield words, _TEXTS
    halves = [part for w in long for part in (w[: len(w) // 2], w[len(w) // 2 :])]
    yield [h for h in halves if len(h) > 2], _LABELS


def _holding(fetcher: Fetcher, pieces: list[str], predicates: str, restriction: str) -> list[str]:
    holds = " || ".join(f"CONTAINS(LCASE(STR(?l)), {write_text(p)})" for p in dict.fromkeys(pieces))
    arms = [f"VALUES ?p {{ {predicates} }} {fetcher.triple('?c', '?p', '?l')}"]
    if predicates == _LABELS and fetcher.has_named_labels:
        named = write_iris(SKOSXL + p for p in ("prefLabel", "altLabel", "hiddenLabel"))
        literal = fetcher.triple("?x", SKOSXL + "literalForm", "?l")
        arms.append(f"VALUES ?p {{ {named} }} {fetcher.triple('?c', '?p', '?x')} {literal}")
    pattern = " UNION ".join(f"{{ {arm} }}" for arm in arms)
    rows = fetcher.source.rows(
        f"SELECT ?c (MIN(STRLEN(STR(?l))) AS ?n) {{ {pattern} FILTER(isIRI(?c) && ({holds})) "
        f"{fetcher.is_concept()} {restriction} }} GROUP BY ?c ORDER BY ?n STR(?c) LIMIT {MOST_CANDIDATES}"
    )
    return [row["c"].value for row in rows if "c" in row and is_iri(row["c"].value)]


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
