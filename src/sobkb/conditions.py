"""What a selection of concepts asks for."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from sobkb.light_typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sobkb.model import Concept


class Conditions(NamedTuple):
    """Conditions on a concept, all of which must hold; None asks for nothing.

    Attributes:
        kinds: IRIs of classes, one of which it must be an instance of.
        scheme: IRI of a scheme it must be in.
        region: IRI of a region it must belong to.
        sections: IRIs of sections, one of which must say something about it.
        relation: IRI of a relation that must start at it.
        object: IRI of a concept that this relation, or any, must lead to.
        level: "A" or "B".
        dated: True when a source must give it a date.
    """

    kinds: AbstractSet[str] | None = None
    scheme: str | None = None
    region: str | None = None
    sections: AbstractSet[str] | None = None
    relation: str | None = None
    object: str | None = None
    level: str | None = None
    dated: bool = False

    def hold_for(self, concept: Concept) -> bool:
        """Tell whether a concept meets all of them."""
        return (
            (self.kinds is None or any(k.iri in self.kinds for k in concept.kinds))
            and (self.scheme is None or any(s.iri == self.scheme for s in concept.schemes))
            and (self.region is None or any(r.iri == self.region for r in concept.regions))
            and (self.level is None or concept.level == self.level)
            and (not self.dated or bool(concept.dates))
            and self._has_link(concept)
            and (self.sections is None or any(s.iri in self.sections for s in concept.sections))
        )

    def _has_link(self, concept: Concept) -> bool:
        if self.relation is None and self.object is None:
            return True
        return any(
            (self.relation is None or s.relation.iri == self.relation)
            and (self.object is None or getattr(s.object, "iri", None) == self.object)
            for s in concept.relations
        )
