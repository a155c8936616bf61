"""Texts of the commands that check and measure: `validate`, `lint`, `format`, `stats`, `diff`."""

from __future__ import annotations

CHECKING: dict[str, tuple[str, str]] = {
    # validate, lint
    "validate.help": (
        "kijk bestanden na op fouten: waar, welke regel, wat eraan te doen",
        "check files for faults: where, which rule, what to do",
    ),
    "validate.file": (
        "bestanden, mappen of patronen; zonder: de ingebouwde kennisbank",
        "files, folders or patterns; without: the built-in knowledge base",
    ),
    "validate.--alone": (
        (
            "kijk alleen naar deze bestanden; zonder deze optie telt bij een bestand met begrippen van sobkb "
            "de rest van de ingebouwde kennisbank mee"
        ),
        (
            "look at these files only; without this option, a file with concepts of sobkb is seen together with "
            "the rest of the built-in knowledge base"
        ),
    ),
    "validate.examples": (
        "sobkb validate\nsobkb validate mijn-thesaurus.ttl\nsobkb validate concepts/ --alone --json",
        "sobkb validate --lang en\nsobkb validate my-thesaurus.ttl\nsobkb validate concepts/ --alone --json",
    ),
    "validate.checked": ("Nagekeken: {files}.", "Checked: {files}."),
    "lint.help": (
        "zoek zwakke plekken in een vocabularium (naar de criteria van qSKOS)",
        "find weak spots in a vocabulary (after the criteria of qSKOS)",
    ),
    "lint.file": (
        "bestanden, mappen of patronen; zonder: de ingebouwde kennisbank",
        "files, folders or patterns; without: the built-in knowledge base",
    ),
    "lint.examples": (
        "sobkb lint mijn-thesaurus.ttl\nsobkb lint concepts/ --json",
        "sobkb lint my-thesaurus.ttl\nsobkb lint concepts/ --json",
    ),
    # format
    "format.help": (
        "breng Turtle en TriG in één vaste vorm, zodat een verschil altijd een echt verschil is",
        "bring Turtle and TriG into one fixed form, so that a difference always is a real one",
    ),
    "format.file": (
        "bestanden, mappen of patronen; zonder: de ontologie van deze werkmap",
        "files, folders or patterns; without: the ontology of this checkout",
    ),
    "format.--check": ("wijzig niets; meld wat zou veranderen", "change nothing; tell what would change"),
    "format.--diff": ("wijzig niets; toon wat zou veranderen", "change nothing; show what would change"),
    "format.--drop-comments": (
        "laat commentaar onder de kop vallen",
        "drop comments below the header",
    ),
    "format.examples": (
        "sobkb format\nsobkb format --check\nsobkb format mijn-thesaurus.ttl --diff",
        "sobkb format\nsobkb format --check\nsobkb format my-thesaurus.ttl --diff",
    ),
    "format.installed": (
        "hier is geen werkmap met een ontologie; geef bestanden op",
        "there is no checkout with an ontology here; name the files",
    ),
    "format.clean": ("Niets te doen: {files} in de vaste vorm.", "Nothing to do: {files} in the fixed form."),
    "format.would": (
        "{files} in een andere vorm; herstel met: sobkb format",
        "{files} in another form; repair with: sobkb format",
    ),
    "format.done": ("{files} herschreven.", "{files} rewritten."),
    # stats
    "stats.help": ("meet hoe volledig de kennisbank is", "measure how complete the knowledge base is"),
    "stats.--by": ("toon alleen deze indeling", "show this grouping only"),
    "stats.--missing": ("noem alle begrippen waaraan iets ontbreekt", "name every concept that lacks something"),
    "stats.examples": (
        "sobkb stats\nsobkb stats --by section\nsobkb stats --missing --json",
        "sobkb stats --lang en\nsobkb stats --by section\nsobkb stats --missing --json",
    ),
    "stats.untitled": ("Kennisbank", "Knowledge base"),
    "stats.entries": ("begrippen", "concepts"),
    "stats.bilingual": ("term en definitie in Nederlands en Engels", "term and definition in Dutch and English"),
    "stats.explained": ("met een uitleg in gewone woorden", "with a plain explanation"),
    "stats.evidenced": ("met een plaats in een bron", "with a place in a source"),
    "stats.relations": ("relaties per begrip", "relations per concept"),
    "stats.statements": ("uitspraken", "statements"),
    "stats.figures": ("cijfers", "figures"),
    "stats.dates": ("dateringen", "dates"),
    "stats.matches": ("verbanden met andere vocabularia", "matches to other vocabularies"),
    "stats.orphans": ("losse begrippen", "loose concepts"),
    "stats.by.kind": ("Per soort", "By kind"),
    "stats.by.scheme": ("Per begrippenkader", "By concept scheme"),
    "stats.by.section": ("Per deel van de bron", "By section of the source"),
    "stats.column.entries": ("aantal", "number"),
    "stats.column.bilingual": ("nl+en", "nl+en"),
    "stats.column.explained": ("uitleg", "plain"),
    "stats.column.evidenced": ("bron", "source"),
    "stats.column.relations": ("relaties", "relations"),
    "stats.missing.orphans": ("Losse begrippen", "Loose concepts"),
    "stats.missing.untranslated": ("Niet in beide talen", "Not in both languages"),
    "stats.missing.unexplained": ("Zonder uitleg", "Without a plain explanation"),
    "stats.missing.unevidenced": ("Zonder plaats in een bron", "Without a place in a source"),
    # diff
    "diff.help": (
        "zeg in woorden wat er tussen twee versies veranderd is",
        "say in words what changed between two versions",
    ),
    "diff.old": (
        "de oude versie: het nummer van een uitgave, of een bestand of map",
        "the old version: the number of a release, or a file or folder",
    ),
    "diff.new": (
        "de nieuwe versie: een uitgave, een bestand of map, of working; zonder: de kennisbank van nu",
        "the new version: a release, a file or folder, or working; without: the knowledge base of now",
    ),
    "diff.examples": (
        "sobkb diff 0.1.0 working\nsobkb diff oud.ttl nieuw.ttl\nsobkb diff v1/ v2/ --json",
        "sobkb diff 0.1.0 working --lang en\nsobkb diff old.ttl new.ttl\nsobkb diff v1/ v2/ --json",
    ),
}
