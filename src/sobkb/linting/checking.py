"""Running the criteria over a knowledge base or over files."""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike
from typing import TYPE_CHECKING

from sobkb.linting.criteria import CRITERIA
from sobkb.linting.view import View
from sobkb.loading import find_files, iter_quads
from sobkb.validation.placing import place
from sobkb.validation.report import Finding, Report

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from sobkb.knowledge_base import KnowledgeBase


def lint(subject: KnowledgeBase | str | PathLike[str] | Iterable[str | PathLike[str]]) -> Report:
    """Look for weak spots in a SKOS vocabulary, by anyone.

    Args:
        subject: A knowledge base, a file, or several files, folders or glob patterns.

    Returns:
        What was found. Each finding names its criterion in `rule`, e.g. "orphan-concept". Findings in a
        knowledge base name no file.

    Raises:
        OntologyLoadError: A file cannot be read or parsed.

    Examples:
        >>> sorted(lint(mini).rules)
        ['disconnected-cluster', 'incomplete-language-coverage', 'undocumented-concept']
    """
    if isinstance(subject, (str, PathLike)):
        return lint_files([subject])
    store = getattr(subject, "store", None)
    if store is not None:
        return Report(_findings(store.quads()))
    return lint_files(subject)


def lint_files(files: Iterable[str | PathLike[str]]) -> Report:
    """Look for weak spots in files.

    Args:
        files: Files, folders or glob patterns, looked at together.

    Returns:
        What was found, each finding with its file and, where known, line.

    Raises:
        OntologyLoadError: A file cannot be read or parsed.
    """
    paths = find_files(files)
    given = {path: list(iter_quads(path)) for path in paths}
    found = _findings(quad for quads in given.values() for quad in quads)
    return Report(place(found, given), map(str, paths))


def _findings(quads: Iterable[Quad]) -> list[Finding]:
    view = View(quads)
    return [
        Finding(
            rule=criterion.id,
            severity=criterion.severity,
            focus=spot.focus,
            path=spot.path,
            value=spot.value,
            message_nl=criterion.message_nl,
            message_en=criterion.message_en,
            remedy_nl=criterion.remedy_nl,
            remedy_en=criterion.remedy_en,
        )
        for criterion in CRITERIA
        for spot in criterion.find(view)
    ]
