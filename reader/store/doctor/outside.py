"""Examine what is around a library: the disk, files beside it, its copies. Every function may raise OSError."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from reader.domain.errors import LibraryError
from reader.store.backups.checking import checked
from reader.store.backups.making import SPARE_BYTES
from reader.store.backups.shelf import backup_folder, backups
from reader.store.doctor.findings import Check, Finding, fine, note, wrong
from reader.store.files import beside, free_bytes, stored_bytes

_LARGE_WAL = 256 * 1024**2
_OLD = timedelta(days=8)
_MB = 2**20


def disk(path: Path) -> Finding:
    """Whether there is room to go on writing, and for a copy."""
    free, takes = free_bytes(path.parent), stored_bytes(path)
    left = f"The library takes {size(takes)}; the disk has {size(free)} left"
    if free < SPARE_BYTES:
        return wrong(Check.DISK, f"{left}: hardly anything can be saved.")
    if free < takes + SPARE_BYTES:
        return note(Check.DISK, f"{left}: too little for a copy of it.")
    return fine(Check.DISK, f"{left}.")


def files(path: Path) -> Iterator[Finding]:
    """What lies beside the library."""
    wal = beside(path, "-wal")
    if wal.exists() and wal.stat().st_size > _LARGE_WAL:
        waiting = size(wal.stat().st_size)
        yield note(Check.FILES, f"{waiting} of changes wait beside the library, until no program has it open.")
    for file in sorted(path.parent.iterdir()):
        if file.name.startswith((f"{path.stem}.damaged-", f"{path.stem}.replaced-")) and file.suffix == path.suffix:
            yield note(Check.FILES, f"{file.name} is kept beside the library ({size(file.stat().st_size)}).")


def copies(path: Path, quick: bool, now: datetime | None = None) -> Finding:
    """How many copies there are, how old the newest is and, unless ``quick``, whether it is whole."""
    found = backups(path)
    if not found:
        return note(Check.BACKUPS, "There is no copy of the library; make one with: parley backup")
    newest = found[0]
    try:
        if not quick:
            checked(newest.path)
    except LibraryError as error:
        return wrong(Check.BACKUPS, str(error))
    age = (now or datetime.now(UTC)) - newest.made
    s = f"{'is' if len(found) == 1 else 'are'} {len(found)} cop{'y' if len(found) == 1 else 'ies'}"
    sentence = f"There {s} in {backup_folder(path)}, the newest {aged(age)} old{'' if quick else ' and whole'}."
    return note(Check.BACKUPS, sentence) if age > _OLD else fine(Check.BACKUPS, sentence)


def size(count: int) -> str:
    """A number of bytes for a person."""
    if count < _MB:
        return f"{count / 1024:.0f} KB"
    return f"{count / _MB:.1f} MB" if count < 1024 * _MB else f"{count / _MB / 1024:.1f} GB"


def aged(age: timedelta) -> str:
    """An age for a person, in whole minutes, hours or days."""
    minutes = max(int(age.total_seconds() // 60), 0)
    for length, unit in ((1440, "day"), (60, "hour")):
        if minutes >= length:
            return f"{minutes // length} {unit}{'' if minutes // length == 1 else 's'}"
    return f"{minutes} minute{'' if minutes == 1 else 's'}"
