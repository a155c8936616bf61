"""Citations for reference managers: BibLaTeX, RIS and CSL-JSON, without any library."""

from __future__ import annotations

import json
import re
from typing import Any

_LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}
_LATEX_TABLE = str.maketrans(_LATEX)
_LANGUAGES = {"nl": "dutch", "en": "english"}


def write_biblatex(item: dict[str, Any]) -> str:
    r"""Write an `@inreference` entry of BibLaTeX.

    Examples:
        >>> print(write_biblatex({"id": "tuin", "title": "50 % tuin", "URL": "https://a.org/%25"}))
        @inreference{tuin,
          title = {50 \% tuin},
          url = {https://a.org/%25},
        }
        <BLANKLINE>
    """
    fields = {
        "author": " and ".join("{" + latex(a["literal"]) + "}" for a in item.get("author", ())),
        "title": latex(item.get("title", "")),
        "booktitle": latex(item.get("container-title", "")),
        "date": _iso(item.get("issued")),
        "version": latex(item.get("version", "")),
        "langid": _LANGUAGES.get(item.get("language", ""), ""),
        "url": _verbatim(item.get("URL", "")),
        "urldate": _iso(item.get("accessed")),
        "addendum": latex(item.get("note", "").removesuffix(".")),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@inreference{{{citation_key(item['id'])},\n{lines}}}\n"


def write_ris(item: dict[str, Any]) -> str:
    """Write a RIS record of the type ENCYC, with the line ends the format asks for."""
    issued = _parts(item.get("issued"))
    fields = [
        ("TY", "ENCYC"),
        *(("AU", a["literal"]) for a in item.get("author", ())),
        ("TI", item.get("title", "")),
        ("T2", item.get("container-title", "")),
        ("PY", f"{issued[0]:04}" if issued else ""),
        ("DA", _slashed(issued)),
        ("ET", item.get("version", "")),
        ("LA", item.get("language", "")),
        ("UR", item.get("URL", "")),
        ("Y2", _slashed(_parts(item.get("accessed")))),
        ("N1", item.get("note", "")),
    ]
    lines = [f"{tag}  - {_ris_text(value)}" for tag, value in fields if value]
    return "".join(f"{line}\r\n" for line in [*lines, "ER  - "])


def write_csl_json(item: dict[str, Any]) -> str:
    """Write CSL-JSON: an array with the item."""
    return json.dumps([item], ensure_ascii=False, indent=2) + "\n"


def latex(text: str) -> str:
    r"""Return text that LaTeX prints as it is.

    Examples:
        >>> print(latex("R&D_{x}"))
        R\&D\_\{x\}
    """
    return text.translate(_LATEX_TABLE)


def citation_key(name: str) -> str:
    """Return a key that BibTeX accepts: ASCII letters, digits, hyphens and dots.

    Examples:
        >>> citation_key("buurtwerk-vl"), citation_key("{}")
        ('buurtwerk-vl', 'x')
    """
    return re.sub(r"[^A-Za-z0-9.:-]+", "-", name).strip("-") or "x"


def _verbatim(url: str) -> str:
    return "".join(f"%{ord(c):02X}" if c in "{}\\" else c for c in url)


def _ris_text(text: str) -> str:
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+", " ", str(text)).strip()


def _parts(date: dict[str, Any] | None) -> list[int]:
    return list(date["date-parts"][0]) if date else []


def _iso(date: dict[str, Any] | None) -> str:
    return "-".join(f"{part:0{4 if i == 0 else 2}}" for i, part in enumerate(_parts(date)))


def _slashed(parts: list[int]) -> str:
    return "/".join(f"{part:0{4 if i == 0 else 2}}" for i, part in enumerate(parts))
