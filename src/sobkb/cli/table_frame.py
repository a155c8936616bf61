"""Texts that belong to no command: help, what one types, the overview, the reference page, small words."""

from __future__ import annotations

FRAME: dict[str, tuple[str, str]] = {
    # The frame of help
    "help.usage": ("Gebruik:", "Usage:"),
    "help.arguments": ("Wat je opgeeft", "Arguments"),
    "help.options": ("Opties", "Options"),
    "help.common": ("Opties van elke opdracht", "Options of every command"),
    "help.examples": ("Voorbeelden:", "Examples:"),
    "common.--from": (
        (
            "lees deze bestanden, mappen of patronen in plaats van de ingebouwde kennisbank; "
            "zet dit vóór de opdracht of helemaal achteraan"
        ),
        (
            "read these files, folders or patterns instead of the built-in knowledge base; "
            "put this before the command or at the very end"
        ),
    ),
    "common.--endpoint": (
        "lees een SPARQL-endpoint in plaats van de ingebouwde kennisbank",
        "read a SPARQL endpoint instead of the built-in knowledge base",
    ),
    "common.--graph": (
        "met --endpoint: lees alleen deze graaf; mag vaker staan (zonder: alle)",
        "with --endpoint: read this graph only; may be repeated (without: all)",
    ),
    "common.--store": (
        "bewaar de bestanden van --from in een opslag op schijf, voor grote gegevens; zonder --from: lees die opslag",
        "keep the files of --from in a store on disk, for large data; without --from: read that store",
    ),
    "common.--lang": (
        "taal van teksten en meldingen (standaard: die van je omgeving, anders nl)",
        "language of texts and messages (default: that of your environment, else nl)",
    ),
    "common.--json": ("schrijf de gegevens als JSON", "write the data as JSON"),
    "common.--help": ("toon deze hulp", "show this help"),
    "common.--version": ("toon de versie", "show the version"),
    # Names of what one types
    "metavar.address": ("URL", "URL"),
    "metavar.assignment": ("NAAM=WAARDE", "NAME=VALUE"),
    "metavar.collection": ("OPSOMMING", "LIST"),
    "metavar.date": ("DAG", "DAY"),
    "metavar.destination": ("BESTAND", "FILE"),
    "metavar.file": ("BESTAND", "FILE"),
    "metavar.first": ("BEGRIP", "CONCEPT"),
    "metavar.folder": ("MAP", "FOLDER"),
    "metavar.id": ("DEEL", "SECTION"),
    "metavar.name": ("BEGRIP", "CONCEPT"),
    "metavar.new": ("NIEUW", "NEW"),
    "metavar.number": ("GETAL", "NUMBER"),
    "metavar.old": ("OUD", "OLD"),
    "metavar.place": ("PLAATS", "PLACE"),
    "metavar.query": ("VRAAG", "QUERY"),
    "metavar.question": ("NUMMER", "ID"),
    "metavar.scheme": ("KADER", "SCHEME"),
    "metavar.second": ("BEGRIP2", "CONCEPT2"),
    "metavar.seconds": ("SECONDEN", "SECONDS"),
    "metavar.term": ("NAAM", "NAME"),
    "metavar.title": ("TITEL", "TITLE"),
    "metavar.theme": ("THEMA", "THEME"),
    "metavar.version": ("VERSIE", "VERSION"),
    "metavar.words": ("WOORD", "WORD"),
    "metavar.year": ("JAAR", "YEAR"),
    # The overview
    "sobkb.help": (
        "kennisbank samenlevingsopbouw in Vlaanderen en Nederland",
        "knowledge base of community development in Flanders and the Netherlands",
    ),
    "sobkb.examples": (
        "sobkb show interactieve democratie\nsobkb search inspraak\nsobkb compare politiserend-model welzijnsmodel",
        "sobkb show interactive democracy\nsobkb search participation\nsobkb compare politiserend-model welzijnsmodel",
    ),
    "overview.start": ("Begin hier", "Start here"),
    "overview.dutch": ("Ook in het Nederlands: sobkb {words}.", "In Dutch too: sobkb {words}."),
    "overview.more": (
        "Uitleg bij een opdracht: sobkb show --help. In English: sobkb --lang en.",
        "About one command: sobkb show --help. In het Nederlands: sobkb --lang nl.",
    ),
    "group.look": ("Opzoeken", "Look up"),
    "group.ask": ("Bevragen", "Query"),
    "group.use": ("Gebruiken", "Use"),
    "group.check": ("Nakijken en onderhouden", "Check and maintain"),
    # The reference page
    "reference.title": ("De opdrachtregel", "The command line"),
    "reference.intro": (
        (
            "`sobkb` doet in een terminal wat de bibliotheek in Python doet. Elke opdracht kent `--help`. "
            "Gegevens gaan naar de standaarduitvoer, hints en fouten naar de foutuitvoer, zodat je de uitvoer van "
            "de ene opdracht aan de andere kunt geven. Met `--json` krijg je dezelfde gegevens voor een programma; "
            "de sleutels daarvan veranderen niet tussen kleine versies."
        ),
        (
            "`sobkb` does in a terminal what the library does in Python. Every command knows `--help`. "
            "Data goes to standard output, hints and errors to standard error, so that the output of one command "
            "can be given to another. With `--json` you get the same data for a program; "
            "its keys do not change between minor versions."
        ),
    ),
    "reference.argument": ("Wat je typt", "What you type"),
    "reference.option": ("Optie", "Option"),
    "reference.meaning": ("Wat het doet", "What it does"),
    "reference.code": ("Code", "Code"),
    "reference.codes": ("Hoe een opdracht eindigt", "Exit codes"),
    "reference.variable": ("Variabele", "Variable"),
    "reference.variables": ("Omgevingsvariabelen", "Environment variables"),
    "code.0": ("alles is in orde", "all is well"),
    "code.1": (
        "een controle vond iets: `validate`, `check`, `release`, `lint`, `format --check`, `format --diff`",
        "a check found something: `validate`, `check`, `release`, `lint`, `format --check`, `format --diff`",
    ),
    "code.2": (
        "een naam, optie of bestand klopt niet of kan niet gelezen worden",
        "a name, option or file is wrong or cannot be read",
    ),
    "code.70": ("er zit een fout in sobkb zelf", "there is a fault in sobkb itself"),
    "code.130": ("onderbroken met Ctrl-C", "interrupted with Ctrl-C"),
    "code.141": ("de lezer van een pijplijn is gestopt", "the reader of a pipe went away"),
    "variable.LANG": (
        "de taal, als `--lang` er niet staat; `LC_ALL` en `LC_MESSAGES` gaan voor",
        "the language, when `--lang` is not given; `LC_ALL` and `LC_MESSAGES` go first",
    ),
    "variable.NO_COLOR": ("elke waarde: geen kleur", "any value: no colour"),
    "variable.FORCE_COLOR": ("elke waarde: kleur, ook in een pijplijn", "any value: colour, in a pipe too"),
    "variable.COLUMNS": ("breedte van de tekst", "width of the text"),
    "variable.SOBKB_AUTHORIZATION": (
        "wat met --endpoint als kop Authorization meegaat, bv. `Bearer …` of `Basic …`",
        "what goes along as the header Authorization with --endpoint, e.g. `Bearer …` or `Basic …`",
    ),
    "variable.SOBKB_DEBUG": (
        "elke waarde: toon waar een fout in sobkb zelf ontstond",
        "any value: show where a fault in sobkb itself arose",
    ),
    # Small words
    "word.or": ("of", "or"),
    "word.and": ("en", "and"),
    "word.yes": ("ja", "yes"),
    "word.no": ("nee", "no"),
    "word.more": ("en nog {number}", "and {number} more"),
    "word.related.one": ("hangt samen met", "is related to"),
    "word.related.many": ("hangen samen met", "are related to"),
    "word.about": ("ongeveer {text}", "about {text}"),
    "word.concept": ("begrip", "concept"),
    "word.concepts.one": ("{number} begrip", "{number} concept"),
    "word.concepts.many": ("{number} begrippen", "{number} concepts"),
    "word.files.one": ("{number} bestand", "{number} file"),
    "word.files.many": ("{number} bestanden", "{number} files"),
}
