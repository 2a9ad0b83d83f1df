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
from reader.ui.telling_screen import LONG

if TYPE_CHECKING:
    from reader.domain.story import Story, StoryRow
    from reader.ingest.desk import Desk
    from reader.store.library import Library
    from reader.ui.app import ParleyApp


async def ask_about_story(screen: Screen[Any], desk: Desk, article_id: int, *, whole: bool = False) -> None:
    """Ask over ``screen`` about an article and its story, or about the ``whole`` story that the article is in; what is
    chosen is done once it is. Then every screen is told that the library changed.

    What goes wrong is said on ``screen``.
    """
    from reader.ui.stories.menu import AboutMenu

    try:
        about = await desk.library.ask(partial(_about, article_id=article_id, whole=whole))
    except ParleyError as error:
        screen.notify(str(error), severity="error", markup=False)
        return
    screen.app.push_screen(AboutMenu(about), _Doing(screen, desk, about).do)


def _about(library: Library, article_id: int, whole: bool) -> About:
    title = library.article(article_id).title
    story = library.stories.story(article_id) if library.stories.story_of(article_id) is not None else None
    return About(article_id, title, story, whole)


class _Doing:
    """What is done about one article and its story."""

    def __init__(self, screen: Screen[Any], desk: Desk, about: About) -> None:
        self._screen = screen
        self._desk = desk
        self._about = about

    def do(self, ask: Ask | None) -> None:
        """Do what was asked for, or ask on."""
        about, id = self._about, self._about.article_id
        row = about.story.row if about.story is not None else None
        if ask is Ask.JOIN:
            self._join()
        elif ask is None or row is None or about.story is None:
            return
        elif ask is Ask.OPEN:
            cast("ParleyApp", self._screen.app).reading.open_story(id)
        elif ask is Ask.RENAME:
            ask_name(self._screen.app, self._desk, row, self._say)
        elif ask is Ask.FOLLOW:
            said = f"{'No longer following' if row.followed else 'Following'} “{about.name}”."
            self._deed(lambda library: library.stories.follow(id, not row.followed), said)
        elif ask is Ask.MUTE:
            said = f"{'No longer muted:' if row.muted else 'Muted'} “{about.name}”."
            self._deed(lambda library: library.stories.mute(id, not row.muted), said)
        elif ask is Ask.OUT:
            said = f"“{short(about.title, 40)}” is not of this story any more."
            self._deed(lambda library: library.stories.leave_out(id, [id]), said)
        else:
            self._split(about.story)

    def _split(self, story: Story) -> None:
        from reader.ui.stories.parting import PartingDialog

        def chosen(ids: tuple[int, ...] | None) -> None:
            if ids:
                name = self._about.name
                said = f"{len(ids)} articles of “{name}” are a story of their own."
                said = said if len(ids) > 1 else f"1 article left “{name}”."
                self._deed(lambda library: library.stories.split(story.row.id, ids), said)

        self._screen.app.push_screen(PartingDialog(story, self._about.article_id), chosen)

    def _join(self) -> None:
        from reader.ui.stories.joining import JoiningDialog

        about = self._about

        def chosen(other: StoryRow | None) -> None:
            if other is not None:
                said = f"“{about.name}” and “{short(other.shown, 40)}” are one story."
                # The story is named first: an article that is in none can only be the other.
                self._deed(lambda library: library.stories.join(other.id, about.article_id), said)

        own = about.story.row.id if about.story is not None else None
        self._screen.app.push_screen(JoiningDialog(self._desk, about.name, own), chosen)

    def _deed(self, deed: Callable[[Library], object], said: str) -> None:
        self._screen.run_worker(self._done(deed, said), group="about-story", exit_on_error=False)

    async def _done(self, deed: Callable[[Library], object], said: str) -> None:
        try:
            await self._desk.library.ask(deed)
            await self._desk.place_waiting()
        except ParleyError as error:
            self._screen.notify(str(error), severity="error", markup=False)
        else:
            self._say(said)

    def _say(self, said: str) -> None:
        app = cast("ParleyApp", self._screen.app)
        app.clear_notifications()
        app.notify(f"{said} {first_key('undo', app.rebound)} takes it back.", timeout=LONG, markup=False)
        app.post_message(LibraryChanged())
