"""What the user keeps and sorts: tags, read and unread for many articles at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import work

from reader.domain.query.terms import Facet, Field, Query
from reader.domain.scope import EVERYTHING, Found, Scope
from reader.ui.arrangement import Place
from reader.ui.deeds_screen import NO_ARTICLE
from reader.ui.feeds.feeds_screen import FeedsScreen

if TYPE_CHECKING:
    from reader.domain.tag import Tag
    from reader.store.library import Library
    from reader.ui.keeping.mark_menu import Target
    from reader.ui.keeping.tag_dialog import TagWish

NOTHING_SELECTED = "No article is selected."


class KeepingScreen(FeedsScreen):
    """A key is about what is selected in the list, while something is; else about one article."""

    @property
    def _on_selection(self) -> bool:
        return self.at is Place.LIST and self.list.selecting

    async def _meant_ids(self) -> list[int]:
        """The articles a key is about; says where there are none. Raises LibraryError."""
        if self._on_selection:
            ids = await self.desk.library.ask((await self.list.selection()).ids)
        else:
            ids = [] if self._meant is None else [self._meant]
        if not ids:
            self.tell(NOTHING_SELECTED if self._on_selection else NO_ARTICLE)
        return ids

    def action_back(self) -> None:
        """One step back; from a selection in the list to the list."""
        if self._on_selection:
            self.list.end_selection()
        else:
            super().action_back()

    # One or many

    async def _toggle_read(self) -> None:
        ids = await self._meant_ids()
        if not ids:
            return

        def turn(library: Library) -> tuple[bool, int]:
            read = library.marking.count(ids, True) > 0
            return read, library.marking.mark(ids, read)

        if not self._on_selection:
            self.list.keep(ids[0])
        read, count = await self.desk.library.ask(turn)
        if not self._on_selection:
            self.list.mark_read(ids[0], read)
            await self._count()
        else:
            await self.show_library()
            self._say_done(f"Marked {_counted(count)} {'read' if read else 'unread'}.")

    async def _toggle_bookmark(self) -> None:
        if not self._on_selection:
            await super()._toggle_bookmark()
            return
        ids = await self._meant_ids()
        if not ids:
            return

        def turn(library: Library) -> tuple[bool, int]:
            count = library.marking.bookmark(ids, True)
            return (True, count) if count else (False, library.marking.bookmark(ids, False))

        bookmarked, count = await self.desk.library.ask(turn)
        await self.show_library()
        self._say_done(f"{'Bookmarked' if bookmarked else 'No longer bookmarked:'} {_counted(count)}.")

    async def _delete(self) -> None:
        if not self._on_selection:
            await super()._delete()
            return
        ids = await self._meant_ids()
        if not ids:
            return
        count = await self.desk.library.ask(lambda library: library.marking.delete(ids))
        self._deleted.append(ids[0])
        self.list.end_selection()
        await self.show_library()
        self._say(f"Deleted {_counted(count)}. {self._key('undo')} brings {'it' if count == 1 else 'them'} back.")

    def _say_done(self, sentence: str) -> None:
        self._say(f"{sentence} {self._key('undo')} takes it back.")

    # Marking

    @work(group="mark", exclusive=True, exit_on_error=False)
    async def action_mark_many(self) -> None:
        """Ask which articles to mark."""
        await self.attempt(self._ask_what_to_mark)

    async def _ask_what_to_mark(self) -> None:
        from reader.ui.keeping.mark_menu import MarkMenu, targets

        selection = await self.list.selection() if self._on_selection else None
        question = partial(targets, scope=self.list.scope, article=self._meant, selection=selection)
        self.app.push_screen(MarkMenu(await self.desk.library.ask(question)), self._mark_chosen)

    def _mark_chosen(self, answer: tuple[Target, bool] | None) -> None:
        if answer is not None:
            self.run_worker(self.attempt(self._mark, *answer), group="mark", exit_on_error=False)

    async def _mark(self, target: Target, read: bool) -> None:
        if read and target.name == "this" and isinstance(target.what, tuple):
            self.list.keep(target.what[0])
        count = await self.desk.library.ask(partial(target.marked, read=read))
        if not count:
            self._say(f"Nothing there is {'unread' if read else 'read'}.")
            return
        await self.show_library()
        self._say_done(f"Marked {_counted(count)} {'read' if read else 'unread'}.")

    # Tags

    @work(group="tag", exclusive=True, exit_on_error=False)
    async def action_tag(self) -> None:
        """Ask which tags the articles have."""
        await self.attempt(self._ask_for_tags)

    async def _ask_for_tags(self) -> None:
        if ids := await self._meant_ids():
            await self.ask_for_tags(ids)

    async def ask_for_tags(self, ids: list[int]) -> None:
        """Ask which tags these articles have, over whatever screen is shown. Raises LibraryError."""
        from reader.ui.keeping.tag_dialog import TagDialog

        def known(library: Library) -> tuple[list[Tag], dict[int, int], str]:
            return library.tags.all(), library.tags.among(ids), library.article(ids[0]).title

        tags, having, title = await self.desk.library.ask(known)
        heading = f"Tags of “{title}”" if len(ids) == 1 else f"Tags of {_counted(len(ids))}"
        self.app.push_screen(TagDialog(heading, tags, having, len(ids)), partial(self._tags_wished, ids))

    def _tags_wished(self, ids: list[int], wish: TagWish | None) -> None:
        if wish is not None:
            self.run_worker(self.attempt(self._change_tags, ids, wish), group="tag", exit_on_error=False)

    async def _change_tags(self, ids: list[int], wish: TagWish) -> None:
        if wish.put or wish.take:
            await self.desk.library.ask(lambda library: library.tags.change(ids, put=wish.put, take=wish.take))
            await self.show_library()
            self.tell_screens_above()
            many = "" if len(ids) == 1 else f" {_counted(len(ids))}"
            put, take = (", ".join(f"“{name}”" for name in names) for names in (wish.put, wish.take))
            said = f"Tagged{many} {put}" if put else f"Took {take} from {many.strip() or 'the article'}"
            self._say_done(f"{said}{f', not {take}' if put and take else ''}.")
        if wish.look_after:
            self.action_tags()

    @work(group="tag", exclusive=True, exit_on_error=False)
    async def action_tags(self) -> None:
        """Look after the tags."""
        await self.attempt(self._look_after_tags)

    async def _look_after_tags(self) -> None:
        from reader.ui.keeping.tags_screen import TagsScreen

        tags = await self.desk.library.ask(lambda library: library.tags.all())
        self.app.push_screen(TagsScreen(self.desk, tags), self._show_tagged)

    def _show_tagged(self, tag: Tag | None) -> None:
        if tag is not None:
            self.run_worker(self.attempt(self._list_tagged, tag), group="narrow", exclusive=True, exit_on_error=False)

    async def _list_tagged(self, tag: Tag) -> None:
        """List the articles with a tag, as a search for it would."""
        from reader.domain.query.printing import printed

        query = Query(Facet(Field.TAG, tag.name))
        ids = await self.desk.library.ask(lambda library: library.tags.articles(tag.id))
        await self._narrow(Scope(query=query, text=printed(query), found=Found(tuple(ids))))
        self.go(Place.LIST)

    # The next unread

    async def _none_unread(self, step: int) -> None:
        """At the end of the list of a feed, a folder or a search, on to the next feed."""
        if step < 0 or self.list.scope in (EVERYTHING, Scope(unread=True, kept=self.list.scope.kept)):
            await super()._none_unread(step)
        else:
            await self._go_on()

    async def _go_on(self) -> None:
        """On to the next feed that has something unread."""
        from reader.ui.keeping.onward import next_feed

        found = await self.desk.library.ask(partial(next_feed, scope=self.list.scope))
        if found is None:
            self.tell("Nothing is unread in any feed.")
            return
        feed, unread, first = found
        await self._narrow(Scope(feed=feed.id))
        await self._open(first, take_focus=True)
        self.tell(f"On to {feed.shown}: {unread:,} unread.")


def _counted(count: int) -> str:
    return f"{count:,} article{'' if count == 1 else 's'}"
