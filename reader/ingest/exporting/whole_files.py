"""Write a file as a whole: whoever reads it finds what was there before or all that is new."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from reader.domain.errors import DocumentError
from reader.domain.plain_text import clean_line
from reader.feeds.file_bytes import shown_name


def write_whole(path: str | Path, data: bytes) -> None:
    """Put ``data`` into the file, keeping its permissions; into what is no file, such as a pipe, directly.

    Raises DocumentError.
    """
    with whole_file(path) as out:
        out.write(data)


@contextmanager
def whole_file(path: str | Path) -> Iterator[BinaryIO]:
    """A file to write piece by piece, in the place of ``path`` once the block ends; on any error nothing is left of it.

    Raises DocumentError where it cannot be written; other errors inside the block come out as they are.
    """
    try:
        file, beside = _places(path)
        if beside is None:
            with file.open("wb") as out:
                yield out
            return
        try:
            with beside.open("xb") as out:
                if file.exists():
                    beside.chmod(file.stat().st_mode & 0o777)
                yield out
                out.flush()
                os.fsync(out.fileno())
            beside.replace(file)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise _unwritable(path, error) from error


def made_folder(path: str | Path) -> Path:
    """A folder, made where it is missing. Raises DocumentError."""
    folder = Path(path)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise DocumentError(
            f"The folder {shown_name(str(path))} cannot be made: {reason}.", subject=str(path)
        ) from error
    return folder


def _places(path: str | Path) -> tuple[Path, Path | None]:
    """The file, and where it is written first; nowhere else for what is no file, such as a pipe."""
    try:
        file = Path(path)
        if file.exists() and not file.is_file():
            return file, None
        file = file.resolve()
        return file, file.with_name(f".{file.name[:60]}.{secrets.token_hex(8)}")
    except (ValueError, RuntimeError) as error:
        raise _unwritable(path, error) from error


def _unwritable(path: str | Path, error: Exception) -> DocumentError:
    reason = clean_line(str(getattr(error, "strerror", None) or error))
    return DocumentError(f"{shown_name(str(path))} cannot be written: {reason}.", subject=str(path))
