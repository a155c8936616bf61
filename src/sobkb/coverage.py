"""How complete a knowledge base is: counts and shares that show where work is left."""

from __future__ import annotations

from collections.abc import Iterable

from sobkb.light_typing import TYPE_CHECKING, NamedTuple
from sobkb.model import Concept, Scheme, Section, Term
from sobkb.text import texts_in

if TYPE_CHECKING:
    from sobkb.knowledge_base import KnowledgeBase

LANGUAGES = ("nl", "en")
"""Languages an entry is expected in."""


class Share(NamedTuple):
    """How many of a number of entries have something.

    Attributes:
        number: Those that have it.
        total: All of them.
    """

    number: int
    total: int

    @property
    def percentage(self) -> int:
        """The share in whole per cents, rounded down so that 100 means all; 100 of none."""
        return 100 * self.number // self.total if self.total else 100


class Row(NamedTuple):
    """The entries of one group.

    Attributes:
        entries: How many there are.
        bilingual: Those with preferred term and definition in Dutch and in English.
        explained: Those with a plain explanation.
        evidenced: Those about which a section of a source says something.
        relations: Typed relations that start at them.
    """

    entries: int
    bilingual: Share
    explained: Share
    evidenced: Share
    relations: int

    @property
    def relations_per_entry(self) -> float:
        """Mean number of typed relations that start at an entry."""
        return self.relations / self.entries if self.entries else 0.0


class Coverage(NamedTuple):
    """What a knowledge base holds and lacks.

    Attributes:
        total: All entries together.
        kinds: The entries of each kind (its own, not those of kinds below it), in page order.
        schemes: The entries of each scheme, in the order of the schemes.
        sections: The entries each section says something about, in reading order.
        statements: Number of typed relations and notes.
        figures: Number of figures.
        dates: Number of dates.
        matches: Number of matches to other vocabularies.
        orphans: Entries that nothing leads to or from.
        untranslated: Entries that miss a preferred term or definition in Dutch or English.
        unexplained: Entries without a plain explanation.
        unevidenced: Entries no section of a source says anything about.
    """

    total: Row
    kinds: tuple[tuple[Term, Row], ...]
    schemes: tuple[tuple[Scheme, Row], ...]
    sections: tuple[tuple[Section, Row], ...]
    statements: int
    figures: int
    dates: int
    matches: int
    orphans: tuple[Concept, ...]
    untranslated: tuple[Concept, ...]
    unexplained: tuple[Concept, ...]
    unevidenced: tuple[Concept, ...]


class _Entry(NamedTuple):
    concept: Concept
    sections: tuple[Section, ...]
    bilingual: bool
    explained: bool
    relations: int
    notes: int

    @property
    def evidenced(self) -> bool:
        return any(not s.editorial for s in self.sections)


def measure_coverage(kb: KnowledgeBase) -> Coverage:
    """Count what there is and what is missing.

    Args:
        kb: The knowledge base; entries that are no longer to be used do not count.

    Examples:
        >>> coverage = measure_coverage(mini)
        >>> coverage.total.entries, [c.slug for c in coverage.orphans]
        (7, [])
    """
    entries = [_inspect(c) for c in kb.concepts if not c.is_deprecated]
    by_section: dict[str, list[_Entry]] = {}
    for entry in entries:
        for section in entry.sections:
            by_section.setdefault(section.iri, []).append(entry)
    return Coverage(
        _row(entries),
        tuple((k, _row(e for e in entries if k in e.concept.kinds)) for k in kb.kinds),
        tuple((s, _row(e for e in entries if s in e.concept.schemes)) for s in kb.schemes),
        tuple((s, _row(by_section.get(s.iri, ()))) for s in kb.sections),
        sum(e.relations + e.notes for e in entries),
        sum(len(e.concept.figures) for e in entries),
        sum(len(e.concept.dates) for e in entries),
        sum(len(e.concept.matches) for e in entries),
        tuple(e.concept for e in entries if _is_orphan(e.concept)),
        tuple(e.concept for e in entries if not e.bilingual),
        tuple(e.concept for e in entries if not e.explained),
        tuple(e.concept for e in entries if not e.evidenced),
    )


def _inspect(concept: Concept) -> _Entry:
    definitions = concept.texts("definition")
    return _Entry(
        concept,
        concept.sections,
        all(texts_in(concept.pref_labels, lang) and texts_in(definitions, lang) for lang in LANGUAGES),
        bool(concept.explanation()),
        len(concept.relations),
        len(concept.notes),
    )


def _row(entries: Iterable[_Entry]) -> Row:
    found = list(entries)
    total = len(found)
    return Row(
        total,
        Share(sum(e.bilingual for e in found), total),
        Share(sum(e.explained for e in found), total),
        Share(sum(e.evidenced for e in found), total),
        sum(e.relations for e in found),
    )


def _is_orphan(concept: Concept) -> bool:
    return not (
        concept.broader
        or concept.narrower
        or concept.relations
        or concept.incoming
        or concept.collections
        or concept.contrasts
        or concept.counterparts
    )
