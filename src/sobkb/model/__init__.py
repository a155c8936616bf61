"""The frozen, typed objects a reader of the library meets."""

from __future__ import annotations

from sobkb.model.concept import Concept
from sobkb.model.values import (
    Collection,
    Comparison,
    Contrast,
    Counterpart,
    Dating,
    Dimension,
    Figure,
    Match,
    Scheme,
    Section,
    Source,
    Statement,
    Term,
)

__all__ = [
    "Collection",
    "Comparison",
    "Concept",
    "Contrast",
    "Counterpart",
    "Dating",
    "Dimension",
    "Figure",
    "Match",
    "Scheme",
    "Section",
    "Source",
    "Statement",
    "Term",
]
