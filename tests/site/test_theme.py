"""What the templates are told about the site."""

from __future__ import annotations

from pathlib import Path

import sobkb
from sobkb.pages import Site, SiteOptions
from sobkb.site.theme import theme_data


def test_the_site_bears_its_title_in_the_language_of_the_page(kb: sobkb.KnowledgeBase) -> None:
    names = theme_data(Site(kb))["names"]

    assert {lang: n["whole"] for lang, n in names.items()} == {"nl": kb.title("nl"), "en": kb.title("en")}
    assert {n["short"] for n in names.values()} == {"sobkb"}


def test_a_name_the_publisher_gave_goes_before_the_title(mini: sobkb.KnowledgeBase) -> None:
    names = theme_data(Site(mini, SiteOptions(name="Onze tuin")))["names"]

    assert names["nl"] == names["en"] == {"whole": "Onze tuin", "short": "Onze tuin", "rest": ""}


def test_data_without_a_title_still_has_a_name(tmp_path: Path) -> None:
    data = tmp_path / "data.ttl"
    data.write_text("<http://example.org/a> a <http://www.w3.org/2004/02/skos/core#Concept> .", encoding="utf-8")

    assert theme_data(Site(sobkb.load(data)))["names"]["en"]["whole"] == "SKOS"
