"""Questions about lists the source gives as complete: what is missing, what is odd, what completes a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sobkb.model import Collection, Concept, Section, Term
from sobkb.teaching.chance import draw, short_name, shuffled
from sobkb.teaching.distractors import LEAST, offer, pick, speaks, tempting
from sobkb.teaching.judging import Judge, closed_lists
from sobkb.teaching.masking import BLANK, leaks
from sobkb.teaching.values import Choice, Question, Topic
from sobkb.teaching.words import capital, listed, say, sentence
from sobkb.text import texts_in

_ODD = 3
"""Members that stand beside the one that does not belong."""


class Owner(NamedTuple):
    """What a complete list is the list of: one end of a relation whose other ends are its members.

    Attributes:
        concept: The concept.
        relation: The relation.
        inverse: True when the members are the subjects.
        sections: Where that is said.
    """

    concept: Concept
    relation: Term
    inverse: bool
    sections: tuple[Section, ...]


def list_questions(judge: Judge, topic: Topic, lang: str) -> Iterator[Question]:
    """Ask for the missing member, or for the one that does not belong, once for every complete list."""
    for collection in lists_of(topic):
        members = list(dict.fromkeys(collection.members))
        if not texts_in(collection.labels, lang) or not all(speaks(m, lang) for m in members):
            continue
        owners = owners_of(collection)
        seed = f"{topic.seed} {collection.iri}"
        title = collection.label(lang)
        names = [m.label(lang) for m in members]
        whole = say(lang, "list.because", title=title, members="; ".join(names))
        if len(members) >= _ODD and draw(seed, "odd") % 2:
            shown = shuffled(seed, members, lambda c: c.iri)[:_ODD]
            odd = next(iter(_outsiders(judge, topic, shown[0], collection, owners, seed, lang)), None)
            if odd is None or leaks(title, odd.label(lang)):
                continue
            because = say(lang, "list.because.odd", title=title, members="; ".join(names), odd=odd.label(lang))
            choices = shuffled(
                seed, [*(Choice(m.label(lang), m) for m in shown), Choice(odd.label(lang), odd, is_right=True)], _iri
            )
            yield Question(
                short_name("list", collection.iri),
                "list",
                say(lang, "list.ask.odd", title=title),
                "",
                tuple(choices),
                because,
                collection.sections,
                collection.iri,
                lang,
            )
            continue
        right = _hidden(members, title, seed, lang)
        if right is None:
            continue
        wrong = pick(_outsiders(judge, topic, right, collection, owners, seed, lang), lang, beside=members)
        if len(wrong) >= LEAST:
            row = "; ".join(BLANK if m == right else m.label(lang) for m in members)
            yield Question(
                short_name("list", collection.iri),
                "list",
                say(lang, "list.ask.missing"),
                f"{capital(title)}: {row}",
                offer(right, wrong, seed, lang, noted=False),
                whole,
                collection.sections,
                collection.iri,
                lang,
            )


def relation_questions(judge: Judge, topic: Topic, lang: str) -> Iterator[Question]:
    """Ask what completes a sentence, where a complete list tells all that does."""
    inside = set(topic.concepts)
    for collection in lists_of(topic):
        members = list(dict.fromkeys(collection.members))
        for owner in owners_of(collection):
            if owner.concept not in inside and not inside.issuperset(members):
                continue
            if not leaks(collection.label(lang), owner.concept.label(lang)):
                continue  # another's list, that happens to be the same
            seed = f"{topic.seed} {collection.iri} {owner.concept.iri} {owner.relation.iri}"
            if not all(speaks(c, lang) for c in (*members, owner.concept)) or not _has_words(owner, lang):
                continue
            gap = _sentence(owner, BLANK, lang)
            right = _hidden(members, gap, seed, lang)
            if right is None:
                continue
            owners = owners_of(collection)
            fitting = (
                c
                for c in _outsiders(judge, topic, right, collection, owners, seed, lang)
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


def lists_of(topic: Topic) -> list[Collection]:
    """Return the complete lists that have most of their members in a topic, or what they are the list of."""
    inside = set(topic.concepts)
    found = []
    for collection in closed_lists(topic.concepts):
        members = set(collection.members)
        if len(members & inside) * 2 > len(members):
            found.append(collection)
    return found


def owners_of(collection: Collection) -> list[Owner]:
    """Find what a list is the list of: the same section says of exactly its members one and the same thing."""
    members = set(collection.members)
    first = collection.members[0]
    places = set(collection.sections)
    found = []
    for statement in (*first.incoming, *first.relations):
        inverse = statement.subject == first
        end = statement.object if inverse else statement.subject
        if statement.relation.symmetric or not isinstance(end, Concept) or end in members:
            continue
        said = end.incoming if inverse else end.relations
        same = [s for s in said if s.relation == statement.relation]
        others = {s.subject if inverse else s.object for s in same}
        if others == members and (not places or all(places.intersection(s.sections) for s in same)):
            found.append(
                Owner(end, statement.relation, inverse, tuple(dict.fromkeys(p for s in same for p in s.sections)))
            )
    return sorted(set(found), key=lambda o: (o.relation.order, o.relation.iri, o.inverse, o.concept.iri))


def _outsiders(
    judge: Judge,
    topic: Topic,
    near: Concept,
    collection: Collection,
    owners: Sequence[Owner],
    seed: str,
    lang: str,
) -> Iterator[Concept]:
    """Yield concepts that are surely not in a list, those most like one of its members first."""
    known = list(dict.fromkeys(collection.members))
    here = {s.iri for s in collection.sections}
    own = [o.concept for o in owners]
    shared = frozenset.intersection(*map(judge.tied, known)) - set(judge.regions())
    for other in tempting(judge, near, topic.concepts, seed, lang):
        if other.kind != near.kind or not all(judge.is_apart(other, o) for o in own):
            continue
        if not own and here & judge.facts(other).places:
            continue  # without an owner, nothing tells what else the section puts beside the list
        if not shared & judge.tied(other) and judge.is_outside(other, known):
            yield other


def _hidden(members: list[Concept], text: str, seed: str, lang: str) -> Concept | None:
    """Choose the member to leave out: one that what is shown does not give away."""
    for member in shuffled(seed, members, _iri):
        if not leaks(text, member.label(lang)):
            return member
    return None


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


def _iri(item: Concept | Choice) -> str:
    return item.concept.iri if isinstance(item, Choice) else item.iri
