"""`sobkb site export` and `sobkb site build`: pages for a site generator, or a site outright."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from sobkb.errors import MissingExtraError

if TYPE_CHECKING:
    from sobkb.cli.parsing import Parser
    from sobkb.cli.session import Session


def configure_site_export(parser: Parser) -> None:
    """Name the arguments of `site export`."""
    parser.argument("folder")
    _configure_both(parser)


def run_site_export(session: Session, options: Namespace) -> int:
    """Write the pages as files for another site generator."""
    try:
        from sobkb.pages import SiteOptions
        from sobkb.site.export import export_site
    except ModuleNotFoundError as error:
        raise MissingExtraError("site", error.name or "jinja2") from error
    wanted = SiteOptions(name=options.title, base=options.base, releases=_releases(session))
    return _tell(session, export_site(session.kb, options.folder, wanted), options.folder)


def configure_site_build(parser: Parser) -> None:
    """Name the arguments of `site build`."""
    parser.argument("file", nargs="*")
    parser.option("-o", "--output", metavar="folder", required=True)
    _configure_both(parser)


def run_site_build(session: Session, options: Namespace) -> int:
    """Make a complete site of somebody's SKOS files."""
    try:
        from sobkb.pages import SiteOptions
        from sobkb.site.building import build_site
    except ModuleNotFoundError as error:
        raise MissingExtraError("site", error.name or "jinja2") from error
    session.places += tuple(options.file)
    wanted = SiteOptions(name=options.title, base=options.base, releases=_releases(session))
    return _tell(session, build_site(session.kb, options.output, wanted), options.output)


def _configure_both(parser: Parser) -> None:
    parser.option("--title", default="", metavar="words")
    parser.option("--base", default="", metavar="address")


def _releases(session: Session) -> str:
    """Return the folder of the releases of the reader's own files, when these are in a folder that has some."""
    from pathlib import Path

    folders = [Path(place) / "releases" for place in session.places]
    return next((str(folder) for folder in folders if folder.is_dir()), "")


def _tell(session: Session, files: int, folder: str) -> int:
    if session.as_json:
        session.out.json({"folder": folder, "files": files})
    else:
        session.hint("site.done", files=session.texts.count("word.files", files), folder=folder)
    return 0
