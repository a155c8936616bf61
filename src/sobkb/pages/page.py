"""What the page builder makes: pages and data files, with no word about any site generator."""

from __future__ import annotations

from typing import NamedTuple

TWIN = "index.html.md"
"""Name of the twin of an entry page in Markdown, beside it."""


class Page(NamedTuple):
    """One page of the site.

    Attributes:
        path: Address below the root of the site, ending in "/"; empty for the root itself.
        lang: BCP 47 tag of the language the page is in.
        title: Title, as plain text.
        body: The content, as safe HTML without blank lines.
        family: Name of the page family that made it, e.g. "entry".
        description: One sentence for search engines, as plain text.
        translations: The same page in all languages of the site, as pairs of tag and path.
        edit: Path of the source file in the repository; empty when there is none.
        head: More elements for the head of the document, as safe HTML.
        scripts: Scripts only this page needs, as paths below the root of the site.
        canonical: Path of the page this one repeats; empty when it repeats none.
        listed: False for pages that search engines should leave out.
    """

    path: str
    lang: str
    title: str
    body: str
    family: str
    description: str = ""
    translations: tuple[tuple[str, str], ...] = ()
    edit: str = ""
    head: str = ""
    scripts: tuple[str, ...] = ()
    canonical: str = ""
    listed: bool = True

    @property
    def file(self) -> str:
        """Path of the HTML file below the root of the site."""
        return self.path + "index.html"


class DataFile(NamedTuple):
    """A file that is not a page: a download, an index, a script.

    Attributes:
        path: Address below the root of the site.
        content: The bytes.
    """

    path: str
    content: bytes


class NavLink(NamedTuple):
    """A link of the site's menu.

    Attributes:
        path: Address below the root of the site.
        label: Words of the link.
    """

    path: str
    label: str
