"""Text from outside is text: never markup, never terminal control, never too wide."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import SIZES, fill, reading

from reader.domain.article import Draft
from reader.domain.plain_text import clean_line, mask_text
from reader.store.library import Library
from reader.ui.page import Page
from reader.ui.row_text import fit

TITLES = (
    "[/foo] [bold red]not markup[/]",
    "[@click=app.quit]click[/] $primary {x}",
    "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b2J bell\x07",
    "right \u202eto\u202c left \u2066isolate\u2069 \u200bzero\ufeff",
    "日本語の見出し" * 20,
    "👨‍👩‍👧‍👦 🇫🇷 👍🏽 e\u0301 z\u0335a\u0334l\u0336g\u0337o",
    "x" * 2_000,
    "\t\t tab \n newline \r return \u2028 separator",
    "   ",
)
TEXTS = (*TITLES, "y" * 100_000, "", "one\r\ntwo\r\rthree", "\n\n\n", "[/]\n[foo\n]]]")
FORBIDDEN = {
    *map(chr, range(32)),
    *map(chr, range(0x7F, 0xA0)),
    *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
}


@pytest.fixture
def hostile_path(library_path: Path) -> Path:
    """A library of hostile titles and texts, stored as they are: nothing cleaned them on the way in."""
    library_path.parent.mkdir()
    fill(library_path)
    with Library.open(library_path) as library:
        for n, text in enumerate(TEXTS):
            title = TITLES[n % len(TITLES)]
            library.add(
                Draft(text, title, source=title, author=title, place=title, published="2026-04-01", language="en")
            )
    return library_path


@pytest.mark.parametrize("size", [(20, 5), SIZES[1]])
async def test_hostile_articles_are_listed_and_read(hostile_path: Path, size: tuple[int, int]) -> None:
    async with reading(hostile_path, size) as reader:
        await reader.press("home")
        for _ in TEXTS:
            await reader.pilot.press("enter", "pagedown")
            await reader.settle()
            shown = "".join(reader.lines())
            assert not FORBIDDEN & set(shown)
            assert reader.screen.article is not None
            await reader.pilot.press("g", "g", "right_square_bracket", "y", "h", "j")
        assert reader.app.is_running


async def test_markup_is_shown_as_it_is_written(hostile_path: Path) -> None:
    async with reading(hostile_path, (120, 40)) as reader:
        assert reader.seen("[/foo] [bold red]not markup[/]")


@settings(max_examples=60, deadline=None)
@given(title=st.text(max_size=60), text=st.text(max_size=400), width=st.integers(2, 90))
def test_any_text_is_laid_out_and_drawn(title: str, text: str, width: int) -> None:
    page = Page(clean_line(title), "", mask_text(text), width)
    shown = [page.words(row) for row in page.rows]
    assert not FORBIDDEN - {"\t"} & set("".join(shown))
    assert all("\n" not in words for words in shown)


async def test_a_very_long_text_is_there_at_once_and_can_be_read_to_its_end(hostile_path: Path) -> None:
    with Library.open(hostile_path) as library:
        long = library.add(Draft("word " * 400_000 + "end.", "Long", language="und"))
    async with reading(hostile_path, (80, 24), article=long.id) as reader:
        await reader.press("enter", "G")
        assert reader.seen("end.")


@given(st.text(max_size=100), st.integers(0, 30))
def test_any_text_is_one_safe_line_in_the_list(text: str, width: int) -> None:
    assert not FORBIDDEN & set(fit(text, width))
