"""What is derived from the concepts, so that nothing needs to be stored twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from sobkb.light_typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sobkb.records import ConceptRecord, Text

Incoming = Sequence[tuple[str, str, list[str]]]
"""Relations that end somewhere: IRI of the subject, IRI of the relation, graphs that state it."""


class Indexes:
    """Ways to find a concept that its own record does not give.

    Args:
        concepts: The concepts by IRI.
    """

    def __init__(self, concepts: Mapping[str, ConceptRecord]) -> None:
        self._concepts = concepts

    @cached_property
    def by_slug(self) -> Mapping[str, str]:
        """Slug → IRI."""
        return {record["slug"]: iri for iri, record in self._concepts.items()}

    @cached_property
    def by_label(self) -> tuple[Mapping[str, list[str]], Mapping[str, list[str]]]:
        """Label in lower case → IRIs, for the preferred terms and for the alternative ones."""
        preferred: dict[str, list[str]] = {}
        alternative: dict[str, list[str]] = {}
        for iri, *labels in self._labels():
            for texts, found in zip(labels, (preferred, alternative), strict=True):
                for text, _ in texts:
                    key = text.casefold()
                    iris = found.get(key)
                    if iris is None:
                        found[key] = [iri]
                    elif iris[-1] != iri:
                        iris.append(iri)
        return preferred, alternative

    def _labels(self) -> Iterable[tuple[str, list[Text], list[Text]]]:
        return ((iri, record["pref"], record["alt"]) for iri, record in self._concepts.items())

    def _broader(self) -> Iterable[tuple[str, list[str]]]:
        return ((iri, record["broader"]) for iri, record in self._concepts.items())

    def prepared(self, part: str) -> Any:  # noqa: ARG002 - here nothing is
        """Return a part of the search index that was prepared before (see `sobkb.search.indexing`), or None."""
        return None

    def naming(self, part: str, iri: str) -> Sequence[Any] | None:  # noqa: ARG002 - here nothing is
        """Return which records of a part name a concept when that was prepared before, or None."""
        return None

    def narrower(self, iri: str) -> Sequence[str]:
        """Return the IRIs of the concepts directly below one."""
        return self._narrower.get(iri, ())

    def incoming(self, iri: str) -> Incoming:
        """Return the relations that end at a concept."""
        return self._incoming.get(iri, ())

    @cached_property
    def _narrower(self) -> dict[str, list[str]]:
        narrower: dict[str, list[str]] = {}
        for iri, broader in self._broader():
            for above in broader:
                narrower.setdefault(above, []).append(iri)
        return narrower

    @cached_property
    def _incoming(self) -> dict[str, list[tuple[str, str, list[str]]]]:
        incoming: dict[str, list[tuple[str, str, list[str]]]] = {}
        for iri, record in self._concepts.items():
            for relation in record["relations"]:
                found = (iri, relation["relation"], relation["graphs"])
                incoming.setdefault(relation["object"], []).append(found)
        return incoming
