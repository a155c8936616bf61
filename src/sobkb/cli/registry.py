"""The commands, by name, with the module that holds each; nothing is imported before it is called."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from sobkb.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace

    from sobkb.cli.parsing import Parser
    from sobkb.cli.session import Session

GROUPS = {
    "look": {
        "show": "showing",
        "search": "searching",
        "tree": "trees",
        "themes": "learning",
        "theme": "learning",
        "section": "sections",
        "at": "sections",
        "compare": "relating",
        "path": "relating",
    },
    "ask": {"ask": "asking", "query": "asking"},
    "use": {
        "cite": "giving",
        "export": "giving",
        "teach cards": "teaching",
        "teach test": "teaching",
        "teach handout": "handing_out",
        "teach terms": "handing_out",
        "site export": "sites",
        "site build": "sites",
    },
    "check": {
        "validate": "checking",
        "lint": "checking",
        "format": "formatting",
        "stats": "measuring",
        "diff": "changes",
        "releases": "changes",
        "history": "changes",
        "release": "releasing",
        "check": "references",
    },
}
"""Group → command → module in this package."""

COMMANDS = {name: module for group in GROUPS.values() for name, module in group.items()}

DUTCH = {
    "toon": "show",
    "zoek": "search",
    "boom": "tree",
    "thema": "theme",
    "deel": "section",
    "vergelijk": "compare",
    "pad": "path",
    "vraag": "ask",
    "bevraag": "query",
    "citeer": "cite",
    "exporteer": "export",
    "valideer": "validate",
    "uitgaven": "releases",
    "geschiedenis": "history",
    "controleer": "check",
}
"""Dutch word → command; what one reads in Dutch may be typed in Dutch."""


def configure(name: str, parser: Parser) -> None:
    """Give a parser the arguments of a command."""
    add: Callable[[Parser], None] = getattr(_module(name), f"configure_{_identifier(name)}")
    add(parser)


def run(name: str, session: Session, options: Namespace) -> int:
    """Run a command and return its exit code."""
    function: Callable[[Session, Namespace], int] = getattr(_module(name), f"run_{_identifier(name)}")
    return function(session, options)


def _module(name: str) -> object:
    return import_module(f"sobkb.cli.{COMMANDS[name]}")


def _identifier(name: str) -> str:
    return name.replace(" ", "_")
