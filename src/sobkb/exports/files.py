"""Putting what was written into a file, whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from sobkb.errors import ExportError


def save_text(text: str, path: str | os.PathLike[str], *, overwrite: bool = False) -> Path:
    """Write text to a file as UTF-8, exactly as it is.

    The file appears complete under its name or does not appear: the text goes to a passing file in
    the same folder first.

    Args:
        text: What to write.
        path: The file.
        overwrite: True to replace a file that is there.

    Returns:
        The path of the file.

    Raises:
        ExportError: The file is there and may not be replaced, or the folder cannot be written to.
    """
    return save_bytes(text.encode("utf-8"), path, overwrite=overwrite)


def save_bytes(content: bytes, path: str | os.PathLike[str], *, overwrite: bool = False) -> Path:
    """Write bytes to a file; otherwise as `save_text`."""
    return save_parts((content,), path, overwrite=overwrite)


def save_parts(content: Iterable[bytes], path: str | os.PathLike[str], *, overwrite: bool = False) -> Path:
    """Write bytes to a file as they come, none of which is kept; otherwise as `save_text`."""
    target = Path(path)
    if target.is_dir():
        raise ExportError(f"{target} is a folder; name a file in it")
    if target.exists() and not overwrite:
        raise ExportError(f"{target} is already there; choose another name or allow it to be replaced")
    try:
        handle, passing = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".part")
    except OSError as error:
        raise ExportError(f"{target} cannot be written: {error.strerror}") from error
    try:
        with os.fdopen(handle, "wb") as file:
            for part in content:
                file.write(part)
        Path(passing).chmod(0o666 & ~_umask())
        if overwrite:
            Path(passing).replace(target)
        else:
            _place(passing, target)
    except OSError as error:
        raise ExportError(f"{target} cannot be written: {error.strerror}") from error
    finally:
        Path(passing).unlink(missing_ok=True)
    return target


def _place(passing: str, target: Path) -> None:
    """Give the file its name unless somebody took the name in the meantime."""
    try:
        os.link(passing, target)
    except FileExistsError:
        raise ExportError(f"{target} is already there; choose another name or allow it to be replaced") from None
    except OSError:  # a file system without links
        Path(passing).replace(target)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
