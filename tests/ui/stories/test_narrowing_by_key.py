"""The list of stories narrowed by a query, with real keys; the library's side of it without a screen."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import cast

import pytest
from reading import Reading, reading
from textual import events

from reader.ingest.telling_analyses import tell_all
from reader.ingest.understanding import understood
from reader.store.library import Library
from reader.ui.search.messages import SearchEnded
from reader.ui.stories.narrow_line import NarrowLine
from reader.ui.stories.narrowing import StoryWords
from reader.ui.stories.stories_screen import StoriesScreen


@pytest.fixture
def asked_path(told_path: Path) -> Path:
    """The boats (1 to 4) are followed, the French article of them has a tag; the mill (5, 6) is read."""
    with Library.open(told_path) as library:
        tell_all(library)
        library.index.fill()
        library.stories.follow(1, True)
        library.marking.mark(library.stories.ids(5), True)
        library.tags.put([4], ["Sea"])
    return told_path


def listed(reader: Reading) -> list[int]:
    rows = cast(StoriesScreen, reader.app.screen).list
    found = []
    for at in range(rows.total):
        rows.cursor = at
        assert rows.row is not None
        found.append(rows.row.id)
    return sorted(found)


def stories(library: Library, typed: str) -> set[int]:
    words = StoryWords()
    words.add(library.stories.rows(-1))
    query = understood(typed, date(2026, 3, 20))
    return set(library.search.stories(query, words.ids, words.having))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", {1, 5}),
        ("traw", {1}),
        ("traw OR mil", {1, 5}),
        ("-traw", {5}),
        ('"port grey"', set()),
        ('"harrow vale mill"', {5}),
        ('"vale harrow"', set()),
        ('"harrow va"', set()),
        ("title:mill", {5}),
        ("title:bay", set()),
        ("bay", {1, 5}),
        ("is:followed", {1}),
        ("-is:followed", {5}),
        ("is:story", {1, 5}),
        ("is:unread", {1}),
        ("is:read", {5}),
        ("tag:sea", {1}),
        ("-tag:sea", {5}),
        ("lang:french", {1}),
        ("lang:fr lang:en", {1}),
        ("lang:en", {1, 5}),
        ('source:"Bay Press"', {1, 5}),
        ('source:"Bay Press" source:"Le Quai"', {1}),
        ("heard:sudria", {1}),
        ("unheard:sudria", set()),
        ("-heard:norland", {5}),
        ("heard:norland traw", {1}),
        ("heard:norland mill", set()),
        ("says:sudria act:deny", {1}),
        ("says:norland act:deny", set()),
        ("(says:norland act:accuse) (says:sudria act:deny)", {1}),
        ("after:2026-03-18", {1}),
        ("before:2026-03-18", {5}),
        ("after:2026-03-19 source:bay*", {1}),
        ("after:2026-03-18 before:2026-03-18", set()),
        ("on:2026-03-17", {5}),
        ("number:14", {1}),
        ("story:3", {1}),
        ("!!!", {1, 5}),
    ],
)
def test_a_story_is_found_by_its_words_and_by_what_one_of_its_articles_is(
    asked_path: Path, typed: str, found: set[int]
) -> None:
    with Library.open(asked_path) as library:
        assert stories(library, typed) == found


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_slash_takes_a_query(asked_path: Path, size: tuple[int, int]) -> None:
    async with reading(asked_path, size) as reader:
        await reader.press("Y", "slash")
        assert reader.seen("is:followed  is:unread")
        await reader.press(*"heard:norl")
        assert reader.seen("1 found")
        assert listed(reader) == [1]
        await reader.press("enter")
        assert listed(reader) == [1]
        await reader.press("slash", "ctrl+u", *"-is:followed", "enter")
        assert listed(reader) == [5]
        await reader.press("escape")
        assert listed(reader) == [1, 5]


async def test_what_is_wrong_is_told_with_its_place_and_put_right_by_tab(asked_path: Path) -> None:
    async with reading(asked_path, (80, 24)) as reader:
        await reader.press("Y", "slash", *"mill is:folowed", "enter")
        (wrong,) = (line for line in reader.lines() if "mill is:folowed" in line)
        (below,) = (line for line in reader.lines() if "^^" in line)
        assert below.index("^") == wrong.index("folowed")
        assert reader.seen('did you mean "followed"?')
        await reader.press("tab")
        assert reader.seen("mill is:followed")
        await reader.press("enter")
        assert listed(reader) == []
        assert reader.seen("No story has all of that.")
        await reader.press("slash", "ctrl+u", *'"harrow', "enter")
        assert reader.seen("does not end")
        await reader.press("escape")
        assert listed(reader) == [1, 5]


async def test_fields_and_values_are_completed_and_found_stories_walked(asked_path: Path) -> None:
    async with reading(asked_path, (80, 24)) as reader:
        screen = await _typing(reader, "unh")
        await reader.press("tab")
        assert reader.seen("unheard:")
        await reader.press("ctrl+u", *"tag:s", "tab")
        assert reader.seen("tag:Sea")
        assert screen.list.total == 1
        await reader.press("ctrl+u", "down")
        assert screen.list.cursor == 1
        await reader.press("up")
        assert screen.list.cursor == 0
        await reader.press("f1")
        assert reader.seen("What can be searched for")


async def test_what_is_found_once_the_line_is_left_is_told_to_no_line(asked_path: Path) -> None:
    async with reading(asked_path, (80, 24)) as reader:
        screen = await _typing(reader, "bay")
        screen._ended(SearchEnded("bay", keep=False))
        # The line is still about to go.
        assert await screen.looked(typing=False)
        await reader.settle()
        assert not reader.seen("Something went wrong")
        assert not screen.query(NarrowLine)


async def test_the_line_opens_once_however_often_its_key_is_pressed(asked_path: Path) -> None:
    async with reading(asked_path, (80, 24)) as reader:
        await reader.press("Y")
        screen = reader.app.screen
        assert isinstance(screen, StoriesScreen)
        for _ in range(3):
            reader.app.post_message(events.Key("slash", "/"))
        await reader.settle()
        assert len(screen.query(NarrowLine)) == 1
        await reader.press("escape", "slash", "b")
        assert len(screen.query(NarrowLine)) == 1
        assert screen.query_one(NarrowLine).line.value == "b"


async def _typing(reader: Reading, words: str) -> StoriesScreen:
    await reader.press("Y", "slash", *words)
    return cast(StoriesScreen, reader.app.screen)
