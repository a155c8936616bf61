"""The releases of a knowledge base: what it was, as it was, to cite, compare and load again.

>>> import sobkb
>>> [release.version for release in sobkb.releases()]  # doctest: +SKIP
['0.1.0']

A release is a folder named after its version, in `ontology/releases`, with the whole dataset, the rules it was checked
with, and a manifest. It cannot be made again from the files of today, so it is kept in the repository and in the
package, and never changes.
"""

from __future__ import annotations

from sobkb.archive.release import Release, Revision, find_release, releases

__all__ = ["Release", "Revision", "find_release", "releases"]
