"""What must hold of releases for ever: they are what they were, and every IRI in them still answers."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from sobkb.archive.release import MANIFEST, Release
from sobkb.diffing import diff

if TYPE_CHECKING:
    from sobkb.knowledge_base import KnowledgeBase


class Fault(NamedTuple):
    """Something that makes a citation of a release lead nowhere.

    Attributes:
        sort: "missing" or "altered" for a file, "extra" for one that does not belong there, "gone" for an IRI.
        release: Version of the release.
        what: Name of the file, or the IRI.
    """

    sort: str
    release: str
    what: str


def find_faults(known: Sequence[Release], now: KnowledgeBase | None = None) -> list[Fault]:
    """Return what is wrong with releases.

    Args:
        known: The releases, oldest first.
        now: The knowledge base of today, which must still have every IRI of the last release.
    """
    found: list[Fault] = []
    for release in known:
        for file in release.files.values():
            path = release.folder / file.name
            if not path.is_file():
                found.append(Fault("missing", release.version, file.name))
            elif hashlib.sha256(path.read_bytes()).hexdigest() != file.sha256:
                found.append(Fault("altered", release.version, file.name))
        names = {MANIFEST, *(file.name for file in release.files.values())}
        found += [
            Fault("extra", release.version, path.name)
            for path in sorted(release.folder.iterdir())
            if path.name not in names
        ]
    if known and now is not None and not any(f.release == known[-1].version for f in found):
        gone = diff(known[-1].load(), now).of("removed")
        found += [Fault("gone", known[-1].version, change.iri) for change in gone]
    return found
