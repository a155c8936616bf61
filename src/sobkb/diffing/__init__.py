"""What changed between two versions of a knowledge base: meaning apart from wording, in plain words.

>>> from sobkb.diffing import diff
>>> diff(mini, mini).level
'none'

The step of semantic versioning follows the house rules. Major: an IRI that goes, a definition that
says something else, a rule that makes a violation of what was none. Minor: anything new, another label,
relation, date, figure or place, a deprecation, a milder rule. Patch: spelling, notes, matches, sources.

Whether a definition became narrower no program can tell, so every change of substance to a definition counts as
major, unless the editors say otherwise: a new `skos:changeNote` that begins with "Verwoording: " or "Wording: "
tells that the same is said in other words, and makes it a patch.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from sobkb.diffing.changes import LEVELS, SORTS, Change, highest
from sobkb.diffing.finding import find_changes
from sobkb.diffing.rules import rule_changes
from sobkb.diffing.wording import describe, sentence, title_of, topic

if TYPE_CHECKING:
    from sobkb.knowledge_base import KnowledgeBase
    from sobkb.validation.rules import Rule

__all__ = ["LEVELS", "SORTS", "Change", "Diff", "diff", "topic"]


class Diff(NamedTuple):
    """All changes from one version to another.

    Attributes:
        old: The version before.
        new: The version after.
        changes: What changed, concepts first, sorted by IRI and sort.
        rules: The rules of both versions by IRI, as far as they were compared.
    """

    old: KnowledgeBase
    new: KnowledgeBase
    changes: tuple[Change, ...]
    rules: Mapping[str, Rule] = MappingProxyType({})

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

    def title_of(self, iri: str, lang: str = "nl") -> str:
        """Return the name of what changed."""
        if (rule := self.rules.get(iri)) is not None:
            return ": ".join(filter(None, (rule.id, rule.labels.get(lang) or rule.labels.get("en", ""))))
        return title_of(iri, self.old, self.new, lang)

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
                old=self.old.version or sentence("old", lang),
                new=self.new.version or sentence("new", lang),
                level=sentence(self.level, lang),
                **counts,
            )
        ]
        for iri, changes in groupby(self.changes, key=lambda c: c.iri):
            lines += ["", self.title_of(iri, lang)]
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


def diff(
    old: KnowledgeBase,
    new: KnowledgeBase,
    *,
    old_rules: Iterable[Rule] | None = None,
    new_rules: Iterable[Rule] | None = None,
) -> Diff:
    """Compare two versions of a knowledge base.

    Things are the same when their IRIs are; the day an entry last changed is not a change by itself.

    Args:
        old: The version before.
        new: The version after.
        old_rules: The rules the version before was checked with; rules are compared when both are given.
        new_rules: The rules the version after is checked with.
    """
    concepts = old.record["concepts"].keys() | new.record["concepts"].keys()
    found = list(find_changes(old.record, new.record))
    rules: dict[str, Rule] = {}
    if old_rules is not None and new_rules is not None:
        before, after = tuple(old_rules), tuple(new_rules)
        rules = {rule.iri: rule for rule in (*before, *after)}
        found += rule_changes(before, after)
    found.sort(key=lambda c: (c.iri not in concepts, c.order))
    return Diff(old, new, tuple(found), rules)


def _one_line(text: str) -> str:
    return " ".join(text.split())
