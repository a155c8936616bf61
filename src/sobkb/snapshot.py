"""The compiled built-in knowledge base: made when the wheel is built, used when it is current.

A snapshot names the SHA-256 of the ontology it was made from. It is used only when the files that are
there now have the same one, so it can neither be stale nor stand in for something else.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from sobkb.records import FORMAT, KnowledgeBaseRecord

NAME = "snapshot.json"
"""File name of the snapshot, beside the modules of the installed package."""


def digest(files: Sequence[Path], top: Path) -> str:
    """Return the SHA-256 over the names and contents of files, as hexadecimal text."""
    total = hashlib.sha256()
    for path in files:
        data = path.read_bytes()
        total.update(f"{path.relative_to(top).as_posix()}\0{len(data)}\0".encode())
        total.update(data)
    return total.hexdigest()


def write_snapshot(record: KnowledgeBaseRecord, fingerprint: str, target: Path) -> None:
    """Write a knowledge base and the fingerprint of its files; the target appears whole or not at all."""
    text = json.dumps({"sha256": fingerprint, "data": record}, ensure_ascii=False, separators=(",", ":"))
    passing = target.with_suffix(".part")
    passing.write_text(text, encoding="utf-8")
    passing.replace(target)


def read_snapshot(path: Path, fingerprint: str) -> KnowledgeBaseRecord | None:
    """Return the knowledge base in a snapshot, or None when it is missing, broken or not of these files."""
    try:
        held = json.loads(path.read_bytes())
        if held["sha256"] != fingerprint or held["data"]["format"] != FORMAT:
            return None
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return cast("KnowledgeBaseRecord", held["data"])
