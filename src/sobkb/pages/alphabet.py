"""The list of all terms from A to Z, with pointers from other words to the preferred ones."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from markupsafe import Markup

from sobkb.pages.addresses import path_name
from sobkb.pages.homonyms import tell_apart
from sobkb.pages.page import Page
from sobkb.pages.writing import Site, Writer
from sobkb.text import texts_in

SPLIT = 4000
"""From this number of terms on, every letter gets a page of its own."""

Row = tuple[str, Markup]


def alphabet_pages(site: Site) -> Iterator[Page]:
    """Make the list of terms; one page, or one per letter when there are very many."""
    for lang in site.languages:
        total = sum(1 + len(texts_in(c.alt_labels, lang)) for c in site.kb.concepts)
        home = f"{lang}/a-z/"
        if total < SPLIT:
            o = Writer(site, lang, home)
            letters = _letters(o)
            index = [(letter, "#" + _anchor(letter)) for letter in letters]
            yield _page(o, index, [(letter, _anchor(letter), rows) for letter, rows in letters.items()], "")
            continue
        letters = _letters(Writer(site, lang, f"{home}a/"))  # the links are the same from every letter's page
        paths = {letter: f"{home}{_anchor(letter)}/" for letter in letters}
        o = Writer(site, lang, home)
        yield _page(o, [(letter, o.href(path)) for letter, path in paths.items()], [], "")
        for letter, path in paths.items():
            o = Writer(site, lang, path)
            index = [(other, o.href(there)) for other, there in paths.items()]
            yield _page(o, index, [(letter, _anchor(letter), letters[letter])], letter)


def _page(o: Writer, index: list[tuple[str, str]], groups: list[tuple[str, str, list[Row]]], letter: str) -> Page:
    title = o.word("az.title") + (f": {letter}" if letter else "")
    body = o.render("alphabet.html.j2", title=title, index=index, groups=groups)
    more = {"translations": ()} if letter else {}
    return o.page(title=title, family="alphabet", body=body, description=o.word("az.lead"), **more)


def _letters(o: Writer) -> dict[str, list[Row]]:
    rows: dict[str, list[tuple[str, str, Markup]]] = {}
    for concept in o.site.kb.concepts:
        if concept.is_deprecated:
            continue
        label = o.label(concept)
        linked = o.link(concept) + tell_apart(o, concept)
        rows.setdefault(first_letter(label), []).append((fold(label), concept.iri, linked))
        for text in texts_in(concept.alt_labels, o.lang):
            if text.text == label:
                continue
            see = Markup("<i>{}</i> <small>{}</small> {}").format(text.text, o.word("az.see"), linked)
            rows.setdefault(first_letter(text.text), []).append((fold(text.text), concept.iri, see))
    ordered = sorted(rows, key=lambda letter: (letter == "#", letter))
    return {letter: [(key, html) for key, _, html in sorted(rows[letter])] for letter in ordered}


def first_letter(label: str) -> str:
    """Return the letter a term stands under; "#" for what starts with no letter.

    Examples:
        >>> first_letter("één"), first_letter("’t huis"), first_letter("3D")
        ('E', 'T', '#')
    """
    for character in fold(label):
        if character.isalpha():
            return character.upper()[:1]
        if character.isdigit():
            return "#"
    return "#"


def fold(label: str) -> str:
    """Return a form to sort by, without accents and letter case.

    Examples:
        >>> fold("Ébène")
        'ebene'
    """
    return "".join(c for c in unicodedata.normalize("NFKD", label.casefold()) if not unicodedata.combining(c))


def _anchor(letter: str) -> str:
    if letter == "#":
        return "overige"
    return path_name(letter) if letter.isascii() else f"u{ord(letter):x}"
