"""`sobkb validate` and `sobkb lint`: what is wrong with files, where, and what to do about it."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from sobkb.cli.output import bold, dim

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sobkb.cli.parsing import Parser
    from sobkb.cli.session import Session
    from sobkb.validation import Report


_MOST = 20  # weak spots of one kind run into the thousands in a large vocabulary


def configure_validate(parser: Parser) -> None:
    """Name the arguments of `validate`."""
    parser.argument("file", nargs="*")
    parser.option("--alone", action="store_true")


def run_validate(session: Session, options: Namespace) -> int:
    """Check files against the rules."""
    from sobkb.validation import validate_files

    return _report(session, validate_files(_files(session, options), alone=options.alone or None))


def configure_lint(parser: Parser) -> None:
    """Name the arguments of `lint`."""
    parser.argument("file", nargs="*")


def run_lint(session: Session, options: Namespace) -> int:
    """Look for weak spots in files."""
    from sobkb.linting import lint_files

    return _report(session, lint_files(_files(session, options)), most=_MOST)


def _files(session: Session, options: Namespace) -> Sequence[str | Path]:
    session.require_local()
    named = [*session.places, *options.file]
    if named:
        return named
    from sobkb.loading import builtin_files

    return builtin_files()


def _report(session: Session, report: Report, most: int | None = None) -> int:
    if session.as_json:
        session.out.json(report.to_dict())
    else:
        from sobkb.validation import format_report

        for line in format_report(report, session.texts.lang, most=most).splitlines():
            if not line.startswith(" "):
                session.out.exact(bold(line) if line else "")
            else:
                session.out.line(line.lstrip(), indent=(indent := len(line) - len(line.lstrip())), hang=indent + 2)
    if not session.as_json and report.checked:
        session.err.line(
            dim(session.texts("validate.checked", files=session.texts.count("word.files", len(report.checked))))
        )
    return 0 if report.clean else 1
