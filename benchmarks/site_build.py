"""How fast the site is built: our plugin against plain MkDocs on the same pages as static Markdown.

    python benchmarks/site_build.py [concepts …]

Both builds use the same templates and leave entry pages out of the navigation; the plain one reads
from disk what `sobkb site export` wrote. Downloads of single concepts are left out of both.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import sobkb
from sobkb.pages import Site, SiteOptions, build_pages
from sobkb.site.export import export_site
from sobkb.site.theme import overrides_dir

TARGET = 1.5


def invent(count: int, path: Path) -> None:
    """Write a vocabulary with labels, texts, a hierarchy and relations."""
    lines = ["PREFIX skos: <http://www.w3.org/2004/02/skos/core#>", "PREFIX e: <http://example.org/>"]
    for n in range(count):
        above = f" ; skos:broader e:c{n // 7}" if n >= 7 else ""
        lines.append(
            f'e:c{n} a skos:Concept ; skos:inScheme e:s ; skos:prefLabel "begrip {n}"@nl, "concept {n}"@en ;'
            f' skos:altLabel "ander woord {n}"@nl ; skos:definition "Begrip dat nummer {n} draagt."@nl ,'
            f' "Concept that bears number {n}."@en ; skos:related e:c{(n * 31 + 5) % count} ,'
            f" e:c{(n * 17 + 3) % count}{above} ."
        )
    path.write_text("\n".join(lines), encoding="utf-8")


def build(folder: Path) -> float:
    """Run MkDocs and return the seconds it took."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", "out"]
    subprocess.run(command, cwd=folder, env={"NO_MKDOCS_2_WARNING": "1", "PATH": "/usr/bin:/bin"}, check=True)
    return time.perf_counter() - start


def measure(count: int, top: Path) -> tuple[int, float, float]:
    """Return the number of pages and the seconds of both builds."""
    data = top / "data.ttl"
    invent(count, data)
    kb = sobkb.load(data)
    options = SiteOptions(name="test", downloads=())
    plain = top / "plain"
    export_site(kb, plain, options)
    ours = top / "ours"
    (ours / "docs").mkdir(parents=True)
    config = {
        "site_name": "test",
        "use_directory_urls": False,
        "theme": {"name": "material", "custom_dir": str(overrides_dir()), "font": False},
        "plugins": [{"sobkb": {"files": [str(data)], "downloads": []}}],
    }
    (ours / "mkdocs.yml").write_text(json.dumps(config), encoding="utf-8")
    pages = sum(1 for _ in build_pages(Site(kb, options)))
    return pages, build(ours), build(plain)


def main() -> int:
    """Measure, print, and fail when the target is missed."""
    missed = False
    for count in [int(n) for n in sys.argv[1:]] or [350]:
        with tempfile.TemporaryDirectory() as folder:
            pages, ours, plain = measure(count, Path(folder))
        ratio = ours / plain
        missed = missed or ratio > TARGET
        print(
            f"{pages} pages: sobkb {ours:.1f} s ({pages / ours:.0f} pages/s), plain MkDocs {plain:.1f} s, "
            f"ratio {ratio:.2f} (target ≤ {TARGET})"
        )
    return int(missed)


if __name__ == "__main__":
    raise SystemExit(main())
