"""The reference of the command line as Markdown, made from the parsers themselves.

`python -m sobkb.cli.reference docs` writes `library/cli.md` in the folder of each language; a test compares
them with what would be written.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from sobkb.cli import registry
from sobkb.cli.messages import Texts
from sobkb.cli.parsing import Parser, make_parser

LANGUAGES = ("nl", "en")
_CODES = ("0", "1", "2", "70", "130", "141")
_VARIABLES = ("LANG", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "SOBKB_AUTHORIZATION", "SOBKB_DEBUG")


def reference_page(lang: str) -> str:
    """Write the whole reference.

    Args:
        lang: "nl" or "en".

    Examples:
        >>> reference_page("en").splitlines()[-1]
        '| `SOBKB_DEBUG` | any value: show where a fault in sobkb itself arose |'
    """
    texts = Texts(lang)
    title = texts("reference.title")
    parts = [
        f"---\ntitle: {title}\n---",
        f"# {title}",
        texts("reference.intro"),
        _dutch(texts),
        _block(texts("sobkb.examples")),
    ]
    for group, commands in registry.GROUPS.items():
        parts.append(f"## {texts(f'group.{group}')}")
        parts += [_command(name, texts) for name in commands]
    parts.append(f"## {texts('help.common')}")
    parts.append(_table(_rows(make_parser("", texts).common), texts("reference.option"), texts("reference.meaning")))
    parts.append(f"## {texts('reference.codes')}")
    parts.append(_table([(c, texts(f"code.{c}")) for c in _CODES], texts("reference.code"), texts("reference.meaning")))
    parts.append(f"## {texts('reference.variables')}")
    rows = [(name, texts(f"variable.{name}")) for name in _VARIABLES]
    parts.append(_table(rows, texts("reference.variable"), texts("reference.meaning")))
    return "\n\n".join(parts) + "\n"


def _dutch(texts: Texts) -> str:
    return texts("overview.dutch", words=", ".join(f"`{dutch}` ({name})" for dutch, name in registry.DUTCH.items()))


def _command(name: str, texts: Texts) -> str:
    parser = make_parser(name, texts)
    help_text = texts(f"{name}.help")
    parts = [
        f"### {name} {{ #{name.replace(' ', '-')} }}",
        f"{help_text[:1].upper()}{help_text[1:]}.",
        _block(parser.usage_line()),
    ]
    rows = [*_rows(parser.arguments), *_rows(parser.options)]
    if rows:
        parts.append(_table(rows, texts("reference.argument"), texts("reference.meaning")))
    parts.append(_block(texts(f"{name}.examples")))
    return "\n\n".join(parts)


def _rows(group: argparse._ArgumentGroup) -> list[tuple[str, str]]:
    return [(_written(action), action.help or "") for action in Parser.actions(group)]


def _written(action: argparse.Action) -> str:
    metavar = action.metavar if isinstance(action.metavar, str) else "/".join(map(str, action.choices or ()))
    metavar = metavar.replace("|", "/")  # a bar ends a cell
    if not action.option_strings:
        return metavar
    takes_value = action.nargs != 0
    return ", ".join(action.option_strings) + (f" {metavar}" if takes_value else "")


def _table(rows: Sequence[tuple[str, str]], left: str, right: str) -> str:
    lines = [f"| {left} | {right} |", "|---|---|"]
    lines += [f"| `{name}` | {meaning} |" for name, meaning in rows]
    return "\n".join(lines)


def _block(text: str) -> str:
    return f"```console\n{text}\n```"


def page_path(folder: Path, lang: str) -> Path:
    """Return where the page of a language stands below the folder of the documentation."""
    return folder / lang / "library" / "cli.md"


def write_reference(folder: Path) -> None:
    """Write the pages of all languages below a folder."""
    for lang in LANGUAGES:
        path = page_path(folder, lang)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(reference_page(lang), encoding="utf-8")


if __name__ == "__main__":
    write_reference(Path(sys.argv[1] if len(sys.argv) > 1 else "docs"))
