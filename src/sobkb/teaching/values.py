"""Cards, questions and what they are made for: values that never change."""

from __future__ import annotations

from typing import NamedTuple

from sobkb.model import Collection, Concept, Section


class Topic(NamedTuple):
    """What is learned together.

    Attributes:
        iri: What it is known by; the same topic keeps its questions and its deck of cards.
        title: What it is called.
        concepts: The concepts, in the order in which they are best learned.
    """

    iri: str
    title: str
    concepts: tuple[Concept, ...]

    @property
    def seed(self) -> str:
        """What chance starts from, so that a topic has the same questions every time."""
        return self.iri or self.title


class Card(NamedTuple):
    """A flashcard.

    Attributes:
        key: What it is known by, also when its text changes.
        sort: "term", "definition", "contrast" or "list".
        front: What is shown first.
        back: The answer, in lines.
        sections: Where it is said.
        address: Permanent address of what it is about.
        lang: BCP 47 tag of the language it is in.
    """

    key: str
    sort: str
    front: str
    back: tuple[str, ...]
    sections: tuple[Section, ...]
    address: str
    lang: str


class Choice(NamedTuple):
    """One of the answers to choose from.

    Attributes:
        text: What is shown.
        concept: The concept it stands for.
        is_right: True for the answer.
        note: What the choice itself is, for who chose it wrongly; empty when there is nothing to say.
    """

    text: str
    concept: Concept
    is_right: bool = False
    note: str = ""


class Question(NamedTuple):
    """A question with one right choice.

    Attributes:
        id: Short name, the same in all languages and on every run.
        sort: "definition", "term", "contrast", "relation", "list" or "region".
        text: The question.
        given: What the question is about, e.g. a definition without its term; may be empty.
        choices: The choices, in the order in which they are shown.
        explanation: Why the answer is right, in one or more lines.
        sections: Where that is said.
        about: What the question was made of: the IRI of a concept, a list or a contrast.
        lang: BCP 47 tag of the language it is in.
    """

    id: str
    sort: str
    text: str
    given: str
    choices: tuple[Choice, ...]
    explanation: str
    sections: tuple[Section, ...]
    about: str
    lang: str

    @property
    def right(self) -> Choice:
        """The right choice."""
        return next(c for c in self.choices if c.is_right)


class SelfTest(NamedTuple):
    """Questions about one topic.

    Attributes:
        topic: What they are about.
        questions: The questions, in the order of the topic.
        lang: BCP 47 tag of the language they are in.
    """

    topic: Topic
    questions: tuple[Question, ...]
    lang: str


def as_topic(collection: Collection, lang: str) -> Topic:
    """Make a topic of a collection or theme.

    Examples:
        >>> as_topic(mini.collection("seizoenen"), "en").title
        'seasons'
    """
    return Topic(collection.iri, collection.label(lang), tuple(dict.fromkeys(collection.members)))
