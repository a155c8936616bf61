"""Pages from a knowledge base: HTML bodies and data files for any site generator.

>>> from sobkb.pages import Site, build_pages
>>> pages = {page.path: page for page in build_pages(Site(mini))}
>>> pages["nl/id/moestuin/"].title
'moestuin'
"""

from __future__ import annotations

from sobkb.pages.families import FAMILIES, Family, build_files, build_pages, menu
from sobkb.pages.page import DataFile, NavLink, Page
from sobkb.pages.writing import Site, SiteOptions, Writer

__all__ = [
    "FAMILIES",
    "DataFile",
    "Family",
    "NavLink",
    "Page",
    "Site",
    "SiteOptions",
    "Writer",
    "build_files",
    "build_pages",
    "menu",
]
