"""Every text of the command line, in Dutch and in English; `translations` holds what others say in English."""

from __future__ import annotations

from sobkb.cli.table_checking import CHECKING
from sobkb.cli.table_errors import ERRORS
from sobkb.cli.table_finding import FINDING
from sobkb.cli.table_frame import FRAME
from sobkb.cli.table_giving import GIVING
from sobkb.cli.table_releases import RELEASES
from sobkb.cli.table_teach import TEACH

TABLE: dict[str, tuple[str, str]] = {
    **FRAME,
    **FINDING,
    **GIVING,
    **CHECKING,
    **RELEASES,
    **ERRORS,
    **TEACH,
}
"""Key → the text in Dutch, the text in English; `{names}` are filled in."""
