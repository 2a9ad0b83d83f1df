"""Which copies of a library there are, and which of them are kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from reader.domain.errors import LibraryError
from reader.store.files import STAMP, beside, make_private

FOLDER = "backups"
LATEST, DAILY, WEEKLY, UPGRADES = 3, 7, 4, 3
"""Copies kept: the last ones made, the last of so many days, of so many weeks; and those made before an upgrade."""

ROOM = 2 * 1024**3
"""Bytes that the copies of either kind may take; ``ALWAYS`` of them stay however large they are."""

ALWAYS = 2
EVERY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of a library; ``before`` is the schema version it was upgraded to afterwards, None for a usual copy."""

    path: Path
    made: datetime
    size: int
    before: int | None = None


def backup_folder(library: Path) -> Path:
    """Where the copies of a library are."""
    return library.parent / FOLDER


def backups(library: Path) -> list[Backup]:
    """The copies of a library, the newest first. Raises OSError where the folder may not be read."""
    pattern = re.compile(rf"{re.escape(_stem(library))}-(\d{{8}}T\d{{6}}Z)(?:-before-version-(\d+))?(?:\.(\d+))?\.db")
    folder = backup_folder(library)
    found = list[tuple[Backup, int]]()
    for file in folder.iterdir() if folder.is_dir() else ():
        match = pattern.fullmatch(file.name)
        made = _moment(match[1]) if match else None
        if match is None or made is None or not file.is_file():
            continue
        backup = Backup(file, made, file.stat().st_size, int(match[2]) if match[2] else None)
        found.append((backup, int(match[3] or 1)))
    # Those of one second are numbered.
    return [backup for backup, _ in sorted(found, key=lambda each: (each[0].made, each[1]), reverse=True)]


def known_backups(library: Path) -> list[Backup]:
    """As ``backups``, for a person. Raises LibraryError."""
    try:
        return backups(library)
    except OSError as error:
        folder = backup_folder(library)
        raise LibraryError(
            f"The folder {folder} cannot be read: {error.strerror or error}.", subject=str(folder)
        ) from error


def new_place(library: Path, now: datetime, before: int | None = None) -> Path:
    """Where a new copy goes; its folder is made. Raises OSError."""
    folder = backup_folder(library)
    make_private(folder)
    name = f"{_stem(library)}-{now.strftime(STAMP)}{f'-before-version-{before}' if before is not None else ''}"
    same = [file for file in folder.iterdir() if file.name.startswith(f"{name}.") and file.suffix == ".db"]
    numbers = [int(file.stem.removeprefix(name).lstrip(".") or 1) for file in same]
    return folder / (f"{name}.{max(numbers) + 1}.db" if numbers else f"{name}.db")


def is_due(library: Path, now: datetime | None = None) -> bool:
    """True where the library changed since its last copy, and that was made a day ago or more, or in the future."""
    made = backups(library)
    if not made:
        return True
    if timedelta(0) <= (now or datetime.now(UTC)) - made[0].made < EVERY:
        return False
    return not holds(made[0], library)


def holds(backup: Backup, library: Path) -> bool:
    """True where a library did not change since a copy of it was made. Raises OSError."""
    files = [file.stat() for ending in ("", "-wal") if (file := beside(library, ending)).exists()]
    # Opening a library makes an empty file beside it.
    return backup.path.stat().st_mtime >= max((file.st_mtime for file in files if file.st_size), default=0.0)


def rotate(library: Path, new: Path) -> list[Path]:
    """Remove the copies that are no longer kept, now that there is a ``new`` one, and give them. Raises OSError."""
    going = [backup.path for backup in superfluous(backups(library)) if backup.path != new]
    for path in going:
        path.unlink(missing_ok=True)
    return going


def superfluous(made: Sequence[Backup]) -> list[Backup]:
    """Which of these, the newest first, are not kept."""
    usual = [backup for backup in made if backup.before is None]
    upgrades = [backup for backup in made if backup.before is not None]
    wanted = {backup.path for backup in usual[:LATEST]}
    for most, period in ((DAILY, "%Y-%m-%d"), (WEEKLY, "%G-%V")):
        last: dict[str, Backup] = {}
        for backup in usual:
            last.setdefault(backup.made.strftime(period), backup)
        wanted.update(backup.path for backup in list(last.values())[:most])
    kept = {*_within_room([b for b in usual if b.path in wanted]), *_within_room(upgrades[:UPGRADES])}
    return [backup for backup in made if backup.path not in kept]


def _within_room(made: Sequence[Backup]) -> set[Path]:
    kept, taken = set[Path](), 0
    for at, backup in enumerate(made):
        taken += backup.size
        if at < ALWAYS or taken <= ROOM:
            kept.add(backup.path)
    return kept


def _stem(library: Path) -> str:
    return library.stem if library.suffix == ".db" else library.name


def _moment(stamp: str) -> datetime | None:
    try:
        return datetime.strptime(stamp, STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
