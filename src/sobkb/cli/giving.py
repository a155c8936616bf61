"""`sobkb cite` and `sobkb export`: knowledge to take along."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from sobkb.cli.parsing import UsageError

if TYPE_CHECKING:
    from sobkb.cli.parsing import Parser
    from sobkb.cli.session import Session


def configure_cite(parser: Parser) -> None:
    """Name the arguments of `cite`."""
    parser.argument("name", nargs="+")
    parser.option("--style", default="apa", metavar="term")
    parser.option("--release", metavar="version")
    parser.option("--accessed", metavar="date")


def run_cite(session: Session, options: Namespace) -> int:
    """Write a reference to one concept."""
    concept = session.kb[" ".join(options.name)]
    release = None
    if options.release:
        from sobkb.archive import find_release

        release = find_release(options.release, *session.places[:1])
    text = concept.cite(options.style, session.lang, version=release, accessed=options.accessed)
    if session.as_json:
        iri = release.address_of(concept) if release else concept.iri
        session.out.json({"slug": concept.slug, "iri": iri, "style": options.style, "citation": text})
    else:
        session.out.data(text if text.endswith("\n") else text + "\n")
    return 0


def configure_export(parser: Parser) -> None:
    """Name the arguments of `export`."""
    parser.option("--format", metavar="term")
    parser.option("--concept", action="append", metavar="name")
    parser.option("--scheme", metavar="scheme")
    parser.option("--section", metavar="id")
    parser.option("-o", "--output", metavar="destination")
    parser.option("--force", action="store_true")
    parser.option("--whole", action="store_true")


def run_export(session: Session, options: Namespace) -> int:
    """Write all or a part in another format."""
    from sobkb.exports import save, write

    wanted = options.format or ("json" if session.as_json else None)
    if options.output:
        path = save(
            session.kb,
            options.output,
            wanted,
            overwrite=options.force,
            concepts=options.concept,
            scheme=options.scheme,
            section=options.section,
            lang=session.lang,
            whole=options.whole,
        )
        session.hint("export.done", path=path)
    elif options.whole and session.endpoint:
        raise UsageError(session.command, session.texts("export.whole-needs-file"))
    else:
        text = write(
            session.kb,
            wanted or "turtle",
            concepts=options.concept,
            scheme=options.scheme,
            section=options.section,
            lang=session.lang,
        )
        session.out.data(text)
    return 0
