"""Checking files and stores: what to look at, and which findings to report.

* Files that describe entries of sobkb itself (their addresses start with its base) are checked together with
  the rest of the built-in ontology, but only what these files say is reported: one file of ours leans on the
  others, and its neighbours' faults are not its own. Where such a file lies outside the ontology folder and
  describes an entry again, its description replaces the built-in one.
* Files by others are checked alone. If they use the classes and properties of sobkb, the definitions of these
  are added to what is checked, not to what is reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from sobkb.loading import builtin_files, find_files, iter_quads, ontology_dir
from sobkb.namespaces import BASE, NS, RDF
from sobkb.querying import TripleStore, open_quads
from sobkb.validation.engines import Hit, run_rules
from sobkb.validation.placing import name_of, place
from sobkb.validation.report import Finding, Report
from sobkb.validation.rules import rules_by_id

if TYPE_CHECKING:
    from pyoxigraph import Quad


def validate_files(
    files: Iterable[str | PathLike[str]], *, engine: str = "oxigraph", alone: bool | None = None
) -> Report:
    """Check files against all rules.

    Args:
        files: Files, folders or glob patterns.
        engine: "oxigraph" runs every rule once over everything; "pyshacl" gives the rules to pySHACL, which
            finds the same and takes far longer.
        alone: True to look at these files only, False to see them as part of the built-in ontology. By
            default files that describe entries of sobkb are seen as part of it, others are looked at alone.

    Returns:
        What is wrong, each finding with its file and, where known, the line on which the entry starts.

    Raises:
        OntologyLoadError: A file cannot be read or parsed.

    Examples:
        >>> validate_files([]).conforms
        True
    """
    paths = find_files(files)
    given = {path: list(iter_quads(path)) for path in paths}
    subjects = {path: {name_of(quad.subject) for quad in quads} for path, quads in given.items()}
    everything = [quad for quads in given.values() for quad in quads]
    if alone is None:
        alone = not any(name.startswith(BASE) for names in subjects.values() for name in names)
    context = _vocabulary(everything) if alone else _rest_of_ontology(paths, given)
    hits = run_rules(open_quads((*everything, *context)), engine)
    own = set().union(*subjects.values())
    return Report(place((word(hit) for hit in hits if hit.focus in own), given), map(str, paths))


def validate_store(store: TripleStore, *, engine: str = "oxigraph") -> Report:
    """Check RDF that is already loaded against all rules.

    Args:
        store: The data.
        engine: As for `validate_files`.

    Returns:
        What is wrong. The findings name no file: a store does not know its files.

    Examples:
        >>> validate_store(mini.store).conforms
        True
    """
    context = _vocabulary(store.quads())
    if not context:
        return Report(map(word, run_rules(store, engine)))
    quads = list(store.quads())
    own = {name_of(quad.subject) for quad in quads}
    hits = run_rules(open_quads((*quads, *context)), engine)
    return Report(word(hit) for hit in hits if hit.focus in own)


def word(hit: Hit) -> Finding:
    """Turn what a rule objects to into a finding with its texts."""
    rule = rules_by_id()[hit.rule]
    return Finding(
        rule=rule.id,
        severity=rule.severity,
        focus=hit.focus,
        path=hit.path,
        value=hit.value,
        message_nl=rule.messages["nl"],
        message_en=rule.messages["en"],
        remedy_nl=rule.remedies["nl"],
        remedy_en=rule.remedies["en"],
    )


def _vocabulary(quads: Iterable[Quad]) -> list[Quad]:
    """Return sobkb's classes and properties when the data uses but does not define them."""
    from pyoxigraph import NamedNode

    uses = False
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and quad.subject.value == NS.rstrip("#"):
            return []
        uses = uses or quad.predicate.value.startswith(NS)
        if not uses and quad.predicate.value == RDF + "type":
            uses = getattr(quad.object, "value", "").startswith(NS)
    return list(iter_quads(ontology_dir() / "sobkb.ttl")) if uses else []


def _rest_of_ontology(paths: Sequence[Path], given: dict[Path, list[Quad]]) -> list[Quad]:
    top = ontology_dir().resolve()
    inside = {path.resolve() for path in paths if path.resolve().is_relative_to(top)}
    replaced = {
        (name_of(quad.subject), str(quad.graph_name))
        for path in paths
        if path.resolve() not in inside
        for quad in given[path]
        if quad.predicate.value == RDF + "type"
    }
    rest = [quad for path in builtin_files() if path.resolve() not in inside for quad in iter_quads(path)]
    if not replaced:
        return rest
    return [quad for quad in rest if (name_of(quad.subject), str(quad.graph_name)) not in replaced]
