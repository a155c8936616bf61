"""Ways in by group: kinds, regions, schemes, enumerations, deprecated concepts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from markupsafe import Markup

from sobkb.hierarchy import sort_by_label
from sobkb.pages.comparisons import series_of, series_path
from sobkb.pages.entry_parts import list_marks
from sobkb.pages.metadata import scheme_head
from sobkb.pages.page import Page
from sobkb.pages.tree import tree_of
from sobkb.pages.writing import Site, Writer

if TYPE_CHECKING:
    from sobkb.model import Concept, Term

Group = tuple[Markup, list[tuple[Markup, Markup]]]
"""Heading and rows of link and definition."""


def defined(o: Writer, concepts: Iterable[Concept]) -> list[tuple[Markup, Markup]]:
    """Pair links with definitions, sorted by label."""
    return [(o.link(c), o.best(c.texts("definition") or c.texts("comment"))) for c in sort_by_label(concepts, o.lang)]


def by_level(o: Writer, concepts: Iterable[Concept]) -> list[Group]:
    """Split concepts into main ones and others; one group without heading when there is no such difference."""
    known = list(concepts)
    main = [c for c in known if c.level == "A"]
    rest = [c for c in known if c.level != "A"]
    if not main or not rest:
        return [(Markup(), defined(o, known))]
    return [(Markup(), defined(o, main)), (Markup("{}").format(o.word("also.brief")), defined(o, rest))]


def by_kind(o: Writer, concepts: Iterable[Concept]) -> list[Group]:
    """Group concepts by kind, in the order of the ontology."""
    groups: dict[Term | None, list[Concept]] = {}
    for concept in concepts:
        groups.setdefault(concept.kind, []).append(concept)
    ordered = sorted(groups, key=lambda k: (k is None, k.order if k else 0, k.iri if k else ""))
    return [(o.kind_link(k) if k else Markup(), defined(o, groups[k])) for k in ordered]


def counted(o: Writer, number: int) -> str:
    """Return a number of concepts in words."""
    return o.word("count.one") if number == 1 else o.word("count", number)


def _overview(
    o: Writer, title: str, lead: str, cards: list[tuple[Markup, Markup, str]], family: str, *, description: str = ""
) -> Page:
    body = o.render("overview.html.j2", title=title, lead=lead, cards=cards)
    return o.page(title=title, family=family, body=body, description=description or lead)


def kind_pages(site: Site) -> Iterator[Page]:
    """Make the overview of kinds and a page per kind."""
    used = [k for k in site.kb.kinds if site.kb.find(kind=k.iri)]
    if not used:
        return
    for lang in site.languages:
        o = Writer(site, lang, f"{lang}/soort/")
        cards = []
        for kind in used:
            number = counted(o, len(site.kb.find(kind=kind.iri)))
            cards.append((o.kind_link(kind), o.best(kind.definitions), number))
        yield _overview(o, o.word("kinds.title"), o.word("kinds.lead"), cards, "kinds")
        for kind in used:
            o = Writer(site, lang, site.at.kind(lang, kind))
            concepts = site.kb.find(kind=kind.iri)
            own = [c for c in concepts if kind in c.kinds]
            below = [k for k in used if kind.name in k.parents]
            above = [k for k in used if k.name in kind.parents]
            body = o.render(
                "listing.html.j2",
                title=_upper(kind.label(lang)),
                up=(o.href(f"{lang}/soort/"), o.word("kinds.title")),
                lead=o.best(kind.definitions),
                facts=[counted(o, len(concepts))],
                links=[(o.word("kinds.above"), [o.kind_link(k) for k in above])] * bool(above)
                + [(o.word("kinds.below"), [o.kind_link(k) for k in below])] * bool(below),
                groups=by_level(o, own) if own else [],
                tree=Markup(),
            )
            yield o.page(title=_upper(kind.label(lang)), family="kind", body=body, description=kind.definition(lang))


def region_pages(site: Site) -> Iterator[Page]:
    """Make the overview of regions and a page per region."""
    found: dict[Concept, list[Concept]] = {}
    for concept in site.kb.concepts:
        for region in concept.regions:
            found.setdefault(region, []).append(concept)
    if not found:
        return
    for lang in site.languages:
        o = Writer(site, lang, f"{lang}/regio/")
        regions = sorted(found, key=lambda r: (-len(found[r]), r.iri))
        cards = [
            (
                Markup('<a href="{}">{}</a>').format(o.href(site.at.region(lang, r)), _upper(o.label(r))),
                o.best(r.texts("definition")),
                counted(o, len(found[r])),
            )
            for r in regions
        ]
        yield _overview(o, o.word("regions.title"), o.word("regions.lead"), cards, "regions")
        for region in regions:
            o = Writer(site, lang, site.at.region(lang, region))
            title = o.word("region.title", o.label(region))
            body = o.render(
                "listing.html.j2",
                title=title,
                up=(o.href(f"{lang}/regio/"), o.word("regions.title")),
                lead=o.best(region.texts("definition")),
                facts=[counted(o, len(found[region])), o.link(region)],
                links=[],
                groups=by_kind(o, found[region]),
                tree=Markup(),
            )
            yield o.page(title=title, family="region", body=body, description=o.word("regions.lead"))


def scheme_pages(site: Site) -> Iterator[Page]:
    """Make the overview of concept schemes and a page per scheme, with its tree."""
    used = [(s, site.kb.find(scheme=s.iri)) for s in site.kb.schemes]
    used = [(s, concepts) for s, concepts in used if concepts]
    if not used:
        return
    for lang in site.languages:
        o = Writer(site, lang, f"{lang}/kader/")
        cards = [
            (
                Markup('<a href="{}">{}</a>').format(o.href(site.at.scheme(lang, s)), _upper(s.label(lang))),
                o.best(s.definitions),
                counted(o, len(concepts)),
            )
            for s, concepts in used
        ]
        yield _overview(o, o.word("schemes.title"), o.word("schemes.lead"), cards, "schemes")
        for scheme, concepts in used:
            o = Writer(site, lang, site.at.scheme(lang, scheme))
            title = _upper(scheme.label(lang))
            body = o.render(
                "listing.html.j2",
                title=title,
                up=(o.href(f"{lang}/kader/"), o.word("schemes.title")),
                lead=o.best(scheme.definitions),
                facts=[counted(o, len(concepts))],
                links=[],
                groups=[],
                tree=tree_of(o, concepts, with_definitions=len(concepts) <= 400),
            )
            head = scheme_head(o, scheme, concepts)
            yield o.page(title=title, family="scheme", body=body, description=o.word("schemes.lead"), head=head)


def collection_pages(site: Site) -> Iterator[Page]:
    """Make the overview of enumerations and a page per enumeration."""
    if not site.kb.collections:
        return
    tables = {c.iri for c in series_of(site)}
    for lang in site.languages:
        o = Writer(site, lang, f"{lang}/opsomming/")
        ordered = sorted(
            site.kb.collections, key=lambda c: (min((s.order for s in c.sections), default=9999), c.label(lang), c.iri)
        )
        cards = [
            (
                Markup('<a href="{}">{}</a>').format(o.href(site.at.collection(lang, c)), _upper(c.label(lang))),
                Markup(", ").join([Markup("{}").format(m) for m in (list_marks(o, c))]),
                counted(o, len(c.members)),
            )
            for c in ordered
        ]
        lead = o.word("collections.lead" if site.has_sections else "collections.plain")
        yield _overview(o, o.word("collections.title"), lead, cards, "collections")
        for collection in ordered:
            o = Writer(site, lang, site.at.collection(lang, collection))
            title = _upper(collection.label(lang))
            body = o.render(
                "collection.html.j2",
                title=title,
                up=(o.href(f"{lang}/opsomming/"), o.word("collections.title")),
                marks=list_marks(o, collection),
                sections=[o.section_link(s) for s in collection.sections],
                notes=o.all_best(collection.notes),
                rows=[(o.link(c), o.best(c.texts("definition"))) for c in collection.members],
                ordered=collection.ordered,
                collection=collection,
                table=o.href(series_path(lang, collection)) if collection.iri in tables else "",
            )
            yield o.page(title=title, family="collection", body=body, description=lead)


def deprecated_pages(site: Site) -> Iterator[Page]:
    """Make the list of deprecated concepts with what to use instead."""
    found = [c for c in site.kb.concepts if c.is_deprecated]
    for lang in site.languages:
        o = Writer(site, lang, f"{lang}/vervallen/")
        rows = []
        for concept in sort_by_label(found, lang):
            instead = Markup(", ").join([o.link(c) for c in concept.replaced_by])
            words = Markup("{} {}").format(o.word("deprecated.use"), instead) if instead else Markup()
            rows.append((o.link(concept), words or o.best(concept.texts("historyNote"))))
        body = o.render(
            "listing.html.j2",
            title=o.word("deprecated.title"),
            up=None,
            lead=o.word("deprecated.lead" if found else "deprecated.none"),
            facts=[],
            links=[],
            groups=[(Markup(), rows)] if rows else [],
            tree=Markup(),
        )
        yield o.page(title=o.word("deprecated.title"), family="deprecated", body=body)


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
