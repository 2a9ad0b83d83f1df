"""The whole app on a library of its own, driven by keys: what the tests of the reading screen share."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import cast

from at_rest import at_rest
from stories import Told
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from reader.domain.actor import ActorKind
from reader.domain.analysis import Analysis, Engine, Level
from reader.domain.article import Draft
from reader.domain.statement import Act
from reader.ingest.desk import Desk
from reader.ingest.engine import engine_key
from reader.ingest.stories.placing import place_all
from reader.store.library import Library
from reader.ui.app import ParleyApp
from reader.ui.reading_screen import ReadingScreen

SIZES = ((80, 24), (120, 40), (200, 50))
TODAY = date(2026, 3, 20)

FERRY = """PORT GREY – Norland accused Sudria on Monday of ramming at least 12 boats off Port Grey.

Sudria’s coast guard denied the charge. “We have lost 3 boats of our own,” said Captain Ada Moss on Tuesday.

The two neighbours share a narrow strait, and their ferries cross it forty times a day in the summer months.
"""
"""Short: all of it is seen at once."""

HARVEST = "\n\n".join(
    f"Paragraph {n} of a long report about the harvest, the mills and the price of bread in the valley towns, which "
    "goes on for several lines so that nobody reads it on one screen, however wide that screen may be."
    for n in range(1, 61)
)
"""Long: to be scrolled."""

TITLES = ("Boats rammed in the strait", "A long harvest", "Third story", "Fourth story")


def ferry_analysis() -> Analysis:
    """What an analysis of ``FERRY`` finds: two parties, a charge, a denial and a quotation."""
    told = Told(FERRY)
    told.party("norland", "Norland", "state")
    told.party("sudria", "Sudria", "state")
    told.actor("Norland", ActorKind.STATE, "norland")
    told.actor("Sudria", ActorKind.STATE, "sudria")
    told.actor("coast guard", ActorKind.FORCE, "sudria")
    told.actor("Ada Moss", ActorKind.PERSON, "sudria")
    told.actor("Port Grey", ActorKind.PLACE, None)
    twelve = told.number("at least 12", "boats", "norland")
    three = told.number("3", "boats", "sudria")
    told.number("on Tuesday", "", kind="date")
    told.says("norland", Act.ACCUSE, "ramming at least 12 boats", to="sudria", source="Norland", numbers=(twelve,))
    told.says("sudria", Act.DENY, "the charge", source="Sudria’s coast guard")
    quote = "“We have lost 3 boats of our own,”"
    told.says("sudria", Act.DECLARE, quote, source="Captain Ada Moss", numbers=(three,))
    analysis = told.analysis()
    cues = ("accused", "denied", "said")
    statements = (replace(s, cue=told.at(cue)) for s, cue in zip(analysis.statements, cues, strict=True))
    return replace(analysis, engine=current_engine("en"), statements=tuple(statements))


def current_engine(language: str) -> Engine:
    """The engine that would analyse that language here."""
    pack, model, level = engine_key(language).split("|")
    return Engine(None if model == "no model" else model, pack, Level(level))


def fill(path: Path, *more: Draft) -> list[int]:
    """A library of four stories, the first ones newest, each already analysed and placed; then ``more``. Gives the
    ids."""
    texts = (FERRY, HARVEST, "The third story is short.", "So is the fourth.")
    with Library.open(path) as library:
        library.set_setting("seeded", "1")
        ids = []
        for n, (title, text) in enumerate(zip(TITLES, texts, strict=True)):
            draft = Draft(
                text, title, "Paper", published=f"2026-03-{18 - n}", language="en", url=f"https://example.org/{n}"
            )
            ids.append(library.add(draft).id)
            found = ferry_analysis() if text == FERRY else replace(Told(text).analysis(), engine=current_engine("en"))
            library.save_analysis(draft.text_hash, found)
        place_all(library)
        ids += [library.add(draft).id for draft in more]
    return ids


class Reading:
    """The running app with what tests ask of it."""

    def __init__(self, app: ParleyApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> ReadingScreen:
        """The reading screen, whatever lies over it."""
        return cast(ReadingScreen, self.app.screen_stack[0])

    async def press(self, *keys: str) -> None:
        """Press keys one by one, each once the one before has done its work."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def settle(self) -> None:
        """Wait until the app has nothing left to do."""
        while True:
            await at_rest()
            starting = self.app.is_running and not isinstance(self.app.screen_stack[0], ReadingScreen)
            if not starting and all(worker.is_finished for worker in self.app.workers):
                return
            if starting:
                await self.pilot.pause(0.01)
            with suppress(WorkerCancelled):  # by one that does the same for something newer
                await self.app.workers.wait_for_complete()

    @property
    def title(self) -> str | None:
        """The title of the open article."""
        return self.screen.article.title if self.screen.article else None

    def lines(self) -> list[str]:
        """What is on the terminal, line by line."""
        return [
            "".join(segment.text for segment in strip).rstrip() for strip in self.app.screen._compositor.render_strips()
        ]

    def seen(self, words: str) -> bool:
        """True where the words are on the terminal, on one line."""
        return any(words in line for line in self.lines())


@asynccontextmanager
async def reading(path: Path, size: tuple[int, int] = (120, 40), article: int | None = None) -> AsyncIterator[Reading]:
    """The app on that library, when it has come to rest."""
    app = ParleyApp(Desk(path), article, today=TODAY)
    async with app.run_test(size=size, notifications=True) as pilot:
        reader = Reading(app, pilot)
        await reader.settle()
        yield reader
