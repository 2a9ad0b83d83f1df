"""Highlighting with real keys: what is kept, what is seen of it, and what takes it back."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from sqlite3 import connect

import pytest
from reading import FERRY, Reading, reading
from rich.style import Style
from textual.geometry import Offset
from textual.selection import Selection
from wire import add

from reader.domain.annotation import About, Annotation, highlight, note
from reader.domain.article import hash_text
from reader.domain.colour import Colour
from reader.domain.layout import Layout
from reader.store.library import Library
from reader.ui.annotating.highlights import SIGNS
from reader.ui.panel.tab_line import Tab

SIZES = [(80, 24), (200, 50)]


def kept(path: Path, article: int = 1) -> list[Annotation]:
    with Library.open(path) as library:
        return library.annotations.of(article)


def told(reader: Reading) -> str:
    return " ".join(notification.message for notification in reader.app._notifications)


def style_at(reader: Reading, words: str) -> Style:
    """The style of the first letter of these words of the text."""
    at, view = FERRY.index(words), reader.screen.view
    for y in range(view.size.height):
        for segment in view.render_line(y):
            start = (segment.style.meta.get("offset") if segment.style else None) or (-1, 0)
            if start[0] <= at < start[0] + len(segment.text) and segment.style is not None and start[0] >= 0:
                return segment.style
    raise AssertionError(f"{words} is not in sight")


@pytest.mark.parametrize("size", SIZES)
async def test_a_selection_is_highlighted_recoloured_taken_back_and_removed(
    story_path: Path, size: tuple[int, int]
) -> None:
    async with reading(story_path, size, article=1) as reader:
        await reader.press("enter", "H")
        assert "Select words first: v" in told(reader)
        await reader.press("v", "l", "l", "H")
        (made,) = kept(story_path)
        assert made.anchor is not None
        assert (made.about, made.anchor.exact, made.colour) == (About.TEXT, "PORT GREY – Norland", Colour.YELLOW)
        assert FERRY[slice(*made.anchor.span)] == made.anchor.exact
        assert reader.screen.view.picking is None
        assert reader.seen("1 highlight")
        yellow = style_at(reader, "PORT")
        assert yellow.bgcolor != style_at(reader, "off Port").bgcolor
        assert any(SIGNS[Colour.YELLOW] in line for line in reader.lines())
        # The one just made is at hand: its next colour, then any.
        await reader.press("H")
        assert kept(story_path)[0].colour is Colour.GREEN
        assert style_at(reader, "PORT").bgcolor != yellow.bgcolor
        await reader.press("C", "4")
        assert kept(story_path)[0].colour is Colour.PINK
        await reader.press("u")
        assert kept(story_path)[0].colour is Colour.GREEN
        await reader.press("u", "u")
        assert kept(story_path) == []
        assert "Taken back: highlighted “PORT GREY – Norland”" in told(reader)
        assert not reader.seen("1 highlight")
        assert style_at(reader, "PORT").bgcolor == style_at(reader, "off Port").bgcolor
        await reader.press("U")
        assert len(kept(story_path)) == 1
        assert reader.seen("1 highlight")
        # Inside it, a selection is about it; removed and brought back.
        await reader.press("v", "d")
        assert kept(story_path) == []
        assert "is removed" in told(reader)
        await reader.press("d")
        assert "no highlight or note here" in told(reader)


async def test_digits_highlight_apart_and_the_colour_is_remembered(story_path: Path) -> None:
    async with reading(story_path, article=1) as reader:
        await reader.press("tab", "v", "s", "s", "3")
        await reader.press("v", "l", "5")
        assert [(n.anchor.exact[:9], n.colour) for n in kept(story_path) if n.anchor] == [
            ("PORT GREY", Colour.BLUE),
            ("PORT GREY", Colour.ORANGE),
        ]
        await reader.press("v", "l", "2")
        assert [n.colour for n in kept(story_path)] == [Colour.BLUE, Colour.GREEN]
    async with reading(story_path, article=1) as reader:
        assert reader.seen("2 highlights")
        await reader.press("tab", "G", "v", "j", "j", "j", "j", "j", "j", "j", "j", "v", "enter")
        assert kept(story_path)[-1].colour is Colour.GREEN


async def test_the_chosen_statement_and_what_the_mouse_selected_are_highlighted(story_path: Path) -> None:
    async with reading(story_path, article=1) as reader:
        await reader.press("right_square_bracket", "H")
        (made,) = kept(story_path)
        assert made.anchor is not None
        assert (made.about, made.anchor.exact) == (About.STATEMENT, "ramming at least 12 boats")
        await reader.press("right_square_bracket", "left_square_bracket", "H")
        assert [n.colour for n in kept(story_path)] == [Colour.GREEN]
        view, start = reader.screen.view, FERRY.index(" share a narrow")
        reader.screen.selections = {view: Selection(Offset(start, 0), Offset(start + 16, 0))}
        await reader.press("H")
        assert [n.anchor.exact for n in kept(story_path) if n.anchor][1:] == ["share a narrow"]
        assert reader.screen.get_selected_text() is None


async def test_the_menu_takes_a_highlight_away_and_leaves_its_note(story_path: Path) -> None:
    with Library.open(story_path) as library:
        article = library.article(1)
        library.annotations.add(note(article, "Why?", (0, 4), Colour.BLUE))
    async with reading(story_path, (80, 24), article=1) as reader:
        await reader.press("enter", "v", "C")
        assert reader.seen("▽ blue")
        await reader.press("0")
        assert [(n.body, n.colour) for n in kept(story_path)] == [("Why?", None)]
        assert "the note stays" in told(reader)
        assert any("¶" in line for line in reader.lines())
        await reader.press("C", "escape")
        assert kept(story_path)[0].colour is None
        await reader.press("C", "j", "enter")
        assert kept(story_path)[0].colour is Colour.GREEN
        await reader.press("escape", "v", "C", "j", "j", "j", "j", "j", "enter", "H")
        assert kept(story_path)[0].colour is not None


LOOKS = ["parley-dark", "parley-light", "ansi-dark", "ansi-light", "no colour"]


@pytest.mark.parametrize("theme", LOOKS)
async def test_overlapping_highlights_are_both_seen_in_every_theme(
    story_path: Path, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def span(words: str) -> tuple[int, int]:
        return (FERRY.index(words), FERRY.index(words) + len(words))

    with Library.open(story_path) as library:
        article = library.article(1)
        library.annotations.add(highlight(article, span("share a narrow strait"), Colour.YELLOW))
        library.annotations.add(highlight(article, span("narrow strait, and their"), Colour.PINK))
    if theme == "no colour":
        monkeypatch.setenv("NO_COLOR", "1")
    async with reading(story_path, article=1) as reader:
        if theme != "no colour":
            reader.app.theme = theme
            await reader.settle()
        parts = [style_at(reader, words) for words in ("two neighbours", "share", "narrow", "and their")]
        looks = [(s.bgcolor, bool(s.underline), bool(s.bold)) for s in parts]
        if theme == "no colour":
            # One colour: the ends and the middle are told apart by how they are drawn, which is which by their signs.
            assert looks[1] == looks[3]
            assert len(set(looks)) == 3
        else:
            assert len(set(looks)) == 4
        shown = "".join(reader.lines())
        assert SIGNS[Colour.YELLOW] in shown


async def test_what_changed_is_placed_again_or_told_to_have_lost_its_place(story_path: Path) -> None:
    with Library.open(story_path) as library:
        article = library.article(1)
        library.annotations.add(highlight(article, (0, 9)))
        library.annotations.add(note(article, "Mine.", (FERRY.index("forty"), FERRY.index("forty") + 5)))
    changed = "Before all of it.\n\n" + FERRY.replace("ferries cross it forty times a day in the summer months", "end")
    with closing(connect(story_path)) as db, db:
        db.execute("UPDATE article SET text = ?, text_hash = ? WHERE id = 1", (changed, hash_text(changed)))
    async with reading(story_path, (200, 50), article=1) as reader:
        assert reader.seen("1 highlight · 1 note lost its place")
        assert [changed[slice(*span)] for span, _ in reader.screen.notes.placed] == ["PORT GREY"]
        await reader.press("tab", "tab", "i")
        assert reader.screen.panel.tab is Tab.NOTES
        assert reader.seen("Lost their place")
        assert any("was:" in line and "forty" in line for line in reader.lines())


async def test_highlights_follow_the_words_into_the_other_text(story_path: Path) -> None:
    teaser = "Fog closed the strait on Tuesday, and the ferries stayed in port all day long. A teaser."
    whole = "The whole of it.\n\n" + teaser.replace("A teaser.", "And more of the same to read on.")
    id = add(story_path, teaser)
    with Library.open(story_path) as library, library.transaction():
        library.versions.show_page(id, whole, Layout().to_json(), "2026-03-19T00:00:00Z")
    async with reading(story_path, article=id) as reader:
        await reader.press("tab", "v", "p", "2", "v", "j", "v", "l", "l", "3", "escape", "escape")
        marked = [whole[slice(*span)] for span, _ in reader.screen.notes.placed]
        assert marked == ["The whole of it.", marked[1]]
        await reader.press("tab", "F")
        assert reader.seen("1 highlight · 1 note lost its place")
        assert [teaser[slice(*span)] for span, _ in reader.screen.notes.placed] == marked[1:]
        await reader.press("F")
        assert reader.seen("2 highlights")


async def test_what_keys_act_on_ends_with_what_is_chosen_next(story_path: Path) -> None:
    async with reading(story_path, article=1) as reader:
        await reader.press("tab", "v", "l", "H")
        assert reader.screen.view.held == 1
        # A correction or another analysis shows the article again and lets nothing go.
        await reader.press("s")
        assert reader.screen.view.held == 1
        await reader.press("right_square_bracket", "H")
        assert len(kept(story_path)) == 2
        await reader.press("escape", "H")
        assert len(kept(story_path)) == 2
        assert [n.colour for n in kept(story_path)] == [Colour.YELLOW] * 2
        await reader.press("v", "right_square_bracket")
        assert reader.screen.view.picking is None


async def test_an_article_without_words_has_nothing_to_select(story_path: Path) -> None:
    id = add(story_path, "… – …")
    async with reading(story_path, article=id) as reader:
        await reader.press("tab", "v", "H", "C", "d")
        assert "There are no words to select." in told(reader)
        assert kept(story_path, id) == []
