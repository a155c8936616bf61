"""What `sobkb` says when it is called without a command."""

from __future__ import annotations

from sobkb.cli import registry
from sobkb.cli.messages import Texts
from sobkb.cli.output import Console, accent, bold, dim


def write_overview(texts: Texts, out: Console) -> None:
    """Write a short welcome: what one can do, and how to find out more."""
    out.line(f"{bold('sobkb')} – {texts('sobkb.help')}")
    out.heading(texts("overview.start"))
    for example in texts("sobkb.examples").split("\n"):
        out.exact(f"  {accent(example)}")
    width = max(map(len, registry.COMMANDS)) + 4
    for group, commands in registry.GROUPS.items():
        out.heading(texts(f"group.{group}"))
        for name in commands:
            out.columns(accent(name), texts(f"{name}.help"), indent=2, at=width)
    out.line()
    out.line(dim(texts("overview.dutch", words=", ".join(registry.DUTCH))))
    out.line(dim(texts("overview.more")))
