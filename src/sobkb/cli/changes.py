"""`sobkb diff`, `releases` and `history`: what changed between versions, in words."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from sobkb.cli.output import bold, dim

if TYPE_CHECKING:
    from sobkb.archive import Release
    from sobkb.cli.parsing import Parser
    from sobkb.cli.session import Session
    from sobkb.knowledge_base import KnowledgeBase
    from sobkb.validation.rules import Rule

WORKING = "working"
"""What stands for the knowledge base as it is now, where a release may be named."""


def configure_diff(parser: Parser) -> None:
    """Name the arguments of `diff`."""
    parser.argument("old")
    parser.argument("new", nargs="?")


def run_diff(session: Session, options: Namespace) -> int:
    """Tell what changed from one version to another."""
    from sobkb.diffing import diff

    session.require_local()
    old, old_rules = _version(session, options.old)
    new, new_rules = _version(session, options.new or WORKING)
    found = diff(old, new, old_rules=old_rules, new_rules=new_rules)
    if session.as_json:
        session.out.json(found.to_json())
    else:
        _write(session, found.to_text(session.texts.lang))
    return 0


def configure_releases(parser: Parser) -> None:
    """Name the arguments of `releases`: it has none."""
    del parser


def run_releases(session: Session, options: Namespace) -> int:
    """List the releases, newest first."""
    from sobkb.archive import releases

    del options
    known = releases(*session.places[:1])
    if session.as_json:
        session.out.json(
            [
                {"version": r.version, "date": r.date, "address": r.address, "dataset": r.dataset, **r.counts}
                for r in reversed(known)
            ]
        )
    elif known:
        head = [session.texts(f"releases.{name}") for name in ("version", "date", "concepts", "address")]
        session.out.table([[r.version, r.date, str(len(r.concepts)), r.address] for r in reversed(known)], head)
    else:
        session.hint("releases.none")
    return 0


def configure_history(parser: Parser) -> None:
    """Name the arguments of `history`."""
    parser.argument("name")


def run_history(session: Session, options: Namespace) -> int:
    """Tell what each release did to a concept."""
    from sobkb.archive import releases
    from sobkb.archive.history import changes_since, history_of
    from sobkb.errors import UnknownConceptError

    session.require_local()
    known = releases(*session.places[:1])
    try:
        iri = session.kb[options.name].iri
    except UnknownConceptError:  # it may have been there once
        iri = _in_releases(options.name, known)
        if not iri:
            raise
    texts, steps = session.texts, history_of(iri, known)
    told = []
    for step in steps:
        at = known.index(step.release)
        found = changes_since(known[at - 1], step.release) if step.changes else None
        told.append([found.describe(c, texts.lang) for c in step.changes] if found else [])
    if session.as_json:
        session.out.json(
            [
                {
                    "version": s.release.version,
                    "date": s.release.date,
                    "sort": s.sort,
                    "revision": s.revision or None,
                    "hash": s.hash or None,
                    "address": s.release.address_of(s.release.concepts[iri].slug) if s.revision else None,
                    "changes": lines,
                }
                for s, lines in zip(steps, told, strict=True)
            ]
        )
        return 0
    if not steps:
        session.hint("history.unreleased")
    for step, lines in zip(steps, told, strict=True):
        what = texts(f"history.{step.sort}", number=step.revision) if step.revision else texts("history.gone")
        session.out.line(f"{bold(step.release.version)} ({step.release.date}): {what}")
        for line in lines:
            session.out.line(f"- {' '.join(line.split())}", indent=2, hang=4)
        if step.revision:
            session.out.line(dim(step.release.address_of(step.release.concepts[iri].slug)), indent=2)
    return 0


def _in_releases(name: str, known: tuple[Release, ...]) -> str:
    for release in reversed(known):
        for iri, revision in release.concepts.items():
            if name in (revision.slug, iri):
                return iri
    return ""


def _version(session: Session, name: str) -> tuple[KnowledgeBase, tuple[Rule, ...] | None]:
    """Open what a word on the command line stands for: a release, the state of now, or a file or folder."""
    from sobkb.opening import load
    from sobkb.validation.rules import load_rules
    from sobkb.versions import read_version

    if name == WORKING:
        return session.kb, None if session.places else load_rules()
    if read_version(name) and not Path(name).exists():
        from sobkb.archive import find_release

        release = find_release(name, *session.places[:1])
        return release.load(), release.rules()
    return load(name), None


def _write(session: Session, text: str) -> None:
    for line in text.splitlines():
        margin = len(line) - len(line.lstrip())
        session.out.line(line.lstrip() if margin else bold(line) if line else "", indent=margin, hang=margin + 2)
