"""A twin of every entry page in Markdown, for programs that read text, as the convention of llms.txt asks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sobkb.model import Concept
from sobkb.pages.page import TWIN, DataFile

if TYPE_CHECKING:
    from sobkb.model import Section, Statement
    from sobkb.pages.writing import Site
    from sobkb.text import LangText

_MARKS = re.compile(r"([\\`*_\[\]<>#|&])")


def twin_files(site: Site) -> Iterator[DataFile]:
    """Make the twins of all entry pages, where the site is ready to be handed out."""
    if not site.has_twins:
        return
    for lang in site.languages:
        for concept in site.kb.concepts:
            yield DataFile(site.at.concept(lang, concept) + TWIN, twin_of(site, concept, lang).encode())


def twin_of(site: Site, concept: Concept, lang: str) -> str:
    """Write one concept as Markdown: what it is, what is said of it and where, what stands around it."""
    words = site.words[lang]
    label = site.label(concept, lang).text
    facts = [concept.kind.label(lang)] if concept.kind else []
    facts += [r.label(lang) for r in concept.regions]
    blocks = [f"# {_plain(label)}"]
    if facts:
        blocks.append(_plain(" · ".join(facts)))
    blocks += [f"> {_plain(t)}" for t in (concept.definition(lang),) if t]
    blocks += [_plain(t) for t in (concept.explanation(lang),) if t]
    blocks += [_plain(t.text) for t in concept.texts("scopeNote") if _fits(t, lang)]
    said = [_said(concept, s, lang) for s in (*concept.relations, *concept.notes) if _told(s, lang)]
    blocks += _list(words["statements" if site.has_sections else "statements.plain"], said)
    blocks += _list(words["neighbourhood.broader"], [_plain(c.label(lang)) for c in concept.broader])
    blocks += _list(words["neighbourhood.narrower"], [_plain(c.label(lang)) for c in concept.narrower])
    blocks += _list(words["terms"], [_plain(t.text) for t in concept.alt_labels if _fits(t, lang)])
    blocks.append(f"<{concept.iri}>" + (f" · {site.kb.title(lang)} {site.kb.version}" if site.kb.version else ""))
    return "\n\n".join(blocks) + "\n"


def _list(title: str, lines: list[str]) -> list[str]:
    return [f"## {title[:1].upper()}{title[1:]}", "\n".join(f"- {line}" for line in lines)] if lines else []


def _fits(text: LangText, lang: str) -> bool:
    return text.lang.partition("-")[0] in ("", lang)


def _told(statement: Statement, lang: str) -> bool:
    return isinstance(statement.object, Concept) or _fits(statement.object, lang)


def _said(concept: Concept, statement: Statement, lang: str) -> str:
    if isinstance(statement.object, Concept):
        phrase = statement.relation.phrase(lang, plural=concept.is_plural(lang))
        words = f"{phrase} {statement.object.label(lang)}"
    else:
        words = statement.object.text
    return _plain(words) + _places(statement.sections, lang)


def _places(sections: tuple[Section, ...], lang: str) -> str:
    return f" ({_plain('; '.join(s.locator(lang) for s in sections))})" if sections else ""


def _plain(text: str) -> str:
    """Return text on one line in which no sign means anything to Markdown."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))
