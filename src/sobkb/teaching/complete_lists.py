"""Lists the source gives as complete: what they are the list of, and what surely is not in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sobkb.model import Collection, Concept, Section, Term
from sobkb.teaching.chance import shuffled
from sobkb.teaching.distractors import tempting
from sobkb.teaching.judging import Judge, closed_lists
from sobkb.teaching.masking import leaks, plain_name, stems
from sobkb.teaching.values import Topic


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


def outsiders(
    judge: Judge,
    topic: Topic,
    near: Concept,
    collection: Collection,
    owners: Sequence[Owner],
    seed: str,
    lang: str,
) -> Iterator[Concept]:
    """Yield concepts that are surely not in a list, those most like one of its members first.

    Where all members have a word in common, the others have it too: else the form of a name tells the answer.
    """
    known = list(dict.fromkeys(collection.members))
    here = {s.iri for s in collection.sections}
    own = [o.concept for o in owners]
    shared = frozenset.intersection(*map(judge.tied, known)) - set(judge.regions())
    common = frozenset.intersection(*(stems(plain_name(m.label(lang))) for m in known))
    for other in tempting(judge, near, topic.concepts, seed, lang):
        if other.kind != near.kind or not all(judge.is_apart(other, o) for o in own):
            continue
        if not common <= stems(plain_name(other.label(lang))):
            continue
        if not own and here & judge.facts(other).places:
            continue  # without an owner, nothing tells what else the section puts beside the list
        if not shared & judge.tied(other) and judge.is_outside(other, known):
            yield other


def hidden(members: list[Concept], text: str, seed: str, lang: str) -> Concept | None:
    """Choose the member to leave out: one that what is shown does not give away."""
    for member in shuffled(seed, members, lambda c: c.iri):
        if not leaks(text, plain_name(member.label(lang))):
            return member
    return None
