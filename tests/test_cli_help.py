"""Every command explains itself, in both languages, with examples that work."""

from __future__ import annotations

import argparse
import ast
import re
import shlex
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import sobkb.cli
from sobkb.cli.messages import Texts
from sobkb.cli.parsing import make_parser
from sobkb.cli.reference import LANGUAGES, page_path, reference_page
from sobkb.cli.registry import COMMANDS
from sobkb.cli.table import TABLE

if TYPE_CHECKING:
    from cli_running import Run

DOCS = Path(__file__).parent.parent / "docs"
SOURCE = Path(sobkb.cli.__file__).parent


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_command_has_help_with_an_example(run: Run, command: str, lang: str) -> None:
    outcome = run(*command.split(), "--help", "--lang", lang)
    texts = Texts(lang)

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith(f"{texts('help.usage')} sobkb {command}")
    assert f"  sobkb {command}" in outcome.out.partition(texts("help.examples"))[2]
    assert texts("help.common") in outcome.out


def test_other_parsers_of_the_program_are_still_translated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argparse._", str.upper)
    make_parser("show", Texts("nl"))

    assert "POSITIONAL ARGUMENTS" in [group.title for group in argparse.ArgumentParser()._action_groups]


def test_help_may_be_asked_before_the_command(run: Run) -> None:
    assert run("--help", "tree") == run("tree", "-h") == run("-h", "tree", "visies")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("command", COMMANDS)
def test_every_example_is_a_command_line_that_can_be_read(command: str, lang: str) -> None:
    for example in Texts(lang)(f"{command}.examples").splitlines():
        words = shlex.split(example)[1:]
        while words[0].startswith("--"):
            words = words[2:]
        assert " ".join(words).startswith(command)
        make_parser(command, Texts(lang)).parse_args(words[len(command.split()) :])


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "command", ["show", "search", "tree", "themes", "theme", "section", "at", "compare", "path", "ask", "stats"]
)
def test_the_examples_on_the_built_in_knowledge_base_work(run: Run, command: str, lang: str) -> None:
    for example in Texts(lang)(f"{command}.examples").splitlines():
        words = shlex.split(example)[1:]
        if "--from" not in words:
            outcome = run(*words, *([] if "--lang" in words else ["--lang", lang]))
            assert outcome.code == 0, outcome.err
            assert outcome.out
            assert not outcome.out.rstrip().endswith(("\n0 rijen", "\n0 rows")), example


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_reference_page_is_up_to_date(lang: str) -> None:
    """Write it anew with: python -m sobkb.cli.reference docs."""
    assert page_path(DOCS, lang).read_text("utf-8") == reference_page(lang)


@pytest.mark.parametrize("key", TABLE)
def test_a_text_is_there_in_both_languages_with_the_same_values(key: str) -> None:
    dutch, english = TABLE[key]

    assert dutch
    assert english
    assert Counter(re.findall(r"\{\w+\}", dutch)) == Counter(re.findall(r"\{\w+\}", english))


def keys_in_the_code() -> tuple[set[str], set[str]]:
    """Return the keys that are used as they are, and the patterns of those that are put together."""
    plain: set[str] = set()
    patterns: set[str] = set()
    for path in SOURCE.glob("*.py"):
        if path.name == "table.py":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                plain.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                parts = [re.escape(str(v.value)) if isinstance(v, ast.Constant) else ".+" for v in node.values]
                patterns.add("".join(parts))
    return plain, {p for p in patterns if re.match(r"(\w[\w ]*)?(\.\+)?(\\\.|\.\+)", p)}


def test_no_text_is_left_over() -> None:
    plain, patterns = keys_in_the_code()
    counted = {f"{key}.{number}" for key in plain for number in ("one", "many")}
    of_commands = re.compile("|".join(re.escape(c) for c in COMMANDS) + "|sobkb")
    unused = [
        key
        for key in TABLE
        if key not in plain | counted
        and not (of_commands.match(key) and re.fullmatch(r".+\.(help|examples|--[\w-]+|\w+)", key))
        and not any(re.fullmatch(p, key) for p in patterns if p.count(".+") < 2)
    ]

    assert unused == []


@pytest.mark.parametrize("command", COMMANDS)
def test_texts_of_a_command_belong_to_an_argument_or_are_used(command: str) -> None:
    """An option that goes takes its help with it."""
    parser = make_parser(command, Texts("en"))
    known = {a.help for group in (parser.arguments, parser.options) for a in parser.actions(group)}
    for key, (_, english) in TABLE.items():
        if key.startswith(f"{command}.--"):
            assert english in known, key
