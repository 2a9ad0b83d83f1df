"""Articles find their place: in any order, in any batches, killed on the way; and what the user says outlasts it."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tales import add, stories, tale

from reader.domain.errors import NotFoundError
from reader.domain.story import Stories
from reader.ingest.stories.memory import Memory
from reader.ingest.stories.placing import place_all, place_some
from reader.store.library import Library
from reader.store.recovery.settling import settle

DRAFTS = [tale((event,), 10 * event + k, day=k * 0.7, source=f"Paper {k % 3}") for event in range(4) for k in range(4)]
KILLED = """
import os, pathlib, sys
from reader.ingest.stories import placing
from reader.store.library import Library
from reader.store.stories.placings import Placings
name, left = sys.argv[2], int(sys.argv[3])
kept = getattr(Placings, name)
def dying(self, *args):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), 9)
    return kept(self, *args)
setattr(Placings, name, dying)
with Library.open(pathlib.Path(sys.argv[1])) as library:
    while placing.place_some(library, 3):
        pass
"""


def titles(library: Library) -> list[list[str]]:
    """The stories, each its articles' titles, in an order of their own."""
    return sorted(sorted(library.article(id).title for id in story) for story in stories(library))


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_arrival_and_the_batches_change_nothing(empty_library: Library, seed: int) -> None:
    chance = random.Random(seed)
    memory = Memory()
    for draft in chance.sample(DRAFTS, len(DRAFTS)):
        add(empty_library, draft)
        if chance.random() < 0.5:
            place_some(empty_library, chance.randint(1, 5), memory)
    place_all(empty_library)
    assert titles(empty_library) == sorted(sorted(d.title for d in DRAFTS[n : n + 4]) for n in range(0, 16, 4))


def test_placing_again_writes_nothing(empty_library: Library) -> None:
    for draft in DRAFTS:
        add(empty_library, draft)
    assert place_all(empty_library) == len(DRAFTS)
    before = list(empty_library._db.iterdump())
    empty_library._db.execute("INSERT INTO unplaced SELECT dated, id, 1 FROM article")
    place_all(empty_library)
    assert list(empty_library._db.iterdump()) == before


@pytest.mark.parametrize(("method", "left"), [("sign", 5), ("link", 7), ("arrange", 2), ("placed", 0), ("placed", 3)])
def test_killed_at_any_point_it_ends_with_the_same_stories(library_path: Path, method: str, left: int) -> None:
    with Library.open(library_path) as library:
        for draft in DRAFTS:
            add(library, draft)
    done = subprocess.run([sys.executable, "-c", KILLED, str(library_path), method, str(left)], check=False)
    assert done.returncode == -signal.SIGKILL
    with Library.open(library_path) as library:
        assert library.stories.is_waiting()
        place_all(library)
        assert titles(library) == sorted(sorted(d.title for d in DRAFTS[n : n + 4]) for n in range(0, 16, 4))


def test_marks_outlast_merging_and_parting(empty_library: Library) -> None:
    for draft in DRAFTS[:8]:
        add(empty_library, draft)
    place_all(empty_library)
    shelf = empty_library.stories
    shelf.follow(1, True)
    shelf.rename(5, "The other war")
    shelf.look(1)
    shelf.join(1, 5)
    place_all(empty_library)
    (row,) = shelf.rows()
    assert (row.id, row.articles, row.followed, row.name, row.new) == (1, 8, True, "The other war", 4)
    undone = empty_library.deeds.undo()
    assert undone is not None
    assert undone.label.startswith("joined to the story")
    place_all(empty_library)
    assert [(r.id, r.followed, r.name, r.new) for r in sorted(shelf.rows(), key=lambda r: r.id)] == [
        (1, True, "", 0),
        (5, False, "The other war", 4),
    ]
    shelf.mute(5, True)
    assert [r.id for r in shelf.rows()] == [1]
    assert [r.id for r in shelf.rows(which=Stories.MUTED)] == [5]
    assert (shelf.counts().all, shelf.counts().followed, shelf.counts().followed_new) == (1, 1, 0)


def test_what_was_read_elsewhere_is_not_new_in_its_story(empty_library: Library) -> None:
    for draft in DRAFTS[:4]:
        add(empty_library, draft)
    place_all(empty_library)
    shelf = empty_library.stories
    shelf.follow(1, True)
    empty_library.marking.mark([2, 3], True)
    assert [(row.new, row.unread) for row in shelf.rows()] == [(2, 2)]
    assert shelf.counts().followed_new == 1
    empty_library.marking.mark([1, 4], True)
    assert [(row.new, row.unread) for row in shelf.rows()] == [(0, 0)]
    assert shelf.counts().followed_new == 0


def test_a_followed_story_stays_followed_when_its_first_article_goes(empty_library: Library) -> None:
    for draft in DRAFTS[:4]:
        add(empty_library, draft)
    place_all(empty_library)
    empty_library.stories.follow(1, True)
    empty_library.delete(1)
    place_all(empty_library)
    assert stories(empty_library) == [(2, 3, 4)]
    assert empty_library.stories.story(3).row.followed
    with pytest.raises(NotFoundError):
        empty_library.stories.story(1)


def test_an_article_left_out_takes_no_mark_along(empty_library: Library) -> None:
    for draft in DRAFTS[:4]:
        add(empty_library, draft)
    place_all(empty_library)
    shelf = empty_library.stories
    shelf.follow(1, True)
    shelf.leave_out(1, [1])
    place_all(empty_library)
    assert stories(empty_library) == [(2, 3, 4)]
    assert shelf.story(2).row.followed
    assert empty_library._ask("SELECT followed FROM story_mark WHERE article_id = 1") == [(0,)]
    assert [wish.articles for wish in shelf.story(2).wishes] == [(1,)]


def test_reading_is_counted_in_stories(empty_library: Library) -> None:
    for draft in DRAFTS[:4]:
        add(empty_library, draft)
    place_all(empty_library)
    empty_library.set_read(2, True)
    assert [r.unread for r in empty_library.stories.rows()] == [3]
    for id in (1, 3, 4):
        empty_library.set_read(id, True)
    assert empty_library.stories.rows(which=Stories.UNREAD) == []
    empty_library.set_read(1, False)
    assert empty_library.stories.counts().unread == 1


def test_a_mark_keeps_an_article_that_is_lost(empty_library: Library) -> None:
    empty_library._db.execute("PRAGMA foreign_keys = OFF")
    empty_library._db.execute("INSERT INTO story_mark (article_id, followed) VALUES (7, 1)")
    empty_library._db.execute("INSERT INTO story_mark (article_id, looked) VALUES (8, '2026')")
    with empty_library.transaction():
        assert settle(empty_library._db) == [7]


def test_a_feed_that_is_renamed_is_so_in_its_stories_and_nothing_is_made_again(empty_library: Library) -> None:
    library = empty_library
    feed = library.feeds.subscribe("https://bay.example/feed.xml", name="Bay")
    for number in range(3):
        add(library, tale((1,), number, number / 4, source="Port" if number == 2 else None))
    library._db.execute("UPDATE article SET feed_id = ? WHERE source IS NULL", (feed.id,))
    place_all(library)
    (row,) = library.stories.rows()
    assert row.sources == ("Bay", "Port")
    before = library._ask("SELECT * FROM story_member"), library._ask("SELECT * FROM signature")
    library.feeds.rename(feed.id, "The Bay Post")
    assert not library.stories.is_waiting()
    library._db.execute("INSERT INTO unplaced SELECT dated, id, 1 FROM article")
    place_all(library)
    assert before == (library._ask("SELECT * FROM story_member"), library._ask("SELECT * FROM signature"))
    story = library.stories.story(row.id)
    assert story.row.sources == ("The Bay Post", "Port")
    assert [member.reason.partition(",")[0].partition("(")[2] for member in story.members[:2]] == ["The Bay Post)"] * 2
    library.feeds.rename(feed.id, "Port")
    assert library.stories.rows()[0].sources == ("Port",)
