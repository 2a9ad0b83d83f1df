"""Read or unread, bookmarked and deleted for many articles at once: one deed, however many."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from reader.domain.scope import EVERYTHING, Scope
from reader.store.clock import now
from reader.store.deeds import Deeds, UndoablePart
from reader.store.listing import Listing
from reader.store.part import Transaction
from reader.store.present import present

_PLACE = "(SELECT dated FROM article WHERE id = ?)"


class Marking(UndoablePart):
    """Every method may raise LibraryError."""

    def __init__(
        self, connection: sqlite3.Connection, path: Path, transaction: Transaction, deeds: Deeds, listing: Listing
    ) -> None:
        super().__init__(connection, path, transaction, deeds)
        self._listing = listing

    def mark(
        self,
        what: Scope | Iterable[int],
        read: bool,
        *,
        above: int | None = None,
        below: int | None = None,
        before: str | None = None,
    ) -> int:
        """Mark the articles of a list, or those with these ids, read or unread; gives how many were not so before.

        Of a list with ``above`` only those above that article, in the order in which the list has them; or ``below``.
        Of one that is no answer to a search only those dated ``before`` a moment (ISO 8601, a date or in UTC). What is
        marked read has been looked at as it is now. Raises NotFoundError.
        """
        with self._transaction():
            sql, values = self._to_mark(what, read, above, below, before)
            ids = [id for (id,) in self._ask(sql, *values)]
            became: dict[str, object] = {"read": 1, "looked": now()} if read else {"read": 0}
            self._note("read", f"marked{{}} {'read' if read else 'unread'}", ids, **became)
            return len(ids)

    def count(
        self, what: Scope | Iterable[int], read: bool, *, above: int | None = None, below: int | None = None
    ) -> int:
        """How many ``mark`` would mark."""
        if what == EVERYTHING and read and above is None and below is None:
            return self._listing.counts(EVERYTHING).unread
        sql, values = self._to_mark(what, read, above, below)
        ((count,),) = self._ask(f"SELECT count(*) FROM ({sql})", *values)
        return int(count)

    def bookmark(self, ids: Iterable[int], bookmarked: bool) -> int:
        """Bookmark articles, or not any more; gives how many were not so before. Raises NotFoundError."""
        with self._transaction():
            chosen = self._where(present(self._db, self._path, ids), "bookmarked", not bookmarked)
            what = "bookmarked{}" if bookmarked else "no longer bookmarked{}"
            self._note("bookmark", what, chosen, bookmarked=int(bookmarked))
            return len(chosen)

    def delete(self, ids: Iterable[int]) -> int:
        """Put articles out of every list; gives how many were there before. Raises NotFoundError."""
        with self._transaction():
            chosen = self._where(present(self._db, self._path, ids), "deleted", False)
            self._note("delete", "deleted{}", chosen, deleted=1)
            return len(chosen)

    def chosen(self, scope: Scope, picked: Iterable[int], ends: tuple[int, int] | None = None) -> list[int]:
        """Which articles of a list are among those ``picked``, or stand from one of the two ``ends`` to the other, both
        with it; in the order of the list."""
        each = set(picked)
        if scope.found is not None:
            ids = self._listing.standing(scope.found)
            at = sorted(ids.index(id) for id in ends if id in ids) if ends is not None else []
            return [id for n, id in enumerate(ids) if id in each or (len(at) == 2 and at[0] <= n <= at[1])]
        listed = self._listing.keys(scope)
        values: list[str | int] = [*listed.values, json.dumps(sorted(each))]
        between = ""
        if ends is not None:
            dated = [self._ask("SELECT dated, id FROM article WHERE id = ?", id) for id in ends]
            (oldest,), (newest,) = sorted(dated)
            between = " OR (dated, id) BETWEEN (?, ?) AND (?, ?)"
            values += [*oldest, *newest]
        sql = (
            f"SELECT id FROM ({listed.sql}) WHERE id IN (SELECT value FROM json_each(?)){between} "
            "ORDER BY dated DESC, id DESC"
        )
        return [id for (id,) in self._ask(sql, *values)]

    def _to_mark(
        self,
        what: Scope | Iterable[int],
        read: bool,
        above: int | None,
        below: int | None,
        before: str | None = None,
    ) -> tuple[str, list[str | int]]:
        """SQL for the ids of what ``mark`` marks, with its values."""
        if not isinstance(what, Scope):
            return _of(present(self._db, self._path, what), "read", not read)
        if what.found is not None:
            ids = self._listing.standing(what.found)
            first = ids.index(below) + 1 if below is not None and below in ids else 0
            last = ids.index(above) if above is not None and above in ids else len(ids)
            return _of(ids[first:last], "read", not read)
        # Of the unread there is a list already; of those that are read the others are left out.
        listed = self._listing.keys(replace(what, unread=True, kept=frozenset()) if read else what)
        values = list(listed.values)
        where = "TRUE" if read else "EXISTS (SELECT 1 FROM status s WHERE s.article_id = k.id AND s.read)"
        for id, sign in ((above, ">"), (below, "<")):
            if id is not None:
                where += f" AND (k.dated, k.id) {sign} ({_PLACE}, ?)"
                values += [id, id]
        if before is not None:
            where += " AND k.dated < ?"
            values.append(before)
        return f"SELECT k.id FROM ({listed.sql}) k WHERE {where}", values

    def _where(self, ids: Sequence[int], flag: str, state: bool) -> list[int]:
        sql, values = _of(ids, flag, state)
        return [id for (id,) in self._ask(sql, *values)]

    def _note(self, kind: str, label: str, ids: Sequence[int], **values: object) -> None:
        """Change the status of articles; ``label`` with {} where it says how many."""
        if not ids:
            return
        if len(ids) == 1:
            ((title,),) = self._ask("SELECT title FROM article WHERE id = ?", ids[0])
            said = f"{label.format('')}: {title}"
        else:
            said = label.format(f" {len(ids)} articles")
        self._deeds.note(kind, said, self._deeds.update_all("status", ids, **values))


def _of(ids: Sequence[int], flag: str, state: bool) -> tuple[str, list[str | int]]:
    """SQL for those of the ids for which a flag of ``status`` stands like that, in their order."""
    sql = (
        "SELECT k.value FROM json_each(?) k LEFT JOIN status s ON s.article_id = k.value "
        f"WHERE coalesce(s.{flag}, 0) = ? ORDER BY k.key"
    )
    return sql, [json.dumps(list(ids)), int(state)]
