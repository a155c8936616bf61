"""Look-ups, walks and searches in memory, with rdflib beside them.

Run: python benchmarks/lookups.py [concepts …]
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import rdflib
from rdflib.namespace import SKOS

import sobkb
from measuring import SIZES, Verdicts, microseconds, write_vocabulary, write_words
from sobkb.hierarchy import walk_broader

MOST_FOR_RDFLIB = 5_000
"""Concepts up to which rdflib is worth waiting for."""

_LETTERS = "bcdfghjklmnpqrstvwxz"


def main() -> int:
    """Print times and ratios; return 1 when a target is missed."""
    say = Verdicts()
    for concepts in [int(a) for a in sys.argv[1:]] or SIZES:
        with tempfile.TemporaryDirectory() as name:
            path = write_vocabulary(Path(name) / "vocabulary.ttl", concepts)
            kb = sobkb.load(path)
            graph = rdflib.Graph().parse(path) if concepts <= MOST_FOR_RDFLIB else None
            words = sobkb.load(write_words(Path(name) / "words.ttl", concepts))
        measure(say, kb, graph)
        measure_search(say, kb, words)
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


def measure_search(say: Verdicts, alike: sobkb.KnowledgeBase, words: sobkb.KnowledgeBase) -> None:
    """Print what searches take: with words of which few are common, and where one word is in every name.

    Processor time of a search made before, so that neither other work nor what is prepared once counts.
    """
    list(words.record["concepts"].values())  # read out of their quads when asked for, which is no part of this
    index = words.search_index
    names = _processor_time(lambda: (index.names.words, index.standings))
    say.say("  search: preparing names, for the first search", names * 1000, "ms")
    texts = _processor_time(lambda: index.texts.words)
    say.say("  search: preparing texts, when names do not answer it", texts * 1000, "ms")
    entries = index.names
    common = sorted((w for w in entries.words.sorted if len(w) > 6), key=lambda w: -len(entries.words.numbers(w)))
    pair = next(line for line in entries.folded if line.count(" ") == 1 and all(len(w) > 6 for w in line.split(" ")))
    one, two = pair.split(" ")
    letters = random.Random(7)
    queries = {
        "a word": (words, one),
        "the most common word": (words, common[0]),
        "a typing error": (words, _misspell(common[50])),
        "a typing error in each of two words": (words, f"{_misspell(one)} {_misspell(two)}"),
        "two words cut in two each": (words, f"{one[:4]} {one[4:]} {two[:4]} {two[4:]}"),
        "a sentence of twelve words": (words, " ".join(common[20:1200:100])),
        "a sentence of twelve misspelt words": (words, " ".join(map(_misspell, common[20:1200:100]))),
        "a sentence of twelve of the most common words": (words, " ".join(common[:12])),
        "200 letters at random, one word": (words, "".join(letters.choices(_LETTERS, k=200))),
        "200 letters at random, thirty words": (
            words,
            " ".join("".join(letters.choices("bcdfgklvxz", k=6)) for _ in range(30)),
        ),
        "a word in every name": (alike, "begrip"),
        "the same, misspelt": (alike, "begirp"),
        "two misspelt words in every name, and a rare one": (alike, f"begirp numer {len(alike) // 2}"),
    }
    typing = {what for what in queries if "typing error" in what}
    targets = queries if len(alike) > MOST_FOR_RDFLIB else typing
    most = {700: 2.0, 50_000: 30.0}.get(len(alike))
    for what, (kb, query) in queries.items():
        kb.search(query)
        say.say(f"  search: {what}", _processor_milliseconds(kb, query), "ms", most=most if what in targets else None)


def _misspell(word: str) -> str:
    """Swap the third and fourth letter."""
    return word[:2] + word[3] + word[2] + word[4:]


def _processor_milliseconds(kb: sobkb.KnowledgeBase, query: str) -> float:
    return statistics.median(_processor_time(lambda: kb.search(query)) for _ in range(7)) * 1000


def _processor_time(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
