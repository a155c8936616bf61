"""How a concept looks in a notebook: small, in both languages, and safe whatever its labels hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sobkb.exports.escaping import web_address, xml_text
from sobkb.model import Concept
from sobkb.text import LangText, pick_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sobkb.model import Statement

LIMIT = 8
"""The most relations to show; the rest is counted."""

_STYLE = "border-left:3px solid #00594f;padding:.2em .8em;max-width:46em"


def concept_html(concept: Concept) -> str:
    """Return a concept as HTML for a notebook: names, definitions and the first relations.

    Args:
        concept: The concept.

    Examples:
        >>> "Tuin waarin men groenten kweekt." in concept_html(mini["moestuin"])
        True
    """
    first, second = (pick_text(concept.pref_labels, lang) or LangText(concept.label(lang)) for lang in ("nl", "en"))
    names = [_span(first.text, first.lang, "strong")]
    if second.text != first.text:
        names.append(_span(second.text, second.lang, "em"))
    kind = concept.kind
    facts = [xml_text(f) for f in (kind.label("nl") if kind else "", *(r.label() for r in concept.regions)) if f]
    if concept.is_deprecated:
        instead = ", ".join(xml_text(c.label()) for c in concept.replaced_by)
        facts.append(f"<b>vervallen</b>{f' → {instead}' if instead else ''}")
    aside = f" <small>({'; '.join(facts)})</small>" if facts else ""
    parts = [f"<div>{' · '.join(names)}{aside}</div>"]
    for lang in ("nl", "en"):
        text = concept.text("definition", lang)
        if text and (text.lang.partition("-")[0] == lang or lang == "nl"):
            parts.append(_span(text.text, text.lang, "div"))
    parts += _statements(concept.relations)
    address = web_address(concept.iri)
    name = f"<code>{xml_text(concept.curie)}</code>"
    parts.append(f'<small><a href="{xml_text(address)}">{name}</a></small>' if address else f"<small>{name}</small>")
    return f'<div class="sobkb-concept" style="{_STYLE}">{"".join(parts)}</div>'


def _statements(statements: Iterable[Statement]) -> list[str]:
    rows = []
    for statement in statements:
        target = statement.object
        words = target.label("nl") if isinstance(target, Concept) else target.text
        phrase = statement.relation.phrase("nl", plural=statement.subject.is_plural("nl"))
        places = ", ".join(s.locator("nl") for s in statement.sections)
        where = f" <small>[{xml_text(places)}]</small>" if places else ""
        rows.append(f"<li>{xml_text(phrase)} <b>{xml_text(words)}</b>{where}</li>")
    if len(rows) > LIMIT:
        rows[LIMIT:] = [f"<li>… +{len(rows) - LIMIT}</li>"]
    return [f'<ul lang="nl" style="margin:.3em 0">{"".join(rows)}</ul>'] if rows else []


def _span(text: str, lang: str, element: str) -> str:
    tag = f' lang="{xml_text(lang)}"' if lang else ""
    return f"<{element}{tag}>{xml_text(text)}</{element}>"
