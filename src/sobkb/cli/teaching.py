"""`sobkb teach cards` and `sobkb teach test`: flashcards and self-tests."""

from __future__ import annotations

import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from sobkb.cli.options import natural_number
from sobkb.cli.parsing import UsageError
from sobkb.cli.topics import chosen_topic, configure_file, configure_topic

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sobkb.cli.parsing import Parser
    from sobkb.cli.session import Session
    from sobkb.teaching import Topic

CARDS = ("apkg", "csv", "json")
TESTS = ("moodle", "gift", "json")
_ENDINGS = {".apkg": "apkg", ".csv": "csv", ".json": "json", ".xml": "moodle", ".gift": "gift", ".txt": "gift"}


def configure_teach_cards(parser: Parser) -> None:
    """Name the arguments of `teach cards`."""
    configure_topic(parser)
    parser.option("--format", choices=CARDS)
    configure_file(parser)


def run_teach_cards(session: Session, options: Namespace) -> int:
    """Make flashcards."""
    form = _form(session, options, CARDS) or "csv"
    from sobkb.teaching import flashcards, write_cards

    topic = _topic(session, options)
    cards = flashcards(session.kb, topic, session.lang)
    if not cards:
        raise UsageError(session.command, session.texts("teach.no-cards"))
    content = write_cards(topic, cards, form, session.lang)
    _deliver(session, options, form, content, session.texts.count("teach.cards", len(cards)))
    return 0


def configure_teach_test(parser: Parser) -> None:
    """Name the arguments of `teach test`."""
    configure_topic(parser)
    parser.option("--limit", type=natural_number, default=12, metavar="number")
    parser.option("--format", choices=TESTS)
    configure_file(parser)


def run_teach_test(session: Session, options: Namespace) -> int:
    """Ask questions in the terminal, or write them to a file."""
    form = _form(session, options, TESTS)
    if form is None and not (sys.stdin.isatty() and session.out.is_terminal):
        raise UsageError(session.command, session.texts("teach.terminal", formats=", ".join(TESTS)))
    from sobkb.teaching import self_test, write_test

    test = self_test(session.kb, _topic(session, options), session.lang, limit=options.limit)
    if not test.questions:
        raise UsageError(session.command, session.texts("teach.none"))
    if form is None:
        from sobkb.cli.quizzing import ask

        ask(session, test, sys.stdin)
        return 0
    number = session.texts.count("teach.questions", len(test.questions))
    _deliver(session, options, form, write_test(test, form), number)
    return 0


def _topic(session: Session, options: Namespace) -> Topic:
    """Return what the reader wants to learn."""
    from sobkb.model import Collection
    from sobkb.teaching.values import as_topic

    chosen = chosen_topic(session, options)
    assert chosen is not None  # these commands cannot do everything at once
    return as_topic(chosen, session.lang) if isinstance(chosen, Collection) else chosen


def _form(session: Session, options: Namespace, forms: Iterable[str]) -> str | None:
    """Return the format to write; None when nothing is to be written to a file or pipe."""
    if options.format:
        return str(options.format)
    if options.output:
        name = options.output.lower()
        found = next((form for ending, form in _ENDINGS.items() if name.endswith(ending)), "")
        if found not in forms:
            raise UsageError(
                session.command, session.texts("teach.format", path=options.output, formats=", ".join(forms))
            )
        return found
    return "json" if session.as_json else None


def _deliver(session: Session, options: Namespace, form: str, content: bytes, number: str) -> None:
    if options.output:
        from sobkb.exports.files import save_bytes

        path = save_bytes(content, options.output, overwrite=options.force)
        session.hint("teach.written", path=path, number=number)
    elif form == "apkg":
        raise UsageError(session.command, session.texts("teach.binary", format=form))
    else:
        session.out.data(content.decode("utf-8"))
