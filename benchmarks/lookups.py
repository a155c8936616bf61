"""Look-ups, walks and searches in memory, with rdflib beside them.

Run: python benchmarks/lookups.py [concepts …]
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import rdflib
from rdflib.namespace import SKOS

import sobkb
from measuring import SIZES, Verdicts, microseconds, write_vocabulary
from sobkb.hierarchy import walk_broader

MOST_FOR_RDFLIB = 5_000
"""Concepts up to which rdflib is worth waiting for."""


def main() -> int:
    """Print times and ratios; return 1 when a target is missed."""
    say = Verdicts()
    for concepts in [int(a) for a in sys.argv[1:]] or SIZES:
        with tempfile.TemporaryDirectory() as name:
            path = write_vocabulary(Path(name) / "vocabulary.ttl", concepts)
            kb = sobkb.load(path)
            graph = rdflib.Graph().parse(path) if concepts <= MOST_FOR_RDFLIB else None
        measure(say, kb, graph)
    return say.exit_code


def measure(say: Verdicts, kb: sobkb.KnowledgeBase, graph: rdflib.Graph | None) -> None:
    """Print what one knowledge base takes."""
    last = kb[f"k{len(kb) - 1}"]
    above = [step.concept for step in walk_broader(last)]
    number = len(kb) // 2
    print(f"{len(kb)} concepts")
    label = microseconds(lambda: last.label("en"))
    up = microseconds(lambda: [step.concept for step in walk_broader(last)])
    say.say("  label of a concept (1 on a quiet machine)", label, "µs")
    say.say(f"  ancestors of a concept ({len(above)}; 5 on a quiet machine)", up, "µs")
    say.say("  concept by slug", microseconds(lambda: kb[f"k{number}"]), "µs")
    say.say("  concept by label", microseconds(lambda: kb[f"begrip nummer {number}"]), "µs")
    down = microseconds(lambda: kb.expand("k0"), times=1)
    say.say("  everything below the root", down / 1000, "ms")
    kb.search("woord")
    typo = microseconds(lambda: kb.search(f"begirp numer {number}"), times=3) / 1000
    quiet = {700: " (2 on a quiet machine)", 50_000: " (30 on a quiet machine)"}.get(len(kb), "")
    say.say(f"  search with two typing errors{quiet}", typo, "ms")
    say.say("  search", microseconds(lambda: kb.search(f"begrip {number}"), times=3) / 1000, "ms")
    if graph is None:
        return
    node = rdflib.URIRef(last.iri)

    def their_label() -> str:
        return next(str(o) for o in graph.objects(node, SKOS.prefLabel) if getattr(o, "language", "") == "en")

    say.say("  label: faster than rdflib", microseconds(their_label) / label, "×", least=14)
    theirs = microseconds(lambda: list(graph.transitive_objects(node, SKOS.broader)))
    say.say("  ancestors: faster than rdflib", theirs / up, "×", least=4)
    root = rdflib.URIRef(kb["k0"].iri)
    theirs = microseconds(lambda: list(graph.transitive_subjects(SKOS.broader, root)), times=1)
    say.say("  everything below the root: faster than rdflib", theirs / down, "×")


if __name__ == "__main__":
    sys.exit(main())
