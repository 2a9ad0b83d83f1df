"""The file for names and passwords where there is no keyring: mode 600, replaced as a whole."""

from __future__ import annotations

import json
import os
import secrets
import stat
from collections.abc import Mapping
from pathlib import Path

from reader.domain.fetching import FetchError, Trouble
from reader.domain.plain_text import clean_line

VARIABLE = "PARLEY_CREDENTIALS"
"""Names another file, which then is used instead of the keyring as well."""

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def chosen() -> bool:
    """Whether the user chose the file."""
    return bool(os.environ.get(VARIABLE))


def path() -> Path:
    """Where it is or will be."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named).expanduser()
    from platformdirs import user_config_path

    return user_config_path("parley", appauthor=False) / "credentials.json"


def load() -> dict[str, tuple[str, str]]:
    """User and password by origin; empty where there is no file.

    Raises FetchError (Trouble.CREDENTIALS): damaged, not readable, or readable by others.
    """
    file = path()
    try:
        with file.open("rb") as stream:
            mode = os.fstat(stream.fileno()).st_mode
            if os.name == "posix" and mode & _OTHERS:
                raise _error(f"may be read by others (mode {stat.S_IMODE(mode):o}), so it is not used", "chmod 600 it.")
            content = json.load(stream)
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise _error(f"cannot be read: {clean_line(error.strerror or str(error))}") from error
    except ValueError:
        raise _error("is damaged: it is not JSON", "Correct or delete it.") from None
    match content:
        case dict():
            pairs = {str(key): tuple(value) for key, value in content.items() if _is_pair(value)}
            return {key: (value[0], value[1]) for key, value in pairs.items()}
    raise _error("is damaged: it is no list of names and passwords", "Correct or delete it.")


def save(pairs: Mapping[str, tuple[str, str]]) -> None:
    """Replaces the file; it is complete, and its owner's alone, at every instant. Raises FetchError."""
    file = path()
    beside = file.with_name(f".{file.name}.{secrets.token_hex(8)}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            with os.fdopen(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as out:
                json.dump({key: list(pair) for key, pair in sorted(pairs.items())}, out, indent=1)
                out.flush()
                os.fsync(out.fileno())
            beside.replace(file)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise _error(f"cannot be written: {clean_line(error.strerror or str(error))}") from error


def _is_pair(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(isinstance(part, str) for part in value)


def _error(ending: str, advice: str | None = None) -> FetchError:
    where = clean_line(str(path()))
    sentence = f"The file of names and passwords {where} {ending}."
    return FetchError(sentence, subject=where, trouble=Trouble.CREDENTIALS, advice=advice)
