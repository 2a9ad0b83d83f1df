"""Tagging articles and looking after the tags, with real keys and library."""

from __future__ import annotations

from pathlib import Path

import pytest
from correcting import toasts
from reading import SIZES, TITLES, Reading, reading

from reader.domain.colour import Colour
from reader.store.library import Library


def tagged(path: Path) -> dict[str, list[int]]:
    """The articles of each tag."""
    with Library.open(path) as library:
        return {tag.name: library.tags.articles(tag.id) for tag in library.tags.all()}


def row(reader: Reading, *words: str) -> str:
    """The first line on the screen with all these words."""
    return next(line for line in reader.lines() if all(each in line for each in words))


@pytest.mark.parametrize("size", SIZES)
async def test_t_makes_finds_gives_and_takes_tags(story_path: Path, size: tuple[int, int]) -> None:
    async with reading(story_path, size, article=1) as reader:
        await reader.press("t")
        assert reader.seen("No tags yet: type one.")
        await reader.press(*"Black ", *"Sea")
        assert "□ Black Sea" in row(reader, "new tag")
        await reader.press("tab", *"war", "enter")
        assert tagged(story_path) == {"Black Sea": [1], "war": [1]}
        assert toasts(reader) == ["Tagged “Black Sea”, “war”. u takes it back."]
        await reader.press("enter")
        assert reader.seen("tagged Black Sea, war")
        # Typing finds what is there, whatever its case and accents, and Enter takes it away again.
        await reader.press("t", *"bläck")
        assert reader.seen("✓ □ Black Sea")
        await reader.press("enter")
        assert tagged(story_path) == {"Black Sea": [], "war": [1]}
        assert toasts(reader) == ["Took “Black Sea” from the article. u takes it back."]
        assert reader.seen("tagged war")
        await reader.press("t", "enter")
        await reader.press("t", "tab", "escape")
        assert tagged(story_path) == {"Black Sea": [], "war": [1]}
        await reader.press("u", "u")
        assert tagged(story_path) == {}
        assert toasts(reader) == [f"Taken back: tagged “Black Sea”, “war”: {TITLES[0]}. U makes it so again."]
        assert not reader.seen("tagged Black")
        await reader.press("U")
        assert tagged(story_path) == {"Black Sea": [1], "war": [1]}


async def test_tags_stand_in_the_list_where_there_is_room(story_path: Path) -> None:
    with Library.open(story_path) as library:
        library.tags.put([2], ["harvest", "bread"])
        library.tags.colour(2, Colour.GREEN)
    async with reading(story_path, (80, 24), article=1) as reader:
        assert "Paper  ■ bread ■ harvest" in row(reader, "harvest")
        assert all(len(line) <= 80 for line in reader.lines())
        sign = reader.screen.list.get_component_rich_style("article-list--tag-green", partial=True).color
        plain = reader.screen.list.get_component_rich_style("article-list--tag", partial=True).color
        assert sign != plain


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_tags_are_looked_after(story_path: Path, size: tuple[int, int]) -> None:
    with Library.open(story_path) as library:
        library.tags.put([1, 2], ["sea"])
        library.tags.put([2, 3], ["war"])
    async with reading(story_path, size, article=1) as reader:
        await reader.press("t", "ctrl+g")
        assert "2 articles · 1 unread" in row(reader, "□ sea", "articles")
        await reader.press("c", "c")
        assert "green · 2 articles" in row(reader, "■ sea", "articles")
        await reader.press("c", "c", "c", "c")
        assert "green" not in row(reader, "□ sea", "articles")
        await reader.press("e", *"side", "enter")
        assert list(tagged(story_path)) == ["seaside", "war"]
        assert toasts(reader) == ["“sea” is now called “seaside”. u takes it back."]
        await reader.press("e", "ctrl+u", "enter")
        assert reader.seen("A tag needs a name.")
        await reader.press(*"WAR", "enter")
        assert tagged(story_path) == {"war": [1, 2, 3]}
        await reader.press("u")
        assert tagged(story_path) == {"seaside": [1, 2], "war": [2, 3]}
        await reader.press("k", "m")
        assert reader.seen("It becomes part of:")
        await reader.press("enter")
        assert tagged(story_path) == {"war": [1, 2, 3]}
        await reader.press("u", "k", "d")
        assert tagged(story_path) == {"war": [2, 3]}
        assert toasts(reader) == ["Removed “seaside” from 2 articles. u takes it back."]
        await reader.press("u", "a", *"fog", "enter")
        assert list(tagged(story_path)) == ["fog", "seaside", "war"]
        assert reader.seen("0 articles")
        await reader.press("G", "enter")
        assert [reader.screen.list.rows.get(n).title for n in range(2)] == [TITLES[1], TITLES[2]]  # type: ignore[union-attr]
        assert (reader.screen.list.total, reader.screen.list.scope.text) == (2, "tag:war")
        await reader.press("escape")
        assert reader.screen.list.total == 4


async def test_a_single_tag_has_none_to_merge_with(story_path: Path) -> None:
    async with reading(story_path, (80, 24), article=1) as reader:
        await reader.press("ctrl+g")
        assert reader.seen("No tags yet: a makes one")
        await reader.press("e", "m", "c", "d", "enter", "a", *"sea", "enter", "m")
        assert toasts(reader) == ["There is no other tag."]
        await reader.press("question_mark", "escape", "escape")
        assert tagged(story_path) == {"sea": []}
