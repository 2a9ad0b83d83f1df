"""Libraries of every released version open, keep what they hold, and come out with the present schema.

``versions/N.sql`` is what a library of version N held; a new version adds a file and changes none.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from reader.domain.annotation import About
from reader.domain.article import Shown
from reader.domain.colour import Colour
from reader.domain.correction import CorrectionKind
from reader.domain.errors import LibraryError
from reader.domain.scope import Scope
from reader.domain.story import StoryWishKind
from reader.domain.watch import WatchKind
from reader.store.connection import SCHEMA_VERSION
from reader.store.library import Library
from reader.store.records import Counts

VERSIONS = sorted((Path(__file__).parent / "versions").glob("*.sql"), key=lambda path: int(path.stem))


def schema(path: Path) -> list[tuple[str, str]]:
    db = sqlite3.connect(path)
    rows = db.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name").fetchall()
    db.close()
    return rows


def test_every_version_has_its_file() -> None:
    assert [int(path.stem) for path in VERSIONS] == list(range(1, SCHEMA_VERSION + 1))


def opened(version: Path, path: Path) -> Library:
    """A library of that version, opened by this one."""
    path.parent.mkdir()
    db = sqlite3.connect(path)
    db.executescript(version.read_text(encoding="utf-8"))
    db.close()
    return Library.open(path)


@pytest.mark.parametrize("version", VERSIONS, ids=lambda path: path.stem)
def test_an_older_library_keeps_what_it_holds(version: Path, library_path: Path, tmp_path: Path) -> None:
    with opened(version, library_path) as library:
        ferry = library.article(1)
        assert (ferry.text, ferry.title, ferry.source, ferry.published) == (
            "The ferry was late.\n",
            "A late ferry",
            "The Bay Post",
            "2023-02-07",
        )
        assert (ferry.read, ferry.position, ferry.example) == (True, 3, True)
        brought = 1 if int(version.stem) >= 3 else 0  # version 3 has an article from a feed besides
        assert [row.id for row in library.rows()][brought:] == [1, 2]
        assert library.counts() == Counts(2 + brought, 1 + brought)
        assert library.setting("theme") == "dark"
        assert library._ask("PRAGMA user_version") == [(SCHEMA_VERSION,)]
    Library.open(tmp_path / "new.db").close()
    assert schema(library_path) == schema(tmp_path / "new.db")


@pytest.mark.parametrize("version", VERSIONS[1:], ids=lambda path: path.stem)
def test_an_older_library_keeps_what_its_user_said(version: Path, library_path: Path) -> None:
    with opened(version, library_path) as library:
        kept = library.corrections.all()
        assert [(c.id, c.kind, c.actor, c.value, c.undone) for c in kept] == [
            (1, CorrectionKind.SPEAKER, "Mary Quill", None, False),
            (2, CorrectionKind.PARTY, "Mary Quill", "The Bay Post", False),
            (3, CorrectionKind.SAME_ACTOR, "Mary Quill", "M. Quill", False),
            (4, CorrectionKind.NOT_STATEMENT, None, None, True),
        ]
        anchor = kept[0].anchor
        assert anchor is not None
        assert library.article(1).text[slice(*anchor.span)] == anchor.exact
        assert library.corrections.redo() == replace(kept[3], undone=False)


@pytest.mark.parametrize("version", VERSIONS[2:], ids=lambda path: path.stem)
def test_an_older_library_keeps_its_subscriptions(version: Path, library_path: Path) -> None:
    with opened(version, library_path) as library:
        (feed,) = library.feeds.all()
        assert (feed.address, feed.name, feed.added) == ("https://bay.example/feed.xml", "Bay", "2023-02-10T08:30:00Z")
        visit = library.feeds.visit(feed.id)
        assert (visit.etag, visit.skip_hours, visit.status) == ('"1"', frozenset({3}), 200)
        assert [(f.id, f.name) for f in library.folders.all()] == [(1, "Coast")]
        assert [p.folder for p in library.folders.placements()] == [1]
        tide = library.article(3)
        assert (tide.text, tide.shown, tide.bookmarked) == ("The whole page on tides.", Shown.PAGE, True)
        assert [v.text for v in library.versions.of(3)] == ["High water at noon."]
        alternate = library.versions.alternate(3)
        assert alternate is not None
        assert alternate.text == "High water at one."
        assert [json.loads(record["tags"]) for record in library.records(Scope(feed=feed.id))] == [["sea"]]
        assert library.index.fill()
        assert library.index.find("tides page") == [3]
        while (undone := library.deeds.undo()) is not None and undone.kind != "bookmark":
            pass
        assert not library.article(3).bookmarked


@pytest.mark.parametrize("version", VERSIONS[3:], ids=lambda path: path.stem)
def test_an_older_library_keeps_what_its_user_wrote(version: Path, library_path: Path) -> None:
    with opened(version, library_path) as library:
        (highlight,), (note,) = library.annotations.of(1), library.annotations.of(3)
        assert highlight.anchor is not None
        assert library.article(1).text[slice(*highlight.anchor.span)] == highlight.anchor.exact == "ferry"
        assert (highlight.colour, note.about, note.body) == (Colour.GREEN, About.ARTICLE, "Ask the harbour.")
        assert library.drafts.get("article:2") == "Not yet"
        assert [(s.name, s.query) for s in library.searches.all()] == [("Ferries", "ferry is:unread")]
        assert [(t.name, t.colour, t.articles) for t in library.tags.all()] == [
            ("Bay", Colour.BLUE, 2),
            ("sea", None, 1),
        ]
        assert [row.annotation.uri for row in library.annotations.all(words="harbour")] == [note.uri]
        while (undone := library.deeds.undo()) is not None and undone.kind != "tag":
            pass
        assert [t.colour for t in library.tags.all()] == [None, None]


@pytest.mark.parametrize("version", VERSIONS[4:], ids=lambda path: path.stem)
def test_an_older_library_keeps_what_its_user_said_of_stories(version: Path, library_path: Path) -> None:
    with opened(version, library_path) as library:
        (wish,) = library.placings.wishes()
        assert (wish.kind, wish.articles, wish.others) == (StoryWishKind.TOGETHER, (1,), (2,))
        assert library._ask("SELECT name, followed, looked FROM story_mark WHERE article_id = 2") == [
            ("The tides", 1, "2023-02-12T12:30:00Z")
        ]
        (watch,) = library.watches.all()
        assert (watch.name, watch.kind, watch.query) == ("Ferries said", WatchKind.STATEMENTS, "ferry")
        assert library.stories.is_waiting()
        assert [library.deeds.undo() is not None for _ in range(4)] == [True] * 4
        assert library.placings.wishes() == []
        assert library._ask("SELECT * FROM story_mark WHERE followed OR name <> ''") == []


def test_a_library_from_before_stories_places_its_analysed_articles(library_path: Path) -> None:
    library_path.parent.mkdir()
    with closing(sqlite3.connect(library_path)) as db:
        db.executescript(VERSIONS[3].read_text(encoding="utf-8"))
        db.execute("INSERT INTO analysis (text_hash, engine_key, body) SELECT text_hash, 'one', '' FROM article")
        db.commit()
    with Library.open(library_path) as library:
        assert library.placings.waiting(10) == [3, 1, 2]


@pytest.mark.parametrize("version", VERSIONS, ids=lambda path: path.stem)
def test_an_older_library_can_be_searched_once_the_index_is_filled(version: Path, library_path: Path) -> None:
    with opened(version, library_path) as library:
        while library.index.fill():
            pass
        assert library.index.find("FERRY late") == [1]
        assert not library.index.waiting()


def test_an_upgrade_that_fails_leaves_the_library_as_it_was(library_path: Path) -> None:
    library_path.parent.mkdir()
    db = sqlite3.connect(library_path)
    db.executescript(VERSIONS[1].read_text(encoding="utf-8"))
    db.execute("CREATE TABLE feed (something INTEGER)")  # stands in the way
    before = list(db.iterdump())
    db.close()
    with pytest.raises(LibraryError):
        Library.open(library_path)
    db = sqlite3.connect(library_path)
    assert list(db.iterdump()) == before
    assert db.execute("PRAGMA user_version").fetchone() == (2,)
    db.close()
