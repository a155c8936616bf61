"""What is refused before a parser sees it, because the parser would hang, crash or fill the memory."""

from __future__ import annotations

import re

MAX_TRIPLE_DEPTH = 50
"""Deepest nesting of quoted triples that is read; far beyond it Oxigraph overflows its stack."""

_SIGNATURES = (
    (b"\x1f\x8b", "it is compressed with gzip; unpack it first"),
    (b"PK\x03\x04", "it is a zip archive; unpack it first"),
    (b"BZh", "it is compressed with bzip2; unpack it first"),
    (b"\xfd7zXZ", "it is compressed with xz; unpack it first"),
    (b"\xff\xfe", "it is UTF-16; save it as UTF-8"),
    (b"\xfe\xff", "it is UTF-16; save it as UTF-8"),
    (b"%PDF", "it is a PDF, not RDF"),
)
_QUOTED = re.compile(
    rb"\\."
    rb'|"""(?:[^"\\]|\\.|"(?!""))*+(?:"""|\Z)?'
    rb"|'''(?:[^'\\]|\\.|'(?!''))*+(?:'''|\Z)?"
    rb'|"(?:[^"\\\n]|\\.)*+"?'
    rb"|'(?:[^'\\\n]|\\.)*+'?"
    rb"|<(?!<)[^<>\s]*+>?|\#[^\n]*+|(<<)|(>>)",
    re.DOTALL,
)
_MARKUP = re.compile(rb"\s*<(\?xml|!DOCTYPE|html|rdf:RDF)", re.IGNORECASE)
_HTML = re.compile(rb"\s*<(!DOCTYPE\s+html|html)", re.IGNORECASE)


class RefusedInputError(ValueError):
    """Input that is not handed to a parser.

    Attributes:
        problem: Why not.
        line: Line, counted from 1, where that is seen; None for the whole.
        column: Column, counted from 1.
    """

    def __init__(self, problem: str, line: int | None = None, column: int | None = None) -> None:
        self.problem = problem
        self.line = line
        self.column = column
        super().__init__(problem)


def check_text(data: bytes) -> None:
    """Refuse what is not UTF-8 text.

    Raises:
        RefusedInputError: It is empty, packed, or in another encoding.
    """
    if not data.strip():
        raise RefusedInputError("the file is empty")
    for signature, problem in _SIGNATURES:
        if data.startswith(signature):
            raise RefusedInputError(problem)
    if data[:2].count(0) == 1:
        raise RefusedInputError("it is UTF-16; save it as UTF-8")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise RefusedInputError(f"byte {data[error.start]:#04x} is not UTF-8; save the file as UTF-8", line) from None


def check_nesting(data: bytes) -> None:
    """Refuse Turtle and its relatives when quoted triples nest without end.

    Raises:
        RefusedInputError: They nest too deep.
    """
    if data.count(b"<<") <= MAX_TRIPLE_DEPTH:
        return
    depth = 0
    for match in _QUOTED.finditer(data):
        if match[1]:
            depth += 1
            if depth > MAX_TRIPLE_DEPTH:
                line = data.count(b"\n", 0, match.start()) + 1
                raise RefusedInputError(f"quoted triples are nested more than {MAX_TRIPLE_DEPTH} deep", line)
        elif match[2]:
            depth = max(0, depth - 1)


def guess_format(data: bytes) -> str:
    """Say in words what a file looks like, or return an empty string."""
    if _HTML.match(data):
        return "a web page"
    if _MARKUP.match(data):
        return "RDF/XML (.rdf)"
    start = data[:2000].lstrip()
    if re.match(rb'[\[{]\s*["\[{\]}]', start):
        return "JSON-LD (.jsonld)"
    if re.match(rb"(@?prefix|@?base)\s", start, re.IGNORECASE):
        return "Turtle (.ttl)"
    return ""
