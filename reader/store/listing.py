"""Lists of articles: rows for the screen, records for other programs, counts."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reader.domain.article import ArticleRow
from reader.domain.scope import EVERYTHING, Scope
from reader.store.problems import told
from reader.store.records import Counts

FROM = "FROM article a LEFT JOIN status s ON s.article_id = a.id"
_ROW = (
    "a.id, a.title, a.source, CASE WHEN a.feed_id IS NULL THEN a.published ELSE a.dated END, a.language, a.example, "
    "coalesce(s.read, 0), coalesce(a.changed > s.looked, 0), coalesce(s.bookmarked, 0)"
)
_KEPT = "coalesce(s.deleted, 0) = 0"
_UNREAD = "coalesce(s.read, 0) = 0"
_FOLDERS = (
    "WITH RECURSIVE inside (id) AS (SELECT ? UNION SELECT f.id FROM folder f JOIN inside ON f.parent = inside.id) "
    "SELECT p.feed_id FROM placement p JOIN feed ON feed.id = p.feed_id "
    "WHERE feed.unsubscribed IS NULL AND p.folder IN (SELECT id FROM inside)"
)
_RECORD = (
    "a.id, a.title, a.url, {guid}, coalesce(a.published, a.dated), a.updated, a.author, a.source, {feed}, a.language, "
    "coalesce(s.read, 0), coalesce(s.bookmarked, 0), "
    "(SELECT json_group_array(name) FROM (SELECT g.name FROM tagging t JOIN tag g ON g.id = t.tag_id "
    "WHERE t.article_id = a.id ORDER BY g.name))"
)
FIELDS = (
    *("id", "title", "url", "guid", "published", "updated", "author", "source", "feed", "language"),
    *("read", "bookmarked", "tags"),
)
"""What a record tells of an article, in this order."""


class Listing:
    """One connection's view of the lists. Every method may raise LibraryError."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._db = connection
        self._path = path

    def rows(self, limit: int, offset: int, *, after: int | None, scope: Scope) -> list[ArticleRow]:
        """See ``Library.rows``."""
        source, where, values, dated, id = self._scoped(scope)
        if after is not None:
            where += f" AND ({dated}, {id}) < (SELECT dated, id FROM article WHERE id = ?)"
            values.append(after)
        sql = f"SELECT {_ROW} {source} WHERE {where} ORDER BY {dated} DESC, {id} DESC LIMIT ? OFFSET ?"
        return [
            ArticleRow(id, title, source, dated, language, bool(example), bool(read), bool(changed), bool(bookmarked))
            for id, title, source, dated, language, example, read, changed, bookmarked in self._ask(
                sql, *values, limit, offset
            )
        ]

    def place(self, article_id: int, scope: Scope) -> int | None:
        """See ``Library.place``."""
        source, where, values, dated, id = self._scoped(scope)
        if not self._ask(f"SELECT 1 {source} WHERE {where} AND {id} = ? LIMIT 1", *values, article_id):
            return None
        newer = f"({dated}, {id}) > (SELECT dated, id FROM article WHERE id = ?)"
        ((before,),) = self._ask(f"SELECT count(*) {source} WHERE {where} AND {newer}", *values, article_id)
        return int(before)

    def counts(self, scope: Scope) -> Counts:
        """See ``Library.counts``."""
        if scope == EVERYTHING:
            tally = dict(self._ask("SELECT name, value FROM tally"))
            return Counts(tally["articles"] - tally["deleted"], tally["articles"] - tally["read"])
        source, where, values, _, _ = self._scoped(scope)
        ((articles, unread),) = self._ask(
            f"SELECT count(*), coalesce(sum({_UNREAD}), 0) {source} WHERE {where}", *values
        )
        return Counts(articles, unread)

    def records(self, scope: Scope, limit: int) -> Iterator[dict[str, Any]]:
        """A dict with ``FIELDS`` for each article; ``tags`` is JSON still. ``guid`` and ``feed`` are those of the feed
        asked for, else of the one the article first came from."""
        source, where, values, dated, id = self._scoped(scope)
        here = scope.feed is not None
        columns = _RECORD.format(
            guid="e.guid" if here else "a.guid",
            feed=f"(SELECT subscribed FROM feed WHERE id = {'e' if here else 'a'}.feed_id)",
        )
        with told(self._path):
            found = self._db.execute(
                f"SELECT {columns} {source} WHERE {where} ORDER BY {dated} DESC, {id} DESC LIMIT ?", (*values, limit)
            )
            for row in found:
                yield dict(zip(FIELDS, row, strict=True))

    def _scoped(self, scope: Scope) -> tuple[str, str, list[str | int], str, str]:
        """Source, condition and its values, and the columns of date and id, for a scope."""
        where, values = _KEPT, list[str | int]()
        if scope.unread and scope.kept:
            where += f" AND ({_UNREAD} OR a.id IN (SELECT value FROM json_each(?)))"
            values.append(json.dumps(sorted(scope.kept)))
        elif scope.unread:
            where += f" AND {_UNREAD}"
        if scope.feed is not None:
            source = "FROM entry e JOIN article a ON a.id = e.article_id LEFT JOIN status s ON s.article_id = a.id"
            return source, f"e.feed_id = ? AND {where}", [scope.feed, *values], "e.dated", "e.article_id"
        if scope.folder is not None:
            inside = f"a.id IN (SELECT article_id FROM entry WHERE feed_id IN ({_FOLDERS}))"
            return FROM, f"{inside} AND {where}", [scope.folder, *values], "a.dated", "a.id"
        return FROM, where, values, "a.dated", "a.id"

    def _ask(self, sql: str, *values: str | int) -> list[Any]:
        with told(self._path):
            return self._db.execute(sql, values).fetchall()
