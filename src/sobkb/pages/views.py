"""What the pages that show many concepts at once have in common."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from markupsafe import Markup

from sobkb.namespaces import ID
from sobkb.text import LangText, pick_text

if TYPE_CHECKING:
    from sobkb.pages.writing import Site, Writer

STYLE = "assets/css/views.css"


def upper_first(text: str) -> str:
    """Write the first letter as a capital.

    Examples:
        >>> upper_first("tuin"), upper_first("")
        ('Tuin', '')
    """
    return text[:1].upper() + text[1:]


def plain(o: Writer, texts: Iterable[LangText]) -> str:
    """Return the text for readers of the page as plain text; empty when there is none."""
    found = pick_text(tuple(texts), o.lang)
    return found.text if found else ""


def view_head(o: Writer) -> str:
    """Return the style sheet of these pages, which entry pages do without."""
    return str(Markup('<link rel="stylesheet" href="{}">').format(o.href(STYLE)))


def script_safe(text: str) -> str:
    r"""Write JSON so that it is safe in a script, inside a page or beside it.

    Examples:
        >>> script_safe('{"a":"</script>"}')
        '{"a":"\\u003c/script>"}'
    """
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def is_ours(site: Site) -> bool:
    """Tell whether the knowledge base is the one whose questions and rules come with sobkb."""
    return any(c.iri.startswith(ID) for c in site.kb.concepts[:1])
