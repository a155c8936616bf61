"""The pages about releases: all of them, and for each what changed and what can be downloaded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from sobkb.pages.downloads import size_in_words
from sobkb.pages.feed import feed_files, feed_path
from sobkb.pages.frozen import day_in_words, frozen_files
from sobkb.pages.listings import counted
from sobkb.pages.page import DataFile, Page
from sobkb.pages.revisions import FOLDER, frozen_path, state_of, version_path
from sobkb.pages.views import view_head
from sobkb.pages.writing import Site, Writer

if TYPE_CHECKING:
    from sobkb.archive import Release
    from sobkb.diffing import Change, Diff

SORTS = ("added", "deprecated", "removed", "meaning")
"""Sorts of changes that are counted by themselves; all others are taken together."""
_SHOWN = 320


class Changed(NamedTuple):
    """What changed of one thing.

    Attributes:
        anchor: Identifier of its place on the page; empty when it has none.
        name: Its name, linked to its page in the release.
        told: What changed, in plain words.
    """

    anchor: str
    name: Markup
    told: list[str]


def has_versions(site: Site) -> bool:
    """Tell whether anything was released."""
    return bool(site.releases)


def version_pages(site: Site) -> Iterator[Page]:
    """Make the list of releases and the page of each, in every language."""
    for lang in site.languages:
        yield _list_page(Writer(site, lang, version_path(lang)))
        for release in site.releases:
            yield _release_page(Writer(site, lang, version_path(lang, release)), release)


def version_files(site: Site) -> Iterator[DataFile]:
    """Make the files of the releases, the pages of their concepts, and the feeds."""
    for release in site.releases:
        folder = f"{FOLDER}{release.version}/"
        for file in release.files.values():
            yield DataFile(folder + file.name, (release.folder / file.name).read_bytes())
        yield DataFile(folder + "manifest.json", (release.folder / "manifest.json").read_bytes())
        sums = "".join(f"{file.sha256}  {file.name}\n" for file in release.files.values())
        yield DataFile(folder + "SHA256SUMS", sums.encode())
    yield from frozen_files(site)
    yield from feed_files(site)


def previous_of(site: Site, release: Release) -> Release | None:
    """Return the release before one."""
    at = site.releases.index(release)
    return site.releases[at - 1] if at else None


def summary_of(o: Writer, release: Release) -> str:
    """Say in a few words what a release changed."""
    from sobkb.archive.history import changes_since

    before = previous_of(o.site, release)
    if before is None:
        return o.word("versions.first")
    found = changes_since(before, release)
    sorts: dict[str, set[str]] = {}
    for change in found.changes:
        if change.iri in release.concepts or change.iri in before.concepts:
            sorts.setdefault(change.sort if change.sort in SORTS else "other", set()).add(change.iri)
    heavier = set().union(*(iris for sort, iris in sorts.items() if sort != "other"))
    sorts["other"] = sorts.get("other", set()) - heavier
    told = [f"{len(sorts[s])} {o.word(f'sort.{s}')}" for s in (*SORTS, "other") if sorts.get(s)]
    return ", ".join(told) or o.word("versions.same")


def _list_page(o: Writer) -> Page:
    site = o.site
    last = site.releases[-1]
    changed = sum(not state_of(site, c).is_same for c in site.kb.concepts)
    behind = o.word("versions.unreleased", last.version, counted(o, changed)) if changed else ""
    rows = [
        (
            o.href(version_path(o.lang, r)),
            r.version,
            day_in_words(r.date, o.lang),
            counted(o, len(r.concepts)),
            summary_of(o, r),
        )
        for r in reversed(site.releases)
    ]
    feed = o.href(feed_path(o.lang)) if site.options.base else ""
    body = o.render("versions.html.j2", rows=rows, behind=behind, feed=feed)
    title = o.word("versions.title")
    return o.page(
        title=title, family="versions", body=body, description=o.word("versions.lead"), head=_head(o, str(feed))
    )


def _release_page(o: Writer, release: Release) -> Page:
    from sobkb.archive.history import changes_since

    before = previous_of(o.site, release)
    found = changes_since(before, release) if before else None
    files = [
        (o.word(f"release.file.{what}"), o.href(f"{FOLDER}{release.version}/{f.name}"), f.name, f.size, f.sha256)
        for what, f in release.files.items()
    ]
    concepts = sorted(release.load().concepts, key=lambda c: (c.label(o.lang).casefold(), c.iri))
    body = o.render(
        "release.html.j2",
        release=release,
        day=day_in_words(release.date, o.lang),
        before=before.version if before else "",
        count=counted(o, len(release.concepts)),
        summary=summary_of(o, release),
        changed=list(_changed(o, release, found)) if found else [],
        files=[(title, href, name, size_in_words(size, o.lang), sha) for title, href, name, size, sha in files],
        manifest=o.href(f"{FOLDER}{release.version}/manifest.json"),
        sums=o.href(f"{FOLDER}{release.version}/SHA256SUMS"),
        concepts=[(f"{c.slug}.html", c.label(o.lang)) for c in concepts],
        all_versions=o.href(version_path(o.lang)),
    )
    title = o.word("release.title", release.version)
    lead = o.word("release.lead", day_in_words(release.date, o.lang))
    return o.page(title=title, family="release", body=body, description=lead, head=_head(o))


def _changed(o: Writer, release: Release, found: Diff) -> Iterator[Changed]:
    """Tell what changed, concept by concept; what is not a concept comes last, as it does in the diff."""
    for iri, changes in groupby(found.changes, key=lambda c: c.iri):
        name = found.title_of(iri, o.lang).removesuffix(")").rpartition(" (")[0] or found.title_of(iri, o.lang)
        where = release if iri in release.concepts else previous_of(o.site, release) or release
        known = where.concepts.get(iri)
        if known is not None:
            href = o.href(frozen_path(o.lang, where, known.slug))
            link = Markup('<a href="{}">{}</a>').format(href, name)
        else:
            link = Markup("{}").format(name)
        yield Changed(known.slug if known else "", link, _told(found, changes, o.lang))


def _told(found: Diff, changes: Iterable[Change], lang: str) -> list[str]:
    """Tell changes in plain words; texts in another language of the site are told on its own pages."""
    own = [c for c in changes if not c.lang or c.lang.partition("-")[0] in (lang, "")]
    lines = [" ".join(found.describe(c, lang).split()) for c in own]
    return [line if len(line) <= _SHOWN else line[: _SHOWN - 1].rsplit(" ", 1)[0] + " …" for line in lines]


def _head(o: Writer, feed: str = "") -> str:
    link = f'\n<link rel="alternate" type="application/atom+xml" href="{feed}">' if feed else ""
    return view_head(o) + link
