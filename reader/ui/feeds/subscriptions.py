"""What drawer and health screen know of the subscriptions, read from the library in one go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from reader.domain.feed import Feed, Visit
from reader.domain.folder import Folder, Placement
from reader.domain.saved_search import SavedSearch
from reader.domain.story import Stories, StoryCounts, StoryRow

if TYPE_CHECKING:
    from reader.store.library import Library

FOLLOWED = 20
"""Followed stories in the drawer at most; the list of stories has them all."""

WEEKS = 4
"""Over how many weeks articles a week are counted."""


_NEVER = Visit()
_NO_STORIES = StoryCounts()


class State(Enum):
    """How a feed is; the value is one mark, told apart without colour."""

    FINE = " "
    NEW = "·"
    FAILING = "!"
    GONE = "×"
    PAUSED = "‖"


WORDS = {
    State.FINE: "works",
    State.NEW: "not asked yet",
    State.FAILING: "fails",
    State.GONE: "gone",
    State.PAUSED: "paused",
}


def state(feed: Feed, visit: Visit) -> State:
    """How a feed is, by what matters most."""
    if feed.paused:
        return State.PAUSED
    if visit.gone:
        return State.GONE
    if visit.failures or visit.error:
        return State.FAILING
    return State.FINE if visit.tried else State.NEW


@dataclass(frozen=True)
class Subscriptions:
    """Feeds by name, folders and placements in their order, ``order`` among neighbours of both kinds; visits, unread
    and articles a week by feed id; counts of all articles; saved searches in their order, and what is unread in those
    that were counted; how many stories there are, and the newest followed ones."""

    feeds: tuple[Feed, ...] = ()
    folders: tuple[Folder, ...] = ()
    placements: tuple[Placement, ...] = ()
    order: Mapping[tuple[str, int], int] = field(default_factory=dict)
    visits: Mapping[int, Visit] = field(default_factory=dict)
    unread: Mapping[int, int] = field(default_factory=dict)
    weekly: Mapping[int, float] = field(default_factory=dict)
    articles: int = 0
    all_unread: int = 0
    searches: tuple[SavedSearch, ...] = ()
    search_unread: Mapping[int, int] = field(default_factory=dict)
    stories: StoryCounts = _NO_STORIES
    followed: tuple[StoryRow, ...] = ()

    def feed(self, id: int) -> Feed | None:
        """The feed with that id, if it is subscribed to."""
        return next((feed for feed in self.feeds if feed.id == id), None)

    def folder(self, id: int | None) -> Folder | None:
        """The folder with that id."""
        return next((folder for folder in self.folders if folder.id == id), None)

    def search(self, id: int) -> SavedSearch | None:
        """The saved search with that id."""
        return next((search for search in self.searches if search.id == id), None)

    def visit(self, id: int) -> Visit:
        """How the feed's visits went."""
        return self.visits.get(id, _NEVER)

    def state(self, feed: Feed) -> State:
        """How a feed is."""
        return state(feed, self.visit(feed.id))

    def inside(self, folder: int) -> list[int]:
        """Ids of the feeds in a folder and the folders below it, each once."""
        within, fresh = {folder}, {folder}
        while fresh:
            fresh = {f.id for f in self.folders if f.parent in fresh} - within
            within |= fresh
        return list(dict.fromkeys(p.feed_id for p in self.placements if p.folder in within))

    def folder_names(self, feed_id: int) -> list[str]:
        """The folders a feed is in, by name."""
        ids = [p.folder for p in self.placements if p.feed_id == feed_id]
        return [folder.name for id in ids if (folder := self.folder(id)) is not None]


def read_subscriptions(library: Library, search_unread: Mapping[int, int] | None = None) -> Subscriptions:
    """Everything at once, but for what is unread in searches, which takes a while to count. Raises LibraryError."""
    counts = library.counts()
    since = datetime.now(UTC) - timedelta(weeks=WEEKS)
    recent = library.feeds.since(since.strftime("%Y-%m-%dT%H:%M:%SZ"))
    return Subscriptions(
        tuple(library.feeds.all()),
        tuple(library.folders.all()),
        tuple(library.folders.placements()),
        library.folders.order(),
        library.feeds.visits(),
        library.feeds.unread(),
        {id: count / WEEKS for id, count in recent.items()},
        counts.articles,
        counts.unread,
        tuple(library.searches.all()),
        search_unread or {},
        library.stories.counts(),
        tuple(library.stories.rows(FOLLOWED, which=Stories.FOLLOWED)),
    )
