"""What the drawer and the health screen share: the subscriptions, and changing them so that it can be taken back."""

from __future__ import annotations

from asyncio import Lock
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar, cast

from textual import on, work
from textual.screen import ModalScreen

from reader.domain.errors import ParleyError
from reader.domain.feed import Feed
from reader.domain.folder import Folder
from reader.domain.saved_search import SavedSearch
from reader.domain.scope import Scope
from reader.ui.feeds.line_list import Line, LineList
from reader.ui.feeds.subscriptions import Subscriptions, read_subscriptions
from reader.ui.messages import LibraryChanged
from reader.ui.row_text import fit
from reader.ui.telling_screen import LONG, TellingScreen

if TYPE_CHECKING:
    from reader.ingest.desk import Desk
    from reader.store.library import Library
    from reader.ui.app import ParleyApp
    from reader.ui.reading_screen import ReadingScreen

T = TypeVar("T")

NO_FEED = "Choose a feed first."


class OnFeeds(TellingScreen[Scope | None], ModalScreen[Scope | None]):
    """Ends with the articles to show, or None. Subclasses draw ``known`` in ``show`` and say what the cursor is on."""

    def __init__(self, desk: Desk, known: Subscriptions) -> None:
        super().__init__()
        self.desk = desk
        self.known = known
        self._doing = Lock()

    # What is there

    @property
    def list(self) -> LineList:
        """The rows."""
        return self.query_one(LineList)

    @property
    def reading(self) -> ReadingScreen:
        """The reading screen below."""
        return cast("ParleyApp", self.app).reading

    @property
    def feed(self) -> Feed | None:
        """The feed under the cursor."""
        return None

    @property
    def folder(self) -> Folder | None:
        """The folder under the cursor."""
        return None

    @property
    def search(self) -> SavedSearch | None:
        """The saved search under the cursor."""
        return None

    @property
    def home(self) -> int | None:
        """The folder the feed under the cursor stands in."""
        return next((p.folder for p in self.known.placements if self.feed and p.feed_id == self.feed.id), None)

    def lines_of(self, known: Subscriptions) -> Sequence[Line]:
        """The rows for what is known. Runs on the library's thread: it only looks."""
        return ()

    def show(self, lines: Sequence[Line] | None = None) -> None:
        """Draw the rows, or those for what is known."""
        self.list.set_lines(self.lines_of(self.known) if lines is None else lines)

    def arrived(self, feed: int) -> None:
        """A feed was subscribed to."""
        self.app.post_message(LibraryChanged())
        self.look_again()

    @work(group="look", exclusive=True, exit_on_error=False)
    async def look_again(self) -> None:
        """Read the subscriptions anew. Where the library is busy, what is shown stays."""
        try:
            await self.look()
        except ParleyError:
            return

    async def look(self) -> None:
        """As ``look_again``, awaited. Raises LibraryError."""
        self.known, lines = await self.desk.library.ask(self._read)
        if self.is_attached:
            self.show(lines)

    def _read(self, library: Library) -> tuple[Subscriptions, Sequence[Line]]:
        known = read_subscriptions(library, self.desk.search_counts.known)
        return known, self.lines_of(known)

    @on(LibraryChanged)
    def _follow_library(self) -> None:
        self.look_again()

    # Doing

    @work(group="deeds", exit_on_error=False)
    async def do(self, deed: Callable[[Library], str | None]) -> None:
        """Change the library and say what ``deed`` gives, and which key takes it back."""
        try:
            said = await self.changed(deed)
        except ParleyError as error:
            self.tell_error(error)
            return
        if said:
            self.tell_done(said)

    async def changed(self, deed: Callable[[Library], T]) -> T:
        """What ``deed`` gives; everything on the screen follows. Raises ParleyError."""
        async with self._doing:
            answer = await self.desk.library.ask(deed)
            await self.look()
        self._tell_others()
        return answer

    def _tell_others(self) -> None:
        for screen in self.app.screen_stack:
            if screen is not self:
                screen.post_message(LibraryChanged())

    @work(group="deeds", exit_on_error=False)
    async def action_undo(self) -> None:
        """Take the last change back and say which it was."""
        await self._step(back=True)

    @work(group="deeds", exit_on_error=False)
    async def action_redo(self) -> None:
        """Make the change again that was taken back last and say which it is."""
        await self._step(back=False)

    async def _step(self, back: bool) -> None:
        try:
            deed = await self.changed(lambda library: library.deeds.undo() if back else library.deeds.redo())
        except ParleyError as error:
            self.tell_error(error)
            return
        if deed is None:
            self.tell("There is nothing to take back." if back else "There is nothing to make again.")
            return
        if deed.correction is not None:
            self.reading.show_revised()
        what = deed.label or "a correction"
        after = f"{self.key('redo')} makes it so again" if back else f"{self.key('undo')} takes it back"
        self.tell(f"{'Taken back' if back else 'Again'}: {what}. {after}.", LONG)

    # Telling

    def chosen_feed(self) -> Feed | None:
        """The feed under the cursor; says that there is none."""
        if self.feed is None:
            self.tell(NO_FEED)
        return self.feed


def short(name: str) -> str:
    """A name for a sentence, safe and not too long."""
    return fit(name, 48).rstrip()
