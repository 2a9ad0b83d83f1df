"""The rows of the drawer: all articles, the unread, the stories, saved searches, and the tree of folders and feeds.
Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from rich.cells import cell_len

from reader.domain.feed import Feed
from reader.domain.folder import Folder
from reader.domain.saved_search import SavedSearch
from reader.domain.scope import EVERYTHING, Scope, to_search
from reader.ui.feeds.line_list import Line
from reader.ui.feeds.subscriptions import State, Subscriptions
from reader.ui.row_text import Piece, fit

OPEN, CLOSED = "▾", "▸"
DEEPEST = 8
"""Folders further down are not set in any further."""

SEARCHED = "/"
"""What stands before a saved search."""

FOLLOWED = "★"
"""What stands before a followed story."""


class Kind(StrEnum):
    """What a row of the drawer stands for."""

    ALL = "all"
    UNREAD = "unread"
    STORIES = "stories"
    STORY = "story"
    SEARCH = "search"
    FOLDER = "folder"
    FEED = "feed"


@dataclass(frozen=True)
class TreeLine(Line):
    """A row of the drawer. ``id`` is of its feed, folder, saved search or story, ``folder`` the one it stands in,
    ``fold`` the sign of a folder that is open or closed, ``query`` what a saved search asks."""

    kind: Kind
    name: str
    id: int = 0
    folder: int | None = None
    depth: int = 0
    unread: int = 0
    state: State = State.FINE
    fold: str = ""
    query: str = ""

    @property
    def scope(self) -> Scope:
        """The articles it stands for; of stories all, as they are no list of articles."""
        match self.kind:
            case Kind.ALL | Kind.STORIES | Kind.STORY:
                return EVERYTHING
            case Kind.UNREAD:
                return Scope(unread=True)
            case Kind.SEARCH:
                return to_search(self.query, self.id)
            case Kind.FOLDER:
                return Scope(folder=self.id)
            case Kind.FEED:
                return Scope(feed=self.id)

    def pieces(self, width: int) -> list[Piece]:
        """Mark, name and how much is unread, at the right edge."""
        count = f" {self.unread}" if self.unread else ""
        sign = _SIGNS.get(self.kind, self.state.value)
        mark = (f"{sign} ", "warning" if self.state in (State.FAILING, State.GONE) else "quiet")
        indent = "  " * min(self.depth, DEEPEST)
        fold = f"{self.fold} " if self.fold else ""
        room = max(width - cell_len(count) - 3 - len(indent) - len(fold), 1)
        style = "quiet" if self.state is State.PAUSED else "strong" if self.unread else "name"
        return [mark, (indent + fold, "quiet"), (fit(self.name, room), style), (count, "quiet"), (" ", "quiet")]


_SIGNS = {Kind.SEARCH: SEARCHED, Kind.STORY: FOLLOWED}


def tree(known: Subscriptions, closed: frozenset[int] = frozenset()) -> list[TreeLine]:
    """The rows; what is in the folders ``closed`` is left out. Folders and feeds stand in the order they were given."""
    lines = [
        TreeLine("all", Kind.ALL, "All articles", unread=0),
        TreeLine("unread", Kind.UNREAD, "Unread", unread=known.all_unread),
        TreeLine("stories", Kind.STORIES, "Stories", unread=known.stories.unread),
    ]
    lines += [TreeLine(f"story:{s.id}", Kind.STORY, s.shown, s.id, unread=s.unread) for s in known.followed]
    lines += [_searched(search, known.search_unread.get(search.id, 0)) for search in known.searches]
    return lines + list(_Tree(known, closed).below(None, 0))


def _searched(search: SavedSearch, unread: int) -> TreeLine:
    return TreeLine(f"search:{search.id}", Kind.SEARCH, search.name, search.id, unread=unread, query=search.query)


class _Tree:
    def __init__(self, known: Subscriptions, closed: frozenset[int]) -> None:
        self._known = known
        self._closed = closed
        self._below: dict[int | None, list[tuple[int, str, Folder | Feed]]] = defaultdict(list)
        feeds = {feed.id: feed for feed in known.feeds}
        folders = {folder.id for folder in known.folders}
        for folder in known.folders:
            at = known.order.get(("folder", folder.id), 0)
            self._below[folder.parent if folder.parent in folders else None].append((at, f"folder:{folder.id}", folder))
        for place in known.placements:
            feed = feeds.get(place.feed_id)
            if feed is not None:
                home = place.folder if place.folder in folders else None
                self._below[home].append((place.position, f"place:{place.id}", feed))
        placed = {place.feed_id for place in known.placements}
        self._below[None].extend((1 << 60, f"feed:{id}", feed) for id, feed in feeds.items() if id not in placed)
        for rows in self._below.values():
            rows.sort(key=lambda row: row[0])

        self._feeds: dict[int, frozenset[int]] = {}

    def below(self, parent: int | None, depth: int) -> Iterator[TreeLine]:
        """The rows in a folder."""
        unread = self._known.unread
        for _, key, item in self._below.get(parent, ()):
            if isinstance(item, Feed):
                count, how = unread.get(item.id, 0), self._known.state(item)
                yield TreeLine(key, Kind.FEED, item.shown, item.id, parent, depth, count, how)
                continue
            # A feed may stand in several folders below this one; it is counted once.
            count = sum(unread.get(id, 0) for id in self._inside(item.id))
            fold = CLOSED if item.id in self._closed else OPEN
            yield TreeLine(key, Kind.FOLDER, item.name, item.id, parent, depth, count, State.FINE, fold)
            if fold == OPEN:
                yield from self.below(item.id, depth + 1)

    def _inside(self, folder: int) -> frozenset[int]:
        if folder not in self._feeds:
            items = [item for _, _, item in self._below.get(folder, ())]
            below = (self._inside(item.id) for item in items if isinstance(item, Folder))
            self._feeds[folder] = frozenset(item.id for item in items if isinstance(item, Feed)).union(*below)
        return self._feeds[folder]
