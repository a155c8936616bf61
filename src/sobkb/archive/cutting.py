"""Cutting a release in a checkout: what must hold first, and the files it touches."""

from __future__ import annotations

import re
import subprocess
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sobkb.archive.freezing import freeze
from sobkb.archive.release import FOLDER, Release, releases
from sobkb.diffing import Diff, diff
from sobkb.errors import SobkbError
from sobkb.knowledge_base import KnowledgeBase
from sobkb.loading import quads_in, read_bytes
from sobkb.namespaces import BASE
from sobkb.places import builtin_names
from sobkb.reading import read_knowledge_base
from sobkb.versions import Version, lowest_next, read_version

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from sobkb.validation.rules import Rule

ADDRESS = BASE + "v/{version}/"
"""Permanent address of a release."""
_UNRELEASED = re.compile(r"^## \[Unreleased\][^\n]*\n(.*?)(?=^## \[|\Z)", re.MULTILINE | re.DOTALL)
_PLACES: tuple[tuple[str, str, str], ...] = (
    ("src/sobkb/__init__.py", r'^__version__ = "[^"]*"$', '__version__ = "{version}"'),
    ("CITATION.cff", r"^version: .*$", "version: {version}"),
    ("CITATION.cff", r"^date-released: .*$", "date-released: {date}"),
    ("ontology/sobkb.ttl", r'^(    owl:versionInfo) "[^"]*"', r'\1 "{version}"'),
    ("ontology/sobkb.ttl", r"^(    owl:versionIRI) <[^>]*/[^>/]*>", rf"\1 <{BASE}ns/{{version}}>"),
    ("ontology/sobkb.ttl", r'^(    dcterms:modified) "[^"]*"', r'\1 "{date}"'),
    ("ontology/shapes/shapes.ttl", r'^(    owl:versionInfo) "[^"]*"', r'\1 "{version}"'),
)
"""Where the version and its date stand: file, what to find, what to put there."""


class ReleaseRefusedError(SobkbError):
    """A release that must not be made.

    Attributes:
        reasons: Why not: pairs of a short name and what it is about.
    """

    def __init__(self, reasons: list[tuple[str, str]]) -> None:
        self.reasons = tuple(reasons)
        super().__init__("; ".join(f"{name}: {about}" if about else name for name, about in reasons))


class Plan(NamedTuple):
    """What the next release would be.

    Attributes:
        last: The release before it; None when it is the first.
        diff: What changed since then; None for the first.
        lowest: The lowest version it may have; None for the first.
        problems: Why it cannot be made now, whatever its version: pairs of a short name and what it is about.
    """

    last: Release | None
    diff: Diff | None
    lowest: Version | None
    problems: tuple[tuple[str, str], ...]


def plan_release(top: Path) -> Plan:
    """Look what the next release of a checkout would be.

    Args:
        top: Top of the checkout.

    Raises:
        OntologyLoadError: The ontology or an earlier release cannot be read.
    """
    known = releases(top / "ontology" / FOLDER)
    last = known[-1] if known else None
    problems = [*_unclean(top), *_changelog_problems(top), *_finding_problems(top)]
    if last is None:
        return Plan(None, None, None, tuple(problems))
    found = diff(
        last.load(),
        _knowledge_base(top),
        old_rules=last.rules(),
        new_rules=_rules(top),
    )
    problems += [("gone", change.iri) for change in found.of("removed")]
    problems += _undated(found, last)
    version = read_version(last.version)
    assert version is not None
    return Plan(last, found, lowest_next(version, found.level), tuple(problems))


def cut_release(top: Path, version: str, day: str) -> Release:
    """Make a release of a checkout: its folder, the version wherever it stands, and the changelog.

    Nothing is committed, and when anything goes wrong everything is as it was.

    Args:
        top: Top of the checkout.
        version: The version number.
        day: The day of the release, ISO 8601.

    Raises:
        ReleaseRefusedError: It must not be made; the error holds every reason.
        OntologyLoadError: The ontology or an earlier release cannot be read.
        ExportError: A file cannot be written.
    """
    plan = plan_release(top)
    reasons = [*_naming_problems(plan, version, day), *plan.problems]
    changed = _edits(top, version, day)
    if reasons:
        raise ReleaseRefusedError(reasons)
    texts = {path: text.encode() for path, text in changed.items()}
    before = {path: path.read_bytes() for path in texts}
    quads = list(_quads(top, texts))
    shapes = list(chain.from_iterable(quads_in(texts.get(p) or read_bytes(p), p) for p in _shape_files(top)))
    made: Release | None = None
    try:
        for path, data in texts.items():
            path.write_bytes(data)
        made = freeze(
            top / "ontology" / FOLDER,
            quads,
            shapes,
            version=version,
            date=day,
            address=ADDRESS.format(version=version),
            earlier=releases(top / "ontology" / FOLDER),
        )
    finally:
        if made is None:
            for path, data in before.items():
                path.write_bytes(data)
    return made


def _naming_problems(plan: Plan, version: str, day: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    number = read_version(version)
    if number is None:
        found.append(("version", version))
    elif plan.last is not None and plan.lowest is not None:
        if number <= plan.last.number:
            found.append(("not-newer", plan.last.version))
        elif number < plan.lowest:
            found.append(("too-low", str(plan.lowest)))
    try:
        date.fromisoformat(day)
    except ValueError:
        found.append(("date", day))
    else:
        if plan.last is not None and day < plan.last.date:
            found.append(("date-before", plan.last.date))
    return found


def _unclean(top: Path) -> list[tuple[str, str]]:
    """Tell what is not committed: only what is in the history can be released."""
    try:
        done = subprocess.run(
            ["git", "status", "--porcelain"],  # noqa: S607 - whichever git the maintainer has
            cwd=top,
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError:
        return [("no-git", "")]
    if done.returncode:
        return [("no-git", "")]
    return [("uncommitted", line[3:]) for line in done.stdout.splitlines()]


def _changelog_problems(top: Path) -> list[tuple[str, str]]:
    match = _UNRELEASED.search((top / "CHANGELOG.md").read_text(encoding="utf-8"))
    return [] if match and match[1].strip() else [("changelog", "")]


def _finding_problems(top: Path) -> list[tuple[str, str]]:
    from sobkb.validation import validate_files

    report = validate_files(_ontology_files(top))
    return [("invalid", f"{finding.rule} {finding.focus}") for finding in report if finding.severity == "violation"]


def _undated(found: Diff, last: Release) -> list[tuple[str, str]]:
    """Tell which concepts changed without a later day of change, which citations give."""
    before, after = found.old.record["concepts"], found.new.record["concepts"]
    problems = []
    for iri in sorted({change.iri for change in found.changes} & after.keys()):
        day = after[iri]["modified"] or after[iri]["created"]
        if not day or (iri in before and day <= before[iri]["modified"] and day < last.date):
            problems.append(("undated", after[iri]["slug"]))
    return problems


def _edits(top: Path, version: str, day: str) -> dict[Path, str]:
    """Return the files that change, with what they will hold."""
    texts: dict[Path, str] = {}
    for name, pattern, put in _PLACES:
        path = top / name
        text = texts.get(path) or path.read_text(encoding="utf-8")
        filled = put.format(version=version, date=day)
        texts[path], count = re.subn(pattern, filled, text, count=1, flags=re.MULTILINE)
        if not count:
            raise ReleaseRefusedError([("no-place", name)])
    changelog = top / "CHANGELOG.md"
    text = changelog.read_text(encoding="utf-8")
    texts[changelog] = re.sub(
        r"^## \[Unreleased\]", f"## [Unreleased]\n\n## [{version}] - {day}", text, count=1, flags=re.MULTILINE
    )
    return texts


def _ontology_files(top: Path) -> list[Path]:
    folder = top / "ontology"
    return [folder / name for name in builtin_names(str(folder))]


def _shape_files(top: Path) -> list[Path]:
    return sorted((top / "ontology" / "shapes").glob("*.ttl"))


def _quads(top: Path, texts: dict[Path, bytes]) -> chain[Quad]:
    return chain.from_iterable(quads_in(texts.get(p) or read_bytes(p), p) for p in _ontology_files(top))


def _knowledge_base(top: Path) -> KnowledgeBase:
    return KnowledgeBase(read_knowledge_base(_quads(top, {})))


def _rules(top: Path) -> tuple[Rule, ...]:
    from sobkb.validation.rules import read_rules

    return tuple(chain.from_iterable(read_rules(read_bytes(p), p) for p in _shape_files(top)))
