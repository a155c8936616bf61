"""The words of the pages to study and to teach from, in Dutch and English."""

from __future__ import annotations

THEME_WORDS: dict[str, tuple[str, str]] = {
    "nav.themes": ("Thema’s", "Themes"),
    "way.themes": (
        "Begrippen in de volgorde waarin je ze leert, om te studeren en af te drukken.",
        "Concepts in the order in which one learns them, to study and to print.",
    ),
    "themes.title": ("Thema’s", "Themes"),
    "themes.lead": (
        "Elk thema zet begrippen in een volgorde om te leren: eerst het algemene. Samen vormen de thema’s een cursus.",
        "Each theme puts concepts in an order to learn them: the general first. Together the themes make a course.",
    ),
    "themes.plain": (
        "Begrippen die bij elkaar horen, samen op één pagina om te lezen en af te drukken.",
        "Concepts that belong together, on one page to read and to print.",
    ),
    "theme.editorial": ("redactioneel samengesteld", "put together by the editors"),
    "theme.editorial.long": (
        "De keuze van de begrippen, hun volgorde en deze inleiding zijn van de redactie, niet van de bron.",
        "The choice of concepts, their order and this introduction are the editors’, not the source’s.",
    ),
    "theme.contents": ("In dit thema", "In this theme"),
    "theme.take": ("Meenemen", "To take along"),
    "take.pdf": ("Hand-out (PDF)", "Handout (PDF)"),
    "take.pdf.about": (
        "om uit te delen, voorlees- en afdrukbaar, {}",
        "to hand out, to print or have read aloud, {}",
    ),
    "take.csv": ("Termenlijst (CSV)", "Term list (CSV)"),
    "take.csv.about": ("voor een rekenblad, {}", "for a spreadsheet, {}"),
    "theme.print": (
        "Afdrukken: deze pagina is ook op papier te lezen. Gebruik de afdrukfunctie van je browser.",
        "Print: this page reads on paper too. Use the print function of your browser.",
    ),
    "theme.definition": ("Definitie", "Definition"),
    "theme.confused": ("Niet te verwarren met", "Not to be confused with"),
    "theme.says": ("Wat de bron zegt", "What the source says"),
    "theme.figures": ("Cijfers", "Figures"),
    "theme.dates": ("Tijd", "Time"),
    "theme.sources": ("Waar dit staat", "Where this is said"),
    "theme.sources.lead": (
        "Wat op deze pagina staat, steunt op deze delen van de bron.",
        "What stands on this page rests on these parts of the source.",
    ),
    "theme.reuse": ("Overnemen", "Reuse"),
    "theme.credit": ("Vermeld de bron zo", "Name the source like this"),
    "theme.previous": ("Vorig thema", "Previous theme"),
    "theme.next": ("Volgend thema", "Next theme"),
    "theme.in": ("Thema’s", "Themes"),
}
