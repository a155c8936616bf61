"""The words of hand-outs, in Dutch and in English."""

from __future__ import annotations

_WORDS: dict[str, tuple[str, str]] = {
    "and": ("en", "and"),
    "related": ("is verwant met", "is related to"),
    "related.plural": ("zijn verwant met", "are related to"),
    "handout": ("Hand-out", "Handout"),
    "reader": ("Reader", "Reader"),
    "reader.title": ("Alle begrippen", "All concepts"),
    "contents": ("Inhoud", "Contents"),
    "page": ("bladzijde", "page"),
    "concepts.one": ("{} begrip", "{} concept"),
    "concepts.many": ("{} begrippen", "{} concepts"),
    "version": ("versie {}", "version {}"),
    "editorial": ("samengesteld door de redactie", "put together by the editors"),
    "state": ("stand van {}", "as of {}"),
    "concepts": ("Begrippen", "Concepts"),
    "rest": ("Overige begrippen", "Other concepts"),
    "definition": ("Definitie", "Definition"),
    "also": ("ook", "also"),
    "in.nl": ("Nederlands", "Dutch"),
    "in.en": ("Engels", "English"),
    "elsewhere": ("Staat in een eerder deel", "In an earlier part"),
    "replaced": ("Niet meer gebruiken; gebruik in plaats daarvan:", "No longer in use; use instead:"),
    "deprecated": ("Dit begrip wordt niet meer gebruikt.", "This concept is no longer in use."),
    "broader": ("Een soort van", "A kind of"),
    "narrower": ("Soorten ervan", "Kinds of it"),
    "statements": ("Wat de bron zegt", "What the source says"),
    "statements.editorial": ("Wat de redactie besluit", "What the editors conclude"),
    "statements.plain": ("Verbanden", "Relations"),
    "editors": ("redactie", "editors"),
    "more": ("en nog {}", "and {} more"),
    "scopeNote": ("Toelichting", "Scope"),
    "example": ("Voorbeeld", "Example"),
    "historyNote": ("Geschiedenis", "History"),
    "note": ("Opmerking", "Note"),
    "confused": ("Niet te verwarren met", "Not to be confused with"),
    "confused.question": ("De vraag die beslist", "The question that decides"),
    "confused.aspect": ("Verschil in", "Difference in"),
    "confused.above": ("Het verschil staat bij", "The difference is explained at"),
    "beside": ("Naast elkaar", "Side by side"),
    "beside.same": ("hetzelfde", "the same"),
    "beside.partly": ("deels hetzelfde", "partly the same"),
    "beside.none": ("geen tegenhanger", "no counterpart"),
    "beside.counterpart": ("In de andere regio", "In the other region"),
    "figures": ("Cijfers", "Figures"),
    "figure.about": ("ongeveer", "about"),
    "dates": ("Tijd", "Time"),
    "enumerations": ("Opsommingen", "Enumerations"),
    "list.open": ("open lijst: de bron geeft voorbeelden", "open list: the source gives examples"),
    "list.closed": ("gesloten lijst", "closed list"),
    "list.ordered": ("de volgorde telt", "the order matters"),
    "index": ("Register van termen", "Index of terms"),
    "index.see": ("zie", "see"),
    "sources": ("Bronnen", "Sources"),
    "sources.sections": ("Aangehaalde delen", "Sections referred to"),
    "licence": ("Licentie en bronvermelding", "Licence and citation"),
    "licence.reuse": (
        "Je mag deze teksten kopiëren, uitdelen en bewerken, ook betaald, als je de bron noemt en zegt wat je wijzigt.",
        "You may copy, hand out and adapt these texts, also for money, if you name the source and what you changed.",
    ),
    "licence.name": (
        "Creative Commons Naamsvermelding 4.0 (CC BY 4.0)",
        "Creative Commons Attribution 4.0 (CC BY 4.0)",
    ),
    "cite": ("Citeer als", "Cite as"),
    "cite.handout": ("hand-out", "handout"),
    "cite.in": ("In", "In"),
    "paste": ("Om onder een dia of kopie te plakken", "To paste under a slide or copy"),
    "paste.from": ("Uit", "From"),
    "address": ("Vast adres", "Permanent address"),
}
_COLUMNS = {"nl": 0, "en": 1}


def handout_words(lang: str) -> dict[str, str]:
    """Return the words of hand-outs in a language; English where there is no translation.

    Examples:
        >>> handout_words("nl-BE")["contents"], handout_words("fr")["contents"]
        ('Inhoud', 'Contents')
    """
    column = _COLUMNS.get(lang.partition("-")[0].lower(), 1)
    return {key: pair[column] for key, pair in _WORDS.items()}
