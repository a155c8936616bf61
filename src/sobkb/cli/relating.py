"""`sobkb compare` and `sobkb path`: two concepts side by side, and what joins them."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from sobkb.cli import sentences
from sobkb.cli.options import natural_number
from sobkb.cli.output import accent, bold, dim
from sobkb.light_typing import TYPE_CHECKING
from sobkb.text import LangText

if TYPE_CHECKING:
    from sobkb.cli.parsing import Parser
    from sobkb.cli.session import Session
    from sobkb.comparing import ComparedRelation, ConceptComparison
    from sobkb.model import Concept, Section, Statement
    from sobkb.paths import Link


def configure_compare(parser: Parser) -> None:
    """Name the arguments of `compare`."""
    parser.argument("first")
    parser.argument("second")


def run_compare(session: Session, options: Namespace) -> int:
    """Put two concepts side by side."""
    comparison = session.kb.compare(options.first, options.second)
    if session.as_json:
        session.out.json(_comparison_data(comparison, session.lang))
    else:
        _write_comparison(session, comparison)
    return 0


def _write_comparison(session: Session, comparison: ConceptComparison) -> None:
    out, texts, lang = session.out, session.texts, session.lang
    first, second = comparison.first, comparison.second
    names = (first.label(lang), second.label(lang))
    out.line(bold(texts("compare.title", first=names[0], second=names[1])))
    if definitions := [c.definition(lang) or "–" for c in (first, second)]:
        out.line()
        out.table([definitions], names)
    if comparison.contrast:
        from sobkb.cli.showing import write_contrast

        out.heading(texts("compare.contrast"))
        write_contrast(out, comparison.contrast, first, lang)
    if comparison.shared_broader:
        above = ", ".join(accent(c.label(lang)) for c in comparison.shared_broader)
        out.line()
        out.line(texts("compare.broader", above=above))
    _write_shared(session, comparison.shared)
    rows = _differences(session, comparison.differing)
    if rows:
        out.heading(texts("compare.differing"))
        out.table(rows, ("", *names), indent=2)
    if not rows and not comparison.shared:
        out.line()
        out.line(texts("compare.nothing"))


def _write_shared(session: Session, shared: tuple[ComparedRelation, ...]) -> None:
    if shared:
        session.out.heading(session.texts("compare.shared"))
    for relation in shared:
        session.out.line(
            f"– {_phrase(relation, session)} {'; '.join(_ends(relation.shared_evidence, relation, session))}",
            indent=2,
            hang=4,
        )


def _phrase(relation: ComparedRelation, session: Session) -> str:
    return sentences.phrase(relation.relation, session.lang, session.texts, inverse=relation.inverse)


def _differences(session: Session, relations: Sequence[ComparedRelation]) -> list[list[str]]:
    """Return one row per wording: a symmetric relation reads the same from both sides."""
    rows: dict[str, tuple[list[str], list[str]]] = {}
    for relation in relations:
        left, right = rows.setdefault(_phrase(relation, session), ([], []))
        left += _ends(relation.only_first, relation, session)
        right += _ends(relation.only_second, relation, session)
    return [[phrase, "; ".join(left) or "–", "; ".join(right) or "–"] for phrase, (left, right) in rows.items()]


def _ends(statements: Sequence[Statement], relation: ComparedRelation, session: Session) -> list[str]:
    by_place: dict[tuple[Section, ...], list[str]] = {}
    for statement in statements:
        end = statement.subject if relation.inverse else statement.object
        label = end.text if isinstance(end, LangText) else end.label(session.lang)
        by_place.setdefault(statement.sections, []).append(label)
    return [
        f"{', '.join(labels)} {sentences.evidence(sections, session.texts)}".rstrip()
        for sections, labels in by_place.items()
    ]


def _comparison_data(comparison: ConceptComparison, lang: str) -> dict[str, object]:
    from sobkb.cli import data

    return {
        "first": data.summary(comparison.first, lang),
        "second": data.summary(comparison.second, lang),
        "sharedBroader": [c.slug for c in comparison.shared_broader],
        "relations": [
            {
                "relation": r.relation.name,
                "inverse": r.inverse,
                "shared": [data.statement(s) for s in r.shared],
                "sharedSecond": [data.statement(s) for s in r.shared_second],
                "onlyFirst": [data.statement(s) for s in r.only_first],
                "onlySecond": [data.statement(s) for s in r.only_second],
            }
            for r in comparison.relations
        ],
        "contrast": data.contrast(comparison.contrast) if comparison.contrast else None,
        "counterpart": data.counterpart(comparison.counterpart) if comparison.counterpart else None,
    }


def configure_path(parser: Parser) -> None:
    """Name the arguments of `path`."""
    parser.argument("first")
    parser.argument("second")
    parser.option("--limit", type=natural_number, default=8, metavar="number")


def run_path(session: Session, options: Namespace) -> int:
    """Show a shortest way from one concept to another."""
    links = session.kb.path(options.first, options.second, limit=options.limit)
    if session.as_json:
        session.out.json(None if links is None else [_link_data(link) for link in links])
    elif links is None:
        session.hint("path.none" if options.limit > 1 else "path.none-direct", limit=options.limit)
    elif not links:
        session.hint("path.same")
    else:
        for link in links:
            session.out.line(f"{_step(link, session)} {sentences.evidence(link.sections, session.texts)}", hang=2)
    return 0


def _step(link: Link, session: Session) -> str:
    lang = session.lang
    start: Concept = link.start
    plural = start.is_plural(lang)
    phrase = sentences.phrase(link.relation, lang, session.texts, inverse=link.inverse, plural=plural)
    return f"{accent(start.label(lang))} {dim('→')} {phrase} {dim('→')} {accent(link.end.label(lang))}"


def _link_data(link: Link) -> dict[str, object]:
    return {
        "start": link.start.slug,
        "relation": link.relation.name,
        "inverse": link.inverse,
        "end": link.end.slug,
        "sections": [s.id for s in link.sections],
    }
