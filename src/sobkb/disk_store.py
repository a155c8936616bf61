"""Knowledge bases too large for memory: loaded once into a store on disk, then opened at once."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from sobkb.errors import OntologyLoadError
from sobkb.loading import find_files
from sobkb.querying import DEFAULT_TIMEOUT, MOST_ROWS, QueryResult, Row, TripleStore, fill_store
from sobkb.stored.knowledge_base import MOST_CONCEPTS, StoredKnowledgeBase

if TYPE_CHECKING:
    from sobkb.querying import Value

_MARK = "sobkb-store.json"
_DATA = "data"
_LAYOUT = 1


class DiskSource:
    """An Oxigraph store on disk, read-only."""

    most_rows = 1_000_000

    def __init__(self, store: TripleStore, name: str) -> None:
        self.store = store
        self.name = name

    def rows(self, query: str) -> list[Row]:
        """Return the rows of a SELECT."""
        return list(self.store.query(query, timeout=None, most_rows=None).rows)

    def query(
        self,
        query: str,
        *,
        timeout: float | None = DEFAULT_TIMEOUT,
        bindings: Mapping[str, str | float | Value] | None = None,
        most_rows: int | None = MOST_ROWS,
        memory: int | None = None,
        isolated: bool = False,
    ) -> QueryResult:
        """Run a query that a caller wrote."""
        return self.store.query(
            query, timeout=timeout, bindings=bindings, most_rows=most_rows, memory=memory, isolated=isolated
        )


class DiskKnowledgeBase(StoredKnowledgeBase):
    """A knowledge base in a store on disk."""

    def __init__(self, source: DiskSource, *, most_concepts: int = MOST_CONCEPTS) -> None:
        super().__init__(source, most_concepts=most_concepts)
        self._disk = source

    @property
    def store(self) -> TripleStore:
        """The RDF, in its store on disk."""
        return self._disk.store


def open_store(
    folder: str | os.PathLike[str],
    *places: str | os.PathLike[str],
    most_concepts: int = MOST_CONCEPTS,
) -> DiskKnowledgeBase:
    """Open a knowledge base that lives on disk; load it there first where it is new or its files changed.

    The knowledge base has the verbs of one in memory, but holds only what is asked for. Several
    processes may have it open; only loading wants it for itself.

    Args:
        folder: Where the store is, or is to be made. Nothing else may be in it.
        *places: Files, folders or glob patterns to load, as for `sobkb.load`; none to open what is there.
        most_concepts: Concepts that one answer (`find`, `tree`, `expand` …) may hold.

    Returns:
        A read-only knowledge base.

    Raises:
        OntologyLoadError: A file cannot be read, or the folder is not such a store.

    Examples:
        >>> from pathlib import Path
        >>> _ = Path("tuin.ttl").write_text(
        ...     '<http://example.org/tuin> <http://www.w3.org/2004/02/skos/core#prefLabel> "tuin"@nl .'
        ...     '<http://example.org/tuin> <http://www.w3.org/2004/02/skos/core#inScheme> <http://example.org/s> .'
        ... )
        >>> open_store("store", "tuin.ttl")["tuin"].label()
        'tuin'
        >>> len(open_store("store"))
        1
    """
    top = Path(folder)
    if places:
        files = find_files(places)
        if _loaded_from(top) != _stamps(files):
            _load(top, files)
    elif _loaded_from(top) is None:
        raise OntologyLoadError(str(top), "there is no store of sobkb here; name the files to load into it")
    try:
        store = _open(top)
    except OntologyLoadError:
        if not places:
            raise
        _load(top, files)  # damaged, or being replaced by another process
        store = _open(top)
    kb = DiskKnowledgeBase(DiskSource(store, str(top)), most_concepts=most_concepts)
    return kb.opened_with(open_store, str(top.resolve()))


def _open(top: Path) -> TripleStore:
    from pyoxigraph import Store

    try:
        return TripleStore(Store.read_only(str(top / _DATA)), str(top / _DATA))
    except (OSError, RuntimeError) as error:
        raise OntologyLoadError(str(top), f"the store cannot be opened ({error})") from None


def _load(top: Path, files: tuple[Path, ...]) -> None:
    """Load files into a new store beside the old one, then put it in its place."""
    if top.exists() and _loaded_from(top) is None and (not top.is_dir() or any(top.iterdir())):
        raise OntologyLoadError(str(top), "something else is here already; name a folder that is new or empty")
    stamps = _stamps(files)
    try:
        top.parent.mkdir(parents=True, exist_ok=True)
        passing = Path(tempfile.mkdtemp(prefix=f".{top.name}-", dir=top.parent))
    except OSError as error:
        raise OntologyLoadError(str(top), f"cannot be written ({error.strerror})") from None
    try:
        fill_store(str(passing / _DATA), files)
        (passing / _MARK).write_text(json.dumps({"layout": _LAYOUT, "files": stamps}), encoding="utf-8")
        _replace(passing, top)
    except OSError as error:
        raise OntologyLoadError(str(top), f"cannot be written ({error})") from None
    finally:
        shutil.rmtree(passing, ignore_errors=True)


def _replace(new: Path, top: Path) -> None:
    try:
        new.rename(top)
    except OSError:
        if not top.exists():
            raise
    else:
        return
    if _is_sound(top) and _loaded_from(top) == _loaded_from(new):
        return  # another process was sooner, and may be reading it
    old = Path(tempfile.mkdtemp(prefix=f".{top.name}-", dir=top.parent))
    top.rename(old / "old")
    try:
        new.rename(top)
    except OSError:
        (old / "old").rename(top)
        raise
    finally:
        shutil.rmtree(old, ignore_errors=True)


def _is_sound(top: Path) -> bool:
    try:
        _open(top)
    except OntologyLoadError:
        return False
    return True


def _loaded_from(top: Path) -> list[list[str | int]] | None:
    """Return the files a store was made from; None when it is no store of ours."""
    try:
        mark = json.loads((top / _MARK).read_bytes())
        return mark["files"] if mark["layout"] == _LAYOUT and isinstance(mark["files"], list) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _stamps(files: tuple[Path, ...]) -> list[list[str | int]]:
    return [[str(p.resolve()), (stat := p.stat()).st_size, stat.st_mtime_ns] for p in files]
