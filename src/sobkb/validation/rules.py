"""The rules, as they stand in `ontology/shapes`: one shape is one rule.

A shape holds its id, severity, messages, targets and one constraint: a SPARQL query with `$this`, or one of
the few core constraints that `compiling` knows. Rules about named graphs are no SHACL shapes but of the class
`shapes:DatasetRule`: SHACL sees one graph only.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sobkb.errors import OntologyLoadError
from sobkb.loading import ontology_dir, quads_in, read_bytes
from sobkb.namespaces import RDF, RDFS, SH, SHAPES, local_name

if TYPE_CHECKING:
    from pyoxigraph import Literal, NamedNode, Quad

_TARGETS = ("targetClass", "targetSubjectsOf", "targetObjectsOf")
_CORE = ("minCount", "maxCount", "in", "pattern")
_ABOUT = {SH + p for p in ("path", "severity", "message", "sparql", "select", "prefixes", *_TARGETS, *_CORE)}


class Rule(NamedTuple):
    """One rule.

    Attributes:
        id: For instance "SKB-105".
        iri: IRI of the shape.
        severity: "violation", "warning" or "info".
        labels: Language → name of the rule.
        messages: Language → what is wrong.
        remedies: Language → what to do.
        targets: Pairs of a kind of target ("targetClass" …) and an IRI.
        path: IRI of the property a core constraint is about; empty otherwise.
        core: Core constraints: minCount, maxCount, pattern as text, `in` as terms in SPARQL.
        select: SPARQL query with `$this`; empty for a core constraint.
        dataset: True when the rule is about named graphs.
    """

    id: str
    iri: str
    severity: str
    labels: dict[str, str]
    messages: dict[str, str]
    remedies: dict[str, str]
    targets: tuple[tuple[str, str], ...]
    path: str
    core: dict[str, str | tuple[str, ...]]
    select: str
    dataset: bool


def shape_files() -> tuple[Path, ...]:
    """Return the files that hold the rules, sorted."""
    return tuple(sorted((ontology_dir() / "shapes").glob("*.ttl")))


@lru_cache(maxsize=1)
def load_rules() -> tuple[Rule, ...]:
    """Return all rules, sorted by id.

    Raises:
        OntologyLoadError: A shape says something sobkb cannot run.

    Examples:
        >>> load_rules()[0].id
        'SKB-101'
    """
    rules: list[Rule] = []
    for path in shape_files():
        rules += read_rules(read_bytes(path), path)
    return tuple(sorted(rules, key=lambda rule: rule.id))


def read_rules(data: bytes, path: Path) -> tuple[Rule, ...]:
    """Return the rules in a file, sorted by id.

    Args:
        data: What the file holds.
        path: Its name.

    Raises:
        OntologyLoadError: It cannot be parsed, or a shape says something sobkb cannot run.
    """
    return tuple(sorted(_Reader(data, path).rules(), key=lambda rule: rule.id))


@lru_cache(maxsize=1)
def rules_by_id() -> dict[str, Rule]:
    """Return all rules by their ids.

    Examples:
        >>> rules_by_id()["SKB-105"].labels["en"]
        'related and in the same line'
    """
    return {rule.id: rule for rule in load_rules()}


class _Reader:
    def __init__(self, data: bytes, path: Path) -> None:
        self.path = path
        self.about: dict[str, dict[str, list[Quad]]] = {}
        for quad in quads_in(data, path):
            self.about.setdefault(str(quad.subject), {}).setdefault(quad.predicate.value, []).append(quad)

    def rules(self) -> list[Rule]:
        kinds = {SH + "NodeShape", SH + "PropertyShape", SHAPES + "DatasetRule"}
        return [
            self.rule(subject)
            for subject, known in self.about.items()
            if any(getattr(q.object, "value", "") in kinds for q in known.get(RDF + "type", ()))
        ]

    def rule(self, subject: str) -> Rule:
        from pyoxigraph import NamedNode

        known = self.about[subject]
        name = next(iter(known.values()))[0].subject
        if not isinstance(name, NamedNode):
            raise OntologyLoadError(str(self.path), "a shape has no IRI")
        for predicate in known:
            if predicate.startswith(SH) and predicate not in _ABOUT:
                raise OntologyLoadError(
                    str(self.path), f"{local_name(name.value)} uses {predicate}, which sobkb cannot run"
                )
        rule_id = local_name(name.value)
        says = {
            lang: text.removeprefix(f"{rule_id}: ").partition(". ")
            for lang, text in self.texts(known, SH + "message").items()
        }
        return Rule(
            id=rule_id,
            iri=name.value,
            severity=local_name(self.value(known, SH + "severity")).lower(),
            labels=self.texts(known, RDFS + "label"),
            messages={lang: parts[0] + "." for lang, parts in says.items()},
            remedies={lang: parts[2] for lang, parts in says.items()},
            targets=tuple(sorted((t, getattr(q.object, "value", "")) for t in _TARGETS for q in known.get(SH + t, ()))),
            path=self.value(known, SH + "path"),
            core={c: self.constraint(c, known[SH + c][0]) for c in _CORE if SH + c in known},
            select=self.select(known),
            dataset=SH + "select" in known,
        )

    def select(self, known: dict[str, list[Quad]]) -> str:
        for quad in known.get(SH + "sparql", ()):
            return self.value(self.about[str(quad.object)], SH + "select")
        return self.value(known, SH + "select")

    def constraint(self, name: str, quad: Quad) -> str | tuple[str, ...]:
        if name != "in":
            return str(getattr(quad.object, "value", ""))
        items: list[str] = []
        cell = str(quad.object)
        while cell in self.about:
            items.append(str(self.about[cell][RDF + "first"][0].object))
            cell = str(self.about[cell][RDF + "rest"][0].object)
        return tuple(items)

    def texts(self, known: dict[str, list[Quad]], predicate: str) -> dict[str, str]:
        found: dict[str, str] = {}
        for quad in known.get(predicate, ()):
            literal: Literal = quad.object  # type: ignore[assignment]
            found[literal.language or ""] = literal.value
        return found

    def value(self, known: dict[str, list[Quad]], predicate: str) -> str:
        for quad in known.get(predicate, ()):
            node: NamedNode | Literal = quad.object  # type: ignore[assignment]
            return node.value
        return ""
