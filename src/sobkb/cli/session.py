"""What a command works with: the reader's language, the streams and the knowledge base."""

from __future__ import annotations

import os
from functools import cached_property

from sobkb.cli.messages import Texts
from sobkb.cli.output import Console
from sobkb.cli.parsing import UsageError
from sobkb.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace

    from sobkb.knowledge_base import KnowledgeBase


class Session:
    """One run of one command.

    Attributes:
        command: Name of the command.
        lang: BCP 47 tag of the language the reader wants data in.
        texts: Texts of sobkb itself, in Dutch or English.
        out: Standard output: data.
        err: Standard error: hints and errors.
        as_json: True when the data is wanted as JSON.
        places: Files to read instead of the built-in knowledge base.
        endpoint: Address of a SPARQL endpoint to read instead; empty for none.
        graphs: The named graphs to look at there; all when there are none.
        store: Folder of a store on disk that the data is kept in; empty for none.
    """

    def __init__(
        self, command: str, options: Namespace, *, lang: str, texts: Texts, out: Console, err: Console
    ) -> None:
        self.command = command
        self.lang = lang
        self.texts = texts
        self.out = out
        self.err = err
        self.as_json: bool = options.as_json
        self.places: tuple[str, ...] = tuple(options.places or ())
        self.endpoint: str = options.endpoint or ""
        self.graphs: tuple[str, ...] = tuple(options.graphs or ())
        self.store: str = options.store or ""
        if self.endpoint and (self.places or self.store):
            raise UsageError(command, texts("error.from-and-endpoint"))
        if self.graphs and not self.endpoint:
            raise UsageError(command, texts("error.graph-without-endpoint"))

    @cached_property
    def kb(self) -> KnowledgeBase:
        """The knowledge base the reader asked for, opened on first use."""
        if self.endpoint:
            from sobkb.remote import connect

            # In the environment, as other users of a machine see what stands on a command line.
            secret = os.environ.get("SOBKB_AUTHORIZATION")
            return connect(
                self.endpoint, graphs=map(_full_iri, self.graphs), headers={"Authorization": secret} if secret else None
            )
        if self.store:
            from sobkb.disk_store import open_store

            return open_store(self.store, *self.places)
        from sobkb.opening import load

        kb = load(*self.places)
        if self.places and not kb:
            self.hint("error.no-concepts")
        return kb

    def close(self) -> None:
        """Let go of a connection or store, when one was opened."""
        close = getattr(self.__dict__.get("kb"), "close", None)
        if close is not None:
            close()

    def require_local(self) -> None:
        """Refuse `--endpoint` and `--store` for a command that needs files.

        Raises:
            UsageError: One of them was given.
        """
        if self.endpoint or self.store:
            raise UsageError(self.command, self.texts("error.needs-files"))

    def hint(self, key: str, **values: object) -> None:
        """Write a hint to standard error."""
        self.err.line(self.texts(key, **values))


def _full_iri(name: str) -> str:
    from sobkb.namespaces import expand_curie

    return expand_curie(name) or name
