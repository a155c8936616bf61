"""Writing a release, whole or not at all."""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sobkb.archive.hashing import concept_hashes
from sobkb.archive.release import FORMAT, MANIFEST, Release, read_manifest
from sobkb.canonical import write_canonical
from sobkb.errors import ExportError
from sobkb.exports.rdf import canonical_hash
from sobkb.reading import read_knowledge_base
from sobkb.versions import read_version

if TYPE_CHECKING:
    from pyoxigraph import Quad


def freeze(
    folder: Path,
    quads: Iterable[Quad],
    rules: Iterable[Quad] = (),
    *,
    version: str,
    date: str,
    address: str,
    earlier: Sequence[Release] = (),
    name: str = "sobkb",
) -> Release:
    """Write a release as a new folder, which appears complete or does not appear.

    Args:
        folder: Folder of all releases; made when it does not exist.
        quads: The whole dataset.
        rules: The shapes it was checked with.
        version: Its version number.
        date: The day of the release, ISO 8601.
        address: Permanent address of the release, ending in "/".
        earlier: The releases before it, oldest first, from which revisions are counted.
        name: How the names of the files begin.

    Returns:
        The release.

    Raises:
        ExportError: The version is no version number or is there already, or the folder cannot be written to.
    """
    if read_version(version) is None:
        raise ExportError(f"'{version}' is not a version; write three numbers, like 1.0.0")
    target = folder / version
    if target.exists():
        raise ExportError(f"release {version} is there already; a release never changes")
    dataset = list(quads)
    shapes = list(rules)
    contents = {"dataset": (f"{name}-{version}.trig.gz", _packed(dataset))}
    if shapes:
        contents["rules"] = (f"{name}-{version}-rules.ttl.gz", _packed(shapes))
    manifest = {
        "format": FORMAT,
        "version": version,
        "date": date,
        "address": address,
        "dataset": canonical_hash(dataset),
        **_counted(dataset, earlier),
        "files": {
            what: {"name": file, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
            for what, (file, data) in contents.items()
        },
    }
    passing: Path | None = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        passing = Path(tempfile.mkdtemp(dir=folder, prefix=f".{version}."))
        for file, data in contents.values():
            (passing / file).write_bytes(data)
        (passing / MANIFEST).write_text(_json(manifest), encoding="utf-8", newline="\n")
        passing.chmod(0o755)
        passing.rename(target)
    except OSError as error:
        raise ExportError(f"{target} cannot be written: {error.strerror or error}") from error
    finally:
        if passing is not None and passing.exists():
            shutil.rmtree(passing, ignore_errors=True)
    return read_manifest(target / MANIFEST)


def _packed(quads: list[Quad]) -> bytes:
    # without the time of packing, so that the same content is the same file
    return gzip.compress(write_canonical(quads).encode(), 9, mtime=0)


def _counted(quads: list[Quad], earlier: Sequence[Release]) -> dict[str, Any]:
    record = read_knowledge_base(quads)
    concepts = record["concepts"]
    hashes = concept_hashes(quads, concepts)
    before = {iri: known for release in earlier for iri, known in release.concepts.items()}
    found = {}
    for iri, concept in concepts.items():
        was = before.get(iri)
        number = 1 if was is None else was.number + (was.hash != hashes[iri])
        found[iri] = {"slug": concept["slug"], "hash": hashes[iri], "revision": number}
    statements = sum(len(c["relations"]) + len(c["texts"]) for c in concepts.values())
    counts = {"concepts": len(found), "statements": statements, "quads": len(set(quads))}
    return {"counts": counts, "concepts": found}


def _json(manifest: dict[str, Any]) -> str:
    """Write a manifest with a line for every concept, so that the next one can be compared with it."""
    concepts = ",\n".join(
        f"  {json.dumps(iri, ensure_ascii=False)}: {json.dumps(known, ensure_ascii=False)}"
        for iri, known in sorted(manifest.pop("concepts").items())
    )
    head = json.dumps(manifest, ensure_ascii=False, indent=1).removesuffix("\n}")
    return f'{head},\n "concepts": {{\n{concepts}\n }}\n}}\n'
