"""One question to SQLite for the newest of a node's ids: one index leads, in its order, and the rest is asked of each
row it gives, so that no more is looked at than is wanted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, TypeAlias

from reader.store.search.beside import Beside
from reader.store.search.leaves import Match, OfArticle, Rows
from reader.store.search.narrow import EVERY, INDEX, Narrow
from reader.store.search.nodes import Ask, Both, Either, Ids, Node, Without
from reader.store.search.numbering import BITS, first_of, last_of
from reader.store.search.of_stories import Gathered, Titled
from reader.store.search.stories_without import StoriesWithout

Asked: TypeAlias = tuple[str, dict[str, Any]]
"""SQL, and the values for its marks by name."""


@dataclass(frozen=True)
class Stream:
    """A node for which that can be asked: ``leader`` gives rows, of each of which the ``rest`` is asked. Its ids are
    those of statements where ``of_statements``."""

    leader: Match | Narrow
    rest: tuple[Node, ...]
    condition: Asked
    of_statements: bool

    @classmethod
    def of(cls, node: Node, *, of_statements: bool = False) -> Stream | None:
        """None where the node is not of such a kind."""
        parts = node.parts if isinstance(node, Both) else (node,)
        leaders = [part for part in parts if isinstance(part, Match)]
        if of_statements:
            parts = tuple(part.articles if isinstance(part, OfArticle) else part for part in parts)
        if not leaders and of_statements:
            return None
        leader = leaders[0] if leaders else next((part for part in parts if isinstance(part, Narrow)), EVERY)
        rest = tuple(sorted((part for part in parts if part is not leader), key=attrgetter("cost")))
        condition = _all_of(rest, "p")
        return None if condition is None else cls(leader, rest, condition, of_statements)

    @property
    def gathers_all(self) -> bool:
        """True where SQLite would look through a whole index before it gives the first row, and nothing else is asked
        of which there may be few: a way in ranges ends sooner."""
        return self.leader == EVERY and any(map(_gathers_all, self.rest))

    def asked(self, ask: Ask, within: tuple[int, int] | None = None) -> Asked:
        """SQL that gives dates and ids without those of deleted articles, ids from the greatest, or from the newest by
        date. Where an index of words leads, only of articles with ids ``within`` two."""
        if isinstance(self.leader, Narrow):
            sql, values = self.leader.newest_first("k_", [self.condition[0]] if self.rest else [])
            return sql, values | self.condition[1]
        return _led(self.leader, self.condition, within or bounds(ask, self.rest), self.of_statements)


def bounds(ask: Ask, parts: Iterable[Node]) -> tuple[int, int] | None:
    """The least and the greatest id of an article that is in all of the parts, where their dates tell."""
    articles = (part.articles if isinstance(part, OfArticle) else part for part in parts)
    return next((part.bounds(ask) for part in articles if isinstance(part, Narrow)), None)


def _gathers_all(node: Node) -> bool:
    if isinstance(node, Both):
        return any(map(_gathers_all, node.parts))
    return isinstance(node, Titled)


def _led(leader: Match, rest: Asked, within: tuple[int, int] | None, of_statements: bool) -> Asked:
    rowid, condition, values = f"{leader.table}.rowid", leader.condition, rest[1] | {"match": leader.expression}
    if within is not None:
        low, high = within
        of_rows = (first_of(low), last_of(high)) if of_statements or leader.by_article else within
        condition += f" AND {rowid} BETWEEN :least AND :greatest"
        values |= dict(zip(("least", "greatest"), of_rows, strict=True))
    if leader.by_article:
        # Without a limit of its own the rows inside would be in no order.
        inside = f"SELECT rowid FROM {leader.table} WHERE {condition} ORDER BY rowid DESC LIMIT -1"
        return (
            f"SELECT j.dated, m.id FROM (SELECT DISTINCT rowid >> {BITS} AS id FROM ({inside}) LIMIT -1) m "
            f"CROSS JOIN {INDEX} ON j.id = m.id WHERE {rest[0]} AND j.hidden = 0"
        ), values
    article = f"{rowid} >> {BITS}" if of_statements else rowid
    return (
        f"SELECT j.dated, {rowid} AS id FROM {leader.table} CROSS JOIN {INDEX} ON j.id = {article} "
        f"WHERE {condition} AND {rest[0]} AND j.hidden = 0 ORDER BY {rowid} DESC"
    ), values


def _all_of(nodes: Sequence[Node], place: str, by: str = " AND ") -> Asked | None:
    """Conditions on the article ``j``, with values under names that no other ``place`` has."""
    known, values = list[str](), dict[str, Any]()
    for at, node in enumerate(nodes):
        asked = _of_row(node, f"{place}{at}_")
        if asked is None:
            return None
        known.append(asked[0])
        values |= asked[1]
    return f"({by.join(known)})" if known else "TRUE", values


def _of_row(node: Node, place: str) -> Asked | None:
    match node:
        case Rows() | Narrow() | Gathered() | Titled() | StoriesWithout() | Beside():
            return node.of_row(place)
        case Ids(ids):
            return f"j.id IN ({', '.join(map(str, sorted(ids)))})", {}
        case Without(_, part):
            asked = _of_row(part, place)
            return None if asked is None else (f"NOT ({asked[0]})", asked[1])
        case Either(parts):
            return _all_of(parts, place, " OR ")
        case Both(parts):
            return _all_of(parts, place)
    return None
