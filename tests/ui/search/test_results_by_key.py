"""What a search found, in the list: opened at the first hit, walked, kept up with what comes in, given up."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import TITLES, reading
from searched import heading, make_ready, prompt_lines, titles, type_in

from reader.domain.article import Draft
from reader.domain.scope import EVERYTHING, Scope, to_search
from reader.store.library import Library
from reader.ui.arrangement import Place
from reader.ui.messages import LibraryChanged


def bring(path: Path, *texts: str) -> None:
    """Another program adds articles."""
    with Library.open(path) as library:
        for text in texts:
            library.add(Draft(text, f"News: {text}", "Wire", published="2026-03-19", language="en"))
        make_ready(library)


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_a_result_is_opened_at_the_first_hit_and_its_hits_are_walked(
    search_path: Path, size: tuple[int, int]
) -> None:
    with Library.open(search_path) as library:
        library.set_position(2, 0)
    async with reading(search_path, size) as reader:
        await reader.press("slash")
        await type_in(reader, '"paragraph 40" OR "paragraph 50"\n')
        assert titles(reader) == [TITLES[1]]
        assert reader.seen("Paragraph 40") != reader.seen("Paragraph 39 of")
        await reader.press("enter")
        view = reader.screen.view
        assert (reader.title, reader.screen.at) == (TITLES[1], Place.ARTICLE)
        assert view.walk.told == "1 of 2"
        assert reader.seen("Paragraph 40 of a long report")
        assert "1 of 2" in str(view.border_title)
        await reader.press("n")
        assert reader.seen("Paragraph 50 of a long report")
        await reader.press("n", "N")
        assert view.walk.told == "2 of 2"
        await reader.press("escape")
        assert (view.walk.spans, str(view.border_title)) == ((), "")
        assert reader.screen.at is Place.ARTICLE
        await reader.press("q")
        assert reader.screen.at is Place.LIST
        assert reader.screen.list.scope.found is not None
        await reader.press("enter", "q", "escape")
        assert reader.screen.list.scope == EVERYTHING
        assert not view.walk.spans


async def test_what_is_found_follows_what_comes_in_and_nothing_in_sight_moves(search_path: Path) -> None:
    async with reading(search_path, (80, 24)) as reader:
        articles = reader.screen.list
        await reader.press("slash")
        await type_in(reader, "weather")
        await reader.press("ctrl+o", "enter", "G", "k")
        before, row = reader.lines()[2:-1], articles.cursor_row
        bring(search_path, *(f"Weather number {n}." for n in range(12)), "Something else.")
        reader.app.post_message(LibraryChanged())
        await reader.settle()
        assert articles.total == 162
        assert (reader.lines()[2:-1], articles.cursor_row) == (before, row)
        assert heading(reader).startswith("weather · 162 found · 162 unread · 12 new ↑")
        await reader.press("home")
        assert titles(reader)[0] == "News: Weather number 11."


async def test_what_is_read_stays_while_the_unread_are_looked_at(search_path: Path) -> None:
    async with reading(search_path, (200, 50)) as reader:
        await reader.press("slash")
        await type_in(reader, "boats is:unread\n")
        assert len(titles(reader)) == 1
        await reader.press("enter", "h")
        reader.app.post_message(LibraryChanged())
        await reader.settle()
        assert len(titles(reader)) == 1
        assert heading(reader) == "boats is:unread · 1 found"
        await reader.press("escape", "S", "up")
        await reader.settle()
        assert titles(reader) == []


async def test_keys_of_the_list_act_on_results(search_path: Path) -> None:
    async with reading(search_path, (120, 40)) as reader:
        await reader.press("slash")
        await type_in(reader, "the\n")
        first = titles(reader)[0]
        await reader.press("m", "b")
        assert reader.seen("Bookmarked.")
        await reader.press("X")
        assert first not in titles(reader)
        await reader.press("u")
        assert first in titles(reader)
        await reader.press("g", "g", "v", "j", "escape")
        assert reader.screen.list.scope.found is not None
        await reader.press("escape")
        assert reader.screen.list.scope == EVERYTHING


async def test_a_saved_search_is_answered_when_it_is_chosen_and_at_the_start(search_path: Path) -> None:
    with Library.open(search_path) as library:
        saved = library.searches.add("Sea", "boats OR strait")
    async with reading(search_path, (80, 24)) as reader:
        reader.screen.narrow(to_search(saved.query, saved.id))
        await reader.settle()
        assert heading(reader).startswith("Sea · 2 found")
        assert reader.screen.list.lines_a_row == 3
    async with reading(search_path, (80, 24)) as reader:
        assert heading(reader).startswith("Sea · 2 found")
        await reader.press("j", "enter")
        assert reader.screen.view.walk.spans
        await reader.press("q", "q")
        assert reader.screen.list.scope == EVERYTHING


async def test_the_list_follows_what_becomes_of_a_saved_search(search_path: Path) -> None:
    with Library.open(search_path) as library:
        saved = library.searches.add("Sea", "boats OR strait")
    async with reading(search_path, (80, 24)) as reader:
        reader.screen.narrow(to_search(saved.query, saved.id))
        await reader.settle()
        with Library.open(search_path) as library:
            library.searches.change(saved.id, name="Field", query="harvest")
        await reader.screen.show_library()
        await reader.settle()
        assert (heading(reader), titles(reader)) == ("Field · 1 found · 1 unread", [TITLES[1]])
        with Library.open(search_path) as library:
            library.searches.remove(saved.id)
        await reader.screen.show_library()
        await reader.settle()
        assert heading(reader) == "harvest · 1 found · 1 unread"
        await reader.press("K", "enter")
        assert reader.seen("Kept as “harvest”.")


async def test_hits_in_titles_are_marked_in_the_list_and_above_the_text(search_path: Path) -> None:
    async with reading(search_path, (80, 24)) as reader:
        await reader.press("slash")
        await type_in(reader, "title:fourth\n")
        row = reader.screen.list.cursor_row
        assert row is not None
        assert ("Fourth", "hit") in [piece for line in reader.screen.list.row_lines(row, 70) for piece in line]
        await reader.press("enter")
        view = reader.screen.view
        assert view.shows_hits
        line = next(line for y in range(view.size.height) if "Fourth story" in (line := view.render_line(y)).text)
        assert [segment.text for segment in line if segment.style and segment.style.underline] == ["Fourth"]
        await reader.press("escape")
        assert (view.shows_hits, reader.screen.at) == (False, Place.ARTICLE)


async def test_a_search_that_cannot_be_asked_any_more_is_told(search_path: Path) -> None:
    async with reading(search_path, (80, 24)) as reader:
        reader.screen.narrow(to_search("is:nothing"))
        await reader.settle()
        assert reader.seen("nothing")
        assert reader.screen.list.scope == Scope()


async def test_a_search_can_be_changed_and_left_again(search_path: Path) -> None:
    async with reading(search_path, (80, 24)) as reader:
        await reader.press("j", "j", "slash")
        await type_in(reader, "weather\n")
        await reader.press("j", "slash")
        await type_in(reader, " report")
        assert heading(reader).startswith("weather report · 150 found")
        await reader.press("escape")
        assert (heading(reader), reader.screen.list.cursor) == ("weather · 150 found · 150 unread", 1)
        assert prompt_lines(reader) == []
        await reader.press("escape")
        assert (heading(reader), reader.screen.list.cursor) == ("Articles", 2)
