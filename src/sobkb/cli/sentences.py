"""Statements in words, for the terminal: who says what, and in which section."""

from __future__ import annotations

from collections.abc import Iterable

from sobkb.cli.messages import Texts
from sobkb.cli.output import accent, dim
from sobkb.model import Concept, Section, Statement, Term
from sobkb.phrasing import RELATED, relation_words
from sobkb.text import LangText, pick_text, texts_in

Line = tuple[str, tuple[str, ...], tuple[Section, ...]]
"""What a concept has of one relation: the words after the subject, the other ends, where it is said."""


def lines_about(concept: Concept, lang: str, texts: Texts) -> list[Line]:
    """Gather the relations of a concept by their words and sections, those that end at it read from its side.

    A relation that holds both ways and is stated both ways is written once.
    """
    plural = concept.is_plural(lang)
    found = [(s.relation, s.sections, s.object, False) for s in concept.relations]
    found += [(s.relation, s.sections, s.subject, True) for s in concept.incoming]
    groups: dict[tuple[str, tuple[Section, ...]], dict[str, None]] = {}
    for term, sections, end, inverse in found:
        words = phrase(term, lang, texts, inverse=inverse, plural=plural)
        label = end.label(lang) if isinstance(end, Concept) else end.text
        groups.setdefault((words, sections), {})[label] = None
    return [(words, tuple(sorted(labels, key=str.casefold)), sections) for (words, sections), labels in groups.items()]


def phrase(term: Term, lang: str, texts: Texts, *, inverse: bool = False, plural: bool = False) -> str:
    """Return the words between subject and object, also for a relation the data does not put into words."""
    related = (texts("word.related.one"), texts("word.related.many"))
    words = relation_words(term, lang, related, inverse=inverse and not term.symmetric, plural=plural)
    unnamed = not term.phrases and not term.labels and term.iri != RELATED
    return f"← {words}" if inverse and unnamed else words


def in_words(line: Line, texts: Texts) -> str:
    """Write a line as the rest of a sentence."""
    words, objects, sections = line
    return f"{words} {texts.both([accent(o) for o in objects])} {evidence(sections, texts)}".rstrip()


def by_subject(statements: Iterable[Statement], lang: str, texts: Texts) -> list[str]:
    """Write what one section says, one sentence per subject and relation, sorted by subject."""
    groups: dict[tuple[Concept, Term], list[str]] = {}
    for statement in statements:
        end = statement.object
        label = accent(end.label(lang)) if isinstance(end, Concept) else end.text
        groups.setdefault((statement.subject, statement.relation), []).append(label)
    written = []
    for (subject, term), ends in sorted(groups.items(), key=lambda g: (g[0][0].label(lang).casefold(), g[0][0].iri)):
        words = phrase(term, lang, texts, plural=subject.is_plural(lang))
        written.append(f"{accent(subject.label(lang))} {words} {texts.both(ends)}")
    return written


def note_line(note: Statement, lang: str) -> str:
    """Write a note with its subject, and its sort unless it is a plain remark."""
    sort = "" if note.relation.name == "sourceNote" else f" ({note.relation.label(lang)})"
    return f"{accent(note.subject.label(lang))}{sort}: {note.object}"


def evidence(sections: Iterable[Section], texts: Texts) -> str:
    """Name sections by the id that `sobkb section` takes."""
    ids = [texts("show.editorial") if s.editorial else s.id for s in sections]
    return dim(f"[{', '.join(dict.fromkeys(ids))}]") if ids else ""


def in_language(notes: Iterable[Statement], lang: str) -> list[Statement]:
    """Keep the notes in the reader's language; of what only exists in another language, keep that.

    Notes are translations of each other when they have the same subject, relation and sections.
    """
    groups: dict[tuple[str, str, tuple[Section, ...]], list[Statement]] = {}
    for note in notes:
        groups.setdefault((note.subject.iri, note.relation.iri, note.sections), []).append(note)
    kept: list[Statement] = []
    for group in groups.values():
        texts = [n.object for n in group if isinstance(n.object, LangText)]
        best = pick_text(texts, lang)
        wanted = texts_in(texts, lang.partition("-")[0]) or (
            texts_in(texts, best.lang) if best and best.lang else texts
        )
        kept += [n for n in group if n.object in wanted]
    return kept
