"""The words of the pages that compare, order in time, count, ask and explain; in Dutch and English."""

from __future__ import annotations

VIEW_WORDS: dict[str, tuple[str, str]] = {
    # comparing
    "nav.compare": ("Vergelijken", "Compare"),
    "way.compare": (
        "Twee regio’s, twee modellen, of twee begrippen naar keuze.",
        "Two regions, two models, or any two concepts.",
    ),
    "compare.title": ("Vergelijken", "Compare"),
    "compare.lead": (
        "Zet begrippen naast elkaar: wat ze delen en waarin ze verschillen.",
        "Put concepts side by side: what they share and how they differ.",
    ),
    "compare.choose": ("Kies twee begrippen", "Choose two concepts"),
    "compare.first": ("Eerste begrip", "First concept"),
    "compare.second": ("Tweede begrip", "Second concept"),
    "compare.swap": ("Wissel om", "Swap"),
    "compare.hint": ("Typ een paar letters en kies uit de lijst.", "Type a few letters and choose from the list."),
    "compare.unknown": ("Dit begrip is niet gevonden.", "This concept was not found."),
    "compare.noscript": (
        "Zelf kiezen kan alleen met JavaScript. De vergelijkingen hieronder staan klaar.",
        "Choosing needs JavaScript. The comparisons below are ready-made.",
    ),
    "compare.ready": ("Deze staan klaar", "Ready-made"),
    "compare.themes": ("Regio’s naast elkaar, per thema", "Regions side by side, by theme"),
    "compare.series": ("Reeksen naast elkaar", "Series side by side"),
    "compare.pairs": ("Tegenhangers in de andere regio", "Counterparts in the other region"),
    "compare.pairs.lead": (
        "Wat staat waar aan de andere kant van de grens? Dit is een oordeel van de redactie.",
        "What stands where across the border? This is a judgement of the editors.",
    ),
    "compare.confused": ("Niet te verwarren", "Not to be confused"),
    "compare.confused.lead": (
        "Woorden die op elkaar lijken, met de vraag die beslist welk van de twee je bedoelt.",
        "Words that look alike, with the question that decides which of the two you mean.",
    ),
    "compare.pairs.count": ("{} paren", "{} pairs"),
    "compare.theme": ("{} naast elkaar", "{} side by side"),
    "compare.flemish": ("Vlaanderen", "Flanders"),
    "compare.dutch": ("Nederland", "The Netherlands"),
    "compare.conclusion": ("Wat de redactie besluit", "What the editors conclude"),
    "compare.conclusion.mark": ("redactie, niet uit de bron", "editors, not from the source"),
    "compare.same.row": ("Wat op elkaar lijkt", "What corresponds"),
    "compare.rest": ("Verder aan elke kant", "Further on each side"),
    "compare.missing": ("Zonder tegenhanger", "Without a counterpart"),
    "compare.about": ("Over deze vergelijking", "About this comparison"),
    "compare.why": ("Waarom", "Why"),
    "compare.degree": ("Verhouding", "Relation"),
    "compare.both": ("Allebei", "Both"),
    "compare.nothing": ("niets vermeld", "nothing stated"),
    "compare.broader": ("Soort van", "A kind of"),
    "compare.definition": ("Definitie", "Definition"),
    "compare.kind": ("Soort", "Kind"),
    "compare.region": ("Regio", "Region"),
    "compare.row": ("Punt van vergelijking", "Point of comparison"),
    "compare.caption": ("{} tegenover {}", "{} against {}"),
    "compare.same": ("Je koos twee keer hetzelfde begrip.", "You chose the same concept twice."),
    "compare.inside": ("Wat ze van elkaar scheidt", "What separates them"),
}
