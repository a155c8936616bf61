"""From a definition to its concept."""

from __future__ import annotations

from collections.abc import Iterator

from sobkb.model import Concept
from sobkb.teaching.chance import short_name
from sobkb.teaching.distractors import LEAST, defined, offer, pick, says_the_same, speaks, tempting
from sobkb.teaching.judging import Judge
from sobkb.teaching.masking import masked
from sobkb.teaching.values import Question, Topic
from sobkb.teaching.words import capital, say
from sobkb.text import texts_in


def definition_questions(judge: Judge, topic: Topic, lang: str) -> Iterator[Question]:
    """Ask which concept a definition is of, once for every concept of a topic that can be asked for."""
    for concept in topic.concepts:
        if concept.is_deprecated or not speaks(concept, lang):
            continue
        definition = defined(concept, lang)
        given = masked(definition, names_in(concept, lang)) if definition else ""
        if not given:
            continue
        seed = f"{topic.seed} {concept.iri}"
        fitting = (
            other
            for other in tempting(judge, concept, topic.concepts, seed, lang)
            if judge.is_other(concept, other) and not says_the_same(definition, defined(other, lang))
        )
        wrong = pick(fitting, lang, beside=[concept])
        if len(wrong) < LEAST:
            continue
        because = [definition, *(t.text for t in texts_in(concept.texts("comment"), lang)[:1])]
        yield Question(
            short_name("definition", concept.iri),
            "definition",
            say(lang, "definition.ask"),
            given,
            offer(concept, wrong, seed, lang),
            say(lang, "definition.because", right=capital(concept.label(lang)), definition=" ".join(because)),
            concept.sources or concept.sections,
            concept.iri,
            lang,
        )


def names_in(concept: Concept, lang: str) -> list[str]:
    """Return the names of a concept in a language, the preferred term first."""
    others = texts_in((*concept.alt_labels, *concept.hidden_labels), lang)
    return [concept.label(lang), *(t.text for t in others)]
