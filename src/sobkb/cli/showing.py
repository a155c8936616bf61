"""`sobkb show`: everything about one concept, in the fixed order of its page."""

from __future__ import annotations

from argparse import Namespace

from sobkb.cli import sentences
from sobkb.cli.output import Console, accent, bad, bold, dim
from sobkb.cli.parsing import UsageError
from sobkb.errors import UnknownConceptError, UnknownTermError
from sobkb.light_typing import TYPE_CHECKING
from sobkb.text import LangText, pick_text

if TYPE_CHECKING:
    from sobkb.cli.messages import Texts
    from sobkb.cli.parsing import Parser
    from sobkb.cli.session import Session
    from sobkb.model import Concept, Contrast, Dating, Figure


_MANY = 15
"""Members of an enumeration that are named; `sobkb show` is about one concept, not about its neighbours."""

_HIGHEST = 12
"""Links that are followed up; a longer way begins with "…"."""


def configure_show(parser: Parser) -> None:
    """Name the arguments of `show`."""
    parser.argument("name", nargs="+")
    parser.option("--short", action="store_true")


def run_show(session: Session, options: Namespace) -> int:
    """Show one concept."""
    concept = _find(session, " ".join(options.name))
    if session.as_json:
        from sobkb.exports.plain import concept_json

        session.out.json(concept_json(concept))
    else:
        page = _Page(concept, session)
        page.write_top()
        if not options.short:
            page.write_rest()
        page.write_address()
    return 0


def _find(session: Session, name: str) -> Concept:
    """Return a concept; a name of something else is met with the command that shows that."""
    try:
        return session.kb[name]
    except UnknownConceptError as error:
        for sort, command in (("section", "section"), ("scheme", "tree")):
            try:
                getattr(session.kb, sort)(name)
            except UnknownTermError:
                continue
            problem = session.texts("show.other", name=name, sort=session.texts(f"sort.{sort}"), command=command)
            raise UsageError(session.command, problem) from error
        raise


class _Page:
    def __init__(self, concept: Concept, session: Session) -> None:
        self.concept = concept
        self.lang = session.lang
        self.texts: Texts = session.texts
        self.out: Console = session.out

    def write_top(self) -> None:
        concept, out = self.concept, self.out
        out.line(bold(concept.label(self.lang)))
        out.line(dim(" · ".join(self._status())))
        if concept.is_deprecated:
            self._write_deprecation()
        for line in self._other_terms():
            out.line(line, hang=2)
        if explanation := concept.text("comment", self.lang):
            out.line()
            out.line(self._marked(explanation))
        if definition := concept.text("definition", self.lang):
            out.heading(self.texts("show.definition"))
            out.line(self._marked(definition), indent=2)

    def write_rest(self) -> None:
        self._write_notes()
        self._write_statements()
        self._write_hierarchy()
        for contrast in self.concept.contrasts:
            self._write_contrast(contrast)
        self._write_counterparts()
        self._write_figures(self.concept.figures)
        self._write_dates(self.concept.dates)
        self._write_collections()
        self._write_matches()

    def write_address(self) -> None:
        concept = self.concept
        self.out.line()
        if concept.sources:
            places = ", ".join(s.id for s in concept.sources)
            self.out.line(dim(self.texts("show.source", places=places)), hang=2)
        if concept.modified:
            self.out.line(dim(self.texts("show.modified", date=concept.modified)))
        self.out.line(dim(concept.iri))

    def _status(self) -> list[str]:
        concept = self.concept
        parts = [concept.kind.label(self.lang)] if concept.kind else []
        parts += [s.label(self.lang) for s in concept.schemes]
        parts += [r.label(self.lang) for r in concept.regions]
        if concept.status:
            key = f"status.{concept.status}"
            parts.append(self.texts(key) if key in self.texts else concept.status)
        return parts or [self.texts("word.concept")]

    def _write_deprecation(self) -> None:
        instead = [c.label(self.lang) for c in self.concept.replaced_by]
        if instead:
            self.out.line(bad(self.texts("show.replaced", instead=self.texts.both(instead))))
        else:
            self.out.line(bad(self.texts("show.deprecated")))

    def _other_terms(self) -> list[str]:
        concept = self.concept
        shown = pick_text(concept.pref_labels, self.lang)
        lines = []
        elsewhere = [f"{t.text} ({t.lang})" if t.lang else t.text for t in concept.pref_labels if t != shown]
        if elsewhere:
            lines.append(f"{dim(self.texts('show.translations'))} {', '.join(elsewhere)}")
        if concept.alt_labels:
            terms = [f"{t.text} ({t.lang})" if t.lang else t.text for t in concept.alt_labels]
            lines.append(f"{dim(self.texts('show.also'))} {', '.join(terms)}")
        if concept.notations:
            lines.append(f"{dim(self.texts('show.notation'))} {', '.join(concept.notations)}")
        return lines

    def _marked(self, text: LangText) -> str:
        """Say in which language a text is, when it is not the one asked for."""
        own = text.lang.partition("-")[0]
        return f"{text.text} {dim(f'({text.lang})')}" if own and own != self.lang.partition("-")[0] else text.text

    def _write_notes(self) -> None:
        for sort in ("scopeNote", "example", "historyNote", "note"):
            found = self.concept.texts(sort)
            best = pick_text(found, self.lang)
            if best is None:
                continue
            self.out.heading(self.texts(f"note.{sort}"))
            for text in found:
                if text.lang == best.lang:
                    self.out.line(self._marked(text), indent=2)

    def _write_statements(self) -> None:
        concept, texts = self.concept, self.texts
        lines = sentences.lines_about(concept, self.lang, texts)
        notes = sentences.in_language(concept.notes, self.lang)
        if lines:
            self.out.heading(texts("show.statements"))
            self.out.line(self._subject() + " …", indent=2)
            for line in lines:
                self.out.line(f"– {sentences.in_words(line, texts)}", indent=2, hang=4)
        if notes:
            self.out.heading(texts("show.source-notes"))
        for note in notes:
            if isinstance(note.object, LangText):
                sort = note.relation.label(self.lang)
                lead = "" if note.relation.name == "sourceNote" else f"{sort}: "
                where = sentences.evidence(note.sections, texts)
                self.out.line(f"– {lead}{self._marked(note.object)} {where}".rstrip(), indent=2, hang=4)

    def _subject(self) -> str:
        article = self.concept.article(self.lang)
        name = f"{article} {self.concept.label(self.lang)}" if article else self.concept.label(self.lang)
        return name[:1].upper() + name[1:]

    def _write_hierarchy(self) -> None:
        concept = self.concept
        if not concept.broader and not concept.narrower:
            return
        from sobkb.hierarchy import begins_halfway, paths_to_top, sort_by_label

        self.out.heading(self.texts("show.hierarchy"))
        if concept.broader:
            for path in paths_to_top(concept, limit=12, distance=_HIGHEST):
                above = " › ".join(accent(c.label(self.lang)) for c in path[:-1])
                start = "… › " if begins_halfway(path) else ""
                self.out.line(f"{start}{above} › {concept.label(self.lang)}", indent=2, hang=4)
        if concept.narrower:
            below = ", ".join(accent(c.label(self.lang)) for c in sort_by_label(concept.narrower, self.lang))
            self.out.line(f"{self.texts('show.narrower')} {below}", indent=2, hang=4)

    def _write_contrast(self, contrast: Contrast) -> None:
        other = contrast.other(self.concept)
        self.out.heading(self.texts("show.contrast", other=other.label(self.lang)))
        write_contrast(self.out, contrast, self.concept, self.lang)

    def _write_counterparts(self) -> None:
        texts = self.texts
        heading = ""
        for counterpart in self.concept.counterparts:
            is_flemish = counterpart.flemish == self.concept
            other = counterpart.dutch if is_flemish else counterpart.flemish
            wanted = texts("show.counterpart.dutch" if is_flemish else "show.counterpart.flemish")
            if wanted != heading:
                heading = wanted
                self.out.heading(heading)
            name = accent(other.label(self.lang)) if other else texts("show.counterpart.none")
            key = f"degree.{counterpart.degree}"
            degree = texts(key) if key in texts else counterpart.degree
            reason = pick_text(counterpart.reasons, self.lang)
            why = f" – {self._marked(reason)}" if reason else ""
            self.out.line(f"– {name} ({degree}){why}" if other else f"– {name}{why}", indent=2, hang=4)

    def _write_figures(self, figures: tuple[Figure, ...]) -> None:
        if figures:
            self.out.heading(self.texts("show.figures"))
        for figure in figures:
            self.out.line(f"– {figure_in_words(figure, self.lang, self.texts)}", indent=2, hang=4)

    def _write_dates(self, dates: tuple[Dating, ...]) -> None:
        if dates:
            self.out.heading(self.texts("show.dates"))
        for dating in dates:
            self.out.line(f"– {dating_in_words(dating, self.lang, self.texts)}", indent=2, hang=4)

    def _write_collections(self) -> None:
        if self.concept.collections:
            self.out.heading(self.texts("show.collections"))
        for collection in self.concept.collections:
            others = [c for c in collection.members if c != self.concept]
            members = ", ".join(accent(c.label(self.lang)) for c in others[:_MANY])
            more = f" {dim(self.texts('word.more', number=len(others) - _MANY))}" if len(others) > _MANY else ""
            self.out.line(f"– {collection.label(self.lang)}: {members}{more}", indent=2, hang=4)

    def _write_matches(self) -> None:
        if self.concept.matches:
            self.out.heading(self.texts("show.matches"))
        for match in self.concept.matches:
            key = f"match.{match.type}"
            label = pick_text(match.labels, self.lang)
            name = f"{label.text} " if label else ""
            sort = self.texts(key) if key in self.texts else match.type
            self.out.line(f"– {sort}: {name}{dim(match.iri)}", indent=2, hang=4)


def write_contrast(out: Console, contrast: Contrast, first: Concept, lang: str) -> None:
    """Write what separates two concepts, the named one first."""
    if question := pick_text(contrast.questions, lang):
        out.line(question.text, indent=2)
    rows = []
    for dimension in contrast.dimensions:
        sides = (dimension.first, dimension.second)
        if contrast.first != first:
            sides = (dimension.second, dimension.first)
        rows.append([_best(dimension.labels, lang), *(_best(side, lang) for side in sides)])
    if rows:
        other = contrast.other(first)
        out.table(rows, ("", first.label(lang), other.label(lang)), indent=2)


def figure_in_words(figure: Figure, lang: str, texts: Texts) -> str:
    """Write a number with its unit, place, remark and section."""
    from sobkb.wording import number_in_words

    number = number_in_words(figure.value, lang)
    words = [texts("word.about", text=number) if figure.approximate else number]
    words += [figure.unit(lang)] if figure.unit(lang) else []
    if figure.measures:
        words.append("(" + ", ".join(c.label(lang) for c in figure.measures) + ")")
    if figure.places:
        words.append("· " + ", ".join(c.label(lang) for c in figure.places))
    if note := pick_text(figure.notes, lang):
        words.append(f"· {note.text}")
    if figure.section:
        words.append(sentences.evidence([figure.section], texts))
    return " ".join(words)


def dating_in_words(dating: Dating, lang: str, texts: Texts) -> str:
    """Write a date with its remark and section."""
    from sobkb.wording import date_in_words

    words = [date_in_words(dating.span, lang)] if dating.span else []
    if note := pick_text(dating.notes, lang):
        words.append(f"({note.text})" if words else f"“{note.text}”")
    if dating.section:
        words.append(sentences.evidence([dating.section], texts))
    return " ".join(words)


def _best(texts: tuple[LangText, ...], lang: str) -> str:
    text = pick_text(texts, lang)
    return text.text if text else "–"
