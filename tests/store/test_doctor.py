"""An examination finds each thing that can be wrong; repair mends it and says so."""

from __future__ import annotations

import shutil
import sqlite3
from collections import namedtuple
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from damaging import ARTICLES, furnish, made
from support import ReadOnly
from watched import news

from reader.domain.errors import LibraryError
from reader.ingest.telling_analyses import tell_all
from reader.ingest.understanding import understood
from reader.store.backups.making import back_up
from reader.store.connection import SCHEMA_VERSION
from reader.store.doctor.doctor import examine
from reader.store.doctor.findings import Check, Finding, State, all_well
from reader.store.doctor.outside import aged, copies, size
from reader.store.doctor.repairing import repair
from reader.store.library import Library


@pytest.fixture
def furnished(empty_library: Library, library_path: Path) -> Path:
    """The file of a library with one of everything, and a copy of it."""
    furnish(empty_library)
    empty_library.close()
    back_up(library_path)
    return library_path


def tamper(path: Path, *statements: str) -> None:
    """Change a library behind its back: without foreign keys and triggers."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        triggers = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            db.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            db.execute(statement)
        for _, sql in triggers:
            db.execute(sql)


def wrong(findings: list[Finding]) -> list[Check]:
    return [finding.check for finding in findings if finding.state is State.WRONG]


def test_a_healthy_library_is_found_so_and_not_touched(furnished: Path) -> None:
    before = furnished.read_bytes()
    for quick in (True, False):
        findings = examine(furnished, quick=quick)
        assert all_well(findings)
        assert {finding.check for finding in findings} == {*Check} - {Check.FILES, Check.ANALYSES}
    assert repair(furnished).findings == examine(furnished)
    assert furnished.read_bytes() == before
    assert not list(furnished.parent.glob("library.*.db"))


@pytest.mark.parametrize(
    ("statement", "check", "says"),
    [
        ("UPDATE tally SET value = 3 WHERE name = 'read'", Check.COUNTS, "read are counted as 3 and are 2"),
        ("DELETE FROM tally WHERE name = 'deleted'", Check.COUNTS, "deleted are counted as nothing and are 1"),
        ("DELETE FROM unread WHERE article_id = 7", Check.COUNTS, "1 articles are listed as unread wrongly"),
        ("UPDATE feed_count SET unread = 99", Check.COUNTS, "the counts of feeds are wrong"),
        ("UPDATE article SET hidden = 1 WHERE id = 7", Check.COUNTS, "1 articles are shown though deleted"),
        ("UPDATE article SET text = 'Other' WHERE id = 9", Check.SEARCH, "full-text index of articles is not"),
        ("UPDATE annotation SET body = 'Other'", Check.SEARCH, "index of notes and highlights is not"),
        ("INSERT INTO statement VALUES (1, 's1', 0, '', '', '', '', 0, 1, 'x')", Check.SEARCH, "index of statements"),
        ("DELETE FROM search_docsize WHERE id = 3", Check.SEARCH, "full-text index of articles is not"),
        ("DELETE FROM article WHERE id = 9", Check.REFERENCES, "1 of entry without their article"),
        ("UPDATE deed SET changes = '[[' WHERE id = 2", Check.DEEDS, "1 of the things that were done cannot be undone"),
    ],
)
def test_what_is_wrong_inside_is_found_and_mended(furnished: Path, statement: str, check: Check, says: str) -> None:
    was = made(furnished)
    tamper(furnished, statement)
    found = examine(furnished)
    assert check in wrong(found)
    assert any(says in finding.sentence for finding in found), [finding.sentence for finding in found]
    done = repair(furnished)
    assert done.recovered is None
    assert all_well(done.findings)
    assert check in [finding.check for finding in done.findings if finding.state is State.MENDED]
    assert all_well(examine(furnished))
    assert made(furnished).keys() == was.keys()
    if "annotation" not in statement:
        assert made(furnished) == was


def test_what_the_user_made_gets_something_to_belong_to(furnished: Path) -> None:
    was = made(furnished)
    tamper(furnished, "DELETE FROM article", "DELETE FROM tag", "DELETE FROM feed", "DELETE FROM folder")
    assert wrong(examine(furnished, quick=True))[0] is Check.REFERENCES
    assert all_well(repair(furnished).findings)
    now = made(furnished)
    assert {table: now[table] for table in ("annotation", "tagging", "draft", "saved_search")} == {
        table: was[table] for table in ("annotation", "tagging", "draft", "saved_search")
    }
    with Library.open(furnished) as library:
        assert sorted(row.id for row in library.rows()) == [1, 2, 3, ARTICLES]
        assert [feed.address for feed in library.feeds.all()] == ["https://bay.example/feed.xml"]
        assert [placement.folder for placement in library.folders.placements()] == [None]


def test_analyses_of_texts_that_are_gone_are_noted_and_removed(furnished: Path) -> None:
    tamper(furnished, "UPDATE analysis SET text_hash = 'gone'")
    found = examine(furnished)
    assert all_well(found)
    assert "1 analyses are of texts that are gone; --repair removes them." in [f.sentence for f in found]
    repair(furnished)
    assert Check.ANALYSES not in [finding.check for finding in examine(furnished)]


def test_what_waits_for_the_index_is_no_fault(furnished: Path) -> None:
    with Library.open(furnished) as library:
        library.marking.mark([1], False)
    tamper(
        furnished,
        "INSERT INTO search (search, rowid, title, text, author, source) "
        "SELECT 'delete', id, title, text, author, source FROM article WHERE id = 4",
        "INSERT INTO unindexed VALUES (4)",
    )
    found = examine(furnished)
    assert all_well(found)
    assert any(finding.sentence.startswith("1 articles wait to be taken") for finding in found)


def test_a_damaged_copy_is_found_and_another_made(furnished: Path) -> None:
    (copy,) = (furnished.parent / "backups").iterdir()
    data = copy.read_bytes()
    copy.write_bytes(data[: len(data) // 2])
    assert wrong(examine(furnished)) == [Check.BACKUPS]
    assert wrong(examine(furnished, quick=True)) == []
    assert all_well(repair(furnished).findings)
    assert len(list((furnished.parent / "backups").iterdir())) == 2


def test_an_old_copy_or_none_is_noted(furnished: Path) -> None:
    (copy,) = (furnished.parent / "backups").iterdir()
    found = copies(furnished, True)
    assert found.state is State.FINE
    from reader.store.backups.shelf import backups

    assert copies(furnished, True, backups(furnished)[0].made + timedelta(days=9)).state is State.NOTE
    copy.unlink()
    assert copies(furnished, True).sentence == "There is no copy of the library; make one with: parley backup"


def test_a_disk_that_is_nearly_full_stays_wrong(furnished: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")(1, 1, 1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    assert wrong(examine(furnished)) == [Check.DISK]
    assert wrong(repair(furnished).findings) == [Check.DISK]


def test_a_library_in_a_read_only_folder_is_examined(furnished: Path, read_only: ReadOnly) -> None:
    with read_only(furnished.parent):
        found = examine(furnished)
    assert all_well(found)
    assert "The library is read-only, so its full-text indexes are not looked at." in [f.sentence for f in found]


def test_an_older_library_is_examined_and_not_upgraded(library_path: Path) -> None:
    library_path.parent.mkdir()
    version = Path(__file__).parent / "versions" / "2.sql"
    with closing(sqlite3.connect(library_path)) as db:
        db.executescript(version.read_text(encoding="utf-8"))
        db.execute("PRAGMA journal_mode = WAL")
    before = library_path.read_bytes()
    sentences = [finding.sentence for finding in examine(library_path)]
    assert f"The library is of version 2; it is upgraded to {SCHEMA_VERSION} when it is opened next." in sentences
    assert library_path.read_bytes() == before


def test_what_is_no_library_is_refused(library_path: Path) -> None:
    with pytest.raises(LibraryError, match="There is no library"):
        examine(library_path)
    library_path.parent.mkdir()
    library_path.write_text("Dear diary")
    with pytest.raises(LibraryError, match="it is not a SQLite file"):
        repair(library_path)
    library_path.unlink()
    with closing(sqlite3.connect(library_path)) as db:
        db.execute("CREATE TABLE cookies (name)")
    with pytest.raises(LibraryError, match="another program's SQLite file"):
        repair(library_path)


def test_a_library_another_program_writes_to_is_left_alone(furnished: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from reader.store.doctor import doctor

    monkeypatch.setattr(doctor, "PATIENT_SECONDS", 0.01)
    with closing(sqlite3.connect(furnished, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryError, match="in use by another program"):
            examine(furnished)


def test_sizes_and_ages_are_for_people() -> None:
    assert [size(n) for n in (2_000, 3 * 2**20, 5 * 2**30)] == ["2 KB", "3.0 MB", "5.0 GB"]
    assert [aged(timedelta(minutes=n)) for n in (-5, 1, 90, 1440, 9000)] == [
        "0 minutes",
        "1 minute",
        "1 hour",
        "1 day",
        "6 days",
    ]


def test_who_is_heard_wrongly_is_found_and_mended(empty_library: Library, library_path: Path) -> None:
    for number in (1, 2):
        news(empty_library, number)
    query = understood("heard:Russia", date(2026, 3, 20))
    assert empty_library.search.count(query) == 2
    # By its triggers the index is another too, so that only the articles tell.
    empty_library._db.execute("UPDATE hearing SET sure = '', likely = '', doubtful = ''")
    empty_library.close()
    assert all_well(examine(library_path, quick=True))
    (told,) = [finding for finding in examine(library_path) if finding.state is State.WRONG]
    assert told.sentence == "What is counted is wrong: who is heard in stories is kept wrongly, or not kept."
    assert all_well(repair(library_path).findings)
    with Library.open(library_path) as library:
        tell_all(library)
        assert library.search.count(query) == 2
    assert all_well(examine(library_path))
