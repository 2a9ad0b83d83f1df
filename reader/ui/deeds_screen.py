"""What is done with articles: bookmarked, deleted, their other text shown; and the screen after the library changed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work

from reader.domain.article import Article, Shown
from reader.ui.arrangement import Place
from reader.ui.correcting_screen import CorrectingScreen
from reader.ui.messages import LibraryChanged
from reader.ui.opening_screen import with_other
from reader.ui.same_place import same_place

if TYPE_CHECKING:
    from reader.store.deeds import Deed

NO_ARTICLE = "No article is open."
FETCHING = "Fetching the page…"
LONGEST = 120.0
"""Seconds for which the sentence stays that a page is being fetched."""


class DeedsScreen(CorrectingScreen):
    """Each deed can be undone; see ``Library.deeds``."""

    def on_mount(self) -> None:
        """Nothing is deleted yet."""
        self._deleted: list[int] = []

    @property
    def _meant(self) -> int | None:
        """The article a key is about: the one under the cursor in the list, elsewhere the one that is open."""
        if self.at is Place.LIST:
            return self.list.cursor_row.id if self.list.cursor_row else None
        return self.article.id if self.article else None

    # Bookmarks

    async def action_toggle_bookmark(self) -> None:
        """Bookmark the article under the cursor (in the list) or the open one, or not any more."""
        await self.attempt(self._toggle_bookmark)

    async def _toggle_bookmark(self) -> None:
        if (id := self._meant) is None:
            self.tell(NO_ARTICLE)
            return
        bookmarked = not (await self.desk.article(id)).bookmarked
        await self.desk.library.ask(lambda library: library.set_bookmarked(id, bookmarked))
        await self.show_library()
        self.tell("Bookmarked." if bookmarked else "No longer bookmarked.")

    # Deleting

    async def action_delete(self) -> None:
        """Delete the article under the cursor (in the list) or the open one, and go on to the next."""
        await self.attempt(self._delete)

    async def _delete(self) -> None:
        if (id := self._meant) is None:
            self.tell(NO_ARTICLE)
            return
        reads_on = self.at is not Place.LIST
        if reads_on:
            await self.list.go_to(id)
        await self.list.step_off(id)
        await self.desk.library.ask(lambda library: library.delete(id))
        self._deleted.append(id)
        await self.show_library()
        self._say(f"Deleted. {self._key('undo')} brings it back.")
        if reads_on and (row := self.list.cursor_row) is not None and row.id != id:
            self.open(row.id, take_focus=False)

    async def show_undone(self, deed: Deed) -> None:
        """The cursor goes to an article that came back."""
        await super().show_undone(deed)
        if deed.kind == "delete" and self._deleted:
            await self.show_library()
            await self.list.go_to(self._deleted.pop())

    # The other text

    @work(group="full-text", exclusive=True, exit_on_error=False)
    async def action_full_text(self) -> None:
        """Show the text of the open article's page, or its feed's own again."""
        await self.attempt(self._show_other_text)

    async def _show_other_text(self) -> None:
        if (before := self.article) is None:
            self.tell(NO_ARTICLE)
            return
        fetching = self.view.other is None and before.url is not None
        if fetching:
            self.app.clear_notifications()
            self.notify(FETCHING, timeout=LONGEST, markup=False)
        try:
            after = await self.desk.full_text(before.id)
        finally:
            if fetching:
                self.app.clear_notifications()
        # Meanwhile the person may have opened another one.
        if self.article is not None and self.article.id == after.id:
            await self._show_again(self.article, after)
        await self.show_library()
        self.tell("The full text from its page." if after.shown is Shown.PAGE else "The feed’s own text.")

    async def _show_again(self, before: Article, after: Article) -> None:
        """Show the open article with another text, from the words that stood at the top."""
        place = same_place(before.text, self.view.place, after.text)
        _, self.view.other = await self.desk.library.ask(partial(with_other, id=after.id))
        self._show(replace(after, position=place))
        await self._find_out(after)

    # After the library changed

    def tell_screens_above(self) -> None:
        """Let whatever lies over this screen follow what was done here."""
        for screen in self.app.screen_stack:
            if screen is not self:
                screen.post_message(LibraryChanged())

    @on(LibraryChanged)
    def _follow_library(self) -> None:
        self._show_library_soon()

    @work(group="library", exclusive=True, exit_on_error=False)
    async def _show_library_soon(self) -> None:
        await self.attempt(self.show_library)

    async def show_library(self) -> None:
        """Show rows, counts and the facts of the open article as they are now. What is being read stays as it is."""
        await self._count()
        await self.list.reload(self.list.total)
        if (article := self.article) is not None:
            now, other = await self.desk.library.ask(partial(with_other, id=article.id))
            if self.article is not None and self.article.id == now.id:
                self.view.show_facts(now, other)
