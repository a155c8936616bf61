"""`sobkb teach handout` and `sobkb teach terms`: what a trainer hands out."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from sobkb.cli.parsing import UsageError
from sobkb.cli.topics import chosen_topic, configure_file, configure_topic

if TYPE_CHECKING:
    from sobkb.cli.parsing import Parser
    from sobkb.cli.session import Session
    from sobkb.model import Concept


def configure_teach_handout(parser: Parser) -> None:
    """Name the arguments of `teach handout`."""
    configure_topic(parser, everything=True)
    parser.option("--title", metavar="title")
    parser.option("--short", action="store_true")
    parser.option("--fonts", action="append", default=[], metavar="folder")
    configure_file(parser)


def run_teach_handout(session: Session, options: Namespace) -> int:
    """Make a PDF to hand out."""
    if not options.output:
        raise UsageError(session.command, session.texts("teach.binary", format="PDF"))
    from sobkb.teaching import Topic, alphabetical_topics, handout_pdf, reader_pdf

    kb, lang, brief, fonts = session.kb, session.lang, options.short, options.fonts
    topic = chosen_topic(session, options)
    if topic is None:
        topics = alphabetical_topics(kb, lang)
        pdf = reader_pdf(kb, topics, lang, title=options.title or "", brief=brief, fonts=fonts)
        number = sum(len(t.concepts) for t in topics)
    else:
        pdf = handout_pdf(kb, topic, lang, title=options.title or "", brief=brief, fonts=fonts)
        number = len(topic.concepts if isinstance(topic, Topic) else topic.members)
    _save(session, options, pdf, number)
    return 0


def configure_teach_terms(parser: Parser) -> None:
    """Name the arguments of `teach terms`."""
    configure_topic(parser, everything=True)
    configure_file(parser)


def run_teach_terms(session: Session, options: Namespace) -> int:
    """Write a term list."""
    from sobkb.teaching import term_list_csv

    concepts = _concepts(session, options)
    table = term_list_csv(concepts, session.lang)
    if options.output:
        _save(session, options, table, len(concepts))
    elif session.as_json:
        session.out.json(_rows(table))
    else:
        session.out.data(table.decode("utf-8-sig"))
    return 0


def _concepts(session: Session, options: Namespace) -> tuple[Concept, ...]:
    from sobkb.hierarchy import sort_by_label
    from sobkb.teaching import Topic

    topic = chosen_topic(session, options)
    if topic is None:
        return tuple(sort_by_label([c for c in session.kb.concepts if not c.is_deprecated], session.lang))
    return tuple(dict.fromkeys(topic.concepts if isinstance(topic, Topic) else topic.members))


def _rows(table: bytes) -> list[dict[str, str]]:
    import csv
    import io

    return list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline="")))


def _save(session: Session, options: Namespace, content: bytes, number: int) -> None:
    """Write a file, whole or not at all, and say so."""
    from sobkb.exports.files import save_bytes

    path = save_bytes(content, options.output, overwrite=options.force)
    if session.as_json:
        session.out.json({"path": str(path), "concepts": number, "bytes": len(content)})
    else:
        session.hint("teach.written", path=path, number=session.texts.count("teach.concepts", number))
