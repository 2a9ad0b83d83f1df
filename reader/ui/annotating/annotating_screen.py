"""Writing notes on what is selected or said, and on articles; going through those of all articles."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on, work

from reader.domain.anchor import anchor_of
from reader.ui.annotating.colours import last_colour
from reader.ui.annotating.highlighting_screen import HighlightingScreen
from reader.ui.annotating.messages import DraftOpened, NoteAsked, NoteOpened
from reader.ui.annotating.subject import Subject
from reader.ui.arrangement import Place
from reader.ui.deeds_screen import NO_ARTICLE
from reader.ui.panel.tab_line import Tab

if TYPE_CHECKING:
    from reader.ui.annotating.writing import Ended


class AnnotatingScreen(HighlightingScreen):
    """Selecting, highlighting and writing notes."""

    # Writing

    @on(NoteAsked)
    def action_note(self) -> None:
        """Write a note on what is chosen or selected; in the list, on the article under the cursor."""
        self._begin_note()

    @work(group="annotate", exit_on_error=False)
    async def _begin_note(self) -> None:
        await self.attempt(self._write_on_what_is_meant)

    async def _write_on_what_is_meant(self) -> None:
        subject = await self._subject()
        if subject is None:
            self.tell(NO_ARTICLE)
        else:
            await self.write(subject)

    async def _subject(self) -> Subject | None:
        """What a note would be about now; None where there is no article."""
        article = self.article
        if self.at is not Place.LIST and article is not None:
            if self.at is Place.PANEL and (key := self.panel.chosen_draft) is not None:
                return next((d.subject for d in self.notes.unfinished if d.subject.key == key), None)
            if (noted := self.noted) is not None:
                return Subject.of(noted)
            if (words := self.meant_words) is not None:
                colour = await last_colour(self.desk)
                return Subject(article.id, about=words[1], anchor=anchor_of(article.text, words[0]), colour=colour)
        if (id := self._meant) is None:
            return None
        known = await self.desk.library.ask(lambda library: library.annotations.of(id))
        whole = [note for note in known if note.anchor is None]
        return Subject.of(whole[-1]) if whole else Subject(id)

    async def write(self, subject: Subject) -> None:
        """Write a note on a subject, going on where it was left."""
        from reader.ui.annotating.note_editor import NoteEditor
        from reader.ui.annotating.writing import begin

        begun = await self.desk.library.ask(partial(begin, subject=subject))
        title = await self.desk.library.ask(lambda library: library.article(begun.subject.article_id).title)
        self.app.push_screen(NoteEditor(self.desk, begun, title), self._wrote)

    def _wrote(self, ended: Ended | None) -> None:
        if ended is not None:
            self.run_worker(self.attempt(self._show_ended, ended), group="annotate", exit_on_error=False)

    async def _show_ended(self, ended: Ended) -> None:
        from reader.ui.annotating.writing import Ending, ending_words

        if ended.how in (Ending.KEPT, Ending.BARE, Ending.REMOVED):
            note = ended.annotation
            await self.show_done(note.id if note is not None and ended.how is not Ending.REMOVED else None)
        else:
            await self.show_library()
        if words := ending_words(ended.how, undo=self._key("undo"), tab=self._key("panel.notes")):
            self._say(words)

    @on(DraftOpened)
    def _go_on_with_draft(self) -> None:
        self.action_note()

    @on(NoteOpened)
    def _write_on_whole(self, message: NoteOpened) -> None:
        if self.notes.span(message.id) is None:
            self.action_note()

    # All of them

    def action_notes_here(self) -> None:
        """To the highlights, notes and drafts of the open article."""
        if self.article is None:
            self.tell(NO_ARTICLE)
        else:
            self.panel.action_tab(Tab.NOTES)
            self.go(Place.PANEL)

    @work(group="notes", exclusive=True, exit_on_error=False)
    async def action_notes(self) -> None:
        """Look through the highlights and notes of all articles."""
        await self.attempt(self._show_all)

    async def _show_all(self) -> None:
        from reader.ui.annotating.notes_screen import NotesScreen

        screen = NotesScreen(self.desk, self.today)
        await screen.read()
        self.app.push_screen(screen, self._go_to)

    def _go_to(self, place: tuple[int, int] | None) -> None:
        if place is not None:
            self.run_worker(self.attempt(self._open_at, *place), group="open", exclusive=True, exit_on_error=False)

    async def _open_at(self, article_id: int, id: int) -> None:
        if self.article is None or self.article.id != article_id:
            await self._open(article_id, take_focus=False)
        if self.notes.span(id) is not None:
            self.go(Place.ARTICLE)
            self.view.hold(id)
        else:
            self.panel.open_notes(id)
            self.go(Place.PANEL)
