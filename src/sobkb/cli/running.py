"""From a command line to an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from sobkb.cli import registry
from sobkb.cli.messages import Texts, interface_language, wanted_language
from sobkb.cli.output import Console, bad
from sobkb.cli.parsing import HelpRequested, UsageError, make_parser
from sobkb.cli.session import Session

OK, FINDINGS, WRONG, INTERRUPTED, BROKEN_PIPE, FAULT = 0, 1, 2, 130, 141, 70

_FIRST_WORDS = {name.partition(" ")[0] for name in registry.COMMANDS} | set(registry.DUTCH)
_HELP = ("-h", "--help")
_WITH_VALUE = ("--lang", "--endpoint", "--graph", "--store")


_Call = tuple[list[str], str, list[str]]
"""A command line, taken apart: options before the command, the command, what follows it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        argv: Arguments after the name of the program; those of this process when None.

    Returns:
        The exit code: 0 all is well; 1 a check found something; 2 a name, option or file was wrong;
        70 sobkb itself is at fault; 130 interrupted; 141 the reader of a pipe went away.

    Examples:
        >>> main(["show", "interactieve-democratie", "--lang", "en"])  # doctest: +ELLIPSIS
        interactive democracy
        ...
        0
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    lang = wanted_language(arguments, os.environ)
    texts = Texts(interface_language(lang))
    err = Console(sys.stderr)
    try:
        code = _answer(arguments, lang, texts, err)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _silence_stdout()
        return BROKEN_PIPE
    except Exception as error:  # noqa: BLE001 - no reader should ever see a traceback
        return _fail(error, texts, err)
    return code


def _answer(arguments: list[str], lang: str, texts: Texts, err: Console) -> int:
    out = Console(sys.stdout)
    session: Session | None = None
    try:
        before, command, after = _take_apart(arguments, texts)
        if not command:
            return _without_command(before, texts, out)
        options = make_parser("", texts).parse_args(before) if before else None
        options = make_parser(command, texts, out.width).parse_args(after, options)
        session = Session(command, options, lang=lang, texts=texts, out=out, err=err)
        return registry.run(command, session, options)
    except HelpRequested as request:
        out.data(request.text)
        return OK
    except UsageError as error:
        return _refuse(error, texts, err)
    except KeyError as error:
        # Suggestions are shown with their labels, for which the knowledge base is needed.
        return _fail(error, texts, err, session)
    finally:
        if session is not None:
            session.close()


def _without_command(arguments: list[str], texts: Texts, out: Console) -> int:
    options = make_parser("", texts).parse_args(arguments)
    if options.version:
        from sobkb import __version__

        out.exact(f"sobkb {__version__}")
    else:
        from sobkb.cli.overview import write_overview

        write_overview(texts, out)
    return OK


def _take_apart(arguments: list[str], texts: Texts) -> _Call:
    at, places = 0, -1
    while at < len(arguments):
        argument = arguments[at]
        if argument.startswith("-") and argument != "-":
            places = 0 if argument == "--from" else -1
            at += 2 if argument in _WITH_VALUE else 1
            continue
        if argument in _FIRST_WORDS and places != 0:
            return _with_second_word(arguments, at, texts)
        if places < 0:
            raise UsageError("", _unknown_command(argument, texts))
        places += 1
        at += 1
    if any(a in _HELP for a in arguments):
        return [], "", []
    return arguments, "", []


def _with_second_word(arguments: list[str], at: int, texts: Texts) -> _Call:
    before, command, after = arguments[:at], arguments[at], arguments[at + 1 :]
    command = registry.DUTCH.get(command, command)
    wants_help = [a for a in before if a in _HELP]
    if wants_help:  # the reader means the help of the command
        before, after = [a for a in before if a not in _HELP], [*after, *wants_help]
    if command in registry.COMMANDS:
        return before, command, after
    seconds = [name.partition(" ")[2] for name in registry.COMMANDS if name.startswith(f"{command} ")]
    if after and after[0] in seconds:
        return before, f"{command} {after[0]}", after[1:]
    forms = [f"sobkb {command} {second} --help" for second in seconds]
    raise UsageError("", texts("error.second-word", command=command, forms=texts.either(forms)))


def _unknown_command(name: str, texts: Texts) -> str:
    import difflib

    close = difflib.get_close_matches(name, [*registry.COMMANDS, *registry.DUTCH], n=2, cutoff=0.6)
    if close:
        return texts("error.command-close", name=name, close=texts.either([f"sobkb {c}" for c in close]))
    return texts("error.command", name=name)


def _refuse(error: UsageError, texts: Texts, err: Console) -> int:
    name = f"sobkb {error.command}".strip()
    err.line(f"{bad(name)}: {error.problem}")
    err.line(texts("error.see-help", command=f"{name} --help"))
    return WRONG


def _fail(error: Exception, texts: Texts, err: Console, session: Session | None = None) -> int:
    from sobkb.cli.problems import explain

    message = explain(error, texts, session)
    if message is None:
        _complain(err, texts("error.fault", kind=type(error).__name__, problem=error))
        if os.environ.get("SOBKB_DEBUG"):
            raise error
        return FAULT
    _complain(err, message)
    return WRONG


def _complain(err: Console, message: str) -> None:
    """Write one line; only a terminal gets it broken to its width."""
    (err.line if err.is_terminal else err.exact)(f"{bad('sobkb')}: {message}")


def _silence_stdout() -> None:
    # Python flushes standard output once more on its way out, and would complain.
    try:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
    except (OSError, ValueError):
        pass
