"""Where reading goes on when a list has no unread article any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.domain.feed import Feed
from reader.domain.scope import Scope
from reader.ui.feeds.subscriptions import Subscriptions
from reader.ui.feeds.tree import Kind, tree

if TYPE_CHECKING:
    from reader.store.library import Library


def next_feed(library: Library, scope: Scope) -> tuple[Feed, int, int] | None:
    """The next feed with unread articles in the drawer's order, how many, and the first of them; after the last feed
    comes the first again. None where there is none. Raises LibraryError."""
    known = Subscriptions(
        feeds=tuple(library.feeds.all()),
        folders=tuple(library.folders.all()),
        placements=tuple(library.folders.placements()),
        order=library.folders.order(),
        unread=library.feeds.unread(),
    )
    lines = tree(known)
    here = Scope(feed=scope.feed, folder=scope.folder)
    at = next((n for n, line in enumerate(lines) if line.kind in (Kind.FEED, Kind.FOLDER) and line.scope == here), -1)
    for line in [*lines[at + 1 :], *lines[: at + 1]]:
        if line.kind is Kind.FEED and line.unread:
            first = library.unread.next(Scope(feed=line.id), None, 1)
            if first is not None:
                return library.feeds.get(line.id), line.unread, first
    return None
