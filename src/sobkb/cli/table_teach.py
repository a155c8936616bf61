"""Texts of `sobkb teach`, in Dutch and in English; a part of the table."""

from __future__ import annotations

_PICKED = (
    "begrippen, elk als één woord of tussen aanhalingstekens",
    "concepts, each as one word or in quotes",
)
_THEME = ("over een thema, bv. vormen-van-democratie", "about a theme, e.g. vormen-van-democratie")
_COLLECTION = ("over een opsomming van de bron", "about a list of the source")
_KIND = ("over alle begrippen van een soort, bv. DemocracyForm", "about all concepts of a kind, e.g. DemocracyForm")
_SECTION = ("over alles waarover een deel van de bron iets zegt", "about all that a section of the source speaks of")
_SCHEME = ("over een begrippenkader", "about a concept scheme")
_OUTPUT = ("schrijf naar dit bestand", "write to this file")
_FORCE = ("vervang een bestand dat er al staat", "replace a file that is already there")

TEACH: dict[str, tuple[str, str]] = {
    "metavar.concept": ("BEGRIP", "CONCEPT"),
    "teach cards.help": (
        "maak kaartjes om te leren, voor Anki, Quizlet of een rekenblad",
        "make flashcards, for Anki, Quizlet or a spreadsheet",
    ),
    "teach cards.concept": _PICKED,
    "teach cards.--theme": _THEME,
    "teach cards.--collection": _COLLECTION,
    "teach cards.--kind": _KIND,
    "teach cards.--scheme": _SCHEME,
    "teach cards.--section": _SECTION,
    "teach cards.--format": (
        "vorm (standaard: naar de naam van het bestand, anders csv)",
        "form (default: after the name of the file, else csv)",
    ),
    "teach cards.--output": _OUTPUT,
    "teach cards.--force": _FORCE,
    "teach cards.examples": (
        (
            "sobkb teach cards --theme vormen-van-democratie -o democratie.apkg\n"
            "sobkb teach cards buurtwerk-vl opbouwwerk-vl --format csv"
        ),
        (
            "sobkb teach cards --theme vormen-van-democratie -o democracy.apkg --lang en\n"
            "sobkb teach cards buurtwerk-vl opbouwwerk-vl --format csv"
        ),
    ),
    "teach test.help": (
        "test jezelf in de terminal, of maak een test voor Moodle",
        "test yourself in the terminal, or make a test for Moodle",
    ),
    "teach test.concept": _PICKED,
    "teach test.--theme": _THEME,
    "teach test.--collection": _COLLECTION,
    "teach test.--kind": _KIND,
    "teach test.--scheme": _SCHEME,
    "teach test.--section": _SECTION,
    "teach test.--limit": ("hoogste aantal vragen (standaard 12)", "largest number of questions (default 12)"),
    "teach test.--format": (
        "vorm van het bestand (standaard: naar zijn naam); zonder --format en -o stelt sobkb de vragen hier",
        "form of the file (default: after its name); without --format and -o the questions are asked here",
    ),
    "teach test.--output": _OUTPUT,
    "teach test.--force": _FORCE,
    "teach test.examples": (
        (
            "sobkb teach test --theme vormen-van-democratie\n"
            "sobkb teach test --kind TargetGroup --limit 20 -o doelgroepen.xml\n"
            "sobkb teach test --scheme participatie-en-democratie --format gift"
        ),
        (
            "sobkb teach test --theme vormen-van-democratie --lang en\n"
            "sobkb teach test --kind TargetGroup --limit 20 -o target-groups.xml\n"
            "sobkb teach test --scheme participatie-en-democratie --format gift"
        ),
    ),
    "teach handout.help": (
        "maak een hand-out om uit te delen: een toegankelijke PDF",
        "make a handout: an accessible PDF",
    ),
    "teach handout.concept": _PICKED,
    "teach handout.--theme": _THEME,
    "teach handout.--collection": _COLLECTION,
    "teach handout.--kind": _KIND,
    "teach handout.--scheme": _SCHEME,
    "teach handout.--section": _SECTION,
    "teach handout.--all": ("over alle begrippen: een reader met een deel per letter", "about all concepts: a reader"),
    "teach handout.--title": ("titel van de hand-out", "title of the handout"),
    "teach handout.--short": (
        "alleen wat begrippen betekenen, zonder wat de bron erover zegt",
        "only what concepts mean, without what the source says about them",
    ),
    "teach handout.--fonts": (
        "map met nog meer lettertypen, voor andere schriften; mag vaker",
        "folder with more fonts, for other scripts; may be repeated",
    ),
    "teach handout.--output": _OUTPUT,
    "teach handout.--force": _FORCE,
    "teach handout.examples": (
        (
            "sobkb teach handout --theme vormen-van-democratie -o democratie.pdf\n"
            'sobkb teach handout buurtwerk-vl buurtwerk-nl-eng --title "Twee keer buurtwerk" -o buurtwerk.pdf\n'
            "sobkb teach handout --all --short -o alle-begrippen.pdf"
        ),
        (
            "sobkb teach handout --theme vormen-van-democratie -o democracy.pdf --lang en\n"
            'sobkb teach handout buurtwerk-vl buurtwerk-nl-eng --title "Two kinds" -o two.pdf --lang en\n'
            "sobkb teach handout --all --short -o all-concepts.pdf --lang en"
        ),
    ),
    "teach terms.help": (
        "schrijf een termenlijst voor een rekenblad (CSV)",
        "write a term list for a spreadsheet (CSV)",
    ),
    "teach terms.concept": _PICKED,
    "teach terms.--theme": _THEME,
    "teach terms.--collection": _COLLECTION,
    "teach terms.--kind": _KIND,
    "teach terms.--scheme": _SCHEME,
    "teach terms.--section": _SECTION,
    "teach terms.--all": ("over alle begrippen", "about all concepts"),
    "teach terms.--output": _OUTPUT,
    "teach terms.--force": _FORCE,
    "teach terms.examples": (
        "sobkb teach terms --theme vormen-van-democratie -o democratie.csv\nsobkb teach terms --all -o termen.csv",
        (
            "sobkb teach terms --theme vormen-van-democratie -o democracy.csv --lang en\n"
            "sobkb teach terms --all -o terms.csv --lang en"
        ),
    ),
    "teach.concepts.one": ("{number} begrip", "{number} concept"),
    "teach.concepts.many": ("{number} begrippen", "{number} concepts"),
    "teach.about.nothing": (
        "zeg waarover: begrippen, of een van {options}",
        "say about what: concepts, or one of {options}",
    ),
    "teach.about.two": ("kies één: begrippen, of een van {options}", "choose one: concepts, or one of {options}"),
    "teach.format": (
        "aan ‘{path}’ is de vorm niet te zien; zeg ze met --format: {formats}",
        "“{path}” does not tell the form; give it with --format: {formats}",
    ),
    "teach.binary": (
        "een {format}-bestand past niet op het scherm; geef een bestand met -o",
        "a file of {format} does not fit the screen; name a file with -o",
    ),
    "teach.terminal": (
        "vragen stellen kan alleen in een terminal; kies een vorm met --format ({formats}) of een bestand met -o",
        "questions can only be asked in a terminal; choose a form with --format ({formats}) or a file with -o",
    ),
    "teach.none": (
        "Hierover kan sobkb geen vragen stellen die maar één juist antwoord hebben. Kies meer begrippen.",
        "On this sobkb can ask no questions with only one right answer. Choose more concepts.",
    ),
    "teach.no-cards": (
        "Hierover zijn er geen kaartjes: de begrippen hebben geen definitie in deze taal.",
        "There are no flashcards on this: the concepts have no definition in this language.",
    ),
    "teach.written": ("Geschreven: {path} ({number})", "Written: {path} ({number})"),
    "teach.cards.one": ("{number} kaartje", "{number} card"),
    "teach.cards.many": ("{number} kaartjes", "{number} cards"),
    "teach.questions.one": ("{number} vraag", "{number} question"),
    "teach.questions.many": ("{number} vragen", "{number} questions"),
    "teach.how": (
        "Antwoord met een letter. Met Enter sla je over, met q stop je.",
        "Answer with a letter. Enter skips, q stops.",
    ),
    "teach.again": ("Typ een letter van a tot {last}.", "Type a letter from a to {last}."),
    "teach.right": ("Juist.", "Right."),
    "teach.wrong": ("Niet juist. Het is {letter}: {answer}.", "Not right. It is {letter}: {answer}."),
    "teach.skipped": ("Het is {letter}: {answer}.", "It is {letter}: {answer}."),
    "teach.score": ("{right} van {asked} juist.", "{right} of {asked} right."),
}
"""Key → the text in Dutch, the text in English; `{names}` are filled in."""
