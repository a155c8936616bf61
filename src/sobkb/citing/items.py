"""What is cited, as CSL-JSON: the one source of every style and format."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from sobkb.dates import parse_date
from sobkb.errors import DateError, ExportError
from sobkb.exports.escaping import one_line, web_address
from sobkb.model import Concept, Dating, Figure, Section, Statement
from sobkb.text import LangText, pick_text
from sobkb.wording import date_in_words, number_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sobkb.archive import Release

Citable: TypeAlias = Concept | Statement | Figure | Dating
"""A concept, or one thing that is said of it."""

_WORDS = {
    "nl": {
        "based": "Gebaseerd op {works}.",
        "editors": "Conclusie van de redactie, niet uit een bron.",
        "and": " en ",
        "about": "ongeveer ",
    },
    "en": {
        "based": "Based on {works}.",
        "editors": "Conclusion of the editors, not from a source.",
        "and": " and ",
        "about": "about ",
    },
}
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_VERSION_WORD = re.compile(r"^v\.?\s*(?=\d)|\b(?:versie|version)\s+(?=\d)", re.IGNORECASE)
_LONGEST_TITLE = 120


class Work(NamedTuple):
    """A work that a concept or statement rests on, with the places in it.

    Attributes:
        creators: Names of those who wrote these places; empty when the source does not tell.
        title: Title of the work.
        locators: The sections.
    """

    creators: tuple[str, ...]
    title: str
    locators: tuple[str, ...]


def csl_item(
    cited: Citable,
    lang: str = "nl",
    *,
    accessed: str | date | None = None,
    release: Release | None = None,
) -> dict[str, Any]:
    """Return a concept, or one thing that is said of it, as a CSL-JSON item of the type "entry-encyclopedia".

    The date is the day the entry last changed; an entry whose data gives none has no date. Nothing
    is made up: a source without known author, year or publisher is cited without them.

    Args:
        cited: What is cited.
        lang: Language of the citation, "nl" or "en", with or without region.
        accessed: Day it was looked up, as a date or in ISO 8601.
        release: The release it is in, whose address is then given; None to give the address that follows changes.

    Raises:
        ExportError: `accessed` is not a day.

    Examples:
        >>> csl_item(mini["tuin"])["issued"]
        {'date-parts': [[2026, 1, 2]]}
    """
    concept = concept_of(cited)
    catalogue = concept.catalogue
    iri = release.address_of(concept) if release else concept.iri
    address = web_address(iri) or one_line(iri)
    if isinstance(cited, Statement):
        key, title, address = _statement_names(cited, lang, address)
    elif isinstance(cited, Concept):
        key, title = concept.slug, capitalise(concept.label(lang))
    else:
        key, words = _number_or_date(cited, lang)
        title = f"{capitalise(concept.label(lang))}: {words}"
    item: dict[str, Any] = {
        "id": key,
        "type": "entry-encyclopedia",
        "title": one_line(title),
        "container-title": one_line(catalogue.title(lang)),
        "author": [{"literal": one_line(name)} for name in catalogue.creators],
        "version": _VERSION_WORD.sub("", one_line(release.version if release else catalogue.version)),
        "issued": _date(concept.modified or concept.created),
        "accessed": _day(accessed),
        "language": label_language(concept, lang),
        "URL": address,
        "note": source_note(cited, lang),
    }
    return {name: value for name, value in item.items() if value}


def concept_of(cited: Citable) -> Concept:
    """Return the concept whose entry is cited."""
    if isinstance(cited, Concept):
        return cited
    return cited.subject if isinstance(cited, Statement) else cited.concept


def sections_of(cited: Citable) -> tuple[Section, ...]:
    """Return the sections that what is cited rests on."""
    if isinstance(cited, Concept):
        return cited.sources
    if isinstance(cited, Statement):
        return cited.sections
    return (cited.section,) if cited.section else ()


def label_language(concept: Concept, lang: str) -> str:
    """Return the language a label really is in, without region; the wanted one when the data does not tell."""
    found = pick_text(concept.pref_labels, lang)
    return (found.lang if found and found.lang else _language(lang)).partition("-")[0]


def english_titles(cited: Citable, lang: str) -> tuple[str, ...]:
    """Return which titles in the citation are known to be English, so that a style may give them capitals.

    What is said is a sentence and keeps its case. A container with one name for all languages may be in any.
    """
    if not isinstance(cited, Concept):
        return tuple(t for t in english_titles(concept_of(cited), lang) if t != "title")
    container = cited.catalogue.title
    wanted = _language(lang) == "en"
    found = ["title"] if label_language(cited, lang) == "en" else []
    return (*found, "container-title") if wanted and container("en") != container("nl") else tuple(found)


def source_note(cited: Citable, lang: str = "nl") -> str:
    """Return the sentence that names the underlying source; empty when the data gives none.

    Examples:
        >>> source_note(mini["tomaat"].relations[0], "en")
        'Based on A book of gardens, §1, Gardens.'
    """
    words = _WORDS[_language(lang)]
    sections = sections_of(cited)
    told = [s for s in sections if not s.editorial]
    if not told:
        return words["editors"] if sections else ""
    phrases = []
    for work in works_of(concept_of(cited), told, lang):
        by = words["and"].join(filter(None, (", ".join(work.creators[:-1]), *work.creators[-1:])))
        phrases.append(", ".join(filter(None, (by, work.title, "; ".join(work.locators)))))
    return one_line(words["based"].format(works="; ".join(phrases)))


def works_of(concept: Concept, sections: Iterable[Section], lang: str = "nl") -> list[Work]:
    """Gather sections by the work they stand in and by who wrote them."""
    found: dict[tuple[str, tuple[str, ...]], Work] = {}
    for section in sections:
        source = concept.catalogue.source_of(section)
        if source is None and not section.labels:  # a source of which the data gives the IRI alone
            found.setdefault((section.iri, ()), Work((), section.iri, ()))
            continue
        title = source.label(lang) if source else ""
        locator = f"§{section.locator(lang)}" if section.number else section.locator(lang)
        work = found.setdefault((section.source, section.creators), Work(section.creators, title, ()))
        found[section.source, section.creators] = work._replace(locators=(*work.locators, locator))
    return list(found.values())


def capitalise(text: str) -> str:
    """Return text with a capital at the start, unless its first word has capitals of its own.

    Examples:
        >>> capitalise("ijkpersoon"), capitalise("eHealth"), capitalise("één buurt")
        ('IJkpersoon', 'eHealth', 'Één buurt')
    """
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    if not first.islower():
        return text
    return "IJ" + text[2:] if text.startswith("ij") else text[0].upper() + text[1:]


def _statement_names(statement: Statement, lang: str, address: str) -> tuple[str, str, str]:
    subject, target = statement.subject, statement.object
    name = statement.relation.name
    if isinstance(target, LangText):
        return f"{subject.slug}-{name}", f"{capitalise(subject.label(lang))}: {_shortened(target.text)}", address
    phrase = statement.relation.phrase(lang, plural=subject.is_plural(lang))
    # After a colon a name stands by itself: "zet als middel in: vorming".
    end = target.label(lang) if phrase.endswith(":") else _with_article(target, lang)
    sentence = f"{_with_article(subject, lang)} {phrase} {end}"
    # The entry page gives every statement this anchor.
    return f"{subject.slug}-{name}-{target.slug}", capitalise(sentence), f"{address}#{name}.{target.slug}"


def _shortened(text: str) -> str:
    return textwrap.shorten(text, _LONGEST_TITLE, placeholder=" …").rstrip(".")


def _number_or_date(said: Figure | Dating, lang: str) -> tuple[str, str]:
    if isinstance(said, Dating):
        note = pick_text(said.notes, lang)
        words = date_in_words(said.span, lang) if said.span else _shortened(note.text) if note else ""
        return f"{said.concept.slug}-{said.span.text if said.span else 'date'}", words
    about = _WORDS[_language(lang)]["about"] if said.approximate else ""
    words = f"{about}{number_in_words(said.value, lang)} {said.unit(lang)}".rstrip()
    return f"{said.concept.slug}-{said.value}", words


def _with_article(concept: Concept, lang: str) -> str:
    article = concept.article(lang)
    return f"{article} {concept.label(lang)}" if article else concept.label(lang)


def _language(lang: str) -> str:
    return "en" if lang.lower().partition("-")[0] == "en" else "nl"


def _date(text: str) -> dict[str, Any] | None:
    match = _DAY.fullmatch(text)
    if match is None:
        return None
    try:
        parse_date(text)
    except DateError:
        return None
    return {"date-parts": [[int(part) for part in match.groups() if part]]}


def _day(day: str | date | None) -> dict[str, Any] | None:
    if day is None:
        return None
    text = day if isinstance(day, str) else day.isoformat()[:10]  # of a date with a time only the day
    found = _date(text)
    if found is None or len(found["date-parts"][0]) != 3:
        raise ExportError(f"'{text}' is not a day; write it as 2026-11-23")
    return found
