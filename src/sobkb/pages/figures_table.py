"""All numbers the sources give, in one table."""

from __future__ import annotations

from collections.abc import Iterator

from sobkb.pages.entry_parts import figure_line
from sobkb.pages.page import Page
from sobkb.pages.views import upper_first, view_head
from sobkb.pages.writing import Site, Writer
from sobkb.wording import number_in_words

FOLDER = "cijfers/"


def has_figures(site: Site) -> bool:
    """Tell whether a source gives a number."""
    return bool(site.kb.figures)


def figure_pages(site: Site) -> Iterator[Page]:
    """Make the table in every language."""
    for lang in site.languages:
        o = Writer(site, lang, f"{lang}/{FOLDER}")
        found = sorted(site.kb.figures, key=lambda f: (f.section.order if f.section else 9999, -f.number))
        rows = [
            (
                number_in_words(f.value, lang),
                o.best(f.units),
                o.word("figures.about" if f.approximate else "figures.exact"),
                o.link(f.concept),
                figure_line(o, f, f.concept),
            )
            for f in found
        ]
        body = o.render("figures.html.j2", rows=rows)
        yield o.page(
            title=o.word("figures.title"),
            family="figures",
            body=body,
            description=upper_first(o.word("figures.lead")),
            head=view_head(o),
        )
