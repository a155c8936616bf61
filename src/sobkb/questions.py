"""Competency questions: what the knowledge base must be able to answer, as named SPARQL queries.

A question is a file `cq-NNN-….rq` whose first lines are comments:

    # id: cq-012
    # question@nl: Wie bepaalt in elke democratievorm de agenda?
    # question@en: Who sets the agenda in each form of democracy?
    # section: 4.2.3
    # param form: interactieve-democratie
    # expected: interactieve-democratie | bewoners

`section`, `param` and `expected` may be repeated or left out. A parameter is a variable of the query
that the asker fills in; what stands after the colon is used when the asker does not. Each `expected` is
a row of the answer: cells apart by "|", concepts and sections by their short name.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sobkb.errors import AmbiguousNameError, OntologyLoadError, UnknownTermError
from sobkb.namespaces import EDITORIAL, ID, SOURCE, local_name, shorten_iri
from sobkb.text import LangText, normalise_tag, pick_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from sobkb.knowledge_base import KnowledgeBase
    from sobkb.model import Concept, Section
    from sobkb.querying import QueryResult, Value

_HEADER = re.compile(
    r"#\s*(?P<key>id|question|section|param|expected)(?:@(?P<lang>[\w-]+)|\s+(?P<name>\w+))?\s*:\s*(?P<value>.*)"
)


class Parameter(NamedTuple):
    """A variable of a question that the asker may fill in.

    Attributes:
        name: Name of the variable.
        default: What is used when the asker gives nothing; empty when something must be given.
    """

    name: str
    default: str = ""


class Question(NamedTuple):
    """A question with the query that answers it.

    Attributes:
        id: Short name, e.g. "cq-012".
        texts: The question in all languages.
        query: The SPARQL query.
        sections: Ids of the sections the answer rests on.
        parameters: What the asker may fill in.
        expected: The rows of the answer, cells as `short_rows` writes them; empty when the file does not tell.
        path: The file the question stands in.
    """

    id: str
    texts: tuple[LangText, ...]
    query: str
    sections: tuple[str, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    expected: tuple[tuple[str, ...], ...] = ()
    path: str = ""

    def text(self, lang: str = "nl") -> str:
        """Return the question for a reader of `lang`, or its id when it has no text."""
        found = pick_text(self.texts, lang)
        return found.text if found else self.id

    def run(self, kb: KnowledgeBase, **parameters: str) -> QueryResult:
        """Answer the question from a knowledge base.

        Args:
            kb: Where to look.
            **parameters: Values by parameter: anything that names a concept, a section id, an IRI, or text.

        Raises:
            UnknownTermError: The question has no such parameter, or one that must be given is missing.
            UnknownConceptError: A name that nothing answers to, where the question is about a concept or section.
            AmbiguousNameError: A label of several concepts.
            QueryError: The query cannot be run.
        """
        names = [p.name for p in self.parameters]
        for name in parameters:
            if name not in names:
                raise UnknownTermError("parameter", name, names)
        bindings = {}
        for parameter in self.parameters:
            value = parameters.get(parameter.name) or parameter.default
            if not value:
                raise UnknownTermError("value for parameter", parameter.name)
            bindings[parameter.name] = _resolve(kb, str(value), parameter.default)
        return kb.sparql(self.query, bindings=bindings)


def short_rows(result: QueryResult) -> tuple[tuple[str, ...], ...]:
    """Return the answer to a question as text, concepts and sections by their short name, other IRIs as CURIEs.

    Args:
        result: What the question gave; an ASK is one row with "true" or "false".

    Examples:
        >>> short_rows(mini.sparql("ASK { ?c a skos:Concept }"))
        (('true',),)
    """
    if result.kind == "ask":
        return ((str(result.boolean).lower(),),)
    return tuple(
        tuple("" if (cell := row.get(v)) is None else _short(cell) for v in result.variables) for row in result.rows
    )


def _short(cell: Value) -> str:
    if cell.type != "iri":
        return cell.value
    return local_name(cell.value) if cell.value.startswith((ID, SOURCE, EDITORIAL)) else shorten_iri(cell.value)


def questions(folder: Path | None = None) -> tuple[Question, ...]:
    """Return all questions of a folder, sorted by id.

    Args:
        folder: Where the files are; the built-in ontology's questions when None.

    Raises:
        OntologyLoadError: A file cannot be read, or has no id, or the id of another one.

    Examples:
        >>> [q.id for q in questions()][:1] in ([], ["cq-001"])
        True
    """
    return _builtin() if folder is None else _read_folder(folder)


def question(name: str) -> Question:
    """Return the built-in question with an id.

    Args:
        name: The id, in any case; the number alone will do ("12" for "cq-012").

    Raises:
        UnknownTermError: There is none; the error lists ids that look like it.
    """
    known = {q.id: q for q in questions()}
    wanted = name.strip().lower()
    if wanted.isascii() and wanted.isdigit():
        wanted = f"cq-{int(wanted):03}"
    if wanted in known:
        return known[wanted]
    import difflib

    raise UnknownTermError("query", name, difflib.get_close_matches(wanted, known, n=3, cutoff=0.5) or [*known][:3])


def parse_question(text: str, path: str = "<text>") -> Question:
    r"""Read one question.

    Args:
        text: The query with its header.
        path: What to call it in an error.

    Raises:
        OntologyLoadError: It has no id.

    Examples:
        >>> q = parse_question("# id: cq-900\n# question@en: Is it?\nASK { ?s ?p ?o }")
        >>> q.id, q.text("en"), q.query
        ('cq-900', 'Is it?', 'ASK { ?s ?p ?o }')
    """
    lines = text.removeprefix("\ufeff").splitlines()
    found: dict[str, list[str]] = {"id": [], "section": [], "expected": []}
    texts: list[LangText] = []
    parameters: list[Parameter] = []
    at = 0
    while at < len(lines) and (not lines[at].strip() or lines[at].lstrip().startswith("#")):
        if match := _HEADER.fullmatch(lines[at].strip()):
            key, value = match["key"], match["value"].strip()
            if key == "question":
                texts.append(LangText(value, normalise_tag(match["lang"] or "")))
            elif key == "param":
                parameters.append(Parameter(match["name"] or "", value))
            elif value:
                found[key].append(value)
        at += 1
    if not found["id"]:
        raise OntologyLoadError(path, "a question starts with a line '# id: …'", line=1)
    return Question(
        found["id"][0].lower(),
        tuple(texts),
        "\n".join(lines[at:]).strip(),
        tuple(found["section"]),
        tuple(parameters),
        tuple(tuple(cell.strip() for cell in row.split("|")) for row in found["expected"]),
        path,
    )


@lru_cache(maxsize=1)
def _builtin() -> tuple[Question, ...]:
    from sobkb.loading import ontology_dir

    return _read_folder(ontology_dir() / "queries")


def _read_folder(folder: Path) -> tuple[Question, ...]:
    from sobkb.loading import read_bytes

    found: dict[str, Question] = {}
    for path in sorted(folder.glob("cq-*.rq")):
        item = parse_question(read_bytes(path).decode("utf-8"), str(path))
        if item.id in found:
            raise OntologyLoadError(str(path), f"the id '{item.id}' is already used in {found[item.id].path}", line=1)
        found[item.id] = item
    return tuple(found[name] for name in sorted(found))


def _resolve(kb: KnowledgeBase, value: str, default: str) -> str:
    """Turn the name of a concept or section into its IRI.

    Anything else stays what it is, unless the question is about a concept or section, as its default tells.
    """
    if ":" in value and not _is_named(kb.__getitem__, value):
        return value  # an IRI may stand for what is described elsewhere
    for look_up in (kb.__getitem__, kb.section):
        if _is_named(look_up, value) or (default and _is_named(look_up, default)):
            return look_up(value).iri
    return value


def _is_named(look_up: Callable[[str], Concept | Section], name: str) -> bool:
    try:
        look_up(name)
    except AmbiguousNameError:
        return True
    except KeyError:
        return False
    return True
