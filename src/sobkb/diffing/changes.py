"""What can change between two versions, and how much weight a change has."""

from __future__ import annotations

from typing import NamedTuple

NONE, PATCH, MINOR, MAJOR = "none", "patch", "minor", "major"
LEVELS = (NONE, PATCH, MINOR, MAJOR)
"""Steps of semantic versioning, from nothing to most."""

SORTS = (
    "added",
    "removed",
    "deprecated",
    "restored",
    "meaning",
    "wording",
    "relation",
    "statement",
    "figure",
    "date",
    "hierarchy",
    "classification",
    "match",
    "source",
    "status",
    "editorial",
    "rule",
)
"""Sorts of changes, in the order they are told."""


class Change(NamedTuple):
    """One change to one thing.

    Attributes:
        sort: One of `SORTS`.
        iri: What changed: a concept, or a class, relation, scheme, collection, section, editorial view or rule.
        detail: What exactly: the name of the property ("definition", "prefLabel"), of the relation, or
            of the sort of thing for what is not a concept ("scheme"); of a rule, what became of it:
            "added", "tightened", "loosened", "changed" or "texts".
        lang: Language tag of the texts; empty when they have none.
        before: What it was; empty when it is new. Concepts are given by slug.
        after: What it is now; empty when it is gone.
        sections: Ids of the sections that say so (said so, for what is gone).
        level: The step of semantic versioning it asks for: "patch", "minor" or "major".
    """

    sort: str
    iri: str
    detail: str = ""
    lang: str = ""
    before: str = ""
    after: str = ""
    sections: tuple[str, ...] = ()
    level: str = PATCH

    @property
    def order(self) -> tuple[str, int, str, str, str, str]:
        """Where it stands in a list of changes."""
        detail = "" if self.detail == "prefLabel" else self.detail  # what a thing is called comes first
        return (self.iri, SORTS.index(self.sort), detail, self.lang, self.before, self.after)


def highest(levels: list[str]) -> str:
    """Return the weightiest of some levels, "none" when there are none.

    Examples:
        >>> highest(["patch", "minor", "patch"])
        'minor'
    """
    return max(levels, key=LEVELS.index, default=NONE)
