"""What a command works with: the reader's language, the streams and the knowledge base."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from sobkb.cli.messages import Texts
from sobkb.cli.output import Console
from sobkb.cli.parsing import UsageError

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
        if self.places and self.endpoint:
            raise UsageError(command, texts("error.from-and-endpoint"))

    @cached_property
    def kb(self) -> KnowledgeBase:
        """The knowledge base the reader asked for, opened on first use."""
        if self.endpoint:
            from sobkb.remote import connect

            return connect(self.endpoint)
        from sobkb.opening import load

        return load(*self.places)

    def require_local(self) -> None:
        """Refuse `--endpoint` for a command that needs files.

        Raises:
            UsageError: An endpoint was given.
        """
        if self.endpoint:
            raise UsageError(self.command, self.texts("error.needs-files"))

    def hint(self, key: str, **values: object) -> None:
        """Write a hint to standard error."""
        self.err.line(self.texts(key, **values))
