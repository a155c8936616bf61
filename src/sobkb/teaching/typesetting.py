"""Setting data in type: one template, one sandbox, the same bytes for the same data."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sobkb.errors import ExportError, MissingExtraError

if TYPE_CHECKING:
    from os import PathLike

_TEMPLATE = Path(__file__).parent / "handout.typ"
_UNSHOWN = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-fA-F]+)\}")
_ROUNDS = 4
_MOST_LOST = 0.05
"""From this share of letters on that no font has, what is left is no hand-out."""


def typeset(data: dict[str, Any], *, fonts: Sequence[str | PathLike[str]] = ()) -> bytes:
    """Set a hand-out in type as PDF/UA-1: tagged, with title, language and bookmarks.

    The texts reach the template as data and are never read as markup. The typesetter sees an empty
    folder, no fonts of the machine, no clock and no network, so that the same data give the same
    bytes everywhere. A character that no font has becomes U+FFFD, which readers see as a question mark.

    Args:
        data: What the template asks for.
        fonts: Folders with more fonts, for scripts that the fonts at hand lack.

    Raises:
        MissingExtraError: typst is not installed.
        ExportError: The fonts lack the script most of the text is in, or the typesetter refuses.
    """
    try:
        import typst
    except ImportError:
        raise MissingExtraError("teach", "typst") from None
    template = _TEMPLATE.read_bytes()
    letters = [c for text in _texts(data) for c in text if c.isalpha()]
    lost: set[str] = set()
    with tempfile.TemporaryDirectory(prefix="sobkb-") as sandbox:
        compiler = typst.Compiler(
            root=sandbox,
            font_paths=typst.Fonts(include_system_fonts=False, font_paths=[str(folder) for folder in fonts]),
            package_path=sandbox,
            package_cache_path=sandbox,
        )
        for _ in range(_ROUNDS):
            text = json.dumps(data, ensure_ascii=False)
            try:
                pdf = compiler.compile(
                    template, format="pdf", pdf_standards=["ua-1"], sys_inputs={"data": text}, timestamp=0
                )
            except typst.TypstError as error:
                missing = _unshown(error.diagnostic)
                if not missing:
                    raise ExportError(f"the typesetter refuses: {error.message}") from error
                lost.update(*missing)
                if sum(c in lost for c in letters) > len(letters) * _MOST_LOST:
                    raise ExportError(
                        "the fonts at hand lack the script of these texts; name a folder with fonts that have it"
                    ) from error
                data = _without(data, missing)
            else:
                assert isinstance(pdf, bytes)
                return pdf
    raise ExportError("the texts hold characters that no font has")


def _texts(value: Any) -> Iterator[str]:
    """Walk through what readers read: all texts but the words of every hand-out, and addresses."""
    if isinstance(value, str):
        if not value.startswith("http"):
            yield value
    elif isinstance(value, (list, dict)):
        inner = value if isinstance(value, list) else [v for key, v in value.items() if key not in ("w", "picture")]
        for item in inner:
            yield from _texts(item)


def _unshown(diagnostic: str) -> list[str]:
    """Read from a message which pieces of text no font has; longest first."""
    found = {_ESCAPED.sub(lambda m: chr(int(m[1], 16)), piece) for piece in _UNSHOWN.findall(diagnostic)}
    return sorted((piece for piece in found if not piece.isascii()), key=lambda p: (-len(p), p))


def _without(value: Any, missing: Sequence[str]) -> Any:
    if isinstance(value, str):
        for piece in missing:
            value = value.replace(piece, "\ufffd")
        return value
    if isinstance(value, list):
        return [_without(item, missing) for item in value]
    if isinstance(value, dict):
        return {key: _without(item, missing) for key, item in value.items()}
    return value
