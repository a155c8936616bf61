"""The index the browser's engine (`site/assets/search-engine.js`) searches in.

It is plain data; the site writes it as a script, so that it also loads from a folder without a server.
Numbers stand for places in the lists beside them, to keep it small:

| key | holds |
|---|---|
| `format` | version of this shape |
| `lang` | the reader's language; `label` of a concept and `wording` are in it |
| `languages` | language tags |
| `kinds` | `[name, label, [kinds above it]]` |
| `regions`, `schemes` | `[slug, label]` |
| `concepts` | `[slug, label, level, deprecated (0 or 1), [kinds], [regions], [schemes], links]`, by IRI |
| `names` | for each concept: sort, language, text; sort, language, text; … (flat) |
| `texts` | the same for definitions and notes; may be left out and handed to `addTexts` later |
| `regionWords`, `kindWords` | stems of words that name a region or kind, with its numbers |
| `tuning` | the numbers and word lists of `sobkb.search.tuning` |
| `wording` | the sentences of `sobkb.search.wording` in `lang` |
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sobkb.search import tuning, wording
from sobkb.search.tuning import LABEL_SORTS, TEXT_SORTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sobkb.knowledge_base import KnowledgeBase
    from sobkb.model import Term
    from sobkb.records import ConceptRecord, TermRecord
    from sobkb.search.entries import Entries

FORMAT = 1
"""Version of the shape; the engine and the index come from the same release."""


def browser_index(kb: KnowledgeBase, lang: str = "nl") -> dict[str, Any]:
    """Return what the browser's engine needs to search a knowledge base.

    Args:
        kb: The knowledge base.
        lang: The reader's language.

    Returns:
        Data that JSON can hold, in the shape the module describes.

    Examples:
        >>> index = browser_index(mini)
        >>> index["concepts"][0][:2], index["names"][0][:3]
        (['buurttuin', 'buurttuin'], [0, 0, 'community garden'])
    """
    index = kb.search_index
    languages = {
        tag: number for number, tag in enumerate(dict.fromkeys(t for _, t in (*index.names.marks, *index.texts.marks)))
    }
    records = list(kb.record["concepts"].values())
    known = kb.record["kinds"]
    kinds = _numbered(kind for record in records for kind in _with_above(known, record["kinds"]))
    regions = _numbered(region for record in records for region in record["regions"])
    schemes = _numbered(scheme for record in records for scheme in record["schemes"])
    return {
        "format": FORMAT,
        "lang": lang,
        "languages": list(languages),
        "kinds": [_kind(kb.term(iri), lang, [kinds[iri] for iri in _above(known, iri)]) for iri in kinds],
        "regions": [[c.slug, c.label(lang)] if (c := kb.concept(iri)) else [iri, iri] for iri in regions],
        "schemes": [[(scheme := kb.scheme_of(iri)).slug, scheme.label(lang)] for iri in schemes],
        "concepts": [
            [
                concept.slug,
                concept.label(lang),
                standing.level,
                int(standing.deprecated),
                [kinds[iri] for iri in standing.kinds],
                [regions[iri] for iri in standing.regions],
                [schemes[iri] for iri in record["schemes"]],
                standing.links,
            ]
            for concept, record, standing in zip(kb.concepts, records, index.standings, strict=True)
        ],
        "names": _flat(records, index.names, LABEL_SORTS, languages),
        "texts": _flat(records, index.texts, TEXT_SORTS, languages),
        "regionWords": {w: [regions[iri] for iri in iris] for w, iris in sorted(index.region_words.items())},
        "kindWords": {
            word: numbers
            for word, iris in sorted(index.kind_words.items())
            if (numbers := [kinds[iri] for iri in iris if iri in kinds])
        },
        "tuning": _tuning(),
        "wording": wording.table(lang),
    }


def _kind(kind: Term, lang: str, above: list[int]) -> list[Any]:
    return [kind.name, kind.label(lang), above]


def _numbered(iris: Iterable[str]) -> dict[str, int]:
    return {iri: number for number, iri in enumerate(sorted(set(iris)))}


def _above(known: Mapping[str, TermRecord], kind: str) -> list[str]:
    """Return the kinds directly above one, in full; parents the data does not describe are left out."""
    return [above for above in known[kind]["parents"] if above in known] if kind in known else []


def _with_above(known: Mapping[str, TermRecord], kinds: Sequence[str]) -> set[str]:
    """Return kinds and everything above them, which a reader may filter by as well."""
    found: set[str] = set()
    waiting = list(kinds)
    while waiting:
        kind = waiting.pop()
        if kind not in found:
            found.add(kind)
            waiting += _above(known, kind)
    return found


def _flat(
    records: Sequence[ConceptRecord], entries: Entries, sorts: Sequence[str], languages: dict[str, int]
) -> list[list[int | str]]:
    groups: list[list[int | str]] = [[] for _ in records]
    for number, owner in enumerate(entries.owner):
        sort, lang = entries.marks[entries.mark[number]]
        groups[owner] += [sorts.index(sort), languages[lang], entries.text(number, records[owner])]
    return groups


def _tuning() -> dict[str, Any]:
    return {
        "labelSorts": tuning.LABEL_SORTS,
        "textSorts": tuning.TEXT_SORTS,
        "sortWeight": tuning.SORT_WEIGHT,
        "sortWeightWithin": tuning.SORT_WEIGHT_WITHIN,
        "ways": tuning.WAYS,
        "languageWeight": tuning.LANGUAGE_WEIGHT,
        "levelWeight": tuning.LEVEL_WEIGHT,
        "regional": tuning.REGIONAL,
        "links": tuning.LINKS,
        "quality": tuning.QUALITY,
        "label": tuning.LABEL,
        "text": tuning.TEXT,
        "shortest": tuning.SHORTEST,
        "typos": tuning.TYPOS,
        "mostCharacters": tuning.MOST_CHARACTERS,
        "mostWords": tuning.MOST_WORDS,
        "stopWords": sorted(tuning.STOP_WORDS),
        "questionWords": sorted(tuning.QUESTION_WORDS),
        "comparingWords": sorted(tuning.COMPARING_WORDS),
        "dividingWords": sorted(tuning.DIVIDING_WORDS),
        "irregular": tuning.IRREGULAR,
    }
