"""Texts of the commands about releases: `releases`, `history`, `release`, `check`."""

from __future__ import annotations

RELEASES: dict[str, tuple[str, str]] = {
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
}
