"""Giving findings their file and line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode

from sobkb.namespaces import RDF
from sobkb.validation.places import find_lines
from sobkb.validation.report import Finding

if TYPE_CHECKING:
    from pyoxigraph import Quad


def place(findings: Iterable[Finding], given: Mapping[Path, Sequence[Quad]]) -> list[Finding]:
    """Give each finding the file that holds the faulty statement, else the one that describes the entry.

    Args:
        findings: Findings without a place.
        given: The quads of each file.

    Returns:
        The findings, with file and line where these are known.
    """
    unplaced = list(findings)
    wanted = {finding.focus for finding in unplaced}
    statements: dict[tuple[str, str, str], Path] = {}
    properties: dict[tuple[str, str], Path] = {}
    homes: dict[str, Path] = {}
    described: dict[str, Path] = {}
    for path, quads in given.items():
        for quad in quads:
            name = name_of(quad.subject)
            if name in wanted:
                predicate = quad.predicate.value
                statements.setdefault((name, predicate, str(getattr(quad.object, "value", ""))), path)
                properties.setdefault((name, predicate), path)
                homes.setdefault(name, path)
                if predicate == RDF + "type":
                    described.setdefault(name, path)
    homes |= described
    lines: dict[Path, dict[str, int]] = {}
    placed: list[Finding] = []
    for finding in unplaced:
        about = (finding.focus, finding.path)
        file = statements.get((*about, finding.value)) or properties.get(about) or homes.get(finding.focus)
        if file is None:
            placed.append(finding)
            continue
        if file not in lines:
            lines[file] = find_lines(file)
        placed.append(finding._replace(file=str(file), line=lines[file].get(finding.focus)))
    return placed


def name_of(term: object) -> str:
    """Return the IRI of a node, or "_:" and its name."""
    value = str(getattr(term, "value", ""))
    return f"_:{value}" if isinstance(term, BlankNode) else value
