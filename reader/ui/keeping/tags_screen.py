"""All the tags there are, and what can be done with them."""

from __future__ import annotations

from asyncio import Lock
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from reader.domain.colour import Colour
from reader.domain.errors import ParleyError
from reader.domain.tag import LONGEST, Tag
from reader.ui.actions import Region, bindings
from reader.ui.feeds.dialog import Choice, Question
from reader.ui.feeds.entry import Entry, Field
from reader.ui.feeds.line_list import LineList
from reader.ui.feeds.on_feeds import short
from reader.ui.keeping.tag_lines import TagLine, TagList, counted
from reader.ui.messages import LibraryChanged
from reader.ui.telling_screen import TellingScreen

if TYPE_CHECKING:
    from reader.ingest.desk import Desk
    from reader.store.library import Library
    from reader.ui.app import ParleyApp

NO_TAGS = "No tags yet: a makes one; t tags articles while reading."
SIX = (None, *Colour)


class TagsScreen(TellingScreen[Tag | None], ModalScreen[Tag | None]):
    """Ends with the tag whose articles are wanted, or None."""

    BINDINGS = bindings(Region.TAGS)

    def __init__(self, desk: Desk, tags: Sequence[Tag]) -> None:
        super().__init__()
        self.desk = desk
        self._tags = tags
        self._doing = Lock()

    def compose(self) -> ComposeResult:
        with Vertical(id="tags") as box:
            box.border_title = "Tags"
            box.border_subtitle = Content("e rename · m merge · c colour · d remove · a add · ? keys")
            yield TagList(id="tag-list", empty=NO_TAGS)

    def on_mount(self) -> None:
        self._show()
        self.list.focus()

    @property
    def list(self) -> TagList:
        """The rows."""
        return self.query_one(TagList)

    @property
    def tag(self) -> Tag | None:
        """The tag under the cursor."""
        line = self.list.line
        return line.tag if isinstance(line, TagLine) else None

    def _show(self) -> None:
        self.list.set_lines([TagLine(str(tag.id), tag) for tag in self._tags])

    @on(LibraryChanged)
    @work(group="look", exclusive=True, exit_on_error=False)
    async def _look_again(self) -> None:
        try:
            self._tags = await self.desk.library.ask(lambda library: library.tags.all())
        except ParleyError:
            # A busy library: what is shown stays.
            return
        self._show()

    # Doing

    async def _changed(self, deed: Callable[[Library], str | None]) -> str | None:
        """What ``deed`` gives; everything on the screen follows. Raises ParleyError."""
        async with self._doing:
            said, self._tags = await self.desk.library.ask(lambda library: (deed(library), library.tags.all()))
            if self.is_attached:
                self._show()
        for screen in self.app.screen_stack:
            if screen is not self:
                screen.post_message(LibraryChanged())
        return said

    @work(group="tags", exit_on_error=False)
    async def _do(self, deed: Callable[[Library], str | None]) -> None:
        try:
            said = await self._changed(deed)
        except ParleyError as error:
            self.tell_error(error)
            return
        self._told(said)

    def _told(self, said: str | None) -> None:
        if said:
            self.tell_done(said)

    def action_undo(self) -> None:
        """Take the last change back and say which it was."""
        cast("ParleyApp", self.app).action_undo()

    def action_redo(self) -> None:
        """Make the change again that was taken back last and say which it is."""
        cast("ParleyApp", self.app).action_redo()

    # Keys

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)

    @on(LineList.Opened)
    def action_open(self) -> None:
        """Show the articles of the tag."""
        if self.tag is not None:
            self.dismiss(self.tag)

    def action_add(self) -> None:
        """Ask for the name of a new tag."""
        self._ask("New tag", "", lambda library, name: f"There is a tag “{library.tags.add(name).name}”.")

    def action_rename(self) -> None:
        """Ask for another name."""
        if (tag := self.tag) is None:
            return

        def rename(library: Library, name: str) -> str:
            left = library.tags.rename(tag.id, name)
            return f"“{short(tag.name)}” is now {'called' if left.id == tag.id else 'part of'} “{short(left.name)}”."

        self._ask(f"Rename “{short(tag.name)}”", tag.name, rename)

    def _ask(self, heading: str, name: str, deed: Callable[[Library, str], str]) -> None:
        async def done(typed: Sequence[str]) -> str | None:
            return await self._changed(lambda library: deed(library, typed[0]))

        sentence = f"At most {LONGEST} letters; upper and lower case are the same."
        self.app.push_screen(Entry(heading, sentence, [Field("", name)], done), self._told)

    def action_merge(self) -> None:
        """Ask which tag it becomes part of."""
        tag, others = self.tag, [other for other in self._tags if self.tag is not None and other.id != self.tag.id]
        if tag is None:
            return
        if not others:
            self.tell("There is no other tag.")
            return
        choices = [Choice(str(other.id), other.name, counted(other.articles)) for other in others]

        def chosen(answer: str | None) -> None:
            if answer is not None:
                self._do(partial(_merge, tag=tag, into=int(answer)))

        self.app.push_screen(Question(f"Merge “{short(tag.name)}”", "It becomes part of:", choices), chosen)

    def action_colour(self) -> None:
        """The next colour in turn, or none."""
        if (tag := self.tag) is None:
            return
        colour = SIX[(SIX.index(tag.colour) + 1) % len(SIX)]

        def deed(library: Library) -> str:
            library.tags.colour(tag.id, colour)
            return f"“{short(tag.name)}” is {colour or 'without a colour'}."

        self._do(deed)

    def action_remove(self) -> None:
        """Remove the tag."""
        if (tag := self.tag) is not None:
            self._do(lambda library: f"Removed “{short(tag.name)}” from {counted(library.tags.remove(tag.id))}.")

    def action_move(self, rows: int) -> None:
        """Move the cursor."""
        self.list.move(rows)

    def action_page(self, pages: int) -> None:
        """Move the cursor by a view."""
        self.list.page(pages)

    def action_edge(self, side: int) -> None:
        """To the first tag or the last."""
        self.list.edge(side)

    def action_help(self) -> None:
        """Show every key."""
        cast("ParleyApp", self.app).action_help()


def _merge(library: Library, tag: Tag, into: int) -> str:
    left = library.tags.merge(tag.id, into)
    return f"“{short(tag.name)}” is now part of “{short(left.name)}”."
