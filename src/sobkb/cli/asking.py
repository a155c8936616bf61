"""`sobkb query` and `sobkb ask`: SPARQL of one's own, and the questions that come with the ontology."""

from __future__ import annotations

import re
import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from sobkb.cli.options import assignment, seconds
from sobkb.cli.output import accent, bold, dim
from sobkb.cli.parsing import UsageError
from sobkb.errors import OntologyLoadError, QuerySyntaxError
from sobkb.namespaces import shorten_iri

if TYPE_CHECKING:
    from sobkb.cli.parsing import Parser
    from sobkb.cli.session import Session
    from sobkb.querying import QueryResult, Value
    from sobkb.questions import Question

_ID = re.compile(r"(?:cq-?)?\d+", re.IGNORECASE)
_BEGINS = re.compile(
    r"\s*(DESCRIBE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|PREFIX|BASE|SELECT|ASK|CONSTRUCT|INSERT|DELETE|WITH)[\s<*]",
    re.IGNORECASE,
)
_MOST_MEMORY = 2_000_000_000  # bytes; what a query given up still takes goes when the process ends
_LITERAL = re.compile(
    r'"(?P<text>.*)"(?:@(?P<lang>[A-Za-z]+(?:-[A-Za-z0-9]+)*)|\^\^(?:<(?P<iri>[^<>]*)>|(?P<curie>\S+)))?', re.DOTALL
)
FORMATS = ("table", "csv", "tsv", "json", "ttl")


def configure_query(parser: Parser) -> None:
    """Name the arguments of `query`."""
    parser.argument("query")
    parser.option("--format", choices=FORMATS)
    parser.option("--timeout", type=seconds, metavar="seconds")
    parser.option("--param", type=assignment, action="append", metavar="assignment")


def run_query(session: Session, options: Namespace) -> int:
    """Run a SPARQL query."""
    from sobkb.cli.results import write_result
    from sobkb.querying import DEFAULT_TIMEOUT

    text = _read_query(session, options.query)
    bindings = {name: _read_value(value) for name, value in options.param or ()}
    limit = options.timeout or DEFAULT_TIMEOUT
    try:
        result = session.kb.sparql(text, timeout=limit, memory=_MOST_MEMORY, bindings=bindings or None)
    except QuerySyntaxError as error:
        if options.query in (text, "-"):
            raise
        problem = f"this is not valid SPARQL: {error.problem}"
        raise OntologyLoadError(options.query, problem, line=error.line, column=error.column) from None
    write_result(result, options.format or ("json" if session.as_json else None), session.out, session.texts)
    _explain_nothing(session, result)
    return 0


def _read_query(session: Session, given: str) -> str:
    if given == "-":
        if sys.stdin.isatty():
            session.hint("query.typing")
        return sys.stdin.read()
    # A query has a brace in it, or begins as one does; so may a file name, but then the file is there.
    if ("{" in given or _BEGINS.match(given)) and not _is_file(given):
        return given
    from sobkb.loading import read_bytes

    if not _is_file(given) and not Path(given).suffix and "/" not in given:
        raise UsageError(session.command, session.texts("query.neither", given=given))
    return read_bytes(Path(given)).decode("utf-8")


def _is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except (OSError, ValueError):  # too long for a file name, or with a null character
        return False


def _read_value(text: str) -> str | Value:
    """Read a literal as SPARQL writes it, a CURIE, or else an IRI or plain text."""
    from sobkb.namespaces import expand_curie
    from sobkb.querying import Value

    if match := _LITERAL.fullmatch(text):
        datatype = match["iri"] or expand_curie(match["curie"] or "") or ""
        if match["lang"] or datatype or not match["curie"]:
            return Value("literal", match["text"], match["lang"] or "", datatype)
    return expand_curie(text) or text


def configure_ask(parser: Parser) -> None:
    """Name the arguments of `ask`."""
    parser.argument("question", nargs="*")
    parser.option("--param", type=assignment, action="append", metavar="assignment")
    parser.option("--format", choices=FORMATS)
    parser.option("--show-query", action="store_true")


def run_ask(session: Session, options: Namespace) -> int:
    """List the questions, all or those with some words, or answer one."""
    name = " ".join(options.question)
    if not _ID.fullmatch(name.strip()):
        return _list_questions(session, name.casefold().split())
    from sobkb.questions import question

    found = question(name)
    if options.show_query:
        session.out.data(found.query + "\n")
        return 0
    result = found.run(session.kb, **dict(options.param or ()))
    if session.as_json and options.format is None:
        from sobkb.cli.results import result_data

        answer = {} if result.kind == "graph" else result_data(result)
        session.out.json({**_question_data(found), "answer": answer})
        return 0
    from sobkb.cli.results import write_result

    if options.format in (None, "table"):
        session.out.line(bold(found.text(session.lang)))
        if found.sections:
            session.out.line(dim(session.texts("ask.section", sections=", ".join(found.sections))))
        session.out.line()
    write_result(result, options.format, session.out, session.texts, lambda iri: _name(session, iri))
    _explain_nothing(session, result)
    return 0


def _explain_nothing(session: Session, result: QueryResult) -> None:
    """Say that an endpoint keeps its graphs apart, where that may be why nothing was found."""
    if session.endpoint and not (result.rows or result.boolean or result.quads):
        from sobkb.remote import RemoteKnowledgeBase

        if isinstance(session.kb, RemoteKnowledgeBase) and not session.kb.joins_graphs:
            session.hint("query.graphs-apart")


def _name(session: Session, iri: str) -> str:
    """Name a concept by its label and a section by its number and heading; anything else by its CURIE."""
    if concept := session.kb.concept(iri):
        return concept.label(session.lang)
    for section in session.kb.sections:
        if section.iri == iri:
            return section.locator(session.lang)
    return shorten_iri(iri)


def _list_questions(session: Session, words: list[str]) -> int:
    from sobkb.questions import questions

    known = [q for q in questions() if all(any(w in t.text.casefold() for t in q.texts) for w in words)]
    if session.as_json:
        session.out.json([_question_data(q) for q in known])
        return 0
    if not known:
        session.hint("ask.none")
    width = max((len(q.id) for q in known), default=0) + 2
    for item in known:
        names = "".join(f" {dim(f'{p.name}={p.default}')}" for p in item.parameters)
        session.out.columns(accent(item.id), item.text(session.lang) + names, indent=0, at=width)
    return 0


def _question_data(item: Question) -> dict[str, object]:
    from sobkb.cli.data import by_language

    return {
        "id": item.id,
        "question": by_language(item.texts),
        "sections": list(item.sections),
        "parameters": {p.name: p.default for p in item.parameters},
        "expected": [list(row) for row in item.expected],
    }
