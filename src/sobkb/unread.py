"""Concepts that are read out of their quads when they are asked for."""

from __future__ import annotations

from collections.abc import ItemsView, Iterable, Iterator, Mapping, ValuesView
from functools import cached_property

from sobkb.grouping import collector_paused
from sobkb.indexes import Indexes
from sobkb.light_typing import TYPE_CHECKING
from sobkb.reading_concepts import ConceptReader

if TYPE_CHECKING:
    from sobkb.records import ConceptRecord, Text


class UnreadConcepts(Mapping[str, "ConceptRecord"]):
    """The concepts of a vocabulary by IRI, sorted, each read at the first look at it.

    Whoever goes through all of them has them all read at once; from then on the quads are let go.

    Args:
        reader: Who reads them.
    """

    def __init__(self, reader: ConceptReader) -> None:
        self._reader: ConceptReader | None = reader
        self._places = dict.fromkeys(sorted(reader.concept_iris))
        self._read: dict[str, ConceptRecord] = {}

    def __getitem__(self, iri: str) -> ConceptRecord:
        record = self._read.get(iri)
        if record is None:
            if iri not in self._places:
                raise KeyError(iri)
            reader = self._reader
            if reader is None:  # another thread read the last one just now
                return self._read[iri]
            record = self._read.setdefault(iri, reader.read_concept(iri))
            if len(self._read) == len(self._places):
                self.all()
        return record

    def __reduce__(self) -> tuple[object, ...]:  # a copy is all concepts without their quads
        return dict, (dict(self.all()),)

    def __contains__(self, iri: object) -> bool:
        return iri in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def items(self) -> ItemsView[str, ConceptRecord]:
        """Return all concepts with their IRIs, read by now."""
        return self.all().items()

    def values(self) -> ValuesView[ConceptRecord]:
        """Return all concepts, read by now."""
        return self.all().values()

    def all(self) -> Mapping[str, ConceptRecord]:
        """Read what is not read yet, and return all concepts in the order of their IRIs."""
        reader = self._reader
        if reader is not None:
            read = self._read
            with collector_paused():
                self._read = {i: read.get(i) or read.setdefault(i, reader.read_concept(i)) for i in self._places}
            self._reader = None
        return self._read

    def reader(self) -> ConceptReader | None:
        """Return who reads the concepts, or None when all are read."""
        return self._reader


class UnreadIndexes(Indexes):
    """Ways to find a concept that leave the others unread.

    Args:
        concepts: The concepts, read or not.
    """

    def __init__(self, concepts: UnreadConcepts) -> None:
        super().__init__(concepts)
        self._unread = concepts

    @cached_property
    def by_slug(self) -> Mapping[str, str]:
        """Slug → IRI."""
        reader = self._unread.reader()
        return {reader.slugs[iri]: iri for iri in self._unread} if reader else super().by_slug

    def _labels(self) -> Iterable[tuple[str, list[Text], list[Text]]]:
        reader = self._unread.reader()
        if reader is None:
            return super()._labels()
        return ((iri, reader.preferred_labels(iri), reader.alternative_labels(iri)) for iri in self._unread)

    def _broader(self) -> Iterable[tuple[str, list[str]]]:
        reader = self._unread.reader()
        return ((iri, reader.broader.get(iri, [])) for iri in self._unread) if reader else super()._broader()
