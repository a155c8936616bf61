"""Asking the questions of a self-test in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from sobkb.cli.output import accent, bad, bold, dim, good
from sobkb.teaching.words import source_line

if TYPE_CHECKING:
    from sobkb.cli.session import Session
    from sobkb.teaching import Question, SelfTest

_LETTERS = "abcdefgh"
_STOP = ("q", "quit", "stop")


def ask(session: Session, test: SelfTest, answers: TextIO) -> int:
    """Ask every question, say at once what is right and why, and give the score at the end.

    Args:
        session: The run, with the streams and texts.
        test: The questions.
        answers: Where the reader's answers come from, one per line; its end stops the test.

    Returns:
        How many answers were right.
    """
    out, texts = session.out, session.texts
    number = texts.count("teach.questions", len(test.questions))
    out.line(f"{bold(test.topic.title)} · {number}")
    out.line(dim(texts("teach.how")))
    right = asked = 0
    for place, question in enumerate(test.questions, 1):
        _show(session, question, f"{place}/{len(test.questions)}")
        given = _answer(session, question, answers)
        if given is None:
            break
        asked += 1
        right += _judge(session, question, given)
    out.line()
    out.line(bold(texts("teach.score", right=right, asked=asked)))
    return right


def _show(session: Session, question: Question, place: str) -> None:
    out = session.out
    out.line()
    out.line(f"{dim(place)} {bold(question.text)}", hang=len(place) + 1)
    for line in question.given.split("\n") if question.given else ():
        out.line(line, indent=2)
    for letter, choice in zip(_LETTERS, question.choices, strict=False):
        out.columns(accent(letter), choice.text, indent=2, at=5)


def _answer(session: Session, question: Question, answers: TextIO) -> int | None:
    """Return the number of the chosen answer, -1 for none, None to stop."""
    letters = _LETTERS[: len(question.choices)]
    while True:
        session.out.prompt("> ")
        line = answers.readline()
        given = line.strip().lower().rstrip(").")
        if not line or given in _STOP:
            return None
        if not given:
            return -1
        if len(given) == 1 and given in letters:
            return letters.index(given)
        session.out.line(session.texts("teach.again", last=letters[-1]))


def _judge(session: Session, question: Question, given: int) -> bool:
    out, texts = session.out, session.texts
    at = next(n for n, c in enumerate(question.choices) if c.is_right)
    answer = {"letter": _LETTERS[at], "answer": question.choices[at].text}
    if given == at:
        out.line(good(texts("teach.right")))
    else:
        out.line(bad(texts("teach.wrong", **answer)) if given >= 0 else texts("teach.skipped", **answer))
    if given >= 0 and (note := question.choices[given].note):
        out.line(note, indent=2)
    for line in question.explanation.split("\n"):
        out.line(line, indent=2)
    if places := source_line(question.sections, question.lang):
        out.line(dim(places), indent=2)
    return given == at
