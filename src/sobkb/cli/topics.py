"""What one teaches about: the options that choose it, shared by the commands of `sobkb teach`."""

from __future__ import annotations

from argparse import Namespace

from sobkb.cli.parsing import UsageError
from sobkb.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sobkb.cli.parsing import Parser
    from sobkb.cli.session import Session
    from sobkb.model import Collection
    from sobkb.teaching import Topic

_WAYS = {"theme": "term", "collection": "term", "kind": "term", "scheme": "scheme", "section": "id"}
"""Option → name of what one types after it."""


def configure_topic(parser: Parser, *, everything: bool = False) -> None:
    """Name the options that choose a topic.

    Args:
        parser: Parser of the command.
        everything: True when the command can do everything at once.
    """
    parser.argument("concept", nargs="*")
    for way, metavar in _WAYS.items():
        parser.option(f"--{way}", metavar=metavar)
    if everything:
        parser.option("--all", action="store_true")


def configure_file(parser: Parser) -> None:
    """Name the options that say where the result goes."""
    parser.option("-o", "--output", metavar="destination")
    parser.option("--force", action="store_true")


def chosen_topic(session: Session, options: Namespace) -> Topic | Collection | None:
    """Return what the reader chose; None for everything.

    Raises:
        UsageError: Nothing is chosen, or more than one thing.
    """
    from sobkb.teaching import Topic

    kb = session.kb
    everything = bool(getattr(options, "all", False))
    chosen = [way for way in _WAYS if getattr(options, way)]
    if len(chosen) + bool(options.concept) + everything != 1:
        key = "teach.about.two" if chosen or everything else "teach.about.nothing"
        ways = [f"--{way}" for way in (*_WAYS, *(("all",) if hasattr(options, "all") else ()))]
        raise UsageError(session.command, session.texts(key, options=session.texts.either(ways)))
    if everything:
        return None
    if options.theme:
        return kb.theme(options.theme)
    if options.collection:
        return kb.collection(options.collection)
    if options.concept:
        concepts = tuple(dict.fromkeys(kb[name] for name in options.concept))
        return Topic("", ", ".join(c.label(session.lang) for c in concepts), concepts)
    return _selection(session, options)


def _selection(session: Session, options: Namespace) -> Topic:
    """Return all that has something in common, by label: nobody put it in an order."""
    from sobkb.hierarchy import sort_by_label
    from sobkb.teaching import Topic

    kb, lang = session.kb, session.lang
    if options.kind:
        kind = kb.kind(options.kind)
        iri, title, found = kind.iri, kind.label(lang), kb.of_kind(kind.iri)
    elif options.scheme:
        scheme = kb.scheme(options.scheme)
        iri, title, found = scheme.iri, scheme.label(lang), kb.find(scheme=scheme.iri)
    else:
        section = kb.section(options.section)
        iri, title, found = section.iri, section.locator(lang), kb.find(section=section.iri)
    return Topic(iri, title, tuple(sort_by_label(found, lang)))
