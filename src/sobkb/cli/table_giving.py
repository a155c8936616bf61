"""Texts of the commands that answer and write out: `query`, `ask`, `cite`, `export`, `site`."""

from __future__ import annotations

GIVING: dict[str, tuple[str, str]] = {
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
    "query.graphs-apart": (
        (
            "Niets gevonden. Dit endpoint kijkt zonder GRAPH niet in zijn benoemde grafen: schrijf GRAPH ?g { … }, "
            "of noem ze met --graph."
        ),
        (
            "Nothing found. Without GRAPH this endpoint does not look into its named graphs: write GRAPH ?g { … }, "
            "or name them with --graph."
        ),
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
        "sobkb ask democratie\nsobkb ask cq-059\nsobkb ask cq-135 --param begrip=opbouwwerk-vl",
        "sobkb ask democracy --lang en\nsobkb ask cq-059\nsobkb ask cq-135 --param begrip=opbouwwerk-vl",
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
    "cite.--relation": (
        "verwijs naar wat met deze relatie over het begrip gezegd wordt, bv. aimsAt of ‘streeft naar’",
        "refer to what is said of the concept by this relation, e.g. aimsAt or “aims at”",
    ),
    "cite.--object": ("… en dan alleen over dit andere begrip", "… and then only about this other concept"),
    "cite.none": ("Dat wordt van dit begrip niet gezegd.", "That is not said of this concept."),
    "cite.--accessed": (
        "dag waarop je het las, bv. 2026-11-23; Harvard noemt die altijd, de rest bij wat zelf geen datum heeft",
        "day on which you read it, e.g. 2026-11-23; Harvard always names it, the rest for what has no date itself",
    ),
    "cite.--style": (
        "apa (standaard), mla, harvard, chicago, biblatex, ris of csl-json",
        "apa (default), mla, harvard, chicago, biblatex, ris or csl-json",
    ),
    "cite.examples": (
        (
            "sobkb cite buurtwerk-vl\nsobkb cite buurtwerk-vl --style mla --lang en\n"
            "sobkb cite buurtwerk-vl --style harvard --accessed 2026-11-23\n"
            "sobkb cite buurtwerk-vl --style biblatex\nsobkb cite buurtwerk-vl --relation aimsAt"
        ),
        (
            "sobkb cite buurtwerk-vl --lang en\nsobkb cite buurtwerk-vl --style mla\n"
            "sobkb cite buurtwerk-vl --style harvard --accessed 2026-11-23\n"
            "sobkb cite buurtwerk-vl --style biblatex\nsobkb cite buurtwerk-vl --relation aimsAt"
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
    "export.--region": ("alleen begrippen van dit gebied, bv. vlaanderen", "only concepts of this region"),
    "export.--collection": ("alleen begrippen in deze opsomming", "only concepts in this enumeration"),
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
    "export.--whole": (
        "met --endpoint: haal alles op, stuk voor stuk, naar een bestand .nq of .nt",
        "with --endpoint: fetch everything, piece by piece, into a file .nq or .nt",
    ),
    "export.whole-needs-file": (
        "noem bij --whole het bestand met -o, bv. -o alles.nq",
        "with --whole name the file with -o, e.g. -o all.nq",
    ),
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
}
