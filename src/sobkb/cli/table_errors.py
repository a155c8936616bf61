"""Texts of what can go wrong."""

from __future__ import annotations

ERRORS: dict[str, tuple[str, str]] = {
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
    "error.from-took-all": (
        "; --from neemt alle woorden die erop volgen: zet het helemaal achteraan of vóór de opdracht",
        "; --from takes all words that follow it: put it at the very end or before the command",
    ),
    "error.no-concepts": (
        "Let op: in wat er gelezen is, staat geen enkel begrip (skos:Concept).",
        "Note: what was read holds not a single concept (skos:Concept).",
    ),
    "error.from-and-endpoint": (
        "--endpoint gaat niet samen met --from of --store; kies één van beide",
        "--endpoint does not go together with --from or --store; choose one of them",
    ),
    "error.graph-without-endpoint": (
        "--graph hoort bij --endpoint; een bestand wordt in zijn geheel gelezen",
        "--graph goes with --endpoint; a file is read as a whole",
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
    "error.dash": (
        "‘{name}’ lijkt op een optie; schrijf ./{name} als je het bestand bedoelt",
        "“{name}” looks like an option; write ./{name} if you mean the file",
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
    "error.output": ("De uitvoer kan niet geschreven worden: {problem}.", "The output cannot be written: {problem}."),
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
