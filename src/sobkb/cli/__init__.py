"""The command line: the verbs of the library for people who type.

`main` finds the command, builds the parser of that command alone and runs it. Data goes to standard
output; hints and errors go to standard error. The exit code is 0 when all is well, 1 when a check found
something, 2 when a name, option or file was wrong, and 70 when sobkb itself is at fault.
"""

from __future__ import annotations

from sobkb.cli.process import run_process
from sobkb.light_typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sobkb.cli.running import main

__all__ = ["main", "run_process"]


def __getattr__(name: str) -> Any:
    # Imported late, so that a process can say first how its memory is looked after.
    if name != "main":
        raise AttributeError(f"module 'sobkb.cli' has no attribute '{name}'")
    from sobkb.cli.running import main

    return main
