"""Correcting: dialogs ask what is wrong, the library keeps it, and the screen follows at once; undoing."""

from __future__ import annotations

from asyncio import Lock
from functools import partial
from typing import TYPE_CHECKING

from textual import work

from reader.domain.confidence import Strictness
from reader.domain.correction import Correction, standing
from reader.domain.plain_text import clean_line
from reader.ui.actions import first_key
from reader.ui.arrangement import Place
from reader.ui.messages import AnalysisArrived, LibraryChanged
from reader.ui.opening_screen import OpeningScreen
from reader.ui.panel.state_line import kept_line
from reader.ui.panel.view import View
from reader.ui.telling_screen import LONG

if TYPE_CHECKING:
    from reader.store.deeds import Deed
    from reader.ui.correcting.wishes import Subject, Wish

NOT_YET = "This article is not analysed yet."
NOTHING_CHOSEN = "Choose a statement or a name first: walk the statements with [ and ], or move through the panel."
NOTHING_TO_UNDO = "There is nothing to take back."
NOTHING_TO_REDO = "There is nothing to do again."
NORMAL = "Normal: all but the most doubtful statements are shown."


class CorrectingScreen(OpeningScreen):
    """What a person says is wrong, undone and redone; how doubtful a statement may be."""

    def on_mount(self) -> None:
        """One correction after the other: the screen shows what the last of them left."""
        self._revising = Lock()

    # Asking

    def action_correct(self) -> None:
        """Ask what is wrong with what is chosen in the region that has the focus."""
        if self.view.analysis is None:
            self.tell(NOT_YET)
            return
        if self.at is Place.PANEL and (actor := self.view.analysis.actor(self.panel.chosen_actor or "")):
            from reader.ui.correcting.wishes import actor_subject

            self._ask(actor_subject(self._whole(), actor, self.said))
        elif self.at is Place.PANEL and self.panel.chosen_statement:
            self.correct_statement(self.panel.chosen_statement)
        elif self.at is not Place.PANEL and self.view.selected is not None:
            self.correct_statement(self.view.selected.id)
        else:
            self.tell(NOTHING_CHOSEN)

    def correct_statement(self, statement_id: str) -> None:
        """Ask what is wrong with a statement of the open article."""
        statement = self.view.analysis.statement(statement_id) if self.view.analysis else None
        if statement is not None:
            from reader.ui.correcting.wishes import statement_subject

            self._ask(statement_subject(self._whole(), statement, self.said))

    def _whole(self) -> View:
        assert self.article is not None
        assert self.view.analysis is not None
        return View(self.view.analysis, self.article.text, self.looks)

    def _ask(self, subject: Subject, at: Wish | None = None) -> None:
        from reader.ui.correcting.menu import CorrectionMenu

        self.app.push_screen(CorrectionMenu(subject, at), partial(self._wished, subject))

    def _wished(self, subject: Subject, wish: Wish | None) -> None:
        if wish is None:
            return
        if wish.undoes is not None:
            self.undo(wish.undoes)
            return
        if not wish.question:
            self._correct(wish.make(""))
            return
        from reader.ui.correcting.picker import NamePicker

        self.app.push_screen(NamePicker(wish), partial(self._named, subject, wish))

    def _named(self, subject: Subject, wish: Wish, name: str | None) -> None:
        if name is None:
            self._ask(subject, wish)
        else:
            self._correct(wish.make(name))

    # Doing, undoing, redoing

    @work(group="correct", exit_on_error=False)
    async def _correct(self, correction: Correction) -> None:
        await self.attempt(self._keep, correction)

    async def _keep(self, correction: Correction) -> None:
        async with self._revising:
            kept = await self.desk.correct(correction)
            await self._show_revised()
        self._say(f"Done, {self._effect(kept)}. {self._key('undo')} takes it back.")

    @work(group="correct", exit_on_error=False)
    async def undo(self, id: int | None = None) -> None:
        """Take back what was done last, or the correction with that id, and say what it was."""
        await self.attempt(self._undo, id)

    async def _undo(self, id: int | None) -> None:
        async with self._revising:
            deed = await self.desk.library.ask(lambda library: library.deeds.undo()) if id is None else None
            correction = await self.desk.undo_correction(id) if id is not None else deed.correction if deed else None
            await self._show_revised()
        if correction is not None:
            self._say(f"Taken back, {self._effect(correction)}. {self._key('redo')} makes it so again.")
        elif deed is not None:
            await self.show_undone(deed)
            self._say(f"Taken back: {deed_words(deed.label)}. {self._key('redo')} makes it so again.")
        else:
            self._say(NOTHING_TO_UNDO)

    async def show_undone(self, deed: Deed) -> None:
        """Let every screen show that something was taken back."""
        self.app.post_message(LibraryChanged())

    @work(group="correct", exit_on_error=False)
    async def redo(self) -> None:
        """Do again what was taken back last and say what it is."""
        await self.attempt(self._redo)

    async def _redo(self) -> None:
        async with self._revising:
            deed = await self.desk.library.ask(lambda library: library.deeds.redo())
            await self._show_revised()
        if deed is None:
            self._say(NOTHING_TO_REDO)
        elif deed.correction is not None:
            self._say(f"Again, {self._effect(deed.correction)}. {self._key('undo')} takes it back.")
        else:
            self._say(f"Again: {deed_words(deed.label)}. {self._key('undo')} takes it back.")
            self.app.post_message(LibraryChanged())

    @work(group="correct", exit_on_error=False)
    async def change_strictness(self) -> None:
        """Show the sure statements only, the usual ones, or everything found, in turn."""
        await self.attempt(self._change_strictness)

    async def _change_strictness(self) -> None:
        async with self._revising:
            levels = list(Strictness)
            level = levels[(levels.index(self.strictness) + 1) % len(levels)]
            await self.desk.set_strictness(level)
            self.strictness = level
            await self._show_revised()
        self._say(kept_line(level, self.hidden) or NORMAL)

    async def _show_revised(self) -> None:
        """Show the open article's analysis as it is now, where it has one."""
        article = self.article
        self.said = standing(await self.desk.corrections())
        stored = await self.desk.stored_analysis(article) if article is not None else None
        if article is None or stored is None:
            return
        hidden = await self.desk.hidden(article)
        self.show_analysis(AnalysisArrived(article.id, stored.analysis, current=True, hidden=hidden))
        self._work()  # searches are to know it too

    # Saying

    def _effect(self, correction: Correction) -> str:
        from reader.ui.correcting.sentences import effect

        return effect(correction, self.article.text_hash if self.article else None)

    def _say(self, sentence: str) -> None:
        # What was said of the step before is not true any more.
        self.app.clear_notifications()
        self.notify(sentence, timeout=LONG, markup=False)

    def _key(self, id: str) -> str:
        return first_key(id, getattr(self.app, "rebound", {}))


def deed_words(label: str) -> str:
    """What was done, for the middle of a sentence: a title behind a colon is set between quotation marks, unless the
    words before it stand between such marks already."""
    said = clean_line(label)
    what, colon, title = said.partition(": ")
    return f"{what} “{title}”" if colon and "“" not in what else said
