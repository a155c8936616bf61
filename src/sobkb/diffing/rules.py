"""Finding what changed in the rules that data is checked with: stricter, milder, or only told otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sobkb.diffing.changes import MAJOR, MINOR, Change

if TYPE_CHECKING:
    from sobkb.validation.rules import Rule

_STRENGTH = ("info", "warning", "violation")
_LESS_IS_STRICTER = {"minCount": False, "maxCount": True}


def rule_changes(old: Iterable[Rule], new: Iterable[Rule]) -> Iterator[Change]:
    """Yield every change to a rule.

    What held before may stop to hold when a rule comes, or gets stricter: of a violation that is a major change.
    Of a query nobody can tell whether it became stricter, so another query counts as stricter.
    """
    before, after = {r.iri: r for r in old}, {r.iri: r for r in new}
    for iri in sorted(before.keys() | after.keys()):
        was, now = before.get(iri), after.get(iri)
        if was is None and now is not None:
            yield _change(iri, "added", now.severity, after=now.id)
        elif now is None and was is not None:
            yield _change(iri, "loosened", "", before=was.id)
        elif was is not None and now is not None and was != now:
            yield from _differences(was, now)


def _differences(was: Rule, now: Rule) -> Iterator[Change]:
    if was.severity != now.severity:
        stricter = _STRENGTH.index(now.severity) > _STRENGTH.index(was.severity)
        detail = "tightened" if stricter else "loosened"
        yield _change(now.iri, detail, now.severity, was.severity, now.severity)
    if asked := _asked(was, now):
        yield _change(now.iri, asked, now.severity, now.id, now.id)
    if any(getattr(was, part) != getattr(now, part) for part in ("labels", "messages", "remedies")):
        yield Change("rule", now.iri, "texts", before=now.id, after=now.id)


def _asked(was: Rule, now: Rule) -> str:
    """Tell whether a rule asks for more, for less, or for something else; empty when it asks for the same."""
    same = (was.path, was.dataset, " ".join(was.select.split())) == (
        now.path,
        now.dataset,
        " ".join(now.select.split()),
    )
    turns = {_turn(name, was, now) for name in was.core.keys() | now.core.keys()}
    targets = {*was.targets}, {*now.targets}
    if targets[0] != targets[1]:
        turns.add("tightened" if targets[0] < targets[1] else "loosened" if targets[1] < targets[0] else "changed")
    turns.discard("")
    if not same or len(turns) > 1:
        return "changed"
    return turns.pop() if turns else ""


def _turn(name: str, was: Rule, now: Rule) -> str:
    before, after = was.core.get(name), now.core.get(name)
    if before == after:
        return ""
    if before is None or after is None:
        return "tightened" if before is None else "loosened"
    if name == "in":
        wider, narrower = set(before) < set(after), set(before) > set(after)
        return "loosened" if wider else "tightened" if narrower else "changed"
    if name in _LESS_IS_STRICTER and isinstance(before, str) and isinstance(after, str):
        return "tightened" if (int(after) < int(before)) == _LESS_IS_STRICTER[name] else "loosened"
    return "changed"


def _change(iri: str, detail: str, severity: str, before: str = "", after: str = "") -> Change:
    breaks = detail != "loosened" and severity == "violation"
    return Change("rule", iri, detail, before=before, after=after, level=MAJOR if breaks else MINOR)
