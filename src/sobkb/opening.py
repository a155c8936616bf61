"""Opening a knowledge base: the built-in one, or anybody's files."""

from __future__ import annotations

import os
from functools import lru_cache

from sobkb.errors import OntologyLoadError
from sobkb.knowledge_base import KnowledgeBase
from sobkb.light_typing import TYPE_CHECKING
from sobkb.places import ontology_folder
from sobkb.snapshot import NAME, read_snapshot

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sobkb.querying import TripleStore

# What is needed for files is imported where it is used: opening the built-in knowledge base needs none of it.


def load(*places: str | os.PathLike[str], version: str | None = None) -> KnowledgeBase:
    """Open a knowledge base.

    Args:
        *places: Files, folders or glob patterns of RDF in Turtle, TriG, N-Triples, N-Quads, RDF/XML or
            JSON-LD. Without any, the built-in knowledge base is opened (the same object every time).
        version: Open a release as it was, e.g. "0.1.0", instead of what is there now; see `sobkb.releases`.
            A place is then the folder its releases are in.

    Returns:
        A read-only knowledge base.

    Raises:
        OntologyLoadError: Something cannot be read; the error holds path, line and column.
        UnknownTermError: There is no such release; the error lists those that exist.

    Examples:
        >>> len(load()) > 0
        True
    """
    if version is not None:
        from sobkb.archive import find_release

        return find_release(version, *places[:1]).load()
    if not places:
        return _builtin()
    from sobkb.loading import find_files

    return _from_files(find_files(places))


@lru_cache(maxsize=1)
def _builtin() -> KnowledgeBase:
    snapshot = read_snapshot(os.path.join(os.path.dirname(__file__), NAME), ontology_folder())
    if snapshot is not None:
        return KnowledgeBase(snapshot.record, _open_builtin, snapshot.indexes).opened_with(load)
    from sobkb.loading import builtin_files

    return _from_files(builtin_files()).opened_with(load)


def _open_builtin() -> TripleStore:
    from sobkb.loading import builtin_files

    return _open(builtin_files)


def _from_files(files: tuple[Path, ...]) -> KnowledgeBase:
    from itertools import chain

    from sobkb.loading import iter_quads
    from sobkb.reading import read_later

    before = _stamps(files)
    record, indexes = read_later(chain.from_iterable(map(iter_quads, files)))

    def unchanged() -> tuple[Path, ...]:
        if _stamps(files) != before:
            changed = next(p for p, s in zip(files, before, strict=True) if _stamp(p) != s)
            raise OntologyLoadError(str(changed), "the file changed after the knowledge base was loaded; load it again")
        return files

    def open_store() -> TripleStore:
        return _open(unchanged)

    return KnowledgeBase(record, open_store, indexes).opened_with(load, *(str(path.resolve()) for path in files))


def _open(files: Callable[[], tuple[Path, ...]]) -> TripleStore:
    from sobkb.querying import open_files

    return open_files(files(), again=files)


def _stamps(files: tuple[Path, ...]) -> list[tuple[int, int]]:
    return [_stamp(path) for path in files]


def _stamp(path: Path) -> tuple[int, int]:
    try:
        stat = path.stat()
    except OSError:
        return (0, 0)
    return (stat.st_mtime_ns, stat.st_size)
