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

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sobkb.knowledge_base import KnowledgeBase

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
    prepared = kb.search_index
    names, texts = prepared.names, prepared.texts
    languages = {tag: number for number, tag in enumerate(dict.fromkeys([*names.lang, *texts.lang]))}
    concepts = [kb.concept(iri) for iri in prepared.iris]
    kinds = _numbered(kind for record in prepared.concepts for kind in _with_above(prepared.kinds, record["kinds"]))
    regions = _numbered(region for record in prepared.concepts for region in record["regions"])
    schemes = _numbered(scheme for record in prepared.concepts for scheme in record["schemes"])
    return {
        "format": FORMAT,
        "lang": lang,
        "languages": list(languages),
        "kinds": [
            [
                (term := kb.term(iri)).name,
                term.label(lang),
                [kinds[above] for above in prepared.kinds[iri]["parents"] if above in kinds]
                if iri in prepared.kinds
                else [],
            ]
            for iri in kinds
        ],
        "regions": [[c.slug, c.label(lang)] if (c := kb.concept(iri)) else [iri, iri] for iri in regions],
        "schemes": [[(scheme := kb.scheme_of(iri)).slug, scheme.label(lang)] for iri in schemes],
        "concepts": [
            [
                record["slug"],
                concept.label(lang) if concept else record["slug"],
                record["level"],
                int(record["deprecated"]),
                [kinds[iri] for iri in record["kinds"]],
                [regions[iri] for iri in record["regions"]],
                [schemes[iri] for iri in record["schemes"]],
                links,
            ]
            for record, concept, links in zip(prepared.concepts, concepts, prepared.links, strict=True)
        ],
        "names": _flat(len(concepts), names, languages),
        "texts": _flat(len(concepts), texts, languages),
        "regionWords": {w: [regions[iri] for iri in iris] for w, iris in sorted(prepared.region_words.items())},
        "kindWords": {
            word: numbers
            for word, iris in sorted(prepared.kind_words.items())
            if (numbers := [kinds[iri] for iri in iris if iri in kinds])
        },
        "tuning": _tuning(),
        "wording": wording.table(lang),
    }


def _numbered(iris: Iterable[str]) -> dict[str, int]:
    return {iri: number for number, iri in enumerate(sorted(set(iris)))}


def _with_above(known: dict[str, Any], kinds: Sequence[str]) -> set[str]:
    """Return kinds and everything above them, which a reader may filter by as well."""
    found: set[str] = set()
    waiting = list(kinds)
    while waiting:
        kind = waiting.pop()
        if kind not in found:
            found.add(kind)
            waiting += known[kind]["parents"] if kind in known else []
    return found


def _flat(count: int, side: Any, languages: dict[str, int]) -> list[list[int | str]]:
    groups: list[list[int | str]] = [[] for _ in range(count)]
    for owner, sort, text, lang in zip(side.owner, side.sort, side.text, side.lang, strict=True):
        groups[owner] += [sort, languages[lang], text]
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
        "irregular": tuning.IRREGULAR,
    }
