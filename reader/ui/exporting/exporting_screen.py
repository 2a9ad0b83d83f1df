"""Getting out what the library holds: files, the clipboard."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from reader.ui.annotating.annotating_screen import AnnotatingScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.ingest.exporting.parcels import Parcel
    from reader.ui.exporting.menu import ExportMenu, Offer
    from reader.ui.exporting.offers import Around

LONG = 50_000
"""Letters in the clipboard above which many terminals take nothing: theirs is the limit, and they say nothing."""


class ExportingScreen(AnnotatingScreen):
    """One dialog for everything: what, in which form, then where."""

    _folder: Path | None = None
    """Where something went last."""

    async def action_export(self) -> None:
        """Ask what to give out, and where to."""
        await self.attempt(self.ask_export)

    async def ask_export(self, at: str | None = None) -> None:
        """As ``action_export``; ``at`` is the key of the offer to begin with, about the article that is open."""
        from reader.ui.exporting.offers import offers

        around = await self._around(open_one=at is not None)
        title = around.article.title if around.article is not None else ""
        self.offer(list(offers(around)), title, at)

    def offer(self, offers: Sequence[Offer], title: str, at: str | None = None) -> None:
        """Ask which of these to give out, and where to, over whatever screen is shown; they are about ``title``."""
        from reader.ui.exporting.menu import ExportMenu

        menu = ExportMenu(offers, title, at)
        self.app.push_screen(menu, partial(self._give_out, menu))

    def _give_out(self, menu: ExportMenu, key: str | None) -> None:
        if key is None:
            return
        offer = menu.offers[key]
        if menu.copies and offer.parcel.words is not None:
            self._copy_parcel(offer.parcel)
        else:
            self._ask_where(offer)

    def _ask_where(self, offer: Offer) -> None:
        from reader.ui.exporting.path_entry import PathEntry

        entry = PathEntry(self.desk.path, offer.what.lower(), offer.parcel, self._folder or documents())

        def told(sentence: str | None) -> None:
            if sentence is not None:
                self._folder = entry.path.parent
                self.notify(sentence, timeout=8, markup=False)

        self.app.push_screen(entry, told)

    @work(group="export", exclusive=True, exit_on_error=False)
    async def _copy_parcel(self, parcel: Parcel) -> None:
        await self.attempt(self._copy_words, parcel)

    async def _copy_words(self, parcel: Parcel) -> None:
        def words() -> str:
            from reader.store.library import Library

            with Library.open(self.desk.path) as library:
                return parcel.words(library) if parcel.words is not None else ""

        copied = await asyncio.to_thread(words)
        self.app.copy_to_clipboard(copied)
        if len(copied) > LONG:
            self.notify(
                f"Copied, but {len(copied) // 1000},000 letters are more than many terminals take; "
                "paste to see, or write a file.",
                severity="warning",
                markup=False,
            )
        else:
            self.tell("Copied.")

    async def _around(self, *, open_one: bool) -> Around:
        """What is looked at: in the list it is the article under the cursor, unless the ``open_one`` is asked for."""
        from reader.ingest.annotations.giving_out import count_notes
        from reader.ui.exporting.offers import Around

        article, analysis = self.article, self.view.analysis
        meant = None if open_one else self._meant
        if meant is not None and (article is None or meant != article.id):
            article = await self.desk.article(meant)
            stored = await self.desk.stored_analysis(article)
            analysis = stored.analysis if stored is not None else None
        ids = [article.id] if article is not None else []
        selection = await self.list.selection() if self.list.selecting else None
        notes, every = await self.desk.library.ask(lambda library: (count_notes(library, ids), count_notes(library)))
        return Around(article, analysis, self.list.scope, selection, notes, every)


def documents() -> Path:
    """The user's folder for documents, or the one the app was started in."""
    from platformdirs import user_documents_path

    folder = user_documents_path()
    return folder if folder.is_dir() else Path.cwd()
