"""Questions about complete lists: which member is missing, and what does not belong."""

from __future__ import annotations

from collections.abc import Iterator

from sobkb.model import Collection, Concept
from sobkb.teaching.chance import draw, short_name, shuffled
from sobkb.teaching.complete_lists import hidden, lists_of, outsiders, owners_of
from sobkb.teaching.distractors import LEAST, offer, pick, speaks
from sobkb.teaching.judging import Judge
from sobkb.teaching.masking import BLANK, leaks, plain_name
from sobkb.teaching.values import Choice, Question, Topic
from sobkb.teaching.words import capital, named, quoted, say
from sobkb.text import texts_in

_ODD = 3
"""Members that stand beside the one that does not belong."""


def list_questions(judge: Judge, topic: Topic, lang: str) -> Iterator[Question]:
    """Ask for the missing member, or for the one that does not belong, once for every complete list."""
    for collection in lists_of(topic):
        members = list(dict.fromkeys(collection.members))
        if not texts_in(collection.labels, lang) or not all(speaks(m, lang) for m in members):
            continue
        forms = [_odd, _missing] if draw(topic.seed, collection.iri) % 2 else [_missing, _odd]
        found = (form(judge, topic, collection, members, lang) for form in forms)
        question = next((q for q in found if q is not None), None)
        if question is not None:
            yield question


def _odd(judge: Judge, topic: Topic, collection: Collection, members: list[Concept], lang: str) -> Question | None:
    seed, title = f"{topic.seed} {collection.iri}", collection.label(lang)
    if len(members) < _ODD:
        return None
    shown = shuffled(seed, members, lambda c: c.iri)[:_ODD]
    fitting = outsiders(judge, topic, shown[0], collection, owners_of(collection), seed, lang)
    odd = next((c for c in pick(fitting, lang, beside=members) if not leaks(title, c.label(lang))), None)
    if odd is None:
        return None
    choices = [Choice(plain_name(c.label(lang)), c, is_right=c == odd) for c in (*shown, odd)]
    names = "; ".join(m.label(lang) for m in members)
    quotes = {"title": quoted(lang, title), "members": names, "odd": named(lang, odd)}
    return _question(
        collection,
        say(lang, "list.ask.odd", title=quotes["title"]),
        "",
        tuple(shuffled(seed, choices, lambda c: c.concept.iri)),
        say(lang, "list.because.odd", **quotes),
        lang,
    )


def _missing(judge: Judge, topic: Topic, collection: Collection, members: list[Concept], lang: str) -> Question | None:
    seed, title = f"{topic.seed} {collection.iri}", collection.label(lang)
    right = hidden(members, title, seed, lang)
    if right is None:
        return None
    fitting = outsiders(judge, topic, right, collection, owners_of(collection), seed, lang)
    wrong = pick(fitting, lang, beside=members)
    if len(wrong) < LEAST:
        return None
    row = "; ".join(BLANK if m == right else plain_name(m.label(lang)) for m in members)
    names = "; ".join(m.label(lang) for m in members)
    return _question(
        collection,
        say(lang, "list.ask.missing"),
        f"{capital(title)}: {row}",
        offer(right, wrong, seed, lang, noted=False),
        say(lang, "list.because", title=quoted(lang, title), members=names),
        lang,
    )


def _question(
    collection: Collection, text: str, given: str, choices: tuple[Choice, ...], because: str, lang: str
) -> Question:
    name = short_name("list", collection.iri)
    return Question(name, "list", text, given, choices, because, collection.sections, collection.iri, lang)
