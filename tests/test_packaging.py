"""What is built can be installed, carries all it needs and nothing else, and starts without what is heavy."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

import sobkb
from sobkb.places import builtin_names

TOP = Path(__file__).parent.parent
HEAVY = ("rdflib", "pyshacl", "pyoxigraph", "rapidfuzz", "mkdocs", "jinja2", "citeproc", "networkx", "pandas")
SLOW = (
    "typing",
    "contextlib",
    "dataclasses",
    "inspect",
    "pathlib",
    "urllib.parse",
    "difflib",
    "sobkb.records",
    "sobkb.remote",
    "sobkb.stored",
)

pytestmark = [
    pytest.mark.skipif(
        importlib.util.find_spec("hatchling") is None, reason="hatchling, which builds, is not installed"
    ),
    pytest.mark.skipif(not (TOP / "hatch_build.py").exists(), reason="this is not a checkout"),
]


def run(*command: str | Path, **options: object) -> str:
    """Run a command away from the checkout and return what it prints."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "COV"))}
    done = subprocess.run(
        list(map(str, command)),
        check=False,
        capture_output=True,
        text=True,
        timeout=300,
        env=environment,
        **options,  # type: ignore[call-overload]
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return str(done.stdout)


def build(kind: str, top: Path, target: Path) -> Path:
    """Build a wheel or an sdist as an installer would, without the network."""
    code = f"import hatchling.build, sys; print(hatchling.build.build_{kind}(sys.argv[1]))"
    return target / run(sys.executable, "-c", code, target, cwd=top).splitlines()[-1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", TOP, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("sdist", TOP, tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of a fresh environment that has the wheel and sees the dependencies of this one."""
    folder = tmp_path_factory.mktemp("env")
    venv.create(folder, with_pip=False)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    found = scripts / ("python.exe" if os.name == "nt" else "python")
    run(sys.executable, "-m", "pip", "--python", found, "install", "--no-deps", "--no-index", "--quiet", wheel)
    site = Path(run(found, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    # A .pth file is not read inside the folder another one names: the editable sobkb stays out.
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return found


def test_the_wheel_carries_the_ontology_and_its_compiled_form(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())

    expected = {f"sobkb/ontology/{name}" for name in builtin_names(str(TOP / "ontology"))}
    assert expected <= names
    assert {"sobkb/snapshot.data", "sobkb/py.typed"} <= names
    assert [n for n in names if not n.startswith("sobkb")] == []
    assert [n for n in names if "__pycache__" in n or n.endswith((".pyc", ".part", "~"))] == []


def test_building_leaves_the_checkout_as_it_was(wheel: Path, sdist: Path) -> None:
    assert wheel.exists()
    assert sdist.exists()
    assert not (TOP / "src" / "sobkb" / "snapshot.data").exists()
    assert not (TOP / "dist").exists()


def test_the_sdist_is_clean_and_builds_the_same_wheel(wheel: Path, sdist: Path, tmp_path: Path) -> None:
    with tarfile.open(sdist) as archive:
        names = archive.getnames()
        archive.extractall(tmp_path, filter="data")
    top = next(tmp_path.iterdir())

    assert not any("__pycache__" in name or name.endswith((".pyc", ".part")) for name in names)
    assert {Path(name).parts[1] for name in names if "/" in name}.isdisjoint(
        {".venv", ".git", "site", "dist", "build", "node_modules", ".ruff_cache", ".mypy_cache", ".hypothesis"}
    )
    assert not any(Path(name).is_absolute() for name in names)
    again = build("wheel", top, tmp_path)
    contents = [
        {n: z.read(n) for n in z.namelist() if "dist-info" not in n} for z in map(zipfile.ZipFile, (wheel, again))
    ]
    assert contents[0] == contents[1]


def test_the_installed_package_answers(python: Path, kb: sobkb.KnowledgeBase, tmp_path: Path) -> None:
    values = "[sobkb.__file__, sobkb.__version__, len(kb), kb.title()]"
    code = f"import json, sobkb; kb = sobkb.load(); print(json.dumps({values}))"

    file, version, number, title = json.loads(run(python, "-c", code, cwd=tmp_path))

    assert str(python.parent.parent) in file
    assert (sobkb.__version__, len(kb), kb.title()) == (version, number, title)
    assert "interactive democracy" in run(
        python, "-m", "sobkb", "show", "interactieve-democratie", "--lang", "en", cwd=tmp_path
    )


def test_nothing_heavy_is_imported_to_open_and_look(python: Path, tmp_path: Path) -> None:
    code = (
        "import sys; before = set(sys.modules); import sobkb; kb = sobkb.load(); "
        "c = kb['interactieve-democratie']; c.label(), c.broader, c.narrower, c.relations, c.incoming; "
        "kb['interactieve democratie']; "
        f"print([m for m in {[*HEAVY, *SLOW]!r} if m in sys.modules and m not in before])"
    )

    assert run(python, "-c", code, cwd=tmp_path).strip() == "[]"


def test_importing_alone_imports_next_to_nothing(python: Path, tmp_path: Path) -> None:
    code = "import sys, sobkb; print(sorted(m for m in sys.modules if m.startswith('sobkb')))"

    assert run(python, "-c", code, cwd=tmp_path).strip() == "['sobkb', 'sobkb.light_typing']"


def test_the_installed_package_has_its_rdf_and_queries(python: Path, tmp_path: Path) -> None:
    code = "import sobkb; kb = sobkb.load(); print(len(kb) == len(kb.sparql('SELECT ?c { ?c a skos:Concept }').rows))"

    assert run(python, "-c", code, cwd=tmp_path).strip() == "True"


def test_a_changed_ontology_is_noticed(python: Path, tmp_path: Path) -> None:
    where = run(python, "-c", "import sobkb.places as p; print(p.ontology_folder())", cwd=tmp_path).strip()
    target = Path(where) / "concepts" / "extra.ttl"
    target.write_text(
        "<https://w3id.org/sobkb/id/extra> a <http://www.w3.org/2004/02/skos/core#Concept> .\n", encoding="utf-8"
    )
    try:
        assert run(python, "-c", "import sobkb; print('extra' in sobkb.load())", cwd=tmp_path).strip() == "True"
    finally:
        target.unlink()


def test_a_checkout_works_without_being_built(tmp_path: Path) -> None:
    path = f"import sys; sys.path.insert(0, {str(TOP / 'src')!r})"
    code = f"{path}; import sobkb; print(sobkb.__file__, len(sobkb.load()) > 0)"

    assert run(sys.executable, "-c", code, cwd=tmp_path).split() == [str(TOP / "src" / "sobkb" / "__init__.py"), "True"]
