"""What the pages that show many concepts at once have in common."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from markupsafe import Markup

from sobkb.pages.markup import esc, trusted
from sobkb.text import LangText, pick_text

if TYPE_CHECKING:
    from sobkb.pages.writing import Writer

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


def code_text(text: str) -> Markup:
    r"""Write code as HTML on one line: a body of a page holds no blank lines and no indentation.

    Examples:
        >>> print(code_text("a <b>"), code_text("a\n  b"))
        a &lt;b&gt; a&#10;  b
    """
    return trusted(esc(text).replace("\n", "&#10;"))


def script_safe(text: str) -> str:
    r"""Write JSON so that it is safe in a script, inside a page or beside it.

    Examples:
        >>> script_safe('{"a":"</script>"}')
        '{"a":"\\u003c/script>"}'
    """
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
