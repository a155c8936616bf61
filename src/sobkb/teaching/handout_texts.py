"""Texts as a hand-out needs them: each with its language, none with anything that cannot be printed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sobkb.citing.items import capitalise
from sobkb.model import Concept, Section
from sobkb.text import LangText, pick_text, texts_in

Data = dict[str, Any]
"""What becomes an object in JSON."""
Piece = str | Data
"""Text: plain when it is in the language of the hand-out, else with its language."""

_TAG = re.compile(r"([A-Za-z]{2,3})(?:-([A-Za-z]{2}))?(?![A-Za-z])")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufff9-\ufffb\U000e0000-\U000e007f]+")
_LOST = re.compile(r"[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


class Scribe(NamedTuple):
    """Writes texts for readers of one language.

    Attributes:
        lang: Language of the hand-out.
        words: The words of hand-outs in that language.
        anchors: Name of the place of every concept in the hand-out, by IRI.
    """

    lang: str
    words: Mapping[str, str]
    anchors: Mapping[str, str]

    def piece(self, text: LangText | str | None) -> Piece:
        """Return one text."""
        if text is None:
            return ""
        if isinstance(text, str):
            return printable(text)
        base = self.lang.partition("-")[0].lower()
        if not text.lang or text.lang.partition("-")[0].lower() == base:
            return printable(text.text)
        return {"t": printable(text.text), **language_and_region(text.lang)}

    def best(self, texts: Sequence[LangText]) -> Piece:
        """Return the text for readers of the hand-out; empty when there is none."""
        return self.piece(pick_text(texts, self.lang))

    def all_best(self, texts: Sequence[LangText]) -> list[Piece]:
        """Return every text in the language, or all of the language that comes next."""
        found = texts_in(texts, self.lang.partition("-")[0])
        if not found and (best := pick_text(texts, self.lang)):
            found = tuple(t for t in texts if t.lang == best.lang)
        return [self.piece(t) for t in found]

    def name(self, concept: Concept, *, article: str = "", capital: bool = False) -> Data:
        """Return the label of a concept, with the place it leads to when it is in the hand-out."""
        found = pick_text(concept.pref_labels, self.lang) or pick_text(concept.alt_labels, self.lang)
        label = found if found and found.text.strip() else LangText(concept.slug)
        text = capitalise(label.text) if capital and not article else label.text
        named: Data = {"n": self.piece(LangText(text, label.lang))}
        if article:
            named["a"] = printable(capitalise(article) if capital else article) + " "
        if concept.iri in self.anchors:
            named["to"] = self.anchors[concept.iri]
        return named

    def places(self, sections: Iterable[Section]) -> list[Piece]:
        """Name sections in the words one cites them with; what editors conclude is named as theirs."""
        found = dict.fromkeys(self.words["editors"] if s.editorial else self._place(s) for s in sections)
        return list(found)

    def _place(self, section: Section) -> str:
        return printable(("§\u00a0" if section.number else "") + section.locator(self.lang))


def printable(text: str) -> str:
    r"""Return text without characters that cannot be printed; line breaks become spaces.

    Examples:
        >>> printable("een\ntwee\x00")
        'een twee '
    """
    return unicodedata.normalize("NFC", _LOST.sub("\ufffd", _CONTROL.sub(" ", text)))


def language_and_region(tag: str) -> dict[str, str]:
    """Return the parts of a language tag that the typesetter knows; nothing for a tag it cannot use.

    Examples:
        >>> language_and_region("nl-BE"), language_and_region("x-klingon")
        ({'lang': 'nl', 'region': 'be'}, {})
    """
    found = _TAG.match(tag)
    if found is None:
        return {}
    lang, region = found.groups()
    return {"lang": lang.lower(), **({"region": region.lower()} if region else {})}


def sorting_key(text: str) -> tuple[str, str]:
    """Return what terms are sorted by: letters without accents and capitals first.

    Examples:
        >>> sorted(["Zee", "één", "aap"], key=sorting_key)
        ['aap', 'één', 'Zee']
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return re.sub(r"[^\w ]", "", plain).strip(), text
