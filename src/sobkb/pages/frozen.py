"""Pages of concepts as they were in a release: light, complete in themselves, and handed over as files.

Their content comes from what was released, so it stays the same; only the notice on top knows of today.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from markupsafe import Markup

from sobkb.dates import parse_date
from sobkb.diffing import diff
from sobkb.errors import DateError
from sobkb.model import Concept
from sobkb.pages.page import DataFile
from sobkb.pages.revisions import frozen_path, topics, version_path
from sobkb.pages.sentences import incoming_sentences, note_groups, outgoing_sentences
from sobkb.pages.writing import Site, Writer
from sobkb.phrasing import both_sides
from sobkb.wording import date_in_words

if TYPE_CHECKING:
    from sobkb.archive import Release
    from sobkb.diffing import Change
    from sobkb.model import Section, Term

_REMARKS = ("scopeNote", "example", "historyNote", "note")


class FrozenWriter(Writer):
    """Writes a page of a release: its links stay within the release, and lead nowhere else.

    Args:
        now: The site of today.
        then: The site as the release has it.
        lang: Language of the page.
        release: The release.
        since: What changed since then, by the IRI of the concept.
    """

    def __init__(self, now: Site, then: Site, lang: str, release: Release, since: dict[str, list[Change]]) -> None:
        super().__init__(then, lang, version_path(lang, release))
        self.now = now
        self.release = release
        self.since = since

    def to(self, concept: Concept) -> str:
        """Return the address of a concept's page in the same release."""
        return f"{concept.slug}.html"

    def section_link(self, section: Section) -> Markup:
        """Name a section of a source; its page may be another one by now."""
        return Markup("{}").format(section.locator(self.lang))

    def kind_link(self, kind: Term) -> Markup:
        """Name a kind."""
        return Markup("{}").format(kind.label(self.lang))


def frozen_files(site: Site) -> Iterator[DataFile]:
    """Make the page of every concept in every release and language."""
    for release in site.releases:
        then = Site(release.load(), site.options._replace(languages=site.languages))
        since: dict[str, list[Change]] = {}
        for change in diff(then.kb, site.kb).changes:
            since.setdefault(change.iri, []).append(change)
        for lang in site.languages:
            o = FrozenWriter(site, then, lang, release, since)
            for concept in then.kb.concepts:
                yield DataFile(frozen_path(lang, release, concept.slug), frozen_page(o, concept).encode())


def frozen_page(o: FrozenWriter, concept: Concept) -> str:
    """Write a whole document about a concept as it was."""
    from sobkb.citing import STYLES, cite

    now = o.now.kb.concept(concept.iri)
    label = o.site.label(concept, o.lang)
    own, others = both_sides(concept)
    known = o.release.concepts[concept.iri]
    address = o.release.address_of(concept)
    citations = [
        (STYLES[style].partition(" ")[0], cite(concept, style, o.lang, version=o.release))
        for style in (("apa", "mla") if o.now.can_cite else ())
    ]
    site_name = o.now.options.name or o.now.kb.title(o.lang) or "SKOS"
    return o.render(
        "frozen.html.j2",
        concept=concept,
        label=label.text,
        title=o.text(label),
        site_name=site_name,
        base=o.now.options.base if now else "",
        current=f"{o.lang}/id/{now.slug}/" if now else "",
        notice=_notice(o, concept, now),
        kind=concept.kind,
        regions=[o.label(region) for region in concept.regions],
        explanation=o.best(concept.texts("comment")),
        definitions=o.all_best(concept.texts("definition")),
        sources=[o.section_link(s) for s in concept.sources],
        remarks=[(o.word(s), o.all_best(concept.texts(s))) for s in _REMARKS if concept.texts(s)],
        terms=[t.text for t in concept.alt_labels if t.lang.partition("-")[0] == o.lang],
        broader=[o.link(c) for c in concept.broader],
        sentences=outgoing_sentences(o, concept, own, anchors=True),
        incoming=incoming_sentences(o, concept, others),
        notes=note_groups(o, concept.notes),
        citations=citations,
        address=address,
        revision=known.number,
        hash=known.hash,
        versions=[
            (r.version, o.href(frozen_path(o.lang, r, r.concepts[concept.iri].slug)))
            for r in o.now.releases
            if concept.iri in r.concepts and r.concepts[concept.iri].hash == known.hash
        ],
        translations=[
            (lang, o.now.words[lang]["language"], o.href(frozen_path(lang, o.release, concept.slug)))
            for lang in o.now.languages
            if lang != o.lang
        ],
        all_versions=version_path(o.lang),
    )


def _notice(o: FrozenWriter, concept: Concept, now: Concept | None) -> list[Markup]:
    """Say which version this is, and what became of the concept since."""
    told = [Markup("{}").format(o.word("frozen.notice", o.release.version, day_in_words(o.release.date, o.lang)))]
    instead = _instead(o, concept, now)
    if now is None:
        told.append(Markup("{}").format(o.word("frozen.gone")))
    else:
        if now.is_deprecated and not concept.is_deprecated:
            told.append(Markup("{}").format(o.word("frozen.deprecated")))
        else:
            changes = o.since.get(concept.iri, [])
            words = o.word("frozen.changed", topics(changes, o.lang)) if changes else o.word("frozen.same")
            told.append(Markup("{}").format(words))
        told.append(Markup('<a href="{}">{}</a>.').format(o.href(f"{o.lang}/id/{now.slug}/"), o.word("frozen.current")))
    if instead:
        links = [
            Markup('<a href="{}">{}</a>').format(o.href(f"{o.lang}/id/{c.slug}/"), c.label(o.lang)) for c in instead
        ]
        told.append(Markup("{} {}.").format(o.word("frozen.instead"), Markup(", ").join(links)))
    return told


def _instead(o: FrozenWriter, concept: Concept, now: Concept | None) -> list[Concept]:
    """Return what replaces a concept today, even when it was replaced before it went."""
    if now is not None:
        return list(now.replaced_by)
    for release in reversed(o.now.releases):
        then = release.load().concept(concept.iri)
        if then is not None:
            found = [o.now.kb.concept(c.iri) for c in then.replaced_by]
            return [c for c in found if c is not None]
    return []


def day_in_words(day: str, lang: str) -> str:
    """Write a day the way readers of a language do.

    Examples:
        >>> day_in_words("2026-11-23", "nl"), day_in_words("2026-11-23", "en"), day_in_words("soon", "en")
        ('23 november 2026', '23 November 2026', 'soon')
    """
    try:
        return date_in_words(parse_date(day), lang)
    except DateError:
        return day
