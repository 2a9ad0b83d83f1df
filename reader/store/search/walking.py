"""The newest ids of a node, and how many there are: at once where they are few, in one go through a full-text index
where all else is a question of one row, else range by range."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from reader.store.search.leaves import Match, OfArticle, Rows
from reader.store.search.nodes import Ask, Both, Either, Ids, Node, Without, listed
from reader.store.search.numbering import BITS, article_of, first_of, last_of

FEW = 2_000
"""So many ids are fetched at once and looked at one by one."""

_FIRST_RANGE = 4_000
_LAST_RANGE = 200_000
_SPARE = 1.2  # of ids that are left out later, because their article was deleted
_DELETED = "SELECT 1 FROM status d INDEXED BY status_deleted WHERE d.article_id = j.id AND d.deleted"
_ARTICLE = "article j INDEXED BY article_narrow"
_STANDING = (
    f"SELECT j.dated, j.id FROM json_each(?) i CROSS JOIN {_ARTICLE} ON j.id = i.value WHERE NOT EXISTS ({_DELETED})"
)


@dataclass(frozen=True)
class Walk:
    """A way through the ids of one node. ``of_statements`` where they are statements'; deleted articles, and what they
    say, are left out."""

    ask: Ask
    node: Node
    of_statements: bool = False

    def newest(self, most: int) -> list[tuple[str, int]]:
        """Dates and ids of up to ``most`` that came in last, the newest by date first."""
        few = self.node.few(self.ask, FEW)
        if few is not None:
            found = self._standing_newest([few], most)
        elif (stream := self._stream()) is not None:
            sql, values = stream
            found = self.ask(f"SELECT j.dated, {sql} LIMIT :most", values | {"most": most})
        else:
            found = self._standing_newest(self._ranges(most), most)
        if len(found) > most:
            found = sorted(found, key=lambda pair: pair[1], reverse=True)[:most]
        return sorted(found, reverse=True)

    def count(self, most: int | None) -> int:
        """How many there are; no more are counted than ``most``."""
        limit = -1 if most is None else most
        few = self.node.few(self.ask, FEW)
        if few is None and (stream := self._stream()) is not None:
            sql, values = stream
            return int(self.ask(f"SELECT count(*) FROM (SELECT {sql} LIMIT :most)", values | {"most": limit})[0][0])
        if few is not None:
            count = len(self._standing(few))
            return count if most is None else min(count, most)
        count = 0
        for ids in self._ranges(most or _LAST_RANGE):
            count += len(self._standing(ids))
            if most is not None and count >= most:
                return most
        return count

    def _stream(self) -> tuple[str, dict[str, Any]] | None:
        """What is selected, and the values for its marks, where one full-text index leads and the rest can be asked of
        each row it gives."""
        parts = self.node.parts if isinstance(self.node, Both) else (self.node,)
        leaders = [part for part in parts if isinstance(part, Match)]
        if len(leaders) != 1:
            return None
        leader = leaders[0]
        conditions, values = [leader.condition], dict[str, Any](match=leader.expression)
        for place, part in enumerate(part for part in parts if part is not leader):
            asked = _of_row(part.articles if self.of_statements and isinstance(part, OfArticle) else part, str(place))
            if asked is None:
                return None
            conditions.append(asked[0])
            values |= asked[1]
        rest = f"{' AND '.join(conditions[1:])} AND " if conditions[1:] else ""
        if leader.by_article:
            # Without a limit of its own the rows inside would be in no order.
            inside = f"SELECT rowid FROM {leader.table} WHERE {conditions[0]} ORDER BY rowid DESC LIMIT -1"
            return (
                f"m.id FROM (SELECT DISTINCT rowid >> {BITS} AS id FROM ({inside}) LIMIT -1) m "
                f"CROSS JOIN {_ARTICLE} ON j.id = m.id WHERE {rest}NOT EXISTS ({_DELETED})"
            ), values
        rowid = f"{leader.table}.rowid"
        article = f"{rowid} >> {BITS}" if self.of_statements else rowid
        return (
            f"{rowid} FROM {leader.table} CROSS JOIN {_ARTICLE} ON j.id = {article} WHERE {' AND '.join(conditions)} "
            f"AND NOT EXISTS ({_DELETED}) ORDER BY {rowid} DESC"
        ), values

    def _standing_newest(self, pieces: Iterable[set[int]], most: int) -> list[tuple[str, int]]:
        """Of pieces of which each has lesser ids than the one before: ``most`` that stand, or somewhat more."""
        found = list[tuple[str, int]]()
        for ids in pieces:
            waiting = sorted(ids, reverse=True)
            while waiting and len(found) < most:
                some = int((most - len(found)) * _SPARE) + 1
                found.extend(self._standing(set(waiting[:some])))
                waiting = waiting[some:]
            if len(found) >= most:
                break
        return found

    def _ranges(self, most: int) -> Iterator[set[int]]:
        """All ids, the greatest first, in ranges as long as ``most`` ids seem to need."""
        ((high,),) = self.ask("SELECT coalesce(max(id), 0) FROM article", ())
        size, seen, count = _FIRST_RANGE, 0, 0
        while high > 0:
            low = max(high - size + 1, 1)
            bounds = (first_of(low), last_of(high)) if self.of_statements else (low, high)
            ids = self.node.within(self.ask, *bounds)
            yield ids
            seen, count, high = seen + high - low + 1, count + len(ids), low - 1
            needed = int((most - count) * _SPARE * seen / count) if count else _LAST_RANGE
            size = min(max(needed, size), size * 8, _LAST_RANGE)

    def _standing(self, ids: set[int]) -> list[tuple[str, int]]:
        if not self.of_statements:
            return self.ask(_STANDING, (listed(ids),))
        dates = {id: dated for dated, id in self.ask(_STANDING, (listed({article_of(id) for id in ids}),))}
        return [(dates[article_of(id)], id) for id in ids if article_of(id) in dates]


def _of_row(node: Node, place: str) -> tuple[str, dict[str, Any]] | None:
    """A node as a condition on the article ``j``, and its values under names that no other ``place`` has."""
    match node:
        case Rows():
            return node.of_row(f"p{place}_")
        case Ids(ids):
            return f"j.id IN (SELECT value FROM json_each(:p{place}_ids))", {f"p{place}_ids": listed(set(ids))}
        case Without(_, part):
            asked = _of_row(part, place)
            return None if asked is None else (f"NOT ({asked[0]})", asked[1])
        case Either(parts) | Both(parts):
            every = [_of_row(part, f"{place}_{at}") for at, part in enumerate(parts)]
            known = [one for one in every if one is not None]
            if len(known) < len(every):
                return None
            by = " OR " if isinstance(node, Either) else " AND "
            return f"({by.join(sql for sql, _ in known)})", {k: v for _, values in known for k, v in values.items()}
    return None
