"""Recover a damaged library: what can be read goes into a new one, and the damaged file stays under another name."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from reader.domain.errors import LibraryError
from reader.store.backups.checking import is_whole
from reader.store.connection import PAGE_BYTES
from reader.store.files import create_private, remove, sync, unfinished
from reader.store.problems import SQLITE_ERRORS, damaged, is_full, library_error
from reader.store.recovery.copying import Copying, Tell
from reader.store.recovery.working_copy import version_of, working_copy
from reader.store.schema import migrate
from reader.store.taking_place import refuse_open, take_place


@dataclass(frozen=True, slots=True)
class Recovered:
    """What came of a damaged library: rows read by table; by table how many more there had been, at least, where that
    can be told; the tables in which something could not be read; articles that stand in for lost ones; where the
    damaged file is."""

    rows: Mapping[str, int]
    lost: Mapping[str, int]
    damaged: tuple[str, ...]
    stand_ins: int
    kept: Path

    @property
    def articles(self) -> int:
        """Articles that were read, those with nothing but a title among them."""
        return self.rows.get("article", 0)


def recover(path: Path, tell: Tell = lambda *_: None) -> Recovered:
    """Put what can be read of the library at ``path`` in its place. The damaged file stays beside it, byte for byte.

    Raises LibraryError: open elsewhere, nothing can be read, no room. Then nothing is changed.
    """
    draft = unfinished(path)
    try:
        refuse_open(path)
        create_private(draft)
        with working_copy(path) as (source, copy), closing(_new(draft, version_of(source))) as target:
            work = Copying(source, target, tell, copy)
            work.run()
            if not any(count for table, count in work.rows.items() if table != "setting"):
                raise LibraryError(
                    f"Nothing can be read of the library {path}; go back to a copy with: parley restore",
                    subject=str(path),
                )
            migrate(target)
            if not is_whole(target):
                raise damaged(path)
        sync(draft)
        kept = take_place(draft, path, "damaged")
        assert kept is not None
        return Recovered(work.rows, work.lost, tuple(work.damaged), work.stand_ins, kept)
    except SQLITE_ERRORS as error:
        if isinstance(error, sqlite3.Error) and is_full(error):
            raise LibraryError(
                f"The disk has no room to recover the library {path}; it is as it was.", subject=str(path)
            ) from error
        raise library_error(error, path) from error
    except OSError as error:
        raise LibraryError(
            f"The library {path} cannot be recovered: {error.strerror or error}.", subject=str(path)
        ) from error
    finally:
        remove(draft)


def _new(draft: Path, version: int) -> sqlite3.Connection:
    db = sqlite3.connect(draft, isolation_level=None)
    db.execute(f"PRAGMA page_size = {PAGE_BYTES}")
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = OFF")
    migrate(db, version)
    # What refers to something that is read later, or not at all, is put right at the end.
    db.execute("PRAGMA foreign_keys = OFF")
    return db
