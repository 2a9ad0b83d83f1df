"""The highlights and notes of all articles, the newest first: found as one types, gone to, changed, removed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from reader.domain.annotation import Annotation, AnnotationRow
from reader.domain.colour import Colour
from reader.domain.errors import ParleyError
from reader.domain.plain_text import clean_line
from reader.ui.actions import Region, bindings
from reader.ui.annotating.colours import last_colour, next_colour
from reader.ui.annotating.highlights import SIGNS
from reader.ui.annotating.note_lines import NoteLine, NoteList
from reader.ui.annotating.note_words import copied
from reader.ui.annotating.notes_foot import foot
from reader.ui.annotating.subject import Subject
from reader.ui.feeds.line_list import LineList
from reader.ui.key_footer import KeyFooter
from reader.ui.messages import LibraryChanged

if TYPE_CHECKING:
    from reader.ingest.desk import Desk
    from reader.store.library import Library
    from reader.ui.app import ParleyApp
    from reader.ui.reading_screen import ReadingScreen

PAGE = 500
"""How many rows are asked for at a time."""

NO_NOTES = "No highlight or note yet: v selects words in an article, then H highlights them and a writes a note."
NONE_FOUND = "None is like that; Esc shows all of them."
KINDS = {None: "highlights and notes", True: "notes", False: "bare highlights"}

ONE = {None: "highlight or note", True: "note", False: "bare highlight"}


class NotesScreen(Screen[tuple[int, int]]):
    """Ends with the article and the annotation to go to, or None."""

    BINDINGS = bindings(Region.NOTES)

    def __init__(self, desk: Desk, today: date) -> None:
        super().__init__()
        self._desk = desk
        self._today = today
        self._rows: list[AnnotationRow] = []
        self._count = 0
        self._colour: Colour | None = None
        self._kind: bool | None = None
        self._words = ""

    def compose(self) -> ComposeResult:
        yield Static(id="notes-title")
        yield Input(
            id="notes-filter",
            placeholder="Words in the notes, or in what they are on · Enter goes to the list · Esc shows all",
            compact=True,
        )
        yield NoteList(id="notes-rows")
        yield Static(id="notes-foot")
        yield KeyFooter(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Begin with all of them."""
        self.query_one("#notes-filter").display = False
        self._show()
        self.list.focus()

    @property
    def list(self) -> NoteList:
        """The rows."""
        return self.query_one(NoteList)

    # Reading

    async def read(self) -> None:
        """Ask for as many rows as are shown, at least a page. Raises ParleyError."""
        words, colour, kind, wanted = self._words, self._colour, self._kind, max(len(self._rows), PAGE)

        def ask(library: Library) -> tuple[list[AnnotationRow], int]:
            notes = library.annotations
            found = notes.all(wanted, words=words, colour=colour, notes=kind)
            return found, notes.count(words=words, colour=colour, notes=kind)

        self._rows, self._count = await self._desk.library.ask(ask)

    @work(group="notes", exclusive=True, exit_on_error=False)
    async def _read_again(self, *, anew: bool = False) -> None:
        if anew:
            self._rows = []
        try:
            await self.read()
        except ParleyError as error:
            self.notify(str(error), severity="error", markup=False)
        else:
            self._show()

    @work(group="notes-more", exclusive=True, exit_on_error=False)
    async def _read_on(self) -> None:
        rows, last = self._rows, self._rows[-1].annotation.id
        words, colour, kind = self._words, self._colour, self._kind
        try:
            more = await self._desk.library.ask(
                lambda library: library.annotations.all(PAGE, after=last, words=words, colour=colour, notes=kind)
            )
        except ParleyError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        if rows is self._rows and more:
            self._rows = rows + more
            self._show()

    def _show(self) -> None:
        self.list.empty = NONE_FOUND if self._filtered else NO_NOTES
        self.list.set_lines([NoteLine(str(row.annotation.id), row, self._today) for row in self._rows])
        said = [f"{self._count:,} {(ONE if self._count == 1 else KINDS)[self._kind]}"]
        if self._colour is not None:
            said.append(f"{SIGNS[self._colour]} {self._colour} only")
        if self._words:
            said.append(f"with “{self._words}”")
        self.query_one("#notes-title", Static).update(
            Content.assemble(("Highlights and notes", "bold"), (f" · {clean_line(' · '.join(said))}", "$quiet"))
        )

    @property
    def _filtered(self) -> bool:
        return bool(self._words.strip()) or self._colour is not None or self._kind is not None

    @on(LibraryChanged)
    def _follow(self) -> None:
        self._read_again()

    @on(LineList.Moved)
    def _tell_note(self) -> None:
        line = self.list.note
        self.query_one("#notes-foot", Static).update(foot(line.row) if line else "", layout=False)
        if len(self._rows) < self._count and self.list.cursor >= len(self._rows) - PAGE // 5:
            self._read_on()

    # Filtering

    def action_filter(self) -> None:
        """Type what to look for."""
        line = self.query_one("#notes-filter", Input)
        line.display = True
        line.focus()

    @on(Input.Changed)
    def _typed(self, message: Input.Changed) -> None:
        self._words = message.value
        self._read_again(anew=True)

    @on(Input.Submitted)
    def _to_list(self) -> None:
        self.query_one("#notes-filter").display = bool(self._words)
        self.list.focus()

    def action_colour(self, colour: str) -> None:
        """Show one colour only, or all."""
        self._colour = None if self._colour == colour else Colour(colour)
        self._read_again(anew=True)

    def action_kind(self) -> None:
        """Show notes only, bare highlights only, or both, in turn."""
        kinds = list(KINDS)
        self._kind = kinds[(kinds.index(self._kind) + 1) % len(kinds)]
        self._read_again(anew=True)

    def action_close(self) -> None:
        """Show all of them again; where all are shown, go back."""
        line = self.query_one("#notes-filter", Input)
        if not self._filtered and not line.has_focus:
            self.dismiss(None)
            return
        self._colour = self._kind = None
        with self.prevent(Input.Changed):
            line.value = self._words = ""
        self._to_list()
        self._read_again(anew=True)

    # What is done with the one under the cursor

    @property
    def _note(self) -> Annotation | None:
        return self.list.note.annotation if self.list.note else None

    @property
    def _reading(self) -> ReadingScreen:
        """The screen that does what keys ask."""
        return cast("ParleyApp", self.app).reading

    def action_open(self) -> None:
        """Go to its place in the article."""
        if (note := self._note) is not None and note.id is not None:
            self.dismiss((note.article_id, note.id))

    @on(LineList.Opened)
    def _opened(self) -> None:
        self.action_open()

    async def action_edit(self) -> None:
        """Write on it."""
        if (note := self._note) is not None:
            await self._reading.attempt(self._reading.write, Subject.of(note))

    async def action_remove(self) -> None:
        """Remove it."""
        if (note := self._note) is not None:
            await self._reading.attempt(self._reading.remove_note, note)

    async def action_recolour(self) -> None:
        """Give it the next colour."""
        if (note := self._note) is not None and note.anchor is not None:
            colour = next_colour(note.colour) if note.colour is not None else await last_colour(self._desk)
            await self._reading.attempt(self._reading.recolour, note, colour)
            await self._reading.attempt(self._reading.show_done, None)

    def action_copy(self) -> None:
        """Copy the words and the note."""
        if (note := self._note) is not None:
            self.app.copy_to_clipboard(copied(note))
            self.notify("Copied.", timeout=3, markup=False)

    async def action_export(self) -> None:
        """Give all of them out."""
        from reader.ui.exporting.offers import NOTES

        await self._reading.attempt(self._reading.ask_export, NOTES)

    # Moving

    def action_move(self, rows: int) -> None:
        """Move the cursor."""
        self.list.focus()
        self.list.move(rows)

    def action_page(self, pages: int) -> None:
        """Move the cursor by a view."""
        self.list.page(pages)

    def action_edge(self, side: int) -> None:
        """To the first row or the last."""
        self.list.edge(side)
