"""The compiled built-in knowledge base: made when the wheel is built, used when it is current.

A snapshot lists the files of the ontology it was made from, each with size and checksum. It is used only
when exactly these files are there now, so it can neither be stale nor stand in for something else.

Its first line says what the files of the ontology look like and is only compared; the second says where everything
is. Then come the records, and lists of their keys and places, which are split and not parsed. A record is read when
it is asked for: showing one concept reads what is shown, and no more. `sobkb.snapshot_writing` writes it.

Records are kept in Python's own form for plain values, which is read several times faster than JSON, and without the
modules for that, which take longer to import than a knowledge base to open. That form is not made for what comes from
strangers: a value that somebody crafted can crash Python (it cannot run code). So it is used for this file alone, which
lies beside the compiled modules, where whoever can write can do anything; what is there by accident never gets to be
read, since each record has a checksum that is looked at before. Everything that comes from elsewhere is parsed as RDF
or JSON.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from zlib import crc32

from sobkb.errors import OntologyLoadError
from sobkb.indexes import Incoming, Indexes
from sobkb.light_typing import TYPE_CHECKING, Any, NamedTuple
from sobkb.places import builtin_names

if TYPE_CHECKING:
    from sobkb.records import KnowledgeBaseRecord

NAME = "snapshot.data"
"""File name of the snapshot, beside the modules of the installed package."""

FORMAT = 2
"""Version of the shapes in `sobkb.records`; a snapshot with another number is not read."""

LAYOUT = 6
"""Version of the arrangement of the file; a snapshot with another number is not read."""

AROUND = ("narrower", "incoming", "collections", "themes", "contrasts", "counterparts")
"""What is listed for each concept: what is below it, what points to it, and which records of a part name it."""

Place = tuple[int, int, int]
"""Where something begins and ends after the first two lines, and its checksum."""

_HEAD = 16_384  # bytes, more than the second line has
_PIECE = 32_768


class Snapshot(NamedTuple):
    """A knowledge base as a snapshot holds it.

    Attributes:
        record: The compiled form.
        indexes: What is derived from it.
    """

    record: KnowledgeBaseRecord
    indexes: Indexes


def first_line(folder: str) -> bytes:
    """Return how a snapshot of a folder begins: versions, then name, size and checksum of every file."""
    words = [f"sobkb snapshot {LAYOUT} {FORMAT}"]
    # Piece by piece into the same memory, which stays near the processor: new memory for each file takes twice as long.
    piece = memoryview(bytearray(_PIECE))
    for name in builtin_names(folder):
        size = checksum = 0
        with open(os.path.join(folder, name), "rb", buffering=0) as file:
            while read := file.readinto(piece):
                size += read
                checksum = crc32(piece[:read], checksum)
        words.append(f"{name} {size} {checksum}")
    return os.fsencode("\t".join(words)) + b"\n"


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
    pieces = _Pieces(path, file)
    try:
        if not pieces.begin_with(first_line(folder)):
            return None
    except (OSError, ValueError):
        return None
    record: Any = _Record(pieces)
    return Snapshot(record, _PackedIndexes(pieces, record["concepts"]))


def _place(numbers: list[str]) -> Place:
    start, end, checksum = numbers
    return int(start), int(end), int(checksum)


class _Pieces:
    """What a snapshot consists of, read, checked and parsed when it is asked for.

    Args:
        path: The snapshot.
        file: Its descriptor, which is closed here.

    Attributes:
        places: What has a name, in the order in which it was written.
    """

    def __init__(self, path: str, file: int) -> None:
        self.places: dict[str, Place] = {}
        self._path = path
        self._file = file
        self._start = 0

    def __del__(self) -> None:
        os.close(self._file)

    # Two would close the file twice, the second time somebody else's.

    def __copy__(self) -> _Pieces:
        return self

    def __deepcopy__(self, _memo: object) -> _Pieces:
        return self

    def __reduce__(self) -> tuple[object, ...]:
        raise TypeError("an open snapshot stays in its process")

    def begin_with(self, first: bytes) -> bool:
        """Read the first two lines; tell whether the first is this one and all that should follow is there.

        Raises:
            ValueError: There is no second line.
        """
        head = os.read(self._file, len(first) + _HEAD)
        if not head.startswith(first):
            return False
        self._start = head.index(b"\n", len(first)) + 1
        checksum, _, line = head[len(first) : self._start - 1].partition(b"\t")
        if int(checksum) != crc32(line):
            return False
        size, *places = line.decode().split("\t")
        for place in places:
            name, *numbers = place.split(" ")
            self.places[name] = _place(numbers)
        return int(size) == os.fstat(self._file).st_size - self._start

    def split(self, name: str) -> list[str]:
        """Return, one by one, the lines of the text that has a name."""
        text = self._checked(self.places[name]).decode()
        return text.split("\n") if text else []

    def parse(self, place: Place) -> Any:
        """Return the value at a place.

        Raises:
            OntologyLoadError: It is not what was written there.
        """
        return marshal.loads(self._checked(place))  # noqa: S302 - see the top of this module

    def _checked(self, place: Place) -> bytes:
        start, end, checksum = place
        data = self._read(self._start + start, end - start)
        if crc32(data) != checksum:
            raise OntologyLoadError(self._path, "the compiled knowledge base is damaged; reinstall sobkb")
        return data

    def _read(self, start: int, size: int) -> bytes:
        if hasattr(os, "pread"):  # leaves the place in the file alone, so that threads do not meet
            return os.pread(self._file, size, start)
        with open(self._path, "rb") as file:
            file.seek(start)
            return file.read(size)


class _List(Sequence[Any]):
    """Values in their order, each parsed when it is first asked for."""

    def __init__(self, pieces: _Pieces, name: str) -> None:
        self._pieces = pieces
        self._name = name
        self._parsed: dict[int, Any] = {}

    @cached_property
    def _places(self) -> list[str]:
        return self._pieces.split(self._name)

    def __getitem__(self, number: Any) -> Any:
        value = self._parsed.get(number)
        if value is None:
            value = self._parsed[number] = self._pieces.parse(_place(self._places[number].split(" ")))
        return value

    def __len__(self) -> int:
        return len(self._places)


class _Table(Mapping[str, Any]):
    """Values by their keys, each parsed when it is first asked for."""

    def __init__(self, pieces: _Pieces, name: str) -> None:
        self._pieces = pieces
        self._name = name
        self._values = _List(pieces, name)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Key → which of the values."""
        return {key: number for number, key in enumerate(self._pieces.split(f"keys:{self._name}"))}

    def __getitem__(self, key: str) -> Any:
        return self._values[self.numbers[key]]

    def __contains__(self, key: object) -> bool:
        return key in self.numbers

    def __iter__(self) -> Iterator[str]:
        return iter(self.numbers)

    def __len__(self) -> int:
        return len(self.numbers)


class _Record(Mapping[str, Any]):
    """The parts of the knowledge base."""

    def __init__(self, pieces: _Pieces) -> None:
        self._pieces = pieces
        self._parts: dict[str, Any] = {}
        for name in pieces.places:
            sort, _, part = name.partition(":")
            if sort == "table":
                self._parts[part] = _Table(pieces, name)
            elif sort == "list":
                self._parts[part] = _List(pieces, name)
            elif sort == "value":
                self._parts[part] = _UNREAD

    def __getitem__(self, part: str) -> Any:
        found = self._parts[part]
        if found is _UNREAD:
            found = self._parts[part] = self._pieces.parse(self._pieces.places[f"value:{part}"])
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def __len__(self) -> int:
        return len(self._parts)


_UNREAD = object()


class _PackedIndexes(Indexes):
    def __init__(self, pieces: _Pieces, concepts: _Table) -> None:
        self._pieces = pieces
        self._known = concepts
        self._rows = _List(pieces, "index:around")

    @cached_property
    def by_slug(self) -> Mapping[str, str]:
        return dict(zip(self._pieces.split("index:slugs"), self._known, strict=True))

    @cached_property
    def by_label(self) -> tuple[Mapping[str, list[str]], Mapping[str, list[str]]]:
        preferred, alternative = self._pieces.parse(self._pieces.places["index:labels"])
        return preferred, alternative

    def prepared(self, part: str) -> Any:
        place = self._pieces.places.get(f"search:{part}")
        return self._pieces.parse(place) if place else None

    def narrower(self, iri: str) -> Sequence[str]:
        found: Sequence[str] = self._around("narrower", iri)
        return found

    def incoming(self, iri: str) -> Incoming:
        found: Incoming = self._around("incoming", iri)
        return found

    def naming(self, part: str, iri: str) -> Sequence[Any]:
        found: Sequence[Any] = self._around(part, iri)
        return found

    def _around(self, what: str, iri: str) -> Any:
        number = self._known.numbers.get(iri)
        return () if number is None else self._rows[number].get(what, ())
