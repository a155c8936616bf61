"""What is cited as it was in a release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sobkb.citing.items import Citable, concept_of
from sobkb.errors import ExportError
from sobkb.model import Concept, Statement

if TYPE_CHECKING:
    from sobkb.archive import Release


def at_release(cited: Citable, version: str | Release) -> tuple[Citable, Release]:
    """Return a concept, or one thing that is said of it, as it was in a release, with the release.

    Args:
        cited: What is cited.
        version: The release, or its number when it is one of the built-in knowledge base.

    Raises:
        ExportError: The release does not have it.
        UnknownTermError: There is no such release.
    """
    from sobkb.archive import find_release

    release = find_release(version) if isinstance(version, str) else version
    now = concept_of(cited)
    then = release.load().concept(now.iri)
    if then is None:
        raise ExportError(f"release {release.version} does not have '{now.slug}'")
    if isinstance(cited, Concept):
        return then, release
    if isinstance(cited, Statement):
        for statement in (*then.relations, *then.notes):
            if statement.relation == cited.relation and statement.object == cited.object:
                return statement, release
    for said in (*then.figures, *then.dates):
        if said == cited:
            return said, release
    raise ExportError(f"release {release.version} does not say this of '{now.slug}'")
