"""Files beside a library: their names, writing them so that a loss of power takes nothing, the room that is left."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

SIDE_FILES = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a library that is open, or was not closed."""

STAMP = "%Y%m%dT%H%M%SZ"
"""A moment in the name of a file, in UTC."""

_STALE_SECONDS = 3600.0


def beside(path: Path, ending: str) -> Path:
    """The file whose name is the library's and ``ending``."""
    return path.with_name(path.name + ending)


def stamped(path: Path, word: str, now: datetime | None = None) -> Path:
    """A name beside ``path`` that nothing has yet: library.damaged-20261129T164440Z.db."""
    moment = (now or datetime.now(UTC)).strftime(STAMP)
    name, number = f"{path.stem}.{word}-{moment}", 1
    while True:
        found = path.with_name(f"{name}{f'-{number}' if number > 1 else ''}{path.suffix}")
        if not os.path.lexists(found):
            return found
        number += 1


def unfinished(path: Path) -> Path:
    """A name for what will stand at ``path`` once it is complete. Those long left behind there are removed."""
    start = f".{path.name[:100]}."
    with suppress(OSError):
        for left in path.parent.iterdir():
            if left.name.startswith(start) and ".unfinished" in left.name and _age(left) > _STALE_SECONDS:
                left.unlink(missing_ok=True)
    return path.with_name(f"{start}{os.urandom(6).hex()}.unfinished")


def remove(path: Path) -> None:
    """Remove a database file and whatever SQLite keeps beside it."""
    for ending in ("", *SIDE_FILES):
        beside(path, ending).unlink(missing_ok=True)


def make_private(folder: Path) -> None:
    """Make a folder that only its owner may enter. Raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def create_private(file: Path) -> None:
    """Make an empty file that only its owner may read. Raises OSError."""
    os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def sync(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk. Raises OSError."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def free_bytes(folder: Path) -> int:
    """How many bytes the disk that holds a folder has left. Raises OSError."""
    import shutil  # takes longer to import than all else here

    return shutil.disk_usage(folder).free


def stored_bytes(path: Path) -> int:
    """How many bytes a library takes, with what SQLite keeps beside it. Raises OSError."""
    return sum(file.stat().st_size for ending in ("", *SIDE_FILES) if (file := beside(path, ending)).exists())


def _age(file: Path) -> float:
    with suppress(OSError):
        return datetime.now(UTC).timestamp() - file.stat().st_mtime
    return 0.0
