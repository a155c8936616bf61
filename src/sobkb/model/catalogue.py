"""What a concept needs of the knowledge base it lives in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from sobkb.model.concept import Concept
    from sobkb.model.values import Collection, Contrast, Counterpart, Scheme, Section, Source, Statement, Term


class Catalogue(Protocol):
    """What a concept needs of the knowledge base it lives in."""

    @property
    def version(self) -> str:
        """Version of the data."""

    @property
    def creators(self) -> tuple[str, ...]:
        """Names of those who made the knowledge base."""

    def title(self, lang: str = "nl") -> str:
        """Return the title of the knowledge base."""

    def source_of(self, section: Section) -> Source | None:
        """Return the work a section belongs to."""

    def concept(self, iri: str) -> Concept | None:
        """Return the concept with an IRI, or None."""

    def term(self, iri: str) -> Term:
        """Return the kind or relation with an IRI."""

    def relation(self, name: str | Term) -> Term:
        """Return the relation with a short name, CURIE, IRI or label."""

    def scheme_of(self, iri: str) -> Scheme:
        """Return the scheme with an IRI."""

    def section_of(self, iri: str) -> Section:
        """Return the section with an IRI."""

    def narrower_of(self, concept: Concept) -> tuple[Concept, ...]:
        """Return the concepts directly below one."""

    def incoming_of(self, concept: Concept) -> tuple[Statement, ...]:
        """Return the typed relations that end at a concept."""

    def contrasts_of(self, concept: Concept) -> tuple[Contrast, ...]:
        """Return the contrasts a concept is one side of."""

    def counterparts_of(self, concept: Concept) -> tuple[Counterpart, ...]:
        """Return the counterpart relations a concept is one side of."""

    def collections_of(self, concept: Concept) -> tuple[Collection, ...]:
        """Return the enumerations a concept is in."""

    def themes_of(self, concept: Concept) -> tuple[Collection, ...]:
        """Return the themes of the editors a concept is in."""
