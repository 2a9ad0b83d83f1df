"""What is read of a damaged library: everything that is not on the damaged pages, the user's own first."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest
from damaging import ARTICLES, furnish, leaves_of, made, overwrite, page_size
from items import brought, item

from reader.domain.article import hash_text
from reader.domain.errors import DamagedError, LibraryError, ParleyError
from reader.domain.query.terms import Query, Text
from reader.store.backups.making import back_up
from reader.store.doctor.doctor import examine
from reader.store.doctor.findings import Check, State, all_well
from reader.store.doctor.repairing import Repair, repair
from reader.store.library import Library
from reader.store.recovery.settling import LOST

VERSIONS = sorted((Path(__file__).parent / "versions").glob("*.sql"), key=lambda path: int(path.stem))


@pytest.fixture
def furnished(empty_library: Library, library_path: Path) -> Path:
    """The file of a library with one of everything."""
    furnish(empty_library)
    empty_library.close()
    return library_path


def mended(path: Path) -> Repair:
    """The library after repair, with nothing wrong any more; the damaged file is still what it was."""
    before = path.read_bytes()
    done = repair(path)
    assert all_well(done.findings), done.findings
    assert all_well(examine(path))
    if done.recovered is not None:
        assert done.recovered.kept.read_bytes() == before
        assert done.recovered.kept.name.startswith("library.damaged-")
    assert not list(path.parent.glob("*unfinished*"))
    return done


def test_damage_is_said_with_what_to_do(furnished: Path) -> None:
    overwrite(furnished, leaves_of(furnished, "article"))
    with pytest.raises(DamagedError, match=r"is damaged; .*parley doctor --repair, or .*parley restore"):
        Library.open(furnished).article(1)


def test_articles_on_damaged_pages_are_lost_and_everything_else_is_there(furnished: Path) -> None:
    was = made(furnished)
    overwrite(furnished, leaves_of(furnished, "article")[1:2])
    done = mended(furnished)
    assert done.recovered is not None
    lost = done.recovered.lost["article"]
    assert 0 < lost < ARTICLES // 2
    assert done.recovered.articles == ARTICLES - lost
    assert done.recovered.damaged == ("article",)
    assert done.recovered.stand_ins == 0
    now = made(furnished)
    assert {table: now[table] for table in now if table != "status"} == {t: was[t] for t in was if t != "status"}
    with Library.open(furnished) as library:
        assert len(library.rows()) == ARTICLES - lost - 1
        assert library.search.find(Query(Text("ferry"))).ids
        assert library.setting("theme") == "dark"
        assert library.analysis(library.article(1).text_hash) is not None
        assert library.deeds.undo() is not None


def test_rows_are_read_though_nothing_leads_to_their_pages(furnished: Path) -> None:
    was = made(furnished)
    with closing(sqlite3.connect(furnished)) as db:
        (root,) = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'article'").fetchone()
    assert root - 1 not in leaves_of(furnished, "article")
    overwrite(furnished, [root - 1])
    done = mended(furnished)
    assert done.recovered is not None
    assert (done.recovered.articles, dict(done.recovered.lost), done.recovered.stand_ins) == (ARTICLES, {}, 0)
    assert made(furnished) == was
    with Library.open(furnished) as library:
        assert library.article(7).text.startswith("Number 7. ")


def test_rows_are_read_though_what_tells_the_tables_is_lost(furnished: Path) -> None:
    was = made(furnished)
    back_up(furnished)  # else nothing would tell that this is a library
    data, size = furnished.read_bytes(), page_size(furnished)
    schema = [n for n in range(1, len(data) // size) if b"CREATE T" in data[n * size : (n + 1) * size]]
    overwrite(furnished, [0, *schema])
    done = repair(furnished)
    assert done.recovered is not None
    assert done.recovered.articles == ARTICLES
    now = made(furnished)
    # Tables whose rows look like those of others cannot be told from them.
    for table in ("annotation", "feed", "correction", "status"):
        assert now[table] == was[table], table


def test_deleted_rows_do_not_come_back(furnished: Path) -> None:
    """They may still stand on pages that are not in use."""
    with Library.open(furnished) as library:
        library._db.execute("PRAGMA secure_delete = OFF")
        with library.transaction():
            library._db.execute("DELETE FROM entry WHERE article_id > 10")
            library._db.execute("DELETE FROM annotation WHERE article_id > 10")
            library._db.execute("DELETE FROM article WHERE id > 10")
    with closing(sqlite3.connect(furnished)) as db:
        (root,) = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'article'").fetchone()
    overwrite(furnished, [root - 1])
    mended(furnished)
    with Library.open(furnished) as library:
        assert max(row.id for row in library.rows()) <= 10


def test_a_lost_article_comes_again_where_its_feed_still_has_it(furnished: Path) -> None:
    overwrite(furnished, leaves_of(furnished, "article")[1:2])
    mended(furnished)
    with Library.open(furnished) as library:
        there = len(library.rows())
        (feed,) = library.feeds.all()
        brought(library, feed, *(item(f"{n}", f"Number {n}.") for n in range(ARTICLES, 0, -1)))
        assert len(library.rows()) == ARTICLES - 1 > there
        assert 5 not in [row.id for row in library.rows()]


def test_what_was_kept_of_a_lost_article_has_a_stand_in(furnished: Path) -> None:
    was = made(furnished)
    overwrite(furnished, leaves_of(furnished, "article"))
    done = mended(furnished)
    assert done.recovered is not None
    assert done.recovered.articles == 0
    assert {table: made(furnished)[table] for table in ("annotation", "tagging")} == {
        table: was[table] for table in ("annotation", "tagging")
    }
    with Library.open(furnished) as library:
        # Annotated, tagged or bookmarked; what was deleted stays so.
        assert sorted(row.id for row in library.rows()) == [1, 2, 3, ARTICLES]
        assert library.article(1).text == f"{LOST}\n\nNumber 1"
        assert library.article(2).bookmarked
        assert library.article(5).deleted
        (feed,) = library.feeds.all()
        brought(library, feed, item("1", "Number 1. The text again."), item("5", "Deleted."))
        assert library.article(1).text == "Number 1. The text again."
        assert library.article(5).deleted


def test_an_article_of_which_only_the_text_is_lost_keeps_its_title(empty_library: Library, library_path: Path) -> None:
    (feed,) = [empty_library.feeds.subscribe("https://bay.example/feed.xml")]
    brought(empty_library, feed, item("2", "Short."), item("1", "Very long. " * 5_000))
    empty_library.close()
    # A text that is too long for its page goes on in others, each of which begins with the number of the next.
    data, size = bytearray(library_path.read_bytes()), page_size(library_path)
    first = next(n for n in range(len(data) // size) if data[n * size + 4 : (n + 1) * size].count(b"Very long. ") > 700)
    data[first * size : first * size + 4] = b"\xff\xff\xff\xff"
    library_path.write_bytes(data)
    mended(library_path)
    with Library.open(library_path) as library:
        assert [library.article(id).title for id in (1, 2)] == ["Title 1", "Title 2"]
        assert [library.article(id).text for id in (1, 2)] == [LOST, "Short."]
        brought(library, library.feeds.get(1), item("1", "It is here again."))
        assert library.article(1).text == "It is here again."


def test_a_text_that_was_garbled_is_brought_again(furnished: Path) -> None:
    """SQLite notices nothing; it is found when something else makes the library be read anew."""
    data = bytearray(furnished.read_bytes())
    # In the article itself: its feed's digest of it, and the full-text index, do not have these words in a row.
    at = data.index(b"Number 7. The ferry")
    data[at : at + 9] = b"Nxmber 7."
    furnished.write_bytes(data)
    overwrite(furnished, leaves_of(furnished, "draft"))
    mended(furnished)
    with Library.open(furnished) as library:
        assert library.article(7).text.startswith("Nxmber 7.")
        assert library.article(7).text_hash == hash_text(library.article(7).text)
        brought(library, library.feeds.get(1), item("7", "Number 7, as it was."))
        assert library.article(7).text == "Number 7, as it was."


def test_a_feed_whose_row_is_lost_is_subscribed_to_by_its_address(furnished: Path) -> None:
    overwrite(furnished, leaves_of(furnished, "feed"))
    mended(furnished)
    with Library.open(furnished) as library:
        assert [feed.address for feed in library.feeds.all()] == ["https://bay.example/feed.xml"]
        assert [placement.folder for placement in library.folders.placements()] == [1]
        assert library.feeds.unread() == {1: ARTICLES - 2}


def test_a_tag_whose_row_is_lost_still_holds_its_articles_together(furnished: Path) -> None:
    overwrite(furnished, leaves_of(furnished, "tag"))
    mended(furnished)
    with Library.open(furnished) as library:
        assert [(tag.name, tag.articles) for tag in library.tags.all()] == [("lost tag 1", 3)]


@pytest.mark.parametrize("bytes_lost", [16, 100])
def test_a_header_that_is_lost_is_written_again(furnished: Path, bytes_lost: int) -> None:
    was = made(furnished)
    data = furnished.read_bytes()
    furnished.write_bytes(bytes(bytes_lost) + data[bytes_lost:])
    with pytest.raises(DamagedError, match="parley doctor --repair"):
        Library.open(furnished)
    mended(furnished)
    assert made(furnished) == was
    with Library.open(furnished) as library:
        assert len(library.rows()) == ARTICLES - 1


def test_a_file_that_was_cut_keeps_what_stood_before(furnished: Path) -> None:
    data, last = furnished.read_bytes(), leaves_of(furnished, "article")[-1]
    furnished.write_bytes(data[: last * page_size(furnished) + 100])
    with pytest.raises(DamagedError):
        Library.open(furnished)
    done = mended(furnished)
    assert done.recovered is not None
    assert done.recovered.articles > 0


def test_numbers_are_not_given_out_again(furnished: Path) -> None:
    overwrite(furnished, leaves_of(furnished, "article")[-1:])
    mended(furnished)
    with Library.open(furnished) as library:
        (feed,) = library.feeds.all()
        assert brought(library, feed, item("new")).new == (ARTICLES + 1,)


def test_only_an_index_of_a_table_is_made_anew_in_place(furnished: Path) -> None:
    with closing(sqlite3.connect(furnished, isolation_level=None)) as db:
        db.execute("PRAGMA writable_schema = ON")
        db.execute("UPDATE sqlite_schema SET sql = replace(sql, 'url_key', 'guid') WHERE name = 'entry_url'")
    done = mended(furnished)
    assert done.recovered is None
    assert State.MENDED in {finding.state for finding in done.findings}
    assert not list(furnished.parent.glob("library.damaged*"))


def test_a_copy_that_has_more_is_named(furnished: Path) -> None:
    copy = back_up(furnished).path
    overwrite(furnished, leaves_of(furnished, "article")[1:2])
    sentences = [finding.sentence for finding in mended(furnished).findings if finding.check is Check.BACKUPS]
    assert any(sentence.endswith(f"go back to it with: parley restore {copy}") for sentence in sentences), sentences
    assert any("has more (articles: " in sentence for sentence in sentences), sentences


def test_nothing_to_read_changes_nothing(furnished: Path) -> None:
    data = overwrite(furnished, list(range(1, furnished.stat().st_size // page_size(furnished))))
    with pytest.raises(LibraryError, match="Nothing can be read of the library"):
        repair(furnished)
    assert furnished.read_bytes() == data
    assert not list(furnished.parent.glob("library.*.db"))


@pytest.mark.parametrize("version", VERSIONS, ids=lambda path: path.stem)
def test_a_damaged_library_of_an_older_version_comes_out_with_the_present_schema(
    version: Path, library_path: Path
) -> None:
    library_path.parent.mkdir()
    with closing(sqlite3.connect(library_path)) as db:
        db.executescript(version.read_text(encoding="utf-8"))
    overwrite(library_path, leaves_of(library_path, "analysis", "sqlite_autoindex_analysis_1"))
    mended(library_path)
    with Library.open(library_path) as library:
        assert library.article(1).title == "A late ferry"
        assert library.article(1).read


@pytest.mark.parametrize("seed", range(12))
def test_bytes_changed_anywhere_never_cost_the_file_nor_a_traceback(furnished: Path, seed: int) -> None:
    """As by a disk that goes wrong: a few bytes or many, in the header more often than chance has it."""
    chance = random.Random(seed)
    data = bytearray(furnished.read_bytes())
    for _ in range((1, 3, 20, 200)[seed % 4]):
        data[chance.randrange(len(data) if chance.random() < 0.7 else 100)] = chance.randrange(256)
    furnished.write_bytes(data)
    trial = furnished.with_name("trial.db")
    trial.write_bytes(data)
    _use(trial)
    for quick in (True, False):
        with suppress(LibraryError):
            examine(furnished, quick=quick)
        assert furnished.read_bytes() == data
    try:
        done = repair(furnished)
    except LibraryError:
        assert furnished.read_bytes() == data
        return
    assert all_well(done.findings), done.findings
    if done.recovered is not None:
        assert done.recovered.kept.read_bytes() == data
    with Library.open(furnished) as library:
        assert len(library.rows()) <= ARTICLES


def _use(path: Path) -> None:
    """Ask a library this and that; what it cannot answer it says in a sentence."""
    with suppress(ParleyError), Library.open(path) as library:
        for ask in (
            lambda: [library.article(row.id) for row in library.rows()],
            lambda: list(library.records()),
            library.feeds.all,
            library.feeds.visits,
            library.folders.placements,
            library.annotations.all,
            library.tags.all,
            library.searches.all,
            library.drafts.all,
            library.corrections.all,
            lambda: library.search.find(Query(Text("ferry"))),
            lambda: library.pending(lambda language: "key"),
            library.deeds.undo,
            library.deeds.redo,
            lambda: library.set_read(7, True),
        ):
            with suppress(ParleyError):
                ask()
