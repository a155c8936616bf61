"""Everything sobkb raises on purpose.

    SobkbError
    ├── OntologyLoadError        a file, folder or store cannot be read
    ├── UnknownConceptError      a name that no concept answers to (also a KeyError)
    ├── AmbiguousNameError       a label that several concepts share (also a KeyError)
    ├── UnknownTermError         a kind, relation, scheme, section … that does not exist (also a KeyError)
    ├── HierarchyCycleError      broader links that form a loop
    ├── DateError                a date that is not in the supported part of EDTF (also a ValueError)
    ├── QueryError               a SPARQL query that cannot be run
    │   ├── QuerySyntaxError     … because it is malformed; holds line and column
    │   ├── QueryForbiddenError  … because it would write or reach out
    │   ├── QueryTimeoutError    … because it took longer than allowed
    │   └── QueryTooLargeError   … because it took more memory, or gave more rows, than allowed
    ├── EndpointError            a remote SPARQL endpoint did not do its part
    │   ├── EndpointTimeoutError … within the time limit
    │   └── EndpointDataError    … with an answer that makes sense
    ├── TooLargeError            more is asked of a store at once than it should hand over
    ├── ExportError              a format or style that does not exist, or a part that cannot be written
    └── MissingExtraError        an optional dependency is not installed

The classes and their attributes are public; the wording of messages is not.
"""

from __future__ import annotations

from collections.abc import Sequence


class SobkbError(Exception):
    """Base of all errors sobkb raises on purpose."""

    def __reduce__(self) -> tuple[object, ...]:
        # What a process raises is pickled for another; the default would build the message out of the message.
        return _restore, (type(self), self.args, self.__dict__)


def _restore(kind: type[SobkbError], args: tuple[object, ...], state: dict[str, object]) -> SobkbError:
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(state)
    return error


class OntologyLoadError(SobkbError):
    """A file, folder or store cannot be read.

    Attributes:
        path: What was being read, as the caller named it.
        line: Line of the fault, counted from 1; None when there is no line.
        column: Column of the fault, counted from 1; None when there is no column.
        problem: What is wrong, without the place.
    """

    def __init__(
        self,
        path: str,
        problem: str,
        *,
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        self.path = path
        self.problem = problem
        self.line = line
        self.column = column
        place = path
        if line is not None:
            place += f":{line}"
            if column is not None:
                place += f":{column}"
        super().__init__(f"{place}: {problem}")


class _NamedLookupError(SobkbError, KeyError):
    """A lookup by name that failed; prints as a sentence, not as a quoted key."""

    def __str__(self) -> str:
        return str(self.args[0])


class UnknownConceptError(_NamedLookupError):
    """No concept answers to a name.

    Attributes:
        name: The name that was looked up.
        suggestions: Slugs of concepts that look like it, best first.
    """

    def __init__(self, name: str, suggestions: Sequence[str] = ()) -> None:
        self.name = name
        self.suggestions = tuple(suggestions)
        message = f"no concept is called '{name}'"
        if self.suggestions:
            message += "; did you mean " + " or ".join(f"'{s}'" for s in self.suggestions) + "?"
        super().__init__(message)


class AmbiguousNameError(_NamedLookupError):
    """Several concepts share a label, so it cannot be used to pick one.

    Attributes:
        name: The label that was looked up.
        candidates: Slugs of the concepts that have it.
    """

    def __init__(self, name: str, candidates: Sequence[str]) -> None:
        self.name = name
        self.candidates = tuple(candidates)
        listed = ", ".join(f"'{c}'" for c in self.candidates)
        super().__init__(f"'{name}' is the label of several concepts: {listed}; use one of these")


class UnknownTermError(_NamedLookupError):
    """A kind, relation, scheme, section, collection, theme or query that does not exist.

    Attributes:
        sort: What sort of thing was looked up, e.g. "kind".
        name: The name that was looked up.
        suggestions: Names that do exist and look like it, best first.
    """

    def __init__(self, sort: str, name: str, suggestions: Sequence[str] = ()) -> None:
        self.sort = sort
        self.name = name
        self.suggestions = tuple(suggestions)
        message = f"there is no {sort} '{name}'"
        if self.suggestions:
            message += "; there is " + ", ".join(f"'{s}'" for s in self.suggestions)
        super().__init__(message)


class HierarchyCycleError(SobkbError):
    """Broader links form a loop where a tree is needed.

    Attributes:
        loop: Slugs of the concepts on the loop, the first repeated at the end.
    """

    def __init__(self, loop: Sequence[str]) -> None:
        self.loop = tuple(loop)
        super().__init__("the broader links form a loop: " + " → ".join(self.loop))


class DateError(SobkbError, ValueError):
    """A date that is not in the supported part of EDTF.

    Attributes:
        text: The date as given.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__(
            f"'{text}' is not a date sobkb understands; write e.g. 1991-06-26, 1991, 197X, 1978~, 1975/1981 or 198X/.."
        )


class QueryError(SobkbError):
    """A SPARQL query cannot be run."""


class QuerySyntaxError(QueryError):
    """A malformed SPARQL query.

    Attributes:
        problem: What is wrong, without the place.
        line: Line of the fault in the query, counted from 1; None if unknown.
        column: Column of the fault, counted from 1; None if unknown.
    """

    def __init__(self, problem: str, *, line: int | None = None, column: int | None = None) -> None:
        self.problem = problem
        self.line = line
        self.column = column
        place = "" if line is None else f" at line {line}, column {column}"
        super().__init__(f"the query is malformed{place}: {problem}")


class QueryForbiddenError(QueryError):
    """A query that would write or reach out (SERVICE, LOAD, updates)."""


class QueryTimeoutError(QueryError):
    """A query took longer than allowed.

    Attributes:
        seconds: The limit that was exceeded.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        super().__init__(
            f"the query was stopped after {seconds:g} s; make it more selective, add a LIMIT or raise the time limit"
        )


class QueryTooLargeError(QueryError):
    """A query took more memory, or gave more rows, than allowed.

    Attributes:
        limit: How much was allowed.
        unit: "bytes" of memory or "rows" of the answer.
    """

    def __init__(self, limit: int, unit: str) -> None:
        self.limit = limit
        self.unit = unit
        what = "the answer has" if unit == "rows" else "the query took"
        super().__init__(f"{what} more than {limit} {unit}; make the query more selective, or add a LIMIT")


class EndpointError(SobkbError):
    """A remote SPARQL endpoint did not do its part.

    Attributes:
        address: The endpoint.
    """

    def __init__(self, address: str, problem: str) -> None:
        self.address = address
        super().__init__(f"{address}: {problem}")


class EndpointTimeoutError(EndpointError):
    """The endpoint did not answer within the time limit."""


class EndpointDataError(EndpointError):
    """The endpoint answered, but not with what SPARQL 1.1 promises."""


class TooLargeError(SobkbError):
    """More is asked for at once than a store on disk or behind an endpoint should hand over.

    Attributes:
        limit: How much it hands over at most.
    """

    def __init__(self, what: str, limit: int) -> None:
        self.limit = limit
        super().__init__(f"{what}: more than {limit}; narrow it down, go through it one by one, or raise the limit")


class ExportError(SobkbError):
    """A format or style does not exist, or a part cannot be written in it."""


class MissingExtraError(SobkbError):
    """An optional dependency is not installed.

    Attributes:
        extra: The extra that brings it.
    """

    def __init__(self, extra: str, package: str) -> None:
        self.extra = extra
        super().__init__(f"this needs the package '{package}'; install it with: pip install 'sobkb[{extra}]'")
