"""HTML put together by hand where a template would be slow.

`Markup.format` parses its pattern on every call. Where a page has hundreds of links, they are
joined as strings instead; what comes from the data has to be escaped first.
"""

from __future__ import annotations

from html import escape as _escape

from markupsafe import Markup


def esc(text: str) -> str:
    """Escape text for use between tags and in quoted attributes.

    Examples:
        >>> esc('<b title="x">')
        '&lt;b title=&quot;x&quot;&gt;'
    """
    return _escape(text, quote=True)


def trusted(html: str) -> Markup:
    """Mark HTML as safe whose parts are constants or escaped."""
    return Markup(html)  # noqa: S704 - the one place; callers escape
