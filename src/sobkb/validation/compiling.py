"""From a rule to one SELECT over the whole graph.

SHACL runs a SPARQL constraint once for each focus node. Here the targets become part of the query, so that it
runs once for all: `$this` is an ordinary variable that the targets bind.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from sobkb.validation.rules import Rule

_WHERE = re.compile(r"\bWHERE\s*\{", re.IGNORECASE)

Subclasses = Mapping[str, Sequence[str]]
"""Class → the class itself and all classes below it."""


def compile_rule(rule: Rule, subclasses: Subclasses) -> str:
    """Return the query that finds everything a rule objects to.

    Args:
        rule: A rule about one graph, or about a dataset.
        subclasses: The classes below each class of the data.

    Returns:
        A SELECT with the variables `this` and, where the rule has them, `path` and `value`.
    """
    if rule.dataset:
        return rule.select
    target = _target(rule, subclasses)
    if rule.select:
        return _WHERE.sub(lambda _: "WHERE {\n" + target, rule.select, count=1)
    return _core(rule, target)


def _target(rule: Rule, subclasses: Subclasses) -> str:
    patterns: list[str] = []
    for kind, iri in rule.targets:
        if kind == "targetClass":
            patterns += [f"?this a <{c}>" for c in subclasses.get(iri, (iri,))]
        elif kind == "targetSubjectsOf":
            patterns.append(f"?this <{iri}> ?any_")
        else:
            patterns.append(f"?any_ <{iri}> ?this")
    return "  { SELECT DISTINCT ?this WHERE { { " + " } UNION { ".join(dict.fromkeys(patterns)) + " } } }\n"


def _core(rule: Rule, target: str) -> str:
    path, bind = f"<{rule.path}>", f"BIND(<{rule.path}> AS ?path)"
    queries: list[str] = []
    counts = []
    if "minCount" in rule.core:
        counts.append(f"COUNT(DISTINCT ?v) < {rule.core['minCount']}")
    if "maxCount" in rule.core:
        counts.append(f"COUNT(DISTINCT ?v) > {rule.core['maxCount']}")
    if counts:
        queries.append(
            f"{{ SELECT ?this WHERE {{ {target} OPTIONAL {{ ?this {path} ?v }} }} "
            f"GROUP BY ?this HAVING({' || '.join(counts)}) }} {bind}"
        )
    if "in" in rule.core:
        allowed = ", ".join(rule.core["in"])
        queries.append(f"{target} ?this {path} ?value . FILTER(?value NOT IN ({allowed})) {bind}")
    if "pattern" in rule.core:
        pattern = str(rule.core["pattern"]).replace("\\", "\\\\").replace('"', '\\"')
        queries.append(
            f'{target} ?this {path} ?value . FILTER(isBlank(?value) || !REGEX(STR(?value), "{pattern}")) {bind}'
        )
    return "SELECT DISTINCT ?this ?path ?value WHERE { { " + " } UNION { ".join(queries) + " } }"
