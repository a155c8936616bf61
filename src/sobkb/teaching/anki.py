"""Flashcards as a deck for Anki.

A note is known by its card's key and a deck by its topic's IRI, so that importing a newer deck updates the cards
and keeps what the learner has done. Anki takes over a change only when the note is newer than its own: the
time of a deck is the day its concepts were last changed, which also makes the same data give the same file.
"""

from __future__ import annotations

import io
import itertools
import sqlite3
import zipfile
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from sobkb.errors import MissingExtraError
from sobkb.exports.escaping import web_address, xml_text
from sobkb.teaching.chance import draw
from sobkb.teaching.values import Card, Topic
from sobkb.teaching.words import say, source_line

if TYPE_CHECKING:
    import genanki

_FIRST_DAY = date(2026, 1, 1)
"""The time of data that tells no time."""
_STYLE = """
.card { font: 20px/1.5 Georgia, serif; color: #20242c; background: #fbfaf6; text-align: left; }
.card { max-width: 34em; margin: 1em auto; }
.front { font-size: 1.2em; } .source { font: 14px/1.4 sans-serif; color: #575c67; margin-top: 1.2em; }
.nightMode.card { color: #e8e5de; background: #15171b; } .nightMode .source { color: #aca89f; }
"""


def write_apkg(topic: Topic, cards: Sequence[Card], lang: str) -> bytes:
    """Write a deck as an Anki package.

    Args:
        topic: What the deck is about.
        cards: Its cards.
        lang: Language the deck is named in.

    Raises:
        MissingExtraError: genanki is not installed.
    """
    try:
        import genanki
    except ImportError:
        raise MissingExtraError("teach", "genanki") from None
    deck = genanki.Deck(_number(f"deck {topic.seed} {lang}"), xml_text(say(lang, "cards.title", title=topic.title)))
    model = _model(genanki)
    for card in cards:
        deck.add_note(
            genanki.Note(
                model=model,
                fields=[_html(part) for part in _fields(card)],
                guid=genanki.guid_for(card.key),
                tags=[f"sobkb::{card.sort}"],
            )
        )
    # Through memory rather than genanki's own file: that takes a tenth of the time, and has no time in it.
    time = _time_of(topic)
    with closing(sqlite3.connect(":memory:")) as database:
        genanki.Package(deck).write_to_db(database.cursor(), time, itertools.count(int(time * 1000)))
        database.commit()
        return _packed({"collection.anki2": database.serialize(), "media": b"{}"})


def _model(genanki: Any) -> genanki.Model:
    return genanki.Model(
        _number("model 1"),
        "sobkb",
        fields=[{"name": name} for name in ("Front", "Back", "Source")],
        templates=[
            {
                "name": "sobkb",
                "qfmt": '<div class="front">{{Front}}</div>',
                "afmt": '{{FrontSide}}<hr id="answer">{{Back}}<div class="source">{{Source}}</div>',
            }
        ],
        css=_STYLE,
    )


def _fields(card: Card) -> tuple[str, str, str]:
    source = source_line(card.sections, card.lang)
    address = web_address(card.address)
    return card.front, "\n".join(card.back), "\n".join(part for part in (source, address) if part)


def _html(text: str) -> str:
    """Write text as HTML; braces would otherwise be read as fields of a card."""
    lines = [xml_text(line).replace("{", "&#123;").replace("}", "&#125;") for line in text.split("\n")]
    return "<br>".join(lines)


def _number(name: str) -> int:
    """Return the number Anki knows something by: between 2^30 and 2^31."""
    return (1 << 30) + draw("anki", name) % (1 << 30)


def _time_of(topic: Topic) -> float:
    days = [_FIRST_DAY]
    for concept in topic.concepts:
        try:
            days.append(date.fromisoformat(concept.modified[:10]))
        except ValueError:
            continue
    start = datetime.combine(max(days), datetime.min.time(), UTC)
    # Decks of one day start at different seconds, as Anki numbers cards by their time.
    return start.timestamp() + draw("second", topic.seed) % 86_400


def _packed(files: dict[str, bytes]) -> bytes:
    """Pack files without the time at which that is done."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, content)
    return stream.getvalue()
