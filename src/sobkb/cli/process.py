"""The command line as a process of its own."""

from __future__ import annotations

import gc
import os
import sys

from sobkb.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NoReturn


def run_process() -> NoReturn:
    """Run the command line of this process and end it.

    Python is not taken apart object by object, which takes a fifth of the time that showing a concept does;
    nor is a query waited for that ran over its time.
    """
    # What is imported stays, so that to look for garbage in it again and again is in vain: once in 20 000 new objects
    # instead of 700 is enough.
    gc.set_threshold(20_000)
    from sobkb.cli.running import BROKEN_PIPE, main

    code = main()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            code = code or BROKEN_PIPE
    os._exit(code)
