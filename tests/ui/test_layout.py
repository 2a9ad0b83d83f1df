"""Articles with a layout: set as they are built, every letter in its place, links numbered below."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import FERRY, SIZES, Reading, reading
from rich.cells import cell_len
from rich.style import Style
from wire import add, laid_out

from reader.domain.layout import Block, BlockKind, Layout, Link
from reader.ui.links import foot_lines, links
from reader.ui.page import Page, RowKind

kinds = st.sampled_from(list(BlockKind))
texts = st.text("ab -1.\n\t▣é日", max_size=200)
places = st.integers(-5, 220)


@st.composite
def layouts(draw: st.DrawFn) -> Layout:
    """Blocks and links anywhere, in any order, over one another."""
    blocks = draw(st.lists(st.builds(Block, kinds, places, places, st.integers(-2, 99)), max_size=12))
    found = draw(
        st.lists(st.builds(Link, places, places, st.sampled_from(["https://a.example/", "x", ""])), max_size=6)
    )
    return Layout(tuple(blocks), tuple(found))


def shown(text: str, layout: Layout, width: int) -> list[str]:
    page = Page("T", "", text, width, layout, foot_lines(links(layout, text), width))
    return [row.lead + page.words(row) for row in page.rows[page.first_text_row :]]


def styles(reader: Reading, words: str) -> Style:
    """How the segment that begins with these words is drawn."""
    view = reader.screen.view
    segments = [s for y in range(view.size.height) for s in view.render_line(y) if s.text.startswith(words)]
    assert segments, words
    assert segments[0].style is not None
    return segments[0].style


def test_blocks_are_set_as_what_they_are() -> None:
    assert shown(*laid_out(), 40) == [
        "What each side says",
        "",
        "Norland spoke of [b]ramming[/b], and",
        "Sudria of fog.",
        "",
        "- The first demand is that the ferries",
        "  sail again before the summer, all of",
        "  them, every day",
        "  - The second is money",
        "",
        "│ “Nobody slept that night,” the mate",
        "│ said, and he said it more than once to",
        "│ all who asked.",
        "",
        "boats {",
        "",
        "    lost = 3",
        "}",
        "",
        "▣ A boat in the harbour",
        "",
        "Write to the desk, or read what was said",
        "before.",
        "",
        "────────────",
        "Links",
        "1  ramming[/b] · example.org",
        "2  A boat in the harbour · img.example",
        "3  the desk · desk@example.org",
        "4  before · news.example",
    ]


def test_a_heading_has_a_blank_row_before_it_even_inside_a_list() -> None:
    text = "- one\nHead\n- two"
    layout = Layout((Block(BlockKind.ITEM, 0, 5), Block(BlockKind.HEADING, 6, 10), Block(BlockKind.ITEM, 11, 16)))
    assert shown(text, layout, 40) == ["- one", "", "Head", "", "- two"]


def test_a_quotation_keeps_its_line_between_its_paragraphs_and_no_further() -> None:
    text = "One.\n\nTwo.\n\nDeeper.\n\nOut."
    layout = Layout((Block(BlockKind.QUOTE, 0, 19, 1), Block(BlockKind.QUOTE, 12, 19, 2)))
    assert shown(text, layout, 40) == ["│ One.", "│ ", "│ Two.", "│ ", "│ │ Deeper.", "", "Out."]


def test_code_keeps_its_blanks_and_a_long_line_goes_on_below_itself() -> None:
    text = "x  =  1\n\tif  y  then  stop  and  say  so"
    assert shown(text.replace("\t", " "), Layout((Block(BlockKind.CODE, 0, len(text)),)), 20) == [
        "x  =  1",
        " if  y  then  stop",
        "  and  say  so",
    ]
    page = Page("T", "", text, 40, Layout((Block(BlockKind.CODE, 0, len(text)),)))
    assert page.rows[-1].lead == "   "


def test_a_text_without_a_layout_is_set_as_ever() -> None:
    assert shown(FERRY, Layout(), 60) == shown(FERRY, Layout((), (Link(0, 4, "nowhere"),)), 60)


@given(texts, layouts(), st.integers(2, 90))
def test_every_letter_is_on_its_row_whatever_the_layout_says(text: str, layout: Layout, width: int) -> None:
    layout = Layout.from_json(layout.to_json(), len(text))
    page = Page("T", "m", text, width, layout, foot_lines(links(layout, text), width))
    for offset, letter in enumerate(text):
        if letter not in " \n\t\xa0":
            row = page.rows[page.row_of(offset)]
            assert row.kind is RowKind.TEXT
            assert row.start <= offset < row.end
    starts = [row.start for row in page.rows[page.first_text_row : page.end_of_text]]
    assert all(a <= b for a, b in pairwise(starts))
    assert all(page.offset_of(n) <= len(text) for n in range(len(page) + 3))


@given(texts, layouts(), st.integers(4, 90))
def test_no_row_is_wider_than_the_page(text: str, layout: Layout, width: int) -> None:
    text = text.replace("\t", " ")
    page = Page("T", "m", text, width, Layout.from_json(layout.to_json(), len(text)))
    assert all(cell_len(row.lead + page.words(row).rstrip()) <= width for row in page.rows)


def test_thousands_of_links_and_blocks_are_laid_out() -> None:
    text = "\n\n".join(f"- word {n}" for n in range(5_000))
    spans = [(at, at + 7) for at in range(0, len(text) - 7, 9)]
    blocks = tuple(Block(BlockKind.QUOTE, a, len(text), 1) for a, _ in spans)
    layout = Layout(blocks, tuple(Link(a, b, f"https://example.org/{a}") for a, b in spans))
    numbered = links(layout, text)
    page = Page("T", "", text, 40, layout, foot_lines(numbered, 40))
    assert len(numbered) == len(spans)
    assert page.words(page.rows[-1]).startswith(f"{len(spans)}  ")
    assert all(cell_len(page.words(row)) <= 40 for row in page.rows)


def test_hostile_words_and_addresses_of_links_are_plain() -> None:
    text = "\x1b[31mred\x1b[0m \u202ehere"
    found = [("https://a.example/\x1b]0;x\x07", 0), ("http://\x1b.example/", 1), ("mailto:", 2), ("ftp://x.example", 3)]
    layout = Layout((), (*(Link(n, n + 1, url) for url, n in found), Link(0, len(text), "https://b.example/[/b]")))
    (link,) = links(layout, text)
    assert (link.words, link.host) == ("red here", "b.example")
    (_, line) = foot_lines((link,), 60)
    assert line == "1  red here · b.example"


@pytest.mark.parametrize("size", SIZES)
async def test_the_screen_tells_blocks_and_links_apart(story_path: Path, size: tuple[int, int]) -> None:
    id = add(story_path, *laid_out())
    async with reading(story_path, size, article=id) as reader:
        await reader.press("enter")
        assert styles(reader, "What each side").bold
        assert styles(reader, "ramming[/b]").underline
        assert styles(reader, "│ ").color == styles(reader, "Wire").color
        await reader.press("G")
        assert styles(reader, "▣ A boat").color != styles(reader, "Write to").color
        assert not styles(reader, "▣ A boat").underline
        assert reader.seen("3  the desk · desk@example.org")
        assert reader.screen.view.place <= len(laid_out()[0])


async def test_links_are_told_apart_without_colours(story_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    id = add(story_path, *laid_out())
    async with reading(story_path, article=id) as reader:
        assert styles(reader, "ramming[/b]").underline
        assert styles(reader, "What each side").bold


async def test_reading_on_does_not_stop_at_the_links(story_path: Path) -> None:
    id = add(story_path, *laid_out())
    async with reading(story_path, (200, 50), article=id) as reader:
        await reader.press("enter", "space")
        assert reader.title != "Boats and fog"


async def test_a_place_far_down_is_found_again_at_another_width(story_path: Path) -> None:
    text, layout = laid_out()
    long = "\n\n".join([text, *(f"Paragraph {n} goes on for a while about the fog." for n in range(60))])
    id = add(story_path, long, layout)
    async with reading(story_path, (120, 40), article=id) as reader:
        await reader.press("enter", "space", "space")
        before = reader.screen.view.place
        assert before > 0
        await reader.pilot.resize_terminal(80, 24)
        await reader.settle()
        assert reader.screen.view.place == before
