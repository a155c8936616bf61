"""Finding RDF files and turning them into quads, whatever their format.

Files are untrusted: nothing in them is run, fetched or expanded. Parsing is Oxigraph's.
"""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from os import PathLike, fspath
from pathlib import Path
from urllib.parse import quote

from sobkb.errors import OntologyLoadError
from sobkb.light_typing import TYPE_CHECKING
from sobkb.places import builtin_names, ontology_folder
from sobkb.untrusted import RefusedInputError, check_nesting, check_text, guess_format

if TYPE_CHECKING:
    from pyoxigraph import Quad, RdfFormat

EXTENSIONS = {
    ".ttl": "TURTLE",
    ".turtle": "TURTLE",
    ".trig": "TRIG",
    ".nt": "N_TRIPLES",
    ".ntriples": "N_TRIPLES",
    ".nq": "N_QUADS",
    ".nquads": "N_QUADS",
    ".rdf": "RDF_XML",
    ".owl": "RDF_XML",
    ".xml": "RDF_XML",
    ".jsonld": "JSON_LD",
    ".json": "JSON_LD",
}
"""File name endings sobkb reads, with the name of the format in Oxigraph."""

_CERTAIN = tuple(e for e in EXTENSIONS if e not in (".json", ".xml"))
_PLACE = re.compile(r"^(?:Parser error )?at line (\d+)(?: between columns (\d+) and \d+| column (\d+))?:?\s*")
_REMOTE_CONTEXT = re.compile(rb'"@(?:context|import)"\s*:\s*\[?\s*"')
_BOM = b"\xef\xbb\xbf"


def ontology_dir() -> Path:
    """Return the folder that holds the built-in ontology; see `sobkb.places.ontology_folder`."""
    return Path(ontology_folder())


def builtin_files() -> tuple[Path, ...]:
    """Return the files of the built-in knowledge base, sorted; shapes and queries are not among them."""
    top = ontology_dir()
    return tuple(top / name for name in builtin_names(str(top)))


def find_files(places: Iterable[str | PathLike[str]]) -> tuple[Path, ...]:
    """Turn files, folders and glob patterns into a list of files.

    Args:
        places: Paths of files; folders, searched through for known endings; patterns with `*`, `?` or `[`.
            In a folder, hidden files are passed over, and so are .json and .xml files, which are mostly
            something else: name those, or use a pattern.

    Returns:
        The files, sorted within each place, each once.

    Raises:
        OntologyLoadError: A place does not exist, or holds no file of a known format.
    """
    found: dict[Path, None] = {}
    for place in places:
        text = fspath(place)
        try:
            found.update(dict.fromkeys(_files_at(text)))
        except (OSError, ValueError) as error:
            raise OntologyLoadError(text, f"cannot be opened ({getattr(error, 'strerror', None) or error})") from None
    return tuple(found)


def _files_at(text: str) -> list[Path]:
    if not text:
        raise OntologyLoadError(text, "the name is empty")
    path = Path(text)
    if path.is_dir():
        inside = sorted(p for p in path.rglob("*") if _is_rdf_in(path, p))
        if not inside:
            raise OntologyLoadError(text, f"this folder holds no RDF file ({', '.join(_CERTAIN)})")
        return inside
    if path.exists():
        return [path]
    if any(c in text for c in "*?["):
        found = glob.glob(text, recursive=True)  # noqa: PTH207 - Path.glob takes no absolute pattern
        matching = sorted(p for p in map(Path, found) if p.is_file())
        if not matching:
            raise OntologyLoadError(text, "no file matches this pattern")
        return matching
    raise OntologyLoadError(text, "there is no such file or folder")


def _is_rdf_in(folder: Path, path: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return path.suffix.lower() in _CERTAIN and not hidden and path.is_file()


def format_of(path: Path) -> RdfFormat:
    """Return the RDF format a file name stands for.

    Raises:
        OntologyLoadError: The ending is not one of `EXTENSIONS`.
    """
    from pyoxigraph import RdfFormat

    name = EXTENSIONS.get(path.suffix.lower())
    if name is None and path.suffix.lower() in (".gz", ".bz2", ".xz", ".zip", ".zst"):
        raise OntologyLoadError(str(path), "packed files are not read; unpack it first")
    if name is None:
        raise OntologyLoadError(str(path), f"unknown kind of file; sobkb reads {', '.join(EXTENSIONS)}")
    rdf_format: RdfFormat = getattr(RdfFormat, name)
    return rdf_format


def read_bytes(path: Path) -> bytes:
    """Return the bytes of an RDF file, without a byte order mark, checked to be readable text.

    Raises:
        OntologyLoadError: It is a folder, cannot be opened, is empty, is not UTF-8, or would make a
            parser hang or crash (see `sobkb.untrusted`).
    """
    try:
        if not path.is_file() and path.exists():  # a pipe or a device may never end
            what = "a folder" if path.is_dir() else "a pipe or a device"
            raise OntologyLoadError(str(path), f"this is {what}, not a file")
        data = path.read_bytes()
    except OSError as error:
        raise OntologyLoadError(str(path), f"cannot be opened ({error.strerror})") from None
    data = data.removeprefix(_BOM)
    try:
        check_text(data)
        kind = EXTENSIONS.get(path.suffix.lower())
        if kind == "RDF_XML":
            from sobkb.untrusted_xml import check_xml

            check_xml(data)
        elif kind == "JSON_LD":
            from sobkb.untrusted_json import check_json

            check_json(data)
        else:
            check_nesting(data)
    except RefusedInputError as error:
        raise OntologyLoadError(
            str(path), _with_hint(path, data, str(error)), line=error.line, column=error.column
        ) from None
    return data


def _with_hint(path: Path, data: bytes, problem: str) -> str:
    """Add what the file looks like, when its name says something else."""
    guess = guess_format(data)
    own = EXTENSIONS.get(path.suffix.lower(), "").replace("_", "").casefold()
    family = {"turtle": "TURTLE TRIG", "rdf/xml": "RDFXML", "json-ld": "JSONLD"}.get(
        guess.partition(" (")[0].lower(), ""
    )
    if not guess or own in family.casefold().split():
        return problem
    return f"{problem}; it looks like {guess}"


def iter_quads(path: Path) -> Iterator[Quad]:
    """Yield the quads of a file.

    Blank nodes are renamed, so that files do not share them by accident.

    Raises:
        OntologyLoadError: The file cannot be read or parsed; the error holds line and column.
    """
    format_of(path)  # a name that says nothing is told before the file is read
    yield from quads_in(read_bytes(path), path)


def quads_in(data: bytes, path: Path) -> Iterator[Quad]:
    """Yield the quads of a file whose content is already here; its name tells the format.

    Raises:
        OntologyLoadError: It cannot be parsed; the error holds line and column.
    """
    from pyoxigraph import parse

    rdf_format = format_of(path)
    with explained(path, data):
        yield from parse(input=data, format=rdf_format, base_iri=base_iri(path), rename_blank_nodes=True)


def base_iri(path: Path) -> str:
    """Return what relative IRIs in a file are relative to: its name, not where it happens to lie."""
    return f"file:///{quote(os.fsencode(path.name))}"  # a name need not be text


@contextmanager
def explained(path: Path, data: bytes) -> Iterator[None]:
    """Turn what a parser raises into an error that says where, and what the file looks like.

    Raises:
        OntologyLoadError: The parser raised something.
    """
    try:
        yield
    except SyntaxError as error:
        fault = syntax_error(str(path), error)
        problem = _with_hint(path, data, fault.problem)
        line = fault.line
        if line is None and (found := _REMOTE_CONTEXT.search(data)):  # the parser does not say where it is
            line = data.count(b"\n", 0, found.start()) + 1
        raise OntologyLoadError(str(path), problem, line=line, column=fault.column) from None
    except ValueError as error:
        raise OntologyLoadError(str(path), str(error)) from None


def syntax_error(path: str, error: SyntaxError) -> OntologyLoadError:
    """Turn a parser's error into ours, with line and column as data."""
    text = str(error.msg)
    line, column = error.lineno, error.offset
    if "LoadDocumentCallback" in text:
        text = "it refers to a JSON-LD context elsewhere, which is not fetched; put the context into the file"
    match = _PLACE.match(text)
    if match:
        line = line or int(match[1])
        text = text[match.end() :]
    return OntologyLoadError(path, text, line=line, column=column)
