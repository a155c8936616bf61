"""What argparse and the library say in English, in the words of the command line."""

from __future__ import annotations

ARGPARSE: tuple[tuple[str, str, str], ...] = (
    (r"the following arguments are required: (.*)", "er ontbreekt nog: {0}", "still missing: {0}"),
    (r"unrecognized arguments: (.*)", "niet begrepen: {0}", "not understood: {0}"),
    (r"argument (.*): expected one argument", "na {0} hoort een waarde", "{0} needs a value"),
    (r"argument (.*): expected at least one argument", "na {0} hoort minstens één waarde", "{0} needs a value"),
    (r"argument (.*): ignored explicit argument (.*)", "bij {0} hoort geen waarde", "{0} takes no value"),
    (
        r"argument (.*): invalid choice: (.*) \(choose from (.*)\)",
        "{1} kan niet bij {0}; kies uit: {2}",
        "{1} is not possible for {0}; choose from: {2}",
    ),
    (r"argument (.*): invalid number: (.*)", "{1} bij {0} is geen getal vanaf 1", "{1} for {0} is not a number from 1"),
    (r"argument (.*): invalid year: (.*)", "{1} is geen jaar van vier cijfers", "{1} is not a year of four digits"),
    (
        r"argument (.*): invalid time: (.*)",
        "{1} bij {0} is geen aantal seconden",
        "{1} for {0} is not a number of seconds",
    ),
    (
        r"argument (.*): invalid parameter: (.*)",
        "{1} bij {0} heeft niet de vorm naam=waarde",
        "{1} for {0} does not have the form name=value",
    ),
    (r"argument (--lang): (.*)", "‘{1}’ is geen taal; schrijf nl of en", "“{1}” is not a language; write nl or en"),
    (
        r"argument (.*): not allowed with argument (.*)",
        "{0} en {1} gaan niet samen",
        "{0} and {1} do not go together",
    ),
)
"""Pattern of a message of argparse → the same in Dutch, in English."""

PROBLEMS: tuple[tuple[str, str], ...] = (
    (
        r"the built-in ontology is not here, nor in (.*); reinstall sobkb",
        "de ingebouwde ontologie staat hier niet, en ook niet in {0}; installeer sobkb opnieuw",
    ),
    (
        r"the compiled knowledge base is damaged; reinstall sobkb",
        "de gecompileerde kennisbank is beschadigd; installeer sobkb opnieuw",
    ),
    (r"this folder holds no RDF file \((.*)\)", "in deze map staat geen RDF-bestand ({0})"),
    (r"no file matches this pattern", "geen bestand past bij dit patroon"),
    (r"there is no such file or folder", "dit bestand of deze map bestaat niet; kijk de naam na"),
    (r"unknown kind of file; sobkb reads (.*)", "onbekend soort bestand; sobkb leest {0}"),
    (
        r"it refers to a JSON-LD context elsewhere, which is not fetched; put the context into the file",
        "het verwijst naar een JSON-LD-context elders, die niet opgehaald wordt; zet de context in het bestand",
    ),
    (r"this is not valid SPARQL: (.*)", "dit is geen geldige SPARQL: {0}"),
    (r"this is a folder, not a file", "dit is een map en geen bestand"),
    (r"this is (.*), not a file", "dit is een pijp of een apparaat en geen bestand"),
    (r"packed files are not read; unpack it first", "ingepakte bestanden worden niet gelezen; pak het eerst uit"),
    (r"(.*); it looks like a web page", "{0}; het lijkt op een webpagina"),
    (r"(.*); it looks like (.*)", "{0}; het lijkt op {1}"),
    (r"it is compressed with (.*); unpack it first", "het is samengeperst met {0}; pak het eerst uit"),
    (r"it is a zip archive; unpack it first", "het is een zip-archief; pak het eerst uit"),
    (r"it is UTF-16; save it as UTF-8", "het is UTF-16; bewaar het als UTF-8"),
    (r"quoted triples are nested more than (.*) deep", "aangehaalde triples zitten meer dan {0} diep in elkaar"),
    (r"elements are nested more than (.*) deep", "elementen zitten meer dan {0} diep in elkaar"),
    (r"objects and lists are nested more than (.*) deep", "objecten en lijsten zitten meer dan {0} diep in elkaar"),
    (r"more than (.*) terms of a context build on each other", "meer dan {0} termen van een context bouwen op elkaar"),
    (r"its entities grow too large", "de entiteiten erin worden te groot"),
    (r"this is not well-formed XML \((.*)\)", "dit is geen welgevormde XML ({0})"),
    (r"this is not JSON \((.*)\)", "dit is geen JSON ({0})"),
    (r"the name is empty", "de naam is leeg"),
    (r"this is not text; save it as text first", "dit is geen tekst; bewaar het eerst als tekst"),
    (
        r"the fonts at hand lack the script of these texts; name a folder with fonts that have it",
        "de lettertypes hier hebben het schrift van deze teksten niet; noem een map met lettertypes die het hebben",
    ),
    (r"the texts hold characters that no font has", "in de teksten staan tekens die geen enkel lettertype heeft"),
    (r"the typesetter refuses: (.*)", "de zetter weigert: {0}"),
    (r"there are no concepts to make a hand-out of", "er zijn geen begrippen om een hand-out van te maken"),
    (
        r"this is not what was released: the checksum is another",
        "dit is niet wat uitgegeven is: de controlesom verschilt",
    ),
    (r"this is not the manifest of a release \((.*)\)", "dit is niet het manifest van een uitgave ({0})"),
    (r"this manifest has format (.*); sobkb reads (.*)", "dit manifest heeft vorm {0}; sobkb leest {1}"),
    (
        r"'(.*)' is not a version; write three numbers, like (.*)",
        "‘{0}’ is geen versie; schrijf drie getallen, zoals {1}",
    ),
    (r"release (.*) is there already; a release never changes", "uitgave {0} is er al; een uitgave verandert nooit"),
    (r"a shape has no IRI", "een shape heeft geen IRI"),
    (r"(.*) uses (.*), which sobkb cannot run", "{0} gebruikt {1}, en dat kan sobkb niet uitvoeren"),
    (r"'(.*)' is not a language tag; write one like (.*) or (.*)", "‘{0}’ is geen taalcode; schrijf bv. {1} of {2}"),
    (r"'(.*)' is not a day; write it as (.*)", "‘{0}’ is geen dag; schrijf die als {1}"),
    (
        r"RDF/XML has no way to write the property <(.*)>; choose turtle",
        "RDF/XML kan de eigenschap <{0}> niet schrijven; kies turtle",
    ),
    (
        r"(.*) concepts do not fit in one picture \(at most (.*)\); choose fewer, .*",
        "{0} begrippen passen niet in één tekening (hoogstens {1}); kies er minder, of schrijf dot of graphml",
    ),
    (
        r"a text of (.*) has a control character that XML cannot hold; choose turtle",
        "een tekst van {0} heeft een stuurteken dat niet in XML past; kies turtle",
    ),
    (r"there is no citation style '(.*)'; there is (.*)", "er is geen stijl ‘{0}’; er is {1}"),
    (
        r"this knowledge base holds no RDF to write; choose another format",
        "deze kennisbank heeft geen RDF om te schrijven; kies een ander formaat",
    ),
    (r"cannot be opened \((.*)\)", "kan niet geopend worden ({0})"),
    (r"the file is empty", "het bestand is leeg"),
    (r"byte (.*) is not UTF-8; save the file as UTF-8", "byte {0} is geen UTF-8; bewaar het bestand als UTF-8"),
    (
        r"entities that refer to other entities or files are not read",
        "entiteiten die naar andere entiteiten of bestanden verwijzen, worden niet gelezen",
    ),
    (
        r"only Turtle \(\.ttl\) and TriG \(\.trig\) have a canonical form",
        "alleen Turtle (.ttl) en TriG (.trig) hebben een vaste vorm",
    ),
    (
        r"a comment stands between the statements and would be lost; .*",
        (
            "commentaar tussen de uitspraken zou verloren gaan; zet het bovenaan, maak er een editorialNote van, "
            "of laat het vallen met --drop-comments"
        ),
    ),
    (r"quoted triples have no canonical form", "aangehaalde triples hebben geen vaste vorm"),
    (
        r"the file changed after the knowledge base was loaded; load it again",
        "het bestand is intussen gewijzigd; probeer het opnieuw",
    ),
    (r"quoted triples cannot be handed to rdflib", "aangehaalde triples kunnen niet naar rdflib"),
    (r"there is no format '(.*)'; there is (.*)", "er is geen formaat ‘{0}’; er is {1}"),
    (
        r"the name '(.*)' does not tell the format; give one of (.*)",
        "de naam ‘{0}’ zegt niet welk formaat; geef er een met --format: {1}",
    ),
    (
        r"(.*) is already there; choose another name or allow it to be replaced",
        "{0} bestaat al; kies een andere naam, of vervang het met --force",
    ),
    (r"(.*) is a folder; name a file in it", "{0} is een map; noem er een bestand in"),
    (r"(.*) cannot be written: (.*)", "{0} kan niet geschreven worden: {1}"),
    (
        r"the templates of the site are missing; reinstall sobkb",
        "de sjablonen van de site ontbreken; installeer sobkb opnieuw",
    ),
    (r"release (.*) does not have '(.*)'", "‘{1}’ staat niet in uitgave {0}"),
    (r"release (.*) does not say this of '(.*)'", "dit staat in uitgave {0} niet bij ‘{1}’"),
    (r"(.*) is a file; name a folder", "{0} is een bestand; noem een map"),
    (r"(.*) holds something else; name a new or empty folder", "in {0} staat iets anders; noem een nieuwe of lege map"),
    (r"only http and https addresses are asked", "alleen adressen met http of https worden bevraagd"),
    (r"this is not an address", "dit is geen adres"),
    (
        r"names and passwords do not belong in an address; send a header instead",
        "namen en wachtwoorden horen niet in een adres",
    ),
    (
        r"the address holds characters that must be percent-encoded",
        "het adres bevat tekens die met een procentteken geschreven moeten worden",
    ),
    (r"the header '(.*)' holds what cannot stand in a header", "in de kop {0} staat iets wat daar niet kan staan"),
    (r"cannot be reached \((.*)\)", "niet te bereiken ({0})"),
    (r"cannot be written \((.*)\)", "kan niet geschreven worden ({0})"),
    (
        r"the query is too complicated: brackets go more than (.*) deep",
        "de vraag is te ingewikkeld: haakjes zitten meer dan {0} diep in elkaar",
    ),
    (
        r"the query is too complicated: more than (.*) operators; list values in VALUES",
        "de vraag is te ingewikkeld: meer dan {0} bewerkingen; som waarden op met VALUES",
    ),
    (
        r"an endpoint is not loaded as a whole; name concepts, a scheme or a section, or save the whole as nquads",
        "een endpoint wordt niet in één keer geladen; noem een begrip, kader of deel, of geef --whole -o alles.nq",
    ),
    (
        r"the whole of an endpoint is written as nquads or ntriples only; name a part for others",
        "een heel endpoint kan alleen als nquads of ntriples; noem een deel voor andere formaten",
    ),
    (r"either everything is written or a part, not both", "kies: alles uitschrijven of een deel"),
    (r"it sends us round in circles", "het stuurt ons in een kring rond"),
    (
        r"it sends us to another address, (.*); name that if you trust it",
        "het stuurt ons naar een ander adres, {0}; noem dat als je het vertrouwt",
    ),
    (r"its certificate is not trusted \((.*)\)", "het certificaat is niet te vertrouwen ({0})"),
    (r"no complete answer within (.*) s", "geen volledig antwoord binnen {0} s"),
    (r"this does not speak HTTP \((.*)\)", "dit spreekt geen HTTP ({0})"),
    (
        r"the RDF stays there; ask for what you need with sparql\(\)",
        "de RDF blijft daar; vraag met sobkb query wat je nodig hebt",
    ),
    (
        r"a row of the answer lacks a value that was asked for",
        "een rij van het antwoord mist een waarde waarnaar gevraagd is",
    ),
    (r"a row of the answer is not a set of values", "een rij van het antwoord is geen reeks waarden"),
    (r"a value of the answer is not RDF \((.*)\)", "een waarde in het antwoord is geen RDF ({0})"),
    (r"a value of the answer is not one", "een waarde in het antwoord is geen waarde"),
    (
        r"a value of the answer is of a kind SPARQL does not have",
        "een waarde in het antwoord is van een soort die SPARQL niet kent",
    ),
    (r"the answer breaks off", "het antwoord breekt af"),
    (r"the answer has no rows where SPARQL results have them", "het antwoord heeft geen rijen waar SPARQL die heeft"),
    (r"the answer is JSON, but no SPARQL result", "het antwoord is JSON, maar geen SPARQL-antwoord"),
    (r"the answer is larger than (.*) bytes", "het antwoord is groter dan {0} bytes"),
    (r"the answer is neither N-Triples nor Turtle", "het antwoord is geen N-Triples en geen Turtle"),
    (r"the answer is not SPARQL results in JSON but (.*)", "het antwoord is geen SPARQL-antwoord in JSON maar {0}"),
    (r"the answer is packed \((.*)\), which was not asked for", "het antwoord is ongevraagd ingepakt ({0})"),
    (r"the answer says it is JSON, but cannot be read as such", "het antwoord heet JSON maar is het niet"),
    (r"the answer to a yes-no question is neither", "het antwoord op een ja-neevraag is geen van beide"),
    (r"the graph in the answer cannot be read", "de graaf in het antwoord kan niet gelezen worden"),
    (
        r"something else is here already; name a folder that is new or empty",
        "hier staat al iets anders; noem een nieuwe of lege map",
    ),
    (r"the store cannot be opened \((.*)\)", "de opslag kan niet geopend worden ({0})"),
    (
        r"there is no store of sobkb here; name the files to load into it",
        "hier is geen opslag van sobkb; noem met --from de bestanden die erin moeten",
    ),
    (
        r"(.*) queries that were given up are still running; wait, or run queries with isolated=True",
        "{0} opgegeven vragen lopen nog; wacht even, of begin opnieuw",
    ),
    (
        r"the text that begins here has no closing quote",
        "de tekst die hier begint, heeft geen sluitend aanhalingsteken",
    ),
    (r"the '(.)' here is not closed", "de ‘{0}’ hier wordt niet gesloten"),
    (r"the query ends here, but is not complete", "de vraag houdt hier op, maar is niet af"),
    (r"the prefix '(.*)' is not declared", "de prefix ‘{0}’ staat nergens uitgelegd; zet er PREFIX voor"),
    (r"'(.*)' is not an IRI", "‘{0}’ is geen IRI"),
    (r"this '(.)' closes nothing", "deze ‘{0}’ sluit niets af"),
    (
        r"what stands before this '(.)' is not complete, or not allowed",
        "wat vóór deze ‘{0}’ staat, is niet af of mag niet",
    ),
    (r"'(.*)' does not fit here", "‘{0}’ past hier niet"),
    (
        r"The SELECT contains a variable that is unbound",
        "bij SELECT staat een variabele die niet gegroepeerd of berekend wordt",
    ),
    (
        r"The SELECT overrides an existing variable using an expression",
        "bij SELECT krijgt een variabele die al bestaat, opnieuw een waarde",
    ),
    (r"SELECT \* is not authorized with GROUP BY", "SELECT * gaat niet samen met GROUP BY; noem de variabelen"),
    (r"'(.*)' is not a name for a variable", "‘{0}’ kan geen naam van een variabele zijn"),
    (
        r"a value is given to a variable that the query gives one itself",
        "een variabele krijgt een waarde terwijl de vraag er zelf een aan geeft",
    ),
    (r"it holds a broken character, half of a pair", "er staat een half teken in"),
    (r"this cannot be the value of a variable: (.*)", "dit kan niet de waarde van een variabele zijn: {0}"),
    (
        r"The custom function (.*) is not supported",
        "de functie {0} is hier niet bekend",
    ),
    (r"a question starts with a line '# id: …'", "een vraag begint met een regel ‘# id: …’"),
    (r"the id '(.*)' is already used in (.*)", "het nummer ‘{0}’ is al gebruikt in {1}"),
)
"""Pattern of what sobkb says about a file → the same in Dutch."""
