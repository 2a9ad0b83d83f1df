"""Copies of a library: whole, checked, private, turned over, and gone back to."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from support import ReadOnly

from reader.domain.article import Draft
from reader.domain.errors import DamagedError, LibraryError, StoppedError
from reader.store.backups import shelf
from reader.store.backups.making import PAGES, back_up, back_up_to
from reader.store.backups.restoring import restore
from reader.store.backups.shelf import Backup, backup_folder, backups, is_due, superfluous
from reader.store.library import Library

NOW = datetime(2026, 3, 31, 12, tzinfo=UTC)


def titles(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as db:
        return [title for (title,) in db.execute("SELECT title FROM article ORDER BY id")]


def fill(library: Library, *names: str) -> None:
    for name in names:
        library.add(Draft(f"Text of {name}. " * 200, name))


def test_a_copy_holds_what_is_not_in_the_file_yet_and_is_private(empty_library: Library, library_path: Path) -> None:
    fill(empty_library, "One", "Two")
    assert library_path.with_name("library.db-wal").stat().st_size > 0
    made = back_up(library_path)
    assert titles(made.path) == ["One", "Two"]
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.path.parent.stat().st_mode) == 0o700
    assert [file.name for file in made.path.parent.iterdir()] == [made.path.name]
    assert [backup.path for backup in backups(library_path)] == [made.path]


def test_a_copy_is_of_one_moment_while_others_write(empty_library: Library, library_path: Path) -> None:
    """Were each step to see what was written meanwhile, the copy would begin anew and never end."""
    with empty_library.transaction():
        fill(empty_library, *(f"Article {n}" for n in range(PAGES)))
    steps = []

    def write_too(done: int, total: int) -> None:
        steps.append(done)
        fill(empty_library, f"Written meanwhile {len(steps)}")

    made = back_up(library_path, tell=write_too)
    assert len(steps) > 1
    assert steps == sorted(steps)
    assert titles(made.path) == [f"Article {n}" for n in range(PAGES)]


def test_a_copy_that_is_stopped_leaves_nothing(empty_library: Library, library_path: Path) -> None:
    fill(empty_library, "One")
    with pytest.raises(StoppedError):
        back_up(library_path, stop=lambda: True)
    assert list(backup_folder(library_path).iterdir()) == []


def test_older_copies_stay_where_a_new_one_is_not_whole(empty_library: Library, library_path: Path) -> None:
    fill(empty_library, *(f"Article {n}" for n in range(40)))
    for day in range(12):
        back_up(library_path, now=NOW + timedelta(days=day))
    kept = {backup.path.name for backup in backups(library_path)}
    empty_library.close()
    data = bytearray(library_path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 8192 * 4] = b"\xff" * 8192 * 4
    library_path.write_bytes(data)
    with pytest.raises(DamagedError, match="parley doctor --repair"):
        back_up(library_path, now=NOW + timedelta(days=30))
    assert {file.name for file in backup_folder(library_path).iterdir()} == kept


def days_and_hours(*spans: tuple[float, int | None]) -> list[Backup]:
    """Copies made so many days before NOW, the newest first."""
    return [Backup(Path(f"{n}"), NOW - timedelta(days=ago), 1, before) for n, (ago, before) in enumerate(spans)]


def test_the_last_three_seven_days_and_four_weeks_are_kept() -> None:
    made = days_and_hours(*((n / 2, None) for n in range(2 * 60)))
    gone = {backup.path for backup in superfluous(made)}
    kept = [(NOW - backup.made) / timedelta(days=1) for backup in made if backup.path not in gone]
    # March 31 is a Tuesday, noon: two copies a day, the later of each of seven days, the last of each earlier week.
    assert kept == [0, 0.5, 1, 2, 3, 4, 5, 6, 9, 16]


def test_copies_from_before_an_upgrade_are_turned_over_by_themselves() -> None:
    made = days_and_hours((0, None), (1, 4), (2, 4), (3, 3), (4, 2), (300, None))
    assert [backup.before for backup in superfluous(made)] == [2]


def test_copies_of_one_second_are_in_the_order_they_were_made(empty_library: Library, library_path: Path) -> None:
    made = [back_up(library_path, now=NOW).path for _ in range(12)]
    assert [backup.path for backup in backups(library_path)] == made[:-4:-1]


def test_the_copy_just_made_stays_though_the_clock_was_put_back(empty_library: Library, library_path: Path) -> None:
    for day in range(20):
        back_up(library_path, now=NOW + timedelta(days=day))
    made = back_up(library_path, now=NOW - timedelta(days=900))
    assert backups(library_path)[-1].path == made.path


def test_large_copies_are_kept_as_far_as_there_is_room_but_two_always() -> None:
    sizes = [Backup(Path(f"{n}"), NOW - timedelta(days=n), shelf.ROOM // 3 + 1, None) for n in range(7)]
    assert len(sizes) - len(superfluous(sizes)) == 2
    sizes = [Backup(Path(f"{n}"), NOW - timedelta(days=n), shelf.ROOM * 9, None) for n in range(7)]
    assert len(sizes) - len(superfluous(sizes)) == 2


def test_a_copy_is_due_a_day_after_the_last_where_something_changed(empty_library: Library, library_path: Path) -> None:
    fill(empty_library, "One")
    assert is_due(library_path)
    made = back_up(library_path)
    tomorrow = made.made + timedelta(days=1)
    assert not is_due(library_path, made.made + timedelta(hours=23))
    os.utime(made.path, (made.path.stat().st_atime, made.path.stat().st_mtime + 60))
    assert not is_due(library_path, tomorrow)
    os.utime(library_path, (tomorrow.timestamp(), tomorrow.timestamp()))
    assert is_due(library_path, tomorrow)
    assert is_due(library_path, made.made - timedelta(days=2))  # the clock was put back


def test_other_libraries_copies_and_other_files_are_left_alone(empty_library: Library, library_path: Path) -> None:
    fill(empty_library, "One")
    other = library_path.with_name("library-two.db")
    Library.open(other).close()
    back_up(other)
    mine = back_up(library_path)
    (backup_folder(library_path) / "library-20261399T000000Z.db").write_text("no date")
    (backup_folder(library_path) / "notes.txt").write_text("mine")
    assert [backup.path for backup in backups(library_path)] == [mine.path]
    assert len(backups(other)) == 1


def test_a_copy_into_a_file_takes_the_place_of_an_older_one(empty_library: Library, library_path: Path) -> None:
    fill(empty_library, "One")
    file = library_path.parent / "stick" / "copy.db"
    back_up_to(library_path, file)
    fill(empty_library, "Two")
    back_up_to(library_path, file)
    assert titles(file) == ["One", "Two"]
    with pytest.raises(LibraryError, match="is the library itself"):
        back_up_to(library_path, library_path)
    with pytest.raises(LibraryError, match="is a folder"):
        back_up_to(library_path, library_path.parent)


def test_a_folder_that_cannot_be_written_is_named(
    empty_library: Library, library_path: Path, read_only: ReadOnly
) -> None:
    folder = backup_folder(library_path)
    folder.mkdir()
    with read_only(folder), pytest.raises(LibraryError, match=r"can be kept in .*backups: Permission denied"):
        back_up(library_path)
    with read_only(folder), pytest.raises(LibraryError, match=r"copy.db cannot be written: Permission denied"):
        back_up_to(library_path, folder / "copy.db")
    with pytest.raises(LibraryError, match="There is no library"):
        back_up(library_path.with_name("other.db"))


def test_a_disk_that_is_full_is_said_and_nothing_is_left(empty_library: Library, library_path: Path) -> None:
    """Files may grow to 64 KB only, as on a full disk."""
    fill(empty_library, *(f"Article {n}" for n in range(40)))
    made = back_up(library_path)
    empty_library.close()
    script = (
        "import resource, signal, sys, pathlib\n"
        "from reader.store.backups.making import back_up\n"
        "from reader.store.backups.restoring import restore\n"
        "from reader.domain.errors import LibraryError\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "for work in (lambda: back_up(path), lambda: restore(path, pathlib.Path(sys.argv[2]))):\n"
        "    try: work()\n"
        "    except LibraryError as error: print(error)\n"
    )
    before = library_path.read_bytes()
    done = subprocess.run(
        [sys.executable, "-c", script, str(library_path), str(made.path)], capture_output=True, text=True
    )
    assert len(done.stdout.splitlines()) == 2, done.stdout + done.stderr
    assert library_path.read_bytes() == before
    assert [backup.path for backup in backups(library_path)] == [made.path]
    assert not list(library_path.parent.rglob("*unfinished*"))


# Going back


def test_going_back_keeps_the_library_it_replaces_with_everything_in_it(
    empty_library: Library, library_path: Path
) -> None:
    fill(empty_library, "One")
    made = back_up(library_path)
    fill(empty_library, "Two")
    empty_library.close()
    before = made.path.read_bytes()
    restored = restore(library_path, made.path)
    assert titles(library_path) == ["One"]
    assert restored.replaced is not None
    assert titles(restored.replaced) == ["One", "Two"]
    assert made.path.read_bytes() == before
    with Library.open(library_path) as library:
        fill(library, "Three")
        assert library._ask("PRAGMA journal_mode") == [("wal",)]
    again = restore(library_path, restored.replaced)
    assert titles(library_path) == ["One", "Two"]
    assert again.replaced is not None
    assert titles(again.replaced) == ["One", "Three"]


def test_changes_that_wait_beside_the_library_stay_with_it(empty_library: Library, library_path: Path) -> None:
    """As after a loss of power: what is committed is not in the file yet, and must not get into the copy's."""
    made = back_up(library_path)
    script = (
        "import os, sys, pathlib\n"
        "from reader.domain.article import Draft\n"
        "from reader.store.library import Library\n"
        "Library.open(pathlib.Path(sys.argv[1])).add(Draft('A text.', 'Late'))\n"
        "os._exit(0)\n"
    )
    empty_library.close()
    subprocess.run([sys.executable, "-c", script, str(library_path)], check=True)
    restored = restore(library_path, made.path)
    assert titles(library_path) == []
    assert restored.replaced is not None
    assert titles(restored.replaced) == ["Late"]


def test_a_library_that_is_open_is_not_replaced(empty_library: Library, library_path: Path) -> None:
    made = back_up(library_path)
    fill(empty_library, "One")
    with pytest.raises(LibraryError, match="is open in another program"):
        restore(library_path, made.path)
    assert empty_library.counts().articles == 1


def test_where_there_is_no_library_a_copy_becomes_one(empty_library: Library, library_path: Path) -> None:
    fill(empty_library, "One")
    made = back_up(library_path)
    other = library_path.parent / "new" / "library.db"
    assert restore(other, made.path).replaced is None
    assert titles(other) == ["One"]


@pytest.mark.parametrize(
    ("content", "says"),
    [(None, "cannot be read"), (b"Dear diary", "not a SQLite file"), ("other", "not a copy of a library")],
)
def test_what_is_no_copy_is_refused(
    empty_library: Library, library_path: Path, content: bytes | str | None, says: str
) -> None:
    file = library_path.parent / "copy.db"
    if isinstance(content, bytes):
        file.write_bytes(content)
    elif content is not None:
        with closing(sqlite3.connect(file)) as db:
            db.execute("CREATE TABLE cookies (name)")
    empty_library.close()
    before = library_path.read_bytes()
    with pytest.raises(LibraryError, match=says):
        restore(library_path, file)
    assert library_path.read_bytes() == before


def test_a_damaged_copy_is_refused(empty_library: Library, library_path: Path) -> None:
    fill(empty_library, *(f"Article {n}" for n in range(40)))
    made = back_up(library_path)
    empty_library.close()
    data = made.path.read_bytes()
    made.path.write_bytes(data[:40_000] + b"\xff" * 20_000 + data[60_000:])
    with pytest.raises(LibraryError, match=r"The copy .* is damaged; another one may be whole: parley backup --list"):
        restore(library_path, made.path)
    made.path.write_bytes(data[: len(data) // 2])
    with pytest.raises(LibraryError, match=r"The copy .* is damaged"):
        restore(library_path, made.path)
    assert len(titles(library_path)) == 40


def test_an_empty_library_with_copies_is_not_begun_anew(empty_library: Library, library_path: Path) -> None:
    fill(empty_library, "One")
    back_up(library_path)
    empty_library.close()
    library_path.write_bytes(b"")
    with pytest.raises(DamagedError, match="there are copies of it; go back to one with: parley restore"):
        Library.open(library_path)
    restore(library_path, backups(library_path)[0].path)
    assert titles(library_path) == ["One"]
