"""Where every page stands, and how one page points at another.

Addresses are the same in every language behind the language tag. Links are relative and name
`index.html`, so that the site works from any folder, on a server and from a disk.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sobkb.knowledge_base import KnowledgeBase
    from sobkb.model import Collection, Comparison, Concept, Scheme, Section, Term

INDEX = "index.html"
_UNSAFE = re.compile(r"[^a-z0-9.]+")
_ALLOWED_SCHEMES = ("http://", "https://")


@lru_cache(maxsize=65536)
def relative(start: str, target: str) -> str:
    """Write the way from one page to another.

    Args:
        start: Path of the page the link stands on, ending in "/" or empty.
        target: Path of a page (ending in "/" or empty) or of a file.

    Examples:
        >>> relative("nl/id/tuin/", "nl/id/perk/")
        '../perk/index.html'
        >>> relative("nl/", "assets/site.css")
        '../assets/site.css'
        >>> relative("nl/", "nl/")
        'index.html'
    """
    here, there = start.split("/")[:-1], target.split("/")[:-1]
    shared = 0
    for ours, theirs in zip(here, there, strict=False):
        if ours != theirs:
            break
        shared += 1
    name = target.rpartition("/")[2] or INDEX
    return "".join(("../" * (len(here) - shared), *(part + "/" for part in there[shared:]), name))


def safe_href(address: str) -> str:
    """Return an address from the data if a link may point at it, else an empty string.

    Only http and https count: `javascript:`, `data:` and whatever comes next do not.

    Examples:
        >>> safe_href("https://example.org/a"), safe_href("javascript:alert(1)")
        ('https://example.org/a', '')
    """
    return address if address.lower().startswith(_ALLOWED_SCHEMES) and not re.search(r"[\s<>\"]", address) else ""


def path_name(name: str) -> str:
    """Turn a name into one part of a path: lower-case ASCII letters, digits, dots and hyphens.

    Examples:
        >>> path_name("4.2.1-Doelgroepen"), path_name("../../etc"), path_name("Één")
        ('4.2.1-doelgroepen', 'etc', 'een')
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"\.\.+", ".", _UNSAFE.sub("-", plain))[:80].strip("-.") or "x"


def path_names(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Give every IRI a part of a path made of its name; what would collide gets a number.

    Examples:
        >>> path_names([("http://a.org/1", "Eén"), ("http://b.org/1", "een")])
        {'http://a.org/1': 'een', 'http://b.org/1': 'een-2'}
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for iri, name in names:
        base = path_name(name)
        part, number = base, 1
        while part in taken:
            number += 1
            part = f"{base}-{number}"
        taken.add(part)
        found[iri] = part
    return found


class Addresses:
    """The paths of all pages about one knowledge base.

    Every method takes a language first: `concept("nl", c)` is "nl/id/<slug>/".
    """

    def __init__(self, kb: KnowledgeBase) -> None:
        self._sections = path_names((s.iri, s.id) for s in kb.sections)
        self._kinds = path_names((k.iri, k.name) for k in kb.kinds)

    def concept(self, lang: str, concept: Concept) -> str:
        """Return the path of a concept's page."""
        return f"{lang}/id/{concept.slug}/"

    def section(self, lang: str, section: Section) -> str:
        """Return the path of a section's page; of the overview when the section is not described."""
        part = self._sections.get(section.iri)
        return f"{lang}/bron/{part}/" if part else f"{lang}/bron/"

    def kind(self, lang: str, kind: Term) -> str:
        """Return the path of the page of a kind."""
        part = self._kinds.get(kind.iri)
        return f"{lang}/soort/{part}/" if part else f"{lang}/soort/"

    def scheme(self, lang: str, scheme: Scheme) -> str:
        """Return the path of a concept scheme's page."""
        return f"{lang}/kader/{scheme.slug}/"

    def region(self, lang: str, region: Concept) -> str:
        """Return the path of the page with all that belongs to a region."""
        return f"{lang}/regio/{region.slug}/"

    def comparison(self, lang: str, comparison: Comparison) -> str:
        """Return the path of the page that puts two regions side by side on a theme."""
        return f"{lang}/vergelijken/{comparison.concept.slug}/"

    def collection(self, lang: str, collection: Collection) -> str:
        """Return the path of an enumeration's page."""
        return f"{lang}/opsomming/{collection.slug}/"

    def theme(self, lang: str, theme: Collection) -> str:
        """Return the path of the page one studies a theme from."""
        return f"{lang}/thema/{theme.slug}/"
