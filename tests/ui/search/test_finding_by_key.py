"""Finding words in the open article, by keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import TITLES, reading
from searched import prompt_lines, type_in
from textual.widgets import Input

from reader.ui.arrangement import Place
from reader.ui.page_looks import HIT, HIT_AT


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_words_are_found_as_they_are_typed_and_walked(search_path: Path, size: tuple[int, int]) -> None:
    async with reading(search_path, size, article=2) as reader:
        view = reader.screen.view
        await reader.press("tab", "slash")
        assert reader.seen("words, whatever their case and accents")
        await type_in(reader, "PRICÉ of")
        assert "1 of 60" in prompt_lines(reader)[0]
        assert reader.seen("1 of 60")
        await reader.press("down", "down", "up")
        assert "2 of 60" in prompt_lines(reader)[0]
        await reader.press("enter")
        assert prompt_lines(reader) == []
        assert reader.app.focused is view
        places = []
        for key in ("n", "n", "N", "N", "N", "N"):
            await reader.press(key)
            assert view.walk.span is not None
            assert view.article is not None
            assert view.article.text[slice(*view.walk.span)] == "price of"
            places.append(view.walk.at)
        assert places == [2, 3, 2, 1, 0, 59]
        assert reader.seen("60 of 60")
        assert reader.seen("Paragraph 60")
        await reader.press("escape")
        assert not view.walk.spans
        assert not reader.seen("60 of 60")
        assert reader.screen.at is Place.ARTICLE
        await reader.press("n")
        assert reader.title == TITLES[2]


async def test_giving_it_up_puts_the_article_back(search_path: Path) -> None:
    async with reading(search_path, (80, 24), article=2) as reader:
        view = reader.screen.view
        await reader.press("tab", "space", "space", "tab")
        before = view.scroll_y
        assert before > 0
        assert reader.screen.at is Place.PANEL
        await reader.press("slash")
        await type_in(reader, "paragraph 50")
        assert view.scroll_y > before
        assert reader.screen.at is Place.ARTICLE
        await type_in(reader, "x")
        assert "not found" in prompt_lines(reader)[0]
        assert view.scroll_y == before
        await reader.press("escape")
        assert (view.scroll_y, reader.screen.at, view.walk.spans) == (before, Place.PANEL, ())
        await reader.press("shift+tab", "slash", "enter")
        assert (view.scroll_y, reader.screen.at, prompt_lines(reader)) == (before, Place.ARTICLE, [])


async def test_accents_and_apostrophes_do_not_matter(search_path: Path) -> None:
    async with reading(search_path, (80, 24), article=5) as reader:
        await reader.press("tab", "slash")
        view, line = reader.screen.view, reader.app.focused
        assert isinstance(line, Input)
        assert view.article is not None
        for words in ("l'armenie", "L’ARMÉNIE", "lʼarménie"):
            line.value = words
            await reader.settle()
            found = [view.article.text[a:b] for a, b in view.walk.spans]
            assert found == ["L’Arménie", "L'Arménie", "l'Arménie"]


async def test_hits_stay_marked_when_the_analysis_arrives_and_go_with_the_article(search_path: Path) -> None:
    async with reading(search_path, (120, 40), article=1) as reader:
        view = reader.screen.view
        await reader.press("tab", "slash")
        await type_in(reader, "boats")
        await reader.press("enter")
        assert view.article is not None
        view.show(view.article, view.analysis)
        await reader.press("n", "right_square_bracket")
        assert view.walk.told == "2 of 2"
        names = [names for _, names in view._hits.touching(0, len(view.article.text))]
        assert names == [(HIT,), (HIT_AT,)]
        await reader.press("h", "j", "enter")
        assert reader.title == TITLES[1]
        assert not view.walk.spans


async def test_a_click_elsewhere_keeps_what_was_found(search_path: Path) -> None:
    async with reading(search_path, (200, 50), article=1) as reader:
        await reader.press("tab", "slash")
        await type_in(reader, "boats")
        reader.screen.list.focus()
        await reader.settle()
        assert prompt_lines(reader) == []
        assert reader.screen.at is Place.LIST
        assert reader.screen.view.walk.told == "1 of 2"


async def test_nothing_open_is_told(library_path: Path) -> None:
    from reader.store.library import Library

    library_path.parent.mkdir(exist_ok=True)
    with Library.open(library_path) as library:
        library.set_setting("seeded", "1")
    async with reading(library_path, (80, 24)) as reader:
        await reader.press("tab", "slash")
        assert reader.seen("No article is open.")
        assert prompt_lines(reader) == []
