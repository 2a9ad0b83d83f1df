"""An upgrade that fails, at whatever point, leaves the library as it was; what it was before is copied first."""

from __future__ import annotations

import shutil
import sqlite3
from collections import namedtuple
from contextlib import closing
from pathlib import Path

import pytest
from support import ReadOnly

from reader.domain.errors import LibraryError
from reader.store import connection, files, schema
from reader.store.backups.checking import checked
from reader.store.backups.restoring import restore
from reader.store.backups.shelf import backup_folder, backups
from reader.store.connection import SCHEMA_VERSION
from reader.store.library import Library

VERSIONS = sorted((Path(__file__).parent / "versions").glob("*.sql"), key=lambda path: int(path.stem))
OLDER = [path for path in VERSIONS if int(path.stem) < SCHEMA_VERSION]
NAMED = pytest.mark.parametrize("version", OLDER, ids=lambda path: path.stem)


@pytest.fixture
def older(version: Path, library_path: Path) -> Path:
    """A library of an older version."""
    library_path.parent.mkdir()
    with closing(sqlite3.connect(library_path)) as db:
        db.executescript(version.read_text(encoding="utf-8"))
        db.execute("PRAGMA journal_mode = WAL")
    return library_path


class Failing:
    """Stands in the way of the statement with that number."""

    def __init__(self, at: int) -> None:
        self.at = at
        self.seen = 0

    def __call__(self, action: int, *_: object) -> int:
        self.seen += 1
        return sqlite3.SQLITE_DENY if self.seen == self.at else sqlite3.SQLITE_OK


def upgrade(path: Path, failing: Failing, monkeypatch: pytest.MonkeyPatch) -> None:
    migrate = schema.migrate

    def migrate_failing(db: sqlite3.Connection) -> None:
        db.set_authorizer(failing)
        try:
            migrate(db)
        finally:
            db.set_authorizer(None)

    with monkeypatch.context() as patch:
        patch.setattr(schema, "migrate", migrate_failing)
        Library.open(path).close()


@NAMED
def test_a_failure_anywhere_leaves_every_byte_as_it_was(
    older: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Failing(-1)
    trial = tmp_path / "trial.db"
    shutil.copy(older, trial)
    upgrade(trial, whole, monkeypatch)
    before = older.read_bytes()
    for part in range(1, 12):
        with pytest.raises(LibraryError):
            upgrade(older, Failing(whole.seen * part // 12), monkeypatch)
        assert older.read_bytes() == before
        assert not list(older.parent.glob("library.db-*"))
    assert len(backups(older)) == 1
    Library.open(older).close()


@NAMED
def test_what_it_was_is_copied_first_and_can_be_gone_back_to(older: Path, version: Path) -> None:
    with closing(sqlite3.connect(older)) as db:
        was = list(db.iterdump())
    Library.open(older).close()
    (made,) = backups(older)
    assert made.before == SCHEMA_VERSION
    assert checked(made.path).version == int(version.stem)
    restore(older, made.path)
    with closing(sqlite3.connect(older)) as db:
        assert list(db.iterdump()) == was
    Library.open(older).close()
    assert len(backups(older)) == 2


@pytest.mark.parametrize("version", OLDER[-1:], ids=lambda path: path.stem)
def test_a_library_that_cannot_be_copied_is_not_upgraded(
    older: Path, monkeypatch: pytest.MonkeyPatch, read_only: ReadOnly
) -> None:
    before = older.read_bytes()
    usage = namedtuple("usage", "total used free")(1, 1, 1)
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "disk_usage", lambda _: usage)
        with pytest.raises(LibraryError, match="left as it is because it could not be copied first: The disk"):
            Library.open(older)
    assert older.read_bytes() == before
    with read_only(backup_folder(older)), pytest.raises(LibraryError, match=r"copied first: .*Permission denied"):
        Library.open(older)
    assert older.read_bytes() == before
    assert files.free_bytes(older.parent) > 1
    Library.open(older).close()


@pytest.mark.parametrize("version", OLDER[-1:], ids=lambda path: path.stem)
def test_a_library_whose_journal_is_another_gets_its_own(older: Path) -> None:
    with closing(sqlite3.connect(older)) as db:
        db.execute("PRAGMA journal_mode = DELETE")
    for opening in (Library.open, connection.reading):
        with closing(opening(older)) as opened:  # type: ignore[operator]
            db = opened._db if isinstance(opened, Library) else opened
            assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
            assert db.execute("PRAGMA foreign_keys").fetchone() == (1,)
            assert db.execute("PRAGMA synchronous").fetchone() == (2,)
