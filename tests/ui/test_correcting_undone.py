"""Leaving a correction, undoing and redoing it, with real keys, desk and library."""

from __future__ import annotations

from pathlib import Path

import pytest
from correcting import at_card, corrections, parties, toasts

from reader.ui.correcting.menu import CorrectionMenu
from reader.ui.correcting_screen import NOTHING_TO_REDO, NOTHING_TO_UNDO


@pytest.mark.parametrize("keys", [["escape"], ["s", "escape", "escape"], ["p", *"nor", "escape", "escape"]])
async def test_escape_leaves_everything_as_it_was(spoken_path: Path, keys: list[str]) -> None:
    async with at_card(spoken_path, 2) as reader:
        before = reader.lines()
        await reader.press("e", *keys)
        assert reader.lines() == before
    assert corrections(spoken_path) == ()


async def test_escape_from_the_names_comes_back_to_the_line(spoken_path: Path) -> None:
    async with at_card(spoken_path, 2) as reader:
        await reader.press("e", "j", "j", "enter", "escape")
        assert isinstance(reader.app.screen, CorrectionMenu)
        await reader.press("enter")
        assert reader.seen("For which party does coast guard speak?")


async def test_undo_and_redo_name_what_they_did(spoken_path: Path) -> None:
    async with at_card(spoken_path, 2) as reader:
        await reader.press("u")
        assert toasts(reader) == [NOTHING_TO_UNDO]
        await reader.press("e", "s", *"nor", "enter", "u")
        assert parties(reader)["s2"] == ("sudria",)
        assert reader.screen.panel.chosen_statement == "s2"
        said = "“the charge” is said by Norland"
        assert toasts(reader) == [f"Taken back, in this article: {said}. U makes it so again."]
        await reader.press("U")
        assert parties(reader)["s2"] == ("norland",)
        assert toasts(reader) == [f"Again, in this article: {said}. u takes it back."]
        await reader.press("ctrl+r")
        assert toasts(reader) == [NOTHING_TO_REDO]


async def test_what_was_said_before_is_taken_back_where_it_was_said(spoken_path: Path) -> None:
    async with at_card(spoken_path, 2) as reader:
        await reader.press("e", "s", *"moss", "enter", "e", "p", *"Harbour", "enter")
    async with at_card(spoken_path, 1) as reader:
        await reader.press("e")
        assert not reader.seen("Take back: “the charge”")
        await reader.press("escape")
        reader.screen.panel.select_statement("s2")
        await reader.press("e")
        assert reader.seen("Take back: “the charge” is said by Ada Moss")
        assert reader.seen("Take back: Ada Moss speaks for Harbour")
        await reader.press("t", "enter")
        assert parties(reader)["s2"] == ("sudria",)
        assert parties(reader)["s3"] == ("harbour",)
    assert [c.undone for c in corrections(spoken_path)] == [True, False]


async def test_what_was_said_of_another_article_is_named_as_such(spoken_path: Path) -> None:
    async with at_card(spoken_path, 2) as reader:
        await reader.press("e", "n")
        reader.screen.open(2)
        await reader.press("u")
        assert toasts(reader)[0].startswith("Taken back, in another article: “the charge”")
