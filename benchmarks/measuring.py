"""What the benchmarks share: an invented vocabulary, paired timing, and work in a process of its own."""

from __future__ import annotations

import multiprocessing
import random
import resource
import statistics
import sys
import time
from collections.abc import Callable, Mapping
from itertools import accumulate
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

SIZES = (700, 5_000, 50_000)


def write_vocabulary(path: Path, concepts: int) -> Path:
    """Write an invented vocabulary as Turtle, 27 or 28 triples a concept."""
    with path.open("w", encoding="utf-8") as out:
        out.write(
            "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix d: <http://purl.org/dc/terms/> .\n"
            "@prefix c: <http://example.org/c/> .\n@prefix x: <http://example.org/v#> .\n"
            'c:scheme a skos:ConceptScheme ; skos:prefLabel "scheme"@en .\n'
        )
        for n in range(concepts):
            above = f"; skos:broader c:k{(n - 1) // 8}" if n else ""
            out.write(
                f"c:k{n} a skos:Concept, x:Kind{n % 7} ; skos:inScheme c:scheme ;\n"
                f' skos:prefLabel "begrip nummer {n}"@nl, "concept number {n}"@en ;\n'
                f' skos:altLabel "ander woord {n}"@nl, "other word {n}"@en, "nog een {n}"@nl-BE ;\n'
                f' skos:hiddenLabel "begrippen {n}"@nl, "concepts {n}"@en ;\n'
                f' skos:definition "Een omschrijving van begrip {n}, zo lang als men er zoal schrijft."@nl,'
                f' "A definition of concept {n}, as long as people write them."@en ;\n'
                f' skos:scopeNote "Toelichting {n}"@nl, "Note {n}"@en ; skos:example "Voorbeeld {n}"@nl ;\n'
                f' skos:notation "N{n}" ; d:created "2026-01-01" ; d:modified "2026-02-0{1 + n % 9}" ;\n'
                f' d:creator "a" ;\n'
                f" skos:related c:k{(n * 7 + 1) % concepts}, c:k{(n * 11 + 3) % concepts} ;\n"
                f" x:uses c:k{(n * 13 + 5) % concepts}, c:k{(n * 17 + 2) % concepts} ;"
                f" x:helps c:k{(n * 19 + 9) % concepts} ;\n"
                f' skos:exactMatch <http://example.com/{n}> ; skos:changeNote "gewijzigd"@nl ;'
                f' skos:historyNote "oud {n}"@nl {above} .\n'
            )
    return path


def write_words(path: Path, concepts: int) -> Path:
    """Write invented compounds as Turtle; few words are common and most are rare, as in any language."""
    chance = random.Random(50)

    def syllable() -> str:
        return chance.choice(_ONSETS) + chance.choice(_VOWELS) + chance.choice(_CODAS)

    roots = list(dict.fromkeys(syllable() + chance.choice(("", syllable())) for _ in range(3000)))
    compounds = [chance.choice(roots) + chance.choice((*roots[:200], "en", "ing", "er")) for _ in range(2 * concepts)]
    words = list(dict.fromkeys((*roots[:200], *compounds)))
    common = list(accumulate(1 / (20 + rank) for rank in range(len(words))))

    def some(least: int, most: int) -> str:
        return " ".join(chance.choices(words, cum_weights=common, k=chance.randint(least, most)))

    with path.open("w", encoding="utf-8") as out:
        out.write("@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix c: <http://example.org/c/> .\n")
        for n in range(concepts):
            above = f"; skos:broader c:k{chance.randrange(n)}" if n else ""
            out.write(
                f'c:k{n} a skos:Concept ; skos:prefLabel "{some(1, 3)}"@nl, "{some(1, 3)}"@en ;\n'
                f' skos:altLabel "{some(1, 2)}"@nl, "{some(1, 1)}"@nl-BE ;\n'
                f' skos:definition "{some(10, 18)}"@nl, "{some(10, 18)}"@en {above} .\n'
            )
    return path


_ONSETS = (
    "b",
    "bl",
    "br",
    "d",
    "dr",
    "f",
    "g",
    "h",
    "k",
    "kl",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "sch",
    "st",
    "t",
    "v",
    "w",
)
_VOWELS = ("a", "aa", "e", "ee", "i", "ie", "o", "oe", "oo", "u", "ui", "ij", "ou")
_CODAS = ("n", "r", "l", "k", "t", "s", "p", "m", "f", "g", "nd", "rt", "rk", "st", "ng")


def paired(works: Mapping[str, Callable[[], object]], times: int) -> dict[str, list[float]]:
    """Time several pieces of work in turn, so that all meet the same moments of a busy machine."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(times):
        for name, work in works.items():
            start = time.perf_counter()
            work()
            taken[name].append(time.perf_counter() - start)
    return taken


def ratio(over: list[float], under: list[float]) -> float:
    """Return the median of the ratios of pairs."""
    return statistics.median(a / b for a, b in zip(over, under, strict=True))


def microseconds(work: Callable[[], object], times: int = 2000) -> float:
    """Return the time one call takes: the median of several rounds."""
    rounds = []
    for _ in range(7):
        start = time.perf_counter()
        for _ in range(times):
            work()
        rounds.append((time.perf_counter() - start) / times * 1e6)
    return statistics.median(rounds)


class Alone(NamedTuple):
    """What work in a process of its own took.

    Attributes:
        seconds: Processor time.
        megabytes: Largest memory of the process.
        value: What the work returned.
    """

    seconds: float
    megabytes: float
    value: object


def alone(work: Callable[..., object], *arguments: object) -> Alone:
    """Run a function of a module in a fresh process and measure it there."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_run, args=(theirs, work, arguments))
    process.start()
    theirs.close()
    try:
        seconds, megabytes, value = ours.recv()
    except EOFError:
        raise RuntimeError(f"{work.__name__} failed in its process") from None
    finally:
        process.join()
    return Alone(seconds, megabytes, value)


def _run(pipe: Connection, work: Callable[..., object], arguments: tuple[object, ...]) -> None:
    start = time.process_time()
    value = work(*arguments)
    seconds = time.process_time() - start
    unit = 1 if sys.platform == "darwin" else 1024
    pipe.send((seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6, value))


class Verdicts:
    """Prints measurements beside their targets and remembers whether one was missed."""

    def __init__(self) -> None:
        self.missed = 0

    def say(self, what: str, value: float, unit: str, *, most: float | None = None, least: float | None = None) -> None:
        """Print one line."""
        target = "" if most is None and least is None else f"   (target: {'≤' if most else '≥'} {most or least:g})"
        bad = (most is not None and value > most) or (least is not None and value < least)
        self.missed += bad
        print(f"{what:<64} {value:10.2f} {unit:<12}{target}{'   MISSED' if bad else ''}", flush=True)

    @property
    def exit_code(self) -> int:
        """0 when every target was met, else 1."""
        return 1 if self.missed else 0
