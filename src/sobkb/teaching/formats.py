"""The formats cards and tests are written in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, cast

from sobkb.errors import ExportError
from sobkb.exports import Format
from sobkb.teaching.values import Topic, as_topic

if TYPE_CHECKING:
    from sobkb.model import Collection
    from sobkb.teaching.values import Card, SelfTest


CARD_FORMATS: dict[str, Format] = {
    f.name: f
    for f in (
        Format("apkg", ".apkg", "application/octet-stream", "Anki", "anki.write_apkg"),
        Format("csv", ".csv", "text/csv", "CSV", "card_table.write_csv"),
        Format("json", ".json", "application/json", "JSON", "plain.write_cards_json"),
    )
}
"""The formats of cards by name."""

TEST_FORMATS: dict[str, Format] = {
    f.name: f
    for f in (
        Format("moodle", ".moodle.xml", "application/xml", "Moodle XML", "moodle.write_moodle"),
        Format("gift", ".gift.txt", "text/plain", "GIFT", "gift.write_gift"),
        Format("json", ".json", "application/json", "JSON", "plain.write_test_json"),
    )
}
"""The formats of tests by name."""


def write_cards(
    topic: Topic | Collection,
    cards: Sequence[Card],
    format: str = "csv",  # noqa: A002 - the word every user looks for
    lang: str = "nl",
) -> bytes:
    """Write flashcards.

    Args:
        topic: What they are about: a theme, a collection or a `Topic`; gives the deck its name and its identity.
        cards: The cards.
        format: A name in `CARD_FORMATS`.
        lang: Language the deck is named in.

    Raises:
        ExportError: There is no such format.
        MissingExtraError: The package for Anki decks is not installed.

    Examples:
        >>> from sobkb.teaching import Topic, flashcards
        >>> topic = Topic("", "tuinen", (mini["moestuin"],))
        >>> print(write_cards(topic, flashcards(mini, topic), "csv").decode().splitlines()[0])
        front,back,sort,section,address
    """
    about = topic if isinstance(topic, Topic) else as_topic(topic, lang)
    return cast("Callable[[Topic, Sequence[Card], str], bytes]", _writer(CARD_FORMATS, format))(about, cards, lang)


def write_test(test: SelfTest, format: str = "moodle") -> bytes:  # noqa: A002
    """Write a test for a learning environment.

    Args:
        test: The test.
        format: A name in `TEST_FORMATS`.

    Raises:
        ExportError: There is no such format.

    Examples:
        >>> from sobkb.teaching import self_test
        >>> test = self_test(kb, kb.collection("vier-vormen-van-democratie"), limit=1)
        >>> write_test(test, "gift").decode().splitlines()[0]
        '// Zelftest: vier vormen van democratie'
    """
    return cast("Callable[[SelfTest], bytes]", _writer(TEST_FORMATS, format))(test)


def _writer(known: dict[str, Format], name: str) -> object:
    found = known.get(name.lower())
    if found is None:
        raise ExportError(f"there is no format '{name}'; there is {', '.join(known)}")
    module, function = found.writer.split(".")
    return getattr(import_module(f"sobkb.teaching.{module}"), function)
