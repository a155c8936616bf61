"""The words of the pages to practise with, in Dutch and English."""

from __future__ import annotations

LEARNING_WORDS: dict[str, tuple[str, str]] = {
    "nav.practice": ("Oefenen", "Practise"),
    "way.practice": (
        "Test jezelf per thema, of leer met kaartjes.",
        "Test yourself by theme, or learn with flashcards.",
    ),
    "learn.title": ("Oefenen", "Practise"),
    "learn.lead": (
        "Per thema een zelftest en kaartjes. Bij elk antwoord staat waarom, en waar de bron dat zegt.",
        "A self-test and flashcards by theme. Every answer says why, and where the source says so.",
    ),
    "learn.test.count": ("Zelftest ({} vragen)", "Self-test ({} questions)"),
    "learn.cards.count": ("Kaartjes ({})", "Flashcards ({})"),
    "learn.test.title": ("Zelftest: {}", "Self-test: {}"),
    "learn.test.about": (
        "Vragen over {}, elk met het antwoord en de plaats in de bron.",
        "Questions about {}, each with its answer and its place in the source.",
    ),
    "learn.test.lead": (
        "{} vragen. Je ziet telkens meteen of je antwoord juist is, en waarom.",
        "{} questions. Each time you see at once whether your answer is right, and why.",
    ),
    "learn.test.plain": (
        "Kies in gedachten een antwoord, en open dan ‘Antwoord’.",
        "Choose an answer in your mind, then open “Answer”.",
    ),
    "learn.question": ("Vraag {}", "Question {}"),
    "learn.answer": ("Antwoord", "Answer"),
    "learn.more": ("Lees meer", "Read more"),
    "learn.check": ("Kijk na", "Check"),
    "learn.next": ("Volgende vraag", "Next question"),
    "learn.finish": ("Naar je score", "To your score"),
    "learn.again": ("Opnieuw", "Again"),
    "learn.right": ("Juist.", "Right."),
    "learn.wrong": ("Niet juist. Het antwoord is: {}.", "Not right. The answer is: {}."),
    "learn.choose": ("Kies eerst een antwoord.", "First choose an answer."),
    "learn.progress": ("{} van {} beantwoord", "{} of {} answered"),
    "learn.score": ("Je score: {} van {} juist.", "Your score: {} of {} right."),
    "learn.yours": ("jouw antwoord", "your answer"),
    "learn.the-right": ("juist", "right"),
    "learn.cards.title": ("Kaartjes: {}", "Flashcards: {}"),
    "learn.cards.about": (
        "Kaartjes om {} te leren: begrip en omschrijving, verschillen en rijtjes.",
        "Flashcards to learn {}: terms and definitions, differences and lists.",
    ),
    "learn.cards.lead": (
        "{} kaartjes. Denk eerst zelf na, en draai het kaartje dan om.",
        "{} flashcards. Think first, then turn the card.",
    ),
    "learn.cards.which": ("Welke kaartjes", "Which cards"),
    "learn.cards.all": ("alle", "all"),
    "learn.cards.term": ("van begrip naar omschrijving", "from term to definition"),
    "learn.cards.definition": ("van omschrijving naar begrip", "from definition to term"),
    "learn.cards.contrast": ("verschillen", "differences"),
    "learn.cards.list": ("rijtjes", "lists"),
    "learn.cards.turn": ("Draai om", "Turn"),
    "learn.cards.previous": ("Vorige", "Previous"),
    "learn.cards.next": ("Volgende", "Next"),
    "learn.cards.shuffle": ("Schud", "Shuffle"),
    "learn.cards.place": ("Kaartje {} van {}", "Card {} of {}"),
    "learn.cards.keys": (
        "Met de pijltjes ga je naar het vorige of volgende kaartje, met de spatiebalk draai je het om.",
        "The arrow keys take you to the previous or next card, the space bar turns it.",
    ),
    "learn.to-cards": ("Leer eerst met de kaartjes", "Learn with the flashcards first"),
    "learn.to-test": ("Doe de zelftest", "Take the self-test"),
    "learn.take": ("Meenemen", "Take along"),
    "learn.file.moodle": ("voor Moodle en andere leeromgevingen", "for Moodle and other learning environments"),
    "learn.file.gift": ("dezelfde vragen als platte tekst (GIFT)", "the same questions as plain text (GIFT)"),
    "learn.file.apkg": ("voor Anki; een nieuwere versie werkt je kaartjes bij", "for Anki; a newer one updates yours"),
    "learn.file.csv": ("voor Quizlet of een rekenblad", "for Quizlet or a spreadsheet"),
}
"""Key → the words in Dutch, the words in English; `{}` is filled in."""
