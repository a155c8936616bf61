"""The map of the whole: every concept as a dot among its kind, and the same as a list beside it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from sobkb.hierarchy import sort_by_label
from sobkb.model import Concept
from sobkb.pages.layout import Disc, disc_radius, fill_disc, place_discs
from sobkb.pages.markup import esc, trusted
from sobkb.pages.page import DataFile, Page
from sobkb.pages.picture_files import picture_file, picture_link
from sobkb.pages.views import script_safe, upper_first, view_head
from sobkb.pages.writing import Site, Writer

if TYPE_CHECKING:
    from markupsafe import Markup

    from sobkb.model import Term

FOLDER = "kaart/"
LIMIT = 1500
"""The most dots a map can show and still be told apart."""
_STEP = 15.0
_MARGIN = 24
_LABEL = 22


class _Group(NamedTuple):
    kind: Term | None
    concepts: list[Concept]


def has_map(site: Site) -> bool:
    """Tell whether there is something to map, and not too much."""
    return 1 < len(site.kb) <= LIMIT and any(c.relations for c in site.kb.concepts)


def map_pages(site: Site) -> Iterator[Page]:
    """Make the map in every language; dots stand in the same place in each."""
    groups = _groups(site)
    links = _links(site)
    discs = _discs(groups, links)
    number = {c: n for n, c in enumerate(c for g in groups for c in g.concepts)}
    for lang in site.languages:
        o = Writer(site, lang, f"{lang}/{FOLDER}")
        regions = sorted({r for c in number for r in c.regions}, key=lambda r: o.label(r).casefold())
        body = o.render(
            "map.html.j2",
            svg=_draw(o, groups, discs, links, number),
            file=picture_link(o, _picture_path(lang)) if site.options.downloads else "",
            groups=[
                (
                    upper_first(g.kind.label(lang)) if g.kind else o.word("az.other"),
                    g.kind.name if g.kind else "",
                    [
                        (number[c], o.link(c), " ".join(r.slug for r in c.regions))
                        for c in sort_by_label(g.concepts, lang)
                    ],
                )
                for g in groups
            ],
            regions=[(r.slug, upper_first(o.label(r))) for r in regions],
            sides=[upper_first(o.label(r)) for r in _sides(site)],
        )
        yield o.page(
            title=o.word("map.title"),
            family="map",
            body=body,
            description=o.word("map.lead"),
            head=view_head(o),
            scripts=(f"{FOLDER}links.js", "assets/js/map.js"),
        )


def map_files(site: Site) -> Iterator[DataFile]:
    """Make what the map reads to light up what belongs together: the neighbours of every dot; and the map as files."""
    groups = _groups(site)
    number = {c: n for n, c in enumerate(c for g in groups for c in g.concepts)}
    links = _links(site)
    pairs = [sorted(number[other] for other in links.get(c, ())) for c in number]
    data = script_safe(json.dumps(pairs, separators=(",", ":")))
    yield DataFile(f"{FOLDER}links.js", f"window.sobkbMap={data};\n".encode())
    if site.options.downloads:
        discs = _discs(groups, links)
        for lang in site.languages:
            o = Writer(site, lang, f"{lang}/{FOLDER}")
            drawing = _draw(o, groups, discs, links, number)
            sides = [upper_first(o.label(r)) for r in _sides(site)]
            key = [(f"dot in-{'ab'[n]}", name) for n, name in enumerate(sides)]
            key += [("dot", o.word("map.other"))] if sides else []
            title, lead = o.word("map.title"), o.word("map.lead")
            content = picture_file(o, drawing, title=title, description=lead, key=key)
            yield DataFile(_picture_path(lang), content)


def _picture_path(lang: str) -> str:
    return f"{lang}/{FOLDER}kaart.svg"


def _groups(site: Site) -> list[_Group]:
    found: dict[Term | None, list[Concept]] = {}
    for concept in site.kb.concepts:
        if not concept.is_deprecated:
            found.setdefault(concept.kind, []).append(concept)
    groups = [_Group(kind, sorted(found[kind], key=lambda c: (c.level != "A", c.iri))) for kind in found]
    return sorted(groups, key=lambda g: (g.kind is None, g.kind.order if g.kind else 0, g.kind.iri if g.kind else ""))


def _links(site: Site) -> dict[Concept, set[Concept]]:
    """Neighbours of every concept, both ways, by any relation and by the hierarchy."""
    found: dict[Concept, set[Concept]] = {}
    for concept in site.kb.concepts:
        ends = [s.object for s in concept.relations if isinstance(s.object, Concept)]
        for other in (*ends, *concept.broader):
            if other != concept and not other.is_deprecated and not concept.is_deprecated:
                found.setdefault(concept, set()).add(other)
                found.setdefault(other, set()).add(concept)
    return found


def _between(groups: list[_Group], links: dict[Concept, set[Concept]]) -> dict[tuple[int, int], float]:
    """How many links there are between two kinds, by their numbers."""
    group_of = {c: n for n, g in enumerate(groups) for c in g.concepts}
    found: dict[tuple[int, int], float] = {}
    for concept, others in links.items():
        for other in others:
            pair = (group_of[concept], group_of[other])
            if pair[0] < pair[1]:
                found[pair] = found.get(pair, 0) + 1
    return found


def _discs(groups: list[_Group], links: dict[Concept, set[Concept]]) -> list[Disc]:
    # A name needs room too: about half a letter's width to each side.
    radii = [max(disc_radius(len(g.concepts), _STEP), 34.0) for g in groups]
    return place_discs(radii, _between(groups, links), gap=_LABEL + 8)


def _draw(
    o: Writer,
    groups: list[_Group],
    discs: list[Disc],
    links: dict[Concept, set[Concept]],
    number: dict[Concept, int],
) -> Markup:
    width = max(d.x + d.radius for d in discs) + 2 * _MARGIN
    height = max(d.y + d.radius for d in discs) + 2 * _MARGIN + _LABEL
    parts = []
    between = _between(groups, links)
    most = max(between.values(), default=1)
    for (a, b), weight in sorted(between.items(), key=lambda item: item[1]):
        if weight * 12 >= most:
            x1, y1, x2, y2 = (v + _MARGIN for v in (discs[a].x, discs[a].y, discs[b].x, discs[b].y))
            parts.append(f'<path d="M{x1:.0f} {y1:.0f}L{x2:.0f} {y2:.0f}" stroke-width="{1 + 9 * weight / most:.1f}"/>')
    sides = _sides(o.site)
    drawn = [f'<g class="ties">{"".join(parts)}</g>']
    for group, disc in zip(groups, discs, strict=True):
        x, y = disc.x + _MARGIN, disc.y + _MARGIN
        name = upper_first(group.kind.label(o.lang)) if group.kind else o.word("az.other")
        drawn.append(f'<g class="kind"><circle class="disc" cx="{x:.1f}" cy="{y:.1f}" r="{disc.radius:.1f}"/>')
        for concept, (dx, dy) in zip(group.concepts, fill_disc(len(group.concepts), _STEP), strict=True):
            size = 5.5 if concept.level == "A" else 3.8
            drawn.append(
                f'<circle id="d{number[concept]}" class="dot{_side(sides, concept)}" cx="{x + dx:.1f}" '
                f'cy="{y + dy:.1f}" r="{size}"><title>{esc(o.label(concept))}</title></circle>'
            )
        drawn.append(f'<text x="{x:.1f}" y="{y + disc.radius + 15:.1f}">{esc(name)}</text></g>')
    title = o.word("map.picture", len(number))
    return trusted(
        f'<svg class="field" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" height="{height:.0f}" '
        f'role="img" aria-label="{esc(title)}">{"".join(drawn)}<g class="lines"></g></svg>'
    )


def _side(sides: list[Concept], concept: Concept) -> str:
    """Return the mark for the two regions that are compared; nothing for all others."""
    for region in concept.regions:
        if region in sides:
            return f" in-{'ab'[sides.index(region)]}"
    return ""


def _sides(site: Site) -> list[Concept]:
    counts: dict[Concept, int] = {}
    for concept in site.kb.concepts:
        for region in concept.regions:
            counts[region] = counts.get(region, 0) + 1
    two = sorted(counts, key=lambda r: (-counts[r], r.iri))[:2]
    first = {r for p in site.kb.counterparts if p.flemish for r in p.flemish.regions}
    return sorted(two, key=lambda r: (r not in first, r.iri))
