"""Write a file as a whole: whoever reads it finds what was there before or all that is new."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from reader.domain.errors import DocumentError
from reader.domain.plain_text import clean_line
from reader.feeds.file_bytes import shown_name


def write_whole(path: str, data: bytes) -> None:
    """Put ``data`` into the file, keeping its permissions; into what is no file, such as a pipe, directly.

    Raises DocumentError.
    """
    try:
        file = Path(path)
        if file.exists() and not file.is_file():
            file.write_bytes(data)
        else:
            _replace(file.resolve(), data)
    except (OSError, ValueError, RuntimeError) as error:
        reason = clean_line(str(getattr(error, "strerror", None) or error))
        raise DocumentError(f"{shown_name(path)} cannot be written: {reason}.", subject=path) from error


def _replace(file: Path, data: bytes) -> None:
    beside = file.with_name(f".{file.name[:100]}.{secrets.token_hex(8)}")
    try:
        with beside.open("xb") as out:
            if file.exists():
                beside.chmod(file.stat().st_mode & 0o777)
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
