"""What keys do with a story wherever it is shown: follow, mute, rename, mark read, and what its menu offers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from textual import work

from reader.domain.errors import ParleyError
from reader.ui.messages import LibraryChanged
from reader.ui.row_text import fit
from reader.ui.telling_screen import Answer, TellingScreen

if TYPE_CHECKING:
    from reader.domain.story import StoryRow
    from reader.ingest.desk import Desk
    from reader.store.library import Library
    from reader.ui.app import ParleyApp
    from reader.ui.reading_screen import ReadingScreen

T = TypeVar("T")

NO_STORY = "No story is chosen."


class StoryDeeds(TellingScreen[Answer], Generic[Answer]):
    """Subclasses say which story the keys are about, and show the library anew in ``look_again``."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    @property
    def row(self) -> StoryRow | None:
        """The story the keys are about."""
        return None

    @property
    def no_story(self) -> str:
        """What to say where there is none."""
        return NO_STORY

    @property
    def reading(self) -> ReadingScreen:
        """The reading screen below."""
        return cast("ParleyApp", self.app).reading

    def look_again(self) -> object:
        """Show what the library holds now."""
        return None

    # What is done

    def action_follow(self) -> None:
        """Follow the story, or not any more."""
        if (row := self._chosen()) is not None:
            followed = not row.followed
            said = f"{'Following' if followed else 'No longer following'} {quoted_name(row)}."
            self.do(lambda library: library.stories.follow(row.id, followed), said)

    def action_mute(self) -> None:
        """Mute the story, or not any more."""
        if (row := self._chosen()) is not None:
            muted = not row.muted
            said = f"{'Muted' if muted else 'No longer muted:'} {quoted_name(row)}."
            self.do(lambda library: library.stories.mute(row.id, muted), said)

    def action_mark_read(self) -> None:
        """Mark every article of the story read."""
        if (row := self._chosen()) is not None:
            said = f"Marked all of {quoted_name(row)} read."
            self.do(lambda library: library.marking.mark(library.stories.ids(row.id), True), said)

    def action_bookmark_all(self) -> None:
        """Bookmark every article of the story, or, where all are, none any more."""
        if (row := self._chosen()) is None:
            return

        def turn(library: Library) -> str:
            ids = library.stories.ids(row.id)
            if count := library.marking.bookmark(ids, True):
                return f"Bookmarked {_counted(count, row)}."
            return f"No longer bookmarked: {_counted(library.marking.bookmark(ids, False), row)}."

        self.do(turn, str)

    @work(group="tag", exclusive=True, exit_on_error=False)
    async def action_tag_all(self) -> None:
        """Ask which tags the articles of the story have."""
        if (row := self._chosen()) is not None:
            try:
                ids = await self.desk.library.ask(lambda library: library.stories.ids(row.id))
                await self.reading.ask_for_tags(list(ids))
            except ParleyError as error:
                self.tell_error(error)

    def action_rename(self) -> None:
        """Ask what to call the story."""
        if (row := self._chosen()) is not None:
            from reader.ui.stories.renaming import ask_name

            ask_name(self.app, self.desk, row, self._renamed)

    def _renamed(self, sentence: str) -> None:
        self.tell_done(sentence)
        self.app.post_message(LibraryChanged())

    @work(group="about", exclusive=True, exit_on_error=False)
    async def action_about(self) -> None:
        """Ask what else to say of the story."""
        if (row := self._chosen()) is not None:
            from reader.ui.stories.asking import ask_about_story

            article = self.about_article
            await ask_about_story(self, self.desk, article or row.id, whole=article is None)

    @property
    def about_article(self) -> int | None:
        """The article the menu also says things of; None where none is chosen."""
        return None

    @work(group="deeds", exit_on_error=False)
    async def do(self, deed: Callable[[Library], T], said: str | Callable[[T], str]) -> None:
        """Change the library and say what was done, told by what the deed gives, and which key takes it back."""
        try:
            done = await self.desk.library.ask(deed)
        except ParleyError as error:
            self.tell_error(error)
            return
        self.app.post_message(LibraryChanged())
        self.tell_done(said if isinstance(said, str) else said(done))

    def _chosen(self) -> StoryRow | None:
        if self.row is None:
            self.tell(self.no_story)
        return self.row


def _counted(count: int, row: StoryRow) -> str:
    return f"{count:,} article{'' if count == 1 else 's'} of {quoted_name(row)}"


def quoted_name(row: StoryRow) -> str:
    """A story's name for a sentence, safe and not too long."""
    return f"“{fit(row.shown, 48).rstrip()}”"
