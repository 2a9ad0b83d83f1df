"""The schema's version, and how little a library that is current needs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from reader.store.connection import SCHEMA_VERSION
from reader.store.library import Library
from reader.store.schema import migrations

COUNT = """
import sys, pathlib
from reader.store.library import Library
with Library.open(pathlib.Path(sys.argv[1])) as library:
    print(library.counts().articles)
"""


def test_the_version_is_the_number_of_migrations() -> None:
    assert len(migrations._migrations) == SCHEMA_VERSION


def test_every_migration_is_recorded(empty_library: Library) -> None:
    names = [name for (name,) in empty_library._ask("SELECT name FROM _sqlite_migrations ORDER BY id")]
    assert names == [m.name for m in migrations._migrations]
    assert empty_library._ask("PRAGMA user_version") == [(SCHEMA_VERSION,)]


def test_processes_that_make_the_same_library_at_once_all_get_it(library_path: Path) -> None:
    command = [sys.executable, "-c", COUNT, str(library_path)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(4)]
    assert [process.communicate() for process in running] == [("0\n", "")] * 4


def test_a_current_library_needs_sqlite3_alone(empty_library: Library, library_path: Path) -> None:
    empty_library.close()
    script = COUNT + "library = None\nprint(*({'sqlite_utils', 'msgspec', 'textual', 'spacy'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script, str(library_path)], capture_output=True, text=True, check=True)
    assert done.stdout == "0\n\n"
