"""A test as Moodle XML, for the question bank of Moodle and of what reads its format."""

from __future__ import annotations

from sobkb.exports.escaping import one_line, xml_text
from sobkb.teaching.values import Question, SelfTest
from sobkb.teaching.words import say, source_line


def write_moodle(test: SelfTest) -> bytes:
    """Write the questions as multiple choice with one answer, each in the category of its topic."""
    title = one_line(say(test.lang, "test.title", title=test.topic.title)).replace("/", "//")
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        "<quiz>",
        f'<question type="category"><category><text>$course$/top/{xml_text(title)}</text></category></question>',
        *(_question(question) for question in test.questions),
        "</quiz>",
    ]
    return ("\n".join(parts) + "\n").encode()


def _question(question: Question) -> str:
    given = f"<blockquote>{_paragraph(question.given)}</blockquote>" if question.given else ""
    because = _paragraph(question.explanation)
    if question.sections:
        because += _paragraph(source_line(question.sections, question.lang))
    answers = "\n".join(
        f'<answer fraction="{100 if c.is_right else 0}" format="html">{_text(_paragraph(c.text))}'
        f'<feedback format="html">{_text(_paragraph(c.note) if c.note else "")}</feedback></answer>'
        for c in question.choices
    )
    name = one_line(f"{question.id} {question.right.text}")
    return "\n".join(
        [
            '<question type="multichoice">',
            f"<name><text>{xml_text(name[:200])}</text></name>",
            f'<questiontext format="html">{_text(_paragraph(question.text) + given)}</questiontext>',
            f'<generalfeedback format="html">{_text(because)}</generalfeedback>',
            "<defaultgrade>1</defaultgrade><penalty>0</penalty><hidden>0</hidden>",
            f"<idnumber>{question.id}-{xml_text(question.lang)}</idnumber>",
            "<single>true</single><shuffleanswers>true</shuffleanswers><answernumbering>abc</answernumbering>",
            answers,
            "</question>",
        ]
    )


def _paragraph(text: str) -> str:
    return "<p>" + "<br>".join(xml_text(line) for line in text.split("\n")) + "</p>"


def _text(html: str) -> str:
    return f"<text>{xml_text(html)}</text>"
