"""Citations in words, formatted by citeproc with the CSL styles in `styles`.

A style never sees the texts themselves. It formats marks that stand for them, once for every
pattern of fields, and the texts are put in their place afterwards. So hostile text cannot be taken
for markup, names keep their own case, and a whole site of citations costs no more than a few.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sobkb.errors import MissingExtraError

if TYPE_CHECKING:
    from citeproc import CitationStylesStyle

STYLES = Path(__file__).with_name("styles")
"""Where the CSL files are; `NOTICE` there says whose they are."""

_FILES = {
    "apa": "apa",
    "chicago": "chicago-author-date",
    "harvard": "harvard-cite-them-right",
    "mla": "modern-language-association",
}
_TITLE_CASE = frozenset(("chicago", "mla"))
_MARKS = {"title": "\ue010", "container-title": "\ue011", "version": "\ue012", "URL": "\ue013"}
_AUTHOR = 0xE020
_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_ARTICLES_AND_CONJUNCTIONS = frozenset(("a", "an", "and", "as", "but", "nor", "or", "so", "the", "yet"))
_PREPOSITIONS = frozenset(("at", "by", "for", "from", "in", "into", "of", "off", "on", "onto", "out", "over", "per"))
_SMALL = _ARTICLES_AND_CONJUNCTIONS | _PREPOSITIONS | {"to", "up", "via", "vs", "with"}
_SQUARE = str.maketrans("()", "[]")
_WORD = re.compile(r"[^\W\d_][\w’']*")


class _Pattern(NamedTuple):
    """What a citation looks like, apart from its texts."""

    style: str
    locale: str
    language: str
    fields: tuple[str, ...]
    authors: int
    ending: str
    issued: tuple[int, ...]
    accessed: tuple[int, ...]


def render(item: dict[str, Any], style: str, lang: str, *, markup: bool, english: tuple[str, ...] = ()) -> str:
    """Return an item in a style.

    Args:
        item: CSL-JSON.
        style: "apa", "chicago", "harvard" or "mla".
        lang: Language of the citation.
        markup: True for HTML with titles in italics, False for plain text.
        english: Names of the fields that are English titles, to which some styles give capitals.

    Raises:
        MissingExtraError: citeproc-py is not installed.
    """
    title: str = item.get("title", "")
    ending = title[-1:] if title[-1:] in ".?!" else ""
    authors = [a["literal"] for a in item.get("author", ())]
    pattern = _Pattern(
        style,
        _locale(lang, style),
        item.get("language", "nl"),
        tuple(name for name in _MARKS if item.get(name)),
        len(authors),
        ending,
        _date(item.get("issued")),
        _date(item.get("accessed")),
    )
    texts = {_MARKS[name]: str(item[name]) for name in pattern.fields}
    texts |= {chr(_AUTHOR + i): name for i, name in enumerate(authors)}
    if ending:
        texts[_MARKS["title"]] = title[:-1]
    if style in _TITLE_CASE:
        for name in english:
            if _MARKS[name] in texts:
                texts[_MARKS[name]] = title_case(texts[_MARKS[name]])
    # In one pass, so that what stands in a text is never taken for a mark.
    marks = re.compile("|".join(texts) or "(?!)")
    whole = marks.sub(lambda m: html.escape(texts[m[0]]), _format(pattern))
    note = item.get("note", "")
    if note and style == "apa":  # which ends with an address and no full stop; what follows stands in brackets
        note = f"({note.removesuffix('.').translate(_SQUARE)})"
    whole = f"{whole} {html.escape(note)}".strip()
    return whole if markup else html.unescape(re.sub(r"</?[a-z][^>]*>", "", whole))


def title_case(text: str) -> str:
    """Return an English title with capitals, as MLA and Chicago have them.

    A name of one word before a colon keeps the case it has.

    Examples:
        >>> title_case("sobkb: a base of decision-making in the Low Countries")
        'sobkb: A Base of Decision-Making in the Low Countries'
    """
    name, colon, rest = text.partition(": ")
    if colon and " " not in name:
        return name + colon + title_case(rest)
    words = list(_WORD.finditer(text))
    parts, at = [], 0
    for number, word in enumerate(words):
        found = word[0]
        before = text[: word.start()].rstrip()
        outer = number in (0, len(words) - 1) or before.endswith((":", "?", "!", "."))
        if found.islower() and (outer or found not in _SMALL):
            found = found[0].upper() + found[1:]
        parts += [text[at : word.start()], found]
        at = word.end()
    return "".join([*parts, text[at:]])


@lru_cache(maxsize=512)
def _format(pattern: _Pattern) -> str:
    """Format the marks of a pattern, as HTML."""
    try:
        from citeproc import Citation, CitationItem, CitationStylesBibliography, formatter
        from citeproc.source.json import CiteProcJSON
    except ImportError:
        raise MissingExtraError("cite", "citeproc-py") from None
    item: dict[str, Any] = {"id": "x", "type": "entry-encyclopedia", "language": pattern.language}
    item |= {name: _MARKS[name] for name in pattern.fields}
    if "title" in item:
        item["title"] += pattern.ending
    item["author"] = [{"literal": chr(_AUTHOR + i)} for i in range(pattern.authors)]
    for name, parts in (("issued", pattern.issued), ("accessed", pattern.accessed)):
        if parts:
            item[name] = {"date-parts": [list(parts)]}
    if not item["author"]:
        del item["author"]
    style = _style(pattern.style, pattern.locale)
    bibliography = CitationStylesBibliography(style, CiteProcJSON([item]), formatter.html)
    bibliography.register(Citation([CitationItem("x")]))
    return _mend(str(bibliography.bibliography()[0]), pattern)


@lru_cache(maxsize=16)
def _style(name: str, locale: str) -> CitationStylesStyle:
    from citeproc import CitationStylesStyle

    return CitationStylesStyle(str(STYLES / f"{_FILES[name]}.csl"), locale=locale, validate=False)


def _mend(text: str, pattern: _Pattern) -> str:
    """Put right what citeproc-py 0.11 gets wrong."""
    if not pattern.authors:  # what stands in for the author must not be given again (CSL 1.0.2, "Substitution")
        for mark in (_MARKS["title"] + re.escape(pattern.ending), _MARKS["container-title"]):
            head, found, rest = text.partition(re.sub(r"\\(.)", r"\1", mark))
            text = head + found + re.sub(rf"(?:In )?[“‘]?(?:<i>)?{mark}(?:</i>)?[.,]?[”’]?[.,]? ?", "", rest, count=1)
    if pattern.style == "apa" and not pattern.accessed:
        text = re.sub(r"\b(?:Geraadpleegd|Retrieved)(?: van| from)? (?=\ue013)", "", text)
    if pattern.locale == "nl-NL":
        text = re.sub(rf"\b({_MONTHS}) (\d{{1,2}})\b(?! \d{{4}})", r"\2 \1", text)
        text = re.sub(r"\bGeraadpleegd (?=\d)", "Geraadpleegd op ", text)
    if pattern.locale == "en-US":  # punctuation goes inside the quotation marks
        text = re.sub(r"([?!.])”\.", r"\1”", text)
        text = re.sub(r"”([.,])", r"\1”", text)
    if pattern.style == "mla":  # after a comma, MLA 9 writes descriptions without a capital
        text = re.sub(r", V(ersion|ersie) ", r", v\1 ", text)
    if pattern.style == "chicago":  # a new sentence, when no container stands before it
        text = re.sub(r"(?<=[.”] )v(?=ersi(?:on|e) )", "V", text)
    return text


def _locale(lang: str, style: str) -> str:
    if lang.lower().partition("-")[0] != "en":
        return "nl-NL"
    if lang.lower() in ("en-gb", "en-us"):
        return f"en-{lang[-2:].upper()}"
    # Cite Them Right is British, the others are American.
    return "en-GB" if style == "harvard" else "en-US"


def _date(date: dict[str, Any] | None) -> tuple[int, ...]:
    return tuple(date["date-parts"][0]) if date else ()
