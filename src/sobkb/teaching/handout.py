"""Hand-outs for a theme and readers of everything, as accessible PDF.

>>> from sobkb.teaching import handout_pdf
>>> handout_pdf(mini, mini.collection("seizoenen"))[:8]
b'%PDF-1.7'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from sobkb.citing.items import capitalise
from sobkb.dates import parse_date
from sobkb.errors import DateError, ExportError
from sobkb.exports.escaping import web_address
from sobkb.model import Collection, Concept, Section
from sobkb.namespaces import BASE
from sobkb.teaching.handout_concept import concept_data, index_terms, list_data
from sobkb.teaching.handout_texts import Data, Piece, Scribe, language_and_region, printable, sorting_key
from sobkb.teaching.handout_words import handout_words
from sobkb.teaching.typesetting import typeset
from sobkb.teaching.values import Topic
from sobkb.wording import date_in_words

if TYPE_CHECKING:
    from os import PathLike

    from sobkb.knowledge_base import KnowledgeBase

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_STREET_STYLE = (
    ".street path{fill:none;stroke:#20242c;stroke-width:1.1;stroke-linejoin:round}"
    ".street .thin{stroke:#8d8778;stroke-width:.7}"
    ".street .fa{fill:#b8862b;stroke:none;opacity:.85}.street .fb{fill:#2f66a8;stroke:none;opacity:.85}"
)


class _Part(NamedTuple):
    title: Piece
    intro: Piece
    concepts: tuple[Concept, ...]


def handout_pdf(
    kb: KnowledgeBase,
    topic: Topic | Collection,
    lang: str = "nl",
    *,
    title: str = "",
    brief: bool = False,
    fonts: Sequence[str | PathLike[str]] = (),
) -> bytes:
    """Make a hand-out about a topic, its concepts in the order given.

    Args:
        kb: The knowledge base.
        topic: A theme, a collection, or a `Topic` of concepts of one's own choice.
        lang: Language of the hand-out.
        title: Its title; that of the topic by default.
        brief: True to leave out what the sources say, so that only the meaning of the concepts remains.
        fonts: Folders with more fonts, for scripts that the fonts at hand lack.

    Returns:
        The PDF (PDF/UA-1), the same bytes for the same data.

    Raises:
        MissingExtraError: typst is not installed; install the extra "teach".
        ExportError: There are no concepts, or the fonts lack the script of the texts.

    Examples:
        >>> pdf = handout_pdf(mini, Topic("", "Kitchen garden", (mini["moestuin"], mini["tomaat"])), "en")
        >>> b"/Lang" in pdf
        True
    """
    scribe = _scribe((topic,), lang)
    part = _part(topic, scribe)
    data = _document(kb, scribe, [part._replace(title=scribe.words["concepts"], intro="")], brief=brief)
    head = _titles(kb, scribe, printable(title) or part.title, scribe.words["handout"], part.intro, topic.iri)
    if isinstance(topic, Collection) and topic.is_editorial:
        head["facts"].append(scribe.words["editorial"])
    return typeset(data | head, fonts=fonts)


def reader_pdf(
    kb: KnowledgeBase,
    topics: Iterable[Topic | Collection],
    lang: str = "nl",
    *,
    title: str = "",
    brief: bool = False,
    fonts: Sequence[str | PathLike[str]] = (),
) -> bytes:
    """Make a reader with a part per topic; a concept that is in several topics stands in the first.

    Args:
        kb: The knowledge base.
        topics: Its parts.
        lang: As in `handout_pdf`.
        title: Its title; words for everything by default.
        brief: As in `handout_pdf`.
        fonts: As in `handout_pdf`.

    Returns:
        The PDF (PDF/UA-1), the same bytes for the same data.

    Raises:
        MissingExtraError: typst is not installed; install the extra "teach".
        ExportError: There are no concepts, or the fonts lack the script of the texts.

    Examples:
        >>> reader_pdf(mini, alphabetical_topics(mini), brief=True)[:5]
        b'%PDF-'
    """
    chosen = tuple(topics)
    scribe = _scribe(chosen, lang)
    data = _document(kb, scribe, [_part(topic, scribe) for topic in chosen], brief=brief)
    words = scribe.words
    return typeset(
        data | _titles(kb, scribe, printable(title) or words["reader.title"], words["reader"], "", ""), fonts=fonts
    )


def alphabetical_topics(kb: KnowledgeBase, lang: str = "nl") -> list[Topic]:
    """Divide all concepts that are in use over the letters their labels begin with.

    Examples:
        >>> [(topic.title, len(topic.concepts)) for topic in alphabetical_topics(mini)][:2]
        [('B', 1), ('L', 1)]
    """
    letters: dict[str, list[Concept]] = {}
    for concept in sorted(kb.concepts, key=lambda c: (sorting_key(c.label(lang)), c.iri)):
        if not concept.is_deprecated:
            letters.setdefault(_letter(concept.label(lang)), []).append(concept)
    return [Topic("", letter, tuple(found)) for letter, found in letters.items()]


def _scribe(topics: Iterable[Topic | Collection], lang: str) -> Scribe:
    concepts = dict.fromkeys(c for t in topics for c in (t.concepts if isinstance(t, Topic) else t.members))
    if not concepts:
        raise ExportError("there are no concepts to make a hand-out of")
    return Scribe(lang, handout_words(lang), {c.iri: f"c{n}" for n, c in enumerate(concepts)})


def _part(topic: Topic | Collection, scribe: Scribe) -> _Part:
    if isinstance(topic, Topic):
        return _Part(scribe.piece(capitalise(topic.title)), "", tuple(dict.fromkeys(topic.concepts)))
    label = capitalise(topic.label(scribe.lang))
    return _Part(scribe.piece(label), scribe.best(topic.notes), tuple(dict.fromkeys(topic.members)))


def _letter(label: str) -> str:
    first = sorting_key(label)[0][:1]
    return first.upper() if first.isalpha() else "#"


def _document(kb: KnowledgeBase, scribe: Scribe, parts: Sequence[_Part], *, brief: bool) -> Data:
    """Gather what stands between the head and the foot."""
    concepts = list(dict.fromkeys(c for part in parts for c in part.concepts))
    tags = language_and_region(scribe.lang)
    return {
        "w": scribe.words,
        "lang": tags.get("lang", "en"),
        "region": tags.get("region"),
        "break-parts": len(parts) > 1 and len(concepts) > 40,
        "parts": _parts(kb, scribe, parts, brief=brief),
        "lists": [list_data(scribe, c) for c in _collections(kb, concepts) if _home(c, parts) is None],
        "index": _index(scribe, concepts),
        "sources": _sources(kb, scribe, concepts),
    }


def _titles(kb: KnowledgeBase, scribe: Scribe, title: Piece, sort: str, intro: Piece, address: str) -> Data:
    """Gather what stands in the head and at the foot: what this is, of when, and how to cite it."""
    words, day = scribe.words, _last_change(kb)
    count = len(scribe.anchors)
    number = words["concepts.one" if count == 1 else "concepts.many"].format(count)
    version = words["version"].format(printable(kb.version)) if kb.version else ""
    whole = printable(kb.title(scribe.lang))
    name = str(title).strip() or whole or sort
    state = words["state"].format(date_in_words(parse_date(day), scribe.lang)) if day else ""
    builtin = any(s.iri.startswith(BASE) for s in kb.schemes)
    return {
        "title": name,
        "sort": sort,
        "running": " · ".join(filter(None, (name, whole, version))),
        "intro": intro,
        "facts": [fact for fact in (whole, version, state, number) if fact],
        "authors": [printable(n) for n in kb.creators],
        "date": [int(n) for n in day.split("-")] if day else None,
        "picture": _street() if builtin else "",
        "licence": LICENCE if builtin else None,
        "address": web_address(address),
        "cite": {
            "author": printable(", ".join(kb.creators)) or whole or name,
            "year": day[:4] or "s.d.",
            "sort": sort.lower(),
            "rest": f"{words['cite.in']} {whole}{f' ({version})' if version else ''}." if whole else "",
        },
        "paste": f"{name}. {words['paste.from']} {whole}{f', {version}' if version else ''}. CC BY 4.0, {LICENCE}"
        if builtin
        else "",
    }


def _parts(kb: KnowledgeBase, scribe: Scribe, parts: Sequence[_Part], *, brief: bool) -> list[Data]:
    told: set[str] = set()
    done: set[Concept] = set()
    found = []
    for part in parts:
        new = [c for c in part.concepts if c not in done]
        again = [c for c in part.concepts if c in done]
        done.update(new)
        lists = [c for c in _collections(kb, part.concepts) if _home(c, parts) == part]
        found.append(
            {
                "title": part.title,
                "intro": part.intro,
                "concepts": [concept_data(scribe, c, told, brief=brief) for c in new],
                "elsewhere": [scribe.name(c) for c in again],
                "lists": [list_data(scribe, c) for c in lists],
            }
        )
    return found


def _home(collection: Collection, parts: Sequence[_Part]) -> _Part | None:
    """Return the first part that holds most of an enumeration; None when no part does."""
    for part in parts:
        if 2 * sum(m in part.concepts for m in collection.members) > len(collection.members):
            return part
    return parts[0] if len(parts) == 1 else None


def _collections(kb: KnowledgeBase, concepts: Iterable[Concept]) -> list[Collection]:
    """Choose the enumerations of which at least half stands here, in the order of the source.

    A list of just what stands here, of which nobody says that it is open, closed or ordered, tells nothing.
    """
    inside = set(concepts)
    fitting = [
        c
        for c in kb.collections
        if len(c.members) > 1
        and 2 * sum(m in inside for m in c.members) >= len(c.members)
        and (c.sections or c.open or c.ordered or set(c.members) != inside)
    ]
    return sorted(fitting, key=lambda c: ([(s.editorial, s.order) for s in c.sections], c.iri))


def _index(scribe: Scribe, concepts: Iterable[Concept]) -> list[Data]:
    terms = [term for c in concepts for term in index_terms(scribe, c)]
    letters: dict[str, list[Data]] = {}
    for shown, term in sorted(terms, key=lambda t: (sorting_key(t[0]), t[1]["to"])):
        letters.setdefault(_letter(shown), []).append(term)
    return [{"letter": letter, "terms": found} for letter, found in letters.items()]


def _sources(kb: KnowledgeBase, scribe: Scribe, concepts: Iterable[Concept]) -> list[Data]:
    used = {s.iri: s for c in concepts for s in c.sections if not s.editorial}
    by_source: dict[str, list[Section]] = {}
    for section in sorted(used.values(), key=lambda s: (s.order, s.iri)):
        by_source.setdefault(section.source, []).append(section)
    works = {s.iri: s for s in kb.sources}
    found: list[Data] = []
    for iri, sections in by_source.items():
        work = works.get(iri)
        text: Piece = ""
        if work is not None:
            text = scribe.best(work.citations) or scribe.best(work.labels)
        rows = [{"name": printable(s.locator(scribe.lang)), "url": web_address(s.iri)} for s in sections]
        found.append({"text": text, "sections": rows})
    return found


def _last_change(kb: KnowledgeBase) -> str:
    """Return the day the youngest concept changed; empty when the data gives no day."""
    for day in sorted({c.modified or c.created for c in kb.concepts}, reverse=True):
        if _DAY.fullmatch(day):
            try:
                parse_date(day)
            except DateError:
                continue
            return day
    return ""


def _street() -> str:
    """Return the drawing at the head of the built-in knowledge base, with its colours in it."""
    drawing = (files("sobkb") / "pages/templates/street.html.j2").read_text("utf-8")
    head, _, rest = drawing.partition(">")
    return f'{head} xmlns="http://www.w3.org/2000/svg"><style>{_STREET_STYLE}</style>{rest}'
