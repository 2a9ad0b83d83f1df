"""The keys that the drawer and the health screen share, for the feed or folder under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import on

from reader.domain.scope import Scope
from reader.ui.feeds.line_list import LineList
from reader.ui.feeds.on_feeds import NO_FEED, OnFeeds, short
from reader.ui.verbatim import web_address

if TYPE_CHECKING:
    from reader.store.library import Library
    from reader.ui.app import ParleyApp


class FeedKeys(OnFeeds):
    """What a key does with what the cursor is on."""

    def action_move(self, rows: int) -> None:
        """Move the cursor."""
        self.list.move(rows)

    def action_page(self, pages: int) -> None:
        """Move the cursor by a view."""
        self.list.page(pages)

    def action_edge(self, side: int) -> None:
        """To the first (-1) or last (1) row."""
        self.list.edge(side)

    def action_close(self) -> None:
        """Put it away."""
        self.dismiss(None)

    def action_open(self) -> None:
        """Show only the articles of the feed."""
        if self.feed is not None:
            self.dismiss(Scope(feed=self.feed.id))

    @on(LineList.Opened)
    def _opened(self) -> None:
        self.action_open()

    def action_help(self) -> None:
        """Show every key."""
        cast("ParleyApp", self.app).action_help()

    def action_retry(self) -> None:
        """Refresh the feed, or the feeds of the folder, at once."""
        if self.feed is not None:
            self.reading.refresh_feeds([self.feed.id], force=True)
        elif self.folder is not None:
            self.reading.refresh_feeds(self.known.inside(self.folder.id))
        else:
            self.reading.refresh_feeds()

    def action_retry_all(self) -> None:
        """Refresh every feed."""
        self.reading.refresh_feeds()

    def action_stop(self) -> None:
        """Stop refreshing."""
        self.reading.action_refresh_stop()

    def action_pause(self) -> None:
        """Leave the feed alone, or ask it again."""
        feed = self.chosen_feed()
        if feed is None:
            return

        def deed(library: Library) -> str:
            library.feeds.pause(feed.id, not feed.paused)
            how = "is asked again" if feed.paused else "is left alone until you resume it"
            return f"{short(feed.shown)} {how}."

        self.do(deed)

    def action_copy(self) -> None:
        """Copy the feed's address, or what a saved search asks."""
        if self.search is not None:
            self.app.copy_to_clipboard(self.search.query)
            self.tell("Copied the search.")
            return
        feed = self.chosen_feed()
        if feed is not None:
            self.app.copy_to_clipboard(feed.address)
            self.tell("Copied the address.")

    def action_site(self) -> None:
        """Open the feed's site."""
        feed = self.chosen_feed()
        if feed is None:
            return
        address = web_address(feed.site)
        if address is None:
            self.tell(f"{short(feed.shown)} does not say which site it belongs to.")
        else:
            self.app.open_url(address)

    def action_rename(self) -> None:
        """Ask for another name."""
        from reader.ui.feeds.asking import ask_name
        from reader.ui.feeds.saved_searches import ask_search

        if self.search is not None:
            ask_search(self, self.search)
        elif self.feed is not None or self.folder is not None:
            ask_name(self)
        else:
            self.tell(NO_FEED)

    def action_move_to(self) -> None:
        """Ask for a folder."""
        from reader.ui.feeds.asking_folder import ask_folder

        if self.feed is not None or self.folder is not None:
            ask_folder(self)
        else:
            self.tell(NO_FEED)

    def action_give_up(self) -> None:
        """Ask what becomes of the articles; a folder is dissolved and a saved search removed at once."""
        from reader.ui.feeds.asking import ask_to_give_up, dissolve
        from reader.ui.feeds.saved_searches import remove_search

        if self.search is not None:
            remove_search(self, self.search)
        elif self.folder is not None:
            dissolve(self, self.folder)
        elif (feed := self.chosen_feed()) is not None:
            ask_to_give_up(self, feed)

    def action_credentials(self) -> None:
        """Ask for name and password."""
        from reader.ui.feeds.asking_access import ask_credentials

        if (feed := self.chosen_feed()) is not None:
            ask_credentials(self, feed)

    def action_certificate(self) -> None:
        """Ask whether to trust the feed's certificate."""
        from reader.ui.feeds.asking_access import ask_to_trust

        if (feed := self.chosen_feed()) is not None:
            ask_to_trust(self, feed)

    def action_proxy(self) -> None:
        """Ask for a proxy."""
        from reader.ui.feeds.asking_access import ask_proxy

        if (feed := self.chosen_feed()) is not None:
            ask_proxy(self, feed)
