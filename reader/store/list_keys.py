"""Which articles a list has, as SQL that gives their dates and ids: from an index alone, so that any page is near."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from reader.domain.scope import Scope

FOLDERS = (
    "WITH RECURSIVE inside (id) AS (SELECT ? UNION SELECT f.id FROM folder f JOIN inside ON f.parent = inside.id) "
    "SELECT p.feed_id FROM placement p JOIN feed ON feed.id = p.feed_id "
    "WHERE feed.unsubscribed IS NULL AND p.folder IN (SELECT id FROM inside)"
)
"""The feeds of a folder and those below it; its one value is the folder's id."""

FEW = 5_000
"""A folder with no more articles is gathered and sorted; in a larger one they are met soon when all are walked."""

_ALL = "SELECT a.dated AS dated, a.id AS id FROM article a WHERE a.hidden = 0"
_UNREAD = "SELECT u.dated AS dated, u.article_id AS id FROM unread u WHERE TRUE"
# Of an item that stands in a feed's document twice the article is listed once.
_OF_FEED = (
    "SELECT e.dated AS dated, e.article_id AS id FROM entry e LEFT JOIN status s ON s.article_id = e.article_id "
    "WHERE e.feed_id = ? AND coalesce(s.deleted, 0) = 0 AND NOT EXISTS "
    "(SELECT 1 FROM entry o WHERE o.article_id = e.article_id AND o.feed_id = e.feed_id AND o.id < e.id)"
)
# Read while it was looked at: no longer unread, but still there.
_KEPT = (
    "SELECT a.dated AS dated, a.id AS id FROM article a JOIN status s ON s.article_id = a.id "
    "WHERE a.id IN (SELECT value FROM json_each(?)) AND s.read AND NOT s.deleted"
)


@dataclass(frozen=True, slots=True)
class Keys:
    """``sql`` selects ``dated`` and ``id`` of every article of a list, in no order, with ``values`` for its marks."""

    sql: str
    values: tuple[str | int, ...] = ()


def keys(scope: Scope, folder_size: Callable[[int], int]) -> Keys:
    """The keys of a scope that is no answer to a search; ``folder_size`` tells about how many articles a folder has."""
    if scope.feed is not None:
        return _of_feed(scope, scope.feed)
    inside, values = _inside(scope.folder, folder_size)
    if not scope.unread:
        return Keys(_ALL + inside.format(id="a.id"), values)
    unread = _UNREAD + inside.format(id="u.article_id")
    if not scope.kept:
        return Keys(unread, values)
    return Keys(f"{unread} UNION ALL {_KEPT}{inside.format(id='a.id')}", (*values, _kept(scope), *values))


def _of_feed(scope: Scope, feed: int) -> Keys:
    if not scope.unread:
        return Keys(_OF_FEED, (feed,))
    unread = "coalesce(s.read, 0) = 0 OR e.article_id IN (SELECT value FROM json_each(?))"
    return Keys(f"{_OF_FEED} AND ({unread})", (feed, _kept(scope)))


def _inside(folder: int | None, folder_size: Callable[[int], int]) -> tuple[str, tuple[str | int, ...]]:
    if folder is None:
        return "", ()
    if folder_size(folder) <= FEW:
        return f" AND {{id}} IN (SELECT article_id FROM entry WHERE feed_id IN ({FOLDERS}))", (folder,)
    return f" AND EXISTS (SELECT 1 FROM entry e WHERE e.article_id = {{id}} AND +e.feed_id IN ({FOLDERS}))", (folder,)


def _kept(scope: Scope) -> str:
    return json.dumps(sorted(scope.kept))
