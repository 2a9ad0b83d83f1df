"""What is refused when a library is opened, each with a sentence, and that nothing is lost or left behind."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from support import ReadOnly, bound_by_permissions

from reader.domain.article import Draft
from reader.domain.errors import LibraryError
from reader.store import connection as connection_module
from reader.store.connection import SCHEMA_VERSION
from reader.store.library import Library

DRAFT = Draft("Some text.", "Some title", language="en")

HOLD = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute(sys.argv[2])
db.execute("BEGIN EXCLUSIVE")
db.execute("UPDATE tally SET value = value")
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def held(path: Path, pragma: str = "PRAGMA busy_timeout = 0") -> Iterator[None]:
    """Another process holds the library's write lock."""
    command = [sys.executable, "-c", HOLD, str(path), pragma]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield
        process.kill()


@pytest.fixture(autouse=True)
def short_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection_module, "BUSY_SECONDS", 0.05)


def test_a_new_library_is_made_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b ?#%41 é" / "library.db"
    with Library.open(path) as library:
        id = library.add(DRAFT).id
    with Library.open(path) as library:
        assert library.article(id).text == DRAFT.text
    assert [p.name for p in path.parent.iterdir()] == ["library.db"]


def test_every_connection_is_careful(empty_library: Library, library_path: Path) -> None:
    empty_library.close()
    with Library.open(library_path) as library:
        ask = library._ask
        assert ask("PRAGMA foreign_keys") == [(1,)]
        assert ask("PRAGMA synchronous") == [(2,)]
        assert ask("PRAGMA journal_mode") == [("wal",)]


def test_an_empty_file_becomes_a_library(library_path: Path) -> None:
    library_path.parent.mkdir()
    library_path.touch()
    with Library.open(library_path) as library:
        assert library.counts().articles == 0


def test_a_directory_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="is a directory, not a library file"):
        Library.open(tmp_path)


def test_a_device_is_refused() -> None:
    with pytest.raises(LibraryError, match="is not a file"):
        Library.open(Path("/dev/null"))


@pytest.mark.parametrize("content", [b"Dear diary, " * 500, b"x", bytes(range(256)) * 40])
def test_a_file_that_is_not_sqlite_is_refused_and_untouched(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "diary.db"
    path.write_bytes(content)
    with pytest.raises(LibraryError, match="it is not a SQLite file"):
        Library.open(path)
    assert path.read_bytes() == content
    assert [p.name for p in tmp_path.iterdir()] == ["diary.db"]


def test_another_programs_sqlite_file_is_refused_and_untouched(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE cookies (name)")
    db.commit()
    db.close()
    before = path.read_bytes()
    with pytest.raises(LibraryError, match="another program's SQLite file"):
        Library.open(path)
    assert path.read_bytes() == before


def test_a_library_of_a_newer_version_is_refused_and_untouched(empty_library: Library, library_path: Path) -> None:
    empty_library.close()
    db = sqlite3.connect(library_path)
    db.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    db.close()
    before = library_path.read_bytes()
    with pytest.raises(LibraryError, match="made by a newer version of Parley"):
        Library.open(library_path)
    assert library_path.read_bytes() == before


def test_a_damaged_library_is_refused(empty_library: Library, library_path: Path) -> None:
    empty_library.add(Draft("word " * 20_000, "Long"))
    empty_library.close()
    content = library_path.read_bytes()
    library_path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    with pytest.raises(LibraryError, match="is damaged"), Library.open(library_path) as library:
        library.rows()


def test_a_library_another_process_writes_to_can_be_read_and_says_so_on_a_change(
    empty_library: Library, library_path: Path
) -> None:
    id = empty_library.add(DRAFT).id
    with held(library_path), Library.open(library_path) as library:
        assert library.article(id).text == DRAFT.text
        with pytest.raises(LibraryError, match="in use by another program"):
            library.set_read(id, True)
        with pytest.raises(LibraryError, match="in use by another program"):
            library.add(Draft("Other text.", "Other"))
    assert not empty_library.article(id).read
    assert empty_library.counts().articles == 1


def test_a_library_another_process_keeps_to_itself_is_refused(empty_library: Library, library_path: Path) -> None:
    empty_library.close()
    with (
        held(library_path, "PRAGMA locking_mode = EXCLUSIVE"),
        pytest.raises(LibraryError, match="in use by another program"),
    ):
        Library.open(library_path)
    with Library.open(library_path) as library:
        assert library.counts().articles == 0


def test_a_library_being_made_by_another_process_is_left_alone(library_path: Path) -> None:
    library_path.parent.mkdir()
    db = sqlite3.connect(library_path, isolation_level=None)
    db.execute("BEGIN EXCLUSIVE")
    with pytest.raises(LibraryError, match="in use by another program"):
        Library.open(library_path)
    assert library_path.exists()
    db.close()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(LibraryError, match=r"folder .*file.* cannot be made for the library: "):
        Library.open(tmp_path / "file" / "library.db")


def test_a_new_library_in_a_read_only_folder_is_refused(tmp_path: Path, read_only: ReadOnly) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    with read_only(folder), pytest.raises(LibraryError, match="cannot be opened; check that its folder"):
        Library.open(folder / "library.db")
    assert list(folder.iterdir()) == []


def test_a_library_in_a_read_only_folder_can_be_read(
    empty_library: Library, library_path: Path, read_only: ReadOnly
) -> None:
    id = empty_library.add(DRAFT).id
    empty_library.close()
    with read_only(library_path.parent), Library.open(library_path) as library:
        assert library.read_only
        assert library.article(id).text == DRAFT.text
        with pytest.raises(LibraryError, match="read-only; nothing can be saved in it"):
            library.set_read(id, True)


def test_an_older_library_in_a_read_only_folder_is_refused(library_path: Path, read_only: ReadOnly) -> None:
    library_path.parent.mkdir()
    db = sqlite3.connect(library_path)
    db.execute("PRAGMA user_version = 0")
    db.execute(f"PRAGMA application_id = {connection_module.APPLICATION_ID}")
    db.execute("CREATE TABLE article (id)")
    db.close()
    with read_only(library_path.parent), pytest.raises(LibraryError, match="must be upgraded, but it is read-only"):
        Library.open(library_path)


def test_a_library_that_cannot_be_finished_leaves_no_file(tmp_path: Path) -> None:
    """The file may grow to 8 KB only: a new library does not fit, as on a full disk."""
    script = (
        "import resource, signal, sys, pathlib\n"
        "import reader.store.schema\n"
        "from reader.store.library import Library\n"
        "from reader.domain.errors import LibraryError\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))\n"
        "try: Library.open(pathlib.Path(sys.argv[1]))\n"
        "except LibraryError as error: print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "library.db")], capture_output=True, text=True, env=os.environ
    )
    assert "cannot be used" in done.stdout or "full" in done.stdout, done.stdout + done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_library_that_may_not_be_read(empty_library: Library, library_path: Path) -> None:
    empty_library.close()
    library_path.chmod(0)
    with bound_by_permissions(), pytest.raises(LibraryError, match="cannot be read: Permission denied"):
        Library.open(library_path)


def test_a_folder_that_may_not_be_entered(empty_library: Library, library_path: Path) -> None:
    empty_library.close()
    library_path.parent.chmod(0)
    with bound_by_permissions(), pytest.raises(LibraryError, match="cannot be read: Permission denied"):
        Library.open(library_path)
    library_path.parent.chmod(0o755)
