"""Examine a library as a whole, and mend it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from reader.domain.errors import DamagedError, LibraryError
from reader.store.connection import PATIENT_SECONDS, SCHEMA_VERSION, migrations_of, reading, version_of
from reader.store.doctor import inside, outside
from reader.store.doctor.findings import Check, Finding, fine, note, wrong
from reader.store.presence import has_backups, writable
from reader.store.problems import HEADER, SQLITE_ERRORS, damaged, is_damage, is_remnant, library_error

Tell = Callable[[str], None]
"""Hears what is looked at next, in a few words."""


def silent(what: str) -> None:
    """Tell nobody."""


def examine(path: Path, *, quick: bool = False, tell: Tell = silent) -> list[Finding]:
    """Everything that is looked at, as it stands; nothing is changed. ``quick`` leaves out what takes long in a large
    library: comparing every index with what it is of, and reading the newest copy.

    Raises LibraryError: there is no library there, it is another program's or newer, another program writes to it.
    """
    findings = list(_inside(path, quick, tell))
    tell("the disk and the copies")
    try:
        findings += [outside.disk(path), *outside.files(path), outside.copies(path, quick)]
    except OSError as error:
        findings.append(note(Check.DISK, f"The folder {path.parent} cannot be looked at: {error.strerror or error}."))
    return findings


def _inside(path: Path, quick: bool, tell: Tell) -> Iterator[Finding]:
    _refuse_foreign(path)
    tell("the file")
    try:
        with as_it_is(path) as (db, read_only):
            found = inside.problems(db, quick)
            if found:
                yield wrong(Check.FILE, _damage(found))
                if not inside.only_indexes(found):
                    return
            else:
                yield fine(Check.FILE, "The file is sound.")
            yield inside.schema(db)
            tell("what belongs together")
            yield inside.references(db)
            if _version(db) == SCHEMA_VERSION:
                tell("the counts")
                yield inside.counts(db, quick)
                yield from (finding for finding in (inside.deeds(db), inside.analyses(db)) if finding is not None)
                tell("the full-text indexes")
                if read_only:
                    yield note(Check.SEARCH, "The library is read-only, so its full-text indexes are not looked at.")
                else:
                    yield from inside.full_text(db, quick)
    except DamagedError:
        yield wrong(Check.FILE, "The file is damaged.")


def _damage(found: Sequence[str]) -> str:
    if inside.only_indexes(list(found)):
        return f"An index does not match its table ({found[0]})."
    first = " ".join(found[0].replace("*** in database main ***", "").split())
    return f"The file is damaged ({first})."


@contextmanager
def as_it_is(path: Path) -> Iterator[tuple[sqlite3.Connection, bool]]:
    """A connection to a library that is neither upgraded nor made, and whether it can only be read.

    Errors of SQLite come out as LibraryError, damage as DamagedError.
    """
    try:
        with closing(reading(path)) as db:
            _refuse_newer(db, path)
            db.execute(f"PRAGMA busy_timeout = {PATIENT_SECONDS * 1000:.0f}")
            db.execute("PRAGMA query_only = OFF")
            read_only = _is_read_only(db)
            if read_only and writable(path):
                raise damaged(path)  # its header says it is of a kind that only a newer SQLite may write
            yield db, read_only
    except SQLITE_ERRORS as error:
        if is_damage(error):
            raise damaged(path) from error
        raise library_error(error, path) from error


def _is_read_only(db: sqlite3.Connection) -> bool:
    db.execute("BEGIN IMMEDIATE")  # which does nothing where the file may only be read
    try:
        db.execute("DELETE FROM setting WHERE FALSE")
    except sqlite3.OperationalError as error:
        if (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF == sqlite3.SQLITE_READONLY:
            return True
        raise
    finally:
        db.execute("ROLLBACK")
    return False


def _refuse_foreign(path: Path) -> None:
    try:
        with path.open("rb") as file:
            start = file.read(len(HEADER))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise LibraryError(f"There is no library {path} to look at: {reason}.", subject=str(path)) from error
    if start != HEADER and not is_remnant(path) and not has_backups(path):
        raise LibraryError(f"{path} is not a library: it is not a SQLite file.", subject=str(path))


def _refuse_newer(db: sqlite3.Connection, path: Path) -> None:
    """Raise LibraryError for a library of another program, or a newer one; damage where only the header says so."""
    if _version(db) > SCHEMA_VERSION and len(migrations_of(db)) <= SCHEMA_VERSION:
        raise damaged(path)
    version_of(db, path)


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])
