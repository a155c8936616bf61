"""`sobkb cite` and `sobkb export`: knowledge to take along."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from sobkb.cli.parsing import UsageError

if TYPE_CHECKING:
    from sobkb.cli.parsing import Parser
    from sobkb.cli.session import Session
    from sobkb.model import Concept, Statement


def configure_cite(parser: Parser) -> None:
    """Name the arguments of `cite`."""
    parser.argument("name", nargs="+")
    parser.option("--relation", metavar="term")
    parser.option("--object", metavar="name")
    parser.option("--style", default="apa", metavar="term")
    parser.option("--release", metavar="version")
    parser.option("--accessed", metavar="date")


def run_cite(session: Session, options: Namespace) -> int:
    """Write a reference to one concept, or to each thing that is said of it by a relation."""
    concept = session.kb[" ".join(options.name)]
    release = None
    if options.release:
        from sobkb.archive import find_release

        release = find_release(options.release, *session.places[:1])

    def cite(cited: Concept | Statement) -> str:
        return cited.cite(options.style, session.lang, version=release, accessed=options.accessed)

    iri = release.address_of(concept) if release else concept.iri
    about = {"slug": concept.slug, "iri": iri, "style": options.style}
    if options.relation is None and options.object is None:
        text = cite(concept)
        if session.as_json:
            session.out.json({**about, "citation": text})
        else:
            session.out.data(text if text.endswith("\n") else text + "\n")
        return 0
    said = session.kb.statements(subject=concept, relation=options.relation, object=options.object)
    if not said:
        session.hint("cite.none")
    if session.as_json:
        session.out.json([{**about, "relation": s.relation.name, "citation": cite(s)} for s in said])
    elif said:
        session.out.data(_one_after_another([cite(s) for s in said]))
    return 0


def _one_after_another(texts: list[str]) -> str:
    if texts[0].startswith("["):  # CSL-JSON is one list of all
        import json

        return json.dumps([item for text in texts for item in json.loads(text)], ensure_ascii=False, indent=2) + "\n"
    return "".join(text if text.endswith("\n") else text + "\n" for text in texts)


def configure_export(parser: Parser) -> None:
    """Name the arguments of `export`."""
    parser.option("--format", metavar="term")
    parser.option("--concept", action="append", metavar="name")
    parser.option("--scheme", metavar="scheme")
    parser.option("--section", metavar="id")
    parser.option("--region", metavar="name")
    parser.option("--collection", metavar="collection")
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
            region=options.region,
            collection=options.collection,
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
            region=options.region,
            collection=options.collection,
            lang=session.lang,
        )
        session.out.data(text)
    return 0
