"""A test as GIFT, the plain text in which Moodle and others take questions."""

from __future__ import annotations

import re

from sobkb.exports.escaping import one_line, xml_text
from sobkb.teaching.values import Question, SelfTest
from sobkb.teaching.words import say, source_line

_SPECIAL = re.compile(r"([\\~=#{}:])")


def write_gift(test: SelfTest) -> bytes:
    """Write the questions as multiple choice with one answer."""
    title = one_line(say(test.lang, "test.title", title=test.topic.title))
    parts = [f"// {title}", f"$CATEGORY: $course$/top/{_plain(title.replace('/', '//'))}"]
    parts += [_question(question) for question in test.questions]
    return ("\n\n".join(parts) + "\n").encode("utf-8", "replace")


def _question(question: Question) -> str:
    text = _html(question.text)
    if question.given:
        text += f"<blockquote>{_html(question.given)}</blockquote>"
    because = question.explanation
    if question.sections:
        because += f"\n{source_line(question.sections, question.lang)}"
    lines = [f"::{_plain(question.id)}::[html]{text}{{"]
    for choice in question.choices:
        note = f"#{_html(choice.note)}" if choice.note else ""
        lines.append(f"{'=' if choice.is_right else '~'}{_html(choice.text)}{note}")
    lines += [f"####{_html(because)}", "}"]
    return "\n".join(lines)


def _html(text: str) -> str:
    return "<br>".join(_plain(xml_text(line)) for line in text.split("\n"))


def _plain(text: str) -> str:
    r"""Write text without line breaks, and so that no sign in it steers GIFT.

    Examples:
        >>> _plain("a = {b}")
        'a \\= \\{b\\}'
    """
    return _SPECIAL.sub(r"\\\1", one_line(text))
