"""The highlights and notes of the open article on the screen, and which of them keys act on."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from textual import on

from reader.domain.annotation import About, Annotation
from reader.domain.article import Article
from reader.domain.span import Span
from reader.ui.annotating.messages import NoteChosen, NoteOpened, UnitAsked
from reader.ui.annotating.open_notes import OpenNotes, read_notes
from reader.ui.arrangement import Place
from reader.ui.article_view import extent_of_words
from reader.ui.watching.watching_screen import WatchingScreen

if TYPE_CHECKING:
    from reader.ui.annotating.text_units import Units


class NotedScreen(WatchingScreen):
    """``notes`` are those of the open article."""

    notes = OpenNotes()
    _coming = OpenNotes()
    _units: tuple[str, Units] | None = None

    # What is shown

    async def _open(self, id: int, take_focus: bool) -> None:
        # Read before the article is shown, so that nothing moves once it is.
        self._coming = await self.desk.library.ask(lambda library: read_notes(library, library.article(id)))
        await super()._open(id, take_focus)

    async def _show_again(self, before: Article, after: Article) -> None:
        self._coming = await self.desk.library.ask(partial(read_notes, article=after))
        await super()._show_again(before, after)

    def _show(self, article: Article) -> None:
        notes = self._coming if self._coming.is_of(article) else OpenNotes(article.id, article.text_hash)
        self.view.annotated = notes.told
        super()._show(article)
        self._show_notes(notes)

    def _show_notes(self, notes: OpenNotes) -> None:
        self.notes = notes
        self.view.annotated = notes.told
        self.view.show_notes(notes.placed)
        self.panel.show_notes(notes)

    async def show_library(self) -> None:
        """Also the highlights and notes as they are now."""
        await self._read_notes()
        await super().show_library()

    async def _read_notes(self) -> None:
        if (article := self.article) is None:
            return
        notes = await self.desk.library.ask(partial(read_notes, article=article))
        if self.article is not None and notes.is_of(self.article):
            self._show_notes(notes)

    async def show_done(self, id: int | None) -> None:
        """Show what was done to an annotation; keys act on it from now on, or on none."""
        self.view.unselect()
        await self.show_library()
        self.tell_screens_above()
        if id is not None and self.notes.span(id) is not None and self.view.display:
            self.view.hold(id)

    @on(NoteChosen)
    def _show_note(self, message: NoteChosen) -> None:
        if self.notes.span(message.id) is not None:
            self.view.hold(message.id)
        else:
            self.view.clear()

    @on(NoteOpened)
    def _go_to_note(self, message: NoteOpened) -> None:
        if self.notes.span(message.id) is not None:
            self.go(Place.ARTICLE)
            self.view.hold(message.id)

    # What keys act on

    @property
    def noted(self) -> Annotation | None:
        """The annotation that is chosen in the panel, holds what is selected, was gone to, or is on what was said."""
        if self.at is Place.PANEL and (chosen := self.panel.chosen_note) is not None:
            return self.notes.note(chosen)
        if (span := self.view.selected_span) is not None:
            return self.notes.around(span)
        if (held := self.view.held_in_sight) is not None:
            return self.notes.note(held)
        return self.notes.on(extent_of_words(self.view.selected)) if self.view.selected is not None else None

    @property
    def meant_words(self) -> tuple[Span, About] | None:
        """What is selected, or else the words of the chosen statement."""
        if (span := self.view.selected_span) is not None:
            return span, About.TEXT
        if self.view.selected is not None:
            return extent_of_words(self.view.selected), About.STATEMENT
        return None

    # Selecting

    def _key_escape(self) -> None:
        # Textual unselects at any Esc, before the key does what it is bound to; here that is a step of its own.
        pass

    def action_back(self) -> None:
        """One step back; first from what is selected anywhere."""
        if self.get_selected_text() and not self.view.selected_span:
            self.clear_selection()
        else:
            super().action_back()

    @on(UnitAsked)
    async def _take_in(self, message: UnitAsked) -> None:
        if (article := self.article) is None:
            return
        from reader.ui.annotating.text_units import taken_in, units

        if self._units is None or self._units[0] != article.text_hash:
            self._units = (article.text_hash, await asyncio.to_thread(units, article.text, article.language))
        found = self._units[1]
        if article is self.article:
            spans = found.sentences if message.kind == "sentences" else found.paragraphs
            self.view.grow(lambda span, forward: taken_in(spans, span, forward=forward))
