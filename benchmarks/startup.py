"""Start-up of an installed sobkb, as multiples of starting Python itself.

Run: python benchmarks/startup.py [times]

A wheel is built and installed into a fresh environment, since an editable install is slower to start. Bare Python is
measured against itself too: a ratio far from 1 there means the machine was too busy to say anything.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import venv
from functools import partial
from pathlib import Path

from measuring import Verdicts, paired, ratio

TOP = Path(__file__).parent.parent
ENVIRONMENT = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}

CONCEPT = "interactieve-democratie"
TARGETS = {
    "import sobkb": 1.7,
    "import sobkb; sobkb.load()": 2.5,
    "the same, and a look-up": 2.6,
    "sobkb show": 3.4,
    "sobkb search": 4.2,
}
"""What was reached, and a tenth of it on top for machines that differ."""


def run(*command: str | Path, cwd: Path | None = None) -> str:
    """Run a command and return what it prints."""
    done = subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True, env=ENVIRONMENT, cwd=cwd)
    return done.stdout


def install(folder: Path) -> Path:
    """Install a wheel of this checkout into a fresh environment; return where its programs are."""
    code = "import hatchling.build, sys; print(hatchling.build.build_wheel(sys.argv[1]))"
    wheel = folder / run(sys.executable, "-c", code, folder, cwd=TOP).splitlines()[-1]
    venv.create(folder / "env", with_pip=False)
    programs = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    python = programs / ("python.exe" if os.name == "nt" else "python")
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", "--quiet", wheel)
    site = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    run(python, "-m", "compileall", "-q", site)
    return programs


def main() -> int:
    """Print the ratios; return 1 when a target is missed."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 21
    with tempfile.TemporaryDirectory() as folder:
        programs = install(Path(folder))
        python, sobkb = programs / "python", programs / "sobkb"
        commands: dict[str, tuple[str | Path, ...]] = {
            "bare": (python, "-c", "pass"),
            "bare again": (python, "-c", "pass"),
            "import sobkb": (python, "-c", "import sobkb"),
            "import sobkb; sobkb.load()": (python, "-c", "import sobkb; sobkb.load()"),
            "the same, and a look-up": (python, "-c", f"import sobkb; sobkb.load()['{CONCEPT}'].label()"),
            "sobkb show": (sobkb, "show", CONCEPT),
            "sobkb search": (sobkb, "search", "inspraak"),
            "sobkb --help": (sobkb, "--help"),
            "import rdflib": (python, "-c", "import rdflib"),
        }
        works = {name: partial(run, *command, cwd=Path(folder)) for name, command in commands.items()}
        for work in works.values():
            work()
        taken = paired(works, times)
    say = Verdicts()
    print(f"bare Python starts in {statistics.median(taken['bare']) * 1000:.1f} ms; {times} runs in turn")
    for name in list(commands)[1:]:
        say.say(name, ratio(taken[name], taken["bare"]), "× bare", most=TARGETS.get(name))
    return say.exit_code


if __name__ == "__main__":
    sys.exit(main())
