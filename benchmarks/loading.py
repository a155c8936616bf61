"""Reading Turtle into a usable knowledge base, against rdflib merely parsing the same file.

Run: python benchmarks/loading.py [concepts …]

Every run has a process of its own, so that memory is told apart. With 50 000 concepts rdflib takes minutes.
"""

from __future__ import annotations

import sys
import tempfile
from compileall import compile_dir
from importlib.util import find_spec
from pathlib import Path

from measuring import SIZES, Verdicts, alone, ratio, write_vocabulary

MOST_MEGABYTES = 1500
FEW = 5_000
"""Concepts up to which the pair is run several times."""


def with_sobkb(path: str) -> int:
    """Load a file and use it."""
    import sobkb

    kb = sobkb.load(path)
    assert kb["begrip nummer 7"].relations
    return len(kb)


def with_rdflib(path: str) -> int:
    """Parse a file, no more."""
    import rdflib

    return len(rdflib.Graph().parse(path))


def with_a_store(path: str, folder: str) -> int:
    """Load a file into a store on disk and open it."""
    import sobkb

    kb = sobkb.open_store(folder, path)
    assert kb["begrip nummer 7"].relations
    return len(kb)


def from_a_store(folder: str) -> int:
    """Open a store that is there already and use it."""
    import sobkb

    kb = sobkb.open_store(folder)
    assert kb["begrip nummer 7"].relations
    return len(kb)


def main() -> int:
    """Print the ratios; return 1 when a target is missed."""
    say = Verdicts()
    # As installing does; a checkout may never have been run. It is not imported here: that is part of what is measured.
    compile_dir(Path(str(getattr(find_spec("sobkb"), "origin", ""))).parent, quiet=1)
    first = 0.0
    for concepts in [int(a) for a in sys.argv[1:]] or SIZES:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            path = str(write_vocabulary(folder / "vocabulary.ttl", concepts))
            times = 5 if concepts <= FEW else 1
            pairs = [(alone(with_sobkb, path), alone(with_rdflib, path)) for _ in range(times)]
            filled = alone(with_a_store, path, str(folder / "store"))
            opened = alone(from_a_store, str(folder / "store"))
        faster = ratio([b.seconds for _, b in pairs], [a.seconds for a, _ in pairs])
        ours, theirs = (min(side, key=lambda run: run.seconds) for side in zip(*pairs, strict=True))
        print(f"{concepts} concepts, {theirs.value} triples: sobkb {ours.seconds:.2f} s, rdflib {theirs.seconds:.2f} s")
        say.say("  faster than rdflib parsing alone", faster, "×", least=8)
        each = ours.seconds / concepts
        first = first or each
        say.say("  time for a concept, against the smallest", each / first, "×", most=1.5)
        say.say("  memory", ours.megabytes, "MB", most=MOST_MEGABYTES)
        say.say("  memory of rdflib", theirs.megabytes, "MB")
        say.say("  into a store on disk", filled.seconds, "s")
        say.say("  opening that store and showing a concept", opened.seconds, "s")
        say.say("  memory of that", opened.megabytes, "MB")
    return say.exit_code


if __name__ == "__main__":
    sys.exit(main())
