"""`python -m sobkb`: the command line."""

from __future__ import annotations

import sys

from sobkb.cli import main

sys.exit(main())
