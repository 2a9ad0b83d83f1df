"""The thin line at the top."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from reading import SIZES, reading

from reader.ui.title_line import LONGEST, library_name


@pytest.mark.parametrize(
    ("name", "shown"),
    [("library.db", ""), ("seeds.db", "seeds.db"), ("a\x1b[31mb.db", "ab.db"), ("n" * 90, "n" * (LONGEST - 1) + "…")],
)
def test_a_library_is_called_by_its_file_unless_it_is_the_usual_one(name: str, shown: str) -> None:
    assert library_name(Path("somewhere") / name) == shown


@pytest.mark.parametrize("size", SIZES)
async def test_the_line_says_which_library_and_how_much_is_unread(
    story_path: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    other = tmp_path / "strikes.db"
    shutil.copy(story_path, other)
    async with reading(other, size) as reader:
        assert reader.lines()[0].endswith("strikes.db · 4 articles · 3 unread")
    async with reading(story_path, size) as reader:
        assert reader.lines()[0].endswith("  4 articles · 3 unread")
