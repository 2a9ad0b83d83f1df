"""Asking what to do with the story of an article, from any screen; each answer is a deed that can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from textual.screen import Screen

from reader.domain.errors import ParleyError
from reader.ui.actions import first_key
from reader.ui.messages import LibraryChanged
from reader.ui.stories.about import About, Ask, short
from reader.ui.stories.renaming import ask_name

if TYPE_CHECKING:
    from reader.domain.story import StoryRow
    from reader.ingest.desk import Desk
    from reader.store.library import Library
    from reader.ui.app import ParleyApp

LONG = 6.0
"""Seconds for a sentence that also names a key."""


async def ask_about_story(screen: Screen[Any], desk: Desk, article_id: int) -> bool:
    """Ask, and do it; True where something was done. To be awaited in a worker of ``screen``, which is told when the
    library changed like all others; what goes wrong is said on it."""
    from reader.ui.stories.menu import AboutMenu

    try:
        about = await desk.library.ask(partial(_about, article_id=article_id))
        ask = await screen.app.push_screen_wait(AboutMenu(about))
        return ask is not None and await _Doing(screen, desk, about).do(ask)
    except ParleyError as error:
        screen.notify(str(error), severity="error", markup=False)
        return False


def _about(library: Library, article_id: int) -> About:
    title = library.article(article_id).title
    story = library.stories.story(article_id) if library.stories.story_of(article_id) is not None else None
    return About(article_id, title, story)


class _Doing:
    """What is done about one article and its story."""

    def __init__(self, screen: Screen[Any], desk: Desk, about: About) -> None:
        self._screen = screen
        self._desk = desk
        self._about = about

    async def do(self, ask: Ask) -> bool:
        """Do what was asked for; True where the library changed."""
        about, id = self._about, self._about.article_id
        row = about.story.row if about.story is not None else None
        if ask is Ask.JOIN:
            return await self._join()
        if row is None or about.story is None:
            return False
        if ask is Ask.OPEN:
            cast("ParleyApp", self._screen.app).reading.open_story(id)
        elif ask is Ask.RENAME:
            ask_name(self._screen.app, self._desk, row, self._done)
        elif ask is Ask.FOLLOW:
            said = f"{'No longer following' if row.followed else 'Following'} “{about.name}”."
            return await self._deed(lambda library: library.stories.follow(id, not row.followed), said)
        elif ask is Ask.MUTE:
            said = f"{'No longer muted:' if row.muted else 'Muted'} “{about.name}”."
            return await self._deed(lambda library: library.stories.mute(id, not row.muted), said)
        elif ask is Ask.OUT:
            said = f"“{short(about.title, 40)}” is not of this story any more."
            return await self._deed(lambda library: library.stories.leave_out(id, [id]), said)
        else:
            return await self._split()
        return False

    async def _split(self) -> bool:
        from reader.ui.stories.parting import PartingDialog

        about = self._about
        assert about.story is not None
        ids = await self._screen.app.push_screen_wait(PartingDialog(about.story, about.article_id))
        if not ids:
            return False
        count = f"{len(ids)} article{'s' if len(ids) > 1 else ''}"
        said = f"{count} of “{about.name}” {'are a story of their own' if len(ids) > 1 else 'left it'}."
        return await self._deed(lambda library: library.stories.split(about.article_id, ids), said)

    async def _join(self) -> bool:
        from reader.ui.stories.joining import JoiningDialog

        about = self._about
        own = about.story.row.id if about.story is not None else None
        other: StoryRow | None = await self._screen.app.push_screen_wait(JoiningDialog(self._desk, about.name, own))
        if other is None:
            return False
        # The first named gives the other its place: an article in no story cannot.
        said = f"“{about.name}” and “{short(other.shown, 40)}” are one story."
        return await self._deed(lambda library: library.stories.join(other.id, about.article_id), said)

    async def _deed(self, deed: Callable[[Library], object], said: str) -> bool:
        await self._desk.library.ask(deed)
        await self._desk.place_waiting()
        self._done(said)
        return True

    def _done(self, said: str) -> None:
        app = cast("ParleyApp", self._screen.app)
        app.clear_notifications()
        app.notify(f"{said} {first_key('undo', app.rebound)} takes it back.", timeout=LONG, markup=False)
        app.post_message(LibraryChanged())
