"""The reading screen's side of stories: opening them, and the way from a story to an article and back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from textual import on, work
from textual.screen import Screen

from reader.domain.errors import NotFoundError
from reader.ui.arrangement import Place
from reader.ui.exporting.exporting_screen import ExportingScreen
from reader.ui.search.messages import SearchEnded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.domain.article import Article
    from reader.store.library import Library
    from reader.ui.party_look import PartyLook
    from reader.ui.stories.story_place import StoryPlace

BACK = "Esc goes back to the story, n to its next unread article."
NO_MORE = "No other article of this story is unread; Esc goes back to it."


class StoriedScreen(ExportingScreen):
    """What lies over this screen when an article is opened from a story is kept as it is, and lies over it again when
    the person comes back."""

    _way: tuple[Screen[Any], ...] = ()
    """The screens to go back to, the lowest first."""

    _way_ids: frozenset[int] = frozenset()
    """The articles of the story one came from."""

    _way_looks: Mapping[str, PartyLook] = {}
    """How that story showed its parties: they look the same in its articles."""

    _back_told = False
    _searches_story = False
    """True while the prompt stands that was opened from a story."""

    def action_stories(self) -> None:
        """Look through the stories."""
        from reader.ui.stories.stories_screen import StoriesScreen

        self._lay_over(StoriesScreen(self.desk, self.today))

    def open_story(self, article_id: int) -> None:
        """Show the story of an article over whatever is shown now; from an article, parties keep their colours."""
        from reader.ui.stories.story_deeds import StoryDeeds
        from reader.ui.stories.story_screen import StoryScreen

        here = self.article is not None and self.article.id == article_id
        over = any(isinstance(screen, StoryDeeds) for screen in self.app.screen_stack)
        self._lay_over(StoryScreen(self.desk, (article_id,), self.looks if here and not over else None))

    def _lay_over(self, screen: Screen[Any]) -> None:
        if self.app.screen is self:
            self._forget_way()
        self.app.push_screen(screen, partial(self._laid_aside, screen))

    def _laid_aside(self, screen: Screen[Any], _: object) -> None:
        """A screen that was kept once is let go of when it is left for good."""
        self.app.call_later(self._let_go, screen)

    async def _let_go(self, screen: Screen[Any]) -> None:
        if screen not in self._way and screen not in self.app.screen_stack and self.app.is_screen_installed(screen):
            self.app.uninstall_screen(screen)
            await screen.remove()

    # To an article, and back

    @work(group="open", exclusive=True, exit_on_error=False)
    async def open_from_story(self, place: StoryPlace) -> None:
        """Open an article at a place of a story that lies over this screen."""
        await self._step_down(place.article_id)
        await self.attempt(self._open, place.article_id, True)
        if self.article is None or self.article.id != place.article_id:
            return
        # The page is laid out only once it is on the screen.
        self.call_after_refresh(self._show_told, place)
        if not self._back_told:
            self._back_told = True
            self.tell(BACK)

    async def _step_down(self, *ids: int) -> None:
        """Lay aside what lies over this screen; it is kept while articles of its story are open, or ``ids``."""
        from reader.ui.stories.told_screen import ToldScreen

        stack = self.app.screen_stack
        above = stack[stack.index(self) + 1 :]
        self._forget_way()
        told = next((screen for screen in reversed(above) if isinstance(screen, ToldScreen)), None)
        self._way, self._way_ids = tuple(above), frozenset((*(told.ids if told else ()), *ids))
        self._way_looks = told.telling.view.looks if told is not None and told.telling is not None else {}
        for screen in reversed(above):
            if not self.app.is_screen_installed(screen):
                self.app.install_screen(screen, f"story {id(screen)}")
            await self.app.pop_screen()

    def _show_told(self, place: StoryPlace) -> None:
        if place.statement is not None:
            self.view.show_statement(place.statement)
            self.panel.select_statement(place.statement)
        if place.span is not None and (place.statement is None or self.view.selected is None):
            # Not analysed as it was when the story was told.
            self.view.show_span(place.span)

    @work(group="prompt", exclusive=True, exit_on_error=False)
    async def search_story(self, id: int) -> None:
        """Ask what to search for among a story's articles. Esc goes back to the story, from the prompt and from an
        article that was found."""
        await self._step_down()
        self._searches_story = True
        await self.attempt(self._ask_what, "")
        if self._prompt is not None:
            # What is typed next is another word.
            self._prompt.line.value = f"story:{id} "
            self._prompt.line.action_end()

    @on(SearchEnded)
    def _search_of_story_ended(self, message: SearchEnded) -> None:
        if self._searches_story and self._way and not message.keep:
            self.call_later(self._go_back)

    def _close_prompt(self) -> None:
        super()._close_prompt()
        self._searches_story = False

    def action_back(self) -> None:
        """One step back; from an article that was opened from a story, to the story."""
        if self._way and self.at is Place.ARTICLE and not self.view.selected_span:
            self._go_back()
        else:
            super().action_back()

    @work(group="open", exclusive=True, exit_on_error=False)
    async def _go_back(self) -> None:
        self.app.clear_notifications()
        way, self._way, self._way_ids = self._way, (), frozenset()
        for screen in way:
            await self.app.push_screen(screen, partial(self._laid_aside, screen))

    def _forget_way(self) -> None:
        way, self._way, self._way_ids = self._way, (), frozenset()
        for screen in way:
            self.app.call_later(self._let_go, screen)

    def _show(self, article: Article) -> None:
        super()._show(article)
        if article.id in self._way_ids:
            self.looks = self._way_looks

    async def _open(self, id: int, take_focus: bool) -> None:
        """Who opens an article of something else has left the story."""
        if self._way and id not in self._way_ids:
            self._forget_way()
        await super()._open(id, take_focus)

    async def _open_unread(self, step: int) -> None:
        """In a story, its next unread article."""
        if not self._way or self.article is None:
            await super()._open_unread(step)
            return
        question = partial(_next_unread, id=self.article.id, step=step)
        id = await self.desk.library.ask(question)
        if id is None:
            self.tell(NO_MORE)
        else:
            await self._open(id, True)


def _next_unread(library: Library, id: int, step: int) -> int | None:
    from reader.ui.stories.articles import unread_from

    try:
        return unread_from(library.stories.story(id), id, step)
    except NotFoundError:
        return None
