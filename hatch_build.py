"""Writes the compiled knowledge base into the wheel, so that an installed sobkb starts at once."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class SnapshotHook(BuildHookInterface):  # type: ignore[type-arg]
    """Compile `ontology/` and add the result to the wheel; an editable install reads the Turtle itself."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the snapshot to a place outside the tree and include it from there."""
        if version == "editable":
            return
        top = Path(self.root)
        sys.path.insert(0, str(top / "src"))
        try:
            from itertools import chain

            from sobkb.loading import builtin_files, iter_quads
            from sobkb.places import ontology_folder
            from sobkb.reading import read_knowledge_base
            from sobkb.snapshot import NAME
            from sobkb.snapshot_writing import write_snapshot
        finally:
            sys.path.pop(0)
        folder = ontology_folder()
        if Path(folder) != top / "ontology":
            raise RuntimeError(f"the ontology of another sobkb is in the way: {folder}")
        self._passing = tempfile.TemporaryDirectory(prefix="sobkb-")
        target = Path(self._passing.name) / NAME
        write_snapshot(read_knowledge_base(chain.from_iterable(map(iter_quads, builtin_files()))), folder, str(target))
        build_data["force_include"][str(target)] = f"sobkb/{NAME}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove the passing copy."""
        if version != "editable":
            self._passing.cleanup()
