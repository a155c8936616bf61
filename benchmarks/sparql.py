"""Ten queries of the kind people ask, with sobkb, with rdflib and with bare pyoxigraph.

Run: python benchmarks/sparql.py

The data is the built-in knowledge base; every engine gets the same triples, and the rows are compared first.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable

import rdflib

import sobkb
from measuring import Verdicts, paired, ratio
from sobkb.namespaces import PREFIXES

QUERIES = {
    "label of an entry": 'SELECT ?l { id:opbouwwerk skos:prefLabel ?l FILTER(lang(?l) = "nl") }',
    "everything about an entry": "SELECT ?p ?o { id:opbouwwerk-vl ?p ?o }",
    "what is above it": "SELECT ?b { id:opbouwwerk-vl skos:broader+ ?b }",
    "what is below it": "SELECT ?n ?l { ?n skos:broader+ id:opbouwwerk ; skos:prefLabel ?l }",
    "entries of a kind": "SELECT ?c ?l { ?c a sob:DemocracyForm ; skos:prefLabel ?l }",
    "who says so": "SELECT ?g ?p ?o { GRAPH ?g { id:stedenfonds ?p ?o } }",
    "entries per scheme": "SELECT ?s (COUNT(?c) AS ?n) { ?c a skos:Concept ; skos:inScheme ?s } GROUP BY ?s",
    "words in labels": 'SELECT ?c { ?c skos:prefLabel|skos:altLabel ?l FILTER(CONTAINS(LCASE(STR(?l)), "werk")) }',
    "two relations and two regions": (
        "SELECT ?a ?b ?x { ?a sob:isInRegion id:vlaanderen ; sob:targets ?x ."
        " ?b sob:isInRegion id:nederland ; sob:targets ?x }"
    ),
    "entries without an English definition": (
        'SELECT ?c { ?c a skos:Concept FILTER NOT EXISTS { ?c skos:definition ?d FILTER(lang(?d) = "en") } }'
    ),
}


def main() -> int:
    """Print the ratios; return 1 when a target is missed."""
    kb = sobkb.load()
    store = kb.store.oxigraph
    graph = kb.graph
    prefixes = {p: rdflib.Namespace(iri) for p, iri in PREFIXES.items()}
    works: dict[str, dict[str, Callable[[], list[tuple[object, ...]]]]] = {}
    for name, query in QUERIES.items():

        def ours(query: str = query) -> list[tuple[object, ...]]:
            return list(kb.sparql(query).rows)  # type: ignore[arg-type]

        def bare(query: str = query) -> list[tuple[object, ...]]:
            found = store.query(query, prefixes=PREFIXES, use_default_graph_as_union=True)
            names = [v.value for v in found.variables]  # type: ignore[union-attr]
            return [tuple(row[n].value for n in names) for row in found]  # type: ignore[union-attr]

        def plain(query: str = query) -> list[tuple[object, ...]]:
            return list(graph.query(query, initNs=prefixes))  # type: ignore[arg-type]

        works[name] = {"sobkb": ours, "pyoxigraph": bare, "rdflib": plain}

    say = Verdicts()
    against_rdflib, against_bare = [], []
    totals: dict[str, list[float]] = {"sobkb": [], "rdflib": [], "pyoxigraph": []}
    for name, engines in works.items():
        rows = {engine: len(work()) for engine, work in engines.items()}
        assert len(set(rows.values())) == 1, (name, rows)
        start = time.perf_counter()
        engines["rdflib"]()
        slow = time.perf_counter() - start > 1
        fast = paired({e: engines[e] for e in ("sobkb", "pyoxigraph")}, 31)
        slowly = paired({e: engines[e] for e in ("sobkb", "rdflib")}, 3 if slow else 7)
        against_bare.append(ratio(fast["sobkb"], fast["pyoxigraph"]))
        against_rdflib.append(ratio(slowly["rdflib"], slowly["sobkb"]))
        for engine, taken in (*fast.items(), ("rdflib", slowly["rdflib"])):
            totals[engine].append(statistics.median(taken))
        milliseconds = statistics.median(fast["sobkb"]) * 1000
        print(
            f"  {name:<40} {rows['sobkb']:>5} rows {milliseconds:>8.2f} ms"
            f"  {against_rdflib[-1]:>7.0f} × faster than rdflib  {against_bare[-1]:>5.2f} × pyoxigraph"
        )
    say.say("all ten: faster than rdflib", sum(totals["rdflib"]) / sum(totals["sobkb"]), "×", least=50)
    say.say("all ten: against bare pyoxigraph", sum(totals["sobkb"]) / sum(totals["pyoxigraph"]), "×", most=1.5)
    say.say("median query: faster than rdflib", statistics.median(against_rdflib), "×")
    say.say("median query: against bare pyoxigraph", statistics.median(against_bare), "×")
    return say.exit_code


if __name__ == "__main__":
    sys.exit(main())
