"""Wrong choices that teach something: what a reader may well take for the right one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sobkb.model import Concept
from sobkb.teaching.chance import draw, shuffled
from sobkb.teaching.judging import Judge, defined
from sobkb.teaching.masking import fold, plain_name
from sobkb.teaching.values import Choice
from sobkb.teaching.words import named, say

MOST = 3
"""Wrong choices a question has at most."""
LEAST = 2
"""Wrong choices a question has at least, unless it is about two sides."""


def tempting(judge: Judge, concept: Concept, nearby: Iterable[Concept], seed: str, lang: str) -> Iterator[Concept]:
    """Yield concepts that may be taken for another, the most tempting first.

    Confusables come first, then siblings and those listed together, then others of the same kind, those the
    same section speaks of before the rest.

    Args:
        judge: Knows the knowledge base.
        concept: The right answer.
        nearby: Other concepts of the topic.
        seed: Decides among equals.
        lang: Language in which a choice must have a name.
    """
    contrasted = judge.contrasted(concept)
    siblings = {below for above in concept.broader for below in above.narrower}
    listed = {m for c in concept.collections for m in c.members}
    around = set(nearby)
    own = judge.facts(concept)
    ties = judge.tied(concept)

    def rank(other: Concept) -> tuple[int, int, str]:
        weight = 6 * (other in contrasted) + 4 * (other in siblings) + 3 * (other in listed) + 2 * (other in around)
        facts = judge.facts(other)
        weight += 2 * (facts.regions == own.regions) + (facts.level == own.level)
        weight += other.is_plural(lang) == concept.is_plural(lang)
        weight += 2 * (not own.places.isdisjoint(facts.places)) + min(2, len(ties & judge.tied(other)))
        return (-weight, draw(seed, other.iri), other.iri)

    pool = contrasted | {c for c in (*judge.peers(concept), *siblings, *listed) if c.kind == concept.kind}
    return (c for c in sorted(pool - {concept}, key=rank) if speaks(c, lang))


def pick(candidates: Iterable[Concept], lang: str, *, beside: Iterable[Concept] = ()) -> list[Concept]:
    """Take the first few whose names a reader can tell apart."""
    names = {fold(plain_name(c.label(lang))) for c in beside}
    taken = []
    for concept in candidates:
        name = fold(plain_name(concept.label(lang)))
        if name and name not in names:
            names.add(name)
            taken.append(concept)
        if len(taken) == MOST:
            break
    return taken


def speaks(concept: Concept, lang: str) -> bool:
    """Tell whether a concept has a name in a language, or one in no language at all."""
    wanted = lang.partition("-")[0]
    return any(t.lang.partition("-")[0] in (wanted, "") and t.text.strip() for t in concept.pref_labels)


def offer(right: Concept, wrong: Iterable[Concept], seed: str, lang: str, *, noted: bool = True) -> tuple[Choice, ...]:
    """Return the choices in an order that looks like chance, without what stands in brackets, which tells too much.

    Args:
        right: The answer.
        wrong: The others.
        seed: Decides on the order.
        lang: Language of the names.
        noted: True to say of each wrong choice what it is.
    """

    def note(concept: Concept) -> str:
        text = defined(concept, lang) if noted else ""
        return say(lang, "other", term=named(lang, concept), definition=text) if text else ""

    choices = [Choice(plain_name(right.label(lang)), right, is_right=True)]
    choices += [Choice(plain_name(c.label(lang)), c, note=note(c)) for c in wrong]
    return tuple(shuffled(seed, choices, lambda c: c.concept.iri))
