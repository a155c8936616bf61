"""Texts of the command line in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from sobkb.cli.table import TABLE


class Texts:
    """The message table, read in one language.

    Args:
        lang: "nl" or "en".

    Examples:
        >>> Texts("nl")("help.options"), Texts("en")("help.options")
        ('Opties', 'Options')
    """

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._column = 0 if lang == "nl" else 1

    def __call__(self, key: str, **values: object) -> str:
        """Return a text with its values filled in."""
        text = TABLE[key][self._column]
        return text.format(**values) if values else text

    def __contains__(self, key: str) -> bool:
        return key in TABLE

    def count(self, key: str, number: int) -> str:
        """Return a number with its noun, singular or plural."""
        return self(f"{key}.one" if number == 1 else f"{key}.many", number=number)

    def either(self, names: Sequence[str]) -> str:
        """Join names with commas and "or"."""
        return self._join(names, self("word.or"))

    def both(self, names: Sequence[str]) -> str:
        """Join names with commas and "and"."""
        return self._join(names, self("word.and"))

    def _join(self, names: Sequence[str], word: str) -> str:
        return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {word} {names[-1]}" if names else ""

    def argparse_message(self, message: str) -> str:
        """Put an English message of argparse into the reader's language."""
        from sobkb.cli.translations import ARGPARSE

        for pattern, *texts in ARGPARSE:
            if match := re.fullmatch(pattern, message, re.DOTALL):
                return texts[self._column].format(*(group.replace("'", "") for group in match.groups()))
        return message


def wanted_language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Find the language the reader wants before anything is parsed.

    Args:
        arguments: The command line.
        environment: Variables; LC_ALL, LC_MESSAGES and LANG count, in that order.

    Returns:
        A BCP 47 tag: what `--lang` says, else Dutch or English (with its region) after the environment, else "nl".

    Examples:
        >>> wanted_language(["tree", "--lang", "en"], {}), wanted_language([], {"LANG": "nl_BE.UTF-8"})
        ('en', 'nl-BE')
        >>> wanted_language([], {"LANG": "C.UTF-8"})
        'nl'
    """
    found = ""
    for at, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang" and at + 1 < len(arguments):
            found = arguments[at + 1]
        elif argument.startswith("--lang="):
            found = argument.removeprefix("--lang=")
    if found:
        return found.replace("_", "-")
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            tag = value.partition(".")[0].partition("@")[0].replace("_", "-")
            return tag if tag.partition("-")[0] in ("nl", "en") else "nl"
    return "nl"


def interface_language(tag: str) -> str:
    """Return the language sobkb itself speaks to a reader of a language: Dutch to Dutch readers, else English."""
    return "nl" if tag.partition("-")[0].lower() == "nl" else "en"
