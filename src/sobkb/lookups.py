"""Finding what a name stands for among kinds, relations, schemes, sections and enumerations."""

from __future__ import annotations

from collections.abc import Iterable

from sobkb.errors import UnknownTermError
from sobkb.light_typing import TYPE_CHECKING
from sobkb.model import Collection, Concept, Scheme, Section, Term
from sobkb.namespaces import expand_curie

if TYPE_CHECKING:
    from typing import TypeVar

    Named = str | Concept | Term | Section | Scheme | Collection
    Titled = TypeVar("Titled", Collection, Scheme)
    Labelled = TypeVar("Labelled", Collection, Scheme, Term)


def name_of(named: Named) -> str:
    """Return a name to look up: what is a name already, or the IRI of what was found before.

    Examples:
        >>> name_of("tuin"), name_of(mini["tuin"])
        ('tuin', 'http://example.org/tuin/tuin')

    Raises:
        TypeError: It is neither.
    """
    name = named if isinstance(named, str) else getattr(named, "iri", None)
    if not isinstance(name, str):
        raise TypeError(f"a name is wanted, or something with an IRI, and not {named!r}")
    return name


def by_name(sort: str, named: Named, terms: Iterable[Term]) -> Term:
    """Return the kind or relation with a short name, CURIE, IRI or label.

    Raises:
        UnknownTermError: There is none.
    """
    return _by_label(sort, named, [(term.name, term) for term in terms])


def by_title(sort: str, named: Named, lists: Iterable[Titled]) -> Titled:
    """Return the scheme or enumeration with a slug, CURIE, IRI or title.

    Raises:
        UnknownTermError: There is none.
    """
    return _by_label(sort, named, [(found.slug, found) for found in lists])


def by_number(named: Named, sections: Iterable[Section]) -> Section:
    """Return the section with an id, CURIE or IRI; not by its heading, which may be a word like any other.

    Raises:
        UnknownTermError: There is none.
    """
    name = name_of(named)
    iri = expand_curie(name)
    bare = name.removeprefix("§").strip()  # as it is written in a reference
    for section in sections:
        if section.iri in (name, iri) or bare == section.id:
            return section
    raise unknown("section", name, {s.id: [t.text for t in s.labels] for s in sections})


def _by_label(sort: str, named: Named, things: list[tuple[str, Labelled]]) -> Labelled:
    """Return the one with a short name, CURIE, IRI or label, in this order; short names come with the things."""
    name = name_of(named)
    iri = expand_curie(name)
    for short, thing in things:
        if name in (short, thing.iri) or iri == thing.iri:
            return thing
    folded = name.casefold()
    for short, thing in things:
        if folded == short.casefold() or folded in [t.text.casefold() for t in thing.labels]:
            return thing
    raise unknown(sort, name, {short: [t.text for t in thing.labels] for short, thing in things})


def unknown(sort: str, name: str, known: dict[str, list[str]]) -> UnknownTermError:
    """Make an error that names what looks like a name that does not exist.

    Args:
        sort: What sort of thing was looked up.
        name: The name.
        known: The names there are, each with its labels.
    """
    import difflib

    names = {word.casefold(): own for own, words in known.items() for word in words}
    names |= {own.casefold(): own for own in known}
    close = [names[word] for word in difflib.get_close_matches(name.casefold(), names, n=6, cutoff=0.5)]
    return UnknownTermError(sort, name, list(dict.fromkeys(close))[:3] or list(known)[:5])
