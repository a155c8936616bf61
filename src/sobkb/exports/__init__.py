"""Writing a knowledge base out, whole or in part, in the formats of others.

>>> import sobkb
>>> from sobkb.exports import write
>>> print(write(sobkb.load(), "turtle", concepts="interactieve-democratie")[:40])
PREFIX adms: <http://www.w3.org/ns/adms#

What is written is the same every time. TriG, N-Quads and JSON-LD keep the section that states
something as a named graph; Turtle, N-Triples and RDF/XML, which have no graphs, name it as
`dcterms:source` of what it speaks about. Numbers and times stay as the files write them; of a store on disk or
behind an endpoint, and of blank nodes in a part, they are written as a store keeps values: `"007"^^xsd:integer`
becomes 7, `00:00:00.000` becomes `00:00:00`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, cast

from sobkb.errors import ExportError
from sobkb.exports.selecting import Part, choose

if TYPE_CHECKING:
    from os import PathLike
    from pathlib import Path

    import networkx as nx
    import pandas as pd

    from sobkb.knowledge_base import KnowledgeBase
    from sobkb.model import Concept

__all__ = ["FORMATS", "Format", "find_format", "save", "to_dataframe", "to_networkx", "write"]


class Format(NamedTuple):
    """A format to write in.

    Attributes:
        name: Its name here.
        extension: How a file name ends, with the dot.
        media_type: Its media type.
        title: What it is called.
        writer: Module and function that write it.
        spoken: True when it is written in one language.
    """

    name: str
    extension: str
    media_type: str
    title: str
    writer: str
    spoken: bool = False


FORMATS: dict[str, Format] = {
    f.name: f
    for f in (
        Format("turtle", ".ttl", "text/turtle", "Turtle", "rdf.write_turtle"),
        Format("trig", ".trig", "application/trig", "TriG", "rdf.write_trig"),
        Format("jsonld", ".jsonld", "application/ld+json", "JSON-LD", "jsonld.write_jsonld"),
        Format("rdfxml", ".rdf", "application/rdf+xml", "RDF/XML", "rdf.write_rdfxml"),
        Format("ntriples", ".nt", "application/n-triples", "N-Triples", "rdf.write_ntriples"),
        Format("nquads", ".nq", "application/n-quads", "N-Quads", "rdf.write_nquads"),
        Format("json", ".json", "application/json", "JSON", "plain.write_json"),
        Format("jskos", ".jskos.json", "application/json", "JSKOS", "jskos.write_jskos"),
        Format("csv", ".csv", "text/csv", "CSV", "tables.write_csv"),
        Format("tsv", ".tsv", "text/tab-separated-values", "TSV", "tables.write_tsv"),
        Format("csv-labels", ".labels.csv", "text/csv", "CSV, one row per label", "tables.write_label_csv"),
        Format(
            "tsv-labels", ".labels.tsv", "text/tab-separated-values", "TSV, one row per label", "tables.write_label_tsv"
        ),
        Format("graphml", ".graphml", "application/graphml+xml", "GraphML", "diagrams.write_graphml"),
        Format("dot", ".dot", "text/vnd.graphviz", "Graphviz DOT", "diagrams.write_dot", spoken=True),
        Format("mermaid", ".mmd", "text/vnd.mermaid", "Mermaid", "diagrams.write_mermaid", spoken=True),
        Format("svg", ".svg", "image/svg+xml", "SVG", "drawing.write_svg", spoken=True),
    )
}
"""All formats by name."""

_ALIASES = {
    "ttl": "turtle",
    "json-ld": "jsonld",
    "rdf": "rdfxml",
    "rdf/xml": "rdfxml",
    "xml": "rdfxml",
    "nt": "ntriples",
    "n-triples": "ntriples",
    "nq": "nquads",
    "n-quads": "nquads",
    "gv": "dot",
    "mmd": "mermaid",
}


def find_format(name: str) -> Format:
    """Return the format with a name, a usual other name ("ttl"), or a file extension (".ttl").

    Raises:
        ExportError: There is none; the message lists all.

    Examples:
        >>> find_format(".nq").title
        'N-Quads'
    """
    key = name.lower()
    for known in FORMATS.values():
        if key == known.extension:
            return known
    key = key.removeprefix(".")
    found = FORMATS.get(_ALIASES.get(key, key))
    if found is None:
        raise ExportError(f"there is no format '{name}'; there is {', '.join(FORMATS)}")
    return found


def write(
    kb: KnowledgeBase,
    format: str = "turtle",  # noqa: A002 - the word every user looks for
    *,
    concepts: Iterable[Concept | str] | Concept | str | None = None,
    scheme: str | None = None,
    section: str | None = None,
    region: str | None = None,
    collection: str | None = None,
    lang: str = "nl",
) -> str:
    """Write a knowledge base, or a part of it, as text.

    Args:
        kb: The knowledge base.
        format: A name in `FORMATS`, a usual other name ("ttl") or a file extension (".ttl").
        concepts: The concepts to write, with what is said about them and what they link to.
        scheme: Only concepts in this scheme.
        section: Only concepts this section speaks about; its subsections count too. As RDF: only what it states.
        region: Only concepts of this region.
        collection: Only concepts in this collection.
        lang: Language of drawings and diagrams; the other formats hold all languages.

    Raises:
        ExportError: There is no such format, or the part cannot be written in it.
        UnknownConceptError: A concept that does not exist.
        UnknownTermError: A scheme, section or collection that does not exist.

    Examples:
        >>> print(write(mini, "mermaid", concepts="tomaat", lang="en"))
        flowchart LR
          n0["kitchen garden"]
          n1["tomato"]
          n1 -->|"grows in"| n0
          style n1 stroke-width:3px
        <BLANKLINE>
    """
    found = find_format(format)
    part = choose(kb, concepts, scheme=scheme, section=section, region=region, collection=collection)
    module, function = found.writer.split(".")
    writer = getattr(import_module(f"sobkb.exports.{module}"), function)
    if found.spoken:
        return cast("Callable[[Part, str], str]", writer)(part, lang)
    return cast("Callable[[Part], str]", writer)(part)


def save(
    kb: KnowledgeBase,
    path: str | PathLike[str],
    format: str | None = None,  # noqa: A002
    *,
    overwrite: bool = False,
    concepts: Iterable[Concept | str] | Concept | str | None = None,
    scheme: str | None = None,
    section: str | None = None,
    region: str | None = None,
    collection: str | None = None,
    lang: str = "nl",
    whole: bool = False,
) -> Path:
    """Write a knowledge base, or a part of it, to a file, whole or not at all.

    What is behind an endpoint is fetched concept by concept for a part. All of it is written only as N-Quads or
    N-Triples, only when you say so, and without being held in memory.

    Args:
        kb: The knowledge base.
        path: The file.
        format: As in `write`; by default the end of the file name tells.
        overwrite: True to replace a file that is there.
        concepts: As in `write`.
        scheme: As in `write`.
        section: As in `write`.
        region: As in `write`.
        collection: As in `write`.
        lang: As in `write`.
        whole: True to write everything, also where that means to fetch it all from an endpoint.

    Returns:
        The path of the file.

    Raises:
        ExportError: The file is there and may not be replaced, or cannot be written; or as in `write`.
    """
    from sobkb.exports.files import save_text

    if format is None:
        name = str(path).lower()
        fitting = [f for f in FORMATS.values() if name.endswith(f.extension)]
        if not fitting:
            raise ExportError(f"the name '{path}' does not tell the format; give one of {', '.join(FORMATS)}")
        format = max(fitting, key=lambda f: len(f.extension)).name  # noqa: A001
    part = {"concepts": concepts, "scheme": scheme, "section": section, "region": region, "collection": collection}
    if whole and any(condition is not None for condition in part.values()):
        raise ExportError("either everything is written or a part, not both")
    if whole:
        from sobkb.exports.files import save_parts
        from sobkb.exports.streaming import stream

        parts = stream(kb, find_format(format).name)
        if parts is not None:
            return save_parts(parts, path, overwrite=overwrite)
    text = write(
        kb,
        format,
        concepts=concepts,
        scheme=scheme,
        section=section,
        region=region,
        collection=collection,
        lang=lang,
    )
    return save_text(text, path, overwrite=overwrite)


def to_networkx(kb: KnowledgeBase) -> nx.MultiDiGraph:
    """Return a networkx graph of all concepts; see `sobkb.exports.diagrams.to_networkx`."""
    from sobkb.exports.diagrams import to_networkx as convert

    return convert(kb)


def to_dataframe(kb: KnowledgeBase) -> pd.DataFrame:
    """Return a pandas data frame of all concepts; see `sobkb.exports.tables.to_dataframe`."""
    from sobkb.exports.tables import to_dataframe as convert

    return convert(kb)
