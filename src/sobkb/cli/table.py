"""Every text of the command line, in Dutch and in English; `translations` holds what others say in English."""

from __future__ import annotations

from sobkb.cli.table_teach import TEACH

TABLE: dict[str, tuple[str, str]] = {
    **TEACH,
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
    "overview.more": (
        "Uitleg bij een opdracht: sobkb show --help. In English: sobkb --lang en.",
        "About one command: sobkb show --help. In het Nederlands: sobkb --lang nl.",
    ),
    "group.look": ("Opzoeken", "Look up"),
    "group.ask": ("Bevragen", "Query"),
    "group.use": ("Gebruiken", "Use"),
    "group.check": ("Nakijken en onderhouden", "Check and maintain"),
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
    "path.same": ("Dat is twee keer hetzelfde begrip.", "That is the same concept twice."),
    # query, ask
    "query.help": ("stel een vraag in SPARQL", "ask a question in SPARQL"),
    "query.query": (
        "bestand met een SPARQL-vraag, de vraag zelf, of - om ze van de invoer te lezen",
        "file with a SPARQL query, the query itself, or - to read it from the input",
    ),
    "query.--format": (
        "vorm van het antwoord (standaard: table, of ttl voor CONSTRUCT en DESCRIBE)",
        "form of the answer (default: table, or ttl for CONSTRUCT and DESCRIBE)",
    ),
    "query.--timeout": ("stop na zoveel seconden (standaard 30)", "stop after this many seconds (default 30)"),
    "query.--param": (
        "vul een variabele van de vraag in; mag vaker",
        "fill in a variable of the query; may be repeated",
    ),
    "query.examples": (
        (
            'sobkb query "SELECT ?begrip { ?begrip a sob:DemocracyForm }"\nsobkb query vraag.rq --format csv\n'
            "sobkb query vraag.rq --param c=id:buurtwerk-vl"
        ),
        (
            'sobkb query "SELECT ?concept { ?concept a sob:DemocracyForm }"\nsobkb query question.rq --format csv\n'
            "sobkb query question.rq --param c=id:buurtwerk-vl"
        ),
    ),
    "query.rows.one": ("{number} rij", "{number} row"),
    "query.rows.many": ("{number} rijen", "{number} rows"),
    "query.format": (
        "{format} past niet bij dit antwoord; kies uit: {fitting}",
        "{format} does not suit this answer; choose from: {fitting}",
    ),
    "query.typing": (
        "Typ de vraag en sluit af met Ctrl-D.",
        "Type the query and finish with Ctrl-D.",
    ),
    "query.neither": (
        "‘{given}’ is geen bestand en geen SPARQL-vraag",
        "“{given}” is neither a file nor a SPARQL query",
    ),
    "ask.help": (
        "beantwoord een vraag die bij de kennisbank hoort",
        "answer a question that comes with the knowledge base",
    ),
    "ask.question": (
        "nummer, bv. cq-012; zonder: de lijst van vragen",
        "id, e.g. cq-012; without: the list of questions",
    ),
    "ask.--param": (
        "vul een gegeven van de vraag in; mag vaker",
        "fill in a parameter of the question; may be repeated",
    ),
    "ask.--format": ("vorm van het antwoord (standaard: table)", "form of the answer (default: table)"),
    "ask.--show-query": ("toon de SPARQL-vraag in plaats van het antwoord", "show the SPARQL query, not the answer"),
    "ask.examples": (
        "sobkb ask democratie\nsobkb ask cq-059\nsobkb ask cq-135 --param begrip=buurtwerk-vl",
        "sobkb ask democracy --lang en\nsobkb ask cq-059\nsobkb ask cq-135 --param begrip=buurtwerk-vl",
    ),
    "ask.section": ("Antwoord uit: {sections}", "Answer from: {sections}"),
    "ask.none": (
        "Geen vraag met die woorden; alle vragen staan bij: sobkb ask",
        "No question with these words; all questions are listed by: sobkb ask",
    ),
    # cite, export
    "cite.help": ("geef een verwijzing naar een begrip om over te nemen", "give a reference to a concept to paste"),
    "cite.name": ("korte naam, term of IRI van een begrip", "short name, term or IRI of a concept"),
    "cite.--release": (
        "verwijs naar het begrip zoals het in een uitgave was, op een adres dat zo blijft",
        "refer to the concept as it was in a release, at an address that stays so",
    ),
    "cite.--style": (
        "apa (standaard), mla, harvard, chicago, biblatex, ris of csl-json",
        "apa (default), mla, harvard, chicago, biblatex, ris or csl-json",
    ),
    "cite.examples": (
        (
            "sobkb cite buurtwerk-vl\nsobkb cite buurtwerk-vl --style mla --lang en\n"
            "sobkb cite buurtwerk-vl --style biblatex"
        ),
        (
            "sobkb cite buurtwerk-vl --lang en\nsobkb cite buurtwerk-vl --style mla\n"
            "sobkb cite buurtwerk-vl --style biblatex"
        ),
    ),
    "export.help": ("schrijf alles of een deel uit in een ander formaat", "write all or a part in another format"),
    "export.--format": (
        "formaat (standaard: naar de naam van het bestand, anders ttl)",
        "format (default: after the name of the file, else ttl)",
    ),
    "export.--concept": ("alleen dit begrip; mag vaker", "only this concept; may be repeated"),
    "export.--scheme": ("alleen dit begrippenkader", "only this concept scheme"),
    "export.--section": ("alleen waarover dit deel iets zegt", "only what this section speaks of"),
    "export.--output": ("schrijf naar dit bestand", "write to this file"),
    "export.examples": (
        (
            "sobkb export --format ttl -o kennisbank.ttl\nsobkb export --scheme actoren --format csv\n"
            "sobkb export --concept buurtwerk-vl --format mermaid"
        ),
        (
            "sobkb export --format ttl -o knowledge-base.ttl\nsobkb export --scheme actoren --format csv\n"
            "sobkb export --concept buurtwerk-vl --format mermaid"
        ),
    ),
    "export.done": ("Geschreven: {path}", "Written: {path}"),
    "export.--force": ("vervang een bestand dat er al staat", "replace a file that is already there"),
    # site
    "site export.help": (
        "schrijf de bladzijden van de site als bestanden voor een andere sitegenerator",
        "write the pages of the site as files for another site generator",
    ),
    "site export.--title": (
        "naam van de site (standaard: de titel van de gegevens)",
        "name of the site (default: the title of the data)",
    ),
    "site export.--base": ("adres dat de site krijgt", "address the site will have"),
    "site export.folder": ("map waarin de bestanden komen", "folder the files go into"),
    "site export.examples": ("sobkb site export bladzijden", "sobkb site export pages"),
    "site build.help": (
        "maak een site van eigen SKOS-bestanden",
        "make a site from SKOS files of your own",
    ),
    "site build.--title": (
        "naam van de site (standaard: de titel van de gegevens)",
        "name of the site (default: the title of the data)",
    ),
    "site build.--base": ("adres dat de site krijgt", "address the site will have"),
    "site build.file": (
        "bestanden, mappen of patronen; zonder: de ingebouwde kennisbank",
        "files, folders or patterns; without: the built-in knowledge base",
    ),
    "site build.--output": ("map waarin de site komt", "folder the site goes into"),
    "site build.examples": (
        "sobkb site build mijn-thesaurus.ttl -o site",
        "sobkb site build my-thesaurus.ttl -o site",
    ),
    "site.done": ("Klaar: {files} in {folder}.", "Done: {files} in {folder}."),
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
    # releases, history, release
    "releases.help": ("noem de uitgaven van de kennisbank", "list the releases of the knowledge base"),
    "releases.examples": ("sobkb releases\nsobkb releases --json", "sobkb releases --lang en\nsobkb releases --json"),
    "releases.version": ("versie", "version"),
    "releases.date": ("datum", "date"),
    "releases.concepts": ("begrippen", "concepts"),
    "releases.address": ("adres", "address"),
    "releases.none": ("Er is nog geen uitgave.", "There is no release yet."),
    "history.help": (
        "vertel wat er per uitgave met een begrip gebeurde",
        "tell what happened to a concept from release to release",
    ),
    "history.name": ("korte naam, term of adres van een begrip", "short name, label or address of a concept"),
    "history.examples": (
        "sobkb history opbouwwerk-vl\nsobkb history opbouwwerk-vl --json",
        "sobkb history opbouwwerk-vl --lang en\nsobkb history opbouwwerk-vl --json",
    ),
    "history.first": ("nieuw (revisie {number})", "new (revision {number})"),
    "history.changed": ("gewijzigd (revisie {number})", "changed (revision {number})"),
    "history.gone": ("verdwenen", "gone"),
    "history.unreleased": (
        "Dit begrip staat nog in geen uitgave.",
        "This concept is not in any release yet.",
    ),
    "release.help": (
        "voor beheerders: leg een uitgave vast; zonder versie: zeg wat de volgende zou zijn",
        "for maintainers: make a release; without a version: say what the next one would be",
    ),
    "release.version": ("nummer van de nieuwe uitgave, bv. 0.2.0", "number of the new release, e.g. 0.2.0"),
    "release.--date": ("dag van de uitgave (standaard: vandaag)", "day of the release (default: today)"),
    "release.--check": (
        "kijk de uitgaven na: zijn de bestanden nog wat ze waren, en bestaat elk adres nog",
        "check the releases: are the files what they were, and is every address still there",
    ),
    "release.examples": (
        "sobkb release\nsobkb release --check\nsobkb release 0.2.0 --date 2026-12-01",
        "sobkb release --lang en\nsobkb release --check\nsobkb release 0.2.0 --date 2026-12-01",
    ),
    "release.checkout": (
        "een uitgave wordt gemaakt in een werkmap van de kennisbank; daar zijn we niet",
        "a release is made in a checkout of the knowledge base; this is not one",
    ),
    "release.first": (
        "Er is nog geen uitgave; de eerste mag elk nummer hebben.",
        "There is no release yet; the first may have any number.",
    ),
    "release.since": (
        "Sinds {version} ({date}): {added} nieuw, {removed} verdwenen, {changed} gewijzigd.",
        "Since {version} ({date}): {added} new, {removed} gone, {changed} changed.",
    ),
    "release.lowest": (
        "De volgende uitgave is minstens {version}; dat vraagt {level}:",
        "The next release is at least {version}; what asks for it is {level}:",
    ),
    "release.unchanged": (
        "Aan de inhoud veranderde niets; de volgende uitgave is minstens {version}.",
        "Nothing in the content changed; the next release is at least {version}.",
    ),
    "level.patch": ("een herstelling", "a repair"),
    "level.minor": ("een aanvulling", "an addition"),
    "level.major": ("iets dat betekenis of adressen verandert", "something that changes meaning or addresses"),
    "release.refused": ("Zo kan er geen uitgave komen:", "There can be no release like this:"),
    "release.made": ("Uitgave {version} ligt in {folder}.", "Release {version} lies in {folder}."),
    "release.next": (
        "Kijk de wijzigingen na, leg ze vast met git en zet er het merk v{version} op.",
        "Look at the changes, commit them with git and tag them v{version}.",
    ),
    "release.sound": ("{releases} nagekeken, alles in orde.", "{releases} checked, all is well."),
    "word.releases.one": ("{number} uitgave", "{number} release"),
    "word.releases.many": ("{number} uitgaven", "{number} releases"),
    "word.references.one": ("{number} verwijzing", "{number} reference"),
    "word.references.many": ("{number} verwijzingen", "{number} references"),
    "fault.missing": ("Uitgave {release}: {what} ontbreekt.", "Release {release}: {what} is missing."),
    "fault.altered": (
        "Uitgave {release}: {what} is niet meer wat uitgegeven is (de controlesom verschilt). Zet het terug.",
        "Release {release}: {what} is not what was released (the checksum differs). Put it back.",
    ),
    "fault.extra": (
        "Uitgave {release}: {what} hoort er niet bij. Haal het weg.",
        "Release {release}: {what} does not belong there. Take it away.",
    ),
    "fault.gone": (
        "{what} staat in uitgave {release} maar bestaat niet meer. Zet het terug en laat het vervallen.",
        "{what} is in release {release} but no longer exists. Put it back and deprecate it.",
    ),
    "refused.version": (
        "‘{about}’ is geen versie; schrijf drie getallen, zoals 0.2.0",
        "“{about}” is not a version; write three numbers, like 0.2.0",
    ),
    "refused.not-newer": ("de laatste uitgave is al {about}", "the last release is {about} already"),
    "refused.too-low": (
        "wat veranderde, vraagt minstens versie {about}; sobkb release zegt waarom",
        "what changed asks for version {about} at least; sobkb release says why",
    ),
    "refused.date": ("‘{about}’ is geen dag; schrijf 2026-12-01", "“{about}” is not a day; write 2026-12-01"),
    "refused.date-before": ("de vorige uitgave is van {about}, dus later", "the last release is of {about}, later"),
    "refused.no-git": ("dit is geen werkmap van git", "this is not a checkout of git"),
    "refused.uncommitted": ("{about} is niet vastgelegd met git", "{about} is not committed"),
    "refused.changelog": (
        "onder [Unreleased] in CHANGELOG.md staat niets",
        "nothing stands under [Unreleased] in CHANGELOG.md",
    ),
    "refused.invalid": ("de validatie vindt een fout: {about}", "validation finds a violation: {about}"),
    "refused.gone": (
        "{about} is verdwenen; zet het terug en laat het vervallen",
        "{about} is gone; put it back and deprecate it",
    ),
    "refused.undated": (
        "{about} is gewijzigd; zet er een nieuwe dcterms:modified bij",
        "{about} changed; give it a new dcterms:modified",
    ),
    "refused.no-place": ("in {about} staat geen versie om te zetten", "{about} has no version to set"),
    # check
    "check.help": (
        "kijk na of verwijzingen in een tekst of literatuurlijst nog kloppen",
        "check whether references in a text or bibliography still hold",
    ),
    "check.file": (
        "teksten en literatuurlijsten: .md, .txt, .bib, .ris, .json, .html …",
        "texts and bibliographies: .md, .txt, .bib, .ris, .json, .html …",
    ),
    "check.examples": (
        "sobkb check cursus.md literatuur.bib\nsobkb check cursus.md --json",
        "sobkb check course.md references.bib --lang en\nsobkb check course.md --json",
    ),
    "check.done": (
        "{references} nagekeken; aan {wrong} moet je iets doen.",
        "{references} checked; {wrong} to look after.",
    ),
    "check.changed": ("gewijzigd sinds versie {version}", "changed since version {version}"),
    "check.deprecated": ("is vervallen.", "is deprecated."),
    "check.gone": ("bestaat niet meer.", "no longer exists."),
    "check.unknown": ("dit begrip bestaat niet.", "there is no such concept."),
    "check.unknown-version": ("er is geen versie {version}", "there is no version {version}"),
    "check.instead": ("Gebruik {slugs}.", "Use {slugs}."),
    "check.close": ("Bedoelde je {slugs}?", "Did you mean {slugs}?"),
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
    # Errors
    "error.see-help": ("Zie: {command}", "See: {command}"),
    "error.command": ("er is geen opdracht ‘{name}’", "there is no command “{name}”"),
    "error.command-close": (
        "er is geen opdracht ‘{name}’; bedoelde je {close}?",
        "there is no command “{name}”; did you mean {close}?",
    ),
    "error.second-word": (
        "na {command} hoort nog een woord; zie {forms}",
        "{command} needs one more word; see {forms}",
    ),
    "error.from-and-endpoint": (
        "--endpoint gaat niet samen met --from of --store; kies één van beide",
        "--endpoint does not go together with --from or --store; choose one of them",
    ),
    "error.needs-files": (
        "dit kan alleen met bestanden, niet met --endpoint of --store",
        "this works on files only, not with --endpoint or --store",
    ),
    "error.concept": (
        "Geen begrip heet ‘{name}’. Zoek het met: sobkb search WOORD",
        "No concept is called “{name}”. Look for it with: sobkb search WORD",
    ),
    "error.concept-close": (
        "Geen begrip heet ‘{name}’. Bedoelde je {close}?",
        "No concept is called “{name}”. Did you mean {close}?",
    ),
    "error.ambiguous": (
        "‘{name}’ is de term van meer dan één begrip; noem er één bij zijn korte naam: {candidates}.",
        "“{name}” is the term of more than one concept; name one by its short name: {candidates}.",
    ),
    "error.term": ("Er is geen {sort} ‘{name}’.", "There is no {sort} “{name}”."),
    "error.term-close": (
        "Er is geen {sort} ‘{name}’. Er is wel: {close}.",
        "There is no {sort} “{name}”. There is: {close}.",
    ),
    "sort.kind": ("soort", "kind"),
    "sort.relation": ("relatie", "relation"),
    "sort.scheme": ("begrippenkader", "concept scheme"),
    "sort.section": ("deel", "section"),
    "sort.collection": ("opsomming", "enumeration"),
    "sort.theme": ("thema", "theme"),
    "sort.query": ("vraag", "question"),
    "sort.parameter": ("gegeven met de naam", "parameter"),
    "sort.value for parameter": ("waarde opgegeven voor", "value given for"),
    "sort.release": ("uitgave", "release"),
    "sort.style": ("stijl", "style"),
    "sort.format": ("formaat", "format"),
    "error.cycle": (
        "De bovenliggende begrippen vormen een kring: {loop}. Haal één skos:broader weg.",
        "The broader links form a loop: {loop}. Remove one skos:broader.",
    ),
    "error.date": (
        "‘{text}’ is geen datum die sobkb begrijpt; schrijf bv. 1991-06-26, 1991, 197X, 1978~ of 1975/1981.",
        "“{text}” is not a date sobkb understands; write e.g. 1991-06-26, 1991, 197X, 1978~ or 1975/1981.",
    ),
    "error.query-syntax": (
        "De vraag klopt niet als SPARQL: {problem}",
        "The query is not valid SPARQL: {problem}",
    ),
    "error.query-syntax-at": (
        "De vraag klopt niet als SPARQL op regel {line}, teken {column}: {problem}",
        "The query is not valid SPARQL at line {line}, column {column}: {problem}",
    ),
    "error.query-forbidden": (
        "{word} mag niet: vragen lezen alleen, en alleen wat geladen is.",
        "{word} is not allowed: queries only read, and only what is loaded.",
    ),
    "error.query-timeout": (
        "De vraag is na {seconds} s gestopt; maak ze nauwer, voeg LIMIT toe of geef meer tijd met --timeout.",
        "The query was stopped after {seconds} s; make it more selective, add LIMIT or allow more time with --timeout.",
    ),
    "error.query-rows": (
        "Het antwoord heeft meer dan {limit} rijen; maak de vraag nauwer of voeg LIMIT toe.",
        "The answer has more than {limit} rows; make the query more selective or add LIMIT.",
    ),
    "error.query-bytes": (
        "De vraag is gestopt omdat ze meer dan {limit} GB geheugen nam; maak ze nauwer of voeg LIMIT toe.",
        "The query was stopped because it took more than {limit} GB of memory; make it more selective or add LIMIT.",
    ),
    "error.too-large": (
        "Dat is te veel in één keer (meer dan {limit} begrippen); maak de vraag nauwer.",
        "That is too much at once (more than {limit} concepts); narrow the question down.",
    ),
    "error.endpoint": (
        "{address} doet het niet: {problem}. Kijk het adres na, of probeer het later.",
        "{address} does not work: {problem}. Check the address, or try again later.",
    ),
    "error.endpoint-timeout": (
        "{address} antwoordde niet op tijd; probeer het later of geef meer tijd.",
        "{address} did not answer in time; try again later or allow more time.",
    ),
    "error.endpoint-data": (
        "{address} gaf een antwoord dat geen SPARQL-antwoord is: {problem}. Kijk na of dit een SPARQL-endpoint is.",
        "{address} gave an answer that is not a SPARQL result: {problem}. Check that this is a SPARQL endpoint.",
    ),
    "error.extra": (
        "Hiervoor is nog een pakket nodig; installeer het met: pip install 'sobkb[{extra}]'",
        "This needs one more package; install it with: pip install 'sobkb[{extra}]'",
    ),
    "error.system": ("{name}: {problem}.", "{name}: {problem}."),
    "error.too-deep": (
        "De gegevens zitten te diep in elkaar om ze zo te schrijven; beperk ze, bv. met --depth.",
        "The data is nested too deep to write it like this; limit it, e.g. with --depth.",
    ),
    "error.other": ("Dat lukt niet: {problem}", "That does not work: {problem}"),
    "error.fault": (
        "dit is een fout in sobkb zelf ({kind}: {problem}); meld ze, met SOBKB_DEBUG=1 zie je meer",
        "this is a fault in sobkb itself ({kind}: {problem}); please report it, SOBKB_DEBUG=1 shows more",
    ),
}
"""Key → the text in Dutch, the text in English; `{names}` are filled in."""
