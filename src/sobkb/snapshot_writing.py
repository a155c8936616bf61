"""Writing the compiled built-in knowledge base; `sobkb.snapshot` tells what it is and reads it."""

from __future__ import annotations

import json
import marshal
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import cast
from zlib import crc32

from sobkb.compiled import find_naming
from sobkb.indexes import Indexes
from sobkb.records import KnowledgeBaseRecord
from sobkb.snapshot import AROUND, first_line

_LISTS = ("contrasts", "counterparts", "comparisons")


def write_snapshot(record: KnowledgeBaseRecord, folder: str, target: str) -> None:
    """Write a knowledge base and what its files look like; the target appears whole or not at all.

    Args:
        record: The compiled form of the files in the folder.
        folder: The ontology it was made from.
        target: Where to write.
    """
    from sobkb.search.indexing import SearchIndex

    body = _Body()
    for part, value in record.items():
        if isinstance(value, Mapping):
            body.add_table(part, value)
        elif part in _LISTS:
            body.add_list(f"list:{part}", cast("list[object]", value))
        else:
            body.add(f"value:{part}", _packed(value))
    indexes = Indexes(record["concepts"])
    body.add("index:slugs", _text(concept["slug"] for concept in record["concepts"].values()))
    body.add_list("index:around", _around(record, indexes))
    body.add("index:labels", _packed(indexes.by_label))
    for part, prepared in SearchIndex(record).pack().items():
        body.add(f"search:{part}", _packed(prepared))
    passing = Path(target + ".part")
    passing.write_bytes(b"".join([first_line(folder), body.second_line(), *body.pieces]))
    passing.replace(target)


def _around(record: KnowledgeBaseRecord, indexes: Indexes) -> Iterable[dict[str, object]]:
    """Tell for each concept what is below it, what points to it and what names it, as far as there is any."""
    parts = cast("Mapping[str, Mapping[str, object]]", record)
    naming = {part: find_naming(part, parts[part]) for part in AROUND[2:]}
    for iri in record["concepts"]:
        found = [indexes.narrower(iri), indexes.incoming(iri), *(names.get(iri) for names in naming.values())]
        yield {what: value for what, value in zip(AROUND, found, strict=True) if value}


def _packed(value: object) -> bytes:
    # As JSON gives it back: lists, texts, numbers. Every Python reads version 2, and it is the same bytes each time.
    return marshal.dumps(json.loads(json.dumps(value)), 2)


def _text(lines: Iterable[str]) -> bytes:
    return "\n".join(lines).encode()


class _Body:
    """What comes after the first two lines."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []
        self._places: list[str] = []
        self._size = 0

    def second_line(self) -> bytes:
        """Return the line that says how long the body is and where in it everything is, after its own checksum."""
        line = "\t".join([str(self._size), *self._places]).encode()
        return b"%d\t%s\n" % (crc32(line), line)

    def add(self, name: str, data: bytes) -> None:
        """Add something that has a name."""
        self._places.append(f"{name} {self._put(data)}")

    def add_list(self, name: str, values: Iterable[object]) -> None:
        """Add values, then the list of their places."""
        self.add(name, _text([self._put(_packed(value)) for value in values]))

    def add_table(self, part: str, table: Mapping[str, object]) -> None:
        """Add values with their keys."""
        self.add_list(f"table:{part}", table.values())
        self.add(f"keys:table:{part}", _text(table))

    def _put(self, data: bytes) -> str:
        self.pieces.append(data)
        start = self._size
        self._size += len(data)
        return f"{start} {self._size} {crc32(data)}"
