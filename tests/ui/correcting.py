"""What the tests of correcting share: a story whose speakers are known, and what became of it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from reading import FERRY, Reading, ferry_analysis, reading

from reader.domain.article import hash_text
from reader.domain.comparison import Figure, FigureRow, Verdict
from reader.domain.correction import Correction
from reader.store.library import Library

SPEAKERS = {"s1": "a1", "s2": "a3", "s3": "a4"}


def name_speakers(path: Path) -> None:
    """Tell in a library of the reading tests which actor makes each statement of the first story, and a figure."""
    found = ferry_analysis()
    statements = tuple(replace(s, speakers=(SPEAKERS[s.id],)) for s in found.statements)
    boats = Figure("boats", (FigureRow("sudria", "q2", "s3"),), Verdict.SINGLE, "one speaker")
    comparison = replace(found.comparison, figures=(boats,))
    with Library.open(path) as library:
        library.save_analysis(hash_text(FERRY), replace(found, statements=statements, comparison=comparison))


@asynccontextmanager
async def at_card(path: Path, card: int, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Reading]:
    """The app with a card of the first story chosen in the panel, counted from 1."""
    async with reading(path, size, article=1) as reader:
        reader.screen.panel.focus()
        await reader.press(*"j" * card)
        yield reader


def corrections(path: Path) -> tuple[Correction, ...]:
    with Library.open(path) as library:
        return library.corrections.all()


def parties(reader: Reading) -> dict[str, tuple[str, ...]]:
    """Who speaks in each statement, by the article's view and by the panel alike."""
    analysis = reader.screen.view.analysis
    assert analysis is not None
    return {s.id: s.parties for s in analysis.statements}


def toasts(reader: Reading) -> list[str]:
    return [notification.message for notification in reader.app._notifications]
