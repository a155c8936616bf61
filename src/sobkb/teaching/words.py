"""What questions and cards say around the data, in Dutch and in English."""

from __future__ import annotations

from collections.abc import Iterable

from sobkb.model import Concept, Section

WORDS: dict[str, tuple[str, str]] = {
    "definition.ask": ("Welk begrip wordt hier omschreven?", "Which concept is described here?"),
    "definition.because": ("{right}: {definition}", "{right}: {definition}"),
    "term.ask": ("Welke omschrijving hoort bij {term}?", "Which description fits {term}?"),
    "term.other": ("Dat is {term}.", "That is {term}."),
    "contrast.ask": (
        "{first} en {second} worden makkelijk verward. Bij welk van de twee hoort dit?",
        "{first} and {second} are easily confused. Which of the two does this belong to?",
    ),
    "contrast.because": (
        "{right} – {own}.\n{other} – {others}.",
        "{right} – {own}.\n{other} – {others}.",
    ),
    "contrast.decides": ("De vraag die beslist: {question}", "The question that decides: {question}"),
    "relation.ask": (
        "Welk begrip vult deze zin aan, volgens de bron?",
        "Which concept completes this sentence, according to the source?",
    ),
    "list.ask.missing": (
        "Welk begrip ontbreekt in deze rij uit de bron?",
        "Which concept is missing from this list in the source?",
    ),
    "list.ask.odd": (
        "Welk van deze begrippen staat in de bron niet in de rij {title}?",
        "Which of these concepts is not in the source’s list {title}?",
    ),
    "list.because": ("De rij {title} is volledig: {members}.", "The list {title} is complete: {members}."),
    "list.because.odd": (
        "De rij {title} is volledig: {members}. {odd} staat er niet in.",
        "The list {title} is complete: {members}. {odd} is not in it.",
    ),
    "region.ask": (
        "Bij welke regio hoort het begrip {term} volgens de bron?",
        "Which region does the concept {term} belong to, according to the source?",
    ),
    "region.because": (
        "Het begrip {term} hoort bij {region}. {definition}",
        "{term} belongs to {region}. {definition}",
    ),
    "other": ("{term} is iets anders: {definition}", "{term} is something else: {definition}"),
    "and": ("en", "and"),
    "card.definition": ("Welk begrip is dit?\n{definition}", "Which concept is this?\n{definition}"),
    "card.also": ("ook: {terms}", "also: {terms}"),
    "card.contrast": (
        "{first} of {second}: welke vraag beslist?",
        "{first} or {second}: which question decides?",
    ),
    "card.row": ("{label}: {first} ↔ {second}", "{label}: {first} ↔ {second}"),
    "card.list.counted": ("Noem de {title}.", "Name the {title}."),
    "card.list": (
        "Welke {number} begrippen staan in deze rij? {title}",
        "Which {number} concepts are in this list? {title}",
    ),
    "card.list.open": (
        "Noem voorbeelden uit deze rij: {title}",
        "Name examples from this list: {title}",
    ),
    "card.list.is-ordered": ("De volgorde is die van de bron.", "The order is that of the source."),
    "card.list.is-open": (
        "Open lijst: de bron geeft voorbeelden, er kunnen er meer zijn.",
        "Open list: the source gives examples, there may be more.",
    ),
    "source": ("Bron: {places}", "Source: {places}"),
    "cards.title": ("Kaartjes: {title}", "Flashcards: {title}"),
    "test.title": ("Zelftest: {title}", "Self-test: {title}"),
}
"""Key → the text in Dutch, the text in English; `{names}` are filled in."""

_COUNTING = """
    twee drie vier vijf zes zeven acht negen tien elf twaalf
    two three four five six seven eight nine ten eleven twelve
"""
NUMBERS = frozenset(_COUNTING.split())
"""Words a title starts with that tells how many there are."""


def say(lang: str, key: str, **values: object) -> str:
    """Return a text in Dutch for Dutch readers, else in English.

    Examples:
        >>> say("nl-BE", "source", places="4.1"), say("fr", "and")
        ('Bron: 4.1', 'and')
    """
    text = WORDS[key][0 if lang.partition("-")[0] == "nl" else 1]
    return text.format(**values) if values else text


def quoted(lang: str, text: str) -> str:
    """Put a term in quotation marks: those of the language, the others when it has such marks itself.

    Examples:
        >>> quoted("nl", "buurtwerk"), quoted("nl", "‘witte’ wijk"), quoted("en", "shed")
        ('‘buurtwerk’', '“‘witte’ wijk”', '“shed”')
    """
    single = lang.partition("-")[0] == "nl"
    if ("‘" in text or "’" in text) if single else ("“" in text or "”" in text):
        single = not single
    return f"‘{text}’" if single else f"“{text}”"


def named(lang: str, concept: Concept) -> str:
    """Return the label of a concept in quotation marks."""
    return quoted(lang, concept.label(lang))


def listed(lang: str, parts: list[str]) -> str:
    """Join parts with commas and "and".

    Examples:
        >>> listed("nl", ["a", "b", "c"])
        'a, b en c'
    """
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {say(lang, 'and')} {parts[-1]}"


def capital(text: str) -> str:
    """Write the first letter as a capital."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """End a text with a full stop unless it ends in a mark of its own."""
    return text if text.endswith((".", "!", "?", "…")) else text + "."


def places_in(sections: Iterable[Section], lang: str) -> str:
    """Return where something is said.

    Examples:
        >>> places_in([mini.section("1")], "en")
        '1, Gardens'
    """
    return "; ".join(s.locator(lang) for s in sections)


def source_line(sections: Iterable[Section], lang: str) -> str:
    """Return a line that names the source; empty when the data does not tell.

    Examples:
        >>> source_line([mini.section("1")], "en")
        'Source: 1, Gardens'
    """
    places = places_in(sections, lang)
    return say(lang, "source", places=places) if places else ""
