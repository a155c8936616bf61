"""Every error as one line for the reader: what is wrong, where, and what to do."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sobkb import errors
from sobkb.cli.translations import PROBLEMS

if TYPE_CHECKING:
    from sobkb.cli.messages import Texts
    from sobkb.cli.session import Session


_LONGEST_NAME = 80


def explain(error: BaseException, texts: Texts, session: Session | None = None) -> str | None:
    """Put an error into the reader's language.

    Args:
        error: What was raised.
        texts: Texts in the reader's language.
        session: The run it happened in; with it, suggestions show their labels.

    Returns:
        One line, or None when the error is not one that the reader can do something about.

    Examples:
        >>> from sobkb.cli.messages import Texts
        >>> explain(errors.UnknownTermError("kind", "Actr", ["Actor"]), Texts("en"))
        'There is no kind “Actr”. There is: Actor.'
    """
    for kind in type(error).__mro__:
        if writer := _WRITERS.get(kind):
            return " ".join(writer(error, texts, session).split())
    return None


def translate_problem(problem: str, texts: Texts) -> str:
    """Put the description of a fault in a file into the reader's language, as far as sobkb wrote it.

    What a parser says about a syntax error stays as the parser wrote it.
    """
    if texts.lang == "nl":
        for pattern, dutch in PROBLEMS:
            if match := re.fullmatch(pattern, problem, re.DOTALL):
                first, *others = match.groups() or ("",)
                # What comes before "; it looks like …" is a problem of its own.
                return dutch.format(translate_problem(first, texts) if first != problem else first, *others)
    return problem


def name_concepts(slugs: tuple[str, ...], session: Session | None) -> list[str]:
    """Return slugs with their labels, where the label says more than the slug."""
    if session is None:
        return list(slugs)
    named = []
    for slug in slugs:
        label = session.kb[slug].label(session.lang)
        named.append(slug if label.casefold().replace(" ", "-") == slug else f"{slug} ({label})")
    return named


def _load(error: errors.OntologyLoadError, texts: Texts, _session: Session | None) -> str:
    place = error.path
    if error.line is not None:
        place += f":{error.line}" + (f":{error.column}" if error.column is not None else "")
    return f"{place}: {_sentence(translate_problem(error.problem, texts))}"


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…"


def _unknown_concept(error: errors.UnknownConceptError, texts: Texts, session: Session | None) -> str:
    if error.suggestions:
        named = name_concepts(error.suggestions, session)
        return texts("error.concept-close", name=_short(error.name), close=texts.either(named))
    return texts("error.concept", name=_short(error.name))


def _ambiguous(error: errors.AmbiguousNameError, texts: Texts, session: Session | None) -> str:
    named = name_concepts(error.candidates, session)
    return texts("error.ambiguous", name=_short(error.name), candidates=texts.both(named))


def _unknown_term(error: errors.UnknownTermError, texts: Texts, _session: Session | None) -> str:
    key = f"sort.{error.sort}"
    sort = texts(key) if key in texts else error.sort
    if error.suggestions:
        return texts("error.term-close", sort=sort, name=_short(error.name), close=", ".join(error.suggestions))
    return texts("error.term", sort=sort, name=_short(error.name))


def _cycle(error: errors.HierarchyCycleError, texts: Texts, _session: Session | None) -> str:
    return texts("error.cycle", loop=" → ".join(error.loop))


def _date(error: errors.DateError, texts: Texts, _session: Session | None) -> str:
    return texts("error.date", text=error.text)


def _query_syntax(error: errors.QuerySyntaxError, texts: Texts, _session: Session | None) -> str:
    problem = _sentence(translate_problem(error.problem, texts))
    if error.line is None:
        return texts("error.query-syntax", problem=problem)
    return texts("error.query-syntax-at", line=error.line, column=error.column, problem=problem)


def _query_forbidden(error: errors.QueryForbiddenError, texts: Texts, _session: Session | None) -> str:
    return texts("error.query-forbidden", word=str(error).partition(" ")[0])


def _query_timeout(error: errors.QueryTimeoutError, texts: Texts, _session: Session | None) -> str:
    return texts("error.query-timeout", seconds=f"{error.seconds:g}")


def _query_too_large(error: errors.QueryTooLargeError, texts: Texts, _session: Session | None) -> str:
    return texts(f"error.query-{error.unit}", limit=error.limit if error.unit == "rows" else f"{error.limit / 1e9:g}")


def _endpoint_timeout(error: errors.EndpointTimeoutError, texts: Texts, _session: Session | None) -> str:
    return texts("error.endpoint-timeout", address=error.address)


def _endpoint_data(error: errors.EndpointDataError, texts: Texts, _session: Session | None) -> str:
    return texts("error.endpoint-data", address=error.address, problem=_after_address(error, texts))


def _endpoint(error: errors.EndpointError, texts: Texts, _session: Session | None) -> str:
    return texts("error.endpoint", address=error.address, problem=_after_address(error, texts))


def _after_address(error: errors.EndpointError, texts: Texts) -> str:
    return translate_problem(str(error).removeprefix(f"{error.address}: "), texts)


def _too_large(error: errors.TooLargeError, texts: Texts, _session: Session | None) -> str:
    return texts("error.too-large", limit=error.limit)


def _missing_extra(error: errors.MissingExtraError, texts: Texts, _session: Session | None) -> str:
    return texts("error.extra", extra=error.extra)


def _system(error: OSError, texts: Texts, _session: Session | None) -> str:
    name, problem = error.filename2 or error.filename, error.strerror or str(error)
    return texts("error.system", name=name, problem=problem) if name else texts("error.output", problem=problem)


def _too_deep(_error: RecursionError, texts: Texts, _session: Session | None) -> str:
    return texts("error.too-deep")


def _other(error: errors.SobkbError, texts: Texts, _session: Session | None) -> str:
    return texts("error.other", problem=_sentence(translate_problem(str(error), texts)))


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


_WRITERS: dict[type, Callable[[Any, Texts, Session | None], str]] = {
    errors.OntologyLoadError: _load,
    errors.UnknownConceptError: _unknown_concept,
    errors.AmbiguousNameError: _ambiguous,
    errors.UnknownTermError: _unknown_term,
    errors.HierarchyCycleError: _cycle,
    errors.DateError: _date,
    errors.QuerySyntaxError: _query_syntax,
    errors.QueryForbiddenError: _query_forbidden,
    errors.QueryTimeoutError: _query_timeout,
    errors.QueryTooLargeError: _query_too_large,
    errors.EndpointTimeoutError: _endpoint_timeout,
    errors.EndpointDataError: _endpoint_data,
    errors.EndpointError: _endpoint,
    errors.TooLargeError: _too_large,
    errors.MissingExtraError: _missing_extra,
    errors.SobkbError: _other,
    OSError: _system,
    RecursionError: _too_deep,
}
