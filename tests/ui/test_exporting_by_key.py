"""Giving out articles, comparisons, notes and the library from the app, and copying what is chosen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from reading import FERRY, Reading, reading
from textual.widgets import Input

from reader.domain.article import Draft
from reader.ingest.exporting.article_files import Progress
from reader.ingest.exporting.parcels import Parcel
from reader.ingest.exporting.whole_files import whole_file
from reader.store.library import Library
from reader.ui.exporting.menu import NOT_COPIED, ExportMenu
from reader.ui.exporting.path_entry import PathEntry

SIZES = ((80, 24), (200, 50))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where things go that nobody said where to."""
    documents = tmp_path / "documents"
    documents.mkdir()
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(documents))
    return documents


async def choose(reader: Reading, words: str, form: str) -> None:
    """Put the cursor of the list of offers on one."""
    menu = reader.app.screen
    assert isinstance(menu, ExportMenu)
    at = list(menu.offers).index(f"{words} {form}")
    await reader.press(*["down"] * at)


def files(folder: Path) -> list[Path]:
    return list(folder.iterdir())


def path_line(reader: Reading) -> Input:
    assert isinstance(reader.app.screen, PathEntry)
    return reader.app.screen.query_one(Input)


@pytest.mark.parametrize("size", SIZES)
async def test_an_article_goes_into_a_file_and_is_not_replaced_unasked(
    story_path: Path, folder: Path, size: tuple[int, int]
) -> None:
    file = folder / "boats-rammed-in-the-strait.md"
    async with reading(story_path, size) as reader:
        await reader.press("enter", "E")
        assert reader.seen("This article")
        assert reader.seen("JSON Lines")
        await reader.press("enter")
        assert path_line(reader).value == str(file)
        await reader.press("enter")
        assert file.read_text().startswith("# Boats rammed in the strait\n\n*Paper")
        assert any("Wrote the article to" in note.message for note in reader.app._notifications)
        file.write_text("mine")
        await reader.press("E", "enter", "enter")
        assert reader.seen("is there already")
        await reader.press("enter")
        assert file.read_text() == "mine"
        await reader.press("enter", "down", "enter")
        assert "PORT GREY" in file.read_text()
        assert reader.screen is reader.app.screen


async def test_the_comparison_from_its_screen_as_a_page_and_words_copied_from_it(
    story_path: Path, folder: Path
) -> None:
    async with reading(story_path) as reader:
        await reader.press("c", "y")
        assert reader.app.clipboard
        assert reader.app.clipboard in FERRY
        await reader.press("E", "enter", "enter")
        page = (folder / "boats-rammed-in-the-strait-compared.html").read_text()
        assert "“We have lost 3 boats of our own,”" in page
        await reader.press("E")
        await reader.press("up", "y")
        assert reader.app.clipboard.startswith("# Boats rammed in the strait")


async def test_in_the_list_it_is_the_article_under_the_cursor(story_path: Path, folder: Path) -> None:
    async with reading(story_path, (80, 24)) as reader:
        await reader.press("j", "E", "down", "enter", "enter")
        assert (folder / "a-long-harvest.txt").read_text().startswith("A long harvest\nPaper")
        await reader.press("v", "j", "E")
        await choose(reader, "The articles selected", "Markdown")
        await reader.press("y")
        assert reader.app.clipboard.count("\n---\n") == 1


async def test_the_list_the_subscriptions_and_the_library(story_path: Path, folder: Path) -> None:
    async with reading(story_path) as reader:
        await reader.press("E")
        await choose(reader, "The articles of this list", "Markdown, a file each")
        await reader.press("y")
        assert reader.seen(NOT_COPIED)
        await reader.press("enter", "enter")
        assert len(files(folder / "articles")) == 4
        await reader.press("E")
        await choose(reader, "The whole library", "JSON Lines")
        await reader.press("enter")
        path_line(reader).value = str(folder / "all.jsonl")
        await reader.press("enter")
        head = (folder / "all.jsonl").read_text().splitlines()[0]
        assert json.loads(head)["format"] == "parley.library/1"
        await reader.press("E")
        await choose(reader, "The subscriptions", "OPML")
        await reader.press("y")
        assert "<opml" in reader.app.clipboard


async def test_notes_are_offered_where_there_are_some(story_path: Path, folder: Path) -> None:
    from reader.domain.anchor import anchor_of
    from reader.domain.annotation import About, Annotation
    from reader.domain.colour import Colour

    with Library.open(story_path) as library:
        text = library.article(1).text
        library.annotations.add(Annotation(1, About.TEXT, anchor_of(text, (0, 9)), "Mark *this*", Colour.PINK))
    async with reading(story_path, article=1) as reader:
        await reader.press("E")
        await choose(reader, "Its notes", "Markdown")
        await reader.press("enter", "enter")
        (file,) = files(folder)
        assert "PORT GREY" in file.read_text()
        await reader.press("E")
        await choose(reader, "All notes", "JSON-LD")
        await reader.press("y")
        assert json.loads(reader.app.clipboard)


async def test_what_cannot_be_written_is_told_and_what_was_typed_stays(story_path: Path, folder: Path) -> None:
    async with reading(story_path) as reader:
        await reader.press("E", "enter")
        for typed, told in (("", "Type a path first"), (str(folder / "no" / "x.md"), "cannot be written")):
            path_line(reader).value = typed
            await reader.press("enter")
            assert reader.seen(told)
            assert path_line(reader).value == typed
        path_line(reader).value = str(folder)
        await reader.press("enter")
        assert [file.name for file in files(folder)] == ["boats-rammed-in-the-strait.md"]


async def test_esc_stops_the_writing_and_leaves_nothing(story_path: Path, folder: Path) -> None:
    def write(library: Library, path: Path, progress: Progress) -> str:
        with whole_file(path) as out:
            for done in range(1_000_000_000):
                out.write(b".")
                progress(done % 100, 100)
        return "everything"

    async with reading(story_path) as reader:
        entry = PathEntry(story_path, "everything", Parcel("all.txt", None, write), folder)
        reader.app.push_screen(entry)
        await reader.settle()
        await reader.pilot.press("enter")
        await reader.pilot.press("escape")
        await reader.settle()
        assert reader.seen("Stopped.")
        assert reader.app.screen is entry
        await reader.press("escape")
    # The app has ended, and with it what was writing.
    assert files(folder) == []


async def test_cards_and_numbers_of_the_panel_are_copied(story_path: Path) -> None:
    async with reading(story_path, (200, 50)) as reader:
        await reader.press("enter", "l", "j", "y")
        assert reader.app.clipboard == "ramming at least 12 boats"
        await reader.press("f", "j", "y")
        assert reader.app.clipboard
        assert reader.app.clipboard in FERRY
        await reader.press("shift+tab", "v", "l", "y")
        assert reader.app.clipboard in FERRY


async def test_what_may_be_too_long_for_the_clipboard_is_told(story_path: Path) -> None:
    with Library.open(story_path) as library:
        id = library.add(Draft("word " * 12_000, "Long", language="en")).id
    async with reading(story_path, article=id) as reader:
        await reader.press("enter", "E", "y")
        assert any("more than many terminals take" in note.message for note in reader.app._notifications)
        assert len(reader.app.clipboard) > 59_000
