"""The site: the pages of `sobkb.pages` handed to MkDocs, or written out for other generators."""
