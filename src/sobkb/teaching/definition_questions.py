"""From a definition to its concept, and back."""

from __future__ import annotations

from collections.abc import Iterator

from sobkb.model import Concept
from sobkb.teaching.chance import draw, short_name, shuffled
from sobkb.teaching.distractors import LEAST, offer, pick, speaks, tempting
from sobkb.teaching.judging import Judge, defined
from sobkb.teaching.masking import BLANK, leaks, masked, plain_name, tells_apart
from sobkb.teaching.values import Choice, Question, Topic
from sobkb.teaching.words import capital, named, say
from sobkb.text import texts_in


def definition_questions(judge: Judge, topic: Topic, lang: str) -> Iterator[Question]:
    """Ask which concept a definition is of, once for every concept of a topic that can be asked for.

    The main concepts come first, in an order that looks like chance, so that one may stop when there are enough.
    """
    for concept, definition in _defined(judge, topic, lang):
        given = masked(definition, names_in(concept, lang))
        if not given:
            continue
        peers = [judge.definition(c, lang) for c in judge.peers(concept) if c != concept]
        if given.startswith(f"{BLANK},") or (BLANK in given and not all(tells_apart(given, peer) for peer in peers)):
            continue
        seed = f"{topic.seed} {concept.iri}"
        wrong = pick(_fitting(judge, topic, concept, given, seed, lang), lang, beside=[concept])
        if len(wrong) >= LEAST:
            choices = offer(concept, wrong, seed, lang)
            yield _question("definition", say(lang, "definition.ask"), given, choices, concept, lang)


def term_questions(judge: Judge, topic: Topic, lang: str) -> Iterator[Question]:
    """Ask which definition is of a concept, where none of those to choose from names what it is of."""
    for concept, definition in _defined(judge, topic, lang):
        seed = f"{topic.seed} term {concept.iri}"
        if not _is_silent(concept, definition, [concept], lang):
            continue
        fitting = (
            other
            for other in _fitting(judge, topic, concept, definition, seed, lang)
            if _is_silent(other, judge.definition(other, lang), [concept, other], lang)
            and tells_apart(judge.definition(other, lang), definition)
        )
        wrong = pick(fitting, lang, beside=[concept])
        if len(wrong) < LEAST:
            continue
        choices = [
            Choice(
                judge.definition(c, lang).rstrip("."),
                c,
                is_right=c == concept,
                note="" if c == concept else say(lang, "term.other", term=named(lang, c)),
            )
            for c in (concept, *wrong)
        ]
        ordered = tuple(shuffled(seed, choices, lambda c: c.concept.iri))
        yield _question("term", say(lang, "term.ask", term=named(lang, concept)), "", ordered, concept, lang)


def _defined(judge: Judge, topic: Topic, lang: str) -> Iterator[tuple[Concept, str]]:
    for concept in sorted(topic.concepts, key=lambda c: (c.level == "B", draw(topic.seed, c.iri), c.iri)):
        definition = "" if concept.is_deprecated or not speaks(concept, lang) else judge.definition(concept, lang)
        if definition:
            yield concept, definition


def _fitting(judge: Judge, topic: Topic, concept: Concept, text: str, seed: str, lang: str) -> Iterator[Concept]:
    """Yield others that a text surely does not define, those most like its concept first."""
    for other in tempting(judge, concept, topic.concepts, seed, lang):
        if judge.is_other(concept, other) and tells_apart(text, judge.definition(other, lang)):
            yield other


def _is_silent(concept: Concept, definition: str, others: list[Concept], lang: str) -> bool:
    """Tell whether a definition names neither its own concept nor others."""
    return (
        bool(definition)
        and masked(definition, names_in(concept, lang)) == definition
        and not any(leaks(definition, plain_name(other.label(lang))) for other in others)
    )


def _question(sort: str, text: str, given: str, choices: tuple[Choice, ...], concept: Concept, lang: str) -> Question:
    because = [defined(concept, lang), *(t.text for t in texts_in(concept.texts("comment"), lang)[:1])]
    return Question(
        short_name(sort, concept.iri),
        sort,
        text,
        given,
        choices,
        say(lang, "definition.because", right=capital(concept.label(lang)), definition=" ".join(because)),
        concept.sources or concept.sections,
        concept.iri,
        lang,
    )


def names_in(concept: Concept, lang: str) -> list[str]:
    """Return the names of a concept in a language, the preferred term first."""
    others = texts_in((*concept.alt_labels, *concept.hidden_labels), lang)
    return [concept.label(lang), *(t.text for t in others)]
