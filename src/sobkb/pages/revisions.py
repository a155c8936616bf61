"""What an entry page says of its revision: which one it is, since when, and what the releases changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from markupsafe import Markup

from sobkb.pages.addresses import relative
from sobkb.pages.writing import Site, Writer

if TYPE_CHECKING:
    from sobkb.archive import Release
    from sobkb.diffing import Change
    from sobkb.model import Concept

FOLDER = "v/"
"""Folder of everything about versions, behind the language tag for pages."""
_SHORT = 7


class State(NamedTuple):
    """How a concept stands to the releases.

    Attributes:
        hash: Hash of what is stated about it now.
        release: The last release that has it; None when there is none.
        number: Its revision there; 0 when there is none.
        is_same: True when that release says the same.
    """

    hash: str
    release: Release | None
    number: int
    is_same: bool


_HASHES: WeakKeyDictionary[Site, dict[str, str]] = WeakKeyDictionary()


def state_of(site: Site, concept: Concept) -> State:
    """Return how a concept stands to the releases."""
    own = hashes_of(site)[concept.iri]
    for release in reversed(site.releases):
        known = release.concepts.get(concept.iri)
        if known is not None:
            return State(own, release, known.number, known.hash == own)
    return State(own, None, 0, False)


def hashes_of(site: Site) -> dict[str, str]:
    """Return the hash of every concept as it is now; made once per build."""
    if site not in _HASHES:
        from sobkb.archive.hashing import concept_hashes

        _HASHES[site] = concept_hashes(site.kb.store.quads(), [c.iri for c in site.kb.concepts])
    return _HASHES[site]


def version_path(lang: str, release: Release | None = None) -> str:
    """Return the path of the page of a release; of the list of all when none is given."""
    return f"{lang}/{FOLDER}{release.version}/" if release else f"{lang}/{FOLDER}"


def frozen_path(lang: str, release: Release, slug: str) -> str:
    """Return the path of the page of a concept as it was in a release."""
    return f"{version_path(lang, release)}{slug}.html"


def revision_rows(o: Writer, concept: Concept) -> list[tuple[str, str]]:
    """Write what the history of an entry says of releases; nothing when there are none."""
    if not o.site.releases:
        return []
    state = state_of(o.site, concept)
    if state.release is None:
        return [(o.word("history.version"), Markup("{}").format(o.word("revision.none")))]
    version, number = state.release.version, o.word("revision", state.number)
    if state.is_same:  # the box with citations links to it
        words = Markup("{}, {} <code>{}</code>").format(version, number, state.hash[:_SHORT])
    else:
        href = relative(o.path, frozen_path(o.lang, state.release, state.release.concepts[concept.iri].slug))
        words = Markup('<a href="{}">{}</a>, {} ({})').format(href, version, number, o.word("revision.next"))
    rows: list[tuple[str, str]] = [(o.word("history.version"), words)]
    if told := changed_in(o, concept):
        rows.append((o.word("revision.history"), told))
    return rows


def frozen_link(o: Writer, concept: Concept) -> Markup:
    """Write the address of the last version that says the same as the page of now, as a link; empty without one."""
    if not o.site.releases:
        return Markup()
    state = state_of(o.site, concept)
    if state.release is None or not state.is_same:
        return Markup()
    slug = state.release.concepts[concept.iri].slug
    href = relative(o.path, frozen_path(o.lang, state.release, slug))
    return Markup('<a href="{}">{}</a>').format(href, state.release.address_of(slug))


def changed_in(o: Writer, concept: Concept) -> Markup:
    """Write which releases changed a concept and in what, newest first; empty when none did."""
    from sobkb.archive.history import history_of

    told = [
        Markup('<a href="{}">{}</a>: {}').format(
            o.href(version_path(o.lang, step.release), concept.slug),
            step.release.version,
            topics(step.changes, o.lang) or o.word("sort.other"),
        )
        for step in reversed(history_of(concept.iri, o.site.releases))
        if step.sort == "changed"
    ]
    return Markup("; ").join(told)


def topics(changes: Iterable[Change], lang: str) -> str:
    """Name what changes are about, each once."""
    from sobkb.diffing import topic

    return ", ".join(dict.fromkeys(topic(change, lang) for change in changes))
