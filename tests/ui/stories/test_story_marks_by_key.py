"""Notes, bookmarks, tags and searches from the screens of stories, with real keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from on_story import at, told
from reading import reading
from told import FRENCH

from reader.domain.annotation import About
from reader.store.library import Library
from reader.ui.annotating.note_editor import NoteEditor
from reader.ui.stories.stories_screen import StoriesScreen
from reader.ui.stories.story_screen import StoryScreen

BOTH = pytest.mark.parametrize("size", [(80, 24), (200, 50)])


@BOTH
async def test_a_note_is_on_the_chosen_words(told_path: Path, size: tuple[int, int]) -> None:
    async with reading(told_path, size) as reader:
        await at(reader, "l", "j")
        place = told(reader).place
        assert place is not None
        assert place.article_id == 4
        assert place.span is not None
        await reader.press("w", *"why")
        assert isinstance(reader.app.screen, NoteEditor)
        await reader.press("ctrl+s")
        assert isinstance(reader.app.screen, StoryScreen)
        assert reader.seen("The note is kept. u takes it back.")
        with Library.open(told_path) as library:
            (note,) = library.annotations.of(4)
        assert note.body == "why"
        assert note.about is About.STATEMENT
        assert note.anchor is not None
        assert note.anchor.exact == FRENCH[slice(*place.span)]
        # The same key goes on with the note.
        await reader.press("w", *" not", "ctrl+s")
        with Library.open(told_path) as library:
            assert [note.body for note in library.annotations.of(4)] == ["why not"]
        await reader.press("a")
        assert reader.seen("¶ La Sudrie")
        await reader.press("u", "u")
        assert not reader.seen("¶")
        with Library.open(told_path) as library:
            assert not library.annotations.of(4)


async def test_a_note_in_the_articles_is_on_the_article(told_path: Path) -> None:
    async with reading(told_path, (80, 24)) as reader:
        await at(reader, "a", "home", "w", *"whole", "ctrl+s")
        with Library.open(told_path) as library:
            (note,) = library.annotations.of(1)
        assert (note.body, note.about, note.anchor) == ("whole", About.ARTICLE, None)
        assert reader.seen("¶ Norland accuses")
        await reader.press("w", "x", "escape")
        assert reader.seen("Put away")
        assert isinstance(reader.app.screen, StoryScreen)


async def test_a_number_is_noted_with_the_statement_it_is_in(told_path: Path) -> None:
    async with reading(told_path, (80, 24)) as reader:
        await at(reader, "t", "j")
        place = told(reader).place
        assert place is not None
        await reader.press("w", "n", "ctrl+s")
        with Library.open(told_path) as library:
            (note,) = library.annotations.of(place.article_id)
            assert note.body == "n"


@BOTH
async def test_the_articles_show_their_marks(told_path: Path, size: tuple[int, int]) -> None:
    with Library.open(told_path) as library:
        library.tags.put([1], ["sea", "Port"])
    async with reading(told_path, size) as reader:
        await at(reader, "a", "home")
        assert reader.seen("■ Port ■ sea · Bay Press")
        await reader.press("number_sign", *"salt", "enter")
        assert reader.seen("■ Port ■ salt ■ sea · Bay Press")


@BOTH
async def test_all_of_a_story_is_bookmarked_and_tagged(told_path: Path, size: tuple[int, int]) -> None:
    async with reading(told_path, size) as reader:
        await reader.press("Y", "b")
        assert reader.seen("Bookmarked 4 articles of “")
        assert reader.seen("u takes it back.")
        with Library.open(told_path) as library:
            assert [library.article(id).bookmarked for id in range(1, 7)] == [True] * 4 + [False] * 2
        await reader.press("b")
        assert reader.seen("No longer bookmarked: 4 articles of “")
        await reader.press("u")
        await reader.press("u")
        with Library.open(told_path) as library:
            assert not any(library.article(id).bookmarked for id in range(1, 7))
        await reader.press("number_sign", *"sea", "enter")
        assert reader.seen("Tagged 4 articles “sea”. u takes it back.")
        assert isinstance(reader.app.screen, StoriesScreen)
        with Library.open(told_path) as library:
            assert [library.article(id).tags for id in range(1, 7)] == [("sea",)] * 4 + [()] * 2
        await reader.press("u")
        with Library.open(told_path) as library:
            assert not library.article(1).tags


@BOTH
async def test_a_story_is_searched_and_escape_comes_back(told_path: Path, size: tuple[int, int]) -> None:
    async with reading(told_path, size) as reader:
        await at(reader, "f", "slash")
        assert reader.app.screen is reader.screen
        assert reader.screen.list.total == 4
        assert reader.seen("story:1")
        await reader.press("escape")
        assert told(reader).tab == "figures"
        await reader.press("slash", *"denied", "enter")
        assert reader.screen.list.total == 1
        await reader.press("enter")
        assert reader.title == "Sudria denies ramming trawlers"
        # What was found stands out until it is put away.
        await reader.press("escape", "escape")
        assert isinstance(reader.app.screen, StoryScreen)
        await reader.press("escape")
        assert reader.app.screen is reader.screen
