"""How sure a statement must be: what is hidden and dimmed, that it is said, that it is remembered."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from panel_app import PanelApp
from reading import FERRY, TITLES, Reading, ferry_analysis, reading
from stories import strike
from textual.widgets import Static

from reader.domain.article import hash_text
from reader.domain.confidence import Strictness
from reader.store.library import Library
from reader.ui.panel.state_line import kept_line
from reader.ui.party_look import PartyLook, party_look


@pytest.fixture
def doubtful_path(story_path: Path) -> Path:
    """The first story with one sure statement, one less sure, one most doubtful."""
    found = ferry_analysis()
    sure = zip(found.statements, (0.9, 0.6, 0.1), strict=True)
    with Library.open(story_path) as library:
        statements = tuple(replace(s, confidence=confidence) for s, confidence in sure)
        library.save_analysis(hash_text(FERRY), replace(found, statements=statements))
    return story_path


def shown(reader: Reading) -> list[str]:
    analysis = reader.screen.view.analysis
    return [s.id for s in analysis.statements] if analysis else []


def state(reader: Reading) -> str:
    line = reader.screen.panel.query_one("#panel-line", Static)
    return str(line.content) if line.display else ""


async def test_the_key_goes_round_and_the_panel_says_what_is_hidden(doubtful_path: Path) -> None:
    async with reading(doubtful_path, article=1) as reader:
        assert (shown(reader), state(reader)) == (["s1", "s2"], "")
        await reader.press("s")
        assert (shown(reader), state(reader)) == (["s1", "s2", "s3"], kept_line(Strictness.WIDE, 0))
        await reader.press("s")
        assert (shown(reader), state(reader)) == (["s1"], "Strict: 2 less certain statements are hidden.")
        assert len(reader.app._notifications) == 1
        await reader.press("s")
        assert (shown(reader), state(reader)) == (["s1", "s2"], "")


async def test_the_choice_is_kept_for_the_next_time(doubtful_path: Path) -> None:
    async with reading(doubtful_path, article=1) as reader:
        await reader.press("s", "s")
    async with reading(doubtful_path, article=1) as reader:
        assert shown(reader) == ["s1"]
        assert state(reader).startswith("Strict: 2")
        reader.screen.open(2)
        await reader.settle()
        assert state(reader) == "Strict: every statement here is sure."


async def test_the_palette_changes_it_too(doubtful_path: Path) -> None:
    async with reading(doubtful_path, article=1) as reader:
        await reader.press("colon", *"show the sure statements", "enter")
        if not reader.screen.is_current:
            await reader.press("enter")
        assert reader.screen.strictness is Strictness.WIDE


async def test_colours_stay_when_a_party_falls_silent(doubtful_path: Path) -> None:
    async with reading(doubtful_path, article=1) as reader:
        before = dict(reader.screen.looks)
        await reader.press("s", "s")
        assert reader.screen.looks == before
        assert reader.screen.panel._view is not None
        assert dict(reader.screen.panel._view.looks) == before


def test_known_looks_are_kept_and_new_parties_get_free_ones() -> None:
    _, analysis = strike()
    first = analysis.parties[0]
    known = {"gone": PartyLook("party-1", "◆"), first.id: PartyLook("party-2", "▲")}
    looks = party_look(analysis, known)
    assert {id: looks[id] for id in known} == known
    assert len({looks[party.id] for party in analysis.parties} | {known["gone"]}) == len(analysis.parties) + 1


@pytest.mark.parametrize("theme", ["parley-dark", "parley-light", "ansi-dark", "ansi-light"])
async def test_what_is_less_sure_is_marked_and_explained(theme: str) -> None:
    app = PanelApp(*strike())
    async with app.run_test(size=(120, 60)) as pilot:
        app.theme = theme
        await pilot.press(*"jjjjjj")
        assert app.panel.chosen_statement == "s4"
        text = app.text()
        assert "↳ demanded ?" in text
        assert "? doubtful: told" in text
        assert "accused ?" not in text


async def test_the_chosen_card_says_by_which_rule_it_is_there_and_answered() -> None:
    story, analysis = strike()
    first = replace(analysis.statements[0], rule="subject+target+phrase", confidence=0.95)
    app = PanelApp(story, replace(analysis, statements=(first, *analysis.statements[1:])))
    async with app.run_test(size=(120, 60)) as pilot:
        assert "the subject of the reporting verb" not in app.text()
        await pilot.press("j")
        assert "⇄ denied by ◆ Norline told sure: the speaker is the subject of the reporting verb" in app.text()


async def test_an_article_whose_analysis_cannot_be_read_says_why_in_the_panel(doubtful_path: Path) -> None:
    async with reading(doubtful_path, article=1) as reader:
        with closing(sqlite3.connect(doubtful_path)) as library:
            library.execute("DROP TABLE correction")
        reader.screen.open(2)
        await reader.settle()
        assert reader.title == TITLES[1]
        assert "correction" in state(reader)
        assert reader.screen.panel.chosen_statement is None
