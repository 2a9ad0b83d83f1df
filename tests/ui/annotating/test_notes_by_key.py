"""The Notes tab of the panel and the screen of all notes, with real keys."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from sqlite3 import connect

import pytest
from reading import FERRY, HARVEST, Reading, reading

from reader.domain.annotation import Annotation, highlight, note
from reader.domain.colour import Colour
from reader.store.library import Library
from reader.ui.annotating.notes_screen import PAGE, NotesScreen
from reader.ui.annotating.notes_tab import NO_NOTES
from reader.ui.panel.tab_line import Tab

SIZES = [(80, 24), (200, 50)]


def span(text: str, words: str) -> tuple[int, int]:
    return (text.index(words), text.index(words) + len(words))


@pytest.fixture
def noted_path(story_path: Path) -> Path:
    """Two highlights, a note on words and a note on the whole of the first story; a note on words of the second."""
    with Library.open(story_path) as library:
        first, second = library.article(1), library.article(2)
        made = (
            highlight(first, span(FERRY, "narrow strait"), Colour.GREEN),
            note(first, "Who **counted**?\n\n- the guard", span(FERRY, "at least 12 boats"), Colour.PINK),
            highlight(first, span(FERRY, "PORT GREY"), Colour.YELLOW),
            note(first, "A short story."),
            note(second, "Wheat again", span(HARVEST, "Paragraph 40 of a long report"), Colour.BLUE),
        )
        for at, annotation in enumerate(made):
            library.annotations.add(replace(annotation, created=f"2026-03-0{at + 1}T10:00:00Z"))
    return story_path


def kept(path: Path, article: int = 1) -> list[Annotation]:
    with Library.open(path) as library:
        return library.annotations.of(article)


def told(reader: Reading) -> str:
    return " ".join(notification.message for notification in reader.app._notifications)


@pytest.mark.parametrize("size", SIZES)
async def test_the_tab_lists_what_is_on_the_article_in_the_order_of_its_text(
    noted_path: Path, size: tuple[int, int]
) -> None:
    async with reading(noted_path, size, article=1) as reader:
        assert reader.seen("2 highlights · 2 notes") or size == (80, 24)
        await reader.press("tab", "tab", "i")
        shown = "\n".join(reader.lines())
        order = [shown.index(words) for words in ("A short story.", "□\xa0PORT GREY", "¶\xa0at least", "△\xa0narrow")]
        assert order == sorted(order)
        assert "pink" in shown
        assert "- the guard" in shown
        await reader.press("j", "j", "j", "y")
        assert reader.app.clipboard == "at least 12 boats\n\nWho **counted**?\n\n- the guard"
        held = reader.screen.notes.note(reader.screen.view.held)
        assert held is not None
        assert held.colour is Colour.PINK
        await reader.press("H")
        assert reader.screen.at == "panel"
        assert sorted(str(n.colour) for n in kept(noted_path) if n.colour) == ["green", "orange", "yellow"]
        await reader.press("enter")
        assert reader.screen.at == "article"
        await reader.press("a", "end", *"!", "ctrl+s")
        assert any(n.body.endswith("the guard!") for n in kept(noted_path))
        # Removed, the next is chosen; brought back, nothing is lost.
        await reader.press("l", "d")
        assert len(kept(noted_path)) == 3
        assert reader.screen.panel.chosen_note == 1
        await reader.press("d", "d", "d")
        assert kept(noted_path) == []
        assert reader.seen("No highlight or note yet")
        await reader.press("u", "u", "u", "u")
        assert len(kept(noted_path)) == 4
        assert NO_NOTES not in "".join(reader.lines())
        await reader.press("g", "g", "w", "end", *" So.", "ctrl+s")
        assert [n.body for n in kept(noted_path) if n.anchor is None] == ["A short story. So."]
        await reader.press("left", "right", "right", "i")
        assert reader.screen.panel.tab is Tab.NOTES


async def test_the_tab_follows_the_open_article(noted_path: Path) -> None:
    async with reading(noted_path, article=1) as reader:
        await reader.press("tab", "tab", "i", "j")
        reader.screen.open(2)
        await reader.settle()
        assert reader.seen("Wheat again")
        assert not reader.seen("PORT GREY")
        reader.screen.open(3)
        await reader.settle()
        assert reader.seen("No highlight or note yet")
        await reader.press("p", "escape", "i")
        assert reader.screen.at == "panel"
        assert reader.seen("No highlight or note yet")
        await reader.press("j", "d", "H", "w", "escape")
        assert reader.screen.panel.chosen_note is None


@pytest.mark.parametrize("size", SIZES)
async def test_all_notes_are_listed_filtered_and_gone_to(noted_path: Path, size: tuple[int, int]) -> None:
    async with reading(noted_path, size, article=1) as reader:
        await reader.press("W")
        screen = reader.app.screen
        assert isinstance(screen, NotesScreen)
        rows = [line.strip() for line in reader.lines()[2:7]]
        firsts = ("¶ Wheat again", "¶ A short story.", "□ PORT GREY", "¶ Who", "△ narrow strait")
        assert all(row.startswith(first) for row, first in zip(rows, firsts, strict=True))
        assert reader.seen("5 highlights and notes")
        assert reader.seen("“Paragraph 40 of a long report”")
        await reader.press("slash", *"COUNTé")
        assert reader.seen("1 highlight or note · with “COUNTé”")
        await reader.press("enter", "y")
        assert reader.app.clipboard.startswith("at least 12 boats")
        await reader.press("escape", "2")
        assert reader.seen("△ green only")
        assert [line.annotation.colour for line in screen.list.lines] == [Colour.GREEN]  # type: ignore[attr-defined]
        await reader.press("2", "f")
        assert reader.seen("3 notes")
        await reader.press("f", "slash", *"zzz")
        assert reader.seen("None is like that")
        await reader.press("escape", "g", "g", "G", "k", "pageup")
        assert screen.list.cursor == 0
        await reader.press("enter")
        assert reader.title == "A long harvest"
        assert reader.screen.at == "article"
        assert reader.seen("Paragraph 40 of a long report")
        assert reader.screen.view.held == 5


async def test_notes_are_changed_and_removed_where_all_of_them_are(noted_path: Path) -> None:
    async with reading(noted_path, article=1) as reader:
        await reader.press("W", "j", "j", "H")
        assert [n.colour for n in kept(noted_path) if n.id == 3] == [Colour.GREEN]
        await reader.press("e", *"new", "ctrl+s")
        await reader.settle()
        assert [n.body for n in kept(noted_path) if n.id == 3] == ["new"]
        screen = reader.app.screen
        assert isinstance(screen, NotesScreen)
        assert screen.list.note is not None
        assert screen.list.note.annotation.body == "new"
        await reader.press("d")
        assert [n.id for n in kept(noted_path)] == [4, 2, 1]
        assert "is removed" in told(reader)
        assert len(screen.list.lines) == 4
        await reader.press("u")
        assert len(screen.list.lines) == 5
        assert reader.screen.notes.note(3) is not None
        await reader.press("E")
        assert reader.seen("All notes (5)")
        await reader.press("escape", "escape")
        assert reader.screen.is_current


async def test_a_note_that_lost_its_place_is_gone_to_in_the_panel(noted_path: Path) -> None:
    with closing(connect(noted_path)) as db, db:
        db.execute("UPDATE article SET text = 'Quite different.', text_hash = 'x' WHERE id = 2")
    async with reading(noted_path, article=1) as reader:
        await reader.press("W")
        assert reader.seen("the text has changed since")
        await reader.press("enter")
        assert reader.title == "A long harvest"
        assert (reader.screen.at, reader.screen.panel.tab) == ("panel", Tab.NOTES)
        assert reader.screen.panel.chosen_note == 5
        assert any("was:" in line and "Paragraph 40" in line for line in reader.lines())


async def test_thousands_are_asked_for_page_by_page(story_path: Path) -> None:
    count = 2 * PAGE + 7
    with Library.open(story_path) as library, library.transaction():
        article = library.article(1)
        for at in range(count):
            library.annotations.put(
                highlight(article, (at % 40, at % 40 + 3 + at % 9)) if at else note(article, "first")
            )
    async with reading(story_path, (80, 24), article=2) as reader:
        await reader.press("W")
        screen = reader.app.screen
        assert isinstance(screen, NotesScreen)
        assert len(screen.list.lines) == PAGE
        assert reader.seen(f"{count:,} highlights and notes")
        await reader.press("G", "G", "G")
        assert len(screen.list.lines) == count
        assert reader.seen("¶ first")


HOSTILE = "[/b] [red]x \x1b[31mred\x1b]0;t\x07 \u202eback\u2066 «\x9b2J» 中文字 👩‍👩‍👧 $x {y} end"


async def test_hostile_notes_are_shown_as_words(noted_path: Path) -> None:
    with closing(connect(noted_path)) as db, db:
        db.execute("UPDATE annotation SET body = ?, exact = ? WHERE id <> 4", (HOSTILE, HOSTILE))
        db.execute("UPDATE article SET title = ?, source = ?", (HOSTILE, HOSTILE))
    async with reading(noted_path, (120, 40), article=1) as reader:
        await reader.press("tab", "tab", "i", "j", "j", "enter", "d")
        shown = "".join(reader.lines())
        await reader.press("W", "j", "y", "slash", *'x" OR (*')
        shown += "".join(reader.lines())
        assert "[/b] [red]x red" in shown
        assert not any(ch < " " or "\x7f" <= ch <= "\x9f" or ch in "\u202e\u2066" for ch in shown)
