"""The compiled built-in knowledge base: made when the wheel is built, used when it is current.

A snapshot lists the files of the ontology it was made from, each with size and checksum. It is used only
when exactly these files are there now, so it can neither be stale nor stand in for something else.

The file is a line of JSON that says where everything is, then one line of JSON for every part and every
concept. A line is parsed when it is asked for: showing one concept reads one concept.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from zlib import crc32

from sobkb.errors import OntologyLoadError
from sobkb.indexes import Incoming, Indexes
from sobkb.light_typing import TYPE_CHECKING, Any, NamedTuple
from sobkb.places import builtin_names

if TYPE_CHECKING:
    from sobkb.records import ConceptRecord, KnowledgeBaseRecord

NAME = "snapshot.jsonl"
"""File name of the snapshot, beside the modules of the installed package."""

FORMAT = 2
"""Version of the shapes in `sobkb.records`; a snapshot with another number is not read."""

_HEADER = 131_072  # bytes, a little more than the first line mostly has

_LAYOUT = 4
"""Version of the arrangement of the lines; a snapshot with another number is not read."""


class Snapshot(NamedTuple):
    """A knowledge base as a snapshot holds it.

    Attributes:
        record: The compiled form.
        indexes: What is derived from it.
    """

    record: KnowledgeBaseRecord
    indexes: Indexes


def fingerprint(folder: str) -> list[list[str | int]]:
    """Return name, size and checksum of every file of the built-in ontology."""
    found: list[list[str | int]] = []
    for name in builtin_names(folder):
        with open(os.path.join(folder, name), "rb", buffering=0) as file:
            data = file.read()
        found.append([name, len(data), crc32(data)])
    return found


def write_snapshot(record: KnowledgeBaseRecord, folder: str, target: str) -> None:
    """Write a knowledge base and the fingerprint of its files; the target appears whole or not at all.

    Args:
        record: The compiled form of the files in the folder.
        folder: The ontology it was made from.
        target: Where to write.
    """
    from sobkb.search.indexing import SearchIndex

    concepts, indexes = record["concepts"], Indexes(record["concepts"])
    lines: list[bytes] = []
    at = 0

    def add(value: object) -> list[int]:
        nonlocal at
        line = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        lines.append(line)
        at += len(line)
        return [at - len(line), at, crc32(line)]

    parts = {name: add(value) for name, value in record.items() if name != "concepts"}
    header = {
        "layout": _LAYOUT,
        "format": record["format"],
        "files": fingerprint(folder),
        "labels": add(indexes.by_label),
        "search": {part: add(value) for part, value in SearchIndex(record).pack().items()},
        "parts": parts,
        "concepts": {
            iri: [concept["slug"], *add(concept), *add([indexes.narrower(iri), indexes.incoming(iri)])]
            for iri, concept in concepts.items()
        },
    }
    header["size"] = at
    first = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
    passing = target + ".part"
    with open(passing, "wb") as file:
        file.write(first)
        file.writelines(lines)
    os.replace(passing, target)


def read_snapshot(path: str, folder: str) -> Snapshot | None:
    """Return the knowledge base in a snapshot, or None when it is missing, broken or not of these files.

    Args:
        path: The snapshot.
        folder: The ontology that is there now.
    """
    try:
        file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except OSError:
        return None
    lines = _Lines(path, file)
    try:
        header = lines.read_header()
        current = (
            header["layout"] == _LAYOUT
            and header["format"] == FORMAT
            and header["size"] == os.fstat(file).st_size - lines.start
            and header["files"] == fingerprint(folder)
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if not current:
        return None
    record: Any = _Record(lines, header["parts"], _Concepts(lines, header["concepts"]))
    return Snapshot(record, _PackedIndexes(lines, header))


class _Lines:
    """The lines of a snapshot, read, checked and parsed when they are asked for.

    Args:
        path: The snapshot.
        file: Its descriptor, which is closed here.
    """

    def __init__(self, path: str, file: int) -> None:
        self.start = 0
        self._path = path
        self._file = file
        self._parsed: dict[int, Any] = {}

    def __del__(self) -> None:
        os.close(self._file)

    # Two would close the file twice, the second time somebody else's.

    def __copy__(self) -> _Lines:
        return self

    def __deepcopy__(self, _memo: object) -> _Lines:
        return self

    def __reduce__(self) -> tuple[object, ...]:
        raise TypeError("an open snapshot stays in its process")

    def read_header(self) -> Any:
        """Read the first line; raises ValueError when there is none."""
        head = os.read(self._file, _HEADER)
        while b"\n" not in head and (more := os.read(self._file, _HEADER)):
            head += more
        self.start = head.index(b"\n") + 1
        return json.loads(head[: self.start])

    def parse(self, place: Sequence[int]) -> Any:
        """Return what stands at a place.

        Raises:
            OntologyLoadError: It is not what was written there.
        """
        first, last, checksum = place
        value = self._parsed.get(first)
        if value is None:
            line = self._read(self.start + first, last - first)
            if crc32(line) != checksum:
                raise OntologyLoadError(self._path, "the compiled knowledge base is damaged; reinstall sobkb")
            value = self._parsed[first] = json.loads(line)
        return value

    def _read(self, start: int, size: int) -> bytes:
        if hasattr(os, "pread"):  # leaves the place in the file alone, so that threads do not meet
            return os.pread(self._file, size, start)
        with open(self._path, "rb") as file:
            file.seek(start)
            return file.read(size)


class _Record(Mapping[str, object]):
    def __init__(self, lines: _Lines, parts: dict[str, list[int]], concepts: _Concepts) -> None:
        self._lines = lines
        self._parts = parts
        self._concepts = concepts

    def __getitem__(self, name: str) -> object:
        return self._concepts if name == "concepts" else self._lines.parse(self._parts[name])

    def __iter__(self) -> Iterator[str]:
        return iter((*self._parts, "concepts"))

    def __len__(self) -> int:
        return len(self._parts) + 1


class _Concepts(Mapping[str, "ConceptRecord"]):
    def __init__(self, lines: _Lines, places: dict[str, list[Any]]) -> None:
        self._lines = lines
        self._places = places

    def __getitem__(self, iri: str) -> ConceptRecord:
        record: ConceptRecord = self._lines.parse(self._places[iri][1:4])
        return record

    def __contains__(self, iri: object) -> bool:
        return iri in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class _PackedIndexes(Indexes):
    def __init__(self, lines: _Lines, header: dict[str, Any]) -> None:
        self._lines = lines
        self._places: dict[str, list[Any]] = header["concepts"]
        self._labels: list[int] = header["labels"]
        self._search: dict[str, list[int]] = header["search"]

    @cached_property
    def by_slug(self) -> Mapping[str, str]:
        return {place[0]: iri for iri, place in self._places.items()}

    @cached_property
    def by_label(self) -> tuple[Mapping[str, list[str]], Mapping[str, list[str]]]:
        preferred, alternative = self._lines.parse(self._labels)
        return preferred, alternative

    def prepared(self, part: str) -> Any:
        return self._lines.parse(self._search[part]) if part in self._search else None

    def narrower(self, iri: str) -> Sequence[str]:
        found: Sequence[str] = self._line(iri)[0]
        return found

    def incoming(self, iri: str) -> Incoming:
        found: Incoming = self._line(iri)[1]
        return found

    def _line(self, iri: str) -> Any:
        return self._lines.parse(self._places[iri][4:]) if iri in self._places else ((), ())
