"""Statements as sentences.

The wording comes from the ontology: a relation has a phrase to stand between subject and object, a
concept may have an article and be plural. Nothing here knows what the relations mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from sobkb.model import Concept
from sobkb.namespaces import NS
from sobkb.pages.markup import esc, trusted
from sobkb.phrasing import article_after, group_ends, reads_both_ways, relation_words
from sobkb.text import LangText, pick_text

if TYPE_CHECKING:
    from sobkb.model import Section, Statement, Term
    from sobkb.pages.writing import Writer

SOURCE_NOTE = NS + "sourceNote"
MANY = 7
"""From this number of objects on, a sentence turns into a list."""
LEAD = 4
"""From this number of sentences about one thing on, it is named once, above them."""
PLACES = 3
"""From this number of places on, what they say with the same relation is put under one head."""


class Part(NamedTuple):
    """What one place says, where several places use the same relation.

    Attributes:
        joined: The objects as running text.
        sections: Links to where it is said.
        editorial: True when only the editors say so.
    """

    joined: Markup
    sections: tuple[Markup, ...]
    editorial: bool


class Sentence(NamedTuple):
    """One sentence, in parts a template can put together.

    Attributes:
        relation: Name of the relation.
        subject: What it is about, as HTML.
        phrase: The words between subject and objects.
        objects: The other ends, as HTML; joined into the sentence when there are few.
        joined: The objects as running text.
        sections: Links to where it is said.
        editorial: True when only the editors say so.
        many: True when the objects are better shown as a list.
        parts: The same relation place by place, each with its objects and sections; empty when there are few places.
    """

    relation: str
    subject: Markup
    phrase: str
    objects: tuple[Markup, ...]
    joined: Markup
    sections: tuple[Markup, ...]
    editorial: bool
    many: bool
    parts: tuple[Part, ...] = ()


class Passage(NamedTuple):
    """Sentences that follow one another.

    Attributes:
        lead: What all of them are about, to be named once; empty when each names its own subject.
        sentences: The sentences.
    """

    lead: Markup
    sentences: tuple[Sentence, ...]


class NoteGroup(NamedTuple):
    """Texts a source gives about a concept, of one sort.

    Attributes:
        title: What sort of text it is; empty for plain remarks.
        notes: What one place says, with the links to where it stands and whether the editors say so.
    """

    title: str
    notes: tuple[tuple[Markup, tuple[Markup, ...], bool], ...]


def outgoing_sentences(
    o: Writer, concept: Concept, statements: Iterable[Statement], *, cite: bool = True, anchors: bool = False
) -> list[Sentence]:
    """Write the relations that start at a concept, by relation and place.

    Args:
        o: Writer of the page.
        concept: Subject of the sentences.
        statements: Its relations, in page order.
        cite: True to name the sections.
        anchors: True to give every statement an address on the page.
    """
    sentences = []
    for term, groups in group_ends((s.relation, s.sections, s.object) for s in statements):
        phrase = phrase_words(o, term, inverse=False, plural=concept.is_plural(o.lang))
        found = [
            (
                places,
                [
                    o.link(
                        c, before=article_after(phrase, c, o.lang), anchor=f"{term.name}.{c.slug}" if anchors else ""
                    )
                    for c in _by_label(o, ends)
                ],
            )
            for places, ends in groups
        ]
        sentences += _sentences(o, concept, term, found, inverse=False, cite=cite)
    return sentences


def incoming_sentences(o: Writer, concept: Concept, statements: Iterable[Statement]) -> list[Sentence]:
    """Write the relations that end at a concept, read from this side.

    A relation without words for the other direction is read from the other concepts' side.
    """
    sentences = []
    for term, groups in group_ends((s.relation, s.sections, s.subject) for s in statements):
        if reads_both_ways(term):
            inverse = not term.symmetric
            phrase = phrase_words(o, term, inverse=inverse, plural=concept.is_plural(o.lang))
            found = [
                (places, [o.link(c, before=article_after(phrase, c, o.lang)) for c in _by_label(o, ends)])
                for places, ends in groups
            ]
            sentences += _sentences(o, concept, term, found, inverse=inverse, cite=True)
            continue
        for places, ends in groups:
            for other in _by_label(o, ends):
                phrase = phrase_words(o, term, inverse=False, plural=other.is_plural(o.lang))
                target = [o.link(concept, before=article_after(phrase, concept, o.lang))]
                sentences.append(_sentence(o, other, term, target, places, inverse=False, cite=True, linked=True))
    return sentences


def passages_of(sentences: Iterable[Sentence]) -> list[Passage]:
    """Divide sentences into those that share a subject, when it is worth naming it once, and the others."""
    found: list[Passage] = []
    for subject, group in groupby(sentences, key=lambda s: s.subject):
        same = tuple(group)
        lead = subject if len(same) >= LEAD else Markup()
        if found and not lead and not found[-1].lead:
            found[-1] = Passage(lead, found[-1].sentences + same)
        else:
            found.append(Passage(lead, same))
    return found


def note_groups(o: Writer, notes: Iterable[Statement], *, cite: bool = True) -> list[NoteGroup]:
    """Gather what the sources say in words, one group per sort of text; plain remarks come last."""
    sorts: dict[Term, dict[tuple[Section, ...], list[LangText]]] = {}
    for note in notes:
        if isinstance(note.object, LangText):
            sorts.setdefault(note.relation, {}).setdefault(note.sections, []).append(note.object)
    groups = []
    for term in sorted(sorts, key=lambda t: (t.iri == SOURCE_NOTE, t.order, t.iri)):
        found = []
        for places, texts in sorts[term].items():
            links = tuple(o.section_link(s) for s in places) if cite else ()
            editorial = bool(places) and all(s.editorial for s in places)
            said = o.all_best(texts)
            if cite and all(text.endswith((".", "?", "!")) for text in said):
                said = [Markup(" ").join(said)]  # whole sentences from one place make a paragraph
            found += [(text, links, editorial) for text in said]
        title = "" if term.iri == SOURCE_NOTE else _upper(term.phrase(o.lang))
        groups.append(NoteGroup(title, tuple(found)))
    return groups


def subject_words(o: Writer, concept: Concept, *, linked: bool = False) -> Markup:
    """Write a concept as subject of a sentence, with its article and a capital."""
    article = concept.article(o.lang)
    mark, name = o.name(concept)
    if not article:
        name = esc(_upper(o.label(concept)))
    if linked:
        name = f'<a href="{o.to(concept)}"{mark}>{name}</a>'
    elif mark:
        name = f"<span{mark}>{name}</span>"
    return trusted(f"{esc(_upper(article))} {name}" if article else name)


def join_words(words: Sequence[Markup], last: str) -> Markup:
    """Join words with commas and a word before the last.

    Examples:
        >>> print(join_words([Markup("a"), Markup("b"), Markup("c")], "en"))
        a, b en c
    """
    if len(words) <= 1:
        return words[0] if words else Markup()
    return trusted(f"{', '.join(words[:-1])} {esc(last)} {words[-1]}")


def phrase_words(o: Writer, term: Term, *, inverse: bool, plural: bool) -> str:
    """Return the words between subject and object; SKOS's own relation has words of the site."""
    related = (o.word("related"), o.word("related.plural"))
    return relation_words(term, o.lang, related, inverse=inverse, plural=plural)


def _sentences(
    o: Writer,
    subject: Concept,
    term: Term,
    groups: list[tuple[tuple[Section, ...], list[Markup]]],
    *,
    inverse: bool,
    cite: bool,
) -> list[Sentence]:
    """Write one sentence per place, or one for all when there are many places."""
    if len(groups) < PLACES or not cite:
        return [_sentence(o, subject, term, objects, places, inverse=inverse, cite=cite) for places, objects in groups]
    parts = tuple(
        Part(
            join_words(objects, o.word("and")),
            tuple(o.section_link(s) for s in places),
            bool(places) and all(s.editorial for s in places),
        )
        for places, objects in groups
    )
    whole = _sentence(o, subject, term, [], (), inverse=inverse, cite=False, ends_open=True)
    return [whole._replace(parts=parts)]


def _sentence(
    o: Writer,
    subject: Concept,
    term: Term,
    objects: list[Markup],
    places: tuple[Section, ...],
    *,
    inverse: bool,
    cite: bool,
    linked: bool = False,
    ends_open: bool = False,
) -> Sentence:
    phrase = phrase_words(o, term, inverse=inverse, plural=subject.is_plural(o.lang))
    many = len(objects) >= MANY
    if (many or ends_open) and not phrase.endswith(":"):
        phrase += ":"
    return Sentence(
        term.name,
        subject_words(o, subject, linked=linked),
        phrase,
        tuple(objects),
        Markup() if many else join_words(objects, o.word("and")),
        tuple(o.section_link(s) for s in places) if cite else (),
        bool(places) and all(s.editorial for s in places),
        many,
    )


def _by_label(o: Writer, concepts: Iterable[Concept]) -> list[Concept]:
    return sorted(concepts, key=lambda c: (o.label(c).casefold(), c.iri))


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def best_note(o: Writer, texts: Iterable[LangText]) -> Markup:
    """Return remarks in the page's language as one run of text."""
    known = tuple(texts)
    if not known:
        return Markup()
    picked = pick_text(known, o.lang)
    assert picked is not None
    return Markup("; ").join(o.all_best(known))
