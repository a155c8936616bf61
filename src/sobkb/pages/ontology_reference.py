"""The ontology for those who use or keep it: every class and property, with how often and between what it is used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from sobkb.model import Concept
from sobkb.namespaces import NS, SKOS, shorten_iri
from sobkb.pages.markup import esc, trusted
from sobkb.pages.page import DataFile, Page
from sobkb.pages.picture_files import picture_file, picture_link
from sobkb.pages.views import upper_first, view_head
from sobkb.pages.writing import Site, Writer

if TYPE_CHECKING:
    from sobkb.model import Term
    from sobkb.text import LangText

FOLDER = "ontologie/"
_SUPER = """SELECT DISTINCT ?term ?parent WHERE {
  ?term rdfs:subClassOf|rdfs:subPropertyOf|owl:equivalentClass|owl:equivalentProperty ?parent
  FILTER(isIRI(?parent)) } ORDER BY ?term ?parent"""
_OTHERS = """SELECT DISTINCT ?term ?type ?label ?definition WHERE {
  ?term rdfs:isDefinedBy ?ontology ; rdf:type ?type .
  OPTIONAL { ?term rdfs:label ?label }
  OPTIONAL { ?term skos:definition ?definition FILTER(lang(?definition) = lang(?label)) }
} ORDER BY ?term ?label"""
_ROLES = ("forward", "forwardPlural", "inverse", "inversePlural")
_MOST_PAIRS = 6
_CONCEPT = SKOS + "Concept"
"""What every class is a special case of, so that a picture need not say it."""


class TermCard(NamedTuple):
    """A class or property.

    Attributes:
        anchor: Its short name, also the name of its place on the page.
        curie: Its IRI in short form.
        iri: Its IRI.
        label: Label.
        definition: Definition.
        above: What it is a special case of, as HTML.
        below: What is a special case of it, as HTML.
        phrases: The words it stands for in a sentence.
        uses: How often it is used, in words.
        pairs: Between which kinds, as HTML, the most frequent first.
        symmetric: True when it holds both ways.
    """

    anchor: str
    curie: str
    iri: str
    label: Markup
    definition: Markup
    above: list[Markup]
    below: list[Markup]
    phrases: list[tuple[str, Markup]]
    uses: str
    pairs: list[Markup]
    symmetric: bool


def has_ontology(site: Site) -> bool:
    """Tell whether the data defines classes or relations of its own."""
    return any(k.labels for k in site.kb.kinds) or any(r.labels for r in site.kb.relation_types)


def ontology_pages(site: Site) -> Iterator[Page]:
    """Make the reference in every language."""
    subject = _subject(site)
    for lang in site.languages:
        o = Writer(site, lang, f"{lang}/{FOLDER}")
        kinds, relations, parents, uses = subject
        known = {t.iri: t.name for t in (*kinds, *relations)}
        classes = [_class(o, k, parents, known, uses) for k in kinds]
        files = {name: picture_link(o, path) if site.options.downloads else "" for name, path in _pictures(lang)}
        body = o.render(
            "ontology.html.j2",
            classes=classes,
            relations=[_relation(o, r, parents, known, uses) for r in relations],
            others=_others(o, {*known}),
            tree=_draw_tree(o, kinds, parents, uses),
            matrix=_draw_matrix(o, kinds, uses),
            files=files,
            file=o.href("ns.ttl") if site.is_builtin else "",
        )
        yield o.page(
            title=o.word("onto.title"),
            family="ontology",
            body=body,
            description=o.word("onto.lead"),
            head=view_head(o),
        )


def ontology_files(site: Site) -> Iterator[DataFile]:
    """Hand out the ontology and the rules as the files they are, and the drawings."""
    if site.is_builtin:
        from sobkb.loading import ontology_dir
        from sobkb.validation.rules import shape_files

        yield DataFile("ns.ttl", (ontology_dir() / "sobkb.ttl").read_bytes())
        for path in shape_files():
            yield DataFile("shapes.ttl" if path.stem == "shapes" else f"shapes-{path.stem}.ttl", path.read_bytes())
    if site.options.downloads:
        kinds, _, parents, uses = _subject(site)
        for lang in site.languages:
            o = Writer(site, lang, f"{lang}/{FOLDER}")
            drawings = (_draw_tree(o, kinds, parents, uses), _draw_matrix(o, kinds, uses))
            for (name, place), drawing in zip(_pictures(lang), drawings, strict=True):
                title = o.word(f"onto.{name}")
                address = NS if site.is_builtin else ""
                content = picture_file(o, drawing, title=title, description=o.word("onto.lead"), address=address)
                yield DataFile(place, content)


def _pictures(lang: str) -> tuple[tuple[str, str], ...]:
    """Return name and path of the drawings."""
    return ("tree", f"{lang}/{FOLDER}soorten.svg"), ("matrix", f"{lang}/{FOLDER}verbanden.svg")


class _Subject(NamedTuple):
    kinds: list[Term]
    relations: list[Term]
    parents: dict[str, list[str]]
    uses: _Uses


def _subject(site: Site) -> _Subject:
    parents: dict[str, list[str]] = {}
    for row in site.kb.sparql(_SUPER, timeout=None).rows:
        parents.setdefault(row["term"].value, []).append(row["parent"].value)
    uses = _uses(site)
    kinds = [k for k in site.kb.kinds if k.labels or uses.classes[k.iri]]
    relations = [r for r in site.kb.relation_types if r.labels or uses.relations[r.iri]]
    return _Subject(kinds, relations, parents, uses)


class _Uses(NamedTuple):
    classes: Counter[str]
    relations: Counter[str]
    pairs: dict[str, Counter[tuple[str, str]]]


def _uses(site: Site) -> _Uses:
    classes: Counter[str] = Counter()
    relations: Counter[str] = Counter()
    pairs: dict[str, Counter[tuple[str, str]]] = {}
    for concept in site.kb.concepts:
        classes.update(k.iri for k in concept.kinds)
        for s in (*concept.relations, *concept.notes):
            relations[s.relation.iri] += 1
            if isinstance(s.object, Concept) and concept.kind and s.object.kind:
                found = pairs.setdefault(s.relation.iri, Counter())
                found[concept.kind.iri, s.object.kind.iri] += 1
    return _Uses(classes, relations, pairs)


def _class(o: Writer, kind: Term, parents: dict[str, list[str]], known: dict[str, str], uses: _Uses) -> TermCard:
    number = uses.classes[kind.iri]
    label = Markup('<a href="{}">{}</a>').format(
        o.href(o.site.at.kind(o.lang, kind)), _label(o, kind.labels, kind.name)
    )
    return _card(o, kind, label, parents, known)._replace(
        uses=o.word("count.one") if number == 1 else o.word("count", number)
    )


def _relation(o: Writer, term: Term, parents: dict[str, list[str]], known: dict[str, str], uses: _Uses) -> TermCard:
    kb = o.site.kb
    number = uses.relations[term.iri]
    most = uses.pairs.get(term.iri, Counter()).most_common(_MOST_PAIRS)
    pairs = [
        Markup("{} → {} <small>{}</small>").format(o.kind_link(kb.term(a)), o.kind_link(kb.term(b)), count)
        for (a, b), count in most
    ]
    phrases = [
        (o.word(f"onto.{role}"), o.best(texts)) for role, texts in term.phrases if role in _ROLES and o.best(texts)
    ]
    return _card(o, term, _label(o, term.labels, term.name), parents, known)._replace(
        uses=o.word("source.count.one") if number == 1 else o.word("source.count", number),
        pairs=pairs,
        phrases=phrases,
    )


def _card(o: Writer, term: Term, label: Markup, parents: dict[str, list[str]], known: dict[str, str]) -> TermCard:
    return TermCard(
        term.name,
        shorten_iri(term.iri),
        term.iri,
        label,
        o.best(term.definitions),
        [_name(o, p, known) for p in parents.get(term.iri, ())],
        [_name(o, t, known) for t, above in parents.items() if term.iri in above and t in known],
        [],
        "",
        [],
        term.symmetric,
    )


def _label(o: Writer, labels: tuple[LangText, ...], name: str) -> Markup:
    return o.best(labels) or Markup("{}").format(name)


def _name(o: Writer, iri: str, known: dict[str, str]) -> Markup:
    short = shorten_iri(iri)
    if iri in known:
        return Markup('<a href="#{}"><code>{}</code></a>').format(known[iri], short)
    return o.outside(iri, short)


def _others(o: Writer, known: set[str]) -> list[tuple[str, str, str, Markup, Markup]]:
    """The properties that are no relations between concepts: what they are called and what they are for."""
    found: dict[str, tuple[str, str, str, Markup, Markup]] = {}
    for row in o.site.kb.sparql(_OTHERS, timeout=None).rows:
        iri = row["term"].value
        label, definition = row.get("label"), row.get("definition")
        lang = label.lang if label else ""
        if iri in known or not iri.startswith(NS) or (iri in found and lang != o.lang):
            continue
        mark = o.mark(lang)
        name = iri.removeprefix(NS)
        found[iri] = (
            name,
            shorten_iri(iri),
            shorten_iri(row["type"].value),
            Markup("<span{}>{}</span>").format(mark, label.value) if label else Markup(),
            Markup("<span{}>{}</span>").format(mark, definition.value) if definition else Markup(),
        )
    return sorted(found.values())


# Drawings


def _draw_tree(o: Writer, kinds: list[Term], parents: dict[str, list[str]], uses: _Uses) -> Markup:
    """Draw the classes: what each is a special case of, here and in other vocabularies."""
    own = {k.iri for k in kinds}
    children: dict[str, list[Term]] = {}
    for kind in kinds:
        above = next((p for p in parents.get(kind.iri, ()) if p in own), "")
        children.setdefault(above, []).append(kind)
    rows: list[tuple[int, Term]] = []

    def walk(above: str, depth: int) -> None:
        for kind in children.get(above, ()):
            if all(kind != k for _, k in rows):
                rows.append((depth, kind))
                walk(kind.iri, depth + 1)

    walk("", 0)
    step, most = 24, max(uses.classes.values(), default=1)
    parts = []
    last: dict[int, int] = {}
    for n, (depth, kind) in enumerate(rows):
        x, y = 12 + depth * 26, 20 + n * step
        last[depth] = y
        if depth:
            start = last[depth - 1]
            parts.append(f'<path d="M{x - 20} {start + 8}V{y}H{x - 4}"/>')
        number = uses.classes[kind.iri]
        outside = ", ".join(shorten_iri(p) for p in parents.get(kind.iri, ()) if p not in own and p != _CONCEPT)
        width = 4 + 130 * number / most
        parts.append(
            f'<a href="#{esc(kind.name)}"><text x="{x}" y="{y + 4}">{esc(upper_first(kind.label(o.lang)))}</text></a>'
            f'<rect x="270" y="{y - 7}" width="{width:.0f}" height="14" rx="2"/>'
            f'<text x="{278 + width:.0f}" y="{y + 4}" class="n">{number}</text>'
            f'<text x="470" y="{y + 4}" class="out">{esc(outside)}</text>'
        )
    height = 20 + len(rows) * step
    return _svg(680, height, "".join(parts), o.word("onto.tree"), "classes")


def _draw_matrix(o: Writer, kinds: list[Term], uses: _Uses) -> Markup:
    """Draw between which kinds relations run: a square per pair, the larger the more."""
    between: Counter[tuple[str, str]] = Counter()
    for pairs in uses.pairs.values():
        between.update(pairs)
    shown = [k for k in kinds if any(k.iri in pair for pair in between)]
    place = {k.iri: n for n, k in enumerate(shown)}
    step, left, top, most = 15, 168, 150, max(between.values(), default=1)
    size = len(shown) * step
    parts = [f'<rect class="back" x="{left}" y="{top}" width="{size}" height="{size}"/>']
    for n, kind in enumerate(shown):
        name = esc(upper_first(kind.label(o.lang)))
        middle = n * step + step / 2
        parts.append(
            f'<text x="{left - 6}" y="{top + middle + 4:.1f}" class="end">{name}</text>'
            f'<text transform="translate({left + middle + 4:.1f} {top - 6}) rotate(-90)">{name}</text>'
            f'<path d="M{left} {top + n * step}H{left + size}M{left + n * step} {top}V{top + size}"/>'
        )
    labels = {k.iri: k.label(o.lang) for k in shown}
    for (a, b), number in sorted(between.items()):
        side = 3 + (step - 4) * (number / most) ** 0.5
        x, y = left + place[b] * step + (step - side) / 2, top + place[a] * step + (step - side) / 2
        words = f"{labels[a]} → {labels[b]}: {number}"
        parts.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{side:.1f}" height="{side:.1f}"><title>{esc(words)}</title></rect>'
        )
    return _svg(left + size + 4, top + size + 4, "".join(parts), o.word("onto.matrix"), "matrix")


def _svg(width: int, height: int, inner: str, title: str, css: str) -> Markup:
    role = "group" if "<a " in inner else "img"
    return trusted(
        f'<svg class="{css}" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="{role}" '
        f'aria-label="{esc(title)}">{inner}</svg>'
    )
