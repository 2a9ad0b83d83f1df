"""Correcting with real keys, desk and library: what is asked, what follows, what stays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from correcting import at_card, corrections, parties, toasts
from reading import FERRY, SIZES, ferry_analysis, reading
from textual.widgets import Input

from reader.domain.article import hash_text
from reader.domain.correction import CorrectionKind
from reader.store.library import Library
from reader.ui.arrangement import Place
from reader.ui.comparison import ComparisonScreen
from reader.ui.correcting.menu import CorrectionMenu
from reader.ui.correcting.picker import NamePicker
from reader.ui.correcting_screen import NOTHING_CHOSEN


@pytest.mark.parametrize("size", SIZES)
async def test_another_speaker_is_chosen_by_typing_and_everything_follows(
    spoken_path: Path, size: tuple[int, int]
) -> None:
    async with at_card(spoken_path, 2, size) as reader:
        await reader.press("e")
        assert isinstance(reader.app.screen, CorrectionMenu)
        for words in ("Sudria’s coast guard · denied", "“the charge”", "in this article", "in every article"):
            assert reader.seen(words), words
        await reader.press("s")
        assert isinstance(reader.app.screen, NamePicker)
        await reader.press(*"nor")
        assert reader.seen("Then, in this article: “the charge” is said by Norland.")
        await reader.press("enter")
        assert reader.screen.is_current
        assert parties(reader)["s2"] == ("norland",)
        assert reader.screen.panel.chosen_statement == "s2"
        assert reader.screen.view.selected is not None
        assert reader.screen.view.selected.id == "s2"
        assert reader.screen.panel.has_focus_within
        assert reader.seen("✎ corrected by you")
        assert toasts(reader) == ["Done, in this article: “the charge” is said by Norland. u takes it back."]
    assert [(c.kind, c.actor) for c in corrections(spoken_path)] == [(CorrectionKind.SPEAKER, "Norland")]


async def test_a_correction_is_there_when_the_article_is_opened_again(spoken_path: Path) -> None:
    async with at_card(spoken_path, 2) as reader:
        await reader.press("e", "s", *"port", "enter")
    async with reading(spoken_path, article=1) as reader:
        analysis = reader.screen.view.analysis
        assert analysis is not None
        assert [a.name for s in analysis.statements if s.corrected for a in analysis.actors if a.id in s.speakers] == [
            "Port Grey"
        ]


async def test_a_new_name_can_be_typed(spoken_path: Path) -> None:
    async with at_card(spoken_path, 2) as reader:
        await reader.press("e", "s", *"Lena Torv")
        assert reader.seen("“Lena Torv”")
        assert reader.seen("as typed")
        await reader.press("enter")
        assert reader.seen("Lena Torv")
    assert [c.actor for c in corrections(spoken_path)] == ["Lena Torv"]


async def test_the_arrows_walk_the_names_while_typing_goes_on(spoken_path: Path) -> None:
    async with at_card(spoken_path, 2) as reader:
        await reader.press("e", "s", "down", "down", "up")
        assert reader.seen("is said by Sudria.")
        assert isinstance(reader.app.focused, Input)
        await reader.press("pagedown", "enter")
    assert [c.actor for c in corrections(spoken_path)] == ["Port Grey"]


async def test_what_is_no_statement_goes_and_the_next_one_is_chosen(spoken_path: Path) -> None:
    async with at_card(spoken_path, 2) as reader:
        await reader.press("e", "n")
        assert reader.screen.is_current
        assert set(parties(reader)) == {"s1", "s3"}
        assert reader.screen.panel.chosen_statement == "s3"
        assert reader.screen.view.selected is not None
        assert reader.screen.view.selected.id == "s3"
        assert toasts(reader) == ["Done, in this article: “the charge” is not a statement. u takes it back."]


async def test_the_last_statement_leaves_the_choice_to_the_one_before(spoken_path: Path) -> None:
    async with at_card(spoken_path, 3) as reader:
        await reader.press("e", "n")
        assert reader.screen.panel.chosen_statement == "s2"


async def test_without_any_statement_left_nothing_is_chosen(spoken_path: Path) -> None:
    async with at_card(spoken_path, 1) as reader:
        await reader.press(*["e", "n"] * 3, "e")
        assert parties(reader) == {}
        assert reader.screen.panel.chosen_statement is None
        assert NOTHING_CHOSEN in toasts(reader)
        await reader.press("u", "u", "u")
        assert set(parties(reader)) == {"s1", "s2", "s3"}


async def test_a_party_goes_for_every_article_and_other_colours_stay(spoken_path: Path) -> None:
    async with at_card(spoken_path, 3) as reader:
        before = dict(reader.screen.looks)
        await reader.press("e", "p")
        assert reader.seen("For which party does Ada Moss speak?")
        assert reader.seen("Then, in every article: Ada Moss speaks for Norland.")
        await reader.press(*"Harbour Board", "enter")
        assert parties(reader)["s3"] == ("harbour-board",)
        assert parties(reader)["s2"] == ("sudria",)
        assert {id: look for id, look in reader.screen.looks.items() if id in before} == before
        assert toasts(reader) == ["Done, in every article: Ada Moss speaks for Harbour Board. u takes it back."]


async def test_two_names_become_one_in_the_actors_tab(spoken_path: Path) -> None:
    async with reading(spoken_path, article=1) as reader:
        reader.screen.panel.focus()
        await reader.press("a", "j", "j", "j", "j", "e")
        assert reader.seen("Correct this name")
        assert reader.seen("Ada Moss · person, named 1 time")
        await reader.press("a", *"coast", "enter")
        analysis = reader.screen.view.analysis
        assert analysis is not None
        assert "Ada Moss" not in {actor.name for actor in analysis.actors}
        assert reader.screen.panel.chosen_actor == next(a.id for a in analysis.actors if a.name == "coast guard")
        assert reader.seen("✎ corrected by you")
        assert toasts(reader) == ["Done, in every article: Ada Moss and coast guard are the same. u takes it back."]


@pytest.mark.parametrize("size", SIZES)
async def test_the_statement_selected_in_the_article_is_corrected_from_there(
    spoken_path: Path, size: tuple[int, int]
) -> None:
    async with reading(spoken_path, size, article=1) as reader:
        reader.screen.go(Place.ARTICLE)
        await reader.press("e")
        assert toasts(reader) == [NOTHING_CHOSEN]
        await reader.press("]", "]", "e")
        assert reader.seen("Sudria’s coast guard · denied")
        await reader.press("n")
        assert reader.screen.view.has_focus
        assert reader.screen.view.selected is not None
        assert reader.screen.view.selected.id == "s3"
        assert reader.screen.panel.chosen_statement == "s3"


async def test_a_figure_leads_to_its_statement(spoken_path: Path) -> None:
    async with reading(spoken_path, article=1) as reader:
        reader.screen.panel.focus()
        await reader.press("f", "j", "e")
        assert isinstance(reader.app.screen, CorrectionMenu)
        assert reader.seen("Captain Ada Moss · declared")


async def test_the_comparison_follows_and_keeps_its_statement(spoken_path: Path) -> None:
    async with reading(spoken_path, (120, 40), article=1) as reader:
        await reader.press("c", "l")
        assert isinstance(reader.app.screen, ComparisonScreen)
        comparison = reader.app.screen
        before = comparison.grid.chosen_statement
        assert before is not None
        await reader.press("e", "s", *"lena", "enter")
        assert reader.app.screen is comparison
        assert comparison.grid.chosen_statement == before
        assert reader.seen("lena")
        await reader.press("e", "n")
        assert comparison.grid.chosen_statement not in (None, before)
        await reader.press("u", "u")
        assert comparison.grid.choose_statement(before)
        assert parties(reader)[before] == ("sudria",)


async def test_a_library_that_cannot_be_written_says_so(spoken_path: Path) -> None:
    async with at_card(spoken_path, 2) as reader:
        await reader.press("e")
        with Library.open(spoken_path) as other, other.transaction():
            other.set_setting("held", "1")
            await reader.press("n")
        assert len(toasts(reader)) == 1
        assert "is not a statement" not in toasts(reader)[0]
        assert reader.screen.panel.chosen_statement == "s2"


HOSTILE = "[/b] [red]\x1b[31mx\x1b]0;t\x07 \u202e"


async def test_hostile_names_are_names(spoken_path: Path) -> None:
    found = ferry_analysis()
    actors = tuple(replace(actor, name=HOSTILE + actor.name) for actor in found.actors)
    told = replace(found, actors=actors, statements=tuple(replace(s, speakers=("a1",)) for s in found.statements))
    with Library.open(spoken_path) as library:
        library.save_analysis(hash_text(FERRY), told)
    async with at_card(spoken_path, 2) as reader:
        await reader.press("e", "s", *"[red]", "enter")
        assert reader.seen("[/b] [red]x")
        assert not any(ch in line for line in reader.lines() for ch in "\x1b\x07\u202e")


@pytest.mark.parametrize("size", [(20, 8), (40, 12), (80, 24)])
async def test_the_dialogs_work_on_any_screen(spoken_path: Path, size: tuple[int, int]) -> None:
    async with at_card(spoken_path, 0, size) as reader:
        reader.screen.panel.select_statement("s2")
        await reader.press("e", "j", "j", "k", "pagedown", "pageup", "s", *"nor", "enter")
        assert parties(reader)["s2"] == ("norland",)
