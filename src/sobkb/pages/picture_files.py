"""Pictures as files of their own: what a page shows as SVG, to put on a slide or in a text.

Such a file brings what the page would give it: its style, a white ground, a title and a description,
whom to name and under which licence – in its metadata and, small, in the picture itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup

from sobkb.exports.escaping import web_address, xml_clean, xml_text
from sobkb.pages.metadata import LICENCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sobkb.pages.writing import Writer

_SANS = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','Liberation Sans',Arial,sans-serif"
_SERIF = "'Iowan Old Style',Palatino,'URW Palladio L',P052,Georgia,serif"
_MONO = "ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace"
STYLES = {
    "hood": (
        f"text{{font:12.5px {_SANS};text-anchor:middle;fill:#20242c}}"
        "a{text-decoration:none}.tie{font-size:10.5px;fill:#575c67}"
        "rect{fill:#fff;stroke:#8d8778}path{fill:none;stroke:#8d8778;stroke-width:1.3}"
        "path.in,.in rect{stroke-dasharray:4 3}.up rect,.down rect,path.up,path.down{stroke:#9d3a1c}"
        f".self rect{{fill:#9d3a1c;stroke:none}}.self text{{fill:#fbfaf6;font:600 15px {_SERIF}}}"
    ),
    "field": (
        f"text{{font:13px {_SANS};text-anchor:middle;fill:#20242c;paint-order:stroke;stroke:#fff;stroke-width:4px;"
        "stroke-linejoin:round}.disc{fill:#fbfaf6;stroke:#e3ddd0}.ties path{stroke:#e3ddd0;fill:none;"
        "stroke-linecap:round}.dot{fill:#8d8778}.in-a{fill:#b8862b}.in-b{fill:#2f66a8}"
    ),
    "classes": (
        f"text{{font:13px {_SANS};fill:#20242c}}.n{{fill:#575c67;font-size:11.5px}}"
        f".out{{fill:#575c67;font:11.5px {_MONO}}}rect{{fill:#cf9c86}}path{{stroke:#8d8778;fill:none}}"
    ),
    "matrix": (
        f"text{{font:11px {_SANS};fill:#20242c}}.end{{text-anchor:end}}rect{{fill:#9d3a1c}}.back{{fill:#fff}}"
        "path{stroke:#e3ddd0;fill:none}"
    ),
}
"""What every sort of picture looks like on white; the class of the drawing is its name here."""

_LINE, _MARGIN = 13, 10
_HEAD = re.compile(r'<svg class="([a-z]+)" viewBox="0 0 (\d+) (\d+)"[^>]*>')
_INSIDE_PAGE = re.compile(r'<a href="#[^"]*">(.*?)</a>', re.DOTALL)
_EMPTY = '<g class="lines"></g>'


def picture_file(
    o: Writer, drawing: str, *, title: str, description: str, address: str = "", key: Sequence[tuple[str, str]] = ()
) -> bytes:
    """Make a file of a drawing that stands in a page.

    Args:
        o: Writer of the page.
        drawing: The drawing as an `svg` element of a sort in `STYLES`; its links must be whole addresses.
        title: What it shows.
        description: The same in a sentence, for who cannot see it.
        address: Permanent address of what it shows.
        key: What the colours of dots mean: their class and words.
    """
    drawing = str(drawing)  # what is marked as safe would escape what is put into it
    head = _HEAD.match(drawing)
    assert head is not None, drawing[:80]
    sort, width, height = head[1], int(head[2]), int(head[3])
    legend, height = _key(key, width, height)
    inner = _INSIDE_PAGE.sub(r"\1", drawing[head.end() :].removesuffix("</svg>")).replace(_EMPTY, "")
    credit = _credit(o, address)
    outer = height + _LINE * len(credit) + 2 * _MARGIN
    wide = width + 2 * _MARGIN
    lines = "".join(
        f'<tspan x="{width / 2:g}" y="{height + (n + 1) * _LINE}">{xml_text(line)}</tspan>'
        for n, line in enumerate(credit)
    )
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{-_MARGIN} {-_MARGIN} {wide} {outer}" '
        f'width="{wide}" height="{outer}" '
        f'role="img" aria-labelledby="t d" xml:lang="{xml_text(o.lang)}" class="{sort}">\n'
        f'<title id="t">{xml_text(title)}</title>\n<desc id="d">{xml_text(description)}</desc>\n'
        f"{_metadata(o, title, address)}\n<style>{STYLES[sort]}"
        f".credit{{font:9.5px {_SANS};fill:#575c67;text-anchor:middle;stroke:none}}.ground{{fill:#fff;stroke:none}}"
        f'</style>\n<rect class="ground" x="{-_MARGIN}" y="{-_MARGIN}" width="{wide}" height="{outer}"/>\n'
        f'{inner}{legend}\n<text class="credit">{lines}</text>\n</svg>\n'
    )
    return xml_clean(text).encode()


def picture_link(o: Writer, path: str) -> Markup:
    """Return a link to a picture as a file, with its licence where it is known."""
    licence = Markup(' · <a rel="license" href="{}">CC BY 4.0</a>').format(LICENCE) if o.site.is_builtin else ""
    return Markup('<p class="small"><a href="{}" download>{}</a>{}</p>').format(
        o.href(path), o.word("picture.file"), licence
    )


def _key(key: Sequence[tuple[str, str]], width: int, height: int) -> tuple[str, int]:
    """Draw what colours mean under a drawing; return it and the height of both."""
    if not key:
        return "", height
    step = width / len(key)
    dots = "".join(
        f'<circle class="{xml_text(css)}" cx="{(n + 0.5) * step:.0f}" cy="{height + 10}" r="5.5"/>'
        f'<text x="{(n + 0.5) * step:.0f}" y="{height + 30}">{xml_text(words)}</text>'
        for n, (css, words) in enumerate(key)
    )
    return f"\n<g>{dots}</g>", height + 40


def _credit(o: Writer, address: str) -> list[str]:
    """Return the lines to stand under the picture: the work and its licence, and where it comes from."""
    title = o.site.kb.title(o.lang)
    first = " · ".join(filter(None, (title, "CC BY 4.0" if o.site.is_builtin else "")))
    short = web_address(address).removeprefix("https://").removeprefix("http://")
    return [line if len(line) <= 72 else line[:71] + "…" for line in (first, short) if line]


def _metadata(o: Writer, title: str, address: str) -> str:
    facts = [("dc:title", title), ("dc:language", o.lang), ("dc:format", "image/svg+xml")]
    facts += [("dc:creator", name) for name in o.site.kb.creators]
    facts += [("dc:source", value) for value in (web_address(address), o.site.kb.title(o.lang)) if value]
    body = "".join(f"<{name}>{xml_text(value)}</{name}>" for name, value in facts)
    if o.site.is_builtin:
        body += f'<cc:license rdf:resource="{LICENCE}"/>'
    return (
        '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cc="http://creativecommons.org/ns#">'
        f'<cc:Work rdf:about="">{body}</cc:Work></rdf:RDF></metadata>'
    )
