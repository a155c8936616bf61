"""The shape of the package: which way imports point, and what is public."""

from __future__ import annotations

import ast
import importlib
import importlib.util
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import sobkb

PACKAGE = Path(sobkb.__file__).parent

LAYERS = [
    {"errors", "namespaces", "records", "light_typing"},
    {"conditions", "versions"},
    {"text", "dates", "slugs", "places", "indexes", "untrusted", "query_text", "patience", "reach", "isolation"},
    {"spellings", "untrusted_xml", "untrusted_json", "query_binding", "query_faults", "blank_nodes"},
    {"model"},
    {"hierarchy", "paths", "lookups"},
    {"comparing", "compiled", "theming"},
    {"knowledge_base"},
    {"loading"},
    {"grouping", "canonical", "querying", "snapshot"},
    {"reading_concepts", "reading_vocabulary", "reading_editorial", "snapshot_writing"},
    {"unread"},
    {"reading"},
    {"opening"},
]
"""The core, bottom first. A module imports only from layers below its own, at the top of the file."""


def imports_at_top(path: Path) -> set[str]:
    """Return the modules of sobkb a file imports when it is itself imported."""
    found: set[str] = set()
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("sobkb."):
            found.add(node.module.removeprefix("sobkb.").split(".")[0])
        elif isinstance(node, ast.Import):
            found.update(a.name.split(".")[1] for a in node.names if a.name.startswith("sobkb."))
    return found


def files_of(module: str) -> list[Path]:
    """Return the file of a module, or all files of a package."""
    alone = PACKAGE / f"{module}.py"
    return [alone] if alone.exists() else sorted((PACKAGE / module).rglob("*.py"))


@pytest.mark.parametrize("height", range(len(LAYERS)))
def test_core_modules_import_only_from_the_layers_below(height: int) -> None:
    below: set[str] = set().union(*LAYERS[:height])
    for module in sorted(LAYERS[height]):
        for path in files_of(module):
            assert imports_at_top(path) - {module} <= below, path.name


def test_top_level_imports_have_no_cycles() -> None:
    arrows: dict[str, set[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        arrows.setdefault(name, set()).update(imports_at_top(path) - {name})

    while arrows:
        leaves = {name for name, targets in arrows.items() if not targets & arrows.keys()}
        assert leaves, f"these import each other: {sorted(arrows)}"
        for leaf in leaves:
            del arrows[leaf]


def test_public_names_are_sorted_and_exist() -> None:
    assert sorted(sobkb.__all__) == sobkb.__all__
    for name in sobkb.__all__:
        assert getattr(sobkb, name).__doc__, name


def test_public_names_come_from_where_type_checkers_see_them() -> None:
    """They are imported when they are asked for, out of a table that type checkers do not read."""
    guarded = [n for n in ast.parse((PACKAGE / "__init__.py").read_text("utf-8")).body if isinstance(n, ast.If)]
    imports = [n for block in guarded for n in block.body if isinstance(n, ast.ImportFrom)]
    seen = {alias.name: node.module for node in imports for alias in node.names}

    assert seen.keys() == set(sobkb.__all__)
    for name, module in seen.items():
        assert getattr(importlib.import_module(str(module)), name) is getattr(sobkb, name), name
    with pytest.raises(AttributeError, match="nothing"):
        _ = sobkb.nothing
    assert set(dir(sobkb)) >= set(sobkb.__all__)


@pytest.mark.parametrize("module", ["errors", "model", "opening", "text"])
def test_modules_of_public_names_are_there_without_importing_them(module: str) -> None:
    code = f"import sobkb; print(sobkb.{module}.__name__); sobkb.nothing"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert done.stdout.strip() == f"sobkb.{module}"
    assert "AttributeError: module 'sobkb' has no attribute 'nothing'" in done.stderr


def test_every_module_says_what_it_is_for() -> None:
    for info in pkgutil.walk_packages([str(PACKAGE)], "sobkb."):
        source = importlib.util.find_spec(info.name)
        assert source is not None
        assert source.origin is not None
        if source.origin.endswith(".py"):
            assert ast.get_docstring(ast.parse(Path(source.origin).read_text("utf-8"))), info.name


def test_only_rdf_modules_touch_rdf_terms() -> None:
    """Nothing after the reader handles terms of an RDF library (see the plan: one direction)."""
    allowed = {
        "archive",
        "loading",
        "grouping",
        "reading",
        "querying",
        "query_binding",
        "query_faults",
        "blank_nodes",
        "canonical",
        "spellings",
        "validation",
        "linting",
        "exports",
        "remote",
        "disk_store",
    }
    for path in sorted(PACKAGE.rglob("*.py")):
        top = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        if top in allowed:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            modules = (
                [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else [a.name for a in node.names]
                if isinstance(node, ast.Import)
                else []
            )
            names = [m for m in modules if m.split(".")[0] in ("rdflib", "pyoxigraph")]
            assert not names or top == "knowledge_base", f"{path.name} imports {names}"
