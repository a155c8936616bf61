"""Parsers with help and errors in Dutch and English, made one command at a time."""

from __future__ import annotations

import argparse
import os
import re

from sobkb.cli import registry
from sobkb.cli.messages import Texts
from sobkb.cli.output import wrap
from sobkb.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NoReturn

_TAG = r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*"


class UsageError(Exception):
    """Options or names on the command line that cannot be used.

    Attributes:
        command: The command they were given to; empty for sobkb itself.
        problem: What is wrong, in the reader's language.
    """

    def __init__(self, command: str, problem: str) -> None:
        self.command = command
        self.problem = problem
        super().__init__(problem)


class HelpRequested(Exception):  # noqa: N818 - not an error
    """The reader asked for help.

    Attributes:
        text: The help.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__(text)


class _Help(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_args: object, **_options: object) -> NoReturn:
        raise HelpRequested(parser.format_help())


class _Places(argparse.Action):
    """Gathers what `--from` takes, and remembers that it took words, which may have been meant for the command."""

    def __call__(self, parser: object, namespace: argparse.Namespace, values: object, *_options: object) -> None:
        assert isinstance(parser, Parser)
        assert isinstance(values, list)
        parser.took_places = len(values) > 1
        setattr(namespace, self.dest, [*(getattr(namespace, self.dest) or ()), *values])


class Parser(argparse.ArgumentParser):
    """The parser of one command.

    Args:
        command: Name of the command; empty for sobkb itself.
        texts: Texts in the reader's language.
        width: Columns the help may take.
    """

    def __init__(self, command: str, texts: Texts, width: int = 88) -> None:
        self.command = command
        self.texts = texts
        self.text_width = width
        self.took_places = False
        # argparse asks gettext for two headings that are never shown. To find that it has none, gettext imports locale
        # and looks through folders: an eighth of the time in which Python starts.
        of_argparse = vars(argparse)
        translate = of_argparse.get("_", str)
        of_argparse["_"] = str
        try:
            super().__init__(
                prog=f"sobkb {command}".strip(),
                description=texts(f"{command or 'sobkb'}.help"),
                epilog=self._examples(),
                add_help=False,
                allow_abbrev=False,
            )
        finally:
            of_argparse["_"] = translate
        self.arguments = self.add_argument_group(texts("help.arguments"))
        self.options = self.add_argument_group(texts("help.options"))
        self.common = self.add_argument_group(texts("help.common"))

    def argument(self, name: str, **settings: object) -> None:
        """Add a positional argument; its help is in the table under the command and its name."""
        key = f"{self.command}.{name}"
        metavar = self.texts(f"metavar.{name}")
        self.arguments.add_argument(name, metavar=metavar, help=self.texts(key), **settings)  # type: ignore[arg-type]

    def option(self, *flags: str, metavar: str | None = None, **settings: object) -> None:
        """Add an option; its help is in the table under the command and its long name."""
        long = flags[-1].lstrip("-")
        if metavar is not None:
            settings["metavar"] = self.texts(f"metavar.{metavar}")
        self.options.add_argument(*flags, help=self.texts(f"{self.command}.--{long}"), **settings)  # type: ignore[arg-type]

    def add_common(self) -> None:
        """Add the options every command has."""
        for flags, settings in _common(self.texts):
            self.common.add_argument(*flags, **settings)  # type: ignore[arg-type]

    def _get_formatter(self) -> argparse.HelpFormatter:
        # With a width given, argparse does not import shutil to find one.
        return argparse.RawDescriptionHelpFormatter(self.prog, max_help_position=26, width=self.text_width)

    @staticmethod
    def actions(group: argparse._ArgumentGroup) -> list[argparse.Action]:
        """Return what a group holds, in order."""
        return list(group._group_actions)  # noqa: SLF001 - argparse has no public way

    def usage_line(self, margin: int = 0) -> str:
        """Return what the command line looks like, options that every command has left out.

        Args:
            margin: Columns that are taken before it.
        """
        formatter = argparse.HelpFormatter(self.prog, width=10_000)
        formatter.add_usage(None, [*self.actions(self.options), *self.actions(self.arguments)], [], prefix="")
        # Broken by ourselves, as versions of Python do so differently; what stands in brackets stays together.
        whole = re.sub(r"\[[^\]]*\]", lambda m: m[0].replace(" ", "\xa0"), formatter.format_help().strip())
        indent = margin + len(self.prog) + 1
        lines = wrap(whole, self.text_width - indent, first=self.text_width - margin)
        return ("\n" + " " * indent).join(lines).replace("\xa0", " ")

    def format_help(self) -> str:
        """Return the whole help in the reader's language."""
        formatter = self._get_formatter()
        prefix = self.texts("help.usage") + " "
        formatter.add_text(prefix + self.usage_line(len(prefix)))
        formatter.add_text("\n".join(wrap(self.description or "", self.text_width)))
        for group in (self.arguments, self.options, self.common):
            formatter.start_section(group.title)
            formatter.add_arguments(self.actions(group))
            formatter.end_section()
        formatter.add_text(self.epilog)
        return formatter.format_help()

    def error(self, message: str) -> NoReturn:
        """Refuse the command line.

        Raises:
            UsageError: Always.
        """
        found = re.fullmatch(r"unrecognized arguments: (-\S+)", message)
        if found and os.path.exists(found[1]):  # noqa: PTH110 - importing pathlib takes long
            raise UsageError(self.command, self.texts("error.dash", name=found[1]))
        problem = self.texts.argparse_message(message)
        if self.took_places and message.startswith("the following arguments are required"):
            problem += self.texts("error.from-took-all")
        raise UsageError(self.command, problem)

    def _examples(self) -> str:
        key = f"{self.command or 'sobkb'}.examples"
        return f"{self.texts('help.examples')}\n  " + self.texts(key).replace("\n", "\n  ")


def _common(texts: Texts) -> list[tuple[tuple[str, ...], dict[str, object]]]:
    return [
        (
            ("--from",),
            {
                "dest": "places",
                "nargs": "+",
                "action": _Places,
                "metavar": texts("metavar.place"),
                "help": texts("common.--from"),
            },
        ),
        (("--endpoint",), {"metavar": "URL", "help": texts("common.--endpoint")}),
        (
            ("--graph",),
            {"dest": "graphs", "action": "append", "metavar": "IRI", "help": texts("common.--graph")},
        ),
        (("--store",), {"metavar": texts("metavar.folder"), "help": texts("common.--store")}),
        (("--lang",), {"metavar": "nl|en", "type": _language, "help": texts("common.--lang")}),
        (("--json",), {"dest": "as_json", "action": "store_true", "help": texts("common.--json")}),
        (("-h", "--help"), {"nargs": 0, "action": _Help, "help": texts("common.--help")}),
    ]


def _language(value: str) -> str:
    if not re.fullmatch(_TAG, value):
        raise argparse.ArgumentTypeError(value)
    return value.replace("_", "-")


def make_parser(command: str, texts: Texts, width: int = 88) -> Parser:
    """Build the parser of one command.

    Args:
        command: Name of the command; empty for the options before the command.
        texts: Texts in the reader's language.
        width: Columns the help may take.
    """
    parser = Parser(command, texts, width)
    if command:
        registry.configure(command, parser)
    else:
        parser.common.add_argument("--version", action="store_true", help=texts("common.--version"))
    parser.add_common()
    return parser
