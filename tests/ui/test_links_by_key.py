"""The links of an article, opened and copied by key."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import SIZES, Reading, reading
from wire import add, laid_out

from reader.domain.layout import Layout, Link
from reader.ui.links_screen import LinksScreen


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses the browser was given."""
    addresses: list[str] = []
    monkeypatch.setattr("webbrowser.open", lambda url, **_: addresses.append(url))
    return addresses


def chosen(reader: Reading) -> str | None:
    screen = reader.app.screen
    assert isinstance(screen, LinksScreen)
    return screen.list.chosen_id


@pytest.mark.parametrize("size", SIZES)
async def test_a_number_and_enter_open_the_link(story_path: Path, opened: list[str], size: tuple[int, int]) -> None:
    id = add(story_path, *laid_out())
    async with reading(story_path, size, article=id) as reader:
        await reader.press("enter", "O")
        assert reader.seen("https://www.example.org/ramming?a=[b]")
        await reader.press("4", "enter")
        assert opened == ["http://news.example/before"]
        assert not isinstance(reader.app.screen, LinksScreen)


async def test_moving_shows_each_link_in_the_text_and_closing_goes_back(story_path: Path, opened: list[str]) -> None:
    text, layout = laid_out()
    far = "\n\n".join([*(f"Paragraph {n}." for n in range(80)), text])
    shift = len(far) - len(text)
    id = add(story_path, far, Layout((), tuple(Link(a + shift, b + shift, url) for a, b, url in layout.links)))
    async with reading(story_path, article=id) as reader:
        view = reader.screen.view
        await reader.press("enter", "j", "j")
        before = view.scroll_y
        await reader.press("O", "j", "j")
        assert chosen(reader) == "3"
        assert any("Write to the desk" in line for line in reader.lines())
        await reader.press("k", "k", "escape")
        assert view.scroll_y == before
        assert opened == []
        await reader.press("O", "enter")
        assert opened == ["https://www.example.org/ramming?a=[b]"]


async def test_y_copies_the_address(story_path: Path, opened: list[str]) -> None:
    id = add(story_path, *laid_out())
    async with reading(story_path, article=id) as reader:
        await reader.press("enter", "O", "3", "y")
        assert reader.app.clipboard == "mailto:desk@example.org"
        assert opened == []


async def test_numbers_of_two_digits_and_numbers_that_are_none(story_path: Path, opened: list[str]) -> None:
    text = " ".join(f"word{n}" for n in range(1, 26))
    links = tuple(
        Link(text.index(f"word{n}"), text.index(f"word{n}") + 5, f"https://{n}.example/") for n in range(1, 26)
    )
    id = add(story_path, text, Layout((), links))
    async with reading(story_path, article=id) as reader:
        await reader.press("O", "1", "2")
        assert chosen(reader) == "12"
        await reader.press("9")
        assert chosen(reader) == "9"
        await reader.press("j", "2", "enter")
        assert opened == ["https://2.example/"]


async def test_an_article_without_links_says_so(story_path: Path) -> None:
    async with reading(story_path) as reader:
        await reader.press("O")
        assert reader.seen("There is no link in this article.")


async def test_thousands_of_links_can_be_moved_through(story_path: Path, opened: list[str]) -> None:
    text = " ".join(f"w{n:04}" for n in range(3_000))
    id = add(
        story_path, text, Layout((), tuple(Link(n * 6, n * 6 + 5, f"https://e.example/{n}") for n in range(3_000)))
    )
    async with reading(story_path, article=id) as reader:
        await reader.press("O", "G", "enter")
        assert opened == ["https://e.example/2999"]
