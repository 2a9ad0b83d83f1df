"""A copy of a damaged library to read from: the file itself is never written. Its header is put right where it can."""

from __future__ import annotations

import shutil
import sqlite3
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from reader.domain.errors import LibraryError
from reader.store.connection import APPLICATION_ID, PAGE_BYTES, SCHEMA_VERSION
from reader.store.files import beside, create_private, free_bytes, remove, stored_bytes, unfinished
from reader.store.problems import HEADER, SQLITE_ERRORS

_HEADER_BYTES = 100
_SIZES = frozenset(1 << n for n in range(9, 17))


@contextmanager
def working_copy(path: Path) -> Iterator[tuple[sqlite3.Connection, Path]]:
    """A connection to a copy of a damaged file that lets as much of it be read as it can, and where that is.

    Raises LibraryError, OSError.

    Text that is not UTF-8 is read with a sign for what is wrong with it.
    """
    if free_bytes(path.parent) < 2 * stored_bytes(path):
        raise LibraryError(
            f"The disk has no room to recover the library {path}: it takes twice its size.", subject=str(path)
        )
    copy = unfinished(path)
    try:
        for ending in ("", "-wal"):
            if beside(path, ending).exists():
                create_private(beside(copy, ending))
                shutil.copyfile(beside(path, ending), beside(copy, ending))
        _mend_header(copy)
        db = sqlite3.connect(copy, isolation_level=None)
        try:
            db.text_factory = lambda data: data.decode("utf-8", "replace")
            # SQLite then passes over what it cannot make sense of in the list of tables, and a file that was cut.
            db.execute("PRAGMA writable_schema = ON")
            db.execute("PRAGMA cell_size_check = ON")
            yield db, copy
        finally:
            with suppress(*SQLITE_ERRORS):
                db.close()
    finally:
        remove(copy)


def version_of(db: sqlite3.Connection) -> int:
    """The schema version of a damaged library: what its migrations and tables say counts for more than its header."""
    with suppress(*SQLITE_ERRORS):
        sql = "SELECT count(DISTINCT name) FROM _sqlite_migrations WHERE migration_set = 'parley'"
        if 0 < (version := int(db.execute(sql).fetchone()[0])) <= SCHEMA_VERSION:
            return version
    with suppress(*SQLITE_ERRORS):
        tables = {name for (name,) in db.execute("SELECT name FROM sqlite_schema")}
        for version, table in ((4, "annotation"), (3, "feed"), (2, "correction")):
            if table in tables:
                return version
        return 1
    return SCHEMA_VERSION


def _mend_header(file: Path) -> None:
    """Write what every library's header says where it says something else."""
    with file.open("r+b") as handle:
        header = bytearray(handle.read(_HEADER_BYTES))
        if len(header) < _HEADER_BYTES:
            return
        size = int.from_bytes(header[16:18], "big")
        if 65536 if size == 1 else size not in _SIZES:
            struct.pack_into(">H", header, 16, PAGE_BYTES)
        header[: len(HEADER)] = HEADER
        # Journalling by WAL, nothing reserved in a page, the shares of a page that SQLite prescribes, format 4, UTF-8.
        header[18:24] = bytes((2, 2, 0, 64, 32, 32))
        struct.pack_into(">I", header, 44, 4)
        struct.pack_into(">I", header, 56, 1)
        struct.pack_into(">I", header, 68, APPLICATION_ID)
        handle.seek(0)
        handle.write(header)
