"""The criteria, with their texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from sobkb.linting import labelling, linking, structure
from sobkb.linting.spots import Spot
from sobkb.linting.view import View


class Criterion(NamedTuple):
    """A quality criterion for SKOS vocabularies.

    Attributes:
        id: Its name, e.g. "orphan-concept".
        severity: "violation" where SKOS itself is broken, else "warning" or "info".
        find: What finds the places.
        message_nl: What is wrong, in Dutch.
        message_en: What is wrong, in English.
        remedy_nl: What to do, in Dutch.
        remedy_en: What to do, in English.
    """

    id: str
    severity: str
    find: Callable[[View], Iterator[Spot]]
    message_nl: str
    message_en: str
    remedy_nl: str
    remedy_en: str


CRITERIA = (
    Criterion(
        "omitted-or-invalid-language-tag",
        "warning",
        labelling.omitted_or_invalid_language_tags,
        "Een tekst heeft geen taaltag, of een die geen taal is.",
        "A text has no language tag, or one that is no language.",
        "Voeg een tag van twee letters toe, zoals @nl.",
        "Add a tag of two letters, such as @en.",
    ),
    Criterion(
        "incomplete-language-coverage",
        "info",
        labelling.incomplete_language_coverage,
        "Het begrip mist een voorkeursterm in een taal die de andere wel hebben.",
        "The concept lacks a preferred term in a language the others have.",
        "Vertaal de voorkeursterm in de genoemde talen.",
        "Translate the preferred term into the languages named.",
    ),
    Criterion(
        "no-common-language",
        "warning",
        labelling.no_common_language,
        "De begrippen van het kader hebben geen taal gemeen.",
        "The concepts of the scheme have no language in common.",
        "Kies één taal waarin elk begrip een voorkeursterm krijgt.",
        "Choose one language in which every concept gets a preferred term.",
    ),
    Criterion(
        "undocumented-concept",
        "info",
        labelling.undocumented_concept,
        "Het begrip heeft geen definitie en geen enkele notitie.",
        "The concept has neither a definition nor any note.",
        "Voeg skos:definition of skos:scopeNote toe.",
        "Add skos:definition or skos:scopeNote.",
    ),
    Criterion(
        "overlapping-labels",
        "warning",
        labelling.overlapping_labels,
        "Twee begrippen van hetzelfde kader delen een voorkeursterm of alternatieve term.",
        "Two concepts of one scheme share a preferred or alternative term.",
        "Voeg ze samen als ze hetzelfde betekenen, of maak het verschil zichtbaar in de term.",
        "Merge them if they mean the same, or show the difference in the term.",
    ),
    Criterion(
        "missing-label",
        "warning",
        labelling.missing_label,
        "Het begrip of kader heeft geen voorkeursterm.",
        "The concept or scheme has no preferred term.",
        "Voeg skos:prefLabel met een taaltag toe.",
        "Add skos:prefLabel with a language tag.",
    ),
    Criterion(
        "unprintable-characters",
        "warning",
        labelling.unprintable_characters,
        "Een label bevat een onzichtbaar teken.",
        "A label holds a character that cannot be seen.",
        "Typ het label opnieuw, of haal het teken weg.",
        "Type the label again, or remove the character.",
    ),
    Criterion(
        "empty-label",
        "warning",
        labelling.empty_label,
        "Een label is leeg.",
        "A label is empty.",
        "Vul het in, of haal het weg.",
        "Fill it in, or remove it.",
    ),
    Criterion(
        "ambiguous-notation",
        "warning",
        labelling.ambiguous_notation,
        "Twee begrippen van hetzelfde kader hebben dezelfde code.",
        "Two concepts of one scheme have the same notation.",
        "Geef elk begrip een eigen code.",
        "Give each concept a notation of its own.",
    ),
    Criterion(
        "inconsistent-preferred-labels",
        "violation",
        labelling.inconsistent_preferred_labels,
        "Er zijn twee voorkeurstermen in dezelfde taal (SKOS S14).",
        "There are two preferred terms in the same language (SKOS S14).",
        "Houd er één over en maak van de andere alternatieve termen.",
        "Keep one and make the others alternative terms.",
    ),
    Criterion(
        "disjoint-labels-violation",
        "violation",
        labelling.disjoint_labels_violation,
        "Hetzelfde label staat in twee rollen (SKOS S13).",
        "The same label is given in two roles (SKOS S13).",
        "Bewaar het in één rol.",
        "Keep it in one role only.",
    ),
    Criterion(
        "orphan-concept",
        "warning",
        structure.orphan_concept,
        "Het begrip is met geen enkel ander begrip verbonden.",
        "The concept is linked to no other concept.",
        "Leg een bovenliggende of verwante relatie, of zet het in een collectie.",
        "Add a broader or related link, or put it in a collection.",
    ),
    Criterion(
        "disconnected-cluster",
        "info",
        structure.disconnected_clusters,
        "Een groep begrippen hangt met de rest niet samen; het getal zegt hoeveel het er zijn.",
        "A group of concepts has no link to the rest; the number says how many they are.",
        "Verbind de groep met de rest, of maak er een eigen kader van.",
        "Link the group to the rest, or make it a scheme of its own.",
    ),
    Criterion(
        "cyclic-hierarchy",
        "violation",
        structure.cyclic_hierarchy,
        "De bovenliggende begrippen voeren terug naar het begrip zelf.",
        "The broader links lead back to the concept itself.",
        "Haal uit de lus de relatie weg die niet 'is een soort van' betekent.",
        "Remove the link of the loop that is not 'is a kind of'.",
    ),
    Criterion(
        "reflexive-relation",
        "violation",
        structure.reflexive_relation,
        "Het begrip is met zichzelf verbonden.",
        "The concept is linked to itself.",
        "Haal de koppeling weg, of laat ze naar het bedoelde begrip wijzen.",
        "Remove the link, or point it at the concept that was meant.",
    ),
    Criterion(
        "valueless-associative-relation",
        "info",
        structure.valueless_associative_relation,
        "Twee verwante begrippen staan al naast elkaar onder hetzelfde bovenliggende begrip.",
        "Two related concepts already stand side by side under the same broader concept.",
        "Haal de verwantschap weg als ze niets toevoegt.",
        "Remove the related link if it adds nothing.",
    ),
    Criterion(
        "solely-transitive-relation",
        "warning",
        structure.solely_transitive_relation,
        "Een transitieve relatie wordt door geen keten van directe relaties gedragen.",
        "A transitive link is borne out by no chain of direct links.",
        "Schrijf skos:broader of skos:narrower; de transitieve relatie volgt daaruit.",
        "Write skos:broader or skos:narrower; the transitive link follows from it.",
    ),
    Criterion(
        "unidirectional-relation",
        "info",
        structure.unidirectional_relation,
        "Een relatie staat er maar in één richting, terwijl de meeste in beide staan.",
        "A link is written in one direction only, while most are written in both.",
        "Schrijf ook de omgekeerde relatie, of schrijf overal maar één richting.",
        "Write the inverse too, or write one direction throughout.",
    ),
    Criterion(
        "omitted-top-concepts",
        "info",
        structure.omitted_top_concepts,
        "Het kader zegt niet met welke begrippen het begint.",
        "The scheme does not say which concepts it starts with.",
        "Voeg skos:hasTopConcept of skos:topConceptOf toe.",
        "Add skos:hasTopConcept or skos:topConceptOf.",
    ),
    Criterion(
        "top-concept-with-broader",
        "warning",
        structure.top_concept_with_broader,
        "Een topbegrip heeft in zijn kader een bovenliggend begrip.",
        "A top concept has a broader concept in its scheme.",
        "Haal een van de twee relaties weg.",
        "Remove one of the two links.",
    ),
    Criterion(
        "hierarchical-redundancy",
        "info",
        structure.hierarchical_redundancy,
        "Een bovenliggende relatie volgt al uit een andere.",
        "A broader link already follows from another one.",
        "Haal de kortere weg naar boven weg.",
        "Remove the shortcut upwards.",
    ),
    Criterion(
        "relation-clash",
        "violation",
        linking.relation_clash,
        "Het begrip is verwant aan een begrip dat erboven of eronder staat (SKOS S27).",
        "The concept is related to one that stands above or below it (SKOS S27).",
        "Haal de verwantschap of de bovenliggende relatie weg.",
        "Remove the related link or the broader link.",
    ),
    Criterion(
        "mapping-clash",
        "violation",
        linking.mapping_clash,
        "Een exacte overeenkomst is ook een ruimere, engere of verwante (SKOS S46).",
        "An exact match is a broader, narrower or related match too (SKOS S46).",
        "Kies welke overeenkomst klopt en haal de andere weg.",
        "Decide which match holds and remove the other.",
    ),
    Criterion(
        "mapping-misuse",
        "warning",
        linking.mapping_misuse,
        "Een overeenkomst verbindt twee begrippen van hetzelfde kader.",
        "A match links two concepts of the same scheme.",
        "Gebruik skos:broader, skos:narrower of skos:related, of voeg de begrippen samen.",
        "Use skos:broader, skos:narrower or skos:related, or merge the concepts.",
    ),
    Criterion(
        "undefined-skos-term",
        "violation",
        linking.undefined_skos_term,
        "Een eigenschap of klasse bestaat niet in SKOS.",
        "A property or class does not exist in SKOS.",
        "Kijk de spelling na, ook de hoofdletters.",
        "Check the spelling, capitals included.",
    ),
    Criterion(
        "undescribed-concept",
        "warning",
        linking.undescribed_concept,
        "Een relatie wijst naar een begrip waarover de gegevens niets zeggen.",
        "A link leads to a concept the data says nothing of.",
        "Verbeter het adres, of beschrijf dat begrip.",
        "Correct the address, or describe that concept.",
    ),
    Criterion(
        "other-uri-scheme",
        "warning",
        linking.other_uri_scheme,
        "Het adres van de ingang is geen webadres.",
        "The address of the entry is no web address.",
        "Geef de ingang een adres dat met http:// of https:// begint.",
        "Give the entry an address that starts with http:// or https://.",
    ),
    Criterion(
        "missing-out-links",
        "info",
        linking.missing_out_links,
        "Geen begrip van het kader verwijst naar een andere website.",
        "No concept of the scheme links to another site.",
        "Leg overeenkomsten met andere vocabularia.",
        "Add matches with other vocabularies.",
    ),
)
"""All criteria, in the order of the literature: labels and documentation, structure, links."""
