"""Which concepts are surely something else.

A wrong choice has to be wrong. That the data does not state something proves nothing: a source
rarely says what is not so. What does prove it is a list the source gives as complete, two regions of
which a concept has one, and the editors' word that two concepts are easily confused but differ.
Everything a question does not turn on is kept away from it: a concept that is a kind, a part, an
example or a counterpart of the right one, that has its name, or that is described almost alike.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from sobkb.hierarchy import walk_broader, walk_narrower
from sobkb.knowledge_base import KnowledgeBase
from sobkb.model import Collection, Concept
from sobkb.namespaces import NS
from sobkb.teaching.masking import fold, leaks, plain_name, stems

_NEARLY_SAME = NS + "isNearlySameAs"
_MANY = 200
"""Concepts of one kind to choose from at most."""
_ALIKE = 0.5
"""From this share of common words on, two texts say about the same."""


class Facts(NamedTuple):
    """What makes one concept look like another.

    Attributes:
        level: Prominence.
        regions: The regions it belongs to.
        places: IRIs of the sections its definition rests on.
    """

    level: str
    regions: frozenset[Concept]
    places: frozenset[str]


class Judge:
    """Knows of the concepts of a knowledge base which cannot stand for one another."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self.kb = kb
        self._kin: dict[str, frozenset[Concept]] = {}
        self._tied: dict[str, frozenset[Concept]] = {}
        self._names: dict[str, frozenset[str]] = {}
        self._contrasted: dict[str, frozenset[Concept]] = {}
        self._facts: dict[str, Facts] = {}
        self._definitions: dict[tuple[str, str], str] = {}
        self._peers: dict[tuple[str, str], tuple[Concept, ...]] = {}
        self._regions: tuple[Concept, ...] | None = None

    def kin(self, concept: Concept) -> frozenset[Concept]:
        """Return the concepts that may be said wherever a concept is said, itself included."""
        found = self._kin.get(concept.iri)
        if found is None:
            near = {concept, *concept.replaced_by}
            near.update(step.concept for step in walk_broader(concept))
            near.update(step.concept for step in walk_narrower(concept))
            near.update(s.object for s in concept.relations if s.relation.iri == _NEARLY_SAME)  # type: ignore[misc]
            near.update(s.subject for s in concept.incoming if s.relation.iri == _NEARLY_SAME)
            for pair in concept.counterparts:
                if pair.degree != "none":
                    near.update(side for side in (pair.flemish, pair.dutch) if side)
            matched = (self.kb.concept(m.iri) for m in concept.matches)
            near.update(other for other in matched if other)
            found = self._kin[concept.iri] = frozenset(near)
        return found

    def tied(self, concept: Concept) -> frozenset[Concept]:
        """Return the concepts a typed relation joins to a concept, either way."""
        found = self._tied.get(concept.iri)
        if found is None:
            ends = {s.object for s in concept.relations if isinstance(s.object, Concept)}
            found = self._tied[concept.iri] = frozenset(ends | {s.subject for s in concept.incoming})
        return found

    def contrasted(self, concept: Concept) -> frozenset[Concept]:
        """Return the concepts the editors tell a concept apart from."""
        found = self._contrasted.get(concept.iri)
        if found is None:
            found = self._contrasted[concept.iri] = frozenset(c.other(concept) for c in concept.contrasts)
        return found

    def facts(self, concept: Concept) -> Facts:
        """Return what makes a concept look like others, looked up once."""
        found = self._facts.get(concept.iri)
        if found is None:
            found = self._facts[concept.iri] = Facts(
                concept.level, frozenset(concept.regions), frozenset(s.iri for s in concept.sources)
            )
        return found

    def names(self, concept: Concept) -> frozenset[str]:
        """Return everything a concept is called, folded, without what stands in brackets."""
        found = self._names.get(concept.iri)
        if found is None:
            labels = (*concept.pref_labels, *concept.alt_labels, *concept.hidden_labels)
            texts = [concept.slug] if not labels else [t.text for t in labels]
            found = self._names[concept.iri] = frozenset(
                name for text in texts for name in (fold(text), fold(plain_name(text))) if name
            )
        return found

    def definition(self, concept: Concept, lang: str) -> str:
        """Return the definition in a language; empty when there is only one in another."""
        key = (concept.iri, lang)
        found = self._definitions.get(key)
        if found is None:
            found = self._definitions[key] = defined(concept, lang)
        return found

    def is_other(self, concept: Concept, other: Concept) -> bool:
        """Tell whether what defines one concept surely does not define the other."""
        if other.is_deprecated or other in self.kin(concept) or concept in self.kin(other):
            return False
        if self.names(concept) & self.names(other):
            return False
        if other in self.contrasted(concept):
            return True
        return other not in self.tied(concept) and not self.kin(other) & self.tied(concept)

    def is_outside(self, concept: Concept, closed: Iterable[Concept]) -> bool:
        """Tell whether a concept is surely none of those of a complete list, nor one with another name."""
        mine = telling_stems(concept)
        for member in closed:
            if concept == member or not self.is_other(member, concept) or concept in self.tied(member):
                return False
            if alike(mine, telling_stems(member)) or begins_like(mine, telling_stems(member)):
                return False
        return not concept.is_deprecated

    def is_apart(self, concept: Concept, owner: Concept) -> bool:
        """Tell whether nothing joins a concept to the owner of a list, also by way of a third concept.

        What a source says of an owner besides its list may be told of something near it, so that near
        is already too near. Regions join everything and count for nothing here.
        """
        if concept in self.kin(owner) or concept in self.tied(owner):
            return False
        between = (self.tied(owner) & self.tied(concept)) - set(self.regions())
        if between:
            return False
        here, there = self.facts(owner).regions, self.facts(concept).regions
        if here and there and not here & there:
            return True
        name = plain_name(owner.label())
        return not any(leaks(text.text, name) for text in concept.texts("definition"))

    def peers(self, concept: Concept) -> tuple[Concept, ...]:
        """Return concepts of the same kind, or of the same scheme where there are no kinds, sorted by IRI.

        Of many, only those are returned that stand near it in that order: enough to choose from.
        """
        kind, schemes = concept.kind, concept.schemes
        key = (kind.iri, "") if kind else ("", schemes[0].iri if schemes else "")
        found = self._peers.get(key)
        if found is None:
            pool = self.kb.find(kind=kind.iri) if kind else self.kb.find(scheme=key[1]) if key[1] else self.kb.concepts
            found = self._peers[key] = tuple(c for c in pool if c.kind == kind)
        if len(found) <= _MANY:
            return found
        start = max(0, bisect_left(found, concept) - _MANY // 2)
        return found[start : start + _MANY]

    def regions(self) -> tuple[Concept, ...]:
        """Return the regions that concepts belong to, those with most concepts first."""
        if self._regions is None:
            counts: dict[Concept, int] = {}
            for concept in self.kb.concepts:
                for region in concept.regions:
                    counts[region] = counts.get(region, 0) + 1
            self._regions = tuple(sorted(counts, key=lambda r: (-counts[r], r.iri)))
        return self._regions


def defined(concept: Concept, lang: str) -> str:
    """Return the definition in a language; empty when there is only one in another."""
    text = concept.text("definition", lang)
    return text.text.strip() if text and text.lang.partition("-")[0] in (lang.partition("-")[0], "") else ""


def telling_stems(concept: Concept) -> frozenset[str]:
    """Return the stems of the words in a concept's preferred terms."""
    return frozenset().union(*(stems(plain_name(t.text)) for t in concept.pref_labels))


def begins_like(first: frozenset[str], second: frozenset[str]) -> bool:
    """Tell whether long words begin alike in two names, as for groups of which one may be in the other.

    Examples:
        >>> begins_like(frozenset({"laagopgeleid", "allochton"}), frozenset({"laaggeschold"}))
        True
    """
    ours, theirs = ({word[:4] for word in words if len(word) > 6} for words in (first - second, second - first))
    return not ours.isdisjoint(theirs)


def alike(first: frozenset[str], second: frozenset[str]) -> bool:
    """Tell whether two sets of words say about the same.

    Examples:
        >>> alike(frozenset({"a", "b"}), frozenset({"a", "b", "c"})), alike(frozenset(), frozenset())
        (True, False)
    """
    together = len(first | second)
    return together > 0 and len(first & second) / together >= _ALIKE


def closed_lists(concepts: Iterable[Concept]) -> list[Collection]:
    """Return the complete lists that some concepts are in, without those with a deprecated member, sorted by IRI."""
    found = {c.iri: c for concept in concepts for c in concept.collections if not c.open}
    return [
        c for _, c in sorted(found.items()) if len(set(c.members)) > 1 and not any(m.is_deprecated for m in c.members)
    ]
