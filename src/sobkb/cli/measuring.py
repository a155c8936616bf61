"""`sobkb stats`: what there is, and where work is left."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Sequence

from sobkb.cli.output import accent, bold, dim
from sobkb.coverage import Coverage, Row, Share, measure_coverage
from sobkb.light_typing import TYPE_CHECKING
from sobkb.model import Section

if TYPE_CHECKING:
    from sobkb.cli.parsing import Parser
    from sobkb.cli.session import Session
    from sobkb.model import Concept, Scheme, Term

_FEW = 12


def configure_stats(parser: Parser) -> None:
    """Name the arguments of `stats`."""
    parser.option("--by", choices=("kind", "scheme", "section"))
    parser.option("--missing", action="store_true")


def run_stats(session: Session, options: Namespace) -> int:
    """Measure how complete the knowledge base is."""
    coverage = measure_coverage(session.kb)
    if session.as_json:
        session.out.json(_data(coverage, session.lang))
        return 0
    _write_total(session, coverage)
    for name, rows in (("kind", coverage.kinds), ("scheme", coverage.schemes), ("section", coverage.sections)):
        if options.by in (None, name):
            _write_groups(session, name, rows)
    _write_missing(session, coverage, everything=options.missing)
    return 0


def _write_total(session: Session, coverage: Coverage) -> None:
    out, texts = session.out, session.texts
    out.line(bold(session.kb.title(session.lang) or texts("stats.untitled")))
    rows = [
        (texts("stats.entries"), str(coverage.total.entries)),
        (texts("stats.bilingual"), _share(coverage.total.bilingual)),
        (texts("stats.explained"), _share(coverage.total.explained)),
        (texts("stats.evidenced"), _share(coverage.total.evidenced)),
        (texts("stats.relations"), f"{coverage.total.relations_per_entry:.1f}"),
        (texts("stats.statements"), str(coverage.statements)),
        (texts("stats.figures"), str(coverage.figures)),
        (texts("stats.dates"), str(coverage.dates)),
        (texts("stats.matches"), str(coverage.matches)),
        (texts("stats.orphans"), str(len(coverage.orphans))),
    ]
    out.table(rows, indent=2)


def _write_groups(session: Session, name: str, rows: Sequence[tuple[Term | Scheme | Section, Row]]) -> None:
    filled = [(item, row) for item, row in rows if row.entries]
    if not filled:
        return
    texts = session.texts
    session.out.heading(texts(f"stats.by.{name}"))
    headers = [texts(f"stats.column.{c}") for c in ("entries", "bilingual", "explained", "evidenced", "relations")]
    body = [
        [
            item.locator(session.lang) if isinstance(item, Section) else item.label(session.lang),
            str(row.entries),
            *(f"{share.percentage}%" for share in (row.bilingual, row.explained, row.evidenced)),
            f"{row.relations_per_entry:.1f}",
        ]
        for item, row in filled
    ]
    session.out.table(body, ["", *headers], indent=2, numbers=len(headers))


def _write_missing(session: Session, coverage: Coverage, *, everything: bool) -> None:
    for name, concepts in _missing(coverage):
        if concepts:
            session.out.heading(session.texts(f"stats.missing.{name}"))
            shown = concepts if everything else concepts[:_FEW]
            more = len(concepts) - len(shown)
            line = ", ".join(accent(c.label(session.lang)) for c in shown)
            session.out.line(line + (f" {dim(session.texts('word.more', number=more))}" if more else ""), indent=2)


def _missing(coverage: Coverage) -> Iterable[tuple[str, tuple[Concept, ...]]]:
    return (
        ("orphans", coverage.orphans),
        ("untranslated", coverage.untranslated),
        ("unexplained", coverage.unexplained),
        ("unevidenced", coverage.unevidenced),
    )


def _share(share: Share) -> str:
    return f"{share.percentage}% ({share.number}/{share.total})"


def _data(coverage: Coverage, lang: str) -> dict[str, object]:
    return {
        **_row_data(coverage.total),
        "statements": coverage.statements,
        "figures": coverage.figures,
        "dates": coverage.dates,
        "matches": coverage.matches,
        "kinds": [{"name": k.name, "label": k.label(lang), **_row_data(row)} for k, row in coverage.kinds],
        "schemes": [{"slug": s.slug, "label": s.label(lang), **_row_data(row)} for s, row in coverage.schemes],
        "sections": [{"id": s.id, "label": s.label(lang), **_row_data(row)} for s, row in coverage.sections],
        **{name: [c.slug for c in concepts] for name, concepts in _missing(coverage)},
    }


def _row_data(row: Row) -> dict[str, object]:
    return {
        "entries": row.entries,
        "bilingual": row.bilingual.number,
        "explained": row.explained.number,
        "evidenced": row.evidenced.number,
        "relations": row.relations,
        "relationsPerEntry": round(row.relations_per_entry, 2),
    }
