"""The story of the open article in the panel: read behind the screen, shown by a key, and the way to its articles."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual import on, work

from reader.domain.article import Article
from reader.ui.arrangement import Place
from reader.ui.correcting_screen import NOT_YET
from reader.ui.deeds_screen import NO_ARTICLE
from reader.ui.messages import AnalysisArrived, ElsewhereChosen, PlaceOpened, StoriesChanged
from reader.ui.panel.tab_line import Tab
from reader.ui.party_look import party_look
from reader.ui.stories.known_story import KnownStory
from reader.ui.stories.storied_screen import StoriedScreen
from reader.ui.stories.trail import Step, Trail

if TYPE_CHECKING:
    from reader.ui.stories.told_story import ToldStory

SOON = 0.1
"""Seconds an article is open before its story is read: who leafs through a list waits for none of them."""

NO_STORY = "No other article tells of the same event, so this one is in no story. {menu} joins it with one."
NO_STORY_YET = "Its story is not known yet: the article is still to be analysed."
STILL_READ = "Its story is still being read."
NOT_FROM_ARTICLE = "This article was not opened from another one."
BACK_TO_STORY = " {key} goes back to the story."
STANDS_ELSEWHERE = "This stands in another article: Enter goes there."


class StoryScopeScreen(StoriedScreen):
    """Parties keep their colours in both scopes, and from one article of a story to the next."""

    def on_mount(self) -> None:
        """No story is known yet."""
        self._known_story = KnownStory(self.desk)
        self._trail = Trail()
        self._story_known_of: int | None = None
        """The article of which it is known whether it is in a story."""

    @property
    def story(self) -> ToldStory | None:
        """The story of the open article, once it is known."""
        return self.panel.told_story

    # Reading it

    async def _find_out(self, article: Article) -> None:
        await super()._find_out(article)
        self.read_story()

    def show_analysis(self, message: AnalysisArrived) -> None:
        """The story too may come out otherwise."""
        super().show_analysis(message)
        if message.is_of(self.article):
            self.read_story()

    async def show_library(self) -> None:
        """Also the story as it is now."""
        await super().show_library()
        self.read_story()

    @on(StoriesChanged)
    def _follow_stories(self) -> None:
        self.read_story()

    @work(group="story", exclusive=True, exit_on_error=False)
    async def read_story(self) -> None:
        """Read the story of the open article, and let the panel know."""
        await asyncio.sleep(SOON)
        await self.attempt(self._read_story)

    async def _read_story(self) -> None:
        if (article := self.article) is None:
            return
        # What was said of stories, or taken back, counts now.
        await self.desk.place_waiting()
        if self.desk.stories_changed():
            self.app.post_message(StoriesChanged())  # for every screen; this one reads the story then
            return
        told = await self._known_story.read(article.id)
        if self.article is None or self.article.id != article.id:
            return
        if told is not None:
            self.looks = party_look(told.board.analysis, self.looks)
        self._story_known_of = article.id
        self.panel.show_story(told, self._key("scope"), self.looks)

    def _show(self, article: Article) -> None:
        story, looks = self.story, self.looks
        super()._show(article)
        if story is not None and article.id in story.articles and article.id not in self._way_ids:
            self.looks = looks

    # Its scope

    @property
    def key_names(self) -> Mapping[str, str]:
        """The key of the scope is called by where it leads; see ``key_footer``."""
        return {"scope": "article"} if self.panel.in_story else {}

    def action_scope(self) -> None:
        """Let the panel show the story of the open article, or the article again."""
        if self.article is None:
            self.tell(NO_ARTICLE)
        elif self.story is None:
            self._say(self._why_no_story(self.article.id).format(menu=self._key("story.menu")))
        else:
            if self.panel.tab is Tab.NOTES:
                self.panel.open_tab(Tab.PARTIES)
            self.panel.turn_scope(self.looks)
            if not self.panel.display:
                self.go(Place.PANEL)

    def _why_no_story(self, article_id: int) -> str:
        if self.view.analysis is None:
            return NO_STORY_YET
        return NO_STORY if self._story_known_of == article_id else STILL_READ

    @work(group="about-story", exclusive=True, exit_on_error=False)
    async def action_about_story(self) -> None:
        """Ask what to do with the story of the article a key is about."""
        from reader.ui.stories.asking import ask_about_story

        if (id := self._meant) is None:
            self.tell(NO_ARTICLE)
        else:
            await ask_about_story(self, self.desk, id)

    def action_correct(self) -> None:
        """What stands in another article is corrected there."""
        if self.at is Place.PANEL and self.panel.elsewhere is not None:
            self.tell(NOT_YET if self.view.analysis is None else STANDS_ELSEWHERE)
        else:
            super().action_correct()

    @on(ElsewhereChosen)
    def _show_nothing(self) -> None:
        self.view.clear()

    # To another article, and back

    @on(PlaceOpened)
    def _open_place(self, message: PlaceOpened) -> None:
        self.open_place(message)

    @work(group="open", exclusive=True, exit_on_error=False)
    async def open_place(self, place: PlaceOpened) -> None:
        """Open another article at a place; a key leads back to where one is now."""
        if (article := self.article) is not None and article.id != place.article_id:
            selected = self.view.selected.id if self.view.selected else None
            step = Step(article.id, self.at, selected)
            await self.attempt(self._open, place.article_id, False)
            self._trail.go(step, place.article_id)
        elif article is None:
            await self.attempt(self._open, place.article_id, False)
        if self.article is not None and self.article.id == place.article_id:
            if not (place.is_walk and self.view.display):
                self.go(Place.ARTICLE)
            # The page is laid out only once it is on the screen.
            self.call_after_refresh(self._show_place, place)

    def _show_place(self, place: PlaceOpened) -> None:
        if self.article is None or self.article.id != place.article_id:
            return
        if place.statement is not None:
            self.view.show_statement(place.statement)
        if place.statement is None or self.view.selected is None:
            # Not analysed as it was when the story was read.
            self.view.show_span(place.span)

    @work(group="open", exclusive=True, exit_on_error=False)
    async def action_trail_back(self) -> None:
        """Back to the article from which this one was opened."""
        step = self._trail.back(self.article.id if self.article else None)
        if step is None:
            self.tell(NOT_FROM_ARTICLE + (BACK_TO_STORY.format(key=self._key("back")) if self._way_ids else ""))
            return
        await self.attempt(self._open, step.article_id, False)
        self.go(step.at)
        self.call_after_refresh(self._show_step, step)

    def _show_step(self, step: Step) -> None:
        if step.statement is not None and self.article is not None and self.article.id == step.article_id:
            self.view.show_statement(step.statement)
            self.panel.select_statement(step.statement)
