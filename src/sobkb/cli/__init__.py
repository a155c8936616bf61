"""The command line: the verbs of the library for people who type.

`main` finds the command, builds the parser of that command alone and runs it. Data goes to standard
output; hints and errors go to standard error. The exit code is 0 when all is well, 1 when a check found
something, 2 when a name, option or file was wrong, and 70 when sobkb itself is at fault.
"""

from __future__ import annotations

from sobkb.cli.running import main, run_process

__all__ = ["main", "run_process"]
