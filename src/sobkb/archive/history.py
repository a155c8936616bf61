"""What became of a concept from release to release."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from sobkb.archive.release import MANIFEST, Release, read_manifest
from sobkb.diffing import Change, Diff, diff


class Step(NamedTuple):
    """What a release did to a concept.

    Attributes:
        release: The release.
        sort: "first" where the concept came in, "changed", or "gone" where it is no longer in it.
        revision: Its revision in this release; 0 when it is gone.
        hash: Hash of what is stated about it; empty when it is gone.
        changes: What changed.
    """

    release: Release
    sort: str
    revision: int = 0
    hash: str = ""
    changes: tuple[Change, ...] = ()


def history_of(iri: str, known: Sequence[Release]) -> tuple[Step, ...]:
    """Return the releases that did something to a concept, oldest first.

    Args:
        iri: IRI of the concept.
        known: The releases, oldest first.
    """
    steps: list[Step] = []
    last: Release | None = None
    for release in known:
        now, was = release.concepts.get(iri), last.concepts.get(iri) if last else None
        if now is not None and was is None:
            steps.append(Step(release, "first", now.number, now.hash))
        elif now is None and was is not None:
            steps.append(Step(release, "gone"))
        elif now is not None and was is not None and last is not None and now.hash != was.hash:
            found = tuple(c for c in changes_since(last, release).changes if c.iri == iri)
            steps.append(Step(release, "changed", now.number, now.hash, found))
        last = release
    return tuple(steps)


def changes_since(old: Release, new: Release) -> Diff:
    """Return what changed from one release to another; found out once."""
    return _diff(old.folder, old.dataset, new.folder, new.dataset)


@lru_cache(maxsize=64)
def _diff(old: Path, _old_hash: str, new: Path, _new_hash: str) -> Diff:
    before, after = read_manifest(old / MANIFEST), read_manifest(new / MANIFEST)
    return diff(before.load(), after.load(), old_rules=before.rules(), new_rules=after.rules())
