"""Remove the texts of old or large articles that nobody kept anything of. What identifies them stays, so that no feed
brings them back.

Spared are articles that are bookmarked, tagged, annotated, corrected, or were so and can be again by undo; those with a
note being written; examples; and whatever did not come from a feed, which nothing could fetch again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from reader.domain.article import hash_text
from reader.store.part import ChangingPart
from reader.store.problems import told

WINDOW = 2_000
"""Articles looked at in one transaction."""

_EMPTY = hash_text("")
_BYTES = (
    "length(CAST(a.text AS BLOB)) + length(CAST(a.layout AS BLOB)) + coalesce((SELECT "
    "sum(length(CAST(v.text AS BLOB)) + length(CAST(v.layout AS BLOB))) FROM version v WHERE v.article_id = a.id), 0)"
)
_CORRECTED = "(SELECT text_hash FROM correction WHERE text_hash IS NOT NULL AND undone >= 0)"
_GOING = (
    f"FROM article a LEFT JOIN status s ON s.article_id = a.id WHERE a.feed_id IS NOT NULL AND NOT a.example "
    f"AND a.text_hash <> '{_EMPTY}' AND NOT coalesce(s.bookmarked, 0) "
    "AND NOT EXISTS (SELECT 1 FROM tagging t WHERE t.article_id = a.id) "
    "AND NOT EXISTS (SELECT 1 FROM annotation n WHERE n.article_id = a.id) "
    f"AND a.text_hash NOT IN {_CORRECTED} "
    f"AND NOT EXISTS (SELECT 1 FROM version v WHERE v.article_id = a.id AND v.text_hash IN {_CORRECTED}) "
    f"AND NOT EXISTS (SELECT 1 FROM alternate o WHERE o.article_id = a.id AND o.text_hash IN {_CORRECTED}) "
    "AND a.id NOT IN (SELECT value FROM json_each(:spared))"
)

_KEPT_BY = frozenset({"annotation", "tagging"})


@dataclass(frozen=True, slots=True)
class Wish:
    """Which articles are to go: dated and come in longer ago than ``older_than``; larger than ``larger_than`` bytes,
    earlier versions counted; first brought by ``feed``; read. What is not said does not matter, but one of the first
    two must be."""

    older_than: timedelta | None = None
    larger_than: int | None = None
    feed: int | None = None
    only_read: bool = False


@dataclass(frozen=True, slots=True)
class Share:
    """What would go of a feed's: how many articles, and about how many bytes."""

    feed_id: int
    articles: int
    size: int


class Cleanup(ChangingPart):
    """One connection's. Every method may raise LibraryError."""

    def preview(self, wish: Wish, now: datetime | None = None) -> list[Share]:
        """What would go, by feed, the most bytes first. Nothing is changed."""
        where, values = _condition(wish, now)
        sql = f"SELECT a.feed_id, count(*), sum({_BYTES}) {_GOING} {where} GROUP BY a.feed_id ORDER BY 3 DESC, 1"
        return [Share(*row) for row in self._ask_with(sql, {**values, "spared": json.dumps(sorted(self._spared()))})]

    def run(self, wish: Wish, after: int = 0, now: datetime | None = None) -> tuple[int, int | None]:
        """Remove what goes among the next articles by id. Gives how many went, and the id to go on after, None at the
        end. What is kept meanwhile is spared."""
        with self._transaction(durable=False):
            where, values = _condition(wish, now)
            old = "AND dated < :before" if "before" in values else ""
            # By the index alone: the rows of articles are as long as their texts.
            sql = f"SELECT id FROM article INDEXED BY article_narrow WHERE id > :after {old} ORDER BY id LIMIT :most"
            ids = [id for (id,) in self._ask_with(sql, {**values, "after": after, "most": WINDOW})]
            values |= {"spared": json.dumps(sorted(self._spared())), "ids": json.dumps(ids)}
            sql = f"SELECT a.id {_GOING} AND a.id IN (SELECT value FROM json_each(:ids)) {where}"
            going = [id for (id,) in self._ask_with(sql, values)]
            if going:
                self._remove(going)
            return len(going), ids[-1] if len(ids) == WINDOW else None

    def _remove(self, ids: Sequence[int]) -> None:
        these = {"ids": json.dumps(ids)}
        among = "(SELECT value FROM json_each(:ids))"
        hashes = {
            text_hash
            for table, key in (("article", "id"), ("version", "article_id"), ("alternate", "article_id"))
            for (text_hash,) in self._ask_with(f"SELECT text_hash FROM {table} WHERE {key} IN {among}", these)
        }
        # Not one statement with ON CONFLICT: what it says of conflicts would count in triggers as well.
        self._do(f"UPDATE status SET deleted = 1, position = 0 WHERE article_id IN {among}", these)
        self._do(
            "INSERT INTO status (article_id, deleted) SELECT value, 1 FROM json_each(:ids) "
            "WHERE value NOT IN (SELECT article_id FROM status)",
            these,
        )
        for table in ("version", "alternate"):
            self._do(f"DELETE FROM {table} WHERE article_id IN {among}", these)
        self._do(
            f"UPDATE article SET text = '', layout = '', text_hash = '{_EMPTY}', changed = NULL WHERE id IN {among}",
            these,
        )
        elsewhere = " UNION ALL ".join(
            f"SELECT text_hash FROM {table}" for table in ("article", "version", "alternate")
        )
        self._do(
            "DELETE FROM analysis WHERE text_hash IN (SELECT value FROM json_each(:hashes)) "
            f"AND text_hash NOT IN ({elsewhere})",
            {"hashes": json.dumps(sorted(hashes))},
        )
        self._forget(frozenset(ids))

    def _forget(self, ids: frozenset[int]) -> None:
        """Take out of what can be undone whatever would bring an empty article back into the lists."""
        sql = "SELECT id, changes FROM deed WHERE undone >= 0 AND kind <> 'correction' AND changes LIKE '%\"status\"%'"
        for id, changes in self._ask(sql):
            before = json.loads(changes)
            after = [kept for change in before if (kept := _without(change, ids)) is not None]
            if after != before:
                undone = "undone" if after else "-1"
                self._do(
                    f"UPDATE deed SET changes = :changes, undone = {undone} WHERE id = :id",
                    {"changes": json.dumps(after, ensure_ascii=False), "id": id},
                )

    def _spared(self) -> set[int]:
        """Articles that something was kept of which undo or redo may bring back, or that a note is being written on."""
        spared = set[int]()
        for (subject,) in self._ask("SELECT subject FROM draft"):
            spared.update(int(number) for number in re.findall(r"\d{1,18}", subject))
        sql = (
            "SELECT changes FROM deed WHERE undone >= 0 AND kind <> 'correction' AND (changes LIKE '%\"annotation\"%' "
            "OR changes LIKE '%\"tagging\"%' OR changes LIKE '%\"bookmarked\"%')"
        )
        for (changes,) in self._ask(sql):
            for table, key, old, new in json.loads(changes):
                rows = [row for row in (old, new) if row is not None]
                if table in _KEPT_BY:
                    spared.update(row["article_id"] for row in rows if "article_id" in row)
                if table == "tagging" or (table == "status" and any("bookmarked" in row for row in rows)):
                    spared.update(key if isinstance(key, list) else [key])
        return spared

    def _do(self, sql: str, values: dict[str, Any]) -> None:
        with told(self._path):
            self._db.execute(sql, values)


def _condition(wish: Wish, now: datetime | None) -> tuple[str, dict[str, Any]]:
    if wish.older_than is None and wish.larger_than is None:
        raise ValueError("neither an age nor a size is named")
    where, values = "", dict[str, Any]()
    if wish.older_than is not None:
        where += " AND a.dated < :before AND a.added < :before"
        values["before"] = ((now or datetime.now(UTC)) - wish.older_than).strftime("%Y-%m-%dT%H:%M:%SZ")
    if wish.larger_than is not None:
        where += f" AND {_BYTES} > :size"
        values["size"] = wish.larger_than
    if wish.feed is not None:
        where += " AND a.feed_id = :feed"
        values["feed"] = wish.feed
    if wish.only_read:
        where += " AND coalesce(s.read, 0)"
    return where, values


def _without(change: Any, ids: frozenset[int]) -> Any:
    """A change without what it does to the status of these articles; None where nothing is left."""
    table, key, old, new = change
    if table != "status":
        return change
    if isinstance(key, list):
        left = [id for id in key if id not in ids]
        return [table, left, old, new] if left else None
    return None if key in ids else change
