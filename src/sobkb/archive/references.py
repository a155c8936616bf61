"""Which references to concepts in a text are out of date: what changed, lapsed or never was.

>>> from sobkb.archive.references import check_references
>>> for reference in check_references("See http://example.org/tuin/oud-perk.", mini):
...     print(reference.slug, reference.state)
oud-perk deprecated
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sobkb.diffing import Change, Diff, diff
from sobkb.namespaces import ID

if TYPE_CHECKING:
    from sobkb.archive.release import Release
    from sobkb.knowledge_base import KnowledgeBase

STATES = ("current", "changed", "deprecated", "gone", "unknown", "unknown-version")
"""What may be the matter with a reference, from nothing to most."""
_ADDRESS = re.compile(r"https?://[^\s<>\"'{}|\\^`\]]+")
_NUMBER = r"\d+\.\d+\.\d+"
_PAGE = re.compile(
    rf"/[a-z]{{2}}/(?:id/(?P<slug>[a-z0-9-]+)(?:/|$)|v/(?P<version>{_NUMBER})/(?P<old>[a-z0-9-]+)\.html$)"
)
_VERSION = re.compile(
    rf"(?:\bversi(?:on|e)\b[\"']?\s*[:=]?\s*[{{\"']?\s*|^ET\s+-\s+)({_NUMBER})\b", re.IGNORECASE | re.MULTILINE
)
_BLOCK = re.compile(r"\n\s*\n|\n(?=@\w+\{)|\n(?=TY\s+-)")


class Reference(NamedTuple):
    """A reference to a concept in a text.

    Attributes:
        line: Line it stands on, from 1.
        address: The address as it is written.
        slug: Short name of the concept; the end of the address when there is no such concept.
        version: The version it refers to; empty when it does not say.
        state: One of `STATES`.
        changes: What changed since that version.
        told: The same in plain words, in Dutch and English.
        instead: Short names of what to use instead.
    """

    line: int
    address: str
    slug: str
    version: str
    state: str
    changes: tuple[Change, ...] = ()
    told: tuple[tuple[str, str], ...] = ()
    instead: tuple[str, ...] = ()

    @property
    def is_sound(self) -> bool:
        """True when nothing is the matter."""
        return self.state == "current"


def check_references(text: str, kb: KnowledgeBase, known: Sequence[Release] = ()) -> tuple[Reference, ...]:
    """Find the references to concepts in a text and tell what is the matter with them.

    A reference is an address of a concept, of a concept in a release, or of the page of either on any site. The
    version is taken from the address, or from the words beside it ("Versie 0.1.0", `version = {0.1.0}`).

    Args:
        text: A text, a bibliography or a list in any format that is text.
        kb: The knowledge base as it is now.
        known: Its releases.

    Returns:
        All references in the order of the text, sound or not.
    """
    checker = _Checker(kb, known)
    found: list[Reference] = []
    for start, block in _blocks(text):
        places = [(m.start(), m[0].rstrip(".,;:!?)*_")) for m in _ADDRESS.finditer(block)]
        hits = [(at, address, hit) for at, address in places if (hit := checker.resolve(address)) is not None]
        for at, address, (iri, slug, version) in hits:
            beside = version or _version_beside(block, at, alone=len(hits) == 1)
            line = text.count("\n", 0, start + at) + 1
            found.append(checker.judge(line, address, iri, slug, beside))
    return tuple(found)


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for match in _BLOCK.finditer(text):
        yield start, text[start : match.start()]
        start = match.end()
    yield start, text[start:]


def _version_beside(block: str, at: int, *, alone: bool) -> str:
    """Return the version the same line speaks of, or the same paragraph when it holds no other reference."""
    first, last = block.rfind("\n", 0, at) + 1, block.find("\n", at)
    line = block[first : last if last >= 0 else len(block)]
    match = _VERSION.search(line) or (_VERSION.search(block) if alone else None)
    return match[1] if match else ""


class _Checker:
    def __init__(self, kb: KnowledgeBase, known: Sequence[Release]) -> None:
        self.kb = kb
        self.known = {release.version: release for release in known}
        self.slugs = {r.slug: iri for release in known for iri, r in release.concepts.items()}
        self.slugs |= {concept.slug: concept.iri for concept in kb.concepts}
        self.iris = {iri: slug for slug, iri in self.slugs.items()}
        self._diffs: dict[str, Diff] = {}

    def resolve(self, address: str) -> tuple[str, str, str] | None:
        """Return IRI, short name and version an address speaks of; the IRI is empty when there is no such concept."""
        plain = address.partition("#")[0]
        if plain in self.iris:
            return plain, self.iris[plain], ""
        for release in self.known.values():
            start = f"{release.address}id/"
            if plain.startswith(start):
                slug = plain.removeprefix(start)
                return self.slugs.get(slug, ""), slug, release.version
        base = self.prefix()
        if match := re.fullmatch(rf"{re.escape(base)}v/(\d+\.\d+\.\d+)/id/([a-z0-9-]+)", plain):
            return self.slugs.get(match[2], ""), match[2], match[1]
        if plain.startswith(ID) and self.prefix() == ID.removesuffix("id/"):
            return "", plain.removeprefix(ID), ""
        if match := _PAGE.search(plain):
            slug = match["slug"] or match["old"]
            if slug in self.slugs:  # a site that has such paths need not be ours
                return self.slugs[slug], slug, match["version"] or ""
        return None

    def prefix(self) -> str:
        """Return how the addresses of the releases begin."""
        return ID.removesuffix("id/") if any(iri.startswith(ID) for iri in self.iris) else "\0"

    def judge(self, line: int, address: str, iri: str, slug: str, version: str) -> Reference:
        """Tell what is the matter with a reference."""
        reference = Reference(line, address, slug, version, "current")
        release = self.known.get(version)
        if not iri or (release is not None and iri not in release.concepts):
            close = tuple(self.kb.suggest(slug.replace("-", " "), limit=2)) if not iri else ()
            return reference._replace(state="unknown", instead=close)
        now = self.kb.concept(iri)
        if now is None:
            return reference._replace(state="gone", instead=self._replacements(iri))
        instead = tuple(c.slug for c in now.replaced_by)
        changes: tuple[Change, ...] = ()
        told: tuple[tuple[str, str], ...] = ()
        if release is not None:
            found = self._since(release)
            changes = tuple(c for c in found.changes if c.iri == iri)
            told = tuple((found.describe(c, "nl"), found.describe(c, "en")) for c in changes)
        if now.is_deprecated:
            return reference._replace(state="deprecated", instead=instead, changes=changes, told=told)
        if version and self.known and release is None:
            return reference._replace(state="unknown-version")
        return reference._replace(state="changed" if changes else "current", changes=changes, told=told)

    def _since(self, release: Release) -> Diff:
        if release.version not in self._diffs:
            self._diffs[release.version] = diff(release.load(), self.kb)
        return self._diffs[release.version]

    def _replacements(self, iri: str) -> tuple[str, ...]:
        for release in reversed(self.known.values()):
            then = release.load().concept(iri)
            if then is not None:
                return tuple(c.slug for c in then.replaced_by)
        return ()
