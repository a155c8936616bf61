"""`sobkb search`: concepts by what a reader types, each with the reason it was found."""

from __future__ import annotations

from argparse import Namespace

from sobkb.cli.options import natural_number
from sobkb.cli.output import accent, bold, dim
from sobkb.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sobkb.cli.parsing import Parser
    from sobkb.cli.session import Session
    from sobkb.search import Hit

_FILTERS = ("kind", "scheme", "region", "section")


def configure_search(parser: Parser) -> None:
    """Name the arguments of `search`."""
    parser.argument("words", nargs="+")
    for name in _FILTERS:
        parser.option(f"--{name}", metavar="term")
    parser.option("--limit", type=natural_number, default=10, metavar="number")


def run_search(session: Session, options: Namespace) -> int:
    """Search and list the hits."""
    conditions = {name: getattr(options, name) for name in _FILTERS if getattr(options, name) is not None}
    hits = session.kb.search(" ".join(options.words), limit=options.limit, lang=session.lang, **conditions)
    if session.as_json:
        session.out.json([_data(hit, session) for hit in hits])
        return 0
    if not hits:
        session.hint("search.none")
    for number, hit in enumerate(hits):
        if number:
            session.out.line()
        _write_hit(hit, session)
    return 0


def _write_hit(hit: Hit, session: Session) -> None:
    concept, lang, out = hit.concept, session.lang, session.out
    about = [concept.kind.label(lang)] if concept.kind else []
    about += [r.label(lang) for r in concept.regions]
    out.line(
        f"{bold(concept.label(lang))} {dim(''.join(f'· {a} ' for a in about))}{accent(f'[{concept.slug}]')}", hang=2
    )
    if definition := concept.definition(lang):
        out.line(definition, indent=2)
    out.line(dim(hit.why(session.texts.lang)), indent=2)


def _data(hit: Hit, session: Session) -> dict[str, object]:
    from sobkb.cli import data

    return {
        **data.summary(hit.concept, session.lang),
        "score": round(hit.score, 4),
        "match": {"text": hit.text, "lang": hit.lang, "sort": hit.sort, "way": hit.way},
        "why": hit.why(session.texts.lang),
    }
