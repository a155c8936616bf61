"""One release: its manifest, and what it holds when that is asked for."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sobkb.errors import OntologyLoadError, UnknownTermError
from sobkb.places import ontology_folder
from sobkb.versions import Version, read_version

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from sobkb.knowledge_base import KnowledgeBase
    from sobkb.model import Concept
    from sobkb.validation.rules import Rule

FOLDER = "releases"
"""Folder of the releases, in that of the ontology."""
MANIFEST = "manifest.json"
FORMAT = 1
"""Number of the arrangement of the manifest."""


class Revision(NamedTuple):
    """What a release says of one concept.

    Attributes:
        slug: Its short name.
        hash: SHA-256 of what is stated about it; see `sobkb.archive.hashing`.
        number: How often it has been released with other content, from 1.
    """

    slug: str
    hash: str
    number: int


class ReleaseFile(NamedTuple):
    """A file of a release.

    Attributes:
        name: Its name in the folder of the release.
        size: Its size in bytes.
        sha256: Its checksum.
    """

    name: str
    size: int
    sha256: str


class Release(NamedTuple):
    """A version of a knowledge base as it was released.

    Attributes:
        version: Its version number.
        date: The day it was released, ISO 8601.
        address: Permanent address of the release, ending in "/".
        dataset: SHA-256 of the RDFC-1.0 form of the whole.
        counts: How many concepts, statements and quads it holds.
        files: What it consists of, by what it is: "dataset", "rules".
        concepts: Every concept in it, by IRI.
        folder: Where it lies.
    """

    version: str
    date: str
    address: str
    dataset: str
    counts: Mapping[str, int]
    files: Mapping[str, ReleaseFile]
    concepts: Mapping[str, Revision]
    folder: Path

    def __repr__(self) -> str:
        return f"<Release {self.version} ({self.date}): {len(self.concepts)} concepts>"

    @property
    def number(self) -> Version:
        """Its version number, to sort by."""
        found = read_version(self.version)
        assert found is not None
        return found

    def load(self) -> KnowledgeBase:
        """Return the knowledge base as it was released; the same object every time.

        Raises:
            OntologyLoadError: A file of the release is missing or is not what was released.
        """
        return _load(self.folder, self.version, self.files["dataset"])

    def rules(self) -> tuple[Rule, ...]:
        """Return the rules it was checked with.

        Raises:
            OntologyLoadError: A file of the release is missing or is not what was released.
        """
        from sobkb.validation.rules import read_rules

        if "rules" not in self.files:
            return ()
        path, data = _unpacked(self.folder, self.files["rules"])
        return read_rules(data, path)

    def address_of(self, concept: Concept | str) -> str:
        """Return the permanent address of a concept as it was in this release.

        Args:
            concept: The concept, or its short name.
        """
        return f"{self.address}id/{concept if isinstance(concept, str) else concept.slug}"


def releases(folder: str | PathLike[str] | None = None) -> tuple[Release, ...]:
    """Return the releases of a knowledge base, oldest first.

    Args:
        folder: Folder of the knowledge base, or of its releases; by default the built-in knowledge base.

    Raises:
        OntologyLoadError: A manifest cannot be read.
    """
    top = Path(ontology_folder() if folder is None else folder)
    if (top / FOLDER).is_dir() or folder is None:
        top /= FOLDER
    if not top.is_dir():
        return ()
    found = [read_manifest(path / MANIFEST) for path in top.iterdir() if read_version(path.name)]
    return tuple(sorted(found, key=lambda release: release.number))


def find_release(version: str, folder: str | PathLike[str] | None = None) -> Release:
    """Return the release with a version number.

    Args:
        version: For instance "0.1.0".
        folder: Folder of the knowledge base, or of its releases; by default the built-in knowledge base.

    Raises:
        UnknownTermError: There is none; the error lists those that exist.
        OntologyLoadError: Its manifest cannot be read.
    """
    known = releases(folder)
    for release in known:
        if release.version == version:
            return release
    raise UnknownTermError("release", version, [release.version for release in reversed(known)])


def read_manifest(path: Path) -> Release:
    """Return what a manifest says.

    Raises:
        OntologyLoadError: It cannot be read, or is not a manifest.
    """
    try:
        found: dict[str, Any] = json.loads(path.read_bytes())
        if found["format"] != FORMAT:
            raise OntologyLoadError(str(path), f"this manifest has format {found['format']}; sobkb reads {FORMAT}")
        release = Release(
            version=str(found["version"]),
            date=str(found["date"]),
            address=str(found["address"]),
            dataset=str(found["dataset"]),
            counts={str(k): int(v) for k, v in found["counts"].items()},
            files={k: ReleaseFile(v["name"], v["size"], v["sha256"]) for k, v in found["files"].items()},
            concepts={k: Revision(v["slug"], v["hash"], v["revision"]) for k, v in found["concepts"].items()},
            folder=path.parent,
        )
    except OSError as error:
        raise OntologyLoadError(str(path), f"cannot be opened ({error.strerror})") from None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise OntologyLoadError(str(path), f"this is not the manifest of a release ({error})") from None
    names = [file.name for file in release.files.values()]
    if release.version != path.parent.name or "dataset" not in release.files or any("/" in n for n in names):
        raise OntologyLoadError(str(path), "this is not the manifest of a release (it contradicts its folder)")
    return release


def _unpacked(folder: Path, file: ReleaseFile) -> tuple[Path, bytes]:
    """Return the content of a packed file, with the name it has unpacked."""
    import gzip
    import hashlib

    path = folder / file.name
    try:
        data = path.read_bytes()
    except OSError as error:
        raise OntologyLoadError(str(path), f"cannot be opened ({error.strerror})") from None
    if hashlib.sha256(data).hexdigest() != file.sha256:
        raise OntologyLoadError(str(path), "this is not what was released: the checksum is another")
    return path.with_suffix(""), gzip.decompress(data)


@lru_cache(maxsize=64)
def _load(folder: Path, version: str, file: ReleaseFile) -> KnowledgeBase:
    from sobkb.knowledge_base import KnowledgeBase
    from sobkb.loading import quads_in
    from sobkb.querying import open_quads
    from sobkb.reading import read_knowledge_base

    path, data = _unpacked(folder, file)

    def quads() -> list[Quad]:
        return list(quads_in(data, path))

    record = read_knowledge_base(quads())
    return KnowledgeBase({**record, "version": record["version"] or version}, lambda: open_quads(quads()))
