"""What machines look for first: DCAT and VoID, the whole as schema.org, and a page for language models."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sobkb.exports.describing import Dump, Edition, Publication, write_dcat, write_void
from sobkb.exports.plain import schema
from sobkb.hierarchy import sort_by_label
from sobkb.model import Concept
from sobkb.namespaces import BASE
from sobkb.pages.downloads import downloads_of
from sobkb.pages.markup import esc
from sobkb.pages.metadata import LICENCE, script_json
from sobkb.pages.page import TWIN, DataFile, Page
from sobkb.pages.revisions import FOLDER
from sobkb.pages.writing import Site, Writer

DCAT = "dcat.ttl"
VOID = ".well-known/void"


def home_address(site: Site) -> str:
    """Return the address the site will have, ending in "/"; empty when nobody knows it."""
    address = site.options.base or (BASE if site.is_builtin else "")
    return address if not address or address.endswith("/") else address + "/"


def dataset_iri(site: Site) -> str:
    """Return what names the knowledge base as a whole; empty when nobody knows its address."""
    home = home_address(site)
    return BASE + "dataset" if site.is_builtin else f"{home}#dataset" if home else ""


def publication_of(site: Site) -> Publication:
    """Gather what is told about the whole."""
    home = home_address(site)
    intro = dict(site.options.intro)
    return Publication(
        dataset_iri(site),
        home,
        {lang: site.kb.title(lang) or site.name for lang in site.languages},
        {lang: " ".join(intro[lang].split()) for lang in site.languages if lang in intro},
        LICENCE if site.is_builtin else "",
        [
            Dump(home + d.path, d.format.media_type, d.format.title, len(d.content), d.sha256)
            for d in downloads_of(site)
        ],
        ", ".join(site.kb.creators),
        [
            Edition(
                r.address,
                r.version,
                r.date,
                Dump(f"{home}{FOLDER}{r.version}/{f.name}", "application/trig", "TriG", f.size, f.sha256),
            )
            for r in site.releases
            if (f := r.files["dataset"])
        ],
    )


def no_pages(site: Site) -> Iterator[Page]:  # noqa: ARG001 - the shape of a family
    """Make no pages: this family only has files."""
    return iter(())


def linked_data_files(site: Site) -> Iterator[DataFile]:
    """Make the descriptions of the whole."""
    if home_address(site):
        about = publication_of(site)
        yield DataFile(DCAT, write_dcat(site.kb, about).encode())
        void = write_void(site.kb, about).encode()
        yield DataFile(VOID, void)
        yield DataFile("void.ttl", void)
    yield DataFile("schema/concepts-1.json", _json(schema()))
    yield DataFile("llms.txt", _llms(site).encode())
    for lang in site.languages:
        yield DataFile(f"llms-{lang}.txt", _everything(site, lang).encode())


def _json(data: dict[str, Any]) -> bytes:
    import json

    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def whole_head(o: Writer) -> str:
    """Return the elements for the head of a page about the whole, as safe HTML: links and schema.org."""
    site = o.site
    parts = []
    if iri := dataset_iri(site):
        parts.append(f'<link rel="cite-as" href="{esc(iri)}">')
        parts.append(f'<link rel="describedby" type="text/turtle" href="{o.href(DCAT)}">')
    parts += [
        f'<link rel="alternate" type="{d.format.media_type}" href="{o.href(d.path)}">' for d in downloads_of(site)
    ]
    if site.is_builtin:
        parts.append(f'<link rel="license" href="{LICENCE}">')
    parts.append('<link rel="type" href="https://schema.org/DefinedTermSet">')
    parts.append(f'<script type="application/ld+json">{script_json(described(o))}</script>')
    return "\n".join(parts)


def described(o: Writer) -> dict[str, Any]:
    """Describe the whole with schema.org: a dataset that is a set of defined terms."""
    site = o.site
    home = home_address(site)
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": ["Dataset", "DefinedTermSet"],
        "name": site.kb.title(o.lang) or site.name,
        "description": " ".join(dict(site.options.intro).get(o.lang, "").split()) or o.word("home.about"),
        "inLanguage": list(site.languages),
        "isAccessibleForFree": True,
    }
    if iri := dataset_iri(site):
        found["@id"] = iri
        found["url"] = home
        found["distribution"] = [
            {
                "@type": "DataDownload",
                "encodingFormat": d.format.media_type,
                "contentUrl": home + d.path,
                "contentSize": f"{len(d.content)} B",
                "sha256": d.sha256,
            }
            for d in downloads_of(site)
        ]
    if site.kb.version:
        found["version"] = site.kb.version
    if site.is_builtin:
        found["license"] = LICENCE
        found["creator"] = [{"@type": "Organization", "name": name} for name in site.kb.creators]
    return found


def _llms(site: Site) -> str:
    """Say in plain text what is where, for programs that read instead of browse (llms.txt)."""
    home = home_address(site)
    lang = "en" if "en" in site.languages else site.languages[0]
    intro = " ".join(dict(site.options.intro).get(lang, "").split())
    lines = [f"# {site.kb.title(lang) or site.name}", ""]
    if intro:
        lines += [f"> {intro}", ""]
    lines += [
        f"{len(site.kb)} concepts.",
        *(_EVIDENCE if site.has_sections else ()),
        "",
        "## Data",
        "",
        f"- [All concepts as text, {lang}]({home}llms-{lang}.txt): label, definition and statements of every concept",
        f"- [JSON API]({home}api/v1/index.json): all data as JSON, with schemas",
    ]
    lines += [f"- [{d.format.title}]({home}{d.path}): {d.format.media_type}" for d in downloads_of(site)]
    lines += ["", "## Schemes", ""]
    for scheme in site.kb.schemes:
        definition = next((t.text for t in scheme.definitions if t.lang == lang), "")
        lines.append(f"- [{_flat(scheme.label(lang))}]({home}{site.at.scheme(lang, scheme)}): {_flat(definition)}")
    own = [t for t in site.kb.themes if t.iri in site.kb.record["themes"]]
    lines += ["", "## Themes: what to study together, and in which order", ""] if own else []
    for theme in own:
        lines.append(
            f"- [{_flat(theme.label(lang))}]({home}{site.at.theme(lang, theme)}): {_flat(theme.description(lang))}"
        )
    lines += ["", "## Main concepts", ""]
    main = [c for c in site.kb.concepts if c.level == "A"] or list(site.kb.concepts[:200])
    for concept in sort_by_label(main, lang):
        address = home + site.at.concept(lang, concept) + (TWIN if site.has_twins else "")
        lines.append(f"- [{_flat(concept.label(lang))}]({address}): {_flat(concept.definition(lang))}")
    return "\n".join(lines) + "\n"


_EVIDENCE = (
    "Every statement names the section of the source it comes from; conclusions of the editors are marked as such.",
    "What the source does not say is not stated: do not infer it.",
)


def _everything(site: Site, lang: str) -> str:
    """Write every concept as a few lines of text, with where each statement comes from."""
    lines = [f"# {site.kb.title(lang) or site.name}", ""]
    for concept in sort_by_label((c for c in site.kb.concepts if not c.is_deprecated), lang):
        lines += _concept_lines(concept, lang)
    return "\n".join(lines) + "\n"


def _concept_lines(concept: Concept, lang: str) -> list[str]:
    kind = f" ({concept.kind.label(lang)})" if concept.kind else ""
    lines = [f"## {_flat(concept.label(lang))}{kind}", "", f"<{concept.iri}>"]
    if definition := concept.definition(lang):
        lines.append(_flat(definition))
    for statement in concept.relations:
        if isinstance(statement.object, Concept):
            phrase = statement.relation.phrase(lang, plural=concept.is_plural(lang))
            places = "; ".join(s.locator(lang) for s in statement.sections)
            lines.append(f"- {_flat(phrase)} {_flat(statement.object.label(lang))}{f' ({places})' if places else ''}")
    for note in concept.notes:
        if not isinstance(note.object, Concept) and note.object.lang in ("", lang):
            places = "; ".join(s.locator(lang) for s in note.sections)
            lines.append(f"- {_flat(note.object.text)}{f' ({places})' if places else ''}")
    return [*lines, ""]


def _flat(text: str) -> str:
    return " ".join(text.split())
