"""Finding RDF files and turning them into quads, whatever their format.

Files are untrusted: nothing in them is run, fetched or expanded. Parsing is Oxigraph's.
"""

from __future__ import annotations

import glob
import re
from collections.abc import Iterable, Iterator
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING

from sobkb.errors import OntologyLoadError

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

_PLACE = re.compile(r"^(?:Parser error )?at line (\d+)(?: between columns (\d+) and \d+| column (\d+))?:?\s*")
_ENTITY = re.compile(r"<!ENTITY\s+(?:%\s+)?\S+\s+(?:SYSTEM|PUBLIC|\"([^\"]*)\"|'([^']*)')")
_BOM = b"\xef\xbb\xbf"


def ontology_dir() -> Path:
    """Return the folder that holds the built-in ontology.

    In an installed wheel it lies in the package; in a checkout it is the `ontology` folder at the top.

    Raises:
        OntologyLoadError: It is in neither place.
    """
    here = Path(__file__).resolve().parent
    packed, checkout = here / "ontology", here.parent.parent / "ontology"
    for folder in (packed, checkout):
        if (folder / "sobkb.ttl").is_file():
            return folder
    raise OntologyLoadError(str(packed), f"the built-in ontology is not here, nor in {checkout}; reinstall sobkb")


def builtin_files() -> tuple[Path, ...]:
    """Return the files of the built-in knowledge base, sorted; shapes and queries are not among them."""
    top = ontology_dir()
    folders = ("concepts", "statements", "alignments")
    files = [top / "sobkb.ttl", top / "schemes.ttl", top / "sources.ttl"]
    for folder in folders:
        files += sorted(p for p in (top / folder).rglob("*") if p.suffix in (".ttl", ".trig"))
    return tuple(files)


def find_files(places: Iterable[str | PathLike[str]]) -> tuple[Path, ...]:
    """Turn files, folders and glob patterns into a list of files.

    Args:
        places: Paths of files; folders, searched through for known endings; patterns with `*`, `?` or `[`.

    Returns:
        The files, sorted within each place, each once.

    Raises:
        OntologyLoadError: A place does not exist, or holds no file of a known format.
    """
    found: dict[Path, None] = {}
    for place in places:
        text = fspath(place)
        path = Path(text)
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.is_file() and p.suffix.lower() in EXTENSIONS)
            if not inside:
                raise OntologyLoadError(text, f"this folder holds no RDF file ({', '.join(EXTENSIONS)})")
            found.update(dict.fromkeys(inside))
        elif path.exists():
            found[path] = None
        elif any(c in text for c in "*?["):
            matching = sorted(Path(p) for p in glob.glob(text, recursive=True) if Path(p).is_file())
            if not matching:
                raise OntologyLoadError(text, "no file matches this pattern")
            found.update(dict.fromkeys(matching))
        else:
            raise OntologyLoadError(text, "there is no such file or folder")
    return tuple(found)


def format_of(path: Path) -> RdfFormat:
    """Return the RDF format a file name stands for.

    Raises:
        OntologyLoadError: The ending is not one of `EXTENSIONS`.
    """
    from pyoxigraph import RdfFormat

    name = EXTENSIONS.get(path.suffix.lower())
    if name is None:
        raise OntologyLoadError(str(path), f"unknown kind of file; sobkb reads {', '.join(EXTENSIONS)}")
    rdf_format: RdfFormat = getattr(RdfFormat, name)
    return rdf_format


def read_bytes(path: Path) -> bytes:
    """Return the bytes of an RDF file, without a byte order mark, checked to be readable text.

    Raises:
        OntologyLoadError: It is a folder, cannot be opened, is empty, is not UTF-8, or is RDF/XML
            whose entities refer to each other or to other files.
    """
    try:
        data = path.read_bytes()
    except IsADirectoryError:
        raise OntologyLoadError(str(path), "this is a folder, not a file") from None
    except OSError as error:
        raise OntologyLoadError(str(path), f"cannot be opened ({error.strerror})") from None
    data = data.removeprefix(_BOM)
    if not data.strip():
        raise OntologyLoadError(str(path), "the file is empty")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise OntologyLoadError(
            str(path), f"byte {data[error.start]:#04x} is not UTF-8; save the file as UTF-8", line=line
        ) from None
    if EXTENSIONS.get(path.suffix.lower()) == "RDF_XML":
        _refuse_dangerous_entities(path, text)
    return data


def _refuse_dangerous_entities(path: Path, text: str) -> None:
    # Entities for namespaces are common in OWL files; nested ones grow exponentially and external ones read files.
    for match in _ENTITY.finditer(text):
        value = match[1] if match[1] is not None else match[2]
        if value is None or "&" in value or "%" in value:
            raise OntologyLoadError(
                str(path),
                "entities that refer to other entities or files are not read",
                line=text.count("\n", 0, match.start()) + 1,
            )


def iter_quads(path: Path) -> Iterator[Quad]:
    """Yield the quads of a file.

    Blank nodes are renamed, so that files do not share them by accident.

    Raises:
        OntologyLoadError: The file cannot be read or parsed; the error holds line and column.
    """
    from pyoxigraph import parse

    data = read_bytes(path)
    try:
        yield from parse(
            input=data, format=format_of(path), base_iri=f"file:///{path.name}", rename_blank_nodes=True
        )
    except SyntaxError as error:
        raise syntax_error(str(path), error) from None
    except ValueError as error:
        raise OntologyLoadError(str(path), str(error)) from None


def syntax_error(path: str, error: SyntaxError) -> OntologyLoadError:
    """Turn a parser's error into ours, with line and column as data."""
    text = str(error.msg)
    line, column = error.lineno, error.offset
    match = _PLACE.match(text)
    if match:
        line = line or int(match[1])
        text = text[match.end() :]
    return OntologyLoadError(path, text, line=line, column=column)
