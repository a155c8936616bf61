"""`sobkb release`: make a release, see what the next one would be, or check those that are there."""

from __future__ import annotations

from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sobkb.cli.output import bad, bold, dim
from sobkb.cli.parsing import UsageError

if TYPE_CHECKING:
    from sobkb.cli.parsing import Parser
    from sobkb.cli.session import Session

_MOST = 20


def configure_release(parser: Parser) -> None:
    """Name the arguments of `release`."""
    parser.argument("version", nargs="?")
    parser.option("--date", metavar="date")
    parser.option("--check", action="store_true")


def run_release(session: Session, options: Namespace) -> int:
    """Make a release, or tell how things stand."""
    session.require_local()
    if session.places:
        raise UsageError(session.command, session.texts("release.checkout"))
    if options.check:
        return _check(session)
    top = _checkout(session)
    if options.version is None:
        return _plan(session, top)
    from sobkb.archive.cutting import ReleaseRefusedError, cut_release

    day = options.date or datetime.now(tz=UTC).astimezone().date().isoformat()
    try:
        made = cut_release(top, options.version, day)
    except ReleaseRefusedError as error:
        _refuse(session, error.reasons)
        return 1
    if session.as_json:
        session.out.json({"version": made.version, "date": made.date, "folder": str(made.folder)})
    else:
        session.out.line(session.texts("release.made", version=made.version, folder=made.folder.relative_to(top)))
        session.out.line(session.texts("release.next", version=made.version))
    return 0


def _plan(session: Session, top: Path) -> int:
    from sobkb.archive.cutting import plan_release

    plan = plan_release(top)
    texts = session.texts
    if session.as_json:
        session.out.json(
            {
                "last": plan.last.version if plan.last else None,
                "lowest": str(plan.lowest) if plan.lowest else None,
                "level": plan.diff.level if plan.diff else None,
                "problems": [list(problem) for problem in plan.problems],
            }
        )
        return 1 if plan.problems else 0
    if plan.last is None or plan.diff is None:
        session.out.line(texts("release.first"))
    else:
        counts = plan.diff.counts()
        session.out.line(texts("release.since", version=plan.last.version, date=plan.last.date, **counts))
        level = plan.diff.level
        if level == "none":
            session.out.line(texts("release.unchanged", version=plan.lowest))
        else:
            session.out.line(texts("release.lowest", version=plan.lowest, level=texts(f"level.{level}")))
        heaviest = [c for c in plan.diff.changes if c.level == level]
        for change in heaviest[:_MOST]:
            name = plan.diff.title_of(change.iri, texts.lang)
            words = " ".join(plan.diff.describe(change, texts.lang).split())
            session.out.line(f"- {name}: {words}", indent=2, hang=4)
        if len(heaviest) > _MOST:
            session.out.line(texts("word.more", number=len(heaviest) - _MOST), indent=2)
    if plan.problems:
        _refuse(session, plan.problems)
        return 1
    return 0


def _refuse(session: Session, reasons: tuple[tuple[str, str], ...]) -> None:
    texts = session.texts
    if session.as_json:
        session.out.json({"refused": [list(reason) for reason in reasons]})
        return
    session.err.line(bold(bad(texts("release.refused"))))
    for name, about in reasons[:_MOST]:
        session.err.line(f"- {texts(f'refused.{name}', about=about)}", indent=2, hang=4)
    if len(reasons) > _MOST:
        session.err.line(texts("word.more", number=len(reasons) - _MOST), indent=2)


def _check(session: Session) -> int:
    from sobkb.archive import releases
    from sobkb.archive.checking import find_faults

    known = releases()
    faults = find_faults(known, session.kb)
    if session.as_json:
        session.out.json([fault._asdict() for fault in faults])
    for fault in () if session.as_json else faults:
        session.out.line(session.texts(f"fault.{fault.sort}", release=fault.release, what=fault.what))
    if not faults:
        session.err.line(dim(session.texts("release.sound", releases=session.texts.count("word.releases", len(known)))))
    return 1 if faults else 0


def _checkout(session: Session) -> Path:
    from sobkb.loading import ontology_dir

    top = ontology_dir().parent
    if not (top / "CHANGELOG.md").is_file():
        raise UsageError(session.command, session.texts("release.checkout"))
    return top
