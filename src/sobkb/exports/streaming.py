"""Writing out what is behind an endpoint as it arrives, so that it need not fit into memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sobkb.errors import ExportError
from sobkb.exports.rdf import flatten, write_quads

if TYPE_CHECKING:
    from sobkb.knowledge_base import KnowledgeBase
    from sobkb.remote import RemoteKnowledgeBase

FORMATS = ("nquads", "ntriples")
"""Formats in which each line stands by itself."""


def stream(kb: KnowledgeBase, format_name: str) -> Iterator[bytes] | None:
    """Return everything a knowledge base holds, piece by piece; None when it is in memory or on disk anyway.

    Args:
        kb: The knowledge base.
        format_name: One of `FORMATS`.

    Raises:
        ExportError: The format needs everything at once.
    """
    from sobkb.remote import RemoteKnowledgeBase

    if not isinstance(kb, RemoteKnowledgeBase):
        return None
    if format_name not in FORMATS:
        raise ExportError("the whole of an endpoint is written as nquads or ntriples only; name a part for others")
    return _pieces(kb, with_graphs=format_name == "nquads")


def _pieces(kb: RemoteKnowledgeBase, *, with_graphs: bool) -> Iterator[bytes]:
    places = kb.record["sections"]
    for quads in kb.quads():
        yield write_quads(quads if with_graphs else flatten(quads, places)).encode("utf-8")
