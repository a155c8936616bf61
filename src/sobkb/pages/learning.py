"""Practice per theme: a self-test and flashcards, to use on the page and to take along."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from markupsafe import Markup

from sobkb.pages.page import DataFile, Page
from sobkb.pages.views import upper_first
from sobkb.pages.writing import Site, Writer

if TYPE_CHECKING:
    from sobkb.model import Collection, Section
    from sobkb.teaching import Card, SelfTest, Topic

FOLDER = "oefenen/"
FEWEST = 3
"""Questions or cards that are worth a page."""
_STYLE = "assets/css/learn.css"
_SCRIPT = "assets/js/learn.js"
_TEST_FILES = ("moodle", "gift")
_CARD_FILES = ("apkg", "csv")


class Lesson(NamedTuple):
    """What there is to practise a theme with, in one language.

    Attributes:
        theme: The theme.
        topic: The same, as the questions and cards know it.
        test: Its self-test; without questions when there are too few.
        cards: Its flashcards; none when there are too few.
    """

    theme: Collection
    topic: Topic
    test: SelfTest
    cards: tuple[Card, ...]


_MADE: WeakKeyDictionary[Site, dict[str, list[Lesson]]] = WeakKeyDictionary()


def lessons_of(site: Site, lang: str) -> list[Lesson]:
    """Return the themes one can practise, in their order; made once per build."""
    if site not in _MADE:
        from sobkb.teaching import flashcards, self_test
        from sobkb.teaching.judging import Judge
        from sobkb.teaching.values import as_topic

        judge = Judge(site.kb)
        made: dict[str, list[Lesson]] = {}
        for tag in site.languages:
            made[tag] = []
            for theme in site.kb.themes:
                topic = as_topic(theme, tag)
                test, cards = self_test(judge, topic, tag), flashcards(judge, topic, tag)
                lesson = Lesson(
                    theme,
                    topic,
                    test if len(test.questions) >= FEWEST else test._replace(questions=()),
                    cards if len(cards) >= FEWEST else (),
                )
                if lesson.test.questions or lesson.cards:
                    made[tag].append(lesson)
        _MADE[site] = made
    return _MADE[site][lang]


def has_lessons(site: Site) -> bool:
    """Tell whether there is a theme to practise."""
    return any(lessons_of(site, lang) for lang in site.languages)


def test_path(lang: str, theme: Collection) -> str:
    """Return the path of a theme's self-test."""
    return f"{lang}/thema/{theme.slug}/zelftest/"


def cards_path(lang: str, theme: Collection) -> str:
    """Return the path of a theme's flashcards."""
    return f"{lang}/thema/{theme.slug}/kaartjes/"


def practice_of(o: Writer, theme: Collection) -> list[tuple[str, str]]:
    """Return path and name of the pages to practise a theme with; none when there is nothing to practise."""
    ways = []
    for lesson in _lessons_about(o.site, o.lang, theme):
        if lesson.test.questions:
            ways.append((test_path(o.lang, theme), o.word("learn.test.count", len(lesson.test.questions))))
        if lesson.cards:
            ways.append((cards_path(o.lang, theme), o.word("learn.cards.count", len(lesson.cards))))
    return ways


def practice_files(site: Site, lang: str, theme: Collection) -> list[tuple[str, str]]:
    """Return format and path of the files to practise a theme with elsewhere."""
    forms: list[str] = []
    for lesson in _lessons_about(site, lang, theme):
        forms += _CARD_FILES if lesson.cards else ()
        forms += _TEST_FILES if lesson.test.questions else ()
    return [(form, file_path(lang, theme, form)) for form in forms if form != "apkg" or can_write_decks()]


def can_write_decks() -> bool:
    """Tell whether decks for Anki can be made: they need an optional package."""
    from importlib.util import find_spec

    return find_spec("genanki") is not None


def learning_pages(site: Site) -> Iterator[Page]:
    """Make the overview, and the self-test and flashcards of every theme, in every language."""
    for lang in site.languages:
        lessons = lessons_of(site, lang)
        o = Writer(site, lang, f"{lang}/{FOLDER}")
        rows = [
            (_up(o, lesson), [_link(o, path, words) for path, words in practice_of(o, lesson.theme)])
            for lesson in lessons
        ]
        body = o.render("practice.html.j2", rows=rows)
        yield o.page(
            title=o.word("learn.title"), family="practice", body=body, description=o.word("learn.lead"), head=_head(o)
        )
        for lesson in lessons:
            if lesson.test.questions:
                yield _test_page(site, lang, lesson)
            if lesson.cards:
                yield _cards_page(site, lang, lesson)


def learning_files(site: Site) -> Iterator[DataFile]:
    """Make the files to take along: for Moodle, Anki and spreadsheets."""
    from sobkb.teaching import write_cards, write_test

    for lang in site.languages:
        for lesson in lessons_of(site, lang):
            for form, path in practice_files(site, lang, lesson.theme):
                if form in _TEST_FILES:
                    yield DataFile(path, write_test(lesson.test, form))
                else:
                    yield DataFile(path, write_cards(lesson.topic, lesson.cards, form, lang))


def file_path(lang: str, theme: Collection, form: str) -> str:
    """Return the path of a file to take along."""
    from sobkb.teaching import CARD_FORMATS, TEST_FORMATS

    if form in _TEST_FILES:
        return f"{test_path(lang, theme)}{theme.slug}{TEST_FORMATS[form].extension}"
    return f"{cards_path(lang, theme)}{theme.slug}{CARD_FORMATS[form].extension}"


def _test_page(site: Site, lang: str, lesson: Lesson) -> Page:
    o = Writer(site, lang, test_path(lang, lesson.theme))
    body = o.render(
        "self_test.html.j2",
        title=o.word("learn.test.title", lesson.topic.title),
        up=_up(o, lesson),
        questions=[(q, q.given.split("\n") if q.given else [], _places(o, q.sections)) for q in lesson.test.questions],
        files=_files(o, lesson, _TEST_FILES),
        other=o.href(cards_path(lang, lesson.theme)) if lesson.cards else "",
    )
    there = [tag for tag in site.languages if any(le.test.questions for le in _lessons_about(site, tag, lesson.theme))]
    return _page(o, "learn.test", lesson, body, [(tag, test_path(tag, lesson.theme)) for tag in there])


def _cards_page(site: Site, lang: str, lesson: Lesson) -> Page:
    o = Writer(site, lang, cards_path(lang, lesson.theme))
    body = o.render(
        "cards.html.j2",
        title=o.word("learn.cards.title", lesson.topic.title),
        up=_up(o, lesson),
        cards=[(c, c.front.split("\n"), _places(o, c.sections), _about(o, c)) for c in lesson.cards],
        sorts=tuple(dict.fromkeys(card.sort for card in lesson.cards)),
        files=_files(o, lesson, _CARD_FILES),
        other=o.href(test_path(lang, lesson.theme)) if lesson.test.questions else "",
    )
    there = [tag for tag in site.languages if any(le.cards for le in _lessons_about(site, tag, lesson.theme))]
    return _page(o, "learn.cards", lesson, body, [(tag, cards_path(tag, lesson.theme)) for tag in there])


def _page(o: Writer, key: str, lesson: Lesson, body: str, translations: list[tuple[str, str]]) -> Page:
    return o.page(
        title=o.word(f"{key}.title", lesson.topic.title),
        family="practice",
        body=body,
        description=o.word(f"{key}.about", lesson.topic.title),
        head=_head(o),
        scripts=(_SCRIPT,),
        translations=tuple(translations),
    )


def _lessons_about(site: Site, lang: str, theme: Collection) -> list[Lesson]:
    return [found for found in lessons_of(site, lang) if found.theme.iri == theme.iri]


def _head(o: Writer) -> str:
    return str(Markup('<link rel="stylesheet" href="{}">').format(o.href(_STYLE)))


def _up(o: Writer, lesson: Lesson) -> Markup:
    return _link(o, o.site.at.theme(o.lang, lesson.theme), upper_first(lesson.topic.title))


def _link(o: Writer, path: str, words: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(o.href(path), words)


def _places(o: Writer, sections: tuple[Section, ...]) -> Markup:
    return Markup("; ").join([o.section_link(s) for s in sections])


def _about(o: Writer, card: Card) -> Markup:
    """Return a link to the page of what a card is about."""
    concept = o.site.kb.concept(card.address)
    if concept is not None:
        return o.link(concept)
    found = next(c for c in o.site.kb.collections if c.iri == card.address)
    return _link(o, o.site.at.collection(o.lang, found), found.label(o.lang))


def _files(o: Writer, lesson: Lesson, forms: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """Return address, name and use of the files to take along."""
    return [
        (o.href(path), o.word(f"learn.file.{form}"), o.word(f"learn.file.{form}.about"))
        for form, path in practice_files(o.site, o.lang, lesson.theme)
        if form in forms
    ]
