"""`sobkb diff`: what changed between two versions, in words."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from sobkb.cli.output import bold

if TYPE_CHECKING:
    from sobkb.cli.parsing import Parser
    from sobkb.cli.session import Session


def configure_diff(parser: Parser) -> None:
    """Name the arguments of `diff`."""
    parser.argument("old")
    parser.argument("new", nargs="?")


def run_diff(session: Session, options: Namespace) -> int:
    """Tell what changed from one version to another."""
    from sobkb.diffing import diff
    from sobkb.opening import load

    session.require_local()
    found = diff(load(options.old), session.kb if options.new is None else load(options.new))
    if session.as_json:
        session.out.json(found.to_json())
        return 0
    for line in found.to_text(session.texts.lang).splitlines():
        margin = len(line) - len(line.lstrip())
        session.out.line(line.lstrip() if margin else bold(line) if line else "", indent=margin, hang=margin + 2)
    return 0
