"""Making text harmless in the formats it is written to.

Labels may come from anybody's data. What is written here is read by browsers, spreadsheets and
diagram tools, so each function states what it guards against.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_FORMULA = tuple("=+-@\t\r＝＋－＠")
_MERMAID_PLAIN = re.compile(r"[\x20-\x7e]")
_MERMAID_SAFE = re.compile(r"[A-Za-z0-9 ,.?!'/:_-]")
_IRI_UNSAFE = re.compile("[\x00-\x20\x7f<>\"'`{}|\\\\^]")


def xml_text(text: str) -> str:
    """Return text for XML or HTML, in an element or a quoted attribute.

    Characters that XML 1.0 cannot hold become U+FFFD.

    Examples:
        >>> xml_text('<b> & "c"')
        '&lt;b&gt; &amp; &quot;c&quot;'
    """
    clean = xml_clean(text)
    for mark, entity in (
        ("&", "&amp;"),
        ("<", "&lt;"),
        (">", "&gt;"),
        ('"', "&quot;"),
        ("'", "&#39;"),
        ("\r", "&#13;"),
    ):
        clean = clean.replace(mark, entity)
    return clean


def xml_clean(text: str) -> str:
    r"""Return text in which characters that XML 1.0 cannot hold became U+FFFD.

    Examples:
        >>> xml_clean("a\x00") == "a\ufffd"
        True
    """
    return _NOT_XML.sub("\ufffd", text)


def is_xml_text(text: str) -> bool:
    """Tell whether XML 1.0 can hold every character of a text."""
    return _NOT_XML.search(text) is None


def one_line(text: str) -> str:
    r"""Return text without line breaks and control characters, which become one space.

    Examples:
        >>> one_line("twee\nregels")
        'twee regels'
    """
    return _CONTROL.sub(" ", text)


def spreadsheet_cell(text: str) -> str:
    """Return text that a spreadsheet shows instead of running.

    A cell that starts like a formula gets an apostrophe in front, as OWASP advises against CSV
    injection; control characters other than line breaks and tabs are left out.

    Examples:
        >>> spreadsheet_cell("=1+1")
        "'=1+1"
    """
    clean = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", "", text)
    return "'" + clean if clean.lstrip(" \n\u00a0").startswith(_FORMULA) else clean


def dot_string(text: str) -> str:
    r"""Return text as a quoted string of the DOT language, in which a backslash is only a backslash.

    Examples:
        >>> dot_string('say "N"')
        '"say \\"N\\""'
    """
    plain = one_line(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{_NOT_XML.sub(chr(0xFFFD), plain)}"'


def mermaid_string(text: str) -> str:
    """Return text as a quoted string of Mermaid, with everything that could mean something encoded.

    Examples:
        >>> mermaid_string('a "b" <c>')
        '"a #34;b#34; #60;c#62;"'
    """

    def encode(match: re.Match[str]) -> str:
        character = match[0]
        return character if _MERMAID_SAFE.match(character) else f"#{ord(character)};"

    return f'"{_MERMAID_PLAIN.sub(encode, _NOT_XML.sub(chr(0xFFFD), one_line(text)))}"'


def web_address(iri: str) -> str:
    """Return an IRI that may become a link, or an empty string.

    Only http and https are links; what could end an attribute is percent-encoded.

    Examples:
        >>> web_address("http://example.org/a b"), web_address("javascript:alert(1)")
        ('http://example.org/a%20b', '')
    """
    try:
        scheme = urlsplit(iri).scheme
    except ValueError:
        return ""
    if scheme.lower() not in ("http", "https"):
        return ""
    return _IRI_UNSAFE.sub(lambda m: "".join(f"%{byte:02X}" for byte in m[0].encode()), iri)
