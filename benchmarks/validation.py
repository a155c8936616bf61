"""Validation: sobkb against plain pySHACL with the same rules, and growth with the number of concepts.

Run: python benchmarks/validation.py [--large]

Plain pySHACL takes very long for the whole knowledge base, so the two are compared on one small scheme of it; both
get the same data and the same shapes.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pyoxigraph
import pyshacl
import rdflib

from sobkb.loading import builtin_files, iter_quads, ontology_dir
from sobkb.querying import open_quads
from sobkb.validation import validate_files
from sobkb.validation.engines import run_rules
from sobkb.validation.rules import load_rules
from sobkb.validation.shacl import shapes_graph

SAMPLE = ("concepts/participatie-en-democratie.ttl",)
TARGET_RATIO = 10
TARGET_SECONDS = 3


def seconds(work: Callable[[], object], times: int = 1) -> float:
    """Return the shortest processor time of a few runs."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def synthetic(folder: Path, concepts: int) -> Path:
    """Write an invented thesaurus of a number of concepts, 14 triples each."""
    skos, ex = "http://www.w3.org/2004/02/skos/core#", "http://example.org/"
    path = folder / f"{concepts}.nt"
    with path.open("w", encoding="utf-8") as out:
        for n in range(concepts):
            about = f"<{ex}{n}>"
            lines = [
                f"{about} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{skos}Concept> .",
                f"{about} <{skos}inScheme> <{ex}s> .",
            ]
            for lang in ("nl", "en", "fr"):
                lines += [
                    f'{about} <{skos}{p}> "{p} {n} in {lang}"@{lang} .' for p in ("prefLabel", "altLabel", "definition")
                ]
            lines.append(f"{about} <{skos}related> <{ex}{(n * 7 + 3) % concepts}> .")
            if n:
                lines += [
                    f"{about} <{skos}broader> <{ex}{(n - 1) // 8}> .",
                    f"<{ex}{(n - 1) // 8}> <{skos}narrower> {about} .",
                ]
            out.write("\n".join(lines) + "\n")
    return path


def chain(folder: Path, concepts: int) -> Path:
    """Write concepts that hang below one another, every hundredth related to the one half as far down."""
    skos, ex = "http://www.w3.org/2004/02/skos/core#", "http://example.org/"
    path = folder / f"chain-{concepts}.nt"
    with path.open("w", encoding="utf-8") as out:
        for n in range(1, concepts):
            out.write(f"<{ex}{n}> <{skos}broader> <{ex}{n - 1}> .\n")
            if not n % 100:
                out.write(f"<{ex}{n}> <{skos}related> <{ex}{n // 2}> .\n")
    return path


def main() -> int:
    """Print the ratios; return 1 when a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--large", action="store_true", help="50 000 concepts too")
    options = parser.parse_args()

    quads = [quad for name in SAMPLE for quad in iter_quads(ontology_dir() / name)]
    store = open_quads(quads)
    rules = [rule for rule in load_rules() if not rule.dataset]
    graph = rdflib.Graph().parse(
        data=pyoxigraph.serialize({q.triple for q in quads}, format=pyoxigraph.RdfFormat.N_TRIPLES), format="nt"
    )
    shapes = shapes_graph()
    ours = seconds(lambda: run_rules(store, rules=rules), times=3)
    plain = seconds(lambda: pyshacl.validate(graph, shacl_graph=shapes, inplace=True))
    ratio = plain / ours
    print(f"{len(rules)} rules, {len(graph)} triples: plain pySHACL {plain:.2f} s, sobkb {ours:.3f} s")
    print(f"  {ratio:.0f} × faster (target: {TARGET_RATIO} ×)")

    whole = seconds(lambda: validate_files(builtin_files()), times=3)
    print(f"the built-in knowledge base, all {len(load_rules())} rules: {whole:.2f} s (target: {TARGET_SECONDS} s)")

    with tempfile.TemporaryDirectory() as folder:
        base = 0.0
        for concepts in (700, 5_000, 50_000) if options.large else (700, 5_000):
            path = synthetic(Path(folder), concepts)
            taken = seconds(partial(validate_files, [path]))
            base = base or taken / concepts
            growth = taken / concepts / base
            print(f"{concepts:>6} invented concepts: {taken:.2f} s, {growth:.1f} × the time a concept of the first")
        first = seconds(partial(validate_files, [chain(Path(folder), 2_000)]))
        taken = seconds(partial(validate_files, [chain(Path(folder), 20_000)]))
        print(f" 20000 concepts in one chain: {taken:.2f} s, {taken / first:.0f} × a chain of 2000 (linear: 10 ×)")
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return 0 if ratio >= TARGET_RATIO and whole <= TARGET_SECONDS else 1


if __name__ == "__main__":
    sys.exit(main())
