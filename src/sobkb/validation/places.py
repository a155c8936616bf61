"""Where an entry starts in its file.

Parsers keep no line numbers, so the text is scanned for the subjects of its statements. Turtle and TriG are
read token by token, which is exact; in the other formats the first line that names the entry as a subject is
taken. Where nothing is found the line stays unknown.
"""

from __future__ import annotations

import re
from pathlib import Path
from xml.sax.saxutils import escape

from sobkb.loading import EXTENSIONS

_TOKEN = re.compile(
    r'(?P<string>"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*\'\'\''
    r'|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\')'
    r"|(?P<comment>#[^\n]*)"
    r"|<(?P<iri>[^<>\s]*)>"
    r"|(?P<mark>[.;,\[\]{}()])"
    r"|(?P<word>@?(?:[^\s<>\"'{}()\[\];,.#\\]|\\.|\.(?=[^\s<>\"'{}()\[\];,.#])|(?<=:)#)+)",
    re.DOTALL,
)
_ESCAPED = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})|\\(.)")


def find_lines(path: Path) -> dict[str, int]:
    """Return the line on which each entry of a file first starts.

    Args:
        path: An RDF file that can be parsed.

    Returns:
        IRI → line, from 1. Entries that cannot be placed are absent.
    """
    kind = EXTENSIONS.get(path.suffix.lower(), "")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return {}
    if kind in ("TURTLE", "TRIG"):
        return _scan_turtle(text)
    if kind in ("N_TRIPLES", "N_QUADS"):
        return _first_lines(re.compile(r"^[ \t]*<([^<>\s]*)>", re.MULTILINE), text)
    if kind == "RDF_XML":
        return _first_lines(re.compile(r"""rdf:about\s*=\s*["']([^"']*)["']"""), text, unescape=True)
    if kind == "JSON_LD":
        return _first_lines(re.compile(r'"@?(?:id|uri)"\s*:\s*"([^"\\]*)"'), text)
    return {}


def _first_lines(pattern: re.Pattern[str], text: str, *, unescape: bool = False) -> dict[str, int]:
    lines: dict[str, int] = {}
    at = line = 0
    for match in pattern.finditer(text):
        line += text.count("\n", at, match.start(1))
        at = match.start(1)
        name = match[1]
        if unescape:
            name = name.replace(escape("<"), "<").replace(escape(">"), ">").replace(escape("&"), "&")
        lines.setdefault(name, line + 1)
    return lines


def _scan_turtle(text: str) -> dict[str, int]:
    """Note every term that stands where a statement begins."""
    prefixes: dict[str, str] = {}
    base = ""
    lines: dict[str, int] = {}
    expects_subject = True
    directive: list[str] = []
    fresh = ""
    depth = at = line = 0
    for match in _TOKEN.finditer(text):
        mark, word, iri = match["mark"], match["word"], match["iri"]
        if match["comment"] is not None:
            continue
        if directive:
            directive.append(word if iri is None else _unescape(iri))
            keyword = directive[0].lstrip("@").lower()
            if len(directive) == (3 if keyword == "prefix" else 2):
                if keyword == "prefix":
                    prefixes[directive[1]] = directive[2] if ":" in directive[2] else base + directive[2]
                else:
                    base = directive[1]
                directive = []
            continue
        if mark:
            if mark == "{" and fresh:  # the name of a graph, not of an entry
                del lines[fresh]
            fresh = ""
            depth += (mark in "([") - (mark in ")]")
            expects_subject = mark in ".{}" and depth <= 0
            continue
        fresh = ""
        if not expects_subject:
            continue
        if word and word.lstrip("@").lower() in ("prefix", "base"):
            directive = [word]
            continue
        if word and word.upper() == "GRAPH":
            continue
        name = _unescape(iri) if iri is not None else _expand(word or "", prefixes)
        if iri is not None and ":" not in name:
            name = base + name
        if name:
            line += text.count("\n", at, match.start())
            at = match.start()
            if name not in lines:
                lines[name], fresh = line + 1, name
        expects_subject = False
    return lines


def _expand(word: str, prefixes: dict[str, str]) -> str:
    prefix, colon, local = word.partition(":")
    if not colon or prefix == "_" or prefix + ":" not in prefixes:
        return ""
    return prefixes[prefix + ":"] + _unescape(local)


def _unescape(text: str) -> str:
    if "\\" not in text:
        return text
    return _ESCAPED.sub(lambda m: m[3] or chr(int(m[1] or m[2], 16)), text)
