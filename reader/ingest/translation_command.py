"""Which command translates for a library, and that the person at this computer agreed to it.

The setting is kept in the library, and a library may come from somebody else: a command runs only where it was given
or agreed to at this computer, which a file in the user's own folder remembers.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from reader.domain.errors import TranslationError
from reader.domain.plain_text import clean_line
from reader.ingest.translating import words_of
from reader.store.library import Library

SETTING = "translate.command"
LONGEST = 1_000


def translation_command(library: Library) -> str | None:
    """The command that translates, or None where none is set."""
    return library.setting(SETTING) or None


def set_translation_command(library: Library, command: str | None) -> None:
    """Keep a command as the one that translates, or that there is none; who sets it agrees to it.

    Raises TranslationError where it cannot be read as one, LibraryError.
    """
    if command is not None:
        words_of(command)
        if len(command) > LONGEST or clean_line(command) != command.strip():
            raise TranslationError("A translation command is one line of at most 1,000 letters.")
        command = command.strip()
    library.set_setting(SETTING, command or "")
    if command:
        agree(command)


def is_agreed(command: str) -> bool:
    """Whether somebody at this computer said that this very command may run."""
    try:
        return _digest(command) in _file().read_text(encoding="ascii").split()
    except (OSError, ValueError):
        return False


def agree(command: str) -> None:
    """Remember that it may run. Raises TranslationError where that cannot be written down."""
    if is_agreed(command):
        return
    file = _file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, "a", encoding="ascii") as stream:
            stream.write(f"{_digest(command)}\n")
    except OSError as error:
        why = clean_line(error.strerror or str(error))
        raise TranslationError(f"That this command may run cannot be written down in {file}: {why}.") from None


def forget_agreed() -> None:
    """Let no command run any more until it is agreed to again."""
    with suppress(FileNotFoundError):
        _file().unlink()


def _file() -> Path:
    from platformdirs import user_config_path

    return user_config_path("parley", appauthor=False) / "translation-commands"


def _digest(command: str) -> str:
    return hashlib.sha256(command.encode("utf-8", "replace")).hexdigest()
