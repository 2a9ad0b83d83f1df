"""Writing in an editor of the person's own: a file for it, the program, and what it left in the file."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from reader.domain.errors import AnnotationError
from reader.domain.plain_text import clean_text

LONGEST = 1_000_000
"""Bytes of a note that are read back."""


def editor_command(environment: Mapping[str, str]) -> list[str]:
    """The program and its arguments, from ``VISUAL`` or else ``EDITOR``. Raises AnnotationError."""
    for name in ("VISUAL", "EDITOR"):
        value = environment.get(name, "").strip()
        if not value:
            continue
        try:
            return shlex.split(value)
        except ValueError:
            raise AnnotationError(f"${name} cannot be read as a command: a quotation mark is not closed.") from None
    raise AnnotationError("No editor is known: put its name into the environment variable VISUAL or EDITOR.")


def written_outside(command: list[str], text: str) -> str:
    """What a person made of ``text`` in their editor; the same where they changed nothing.

    The file is readable by them alone, and gone afterwards unless what is in it cannot be taken over. Raises
    AnnotationError.
    """
    handle, name = tempfile.mkstemp(prefix="parley-note-", suffix=".md")
    path = Path(name)
    keep = False
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(f"{text}\n".encode())
        before = path.stat()
        status = _run([*command, name])
        if status:
            keep = _differs(path, text)
            where = f"; what it wrote is in {path}" if keep else ""
            raise AnnotationError(f"The editor {command[0]} ended with an error ({status}){where}.")
        if not path.exists():
            raise AnnotationError(f"The editor {command[0]} left no file behind; the note is as it was.")
        if path.stat().st_size > LONGEST:
            keep = True
            raise AnnotationError(f"What the editor wrote is longer than {LONGEST:,} bytes; it is in {path}.")
        if path.stat().st_mtime_ns == before.st_mtime_ns and path.stat().st_size == before.st_size:
            return text
        try:
            written = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            keep = True
            raise AnnotationError(f"What the editor wrote is not UTF-8; it is in {path}.") from None
        return clean_text(written).removesuffix("\n")
    except OSError as error:
        raise AnnotationError(f"The editor’s file {path} cannot be used: {error.strerror or error}.") from None
    finally:
        if not keep:
            path.unlink(missing_ok=True)


def _run(command: list[str]) -> int:
    try:
        return subprocess.run(command, check=False).returncode
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise AnnotationError(f"The editor {command[0]} cannot be started: {reason}.") from None


def _differs(path: Path, text: str) -> bool:
    return path.exists() and path.read_bytes() != f"{text}\n".encode()
