"""Read the bytes of a file or of standard input, within a limit."""

from __future__ import annotations

import sys
from pathlib import Path

from reader.domain.errors import DocumentError
from reader.domain.plain_text import clean_line

STANDARD_INPUT = "-"
MAX_BYTES = 32 * 1024 * 1024


def read_bytes(path: str) -> bytes:
    """The content of a file, or of standard input for "-".

    Raises DocumentError: missing, a directory, not readable, larger than ``MAX_BYTES``.
    """
    name = shown_name(path)
    try:
        if path == STANDARD_INPUT:
            data = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            with Path(path).open("rb") as file:
                data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise DocumentError(f"There is no file {name}.", subject=path) from None
    except IsADirectoryError:
        raise DocumentError(f"{name} is a directory; name the files in it.", subject=path) from None
    except PermissionError:
        if path != STANDARD_INPUT and Path(path).is_dir():
            raise DocumentError(f"{name} is a directory; name the files in it.", subject=path) from None
        raise DocumentError(f"{name} may not be read: permission denied.", subject=path) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise DocumentError(f"{name} cannot be read: {clean_line(str(reason))}.", subject=path) from error
    if len(data) > MAX_BYTES:
        raise DocumentError(f"{name} is larger than {MAX_BYTES // 1024 // 1024} MB, the most one article may have.")
    return data


def shown_name(path: str) -> str:
    """What a sentence calls a path: safe to print, whatever the file is called."""
    return "standard input" if path == STANDARD_INPUT else clean_line(path) or "a file without a printable name"
