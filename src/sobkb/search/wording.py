"""The words in which a search explains itself, in Dutch and English, from one table."""

from __future__ import annotations

from sobkb.light_typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import Final

SORTS: Final = {
    "nl": {
        "prefLabel": "voorkeursterm",
        "altLabel": "andere term",
        "hiddenLabel": "zoekterm",
        "notation": "code",
        "slug": "korte naam",
        "definition": "definitie",
        "comment": "uitleg",
        "scopeNote": "toelichting op het gebruik",
        "example": "voorbeeld",
    },
    "en": {
        "prefLabel": "preferred term",
        "altLabel": "alternative term",
        "hiddenLabel": "search term",
        "notation": "code",
        "slug": "short name",
        "definition": "definition",
        "comment": "explanation",
        "scopeNote": "scope note",
        "example": "example",
    },
}
"""What each sort of text is called."""

WAYS: Final = {
    "nl": {
        "exact": "{sort} «{text}» is wat je zoekt",
        "words": "{sort} «{text}» bevat al je woorden",
        "form": "{sort} «{text}» is een andere vorm van wat je zoekt",
        "prefix": "{sort} «{text}» begint zo",
        "part": "{sort} «{text}» bevat het als deel van een woord",
        "typo": "{sort} «{text}» lijkt op wat je typte",
        "beginning": "{sort} «{text}» begint met dezelfde letters",
        "text": "het staat in de tekst ({sort}): «{text}»",
        "some": "{sort} «{text}» bevat een deel van je woorden",
    },
    "en": {
        "exact": "{sort} “{text}” is what you are looking for",
        "words": "{sort} “{text}” has all your words",
        "form": "{sort} “{text}” is another form of what you typed",
        "prefix": "{sort} “{text}” begins like this",
        "part": "{sort} “{text}” has it as part of a word",
        "typo": "{sort} “{text}” looks like what you typed",
        "beginning": "{sort} “{text}” begins with the same letters",
        "text": "it is in the text ({sort}): “{text}”",
        "some": "{sort} “{text}” has some of your words",
    },
}
"""What each way of matching is called."""

LANGUAGES: Final = {
    "nl": {"nl": "Nederlands", "nl-BE": "Vlaams", "nl-NL": "Nederland", "en": "Engels", "fr": "Frans", "de": "Duits"},
    "en": {"nl": "Dutch", "nl-BE": "Flemish", "nl-NL": "Netherlands", "en": "English", "fr": "French", "de": "German"},
}
"""What languages are called; another one shows its tag."""

LONGEST: Final = 90
"""How many characters of a text are quoted."""


CLOSE: Final = {"nl": "»", "en": "”"}
"""The mark that ends a quotation in the sentences above."""


def table(lang: str) -> dict[str, Any]:
    """Return all wording in a language as plain data: Dutch for "nl", otherwise English."""
    chosen = _table(lang)
    return {
        "table": chosen,
        "sorts": SORTS[chosen],
        "ways": WAYS[chosen],
        "languages": LANGUAGES[chosen],
        "longest": LONGEST,
        "close": CLOSE[chosen],
    }


def _table(lang: str) -> str:
    return "nl" if lang.partition("-")[0] == "nl" else "en"


def explain(way: str, sort: str, text: str, tag: str, lang: str) -> str:
    """Return a sentence that says why something was found.

    Args:
        way: How it matched.
        sort: What sort of text matched.
        text: The text that matched.
        tag: Its language tag.
        lang: The reader's language.

    Examples:
        >>> explain("typo", "altLabel", "volkstuin", "nl-BE", "nl")
        'Andere term «volkstuin» (Vlaams) lijkt op wat je typte.'
    """
    chosen = _table(lang)
    quoted = text if len(text) <= LONGEST else text[:LONGEST].rstrip() + "…"
    sentence = WAYS[chosen][way].replace("{sort}", SORTS[chosen][sort]).replace("{text}", quoted)
    if tag and tag != chosen:
        name = LANGUAGES[chosen].get(tag, tag)
        head, close, tail = sentence.rpartition(CLOSE[chosen])
        sentence = f"{head}{close} ({name}){tail}"
    return sentence[0].upper() + sentence[1:] + "."
