"""Lists of articles: rows for the screen, records for other programs, counts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from reader.domain.article import ArticleRow
from reader.domain.scope import EVERYTHING, Found, Scope
from reader.store.list_keys import FOLDERS, Keys, keys
from reader.store.part import Part
from reader.store.problems import told
from reader.store.records import Counts
from reader.store.row_tags import ROW_TAGS, row_tags

FROM = "FROM article a LEFT JOIN status s ON s.article_id = a.id"
_ROW = (
    "a.id, a.title, a.source, CASE WHEN a.feed_id IS NULL THEN a.published ELSE a.dated END, a.language, a.example, "
    "coalesce(s.read, 0), coalesce(a.changed > nullif(s.looked, ''), 0), coalesce(s.bookmarked, 0), " + ROW_TAGS
)
_JOINED = "CROSS JOIN article a ON a.id = k.id LEFT JOIN status s ON s.article_id = a.id"
_NEWEST, _OLDEST = "ORDER BY {0}dated DESC, {0}id DESC", "ORDER BY {0}dated, {0}id"
_COUNT_FOLDER = (
    "SELECT count(*), coalesce(sum(NOT coalesce(s.read, 0)), 0) FROM (SELECT DISTINCT article_id FROM entry "
    f"WHERE feed_id IN ({FOLDERS})) e LEFT JOIN status s ON s.article_id = e.article_id "
    "WHERE coalesce(s.deleted, 0) = 0"
)
_FOUND = "SELECT f.value AS id, f.key AS dated FROM json_each(?) f"
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


class Listing(Part):
    """One connection's view of the lists. Every method may raise LibraryError."""

    def rows(self, limit: int, offset: int, *, after: int | None, scope: Scope) -> list[ArticleRow]:
        """See ``Library.rows``."""
        if scope.found is not None:
            ids = self.standing(scope.found)
            start = offset if after is None else ids.index(after) + 1 if after in ids else len(ids)
            chosen = ids[start : start + limit] if limit >= 0 else ids[start:]
            return self._rows(Keys(_FOUND, (json.dumps(chosen),)), _OLDEST, -1, 0)
        listed = self.keys(scope)
        if after is not None:
            later = (
                f"SELECT dated, id FROM ({listed.sql}) WHERE (dated, id) < (SELECT dated, id FROM article WHERE id = ?)"
            )
            return self._rows(Keys(later, (*listed.values, after)), _NEWEST, limit, offset)
        # A page in the older half is reached from the end.
        if scope == EVERYTHING and limit >= 0 and offset > (total := self.counts(scope).articles) // 2:
            limit = min(limit, max(total - offset, 0))
            return self._rows(listed, _OLDEST, limit, total - offset - limit)[::-1]
        return self._rows(listed, _NEWEST, limit, offset)

    def place(self, article_id: int, scope: Scope) -> int | None:
        """See ``Library.place``."""
        if scope.found is not None:
            ids = self.standing(scope.found)
            return ids.index(article_id) if article_id in ids else None
        listed = self.keys(scope)
        at = self._ask(f"SELECT dated, id FROM ({listed.sql}) WHERE id = ? LIMIT 1", *listed.values, article_id)
        if not at:
            return None
        newer = f"SELECT count(*) FROM ({listed.sql}) WHERE (dated, id) > (?, ?)"
        ((before,),) = self._ask(newer, *listed.values, *at[0])
        return int(before)

    def counts(self, scope: Scope) -> Counts:
        """See ``Library.counts``."""
        if scope.found is not None:
            return self._counted(Keys(_FOUND, (json.dumps(self.standing(scope.found)),)))
        if scope == EVERYTHING or scope == Scope(unread=True):
            tally = dict(self._ask("SELECT name, value FROM tally"))
            unread = tally["articles"] - tally["read"]
            return Counts(unread if scope.unread else tally["articles"] - tally["deleted"], unread)
        if scope == Scope(feed=scope.feed):
            found = self._ask("SELECT articles, unread FROM feed_count WHERE feed_id = ?", scope.feed or 0)
            return Counts(*found[0]) if found else Counts(0, 0)
        if scope == Scope(folder=scope.folder):
            return Counts(*self._ask(_COUNT_FOLDER, scope.folder or 0)[0])
        # To count a folder its articles are gathered, however many: walking all others takes longer.
        return self._counted(keys(scope, lambda _: 0))

    def records(self, scope: Scope, limit: int) -> Iterator[dict[str, Any]]:
        """A dict with ``FIELDS`` for each article; ``tags`` is JSON still. ``guid`` and ``feed`` are those of the feed
        asked for, else of the one the article first came from."""
        columns = _RECORD.format(guid="a.guid", feed="(SELECT subscribed FROM feed WHERE id = a.feed_id)")
        listed, order = self.keys(scope), _NEWEST
        values: list[str | int] = []
        if scope.found is not None:
            listed, order = Keys(_FOUND, (json.dumps(self.standing(scope.found)),)), _OLDEST
        elif scope.feed is not None:
            guid = "(SELECT e.guid FROM entry e WHERE e.article_id = a.id AND e.feed_id = ? ORDER BY e.id LIMIT 1)"
            columns = _RECORD.format(guid=guid, feed="(SELECT subscribed FROM feed WHERE id = ?)")
            values = [scope.feed, scope.feed]
        sql = f"SELECT {columns} FROM (SELECT dated, id FROM ({listed.sql}) {order.format('')} LIMIT ?) k {_JOINED}"
        with told(self._path):
            for row in self._db.execute(f"{sql} {order.format('k.')}", (*values, *listed.values, limit)):
                yield dict(zip(FIELDS, row, strict=True))

    def _rows(self, listed: Keys, order: str, limit: int, offset: int) -> list[ArticleRow]:
        sql = (
            f"SELECT {_ROW} FROM (SELECT dated, id FROM ({listed.sql}) {order.format('')} LIMIT ? OFFSET ?) k {_JOINED}"
        )
        found = self._ask(f"{sql} {order.format('k.')}", *listed.values, limit, offset)
        return [
            ArticleRow(
                id,
                title,
                source,
                dated,
                language,
                bool(example),
                bool(read),
                bool(changed),
                bool(bookmarked),
                row_tags(tags),
            )
            for id, title, source, dated, language, example, read, changed, bookmarked, tags in found
        ]

    def _counted(self, listed: Keys) -> Counts:
        sql = (
            f"SELECT count(*), coalesce(sum(NOT coalesce(s.read, 0)), 0) FROM ({listed.sql}) k "
            "LEFT JOIN status s ON s.article_id = k.id"
        )
        return Counts(*self._ask(sql, *listed.values)[0])

    def keys(self, scope: Scope) -> Keys:
        """SQL for dates and ids of the articles of a scope that is no answer to a search."""
        return keys(scope, self._folder_size)

    def _folder_size(self, folder: int) -> int:
        ((size,),) = self._ask(
            f"SELECT coalesce(sum(articles), 0) FROM feed_count WHERE feed_id IN ({FOLDERS})", folder
        )
        return int(size)

    def standing(self, found: Found) -> Sequence[int]:
        """The ids found without those deleted since, in their order."""
        gone = self._ask(
            "SELECT s.article_id FROM status s WHERE s.deleted AND s.article_id IN (SELECT value FROM json_each(?))",
            json.dumps(found.ids),
        )
        if not gone:
            return found.ids
        deleted = {id for (id,) in gone}
        return [id for id in found.ids if id not in deleted]
