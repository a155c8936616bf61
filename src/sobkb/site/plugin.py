"""The MkDocs plugin: hands the pages of the page builder over to MkDocs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config import base, config_options
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents

import sobkb
from sobkb.exports import FORMATS
from sobkb.pages.families import build_files, build_pages
from sobkb.pages.page import Page
from sobkb.pages.writing import Site, SiteOptions
from sobkb.site.theme import asset_files, page_meta, theme_data
from sobkb.site.zipping import zip_folder

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files


class SobkbConfig(base.Config):  # type: ignore[no-untyped-call]  # a hook MkDocs does not type
    """Options of the plugin in `mkdocs.yml`."""

    files = config_options.ListOfItems(config_options.Type(str), default=[])
    """Files or folders of the knowledge base; the built-in one when empty."""
    languages = config_options.ListOfItems(config_options.Type(str), default=[])
    """Languages of the site; taken from the data when empty."""
    intro = config_options.Type(dict, default={})
    """What the site is, per language."""
    repository = config_options.Type(str, default="")
    """Web page of the repository; `repo_url` when empty."""
    edit_path = config_options.Type(str, default="")
    """Pattern of a concept's file in the repository, with `{scheme}` and `{slug}`."""
    mail = config_options.Type(str, default="")
    """Where to report errors when there is no repository."""
    downloads = config_options.ListOfItems(config_options.Choice(list(FORMATS)), default=list(SiteOptions().downloads))
    """Formats every concept can be downloaded in; an empty list builds faster."""
    releases = config_options.Type(str, default="")
    """Folder with releases of the knowledge base; those of the built-in one when empty."""
    watch = config_options.ListOfItems(config_options.Type(str), default=[])
    """More files or folders that make `mkdocs serve` build again."""


class StaticFile(File):
    """A file that is handed out as it is, even when its name ends like that of a page to be made."""

    def is_documentation_page(self) -> bool:
        """Tell that this is none."""
        return False


class GeneratedPage(MkDocsPage):
    """A page that is HTML already, so that MkDocs need not run Markdown over it."""

    def __init__(self, made: Page, file: File, config: MkDocsConfig) -> None:
        self._made = made
        super().__init__(made.title, file, config)

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - MkDocs passes it
        """Take the metadata from the page builder."""
        self.markdown = ""
        self.meta = page_meta(self._made)

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - MkDocs passes them
        """Take the HTML from the page builder."""
        self.content = self._made.body
        self.toc = TableOfContents([])
        self.present_anchor_ids = set(re.findall(r'\sid="([^"]+)"', self._made.body))
        self.links_to_anchors = {}


class SobkbPlugin(BasePlugin[SobkbConfig]):  # type: ignore[no-untyped-call]  # a hook MkDocs does not type
    """Adds a page per concept, and the pages that lead to them, to a MkDocs site."""

    def __init__(self) -> None:
        self._site: Site | None = None
        self._stays = True

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002 - MkDocs passes both
        """Remember whether the site is built to stay; while one writes, nobody needs the zip file."""
        self._stays = command == "build"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Open the knowledge base and tell the templates about it."""
        if self.config.files:
            top = Path(config.config_file_path).parent
            kb = sobkb.load(*(top / name for name in self.config.files))
        else:
            kb = _builtin_again()
        # a name that only shortens the title gives way to it, for the title is in every language
        shortened = kb.title().partition(": ")[0] == config.site_name
        options = SiteOptions(
            languages=tuple(self.config.languages),
            name="" if shortened else config.site_name,
            intro=tuple((str(k), str(v)) for k, v in self.config.intro.items()),
            base=config.site_url or "",
            repository=(self.config.repository or config.repo_url or "").rstrip("/"),
            edit_path=self.config.edit_path,
            mail=self.config.mail,
            downloads=tuple(self.config.downloads),
            finished=self._stays,
            releases=str(Path(config.config_file_path).parent / self.config.releases) if self.config.releases else "",
        )
        self._site = Site(kb, options)
        config.extra["sobkb"] = {**theme_data(self._site), **config.extra.get("sobkb", {})}
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages, the data files and the assets."""
        assert self._site is not None
        for data in (*asset_files(), *build_files(self._site)):
            if files.get_file_from_path(data.path) is None:
                # said openly, or MkDocs would leave out folders that begin with a dot, as .well-known does
                kept = InclusionLevel.INCLUDED
                files.append(StaticFile.generated(config, data.path, content=data.content, inclusion=kept))
        for made in build_pages(self._site):
            source = made.path + "index.md"
            if files.get_file_from_path(source) is not None:
                continue  # a page written by hand goes before a generated one
            file = File.generated(config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
            file.edit_uri = made.edit or None
            GeneratedPage(made, file, config)
            files.append(file)
        styles = [f.src_uri for f in files if re.fullmatch(r"assets/stylesheets/main\.\w+\.min\.css", f.src_uri)]
        config.extra["sobkb"]["material_css"] = styles[0] if styles else ""
        return files

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Tell a page written by hand its language and its translations, by its folder."""
        if isinstance(page, GeneratedPage):
            return markdown
        assert self._site is not None
        lang, _, rest = page.file.src_uri.partition("/")
        known = self._site.languages
        page.meta.setdefault("lang", lang if lang in known else known[0])
        if lang in known:
            there = [(other, files.get_file_from_path(f"{other}/{rest}")) for other in known]
            page.meta["translations"] = [
                {"lang": other, "path": file.dest_uri.removesuffix("index.html"), "file": file.dest_uri}
                for other, file in there
                if file
            ]
        return markdown

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put the finished site into a zip file to take along."""
        assert self._site is not None
        zip_folder(self._site, Path(config.site_dir))

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ARG002
        """Build again when the data or the page builder changes."""
        top = Path(config.config_file_path).parent
        for name in (*self.config.files, *self.config.watch):
            if (top / name).exists():
                server.watch(str(top / name))
        return server


def _builtin_again() -> sobkb.KnowledgeBase:
    """Open the built-in knowledge base afresh, so that `mkdocs serve` sees changes."""
    from sobkb.loading import builtin_files

    kb = sobkb.load(*builtin_files())
    _ = kb.store  # read now: a file that changes during the build must not stop it
    return kb
