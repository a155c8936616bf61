"""Every text of the command line, in Dutch and in English; `translations` holds what others say in English."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module

_PARTS = ("frame", "finding", "errors", "giving", "checking", "releases", "teach")


class _Table(Mapping[str, tuple[str, str]]):
    """Looks for a key in one part after the other; what showing and searching need stands in the first two.

    Importing all of them would take as long as all the rest of the command line.
    """

    def __init__(self) -> None:
        self._texts: dict[str, tuple[str, str]] = {}
        self._left = list(_PARTS)

    def __getitem__(self, key: str) -> tuple[str, str]:
        while key not in self._texts and self._left:
            self._add_part()
        return self._texts[key]

    def __iter__(self) -> Iterator[str]:
        while self._left:
            self._add_part()
        return iter(self._texts)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _add_part(self) -> None:
        name = self._left[0]
        self._texts.update(getattr(import_module(f"sobkb.cli.table_{name}"), name.upper()))
        self._left.remove(name)


TABLE: Mapping[str, tuple[str, str]] = _Table()
"""Key → the text in Dutch, the text in English; `{names}` are filled in."""
