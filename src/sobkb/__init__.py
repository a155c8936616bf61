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
answer questions; `kb.sparql` and `kb.graph` give the RDF.

The names in `__all__`, the exception classes, the CLI options, the JSON keys and the logger `sobkb`
are public and follow semantic versioning. The wording of messages does not.
"""

from __future__ import annotations

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
    "Section",
    "SobkbError",
    "Statement",
    "UnknownConceptError",
    "UnknownTermError",
    "load",
]

__version__ = "0.1.0"
