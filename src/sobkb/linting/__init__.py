"""Quality criteria for SKOS vocabularies, after the literature on them.

The criteria are those of qSKOS (Mader, Haslhofer and Isaac, "Finding quality issues in SKOS vocabularies",
2012), as far as they need no network: links are not followed and other sites are not asked for links back.
Where a criterion would punish a consistent habit (writing `broader` only, a language of a handful of terms)
it reports only departures from the habit. `sobkb.validation` checks rules; this gives advice.
"""

from __future__ import annotations

from sobkb.linting.checking import lint, lint_files
from sobkb.linting.criteria import CRITERIA, Criterion

__all__ = ["CRITERIA", "Criterion", "lint", "lint_files"]
