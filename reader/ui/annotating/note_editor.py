"""The dialog a note is written in. Nothing written is lost: not by leaving it, nor by a crash."""

from __future__ import annotations

import os
from asyncio import Lock
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from textual import events, on, work
from textual.app import ComposeResult, SuspendNotSupported
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from reader.domain.errors import ParleyError
from reader.domain.plain_text import clean_line, clean_text
from reader.ui.actions import Region, bindings
from reader.ui.annotating.writing import Begun, Ended, Ending, keep, keep_draft, throw_away
from reader.ui.row_text import fit

if TYPE_CHECKING:
    from reader.ingest.desk import Desk
    from reader.store.library import Library

T = TypeVar("T")

KEEP_EVERY = 1.0
"""Seconds between two drafts: what a crash may lose."""

HINTS = (
    "Ctrl+S keeps · Esc puts away, nothing is lost · Ctrl+E your editor · Ctrl+T throws away",
    "Ctrl+S keeps · Esc puts away · Ctrl+E editor · Ctrl+T throws away",
    "Ctrl+S keeps · Esc puts away",
)
TAKEN_UP = "Taken up where you left it: this was not kept yet."
TWICE = "Ctrl+T again throws away what was not kept."
WIDEST = 90
"""Cells of the box at most, as its styles say."""

SHOWN = 600
"""Code points that are shown of the words a note is on."""


class NoteArea(TextArea):
    """Takes in nothing a terminal could obey."""

    async def _on_paste(self, event: events.Paste) -> None:
        # What it is made here is what the area itself pastes next.
        event.text = clean_text(event.text)

    def action_paste(self) -> None:
        """Paste what was copied in the app."""
        if (result := self._replace_via_keyboard(clean_text(self.app.clipboard), *self.selection)) is not None:
            self.move_cursor(result.end_location)


class NoteEditor(ModalScreen[Ended]):
    """``title`` is that of the article the note is about, or about whose words it is."""

    BINDINGS = bindings(Region.WRITING)

    def __init__(self, desk: Desk, begun: Begun, title: str) -> None:
        super().__init__()
        self._desk = desk
        self._begun = begun
        self._title = title
        self._drafted = begun.kept if begun.draft is None else begun.draft
        self.written = self._drafted
        """What is written so far."""

        self._ended = False
        self._throws = False
        self._drafting = Lock()

    def compose(self) -> ComposeResult:
        with Vertical(classes="note-box") as box:
            box.border_title = Content(fit(f"Note on “{clean_line(self._title)}”", 60).rstrip())
            if (anchor := self._begun.subject.anchor) is not None:
                words = clean_line(anchor.exact[:SHOWN])
                yield Static(Content(f"“{words}”"), classes="note-words")
            area = NoteArea(self._drafted, tab_behavior="indent", show_line_numbers=False, compact=True)
            area.placeholder = Content("Write here; Markdown is fine.")
            yield area
            yield Static(id="note-line")

    def on_mount(self) -> None:
        self.query_one(NoteArea).focus()
        self.query_one(NoteArea).move_cursor(self.query_one(NoteArea).document.end)
        self._say(TAKEN_UP if self._begun.draft is not None else "")
        self.set_interval(KEEP_EVERY, self._keep_draft_soon)

    def on_resize(self) -> None:
        room = min(self.size.width * 9 // 10, WIDEST) - 6
        hint = next((hint for hint in HINTS if len(hint) <= room), HINTS[-1])
        self.query_one(".note-box").border_subtitle = Content(hint)

    @on(TextArea.Changed)
    def _changed(self, message: TextArea.Changed) -> None:
        self.written = message.text_area.text
        self._throws = False

    # Drafts

    @work(group="draft", exit_on_error=False)
    async def _keep_draft_soon(self) -> None:
        if self.written == self._drafted:
            return
        try:
            await self._keep_draft()
        except ParleyError as error:
            # What a key was refused stands: it is what the writer waits to hear.
            if not self.query_one("#note-line").has_class("-wrong"):
                self._say(str(error), wrong=True)

    async def _keep_draft(self) -> bool:
        """False where there is nothing to keep that the note does not say."""
        async with self._drafting:
            if self._ended:
                # No draft may come after the note.
                return False
            body = self.written
            kept = await self._ask(lambda library: keep_draft(library, self._begun, body))
            self._drafted = body
            return kept

    async def on_unmount(self) -> None:
        """Whoever quits while writing finds it again."""
        with suppress(ParleyError):
            if not self._ended and self.written != self._drafted:
                await self._keep_draft()

    # Ending

    async def action_keep(self) -> None:
        """Keep the note."""
        body = self.query_one(NoteArea).text
        await self._end(lambda library: keep(library, self._begun, body))

    async def action_away(self) -> None:
        """Put it away; where the draft cannot be kept, stay, so that nothing is lost."""
        self.written = self.query_one(NoteArea).text
        try:
            kept = await self._keep_draft()
        except ParleyError as error:
            self._say(f"{error} {TWICE}", wrong=True)
        else:
            self._dismiss(Ended(Ending.PUT_AWAY if kept else Ending.NOTHING))

    async def action_throw(self) -> None:
        """Throw away what was not kept, when asked twice."""
        if self.written == self._begun.kept and self._begun.draft is None:
            self._dismiss(Ended(Ending.NOTHING))
        elif not self._throws:
            self._say(TWICE, wrong=True)
            self._throws = True
        else:
            await self._end(lambda library: throw_away(library, self._begun), Ended(Ending.THROWN_AWAY))

    async def _end(self, task: Callable[[Library], Ended], otherwise: Ended | None = None) -> None:
        """End with what ``task`` gives. Where it cannot be done, stay, or end with ``otherwise`` all the same."""
        async with self._drafting:
            try:
                ended = await self._ask(task)
            except ParleyError as error:
                self._say(str(error), wrong=True)
                if otherwise is None:
                    return
                ended = otherwise
            self._drafted = self.written
            self._dismiss(ended)

    def _dismiss(self, ended: Ended) -> None:
        if self.is_current and not self._ended:
            self._ended = True
            self.dismiss(ended)

    # The editor outside

    def action_outside(self) -> None:
        """Go on in an editor of one's own, with the app out of the way."""
        from reader.ui.annotating.outside_editor import editor_command, written_outside

        before = self.written
        try:
            command = editor_command(os.environ)
            with self.app.suspend():
                after = written_outside(command, before)
        except SuspendNotSupported:
            self._say("This terminal cannot be handed to an editor.", wrong=True)
        except ParleyError as error:
            self.app.refresh()
            self._say(str(error), wrong=True)
        else:
            self.app.refresh()
            self._say("" if after != before else "The editor changed nothing.")
            if after != before:
                self.query_one(NoteArea).text = after
                self.query_one(NoteArea).move_cursor(self.query_one(NoteArea).document.end)

    async def _ask(self, task: Callable[[Library], T]) -> T:
        return await self._desk.library.ask(task)

    def _say(self, sentence: str, *, wrong: bool = False) -> None:
        line = self.query_one("#note-line", Static)
        line.set_class(wrong, "-wrong")
        line.update(Content(clean_line(sentence)))
        line.display = bool(sentence)
