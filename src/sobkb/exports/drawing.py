"""Pictures of concepts and their links as SVG, drawn here and nowhere else.

A picture needs no script and no fonts from elsewhere. It inherits the text colour of the page it is
put in; the classes `sob-*` let a style sheet say more. Every picture names itself and has a
description, and everything in it can also be read in `network_of(…)`, from which it is drawn.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sobkb.errors import ExportError
from sobkb.exports.escaping import web_address, xml_text
from sobkb.exports.network import BROADER, Network, edges_of, group_edges, network_of, phrase_of
from sobkb.model import Concept, Term

if TYPE_CHECKING:
    from sobkb.exports.selecting import Part

Link = Callable[[Concept], str]
"""Gives the address of a concept's page; an empty string for no link."""

RING_LIMIT = 60
"""The most nodes a picture of several concepts can show and still be read."""

_COLUMN = 236
_GAP = 56
_LINE = 17
_PAD = 8
_SPACE = 7
_HEADING = 20
_CHARACTERS = 27
_WORDS = {
    "nl": {
        "title": "Omgeving van {name}",
        "summary": "{name} met {count} verbonden begrippen. Dezelfde verbanden staan als tekst op de pagina.",
        "many": "Verbanden tussen {count} begrippen",
        "more": "en nog {count}",
        "alone": "Geen verbanden.",
    },
    "en": {
        "title": "Neighbourhood of {name}",
        "summary": "{name} with {count} linked concepts. The same links are on the page as text.",
        "many": "Links among {count} concepts",
        "more": "and {count} more",
        "alone": "No links.",
    },
}


class _Box(NamedTuple):
    """A piece of a column: a heading, a concept or a remark, with its height."""

    sort: str
    text: str
    concept: Concept | None
    height: int


class _Canvas:
    def __init__(self, lang: str, link: Link | None) -> None:
        self.lang = lang
        self.link: Link = link or (lambda concept: web_address(concept.iri))
        self.parts: list[str] = []

    def box(self, concept: Concept, x: float, y: float, height: int, *, centre: bool = False) -> None:
        """Draw a concept as a rectangle with its label, as a link when it has an address."""
        name = concept.label(self.lang)
        lines = wrap(name)
        rounded = 4 if not centre else 8
        shade, stroke = ("0.14", 2) if centre else ("0.05", 1)
        frame = (
            f'<rect x="{x:g}" y="{y:g}" width="{_COLUMN}" height="{height}" rx="{rounded}" fill="currentColor" '
            f'fill-opacity="{shade}" stroke="currentColor" stroke-width="{stroke}"/>'
        )
        drawn = [frame]
        first = y + (height - _LINE * len(lines)) / 2 + 13
        weight = ' font-weight="700"' if centre else ""
        for number, line in enumerate(lines):
            drawn.append(
                f'<text x="{x + _COLUMN / 2:g}" y="{first + number * _LINE:g}" text-anchor="middle" '
                f'fill="currentColor"{weight}>{xml_text(line)}</text>'
            )
        kind = "sob-centre" if centre else "sob-node"
        self.linked(concept, "".join(drawn), kind, name)

    def linked(self, concept: Concept, inner: str, css: str, name: str) -> None:
        address = self.link(concept)
        body = f"<title>{xml_text(name)}</title>{inner}"
        if address:
            self.parts.append(f'<a href="{xml_text(address)}" class="{css}">{body}</a>')
        else:
            self.parts.append(f'<g class="{css}">{body}</g>')

    def words(self, text: str, x: float, y: float, *, anchor: str = "start") -> None:
        self.parts.append(
            f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}" font-size="12" font-style="italic" '
            f'fill="currentColor" class="sob-phrase">{xml_text(text)}</text>'
        )

    def line(self, path: str) -> None:
        self.parts.append(
            f'<path d="{path}" fill="none" stroke="currentColor" stroke-opacity="0.55" class="sob-line"/>'
        )

    def arrow(self, x: float, y: float, dx: float, dy: float) -> None:
        """Draw a small triangle that points in a direction and ends at a point."""
        back_x, back_y = x - 8 * dx, y - 8 * dy
        self.parts.append(
            f'<path d="M{x:.1f} {y:.1f}L{back_x - 4 * dy:.1f} {back_y + 4 * dx:.1f}'
            f'L{back_x + 4 * dy:.1f} {back_y - 4 * dx:.1f}Z" fill="currentColor" fill-opacity="0.7"/>'
        )

    def document(self, width: float, height: float, title: str, summary: str, *, standalone: bool) -> str:
        background = f'<rect width="{width:g}" height="{height:g}" fill="#fff"/>' if standalone else ""
        colour = ' color="#1a1a1a"' if standalone else ""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" '
            f'height="{height:g}" role="group" aria-label="{xml_text(title)}" font-family="system-ui, sans-serif" '
            f'font-size="14"{colour} class="sob-picture">'
            f"<title>{xml_text(title)}</title><desc>{xml_text(summary)}</desc>"
            f"{background}{''.join(self.parts)}</svg>\n"
        )


def neighbourhood_svg(
    concept: Concept, lang: str = "nl", *, link: Link | None = None, limit: int = 6, standalone: bool = True
) -> str:
    """Draw a concept with everything that is directly linked to it.

    What is broader stands above it and what is narrower below; what it says about others stands
    right, what others say about it left, grouped by relation.

    Args:
        concept: The concept in the middle.
        lang: Language of the labels and phrases.
        link: Gives the address behind a concept; its IRI by default.
        limit: The most concepts to show of one relation; the picture says how many are left out.
        standalone: True for a file of its own (dark on white), False to take the colours of the page around it.

    Returns:
        An SVG document of one line, the same for the same concept.

    Examples:
        >>> "moestuin" in neighbourhood_svg(mini["tomaat"])
        True
    """
    words = _WORDS.get(lang.partition("-")[0], _WORDS["en"])
    canvas = _Canvas(lang, link)
    groups = group_edges(edges_of(concept), concept)
    up = [g for g in groups if g[0] == BROADER and not g[1]]
    down = [g for g in groups if g[0] == BROADER and g[1]]
    sides = [[g for g in groups if g[0] != BROADER and g[1]], [g for g in groups if g[0] != BROADER and not g[1]]]
    plural = concept.is_plural(lang)
    above, below, left, right = (
        _column(g, lang, plural=plural, limit=max(1, limit), more=words["more"]) for g in (up, down, *sides)
    )

    size = _label_height(concept.label(lang)) + 2 * _PAD
    middle = 2 * max(_height(above), _height(below)) + size + 2 * (_GAP // 2 if up or down else 0)
    height = max(middle, _height(left), _height(right), size) + 2 * _PAD
    at = height / 2 - size / 2
    x_left = _PAD
    x_centre = x_left + (_COLUMN + _GAP if left else 0)
    x_right = x_centre + _COLUMN + _GAP
    width = (x_right if right else x_centre) + _COLUMN + _PAD
    centre_y = height / 2

    _draw_column(canvas, above, x_centre, at - _GAP / 2 - _height(above))
    _draw_column(canvas, below, x_centre, at + size + _GAP / 2)
    for side, boxes, x in ((-1, left, x_left), (1, right, x_right)):
        top = centre_y - _height(boxes) / 2
        for heights in _draw_column(canvas, boxes, x, top):
            _join(canvas, side, x_centre, centre_y, x, heights)
    x_middle = x_centre + _COLUMN / 2
    if above:
        canvas.line(f"M{x_middle:g} {at:g}V{at - _GAP / 2:g}")
        canvas.arrow(x_middle, at - _GAP / 2, 0, -1)
    if below:
        canvas.line(f"M{x_middle:g} {at + size + _GAP / 2:g}V{at + size:g}")
        canvas.arrow(x_middle, at + size, 0, -1)
    canvas.box(concept, x_centre, at, size, centre=True)

    name = concept.label(lang)
    others = {o for _, _, linked in groups for o in linked}
    title, summary = words["title"].format(name=name), words["summary"].format(name=name, count=len(others))
    if not others:
        summary = words["alone"]
    return canvas.document(width, height, title, summary, standalone=standalone)


def network_svg(network: Network, lang: str = "nl", *, link: Link | None = None, standalone: bool = True) -> str:
    """Draw several concepts and their links on a ring.

    Args:
        network: What to draw.
        lang: Language of the labels and phrases.
        link: Gives the address behind a concept; its IRI by default.
        standalone: True for a file of its own, False to take the colours of the page around it.

    Raises:
        ExportError: There are more nodes than a reader can tell apart.
    """
    nodes = network.nodes
    if len(nodes) > RING_LIMIT:
        raise ExportError(
            f"{len(nodes)} concepts do not fit in one picture (at most {RING_LIMIT}); "
            "choose fewer, or write dot or graphml and lay it out with a tool of its own"
        )
    words = _WORDS.get(lang.partition("-")[0], _WORDS["en"])
    canvas = _Canvas(lang, link)
    radius = max(120.0, len(nodes) * (_LINE + 8) / math.pi / 1.2)
    margin = _COLUMN + 20
    width, height = 2 * (radius + margin), 2 * (radius + 40)
    points = {
        node: (
            width / 2 + radius * math.sin(2 * math.pi * i / len(nodes)),
            height / 2 - radius * math.cos(2 * math.pi * i / len(nodes)),
        )
        for i, node in enumerate(nodes)
    }
    for edge in network.edges:
        (x1, y1), (x2, y2) = points[edge.source], points[edge.target]
        length = math.hypot(x2 - x1, y2 - y1) or 1.0
        dx, dy = (x2 - x1) / length, (y2 - y1) / length
        canvas.parts.append(
            f'<g class="sob-edge"><title>{xml_text(_sentence(edge.source, edge.relation, edge.target, lang))}</title>'
        )
        canvas.line(f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}")
        canvas.arrow(x2 - 7 * dx, y2 - 7 * dy, dx, dy)
        canvas.parts.append("</g>")
    chosen = set(network.centre)
    for node, (x, y) in points.items():
        anchor, shift = ("start", 10) if x > width / 2 + 1 else ("end", -10) if x < width / 2 - 1 else ("middle", 0)
        drop = 4 if shift else (-12 if y < height / 2 else 22)
        weight = ' font-weight="700"' if node in chosen else ""
        dot = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="6" fill="currentColor"/>'
        text = (
            f'<text x="{x + shift:.1f}" y="{y + drop:.1f}" text-anchor="{anchor}" fill="currentColor"{weight}>'
            f"{xml_text(wrap(node.label(lang), lines=1)[0])}</text>"
        )
        canvas.linked(node, dot + text, "sob-node", node.label(lang))
    title = words["many"].format(count=len(nodes))
    return canvas.document(round(width), round(height), title, title, standalone=standalone)


def wrap(text: str, *, lines: int = 3, characters: int = _CHARACTERS) -> list[str]:
    """Break a label into lines that fit a box; what does not fit ends in an ellipsis.

    Examples:
        >>> wrap("opvatting van samenlevingsopbouw als aparte stroming")
        ['opvatting van', 'samenlevingsopbouw als', 'aparte stroming']
    """
    found = [""]
    for word in text.split():
        rest = word
        while rest:
            room = characters - len(found[-1]) - (1 if found[-1] else 0)
            if len(rest) <= room:
                found[-1] += (" " if found[-1] else "") + rest
                rest = ""
            elif found[-1]:
                found.append("")
            else:
                found[-1], rest = rest[:room], rest[room:]
                found.append("")
    if len(found) > 1 and not found[-1]:
        found.pop()
    if len(found) > lines:
        found = found[:lines]
        found[-1] = found[-1][: characters - 1] + "…"
    return found


def _sentence(source: Concept, relation: Term, target: Concept, lang: str) -> str:
    return f"{source.label(lang)} {phrase_of(relation, lang, plural=source.is_plural(lang))} {target.label(lang)}"


def _label_height(label: str) -> int:
    return len(wrap(label)) * _LINE


def _column(
    groups: Sequence[tuple[Term, bool, tuple[Concept, ...]]], lang: str, *, plural: bool, limit: int, more: str
) -> list[_Box]:
    boxes: list[_Box] = []
    for term, inverse, others in groups:
        boxes.append(_Box("heading", phrase_of(term, lang, inverse=inverse, plural=plural), None, _HEADING))
        boxes += [_Box("node", "", other, _label_height(other.label(lang)) + 2 * _PAD) for other in others[:limit]]
        if len(others) > limit:
            boxes.append(_Box("more", more.format(count=len(others) - limit), None, _HEADING))
    return boxes


def _height(boxes: Sequence[_Box]) -> int:
    return sum(b.height + (_SPACE if b.sort == "node" else 0) for b in boxes)


def _draw_column(canvas: _Canvas, boxes: Sequence[_Box], x: float, y: float) -> list[list[float]]:
    """Draw boxes under one another and return the middles of the concepts of every group."""
    groups: list[list[float]] = []
    for box in boxes:
        if box.concept is not None:
            canvas.box(box.concept, x, y, box.height)
            groups[-1].append(y + box.height / 2)
            y += _SPACE
        else:
            canvas.words(wrap(box.text, lines=1, characters=38)[0], x + 2, y + 14)
            if box.sort == "heading":
                groups.append([])
        y += box.height
    return groups


def _join(canvas: _Canvas, side: int, x_centre: float, y: float, x: float, heights: Sequence[float]) -> None:
    """Draw the line between the middle and a group at one side, with its arrow the way the relation reads."""
    inner = x_centre + _COLUMN if side > 0 else x_centre
    outer = x if side > 0 else x + _COLUMN
    rail = outer - side * 12
    goal = (heights[0] + heights[-1]) / 2
    bend = (inner + rail) / 2
    ticks = "".join(f"M{outer:g} {height:g}H{rail:g}" for height in heights)
    canvas.line(f"M{inner:g} {y:g}C{bend:g} {y:g} {bend:g} {goal:g} {rail:g} {goal:g}")
    canvas.line(f"{ticks}M{rail:g} {heights[0]:g}V{heights[-1]:g}")
    if side < 0:
        canvas.arrow(inner, y, 1, 0)
    else:
        for height in heights:
            canvas.arrow(outer, height, 1, 0)


def write_svg(part: Part, lang: str = "nl") -> str:
    """Draw one concept with its neighbourhood, or several on a ring.

    Raises:
        ExportError: The part is too large for a picture.
    """
    if len(part.concepts) == 1:
        return neighbourhood_svg(part.concepts[0], lang)
    return network_svg(network_of(part.concepts), lang)
