"""What the keys do on the screen that tells a story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work

from reader.domain.errors import ParleyError
from reader.ui.comparison.grid import ComparisonGrid
from reader.ui.messages import LibraryChanged
from reader.ui.panel.block_list import BlockList
from reader.ui.sequence import sequence_begun
from reader.ui.stories.articles import unread_from
from reader.ui.stories.out_of_story import NOTHING_HERE, OutOfStory
from reader.ui.stories.story_place import StoryPlace
from reader.ui.stories.story_tabs import StoryTabs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.store.library import Library

NOT_CHANGED = "This article has not changed since it came in, and is no copy of another."
SPLIT_WHAT = "Pick articles first: Space picks one among the articles."


class StoryScreen(OutOfStory):
    """Enter opens an article at the very place; the article's Esc comes back to the screen as it was left."""

    def action_back(self) -> None:
        """Back to where the story was opened from; loading stops."""
        self.workers.cancel_group(self, "story")
        self.dismiss(None)

    # Moving

    def action_tab(self, name: str) -> None:
        """Turn to a tab by name."""
        self.open_tab(StoryTabs(name))

    def action_turn(self, step: int) -> None:
        """Turn to the next or previous tab."""
        tabs = list(StoryTabs)
        self.open_tab(tabs[(tabs.index(self.tab) + step) % len(tabs)])

    @property
    def _shown(self) -> ComparisonGrid | BlockList:
        return self.grid if self.tab is StoryTabs.COMPARISON else self.list

    def action_move(self, step: int) -> None:
        """Choose the next or the one before."""
        self._shown.move(step)

    def action_side(self, step: int) -> None:
        """In the comparison to the next party or the one before; elsewhere to the next tab."""
        if self.tab is StoryTabs.COMPARISON:
            self.grid.side(step)
        else:
            self.action_turn(step)

    def action_page(self, step: int) -> None:
        """Move a page."""
        self._shown.page(step)

    def action_edge(self, side: int) -> None:
        """To the first or the last."""
        if side > 0 or not sequence_begun(self.app):
            self._shown.edge(side)

    # Opening

    def action_open(self) -> None:
        """Open the article at the place of what is chosen; fold or unfold copies."""
        place = self.place
        if not self.has_choice:
            self.tell(NOTHING_HERE)
        elif place is None:
            self._shown.move(1)
        elif place.fold is not None:
            self._fold(place.fold)
        elif place.difference:
            self.action_difference()
        else:
            self.reading.open_from_story(place)

    @on(BlockList.Opened)
    def _block_opened(self) -> None:
        self.action_open()

    @on(ComparisonGrid.Opened)
    def _statement_opened(self) -> None:
        self.action_open()

    def action_unread(self, step: int) -> None:
        """Open the next or previous unread article of the story."""
        story = self.loaded.open.story if self.loaded is not None else None
        at = self.article_id if self.tab is StoryTabs.ARTICLES else None
        found = unread_from(story, at, step) if story is not None else None
        if found is None and story is not None and at is not None:
            found = unread_from(story, None, step)
        if found is None:
            self.tell("No article of this story is unread.")
        else:
            self.reading.open_from_story(StoryPlace(found))

    def action_earlier(self) -> None:
        """Open the earlier story about the same."""
        earlier = self.loaded.open.story.earlier if self.loaded is not None else None
        if earlier is None:
            self.tell("No earlier story about the same is known.")
        else:
            self.reading.open_story(earlier.id)

    def action_stories(self) -> None:
        """Look through all the stories."""
        self.reading.action_stories()

    # Articles

    def action_pick(self) -> None:
        """Pick an article, or leave it out again; fold copies; elsewhere move a page."""
        place = self.place
        if self.tab is not StoryTabs.ARTICLES:
            self._shown.page(1)
        elif place is not None and place.fold is not None:
            self._fold(place.fold)
        elif place is not None:
            self.rearrange(picked=self._picked ^ {place.article_id})
            self.list.move(1)

    def _fold(self, original: int) -> None:
        self.rearrange(unfolded=self._unfolded ^ {original})

    def action_mark(self) -> None:
        """Mark the article read or unread; of folded copies all."""
        if (place := self.place) is not None and place.fold is not None and self.loaded is not None:
            copies = [member for member in self.loaded.open.story.members if member.copy_of == place.fold]
            self._mark_copies([member.article_id for member in copies], read=not all(member.read for member in copies))
        elif (member := self.member) is not None:
            read = not member.read
            said = f"Marked {'read' if read else 'unread'}."
            self.do(lambda library: library.marking.mark([member.article_id], read), said)

    def _mark_copies(self, ids: Sequence[int], *, read: bool) -> None:
        copies = f"{len(ids)} copies" if len(ids) > 1 else "The copy"
        said = f"{copies} marked {'read' if read else 'unread'}."
        self.do(lambda library: library.marking.mark(list(ids), read), said)

    def action_bookmark(self) -> None:
        """Bookmark the article, or not any more."""
        if (member := self.member) is not None:
            on_, said = not member.bookmarked, "No longer bookmarked." if member.bookmarked else "Bookmarked."
            self.do(lambda library: library.set_bookmarked(member.article_id, on_), said)

    @work(group="tag", exclusive=True, exit_on_error=False)
    async def action_tag(self) -> None:
        """Ask which tags the article has; of those picked, where some are."""
        ids = sorted(self._picked) or ([member.article_id] if (member := self.member) else [])
        if ids:
            try:
                await self.reading.ask_for_tags(ids)
            except ParleyError as error:
                self.tell_error(error)

    @work(group="difference", exclusive=True, exit_on_error=False)
    async def action_difference(self) -> None:
        """Show what a copy says otherwise than the text it repeats, or what changed in an article."""
        member = self.member
        if member is None:
            return
        from reader.ui.difference import DifferenceScreen, known_history
        from reader.ui.stories.copy_difference import CopyDifference

        try:
            known = await known_history(self.desk, member.article_id)
            if member.copy_of is not None:
                original = await self.desk.article(member.copy_of)
                self.app.push_screen(CopyDifference(self.desk, original, known.article))
            elif known.versions:
                self.app.push_screen(DifferenceScreen(self.desk, known))
            else:
                self.tell(NOT_CHANGED)
        except ParleyError as error:
            self.tell_error(error)

    # What is said of how articles belong together

    @property
    def about_article(self) -> int | None:
        return self.article_id

    def action_leave_out(self) -> None:
        """Say that the articles picked, or the chosen one, are not of this story."""
        ids = sorted(self._picked) or ([member.article_id] if (member := self.member) else [])
        if ids:
            self._wish(lambda library: library.stories.leave_out(self.ids[0], ids), ids, "Left out of the story.")

    def action_split(self) -> None:
        """Say that the articles picked are a story of their own."""
        ids = sorted(self._picked)
        if not ids:
            self.tell(SPLIT_WHAT)
            return
        said = "A story of its own now." if len(ids) > 1 else "Left out of the story."
        self._wish(lambda library: library.stories.split(self.ids[0], ids), ids, said)

    @work(group="wish", exclusive=True, exit_on_error=False)
    async def _wish(self, wish: Callable[[Library], None], ids: Sequence[int], said: str) -> None:
        try:
            await self.desk.library.ask(wish)
            await self.desk.place_waiting()
        except ParleyError as error:
            self.tell_error(error)
            return
        # What stays is what is shown from now on.
        stays = [id for id in self.ids if id not in ids]
        self.ids = (*stays, *ids)
        self._picked = frozenset()
        self.tell_done(said)
        self.app.post_message(LibraryChanged())
