"""What changed between two versions of a knowledge base: meaning apart from wording, in plain words.

>>> from sobkb.diffing import diff
>>> diff(mini, mini).level
'none'

The step of semantic versioning follows the house rules. Major: an IRI that goes, a definition that
says something else. Minor: anything new, another label, relation, date, figure or place, a
deprecation. Patch: spelling, notes, matches, sources. Whether a definition became narrower no program
can tell, so every change of substance to a definition counts as major; whoever knows better may choose less.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from sobkb.diffing.changes import LEVELS, SORTS, Change, highest
from sobkb.diffing.finding import find_changes
from sobkb.diffing.wording import describe, sentence, title_of

if TYPE_CHECKING:
    from sobkb.knowledge_base import KnowledgeBase

__all__ = ["LEVELS", "SORTS", "Change", "Diff", "diff"]


class Diff(NamedTuple):
    """All changes from one version to another.

    Attributes:
        old: The version before.
        new: The version after.
        changes: What changed, concepts first, sorted by IRI and sort.
    """

    old: KnowledgeBase
    new: KnowledgeBase
    changes: tuple[Change, ...]

    def __repr__(self) -> str:
        return (
            f"<Diff {self.old.version or '?'} → {self.new.version or '?'}: {len(self.changes)} changes, {self.level}>"
        )

    @property
    def level(self) -> str:
        """The step of semantic versioning all changes together ask for: "none", "patch", "minor" or "major"."""
        return highest([c.level for c in self.changes])

    def of(self, *sorts: str) -> tuple[Change, ...]:
        """Return the changes of some sorts.

        Args:
            *sorts: Names in `SORTS`.
        """
        return tuple(c for c in self.changes if c.sort in sorts)

    def describe(self, change: Change, lang: str = "nl") -> str:
        """Return one of the changes in plain words."""
        return describe(change, self.old, self.new, lang)

    def to_text(self, lang: str = "nl") -> str:
        """Return all changes in plain words, concept by concept.

        Args:
            lang: "nl" or "en".

        Examples:
            >>> print(diff(mini, mini).to_text("en"))
            No differences.
            <BLANKLINE>
        """
        if not self.changes:
            return sentence("nothing", lang) + "\n"
        counts = self.counts()
        lines = [
            sentence(
                "head",
                lang,
                old=self.old.version or "?",
                new=self.new.version or "?",
                level=sentence(self.level, lang),
                **counts,
            )
        ]
        for iri, changes in groupby(self.changes, key=lambda c: c.iri):
            lines += ["", title_of(iri, self.old, self.new, lang)]
            lines += [f"  - {_one_line(self.describe(c, lang))}" for c in changes]
        return "\n".join(lines) + "\n"

    def counts(self) -> dict[str, int]:
        """Return how many concepts are new, gone and changed."""
        before, after = self.old.record["concepts"], self.new.record["concepts"]
        touched = {c.iri for c in self.changes}
        return {
            "added": len(after.keys() - before.keys()),
            "removed": len(before.keys() - after.keys()),
            "changed": len(touched & before.keys() & after.keys()),
        }

    def to_json(self) -> dict[str, Any]:
        """Return all changes as data that JSON can hold.

        Examples:
            >>> diff(mini, mini).to_json()["level"]
            'none'
        """
        return {
            "old": self.old.version,
            "new": self.new.version,
            "level": self.level,
            "counts": self.counts(),
            "changes": [
                {
                    "sort": c.sort,
                    "iri": c.iri,
                    "detail": c.detail,
                    "lang": c.lang,
                    "before": c.before,
                    "after": c.after,
                    "sections": list(c.sections),
                    "level": c.level,
                    "text": {lang: self.describe(c, lang) for lang in ("nl", "en")},
                }
                for c in self.changes
            ],
        }


def diff(old: KnowledgeBase, new: KnowledgeBase) -> Diff:
    """Compare two versions of a knowledge base.

    Things are the same when their IRIs are; the day an entry last changed is not a change by itself.

    Args:
        old: The version before.
        new: The version after.
    """
    concepts = old.record["concepts"].keys() | new.record["concepts"].keys()
    found = sorted(find_changes(old.record, new.record), key=lambda c: (c.iri not in concepts, c.order))
    return Diff(old, new, tuple(found))


def _one_line(text: str) -> str:
    return " ".join(text.split())
