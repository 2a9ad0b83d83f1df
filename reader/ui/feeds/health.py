"""The health screen: how each feed fares, which fail and why, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from reader.domain.feed import Feed
from reader.ui.actions import Region, bindings
from reader.ui.feeds.feed_keys import FeedKeys
from reader.ui.feeds.health_rows import HealthLine, Order, heading, health_lines
from reader.ui.feeds.line_list import Line, LineList
from reader.ui.feeds.sentences import facts, feed_sentence
from reader.ui.feeds.subscriptions import State, Subscriptions

if TYPE_CHECKING:
    from reader.ingest.desk import Desk

NO_FEEDS = "No feeds yet: B opens the drawer, where a adds one."
NONE_FAILS = "No feed fails."


class HealthScreen(FeedKeys):
    """Ends with the articles to show, or None."""

    BINDINGS = bindings(Region.HEALTH)

    def __init__(self, desk: Desk, known: Subscriptions) -> None:
        super().__init__(desk, known)
        self._order = Order.STATUS
        self._failing = False

    def compose(self) -> ComposeResult:
        yield Static(id="health-title")
        yield Static(id="health-heading")
        yield LineList(id="health-rows")
        yield Static(id="health-facts")
        yield Static(
            Content("r retry  f failing  s sort  c password  t certificate  ? keys  Esc back"), id="health-keys"
        )

    def on_mount(self) -> None:
        self.show()
        self.list.focus()

    def on_resize(self) -> None:
        self._tell_heading()

    @property
    def line(self) -> HealthLine | None:
        """The row under the cursor."""
        line = self.list.line
        return line if isinstance(line, HealthLine) else None

    @property
    def feed(self) -> Feed | None:
        return self.line.feed if self.line is not None else None

    def lines_of(self, known: Subscriptions) -> Sequence[Line]:
        return health_lines(known, self._order, self._failing, datetime.now().astimezone())

    def show(self, lines: Sequence[Line] | None = None) -> None:
        self.list.empty = NONE_FAILS if self.known.feeds else NO_FEEDS
        super().show(lines)
        self._tell_heading()
        failing = sum(self.known.state(feed) in (State.FAILING, State.GONE) for feed in self.known.feeds)
        count = len(self.known.feeds)
        shown = "the failing only" if self._failing else f"{count} feed{'' if count == 1 else 's'}"
        words = f" · {shown} · {failing} fail{'s' if failing == 1 else ''} · {self._order.value}"
        self.query_one("#health-title", Static).update(Content.assemble(("Feeds’ health", "bold"), (words, "$quiet")))

    def _tell_heading(self) -> None:
        self.query_one("#health-heading", Static).update(Content(heading(max(self.size.width - 3, 1))))

    @on(LineList.Moved)
    def _tell_feed(self) -> None:
        static, line = self.query_one("#health-facts", Static), self.line
        if line is None:
            static.update("", layout=False)
            return
        now = datetime.now().astimezone()
        parts: list[Content | tuple[str, str]] = [Content(feed_sentence(line.feed, line.visit, now))]
        for word, value in facts(line.feed, line.visit, self.known.folder_names(line.feed.id), now):
            parts += [("\n" if word == "address" else "  ", ""), (f"{word}\u00a0", "$quiet"), Content(value)]
        static.update(Content.assemble(*parts), layout=False)

    # Keys

    def action_failing(self) -> None:
        """Show the failing feeds only, or all."""
        self._failing = not self._failing
        self.show()

    def action_sort(self) -> None:
        """Sort by something else."""
        orders = list(Order)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self.show()
