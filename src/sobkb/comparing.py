"""Two concepts side by side, aligned by what is said about them."""

from __future__ import annotations

from sobkb.light_typing import NamedTuple
from sobkb.model import Concept, Contrast, Counterpart, Statement, Term
from sobkb.text import LangText


class ComparedRelation(NamedTuple):
    """What two concepts have of one relation.

    Attributes:
        relation: The relation.
        inverse: True when it is read from object to subject.
        shared: Statements of the first concept whose other end the second concept has too.
        only_first: Statements of the first concept alone.
        only_second: Statements of the second concept alone.
        shared_second: The shared ones as they are said of the second concept, in the same order: perhaps elsewhere.
    """

    relation: Term
    inverse: bool
    shared: tuple[Statement, ...]
    only_first: tuple[Statement, ...]
    only_second: tuple[Statement, ...]
    shared_second: tuple[Statement, ...] = ()

    @property
    def shared_evidence(self) -> tuple[Statement, ...]:
        """The shared statements of the first concept, with the sections that say so of either."""
        return tuple(
            first._replace(sections=tuple(dict.fromkeys((*first.sections, *second.sections))))
            for first, second in zip(self.shared, self.shared_second, strict=True)
        )

    def __repr__(self) -> str:
        name = f"← {self.relation.name}" if self.inverse else self.relation.name
        return f"<{name}: {len(self.shared)} shared, {len(self.only_first)} | {len(self.only_second)}>"


class ConceptComparison(NamedTuple):
    """Two concepts side by side.

    Attributes:
        first: One concept.
        second: The other.
        relations: What is said of them, relation by relation, in page order.
        shared_broader: Concepts directly above both.
        contrast: The curated contrast between them; None when there is none.
        counterpart: Their counterpart relation; None when there is none.
    """

    first: Concept
    second: Concept
    relations: tuple[ComparedRelation, ...]
    shared_broader: tuple[Concept, ...]
    contrast: Contrast | None
    counterpart: Counterpart | None

    @property
    def shared(self) -> tuple[ComparedRelation, ...]:
        """The relations in which they agree on something."""
        return tuple(r for r in self.relations if r.shared)

    @property
    def differing(self) -> tuple[ComparedRelation, ...]:
        """The relations in which one has something the other has not."""
        return tuple(r for r in self.relations if r.only_first or r.only_second)

    def __repr__(self) -> str:
        counts = f"{len(self.shared)} relations shared, {len(self.differing)} differing"
        return f"<ConceptComparison {self.first.slug} | {self.second.slug}: {counts}>"

    def _repr_html_(self) -> str:
        from sobkb.notebook import comparison_html

        return comparison_html(self)


def compare(first: Concept, second: Concept) -> ConceptComparison:
    """Put two concepts side by side.

    Statements between the two themselves stand with the first or second concept like any other.

    Args:
        first: One concept.
        second: The other.
    """
    relations: list[ComparedRelation] = []
    for inverse in (False, True):
        ours = _by_relation(first, inverse=inverse)
        theirs = _by_relation(second, inverse=inverse)
        for relation in sorted({*ours, *theirs}, key=lambda t: (t.order, t.iri)):
            left, right = ours.get(relation, {}), theirs.get(relation, {})
            relations.append(
                ComparedRelation(
                    relation,
                    inverse,
                    tuple(s for key, s in left.items() if key in right),
                    tuple(s for key, s in left.items() if key not in right),
                    tuple(s for key, s in right.items() if key not in left),
                    tuple(right[key] for key in left if key in right),
                )
            )
    return ConceptComparison(
        first,
        second,
        tuple(relations),
        tuple(b for b in first.broader if b in second.broader),
        next((c for c in first.contrasts if second in (c.first, c.second)), None),
        next((c for c in first.counterparts if second in (c.flemish, c.dutch)), None),
    )


def _by_relation(concept: Concept, *, inverse: bool) -> dict[Term, dict[Concept | LangText, Statement]]:
    found: dict[Term, dict[Concept | LangText, Statement]] = {}
    for statement in concept.incoming if inverse else concept.relations:
        far = statement.subject if inverse else statement.object
        found.setdefault(statement.relation, {}).setdefault(far, statement)
    return found
