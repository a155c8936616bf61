"""Invented releases of the garden vocabulary: three versions, in which everything happens that can happen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sobkb.archive import Release, releases
from sobkb.archive.freezing import freeze
from sobkb.loading import find_files, iter_quads, quads_in

MINI = Path(__file__).parent / "data" / "mini"
ADDRESS = "http://example.org/tuin/v/{}/"
_SUMMER = "g:zomer\n    a skos:Concept ;"
_POND = """g:vijver
    a skos:Concept ;
    skos:definition "Water in een tuin."@nl , "Water in a garden."@en ;
    skos:prefLabel "pond"@en , "vijver"@nl ;
    skos:topConceptOf g:kader ;
.

"""
_GONE = "    a skos:Concept ;\n    dcterms:isReplacedBy g:tuin ;\n    owl:deprecated true ;\n"
_MATCH = "    skos:closeMatch <"
_REWORDED = '    skos:changeNote "Wording: shorter."@en , "Verwoording: korter."@nl ;\n'
_NEIGHBOURS = (
    ('"Garden that neighbours share."@en', '"Garden of neighbours."@en'),
    ('"Tuin die buren delen."@nl', '"Tuin van buren."@nl'),
)
STEPS: dict[str, tuple[tuple[str, str], ...]] = {
    "1.0.0": (
        (_SUMMER, _POND + _SUMMER),
        *_NEIGHBOURS,
        ('"Garden in which vegetables are grown."@en', '"A garden where vegetables are grown."@en'),
        ("\ng:lente\n    a skos:Concept ;", '\ng:lente\n    a skos:Concept ;\n    skos:hiddenLabel "voorjaar"@nl ;'),
    ),
    # the pond is deprecated, a search term goes, the kitchen garden is said in other words
    "1.1.0": (
        (_SUMMER, _POND.replace("    a skos:Concept ;\n", _GONE) + _SUMMER),
        *_NEIGHBOURS,
        (_MATCH, _REWORDED + _MATCH),
    ),
    # the pond is gone, the definition of the community garden says something else
    "2.0.0": ((_MATCH, _REWORDED + _MATCH),),
}
"""Version → what to put in place of what in the Turtle of today."""


def write_version(version: str, folder: Path) -> Path:
    """Write the files of the vocabulary as they were in one of the versions."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in find_files([MINI]):
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".ttl":
            for old, new in STEPS[version]:
                assert old in text, old
                text = text.replace(old, new, 1)
        (folder / path.name).write_text(text, encoding="utf-8")
    return folder


def make_releases(folder: Path, change: Callable[[str], str] = str) -> tuple[Release, ...]:
    """Make all releases in a folder and return them."""
    for number, version in enumerate(STEPS):
        source = write_version(version, folder.parent / f".source-{version}")
        quads = [
            quad
            for path in find_files([source])
            for quad in quads_in(change(path.read_text(encoding="utf-8")).encode(), path)
        ]
        rules = list(iter_quads(MINI.parent.parent.parent / "ontology/shapes/skos.ttl"))
        freeze(
            folder,
            quads,
            rules,
            version=version,
            date=f"2026-0{number + 1}-15",
            address=ADDRESS.format(version),
            earlier=releases(folder),
            name="tuinen",
        )
    return releases(folder)
