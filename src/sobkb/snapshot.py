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
from typing import TYPE_CHECKING, Any, NamedTuple, cast
from zlib import crc32

from sobkb.indexes import Incoming, Indexes
from sobkb.places import builtin_names

if TYPE_CHECKING:
    from sobkb.records import ConceptRecord, KnowledgeBaseRecord

NAME = "snapshot.jsonl"
"""File name of the snapshot, beside the modules of the installed package."""

FORMAT = 1
"""Version of the shapes in `sobkb.records`; a snapshot with another number is not read."""

_LAYOUT = 3
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
        return [at - len(line), at]

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
        with open(path, "rb") as file:
            data = file.read()
        start = data.index(b"\n") + 1
        header = json.loads(data[:start])
        current = (
            header["layout"] == _LAYOUT
            and header["format"] == FORMAT
            and header["size"] == len(data) - start
            and header["files"] == fingerprint(folder)
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if not current:
        return None
    lines = _Lines(data, start)
    record = cast("KnowledgeBaseRecord", _Record(lines, header["parts"], _Concepts(lines, header["concepts"])))
    return Snapshot(record, _PackedIndexes(lines, header))


class _Lines:
    """The lines of a snapshot, parsed when they are asked for."""

    def __init__(self, data: bytes, start: int) -> None:
        self._data = data
        self._start = start
        self._parsed: dict[int, Any] = {}

    def parse(self, place: Sequence[int]) -> Any:
        first, last = place
        value = self._parsed.get(first)
        if value is None:
            value = self._parsed[first] = json.loads(self._data[self._start + first : self._start + last])
        return value


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
        record: ConceptRecord = self._lines.parse(self._places[iri][1:3])
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
        return self._lines.parse(self._places[iri][3:]) if iri in self._places else ((), ())
