"""The commands that look after a library: backup, restore, doctor, cleanup."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from support import Call

from reader.cli.sizes import parse_age, parse_size
from reader.domain.article import Draft
from reader.ingest.seeding import open_library
from reader.store.library import Library


@pytest.fixture
def fed_path(library_path: Path) -> Path:
    """The file of a library with the seeds and an old article of a feed."""
    with open_library(library_path) as library:
        library.feeds.subscribe("https://bay.example/feed.xml", name="The Bay\x1b[31m")
        id = library.add(Draft("Words. " * 500, "An old one", published="2020-01-01")).id
        library._db.execute("UPDATE article SET feed_id = 1, added = '2020-01-02T00:00:00Z' WHERE id = ?", (id,))
    return library_path


def test_backup_and_restore(call: Call, seeded_path: Path, tmp_path: Path) -> None:
    assert call("backup", "--list").out == "There is no copy of the library yet; make one with: parley backup\n"
    assert call("restore").err == f"parley: There is no copy of the library {seeded_path} to go back to.\n"
    made = call("backup")
    assert made.out.startswith(f"copied and checked: {seeded_path.parent}/backups/library-20")
    assert call("delete", "1").code == 0
    file = tmp_path / "stick" / "copy.db"
    assert call("backup", file).out.startswith(f"copied and checked: {file} (")
    listed = [json.loads(line) for line in call("backup", "--list", "--json").out.splitlines()]
    assert [(one["number"], one["before"]) for one in listed] == [(1, None)]
    assert call("backup", "--list").out.split()[0] == "1"
    assert call("restore", "2").err == "parley: There is no copy 2; see: parley backup --list\n"
    back = call("restore")
    assert (back.code, back.err) == (0, "")
    assert back.out.splitlines()[0].endswith("5 articles, the deleted among them")
    assert "what it was before is kept as" in back.out
    assert len(call("list").out.splitlines()) == 5
    assert call("restore", file).code == 0
    assert len(call("list").out.splitlines()) == 4
    for wrong in (("--list", "x.db"), ("--json",)):
        assert call("backup", *wrong).code == 2


def test_doctor_says_what_it_found_and_mends_it(call: Call, seeded_path: Path) -> None:
    healthy = call("doctor")
    assert (healthy.code, healthy.err) == (0, "")
    assert "  ok    The file is sound.\n" in healthy.out
    data = seeded_path.read_bytes()
    with Library.open(seeded_path) as library:
        library._db.execute("UPDATE tally SET value = 9 WHERE name = 'articles'")
    found = call("doctor")
    assert found.code == 1
    assert " WRONG  What is counted is wrong: articles are counted as 9 and are 5.\n" in found.out
    assert found.out.endswith("Mend it with: parley doctor --repair\n")
    lines = [json.loads(line) for line in call("doctor", "--json", "--quick").out.splitlines()]
    assert {"check": "counts", "state": "wrong"}.items() <= lines[3].items()
    mended = call("doctor", "--repair")
    assert mended.code == 0
    assert "mended  What is counted is wrong: articles are counted as 9 and are 5: mended.\n" in mended.out
    seeded_path.write_bytes(b"\0" * 100 + data[100:])
    assert "parley doctor --repair" in call("list").err
    recovered = call("doctor", "--repair")
    assert (recovered.code, recovered.err) == (0, "")
    assert "Read from the damaged file: settings: 1; articles: 5" in recovered.out
    assert len(call("list").out.splitlines()) == 5


def test_doctor_of_nothing_is_an_error(call: Call, library_path: Path) -> None:
    done = call("doctor")
    assert done.code == 1
    assert done.err.startswith(f"parley: There is no library {library_path} to look at")
    assert not library_path.parent.exists()


def test_cleanup_shows_what_would_go_and_asks(call: Call, fed_path: Path) -> None:
    shown = call("cleanup", "--older-than", "1y")
    assert shown.code == 1
    assert shown.out == (
        "      1       3 KB  The Bay\n"
        "Remove the texts of 1 article, about 3 KB? Say yes with --yes.\n"
        "Nothing was removed.\n"
    )
    assert len(call("list").out.splitlines()) == 6
    assert call("cleanup", "--older-than", "1y", "--feed", "1", "--read", "--yes").out.startswith("There is nothing")
    done = call("cleanup", "--older-than", "1y", "--larger-than", "1KB", "--feed", "1", "--yes", "--shrink")
    assert done.code == 0
    assert "removed the texts of 1 article\nthe library takes " in done.out
    assert len(call("list").out.splitlines()) == 5
    assert call("cleanup", "--older-than", "1y").out == "There is nothing to clean up.\n"


def test_cleanup_by_itself_is_switched_on_and_off(call: Call, seeded_path: Path) -> None:
    assert "older than 365 days are cleaned up once a day" in call("cleanup", "--automatic", "1y").out
    assert call("cleanup", "--off").out == "nothing is cleaned up by itself\n"


@pytest.mark.parametrize(
    "args",
    [
        (),
        ("--automatic", "1y", "--off"),
        ("--feed", "1"),
        ("--older-than", "soon"),
        ("--larger-than", "-3"),
        ("--read",),
    ],
)
def test_cleanup_wants_to_know_what(call: Call, library_path: Path, args: tuple[str, ...]) -> None:
    assert call("cleanup", *args).code == 2
    assert not library_path.exists()


def test_ages_and_sizes() -> None:
    assert [parse_age(word).days for word in ("90d", "2W", " 6m", "1 y")] == [90, 14, 180, 365]
    assert [parse_size(word) for word in ("12", "500KB", "2mb", "1g")] == [12, 512000, 2 * 2**20, 2**30]
    for word in ("", "0d", "d", "1h", "99999y", "١d"):
        with pytest.raises(ValueError, match="not an age"):
            parse_age(word)
    assert parse_age("9999d") == timedelta(days=9999)
