"""Where the built-in ontology lies. Needed at every start, so nothing but `os` is used."""

from __future__ import annotations

import os

from sobkb.errors import OntologyLoadError

_FILES = ("sobkb.ttl", "schemes.ttl", "sources.ttl")
_FOLDERS = ("concepts", "statements", "alignments")


def ontology_folder() -> str:
    """Return the folder that holds the built-in ontology.

    In an installed wheel it lies in the package; in a checkout it is the `ontology` folder at the top.

    Raises:
        OntologyLoadError: It is in neither place.
    """
    here = os.path.dirname(os.path.abspath(__file__))
    packed, checkout = os.path.join(here, "ontology"), os.path.join(here, "..", "..", "ontology")
    for folder in (packed, checkout):
        if os.path.isfile(os.path.join(folder, _FILES[0])):
            return os.path.normpath(folder)
    raise OntologyLoadError(packed, f"the built-in ontology is not here, nor in {checkout}; reinstall sobkb")


def builtin_names(folder: str) -> list[str]:
    """Return the names of the files of the built-in knowledge base, with `/` below the folder.

    Shapes and queries are not among them.
    """
    names = list(_FILES)
    for part in _FOLDERS:
        names += sorted(_names_below(folder, part), key=lambda name: name.split("/"))
    return names


def _names_below(top: str, folder: str) -> list[str]:
    found: list[str] = []
    try:
        with os.scandir(os.path.join(top, folder)) as entries:
            for entry in entries:
                name = f"{folder}/{entry.name}"
                if entry.is_dir():
                    found += _names_below(top, name)
                elif entry.name.endswith((".ttl", ".trig")):
                    found.append(name)
    except FileNotFoundError:
        return []
    return found
