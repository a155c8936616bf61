"""Texts of the commands that find and show: `show`, `search`, `tree`, `theme`, `section`, `compare` and others."""

from __future__ import annotations

FINDING: dict[str, tuple[str, str]] = {
    # show
    "show.help": (
        "toon alles over één begrip: uitleg, definitie, uitspraken met hun bron",
        "show everything about one concept: explanation, definition, statements with their source",
    ),
    "show.name": ("korte naam, term of IRI van een begrip", "short name, term or IRI of a concept"),
    "show.--short": ("alleen uitleg en definitie", "explanation and definition only"),
    "show.examples": (
        "sobkb show buurtwerk-vl\nsobkb show interactieve democratie --short\nsobkb --from tuin.ttl show moestuin",
        "sobkb show buurtwerk-vl\nsobkb show interactive democracy --short\nsobkb --from garden.ttl show shed",
    ),
    "show.other": (
        "‘{name}’ is geen begrip maar een {sort}; toon dat met: sobkb {command} {name}",
        "“{name}” is not a concept but a {sort}; show it with: sobkb {command} {name}",
    ),
    "show.translations": ("in andere talen:", "in other languages:"),
    "show.also": ("ook genoemd:", "also called:"),
    "show.notation": ("code:", "code:"),
    "show.replaced": ("Vervangen door {instead}.", "Replaced by {instead}."),
    "show.deprecated": ("Dit begrip wordt niet meer gebruikt.", "This concept is no longer used."),
    "show.definition": ("Definitie", "Definition"),
    "show.statements": ("Uitspraken, met de plaats in de bron", "Statements, with their place in the source"),
    "show.source-notes": ("Wat de bron erbij zegt", "What the source adds"),
    "show.editorial": ("redactie", "editors"),
    "show.hierarchy": ("Plaats in de boom", "Place in the tree"),
    "show.narrower": ("Soorten:", "Kinds:"),
    "show.contrast": ("Niet te verwarren met {other}", "Not to be confused with {other}"),
    "show.counterpart.dutch": ("In Nederland", "In the Netherlands"),
    "show.counterpart.flemish": ("In Vlaanderen", "In Flanders"),
    "show.counterpart.none": ("geen tegenhanger", "no counterpart"),
    "show.figures": ("Cijfers", "Figures"),
    "show.dates": ("Tijd", "Time"),
    "show.collections": ("Staat in een rij met", "Listed together with"),
    "show.matches": ("In andere vocabularia", "In other vocabularies"),
    "show.source": ("Bron van de definitie: {places}", "Source of the definition: {places}"),
    "show.modified": ("Laatst gewijzigd: {date}", "Last changed: {date}"),
    "note.scopeNote": ("Toelichting", "Scope"),
    "note.example": ("Voorbeeld", "Example"),
    "note.historyNote": ("Geschiedenis", "History"),
    "note.note": ("Opmerking", "Note"),
    "status.in-bewerking": ("in bewerking", "in progress"),
    "status.voorgesteld": ("voorgesteld", "proposed"),
    "status.vastgesteld": ("vastgesteld", "established"),
    "status.vervangen": ("vervangen", "replaced"),
    "status.vervallen": ("vervallen", "withdrawn"),
    "degree.same": ("hetzelfde", "the same"),
    "degree.partly": ("deels hetzelfde", "partly the same"),
    "degree.none": ("geen overeenkomst", "nothing like it"),
    "match.exactMatch": ("hetzelfde als", "the same as"),
    "match.closeMatch": ("bijna hetzelfde als", "nearly the same as"),
    "match.broadMatch": ("valt onder", "falls under"),
    "match.narrowMatch": ("omvat", "includes"),
    "match.relatedMatch": ("verwant met", "related to"),
    # search
    "search.help": (
        "zoek begrippen, ook met tikfouten, en zeg waarom iets gevonden is",
        "find concepts, typing errors and all, and say why each was found",
    ),
    "search.words": ("waar je naar zoekt", "what you are looking for"),
    "search.--kind": ("alleen deze soort, bv. DemocracyForm", "only this kind, e.g. DemocracyForm"),
    "search.--scheme": ("alleen dit begrippenkader", "only this concept scheme"),
    "search.--region": ("alleen deze regio, bv. vlaanderen", "only this region, e.g. vlaanderen"),
    "search.--section": ("alleen waarover dit deel iets zegt", "only what this section speaks of"),
    "search.--limit": ("hoogste aantal treffers (standaard 10)", "largest number of hits (default 10)"),
    "search.examples": (
        (
            "sobkb search inspraak\nsobkb search buurt werken --region vlaanderen\n"
            "sobkb search agenda --kind DemocracyForm --json"
        ),
        (
            "sobkb search consultation --lang en\nsobkb search neighbourhood work --region vlaanderen\n"
            "sobkb search agenda --kind DemocracyForm --json"
        ),
    ),
    "search.none": (
        "Niets gevonden. Probeer een ander of korter woord, of minder voorwaarden.",
        "Nothing found. Try another or a shorter word, or fewer conditions.",
    ),
    # tree
    "tree.none": ("Hier staan geen begrippen.", "There are no concepts here."),
    "tree.help": (
        "toon de boom van een begrippenkader, van één begrip of van alles",
        "show the tree of a concept scheme, of one concept or of everything",
    ),
    "tree.scheme": ("begrippenkader of begrip; zonder: alle kaders", "scheme or concept; without: all schemes"),
    "tree.--depth": ("toon zoveel lagen", "show this many levels"),
    "tree.examples": (
        "sobkb tree participatie-en-democratie\nsobkb tree buurtwerk\nsobkb tree --depth 2",
        "sobkb tree participatie-en-democratie --lang en\nsobkb tree buurtwerk\nsobkb tree --depth 2",
    ),
    "tree.again": ("(zie hoger)", "(see above)"),
    "tree.deeper": ("(gaat dieper: sobkb tree {slug})", "(goes deeper: sobkb tree {slug})"),
    "tree.loop": ("(staat ook boven zichzelf)", "(also stands above itself)"),
    # themes, theme
    "themes.help": (
        "toon de thema’s: wat bij elkaar hoort als je leert",
        "list the themes: what belongs together when one studies",
    ),
    "themes.examples": ("sobkb themes\nsobkb themes --json", "sobkb themes --lang en\nsobkb themes --json"),
    "themes.none": (
        "Deze gegevens noemen geen thema’s, en niets kan ervoor doorgaan.",
        "This data names no themes, and nothing can stand in for them.",
    ),
    "theme.help": (
        "lees één thema: zijn begrippen in de volgorde waarin je ze leert",
        "read one theme: its concepts in the order in which one learns them",
    ),
    "theme.theme": ("slug of titel van een thema", "slug or title of a theme"),
    "theme.examples": (
        "sobkb theme vormen-van-democratie\nsobkb theme de twee modellen\nsobkb theme twee-modellen --json",
        "sobkb theme vormen-van-democratie --lang en\nsobkb theme the two models\nsobkb theme twee-modellen --json",
    ),
    # section, at
    "section.help": (
        "lees één deel van de bron: alles wat daar gezegd wordt",
        "read one section of the source: everything said there",
    ),
    "section.id": ("deel, bv. 4.2.1; zonder: de lijst van delen", "section, e.g. 4.2.1; without: the list of sections"),
    "section.--deep": ("ook de onderdelen ervan", "its subsections too"),
    "section.examples": (
        "sobkb section\nsobkb section 4.2.1 --deep\nsobkb section 4.2.1-doelgroepen --json",
        "sobkb section --lang en\nsobkb section 4.2.1 --deep\nsobkb section 4.2.1-doelgroepen --json",
    ),
    "section.none": (
        "Deze gegevens noemen geen delen van een bron.",
        "This data names no sections of a source.",
    ),
    "section.defines": ("Begrippen die hierop steunen", "Concepts that rest on it"),
    "section.statements": ("Uitspraken", "Statements"),
    "section.figures-and-dates": ("Cijfers en tijd", "Figures and time"),
    "at.help": ("toon wat volgens de bron in een jaar bestond of gebeurde", "show what existed or happened in a year"),
    "at.year": ("jaar, bv. 1983", "year, e.g. 1983"),
    "at.examples": ("sobkb at 1983\nsobkb at 1991 --json", "sobkb at 1983 --lang en\nsobkb at 1991 --json"),
    "at.none": ("De bron dateert niets in {year}.", "The source dates nothing to {year}."),
    # compare, path
    "compare.help": ("zet twee begrippen naast elkaar", "put two concepts side by side"),
    "compare.first": ("het ene begrip", "one concept"),
    "compare.second": ("het andere begrip", "the other concept"),
    "compare.examples": (
        'sobkb compare politiserend-model welzijnsmodel\nsobkb compare "directe democratie" inspraakdemocratie',
        'sobkb compare politiserend-model welzijnsmodel --lang en\nsobkb compare "direct democracy" inspraakdemocratie',
    ),
    "compare.title": ("{first} naast {second}", "{first} beside {second}"),
    "compare.contrast": ("Wat hen scheidt", "What separates them"),
    "compare.broader": ("Allebei een soort van {above}", "Both a kind of {above}"),
    "compare.shared": ("Allebei", "Both"),
    "compare.differing": ("Verschillen", "Differences"),
    "compare.nothing": (
        "Over geen van beide staat er een uitspraak om naast elkaar te zetten.",
        "There is no statement about either to put side by side.",
    ),
    "path.help": ("toon hoe twee begrippen met elkaar verbonden zijn", "show how two concepts are connected"),
    "path.first": ("waar het pad begint", "where the path starts"),
    "path.second": ("waar het eindigt", "where it ends"),
    "path.--limit": ("hoogste aantal stappen (standaard 8)", "largest number of steps (default 8)"),
    "path.examples": (
        "sobkb path opbouwwerk democratie-in-viervoud\nsobkb path sif buurtwerk-vl --json",
        "sobkb path opbouwwerk democratie-in-viervoud --lang en\nsobkb path sif buurtwerk-vl --json",
    ),
    "path.none": (
        "Er is geen verband in hoogstens {limit} stappen; probeer een hoger getal bij --limit.",
        "There is no connection in at most {limit} steps; try a higher number with --limit.",
    ),
    "path.none-direct": (
        "Er is geen rechtstreeks verband; probeer een hoger getal bij --limit.",
        "There is no direct connection; try a higher number with --limit.",
    ),
    "path.same": ("Dat is twee keer hetzelfde begrip.", "That is the same concept twice."),
}
