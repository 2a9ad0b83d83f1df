"""Which articles a list shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.domain.query.terms import Query


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What a search answered: ids of articles in the order they are listed. ``more`` where there are others still, left
    out because nobody reads on for so long; so many ``unseen`` articles are not looked at for stories yet. Two answers
    are never equal, so that a new one is shown as new."""

    ids: tuple[int, ...]
    more: bool = False
    unseen: int = 0


@dataclass(frozen=True, slots=True)
class Scope:
    """All articles, those of one feed, or those of the feeds in a folder and the folders below it; of these perhaps
    only the unread, with those in ``kept``, which were read while the list was looked at. An article of several feeds
    is in the scope of each.

    Or the answer to a search: ``query`` is what was asked, ``text`` as it was typed, ``found`` what was answered,
    ``saved`` the id of the saved search where it is one.
    """

    feed: int | None = None
    folder: int | None = None
    unread: bool = False
    kept: frozenset[int] = frozenset()
    query: Query | None = None
    text: str = ""
    found: Found | None = None
    saved: int | None = None


EVERYTHING = Scope()


def to_search(text: str, saved: int | None = None) -> Scope:
    """A search that is still to be understood and answered: its ``found`` is None, its ``query`` empty."""
    from reader.domain.query.terms import Query

    return Scope(query=Query(), text=text, saved=saved)
