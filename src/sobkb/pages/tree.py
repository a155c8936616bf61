"""The hierarchy as a tree one can open, close and filter; complete without a script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from markupsafe import Markup

from sobkb.hierarchy import sort_by_label
from sobkb.pages.homonyms import tell_apart
from sobkb.pages.markup import trusted
from sobkb.pages.page import Page
from sobkb.pages.writing import Site, Writer

if TYPE_CHECKING:
    from sobkb.model import Concept

_DEEPEST = 40
"""Deeper than this a tree is cut off: nobody reads on, and neither does the interpreter's stack."""


def tree_pages(site: Site) -> Iterator[Page]:
    """Make the page with the whole tree, scheme by scheme."""
    for lang in site.languages:
        o = Writer(site, lang, f"{lang}/boom/")
        parts = []
        placed: set[Concept] = set()
        for scheme in site.kb.schemes:
            concepts = site.kb.find(scheme=scheme.iri)
            if concepts:
                title = Markup("{}").format(_upper(scheme.label(lang)))
                parts.append((title, tree_of(o, concepts), len(concepts)))
                placed.update(concepts)
        rest = [c for c in site.kb.concepts if c not in placed]
        if rest:
            parts.append((Markup("{}").format(o.word("tree.none")) if parts else Markup(), tree_of(o, rest), len(rest)))
        body = o.render("tree.html.j2", parts=parts)
        yield o.page(title=o.word("tree.title"), family="tree", body=body, description=o.word("tree.lead"))


def tree_of(o: Writer, concepts: Iterable[Concept], *, with_definitions: bool = False) -> Markup:
    """Write concepts as nested lists.

    What stands under several concepts is written out once and pointed at elsewhere, so that the tree
    never grows beyond the data, whatever loops and diamonds it holds.

    Args:
        o: Writer of the page.
        concepts: What belongs in the tree.
        with_definitions: True to add definitions.
    """
    members = {c for c in concepts if not c.is_deprecated}
    roots = [c for c in members if not members.intersection(c.broader)]
    written: set[Concept] = set()
    out: list[Markup] = []
    _list(o, roots, members, written, out, 0, with_definitions=with_definitions)
    for concept in sort_by_label(members, o.lang):
        if concept not in written:
            _list(o, [concept], members, written, out, 0, with_definitions=with_definitions)
    return Markup().join(out)


def _list(
    o: Writer,
    concepts: Iterable[Concept],
    members: set[Concept],
    written: set[Concept],
    out: list[Markup],
    depth: int,
    *,
    with_definitions: bool,
) -> None:
    ordered = sort_by_label(concepts, o.lang)
    if not ordered:
        return
    out.append(trusted('<ul class="tree">' if depth == 0 else "<ul>"))
    for concept in ordered:
        below = [c for c in concept.narrower if c in members]
        seen = concept in written
        written.add(concept)
        more = tell_apart(o, concept)
        if with_definitions:
            more += Markup(' <span class="def">{}</span>').format(o.best(concept.texts("definition")))
        if not below:
            out.append(Markup("<li>{}{}</li>").format(o.link(concept), more))
        elif seen or depth >= _DEEPEST:
            out.append(Markup("<li>{} <small>({})</small></li>").format(o.link(concept), o.word("tree.above")))
        else:
            label = o.word("place.narrower", o.label(concept))
            out.append(
                Markup('<li>{}{}<details open><summary><span class="sr">{}</span></summary>').format(
                    o.link(concept), more, label
                )
            )
            _list(o, below, members, written, out, depth + 1, with_definitions=with_definitions)
            out.append(Markup("</details></li>"))
    out.append(Markup("</ul>"))


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
