"""The neighbourhood of a concept drawn as SVG: one stem with boxes on both sides, readable on a slide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sobkb.exports.escaping import web_address
from sobkb.pages.markup import esc
from sobkb.pages.page import DataFile
from sobkb.pages.picture import neighbourhood_of
from sobkb.pages.picture_files import picture_file
from sobkb.pages.writing import Site, Writer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sobkb.model import Concept
    from sobkb.pages.picture import Neighbour, Neighbourhood

_WIDTH = 344
_BOX, _GAP, _LINE, _PAD, _TAG = 158, 28, 15, 8, 13
_CHARS = 20


def picture_path(o: Writer, concept: Concept) -> str:
    """Return the path of the picture of a concept."""
    return f"{o.site.at.concept(o.lang, concept)}{concept.slug}.svg"


def neighbourhood_files(site: Site) -> Iterator[DataFile]:
    """Draw the neighbourhood of every concept that has one, in every language."""
    if not site.options.downloads:
        return
    for lang in site.languages:
        for concept in site.kb.concepts:
            o = Writer(site, lang, site.at.concept(lang, concept))
            found = neighbourhood_of(o, concept)
            if found is not None:
                name = o.label(concept)
                content = picture_file(
                    o,
                    _draw(o, concept, found),
                    title=f"{o.word('neighbourhood')}: {name}",
                    description=_description(o, concept, found),
                    address=concept.iri,
                )
                yield DataFile(picture_path(o, concept), content)


def _description(o: Writer, concept: Concept, found: Neighbourhood) -> str:
    """Say in words what the picture shows: every neighbour with what ties it."""
    ties = "; ".join(f"{n.tie}: {o.label(n.concept)}" for n in (*found.above, *found.below))
    return f"{o.word('neighbourhood.desc', label=o.label(concept))} {ties}."


def _draw(o: Writer, concept: Concept, found: Neighbourhood) -> str:
    parts: list[str] = []
    above, y = _rows(o, found.above, 4, parts)
    label = _wrap(o.label(concept), 34)
    height = len(label) * 17 + 2 * _PAD + 2
    middle = y + height / 2
    parts.append(_centre(o, concept, label, y, height))
    below, y = _rows(o, found.below, y + height + 10, parts)
    curves = [_curve(x, box_y, middle, n.side) for x, box_y, n in (*above, *below)]
    return (
        f'<svg class="hood" viewBox="0 0 {_WIDTH} {round(y)}" width="{_WIDTH}" height="{round(y)}">'
        f"{''.join(curves)}{''.join(parts)}</svg>"
    )


def _rows(
    o: Writer, neighbours: Sequence[Neighbour], y: int, parts: list[str]
) -> tuple[list[tuple[int, float, Neighbour]], int]:
    placed: list[tuple[int, float, Neighbour]] = []
    for start in range(0, len(neighbours), 2):
        pair = neighbours[start : start + 2]
        lines = [_wrap(o.label(n.concept), _CHARS) for n in pair]
        height = max(map(len, lines)) * _LINE + 2 * _PAD
        for column, (n, words) in enumerate(zip(pair, lines, strict=True)):
            x = column * (_BOX + _GAP)
            parts.append(_box(o, n, words, x, y + _TAG, height))
            placed.append((x, y + _TAG + height / 2, n))
        y += _TAG + height + 10
    return placed, y


def _box(o: Writer, n: Neighbour, lines: list[str], x: int, y: int, height: int) -> str:
    middle = x + _BOX // 2
    text = _lines(lines, middle, y + height / 2 - (len(lines) - 1) * _LINE / 2 + 4.5, _LINE)
    address = web_address(n.concept.iri)
    body = f'<rect x="{x}" y="{y}" width="{_BOX}" height="{height}" rx="5"/><text>{text}</text>'
    tag, link = ("a", f' href="{esc(address)}"') if address else ("g", "")
    return (
        f'<text class="tie" x="{middle}" y="{y - 3.5:g}">{esc(_cut(n.tie, 28))}</text>'
        f'<{tag}{link} class="n {n.side}"{_language(o, n.concept)}>{body}</{tag}>'
    )


def _centre(o: Writer, concept: Concept, lines: list[str], y: int, height: int) -> str:
    text = _lines(lines, _WIDTH // 2, y + height / 2 - (len(lines) - 1) * 8.5 + 5, 17)
    wide = min(_WIDTH - 20, max(len(line) for line in lines) * 9 + 36)
    return (
        f'<g class="self"{_language(o, concept)}><rect x="{(_WIDTH - wide) / 2:g}" y="{y}" width="{wide}" '
        f'height="{height}" rx="{min(height / 2, 18):g}"/><text>{text}</text></g>'
    )


def _language(o: Writer, concept: Concept) -> str:
    lang = o.site.label(concept, o.lang).lang
    return f' xml:lang="{esc(lang)}"' if o.mark(lang) else ""


def _lines(lines: list[str], x: int, first: float, step: int) -> str:
    return "".join(f'<tspan x="{x}" y="{first + k * step:g}">{esc(line)}</tspan>' for k, line in enumerate(lines))


def _curve(x: int, y: float, middle: float, side: str) -> str:
    stem = _WIDTH // 2
    edge = x + _BOX if x < stem else x
    turn = 12 if y < middle else -12
    return f'<path class="{side}" d="M{stem} {middle:g}V{y + turn:g}Q{stem} {y:g} {edge} {y:g}"/>'


def _wrap(text: str, width: int) -> list[str]:
    """Break a label into at most three lines."""
    lines: list[str] = []
    line = ""
    for raw in text.split():
        word = raw
        while len(word) > width:
            head, word = (word[: width - 1] + "-", word[width - 1 :])
            if line:
                lines.append(line)
                line = ""
            lines.append(head)
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    if line:
        lines.append(line)
    if len(lines) > 3:
        lines = [*lines[:2], _cut(lines[2] + "…", width)]
    return lines or ["·"]


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1].rstrip("…") + "…"
