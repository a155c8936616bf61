"""Running the rules: fast on Oxigraph, or with pySHACL, the validator of record.

Both look at one graph, the union of all named graphs, as SHACL does. The rules about named graphs are run on
Oxigraph either way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from sobkb.errors import SobkbError
from sobkb.namespaces import PREFIXES, RDFS
from sobkb.validation.chains import Chains, Function
from sobkb.validation.compiling import compile_rule
from sobkb.validation.rules import Rule, load_rules

if TYPE_CHECKING:
    from pyoxigraph import NamedNode, Store

    from sobkb.querying import TripleStore

ENGINES = ("oxigraph", "pyshacl")
"""Names of the engines; the first is the default."""


class Hit(NamedTuple):
    """Something a rule objects to, before it is worded and placed.

    Attributes:
        rule: Id of the rule.
        focus: IRI of the entry, or "_:" and a name.
        path: IRI of the property, or empty.
        value: IRI or text, or empty.
    """

    rule: str
    focus: str
    path: str
    value: str


def run_rules(store: TripleStore, engine: str = "oxigraph", rules: Iterable[Rule] | None = None) -> set[Hit]:
    """Run rules over a store.

    Args:
        store: The data.
        engine: One of `ENGINES`.
        rules: Which rules; all by default.

    Returns:
        What the rules object to.

    Raises:
        SobkbError: There is no such engine.
    """
    if engine not in ENGINES:
        raise SobkbError(f"there is no engine '{engine}'; use {' or '.join(ENGINES)}")
    chosen = tuple(load_rules() if rules is None else rules)
    one_graph = [rule for rule in chosen if not rule.dataset]
    hits = _run_oxigraph(store, one_graph) if engine == "oxigraph" else _run_pyshacl(store, one_graph)
    for rule in chosen:
        if rule.dataset:
            hits |= _select(store.oxigraph, rule, rule.select)
    return hits


def _run_oxigraph(store: TripleStore, rules: Iterable[Rule]) -> set[Hit]:
    subclasses = _subclasses(store.oxigraph)
    chains = Chains(store.oxigraph)
    hits: set[Hit] = set()
    for rule in rules:
        run = partial(_select, store.oxigraph, rule)
        hits |= chains.run(compile_rule(rule, subclasses), run)
    return hits


def _subclasses(store: Store) -> dict[str, tuple[str, ...]]:
    from pyoxigraph import NamedNode

    below: dict[str, set[str]] = {}
    for quad in store.quads_for_pattern(None, NamedNode(RDFS + "subClassOf"), None, None):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            below.setdefault(quad.object.value, set()).add(quad.subject.value)
    found: dict[str, tuple[str, ...]] = {}
    for top in below:
        reached, waiting = {top}, [top]
        while waiting:
            fresh = below.get(waiting.pop(), set()) - reached
            reached |= fresh
            waiting += fresh
        found[top] = tuple(sorted(reached))
    return found


def _select(store: Store, rule: Rule, query: str, functions: Mapping[NamedNode, Function] | None = None) -> set[Hit]:
    from pyoxigraph import QuerySolutions

    # A triple that stands in two graphs comes twice in Oxigraph's union: every query of ours counts DISTINCT.
    found = store.query(
        query, prefixes=PREFIXES, use_default_graph_as_union=True, custom_functions=dict(functions or {})
    )
    assert isinstance(found, QuerySolutions)
    names = {variable.value for variable in found.variables}
    return {
        Hit(
            rule.id,
            _text(solution["this"]),
            _text(solution["path"]) if "path" in names else "",
            _text(solution["value"]) if "value" in names else "",
        )
        for solution in found
        if solution["this"] is not None
    }


def _text(term: object) -> str:
    from pyoxigraph import BlankNode

    if term is None:
        return ""
    return f"_:{term.value}" if isinstance(term, BlankNode) else str(getattr(term, "value", term))


def _run_pyshacl(store: TripleStore, rules: Iterable[Rule]) -> set[Hit]:
    from sobkb.validation.shacl import run_shacl

    by_iri = {rule.iri: rule for rule in rules}
    hits: set[Hit] = set()
    for result in run_shacl(store.quads()):
        rule = by_iri.get(result.shape)
        if rule is not None:
            says_value = rule.core or "?value" in rule.select.partition("WHERE")[0]
            hits.add(Hit(rule.id, result.focus, result.path, result.value if says_value else ""))
    return hits
