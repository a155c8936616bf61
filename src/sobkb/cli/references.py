"""`sobkb check`: which references to concepts in texts are out of date."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from sobkb.cli.output import bold, dim
from sobkb.errors import OntologyLoadError

if TYPE_CHECKING:
    from sobkb.archive.references import Reference
    from sobkb.cli.parsing import Parser
    from sobkb.cli.session import Session


def configure_check(parser: Parser) -> None:
    """Name the arguments of `check`."""
    parser.argument("file", nargs="+")


def run_check(session: Session, options: Namespace) -> int:
    """Check the references in texts."""
    from sobkb.archive import releases
    from sobkb.archive.references import check_references

    session.require_local()
    known = releases(*session.places[:1])
    found = {name: check_references(_read(name), session.kb, known) for name in options.file}
    wrong = sum(not r.is_sound for references in found.values() for r in references)
    if session.as_json:
        session.out.json([_data(name, r) for name, references in found.items() for r in references])
    else:
        for name, listed in found.items():
            for reference in listed:
                if not reference.is_sound:
                    _tell(session, name, reference)
        references = session.texts.count("word.references", sum(map(len, found.values())))
        session.err.line(dim(session.texts("check.done", references=references, wrong=wrong)))
    return 1 if wrong else 0


def _tell(session: Session, name: str, reference: Reference) -> None:
    texts = session.texts
    said = texts(f"check.{reference.state}", version=reference.version)
    if reference.instead:
        key = "check.close" if reference.state == "unknown" else "check.instead"
        said += " " + texts(key, slugs=texts.either(list(reference.instead)))
    session.out.line(f"{bold(f'{name}:{reference.line}')} {reference.slug}: {said}", hang=2)
    for words in reference.told:
        session.out.line(f"- {' '.join(words[texts.lang == 'en'].split())}", indent=2, hang=4)


def _data(name: str, reference: Reference) -> dict[str, object]:
    return {
        "file": name,
        "line": reference.line,
        "address": reference.address,
        "slug": reference.slug,
        "version": reference.version or None,
        "state": reference.state,
        "level": max((c.level for c in reference.changes), key=["patch", "minor", "major"].index, default=None),
        "changes": [{"nl": dutch, "en": english} for dutch, english in reference.told],
        "instead": list(reference.instead),
    }


def _read(name: str) -> str:
    path = Path(name)
    if path.is_dir():
        raise OntologyLoadError(name, "this is a folder, not a file")
    if not path.exists():
        raise OntologyLoadError(name, "there is no such file or folder")
    data = path.read_bytes()
    if b"\0" in data or data.startswith((b"PK\x03\x04", b"%PDF")):
        raise OntologyLoadError(name, "this is not text; save it as text first")
    return data.decode("utf-8", errors="replace")
