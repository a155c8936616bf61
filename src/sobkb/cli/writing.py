"""Writing files so that they appear whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path


def write_file(path: Path, content: str | bytes) -> None:
    """Replace or make a file in one step; a link keeps pointing, and rights stay what they were.

    Args:
        path: The file; its folder must exist.
        content: What it is to hold; text is written as UTF-8 with the line ends it has.

    Raises:
        OSError: The file cannot be written; what was there before is still there.
    """
    import tempfile

    target = path.resolve()
    if target.is_dir():
        raise IsADirectoryError(21, os.strerror(21), str(path))
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None
    passing = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        passing.chmod(target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask())
        passing.replace(target)
    except BaseException:
        passing.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
