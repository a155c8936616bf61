"""An Atom feed of the releases, for whoever wants to hear what changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from sobkb.exports.escaping import is_xml_text
from sobkb.pages.page import DataFile
from sobkb.pages.revisions import version_path
from sobkb.pages.writing import Site

if TYPE_CHECKING:
    from sobkb.archive import Release

ATOM = "http://www.w3.org/2005/Atom"
_MOST = 40


def feed_path(lang: str) -> str:
    """Return the path of the feed in a language."""
    return f"{lang}/wijzigingen.xml"


def feed_files(site: Site) -> Iterator[DataFile]:
    """Make the feeds, one entry a release; none when nobody knows the address of the site."""
    if site.options.base and site.releases:
        for lang in site.languages:
            yield DataFile(feed_path(lang), _feed(site, lang))


def _feed(site: Site, lang: str) -> bytes:
    base, words = site.options.base, site.words[lang]
    top = Element("feed", {"xmlns": ATOM, "xml:lang": lang})
    title = site.kb.title(lang) or site.options.name
    _add(top, "title", words["versions.feed.title"].format(title))
    _add(top, "id", base + feed_path(lang))
    SubElement(top, "link", {"rel": "self", "type": "application/atom+xml", "href": base + feed_path(lang)})
    SubElement(top, "link", {"rel": "alternate", "type": "text/html", "href": base + version_path(lang)})
    _add(top, "updated", _moment(site.releases[-1]))
    author = SubElement(top, "author")
    _add(author, "name", ", ".join(site.kb.creators) or title)
    for at in range(len(site.releases) - 1, -1, -1):
        release = site.releases[at]
        entry = SubElement(top, "entry")
        _add(entry, "title", words["release.title"].format(release.version))
        _add(entry, "id", f"{release.address}#{lang}")
        SubElement(entry, "link", {"rel": "alternate", "href": base + version_path(lang, release)})
        _add(entry, "updated", _moment(release))
        _add(entry, "summary", _summary(site, lang, at))
    indent(top, " ")
    text: str = tostring(top, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _summary(site: Site, lang: str, at: int) -> str:
    """Tell what a release changed, in as many lines as a reader of feeds wants."""
    from sobkb.archive.history import changes_since

    if not at:
        return site.words[lang]["release.first"]
    found = changes_since(site.releases[at - 1], site.releases[at])
    lines = found.to_text(lang).splitlines()
    return "\n".join([*lines[:_MOST], *(["…"] if len(lines) > _MOST else [])])


def _moment(release: Release) -> str:
    return f"{release.date}T00:00:00Z"


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = "".join(c for c in text if is_xml_text(c))
