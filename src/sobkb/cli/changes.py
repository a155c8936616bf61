"""`sobkb diff`: what changed between two versions, in words."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sobkb.cli.parsing import Parser
    from sobkb.cli.session import Session


def configure_diff(parser: Parser) -> None:
    """Name the arguments of `diff`."""
    parser.argument("old")
    parser.argument("new")


def run_diff(session: Session, options: Namespace) -> int:
    """Tell what changed."""
    raise NotImplementedError
