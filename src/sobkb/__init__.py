"""A knowledge base of samenlevingsopbouw (community development in Flanders and the Netherlands).

Start here:

>>> import sobkb
>>> kb = sobkb.load()
>>> concept = kb["interactieve-democratie"]
>>> concept.label("en")
'interactive democracy'

`load` opens the built-in knowledge base, or any SKOS file of your own. The result is a mapping of
`Concept` objects; a concept has labels, texts, a place in a hierarchy and `relations`, each of which
knows the section of the source that states it. `kb.search`, `kb.find`, `kb.compare` and `kb.path`
answer questions; `kb.sparql` and `kb.graph` give the RDF. What is too large for memory is opened with
`open_store` (on disk) or `connect` (a SPARQL endpoint), and has the same verbs.

The names in `__all__`, the exception classes, the CLI options, the JSON keys and the logger `sobkb`
are public and follow semantic versioning. The wording of messages does not.
"""

from __future__ import annotations

from sobkb.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sobkb.archive import Release, releases
    from sobkb.disk_store import open_store
    from sobkb.errors import (
        AmbiguousNameError,
        EndpointError,
        ExportError,
        OntologyLoadError,
        QueryError,
        SobkbError,
        UnknownConceptError,
        UnknownTermError,
    )
    from sobkb.knowledge_base import KnowledgeBase
    from sobkb.model import Concept, Section, Statement
    from sobkb.opening import load
    from sobkb.remote import RemoteKnowledgeBase, connect
    from sobkb.text import LangText

__all__ = [
    "AmbiguousNameError",
    "Concept",
    "EndpointError",
    "ExportError",
    "KnowledgeBase",
    "LangText",
    "OntologyLoadError",
    "QueryError",
    "Release",
    "RemoteKnowledgeBase",
    "Section",
    "SobkbError",
    "Statement",
    "UnknownConceptError",
    "UnknownTermError",
    "connect",
    "load",
    "open_store",
    "releases",
]

__version__ = "0.1.0"

_HOMES = {
    "AmbiguousNameError": "errors",
    "Concept": "model",
    "EndpointError": "errors",
    "ExportError": "errors",
    "KnowledgeBase": "knowledge_base",
    "LangText": "text",
    "OntologyLoadError": "errors",
    "QueryError": "errors",
    "Release": "archive",
    "RemoteKnowledgeBase": "remote",
    "Section": "model",
    "SobkbError": "errors",
    "Statement": "model",
    "UnknownConceptError": "errors",
    "UnknownTermError": "errors",
    "connect": "remote",
    "load": "opening",
    "open_store": "disk_store",
    "releases": "archive",
}
"""Public name → the module it is in, which is imported when the name is asked for: no program needs them all."""


def __getattr__(name: str) -> object:
    if name in _HOMES.values():  # `sobkb.errors` without importing it: what programs expect
        return __import__(f"sobkb.{name}", fromlist=[name])
    if name not in _HOMES:
        raise AttributeError(f"module 'sobkb' has no attribute '{name}'")
    module = __import__(f"sobkb.{_HOMES[name]}", fromlist=[name])  # what importlib does, without importing that too
    value = globals()[name] = getattr(module, name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
