"""Where a criterion finds something."""

from __future__ import annotations

from typing import NamedTuple


class Spot(NamedTuple):
    """A place a criterion points at.

    Attributes:
        focus: IRI of the entry.
        path: IRI of the property; empty when there is none.
        value: IRI or text; empty when there is none.
    """

    focus: str
    path: str = ""
    value: str = ""
