"""`sobkb themes` and `sobkb theme`: what belongs together when one studies, in the order of learning."""

from __future__ import annotations

from argparse import Namespace

from sobkb.cli.output import accent, bold, dim
from sobkb.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sobkb.cli.parsing import Parser
    from sobkb.cli.session import Session


def configure_themes(parser: Parser) -> None:
    """Name the arguments of `themes`: there are none."""


def run_themes(session: Session, options: Namespace) -> int:  # noqa: ARG001 - every command is called alike
    """List the themes in the order of a course."""
    themes = session.kb.themes
    if session.as_json:
        from sobkb.cli import data

        session.out.json([data.theme(theme) for theme in themes])
        return 0
    if not themes:
        session.hint("themes.none")
    session.out.table(
        [
            [accent(t.slug), f"{t.label(session.lang)} {dim(session.texts.count('word.concepts', len(t.members)))}"]
            for t in themes
        ]
    )
    return 0


def configure_theme(parser: Parser) -> None:
    """Name the arguments of `theme`."""
    parser.argument("theme", nargs="+")


def run_theme(session: Session, options: Namespace) -> int:
    """Show one theme with its concepts in order."""
    theme = session.kb.theme(" ".join(options.theme))
    out, lang = session.out, session.lang
    if session.as_json:
        from sobkb.cli import data

        out.json({**data.theme(theme), "concepts": [data.summary(c, lang) for c in theme.members]})
        return 0
    mark = f" {dim(session.texts('show.editorial'))}" if theme.is_editorial else ""
    out.line(f"{bold(theme.label(lang))}{mark}")
    out.line(dim(theme.iri))
    if description := theme.description(lang):
        out.line()
        out.line(description)
    out.line()
    wide = len(str(len(theme.members)))
    for number, concept in enumerate(theme.members, 1):
        label = concept.label(lang)
        slug = "" if label.casefold().replace(" ", "-") == concept.slug else f" {dim(f'[{concept.slug}]')}"
        out.line(f"{number}. {accent(label)}{slug}", indent=wide - len(str(number)), hang=wide + 2)
        if definition := concept.definition(lang):
            out.line(definition, indent=wide + 2)
    return 0
