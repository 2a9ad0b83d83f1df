"""Which articles a list shows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scope:
    """All articles, those of one feed, or those of the feeds in a folder and the folders below it; of these perhaps
    only the unread, with those in ``kept``, which were read while the list was looked at. An article of several feeds
    is in the scope of each."""

    feed: int | None = None
    folder: int | None = None
    unread: bool = False
    kept: frozenset[int] = frozenset()


EVERYTHING = Scope()
