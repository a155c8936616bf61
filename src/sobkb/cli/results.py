"""The answer to a query as a table, CSV, TSV, JSON or Turtle, after the W3C's result formats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sobkb.cli.output import Console, accent, dim
from sobkb.errors import ExportError
from sobkb.namespaces import XSD, shorten_iri

if TYPE_CHECKING:
    from collections.abc import Callable

    from sobkb.cli.messages import Texts
    from sobkb.querying import QueryResult, Value

FORMATS = ("table", "csv", "tsv", "json", "ttl")
_BARE = {XSD + "integer", XSD + "decimal", XSD + "double", XSD + "boolean"}


def write_result(
    result: QueryResult,
    wanted: str | None,
    out: Console,
    texts: Texts,
    name_iri: Callable[[str], str] = shorten_iri,
) -> None:
    """Write a result.

    Args:
        result: What the query gave.
        wanted: One of `FORMATS`; None for what suits the kind of query best.
        out: Where to write.
        texts: Texts in the reader's language.
        name_iri: How IRIs are written in a table.

    Raises:
        ExportError: The format cannot hold this kind of result.
    """
    name = wanted or ("ttl" if result.kind == "graph" else "table")
    if name == "table" and result.kind == "graph":
        name = "ttl"
    if (name == "ttl") != (result.kind == "graph"):
        fitting = "ttl" if result.kind == "graph" else "table, csv, tsv, json"
        raise ExportError(texts("query.format", format=name, fitting=fitting))
    if name == "ttl":
        from sobkb.canonical import write_canonical

        out.data(write_canonical(result.quads))
    elif name == "json":
        out.json(result_data(result))
    elif result.kind == "ask":
        out.exact(
            texts("word.yes" if result.boolean else "word.no") if name == "table" else str(result.boolean).lower()
        )
    elif name == "table":
        _write_table(result, out, texts, name_iri)
    else:
        out.data(_csv(result) if name == "csv" else _tsv(result))


def result_data(result: QueryResult) -> dict[str, object]:
    """Return the answer of a SELECT or ASK in the form of SPARQL 1.1 Query Results JSON."""
    if result.kind == "ask":
        return {"head": {}, "boolean": result.boolean}
    return {
        "head": {"vars": list(result.variables)},
        "results": {"bindings": [{name: _cell(value) for name, value in row.items()} for row in result.rows]},
    }


def _cell(value: Value) -> dict[str, str]:
    if value.type == "iri":
        return {"type": "uri", "value": value.value}
    cell = {"type": value.type, "value": value.value}
    if value.lang:
        cell["xml:lang"] = value.lang
    elif value.datatype and value.datatype != XSD + "string":
        cell["datatype"] = value.datatype
    return cell


def _write_table(result: QueryResult, out: Console, texts: Texts, name_iri: Callable[[str], str]) -> None:
    rows = [[_in_table(row[v], name_iri) if v in row else "" for v in result.variables] for row in result.rows]
    if rows:
        out.table(rows, result.variables)
        out.line()
    out.line(dim(texts.count("query.rows", len(rows))))


def _in_table(value: Value, name_iri: Callable[[str], str]) -> str:
    if value.type == "iri":
        return accent(name_iri(value.value))
    if value.type == "bnode":
        return dim(f"_:{value.value}")
    return f"{value.value} {dim(f'@{value.lang}')}" if value.lang else value.value


def _csv(result: QueryResult) -> str:
    import csv
    import io

    text = io.StringIO()
    writer = csv.writer(text)  # RFC 4180 line ends, as SPARQL 1.1 CSV asks
    writer.writerow(result.variables)
    for row in result.rows:
        cells = (row.get(v) for v in result.variables)
        writer.writerow(["" if c is None else f"_:{c.value}" if c.type == "bnode" else c.value for c in cells])
    return text.getvalue()


def _tsv(result: QueryResult) -> str:
    lines = ["\t".join(f"?{v}" for v in result.variables)]
    lines += ["\t".join(_in_tsv(row[v]) if v in row else "" for v in result.variables) for row in result.rows]
    return "\n".join(lines) + "\n"


def _in_tsv(value: Value) -> str:
    if value.type == "iri":
        return f"<{value.value}>"
    if value.type == "bnode":
        return f"_:{value.value}"
    if value.datatype in _BARE:
        return value.value
    escaped = value.value.replace("\\", "\\\\").replace('"', '\\"')
    for character, written in (("\t", "\\t"), ("\n", "\\n"), ("\r", "\\r")):
        escaped = escaped.replace(character, written)
    quoted = f'"{escaped}"'
    if value.lang:
        return f"{quoted}@{value.lang}"
    return quoted if value.datatype in ("", XSD + "string") else f"{quoted}^^<{value.datatype}>"
