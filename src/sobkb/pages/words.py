"""Every word of the site that does not come from the data, in Dutch and English."""

from __future__ import annotations

from sobkb.pages.words_learning import LEARNING_WORDS
from sobkb.pages.words_themes import THEME_WORDS
from sobkb.pages.words_versions import VERSION_WORDS
from sobkb.pages.words_views import VIEW_WORDS

_WORDS: dict[str, tuple[str, str]] = {
    # the frame of every page
    "language": ("Nederlands", "English"),
    "language.switch": ("Lees deze pagina in het Nederlands", "Read this page in English"),
    "skip": ("Naar de inhoud", "Skip to content"),
    "menu": ("Menu", "Menu"),
    "menu.label": ("Hoofdmenu", "Main menu"),
    "theme": ("Donkere of lichte weergave", "Dark or light display"),
    "print": ("Afdrukken", "Print"),
    "home": ("Begin", "Home"),
    "search": ("Zoeken", "Search"),
    "search.label": ("Zoek een begrip", "Find a concept"),
    "search.placeholder": ("Zoek een begrip of een alledaags woord", "Find a concept or an everyday word"),
    "search.none": ("Niets gevonden. Kijk in de lijst van A tot Z.", "Nothing found. Try the list from A to Z."),
    "search.found.one": ("1 begrip gevonden", "1 concept found"),
    "search.found": ("{} begrippen gevonden", "{} concepts found"),
    "search.all": ("Alle begrippen van A tot Z", "All concepts from A to Z"),
    "footer.text": (
        "Elke uitspraak op deze site toont waar ze vandaan komt.",
        "Every statement on this site shows where it comes from.",
    ),
    "footer.plain": ("", ""),
    "way.compare.plain": ("Twee begrippen naar keuze naast elkaar.", "Any two concepts side by side."),
    "licence": ("Teksten en figuren: CC BY 4.0", "Texts and figures: CC BY 4.0"),
    "reuse.lead": ("Overnemen mag. Zet erbij:", "You may reuse this. Add:"),
    "licence.reuse": (
        "Je mag deze tekst overnemen als je de bron noemt (CC BY 4.0).",
        "You may reuse this text if you name the source (CC BY 4.0).",
    ),
    "edit": ("Bewerk dit begrip", "Edit this concept"),
    "edit.page": ("Bewerk deze pagina", "Edit this page"),
    "report": ("Meld een fout", "Report an error"),
    "report.title": ("Fout in begrip: {}", "Error in concept: {}"),
    "contents": ("Op deze pagina", "On this page"),
    "version": ("versie {}", "version {}"),
    # ways in
    "nav.concepts": ("A–Z", "A–Z"),
    "nav.tree": ("Boom", "Tree"),
    "nav.kinds": ("Soorten", "Kinds"),
    "nav.regions": ("Regio’s", "Regions"),
    "nav.source": ("De bron", "The source"),
    "nav.collections": ("Opsommingen", "Enumerations"),
    "nav.groups": ("Groepen", "Groups"),
    "nav.schemes": ("Kaders", "Schemes"),
    "nav.deprecated": ("Vervallen begrippen", "Deprecated concepts"),
    "nav.guide": ("Gids", "Guide"),
    "home.ways": ("Waar wil je beginnen?", "Where would you like to start?"),
    "home.schemes": ("Waar het over gaat", "What it is about"),
    "home.main": ("Hoofdbegrippen", "Main concepts"),
    "home.side": ("Naast elkaar, niet door elkaar", "Side by side, not blended"),
    "home.degree": ("is", "is"),
    "home.confused": ("Makkelijk te verwarren", "Easily confused"),
    "home.or": ("of", "or"),
    "home.source": ("Lees mee met de bron", "Read along with the source"),
    "home.count": (
        "{concepts} begrippen · {statements} uitspraken · {sections} delen van de bron",
        "{concepts} concepts · {statements} statements · {sections} parts of the source",
    ),
    "home.count.plain": ("{concepts} begrippen", "{concepts} concepts"),
    "home.about": ("Zoek een begrip, of blader door wat er staat.", "Find a concept, or browse what is here."),
    "way.az": (
        "Alle termen op een rij, ook de andere woorden ervoor.",
        "All terms in a row, other words for them too.",
    ),
    "way.tree": ("Van ruim naar smal: wat is een soort van wat?", "From broad to narrow: what is a kind of what?"),
    "way.kinds": ("Actoren, methoden, doelen: per soort bijeen.", "Actors, methods, aims: together by kind."),
    "way.kinds.plain": ("Begrippen van dezelfde soort bijeen.", "Concepts of the same kind together."),
    "way.regions": ("Wat bij één regio hoort.", "What belongs to one region."),
    "way.source": ("Deel voor deel: wat zegt de bron, zin voor zin.", "Part by part: what the source says."),
    "way.collections": ("Lijsten zoals de bron ze geeft.", "Lists as the source gives them."),
    "way.schemes": ("De begrippen per onderwerp geordend.", "The concepts ordered by subject."),
    "az.title": ("Begrippen van A tot Z", "Concepts from A to Z"),
    "az.see": ("zie", "see"),
    "az.lead": (
        "Andere woorden staan er cursief tussen, met een verwijzing naar de voorkeursterm.",
        "Other words stand among them in italics, pointing to the preferred term.",
    ),
    "az.other": ("Overige", "Other"),
    "az.letters": ("Letters", "Letters"),
    "tree.title": ("Boom van begrippen", "Tree of concepts"),
    "tree.lead": (
        "Wat inspringt, is een soort van wat erboven staat.",
        "What is indented is a kind of what stands above it.",
    ),
    "tree.filter": ("Filter de boom", "Filter the tree"),
    "tree.filtered": ("{} begrippen over", "{} concepts left"),
    "tree.above": ("zie hierboven", "see above"),
    "tree.none": ("Zonder kader", "Without a scheme"),
    "tree.open": ("Alles openen", "Open all"),
    "tree.close": ("Alles sluiten", "Close all"),
    "kinds.title": ("Soorten begrippen", "Kinds of concepts"),
    "kinds.lead": ("Elk begrip hoort bij één soort.", "Every concept is of one kind."),
    "kinds.below": ("Nauwere soorten", "Narrower kinds"),
    "kinds.above": ("Hoort bij", "Belongs to"),
    "regions.title": ("Begrippen per regio", "Concepts by region"),
    "regions.lead": (
        "Alleen wat bij één regio hoort staat hier. Wat overal geldt, staat er niet bij.",
        "Only what belongs to one region stands here. What holds everywhere is left out.",
    ),
    "region.title": ("Begrippen uit {}", "Concepts from {}"),
    "source.title": ("Lees mee met de bron", "Read along with the source"),
    "source.lead": (
        "Dit is de opbouw van de bron. Open een deel en lees zin voor zin wat er staat, in onze woorden.",
        "This is how the source is built up. Open a part and read, in our words, what it says.",
    ),
    "source.editorial": ("Wat de redactie zelf besluit", "What the editors conclude"),
    "source.editorial.lead": (
        "Dit staat niet in de bron. Het is wat de redactie eruit afleidt.",
        "This is not in the source. It is what the editors infer from it.",
    ),
    "source.parts": ("Onderdelen", "Parts"),
    "source.says": ("Wat dit deel zegt", "What this part says"),
    "source.empty": ("Dit deel doet zelf geen uitspraken.", "This part itself makes no statements."),
    "source.introduces": ("Begrippen die dit deel inleidt", "Concepts this part introduces"),
    "source.previous": ("Vorig deel", "Previous part"),
    "source.next": ("Volgend deel", "Next part"),
    "source.count.one": ("1 uitspraak", "1 statement"),
    "source.count": ("{} uitspraken", "{} statements"),
    "source.works": ("Bronnen", "Sources"),
    "collections.title": ("Opsommingen", "Enumerations"),
    "collections.lead": (
        "Lijsten zoals de bron ze geeft. Een open lijst geeft voorbeelden: wat er niet in staat, kan er wel bij horen.",
        "Lists as the source gives them. An open list gives examples: what is not in it may still belong to it.",
    ),
    "collections.plain": ("Groepen van begrippen die bij elkaar horen.", "Groups of concepts that belong together."),
    "schemes.title": ("Begrippenkaders", "Concept schemes"),
    "schemes.lead": ("De begrippen, geordend naar onderwerp.", "The concepts, ordered by subject."),
    "deprecated.title": ("Vervallen begrippen", "Deprecated concepts"),
    "deprecated.lead": (
        "Gebruik deze begrippen niet meer. Hun adres blijft bestaan.",
        "Do not use these concepts any more. Their addresses remain.",
    ),
    "deprecated.none": ("Er zijn geen vervallen begrippen.", "There are no deprecated concepts."),
    "count.one": ("1 begrip", "1 concept"),
    "count": ("{} begrippen", "{} concepts"),
    "also.brief": ("Kortere begrippen", "Briefer entries"),
    # the entry page
    "deprecated.banner": ("Dit begrip is vervallen.", "This concept is deprecated."),
    "deprecated.use": ("Gebruik in plaats daarvan:", "Use instead:"),
    "status": ("Status", "Status"),
    "status.vastgesteld": ("vastgesteld", "approved"),
    "status.voorgesteld": ("voorgesteld", "proposed"),
    "status.in-bewerking": ("in bewerking", "in preparation"),
    "status.vervangen": ("vervangen", "replaced"),
    "status.vervallen": ("vervallen", "withdrawn"),
    "level.A": ("hoofdbegrip", "main concept"),
    "level.B": ("kort begrip", "brief entry"),
    "concept": ("begrip", "concept"),
    "explanation": ("Uitleg", "Explanation"),
    "definition": ("Definitie", "Definition"),
    "scopeNote": ("Toelichting", "Scope"),
    "example": ("Voorbeeld", "Example"),
    "historyNote": ("Vroegere betekenis", "Past meaning"),
    "changeNote": ("Wijziging", "Change"),
    "note": ("Opmerking", "Note"),
    "source.label": ("Bron", "Source"),
    "fallback": ("nog niet vertaald: {}", "not translated yet: {}"),
    "statements": ("Wat de bron zegt", "What the source says"),
    "statements.editorial": ("Wat de redactie besluit", "What the editors conclude"),
    "statements.plain": ("Verbanden", "Relations"),
    "statements.incoming": ("Vanuit andere begrippen", "From other concepts"),
    "statements.notes": ("Verder zegt de bron", "The source also says"),
    "editors": ("redactie", "editors"),
    "editors.long": ("Dit besluit de redactie, niet de bron.", "The editors conclude this, not the source."),
    "related": ("hangt samen met", "is related to"),
    "related.plural": ("hangen samen met", "are related to"),
    "and": ("en", "and"),
    "place": ("Plaats in het geheel", "Place in the whole"),
    "place.paths": ("Soort van", "A kind of"),
    "place.narrower": ("Soorten van {}", "Kinds of {}"),
    "place.scheme": ("Kader", "Scheme"),
    "enumerations": ("In opsommingen", "In enumerations"),
    "enumerations.plain": ("In groepen", "In groups"),
    "list.open": ("open lijst: de bron geeft voorbeelden", "open list: the source gives examples"),
    "list.closed": ("gesloten lijst", "closed list"),
    "list.ordered": ("in volgorde", "in order"),
    "confused": ("Niet te verwarren met", "Not to be confused with"),
    "confused.question": ("De vraag die beslist", "The question that decides"),
    "confused.caption": ("{} tegenover {}", "{} against {}"),
    "confused.aspect": ("Verschil in", "Difference in"),
    "beside": ("Naast elkaar", "Side by side"),
    "beside.counterpart": ("In de andere regio", "In the other region"),
    "beside.same": ("hetzelfde", "the same"),
    "beside.partly": ("deels hetzelfde", "partly the same"),
    "beside.none": ("geen tegenhanger", "no counterpart"),
    "beside.nothing": ("niets", "nothing"),
    "beside.flemish": ("Vlaanderen", "Flanders"),
    "beside.dutch": ("Nederland", "the Netherlands"),
    "beside.theme": ("Vergeleken onder", "Compared under"),
    "beside.compare": ("Vergelijk deze twee", "Compare these two"),
    "beside.siblings": ("{} in hetzelfde verband", "{} in the same context"),
    "figures": ("Cijfers", "Figures"),
    "figure.about": ("ongeveer", "about"),
    "figure.measures": ("telt", "counts"),
    "figure.place": ("waar", "where"),
    "figure.belongs": ("Zie ook bij", "See also under"),
    "dates": ("Tijd", "Time"),
    "date.relative": ("zonder jaartal", "without a year"),
    "neighbourhood": ("De buurt van dit begrip", "The neighbourhood of this concept"),
    "neighbourhood.desc": (
        "{label} staat in het midden, met de begrippen eromheen waarmee het een verband heeft.",
        "{label} stands in the middle, with the concepts around it that it has a relation with.",
    ),
    "neighbourhood.more": ("en nog {} in de zinnen hierboven", "and {} more in the sentences above"),
    "neighbourhood.broader": ("ruimer", "broader"),
    "neighbourhood.narrower": ("smaller", "narrower"),
    "picture.file": ("Deze figuur als SVG", "This figure as SVG"),
    "where": ("Waar de bron erover spreekt", "Where the source speaks of it"),
    "terms": ("Andere termen", "Other terms"),
    "terms.alt": ("Ook", "Also"),
    "terms.hidden": ("Ook gezocht als", "Also searched as"),
    "terms.only": ("alleen in {}", "only in {}"),
    "terms.languages": ("In andere talen", "In other languages"),
    "terms.notation": ("Code", "Code"),
    "matches": ("Overeenkomsten elders", "Matches elsewhere"),
    "match.exactMatch": ("zelfde als", "same as"),
    "match.closeMatch": ("bijna zelfde als", "nearly the same as"),
    "match.broadMatch": ("smaller dan", "narrower than"),
    "match.narrowMatch": ("ruimer dan", "broader than"),
    "match.relatedMatch": ("hangt samen met", "related to"),
    "match.confidence": ("zekerheid {}", "confidence {}"),
    "cite": ("Citeer dit begrip", "Cite this concept"),
    "cite.text": ("APA", "APA"),
    "preview.open": ("Naar dit begrip", "Go to this concept"),
    "preview.close": ("Sluit", "Close"),
    "copy.button": ("Kopieer", "Copy"),
    "copy.done": ("Gekopieerd", "Copied"),
    "copy.quote": ("Kopieer met bron", "Copy with source"),
    "cite.reuse": ("Definitie met bron, om te plakken", "Definition with source, to paste"),
    "cite.files": ("Voor je literatuurbeheer", "For your reference manager"),
    "download": ("Download dit begrip", "Download this concept"),
    "history": ("Geschiedenis", "History"),
    "history.created": ("Toegevoegd", "Added"),
    "history.modified": ("Laatst gewijzigd", "Last changed"),
    "history.version": ("Versie van de kennisbank", "Version of the knowledge base"),
    "history.address": ("Vast adres", "Permanent address"),
    "page.missing": ("Deze pagina bestaat niet", "This page does not exist"),
    "page.missing.lead": (
        "Zoek het begrip hierboven, of kijk in de lijst van A tot Z.",
        "Find the concept above, or look in the list from A to Z.",
    ),
}

PLAIN_WORDS = {
    "nav.collections": "nav.groups",
    "collections.title": "nav.groups",
    "collections.lead": "collections.plain",
    "way.collections": "collections.plain",
    "way.kinds": "way.kinds.plain",
    "way.themes": "themes.plain",
    "way.compare": "way.compare.plain",
    "enumerations": "enumerations.plain",
    "footer.text": "footer.plain",
}
"""Words to use instead where the data does not tell which source says what."""

_NATIVE = {
    "nl": ("Nederlands", "Dutch"),
    "en": ("Engels", "English"),
    "fr": ("Frans", "French"),
    "de": ("Duits", "German"),
    "es": ("Spaans", "Spanish"),
    "ru": ("Russisch", "Russian"),
    "ar": ("Arabisch", "Arabic"),
    "nl-BE": ("Vlaanderen", "Flanders"),
    "nl-NL": ("Nederland", "the Netherlands"),
    "fy": ("Fries", "Frisian"),
    "it": ("Italiaans", "Italian"),
    "pt": ("Portugees", "Portuguese"),
}
_COLUMNS = {"nl": 0, "en": 1}
_RIGHT_TO_LEFT = frozenset(("ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"))


def words_in(lang: str) -> dict[str, str]:
    """Return all words of the site in a language; English where there is no translation.

    Examples:
        >>> words_in("nl-BE")["definition"], words_in("fr")["definition"]
        ('Definitie', 'Definition')
    """
    column = _COLUMNS.get(lang.partition("-")[0], 1)
    tables = (_WORDS, VIEW_WORDS, THEME_WORDS, LEARNING_WORDS, VERSION_WORDS)
    return {key: pair[column] for table in tables for key, pair in table.items()}


def language_name(tag: str, lang: str) -> str:
    """Name a language (or, for a regional form, its region) in the words of another; the tag itself if unknown.

    Examples:
        >>> language_name("en", "nl"), language_name("nl-BE", "en"), language_name("xx", "nl")
        ('Engels', 'Flanders', 'xx')
    """
    pair = _NATIVE.get(tag) or _NATIVE.get(tag.partition("-")[0])
    return pair[_COLUMNS.get(lang.partition("-")[0], 1)] if pair else tag


def direction(tag: str) -> str:
    """Return "rtl" for a language written from right to left, else "ltr".

    Examples:
        >>> direction("ar"), direction("az-Arab"), direction("nl")
        ('rtl', 'rtl', 'ltr')
    """
    base, *rest = tag.split("-")
    return "rtl" if base.lower() in _RIGHT_TO_LEFT or "Arab" in rest or "Hebr" in rest else "ltr"
