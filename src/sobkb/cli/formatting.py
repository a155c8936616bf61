"""`sobkb format`: Turtle and TriG in their canonical form."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from sobkb.cli.output import accent, bad, good
from sobkb.cli.parsing import UsageError
from sobkb.errors import OntologyLoadError

if TYPE_CHECKING:
    from sobkb.cli.parsing import Parser
    from sobkb.cli.session import Session


def configure_format(parser: Parser) -> None:
    """Name the arguments of `format`."""
    parser.argument("file", nargs="*")
    parser.option("--check", action="store_true")
    parser.option("--diff", action="store_true")
    parser.option("--drop-comments", action="store_true")


def run_format(session: Session, options: Namespace) -> int:
    """Rewrite files in their canonical form, or tell which would change."""
    session.require_local()
    only_look = options.check or options.diff
    changed: list[Path] = []
    failed = 0
    files = _files(session, options)
    for path in files:
        try:
            if _format(path, session, options):
                changed.append(path)
        except OntologyLoadError as error:
            from sobkb.cli.problems import explain

            failed += 1
            session.err.line(f"{bad('sobkb')}: {explain(error, session.texts)}")
    if session.as_json:
        session.out.json({"files": len(files), "changed": [str(p) for p in changed], "failed": failed})
    elif not options.diff:
        for path in changed:
            session.out.exact(accent(str(path)))
    if len(files) > failed:
        _summarise(session, len(files) - failed, len(changed), only_look=only_look)
    if failed:
        return 2
    return 1 if only_look and changed else 0


def _files(session: Session, options: Namespace) -> list[Path]:
    from sobkb.loading import find_files, ontology_dir

    places = [*session.places, *options.file]
    if not places:
        top = ontology_dir()
        if (top.parent / "__init__.py").exists():
            raise UsageError(session.command, session.texts("format.installed"))
        places = [str(top)]
    # A folder may hold other RDF beside what has a canonical form; a file that is named must have one.
    named = {Path(p) for p in places}
    return [p for p in find_files(places) if p in named or p.suffix.lower() in (".ttl", ".turtle", ".trig")]


def _format(path: Path, session: Session, options: Namespace) -> bool:
    """Format one file; tell whether it changes."""
    from sobkb.canonical import format_file

    after = format_file(path, drop_comments=options.drop_comments)
    before = path.read_bytes()
    if before == after.encode("utf-8"):
        return False
    if options.diff and not session.as_json:
        _write_diff(path, before.decode("utf-8"), after, session)
    if not (options.check or options.diff):
        from sobkb.cli.writing import write_file

        write_file(path, after)
    return True


def _write_diff(path: Path, before: str, after: str, session: Session) -> None:
    import difflib

    name = str(path)
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), name, f"{name} (sobkb format)", lineterm="")
    for line in lines:
        style = good if line.startswith("+") else bad if line.startswith("-") else str
        session.out.exact(style(line))


def _summarise(session: Session, files: int, changed: int, *, only_look: bool) -> None:
    texts = session.texts
    if not changed:
        session.err.line(texts("format.clean", files=texts.count("word.files", files)))
    elif only_look:
        session.err.line(texts("format.would", files=texts.count("word.files", changed)))
    else:
        session.err.line(texts("format.done", files=texts.count("word.files", changed)))
