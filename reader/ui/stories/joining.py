"""Choosing the story that is one with this one, by typing words of it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, cast

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from reader.domain.errors import ParleyError
from reader.domain.story import Stories, StoryRow
from reader.ingest.desk import Desk
from reader.ui.panel.block import Block, Paragraph
from reader.ui.panel.words import ASIDE, plain
from reader.ui.stories.finding import StoryFinder
from reader.ui.stories.menu import StoryDialog
from reader.ui.stories.times import day_span

if TYPE_CHECKING:
    from reader.ui.app import ParleyApp

MOST = 100
"""Stories listed at once; who does not find theirs types more."""

LONGEST = 200
SOON = 0.15
"""Seconds without a key before the library is asked."""

NONE = "No story has these words in its title, parties or outlets."


class JoiningDialog(StoryDialog[StoryRow]):
    """Ends with the story that was chosen; ``leave_out`` is the id of the one it is to be joined with."""

    def __init__(self, desk: Desk, name: str, leave_out: int | None) -> None:
        self._rows: dict[str, StoryRow] = {}
        super().__init__("Join with which story?", "Enter does it · Esc goes back", self._row)
        self._finder = StoryFinder(desk, Stories.ALL)
        self._name = name
        self._leave_out = leave_out

    def _row(self, id: str) -> StoryRow:
        return self._rows[id]

    def compose_head(self) -> ComposeResult:
        yield Input(placeholder="words of its title, a party, an outlet", max_length=LONGEST, compact=True)

    def compose_foot(self) -> ComposeResult:
        yield Static(id="correction-foot", markup=False)

    def on_mount(self) -> None:
        self.list.can_focus = False
        self.query_one(Input).focus()
        self._find(self.query_one(Input).value, 0)

    @on(Input.Changed)
    def _typed(self, message: Input.Changed) -> None:
        self._find(message.value, SOON)

    @work(group="find", exclusive=True, exit_on_error=False)
    async def _find(self, words: str, pause: float) -> None:
        await asyncio.sleep(pause)
        try:
            found = await self._finder.find(words, cast("ParleyApp", self.app).today)
        except ParleyError as error:
            self._tell(str(error))
            return
        rows = [row for page in sorted(found.pages) for row in found.pages[page]]
        self._show([row for row in rows if row.id != self._leave_out])

    def _show(self, rows: Iterable[StoryRow]) -> None:
        every = list(rows)
        self._rows = {str(row.id): row for row in every[:MOST]}
        self.list.set_blocks(list(_blocks(self._rows)))
        if self.list.chosen_id is None:
            self.list.edge(-1)
        more = len(every) - MOST
        self._tell(NONE if not every else f"{more} more; type to find them." if more > 0 else self._then)

    @property
    def _then(self) -> str:
        return f"Then it is one with “{self._name}”."

    def _tell(self, words: str) -> None:
        self.query_one("#correction-foot", Static).update(Content(words))

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_choose()

    def action_choose(self) -> None:
        """Answer with the chosen story."""
        if self.list.chosen_id is not None:
            self.list.open()


def _blocks(rows: dict[str, StoryRow]) -> Iterator[Block]:
    for id, row in rows.items():
        told = [day_span(row.first, row.last), f"{row.articles} articles", ", ".join(row.sources[:3])]
        aside = plain(" · ".join(part for part in told if part), ASIDE)
        yield Block(id, (Paragraph(plain(row.shown), limit=2), Paragraph(aside, limit=1, indent=2)), gap=0)
