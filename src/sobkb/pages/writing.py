"""What every page family writes with: one language, one place, safe HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from html import unescape
from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import Markup, escape

from sobkb.errors import ExportError
from sobkb.namespaces import BASE
from sobkb.pages.addresses import Addresses, relative, safe_href
from sobkb.pages.markup import esc, trusted
from sobkb.pages.page import Page
from sobkb.pages.words import PLAIN_WORDS, direction, language_name, words_in
from sobkb.text import LangText, pick_text, texts_in

if TYPE_CHECKING:
    import jinja2

    from sobkb.archive import Release
    from sobkb.knowledge_base import KnowledgeBase
    from sobkb.model import Concept, Figure, Section, Statement, Term


_HEADING = re.compile(r'<h2 id="([^"]+)">([^<]+)</h2>')


class SiteOptions(NamedTuple):
    """What the maker of a site decides.

    Attributes:
        languages: Languages of the site, the first being the main one; empty to take them from the data.
        name: Short name of the site; empty to use the title of the knowledge base.
        intro: What the site is, per language, in one or two sentences.
        base: Address the site will have, for canonical and permanent links; may be empty.
        repository: Address of the repository's web page; empty for no edit and report links.
        edit_path: Pattern of a concept's file in the repository, with `{scheme}` and `{slug}`.
        mail: Address for reports when there is no repository.
        downloads: Formats every concept can be downloaded in.
        finished: False for pages that another generator goes over, or that are only looked at while one writes:
            they get no zip file with the whole site and no twins in Markdown.
        releases: Folder with releases of the knowledge base; empty for those of the built-in one, if it is that.
    """

    languages: tuple[str, ...] = ()
    name: str = ""
    intro: tuple[tuple[str, str], ...] = ()
    base: str = ""
    repository: str = ""
    edit_path: str = ""
    mail: str = ""
    downloads: tuple[str, ...] = ("turtle", "jsonld", "rdfxml", "json")
    finished: bool = True
    releases: str = ""


class Site:
    """Everything the pages of one build share.

    Attributes:
        kb: The knowledge base.
        options: What the maker of the site decided.
        languages: The languages of the site.
        at: Addresses of all pages.
    """

    def __init__(self, kb: KnowledgeBase, options: SiteOptions | None = None) -> None:
        self.kb = kb
        self.options = options or SiteOptions()
        self.languages = self.options.languages or choose_languages(kb)
        for tag in self.languages:
            if not re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", tag):
                raise ExportError(f"'{tag}' is not a language tag; write one like nl or en-GB")
        self.at = Addresses(kb)
        self._templates = _environment()
        self.names: dict[tuple[str, str], tuple[str, str]] = {}
        self._labels: dict[tuple[str, str], LangText] = {}
        self._statements: dict[str, list[Statement]] | None = None
        self._findings: dict[str, list[Concept]] | None = None
        self._figures: dict[str, list[Figure]] | None = None
        self.words = {lang: words_in(lang) for lang in self.languages}
        if not self.has_sections:
            for words in self.words.values():
                words.update((key, words[plain]) for key, plain in PLAIN_WORDS.items())

    @cached_property
    def can_cite(self) -> bool:
        """True when citations in words can be made."""
        from sobkb.pages.attachments import can_cite

        return can_cite(self)

    @cached_property
    def releases(self) -> tuple[Release, ...]:
        """The releases that are kept, oldest first."""
        from sobkb.archive import releases

        if self.options.releases:
            return releases(self.options.releases)
        return releases() if self.is_builtin else ()

    @property
    def has_zip(self) -> bool:
        """True when the whole site is offered as a zip file, which is where there are downloads at all."""
        return self.options.finished and bool(self.options.downloads)

    @property
    def has_twins(self) -> bool:
        """True when every entry page has a twin in Markdown."""
        return self.options.finished and bool(self.options.downloads)

    @property
    def name(self) -> str:
        """Short name of the site, on one line: as given, else what the knowledge base is called."""
        own = "sobkb" if self.is_builtin else self.kb.title(self.languages[0])
        return " ".join((self.options.name or own or "SKOS").split())

    @property
    def is_builtin(self) -> bool:
        """True for the knowledge base that comes with the package, whose licence we know."""
        return any(s.iri.startswith(BASE) for s in self.kb.schemes)

    @property
    def has_sections(self) -> bool:
        """True when the data tells which section of a source says what."""
        return bool(self.kb.sections)

    def count_statements(self, section: Section | None = None) -> int:
        """Count what is said, in one section or in all; the same in two languages counts once."""
        if section is not None:
            found: Iterable[Statement] = self.statements_in(section)
        else:
            found = (s for c in self.kb.concepts for s in (*c.relations, *c.notes))
        count = 0
        texts: dict[tuple[str, str, tuple[Section, ...]], dict[str, int]] = {}
        for s in found:
            if isinstance(s.object, LangText):
                tags = texts.setdefault((s.subject.iri, s.relation.iri, s.sections), {})
                tags[s.object.lang] = tags.get(s.object.lang, 0) + 1
            else:
                count += 1
        return count + sum(max(tags.values()) for tags in texts.values())

    def template(self, name: str) -> jinja2.Template:
        """Return a template of the builder."""
        return self._templates.get_template(name)

    def label(self, concept: Concept, lang: str) -> LangText:
        """Return a concept's label for readers of a language, with the language it really is in."""
        key = (concept.iri, lang)
        found = self._labels.get(key)
        if found is None:
            found = pick_text(concept.pref_labels, lang) or pick_text(concept.alt_labels, lang)
            if found is None or not found.text.strip():
                found = LangText(concept.slug)
            self._labels[key] = found
        return found

    def figures_measuring(self, concept: Concept) -> list[Figure]:
        """Return the numbers that count a concept."""
        if self._figures is None:
            self._figures = {}
            for figure in self.kb.figures:
                for measured in figure.measures:
                    self._figures.setdefault(measured.iri, []).append(figure)
        return self._figures.get(concept.iri, [])

    def concepts_with_findings(self, section: Section) -> list[Concept]:
        """Return the concepts a section gives a number or a date for."""
        if self._findings is None:
            self._findings = {}
            for concept in self.kb.concepts:
                found = [f.section for f in concept.figures] + [d.section for d in concept.dates]
                for place in {s.iri for s in found if s}:
                    self._findings.setdefault(place, []).append(concept)
        return self._findings.get(section.iri, [])

    def statements_in(self, section: Section) -> list[Statement]:
        """Return what one section says, relations and notes alike, in all languages."""
        if self._statements is None:
            self._statements = {}
            for concept in self.kb.concepts:
                for statement in (*concept.relations, *concept.notes):
                    for place in statement.sections:
                        self._statements.setdefault(place.iri, []).append(statement)
        return self._statements.get(section.iri, [])


class Writer:
    """Writes one page: its language, its words and the links that start from it.

    Attributes:
        site: What all pages share.
        lang: Language of the page.
        path: Path of the page.
        words: The words of the site in that language.
    """

    def __init__(self, site: Site, lang: str, path: str) -> None:
        self.site = site
        self.lang = lang
        self.path = path
        self.words = site.words[lang]

    # Texts

    def word(self, key: str, *values: object, **named: object) -> str:
        """Return words of the site, filled in."""
        text = self.words[key]
        return text.format(*values, **named) if values or named else text

    def text(self, text: LangText | None) -> Markup:
        """Return text from the data as HTML, marked when it is in another language than the page."""
        if text is None:
            return Markup()
        mark = self.mark(text.lang)
        return Markup("<span{}>{}</span>").format(mark, text.text) if mark else escape(text.text)

    def best(self, texts: Iterable[LangText]) -> Markup:
        """Return the text for readers of this page as HTML; empty when there is none."""
        return self.text(pick_text(tuple(texts), self.lang))

    def all_best(self, texts: Iterable[LangText]) -> list[Markup]:
        """Return every text in the page's language, or all texts of the language that comes next."""
        known = tuple(texts)
        found = texts_in(known, self.lang)
        if not found and (best := pick_text(known, self.lang)):
            found = tuple(t for t in known if t.lang == best.lang)
        return [self.text(t) for t in found]

    def mark(self, lang: str) -> Markup:
        """Return the attributes for text in another language than the page; empty for the same language."""
        if not lang or lang == self.lang or lang.startswith(self.lang + "-"):
            return Markup()
        turned = Markup(' dir="{}"').format(direction(lang)) if direction(lang) != direction(self.lang) else ""
        return Markup(' lang="{}"{}').format(lang, turned)

    def label(self, concept: Concept) -> str:
        """Return a concept's label as plain text."""
        return self.site.label(concept, self.lang).text

    def language(self, tag: str) -> str:
        """Name a language in the words of the page."""
        return language_name(tag, self.lang)

    # Links

    def href(self, target: str, fragment: str = "") -> str:
        """Return the address of another page or file, seen from here."""
        if fragment and target == self.path:
            return "#" + fragment
        return relative(self.path, target) + ("#" + fragment if fragment else "")

    def to(self, concept: Concept) -> str:
        """Return the address of a concept's page, seen from here."""
        return relative(self.path, f"{self.lang}/id/{concept.slug}/")

    def link(self, concept: Concept, *, before: str = "", anchor: str = "") -> Markup:
        """Return a link to a concept.

        Args:
            concept: Where it leads.
            before: Article that stands in front of the label.
            anchor: Identifier of the link itself.
        """
        mark, name = self.name(concept)
        own = f' id="{esc(anchor)}"' if anchor else ""
        first = esc(before) + " " if before else ""
        return trusted(f'<a href="{self.to(concept)}"{own}{mark}>{first}{name}</a>')

    def name(self, concept: Concept) -> tuple[str, str]:
        """Return the attributes of a concept's label and the label itself, both escaped."""
        key = (concept.iri, self.lang)
        found = self.site.names.get(key)
        if found is None:
            label = self.site.label(concept, self.lang)
            found = self.site.names[key] = (str(self.mark(label.lang)), esc(label.text))
        return found

    def section_link(self, section: Section) -> Markup:
        """Return a link to a section of a source, in the words one cites it with."""
        return trusted(
            f'<a href="{self.href(self.site.at.section(self.lang, section))}">{esc(section.locator(self.lang))}</a>'
        )

    def outside(self, address: str, words: str) -> Markup:
        """Return a link to another site; only the words when the address is not one to link to."""
        href = safe_href(address)
        return Markup('<a rel="external" href="{}">{}</a>').format(href, words) if href else escape(words)

    def kind_link(self, kind: Term) -> Markup:
        """Return a link to the page of a kind."""
        return Markup('<a href="{}">{}</a>').format(
            self.href(self.site.at.kind(self.lang, kind)), kind.label(self.lang)
        )

    # Pages

    def render(self, template: str, **values: Any) -> str:
        """Fill in a template and return HTML without blank lines."""
        html = self.site.template(template).render(w=self.words, o=self, site=self.site, lang=self.lang, **values)
        return "\n".join(line for line in map(str.strip, html.split("\n")) if line)

    def contents(self, html: str) -> Markup:
        """Return a list of the headings of a page, to stand beside it."""
        found = _HEADING.findall(html)
        if len(found) < 3:
            return Markup()
        items = Markup().join(
            Markup('<li><a href="#{}">{}</a></li>').format(anchor, unescape(words)) for anchor, words in found
        )
        return Markup(
            '<aside class="toc"><nav aria-labelledby="toc-h"><h2 id="toc-h">{}</h2><ul>{}</ul></nav></aside>'
        ).format(self.word("contents"), items)

    def page(self, *, title: str, family: str, body: str, **more: Any) -> Page:
        """Make the page, with its translations at the same address in the other languages."""
        rest = self.path.partition("/")[2]
        translations = tuple((lang, f"{lang}/{rest}") for lang in self.site.languages)
        more.setdefault("translations", translations if self.path.startswith(self.lang + "/") else ())
        return Page(self.path, self.lang, title, body, family, **more)


def choose_languages(kb: KnowledgeBase) -> tuple[str, ...]:
    """Choose the languages of a site from the labels of the data.

    Dutch and English when at least a third of the concepts has a label in them; otherwise the
    language most labels are in.
    """
    counts: dict[str, int] = {}
    for concept in kb.concepts:
        for tag in {t.lang.partition("-")[0] for t in concept.pref_labels}:
            counts[tag] = counts.get(tag, 0) + 1
    chosen = tuple(lang for lang in ("nl", "en") if counts.get(lang, 0) * 3 >= len(kb))
    if chosen and len(kb):
        return chosen
    named = [tag for tag in counts if tag.isascii() and tag.isalpha()]
    return (max(named, key=lambda tag: (counts[tag], tag)),) if named else ("en",)


def _environment() -> jinja2.Environment:
    import jinja2

    return jinja2.Environment(
        loader=jinja2.PackageLoader("sobkb.pages"),
        autoescape=True,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
