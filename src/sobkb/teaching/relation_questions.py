"""Sentences to complete, where a complete list tells all that completes them."""

from __future__ import annotations

from collections.abc import Iterator

from sobkb.model import Concept
from sobkb.teaching.chance import short_name
from sobkb.teaching.complete_lists import Owner, hidden, lists_of, outsiders, owners_of
from sobkb.teaching.distractors import LEAST, offer, pick, speaks
from sobkb.teaching.judging import Judge
from sobkb.teaching.masking import BLANK, plain_name, stems
from sobkb.teaching.values import Question, Topic
from sobkb.teaching.words import capital, listed, say, sentence
from sobkb.text import texts_in


def relation_questions(judge: Judge, topic: Topic, lang: str) -> Iterator[Question]:
    """Ask what completes a sentence, where a complete list tells all that does."""
    inside = set(topic.concepts)
    for collection in lists_of(topic):
        members = list(dict.fromkeys(collection.members))
        for owner in owners_of(collection):
            if owner.concept not in inside and not inside.issuperset(members):
                continue
            if not _names(collection.label(lang), owner.concept.label(lang)):
                continue  # another's list, that happens to be the same
            seed = f"{topic.seed} {collection.iri} {owner.concept.iri} {owner.relation.iri}"
            if not all(speaks(c, lang) for c in (*members, owner.concept)) or not _has_words(owner, lang):
                continue
            gap = _sentence(owner, BLANK, lang)
            right = hidden(members, gap, seed, lang)
            if right is None:
                continue
            owners = owners_of(collection)
            fitting = (
                c
                for c in outsiders(judge, topic, right, collection, owners, seed, lang)
                if not owner.inverse or c.is_plural(lang) == right.is_plural(lang)
            )
            wrong = pick(fitting, lang, beside=members)
            if len(wrong) < LEAST:
                continue
            yield Question(
                short_name("relation", collection.iri, owner.concept.iri, owner.relation.iri),
                "relation",
                say(lang, "relation.ask"),
                gap,
                offer(right, wrong, seed, lang, noted=False),
                _whole(owner, [m.label(lang) for m in members], lang),
                owner.sections,
                collection.iri,
                lang,
            )


def _names(title: str, label: str) -> bool:
    """Tell whether the title of a list names what it is the list of."""
    words = stems(plain_name(label))
    return len(words & stems(title)) * 2 >= len(words) > 0


def _has_words(owner: Owner, lang: str) -> bool:
    return bool(texts_in(dict(owner.relation.phrases).get("forward", ()), lang))


def _sentence(owner: Owner, ends: str, lang: str, *, many: bool = False) -> str:
    """Write the statement with its open end as given."""
    relation, concept = owner.relation, owner.concept
    if owner.inverse:
        text = f"{ends} {relation.phrase(lang, plural=many)} {_with_article(concept, lang)}"
    else:
        text = f"{_with_article(concept, lang)} {relation.phrase(lang, plural=concept.is_plural(lang))} {ends}"
    return sentence(capital(text))


def _whole(owner: Owner, names: list[str], lang: str) -> str:
    """Write the statement with all its ends, as a list behind a colon where they come last."""
    if owner.inverse:
        return _sentence(owner, listed(lang, names), lang, many=True)
    start = _sentence(owner, BLANK, lang).removesuffix(BLANK + ".").rstrip().removesuffix(":")
    return sentence(f"{start}: {'; '.join(names)}")


def _with_article(concept: Concept, lang: str) -> str:
    article = concept.article(lang)
    return f"{article} {concept.label(lang)}" if article else concept.label(lang)
