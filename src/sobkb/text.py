"""Text in several languages, and the one rule for choosing among them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sobkb.light_typing import NamedTuple


class LangText(NamedTuple):
    """A piece of text in one language.

    Attributes:
        text: The text itself.
        lang: BCP 47 language tag, e.g. "nl" or "nl-BE"; empty when the data gives none.
    """

    text: str
    lang: str = ""

    def __str__(self) -> str:
        return self.text


def normalise_tag(tag: str) -> str:
    """Write a language tag in the case BCP 47 (RFC 5646 §2.1.1) recommends.

    Parsers differ in the case they hand over; comparing tags needs one form.

    Examples:
        >>> normalise_tag("NL-be"), normalise_tag("zh-hant-TW")
        ('nl-BE', 'zh-Hant-TW')
    """
    first, *rest = tag.replace("_", "-").split("-")
    parts = [first.lower()]
    for part in rest:
        if len(part) == 2:
            parts.append(part.upper())
        elif len(part) == 4 and part.isalpha():
            parts.append(part.title())
        else:
            parts.append(part.lower())
    return "-".join(parts)


def language_chain(lang: str) -> tuple[str, ...]:
    """List the tags to try for a wanted language, best first.

    The wanted tag, then the same tag without its last part, and so on down to the bare language;
    then Dutch, English and finally text without any tag. For "nl-BE" that is nl-BE → nl → en.

    Args:
        lang: BCP 47 tag of the language the reader wants.

    Examples:
        >>> language_chain("nl-BE")
        ('nl-BE', 'nl', 'en', '')
        >>> language_chain("en-GB")
        ('en-GB', 'en', 'nl', '')
    """
    chain: list[str] = []
    tag = normalise_tag(lang)
    while tag:
        chain.append(tag)
        tag = tag.rpartition("-")[0]
    for fallback in ("nl", "en", ""):
        if fallback not in chain:
            chain.append(fallback)
    return tuple(chain)


def pick_text(texts: Sequence[LangText], lang: str = "nl") -> LangText | None:
    """Choose the text for a reader who wants `lang`.

    Follows `language_chain`; a step also accepts a regional form of its language ("nl" accepts
    "nl-NL") before the next step is tried. If no step fits, the first text in the order of the
    data is better than none.

    Args:
        texts: What there is, in the order of the data.
        lang: BCP 47 tag of the language the reader wants.

    Returns:
        The chosen text with the tag it really has, or None when there is no text at all.

    Examples:
        >>> pick_text([LangText("garden", "en"), LangText("tuin", "nl")], "nl-BE")
        LangText(text='tuin', lang='nl')
    """
    if not texts:
        return None
    for tag in language_chain(lang):
        for text in texts:
            if text.lang == tag:
                return text
        if tag:
            for text in texts:
                if text.lang.startswith(tag + "-"):
                    return text
    return texts[0]


def texts_in(texts: Iterable[LangText], lang: str) -> tuple[LangText, ...]:
    """Return all texts in a language, regional forms included, without falling back.

    Examples:
        >>> texts_in([LangText("tuin", "nl"), LangText("hof", "nl-BE"), LangText("garden", "en")], "nl")
        (LangText(text='tuin', lang='nl'), LangText(text='hof', lang='nl-BE'))
    """
    tag = normalise_tag(lang)
    return tuple(t for t in texts if t.lang == tag or t.lang.startswith(tag + "-"))
