"""The nodes that ask SQLite: rows of a table, matches of a full-text index, statements by what their article is."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from reader.store.search.nodes import Ask, Both, Node, few_of, listed
from reader.store.search.numbering import BITS, article_of, first_of, last_of

_CHEAP = 8  # so many times as many ids are few where they are read from a table
_STATEMENTS = 8  # of an article, about
_ARTICLES = 4  # of a story, about
_ONE_BY_ONE = 500  # a look into a full-text index for one id takes as long as reading so many ids in a row


@dataclass(frozen=True)
class Rows:
    """Rows by three pieces of SQL: ``few`` selects ids, however many; ``within`` those from ``:low`` to ``:high``;
    ``test`` is true of the id ``j.value``. ``values`` are for the marks by name of all. Where ``few`` is "" the ids are
    never few."""

    few_sql: str
    within_sql: str
    test: str
    values: dict[str, Any] = field(default_factory=dict)
    cost: int = 2

    def few(self, ask: Ask, most: int) -> set[int] | None:
        if not self.few_sql:
            return None
        return few_of(ask, self.few_sql, self.values, most * _CHEAP)

    def within(self, ask: Ask, low: int, high: int) -> set[int]:
        return {id for (id,) in ask(self.within_sql, self.values | {"low": low, "high": high})}

    def among(self, ask: Ask, ids: set[int]) -> set[int]:
        sql = f"SELECT j.value FROM json_each(:ids) j WHERE {self.test}"
        return {id for (id,) in ask(sql, self.values | {"ids": listed(ids)})}

    def of_row(self, prefix: str) -> tuple[str, dict[str, Any]]:
        """The test, of the row ``j.id``, and ``values``, whose names begin with ``prefix`` there."""
        test = self.test.replace("j.value", "j.id")
        for name in self.values:
            test = test.replace(f":{name}", f":{prefix}{name}")
        return test, {f"{prefix}{name}": value for name, value in self.values.items()}


@dataclass(frozen=True)
class Match:
    """What a full-text table has for an expression. ``by_article`` where its rows are statements and the ids asked
    for are articles', the newest first in either case; ``least`` is how sure a statement must be."""

    table: str
    expression: str
    by_article: bool = False
    least: int = 0
    cost: int = 1

    def saying(self, expression: str) -> Match:
        """The same of another expression."""
        return replace(self, expression=expression)

    def stream(self, ask: Ask, most: int, below: int = 2**48) -> list[int]:
        """The ``most`` greatest ids, the greatest first, of those less than ``below``."""
        if not self.by_article:
            sql = f"{self._select} AND rowid < ? ORDER BY rowid DESC LIMIT ?"
            return [id for (id,) in ask(sql, (self.expression, below, most))]
        # Of an article with many statements there are many rows.
        sql = f"{self._select} AND rowid < ? ORDER BY rowid DESC"
        distinct = f"SELECT DISTINCT id >> {BITS} FROM ({sql}) LIMIT ?"
        return [id for (id,) in ask(distinct, (self.expression, first_of(below), most))]

    def few(self, ask: Ask, most: int) -> set[int] | None:
        found = self.stream(ask, most + 1)
        return None if len(found) > most else set(found)

    def within(self, ask: Ask, low: int, high: int) -> set[int]:
        return {id for (id,) in ask(*self.ranged(low, high))}

    def among(self, ask: Ask, ids: set[int]) -> set[int]:
        if not ids:
            return set()
        low, high = min(ids), max(ids)
        if len(ids) * _ONE_BY_ONE < (high - low) // self._apart:
            bounds = f"BETWEEN j.value << {BITS} AND ((j.value + 1) << {BITS}) - 1" if self.by_article else "= j.value"
            here = f"{self._select.replace('?', '?2')} AND rowid {bounds}"
            sql = f"SELECT j.value FROM json_each(?1) j WHERE EXISTS ({here})"
            return {id for (id,) in ask(sql, (listed(ids), self.expression))}
        return self.among_near(ask, ids)

    def among_near(self, ask: Ask, ids: set[int]) -> set[int]:
        """As ``among``, for ids that are known to lie near one another, or an expression that little answers to."""
        sql, values = self.ranged(min(ids), max(ids))
        # With a plus, or SQLite looks into the index for each of them.
        some = f"SELECT id FROM ({sql}) WHERE +id IN (SELECT value FROM json_each(?))"
        return {id for (id,) in ask(some, (*values, listed(ids)))}

    def ranged(self, low: int, high: int) -> tuple[str, tuple[Any, ...]]:
        """SQL for the ids in a range, and the values for its marks."""
        sql = f"{self._select} AND rowid BETWEEN ? AND ?"
        if not self.by_article:
            return sql, (self.expression, low, high)
        return f"SELECT DISTINCT id >> {BITS} AS id FROM ({sql})", (self.expression, first_of(low), last_of(high))

    @property
    def _apart(self) -> int:
        """How far ids lie apart: an article's statements leave most of its numbers free, a story's other articles
        theirs."""
        if self.table == "heard":
            return _ARTICLES
        return 1 << (BITS - 3) if self.table == "said" and not self.by_article else 1

    @property
    def condition(self) -> str:
        """What is true of the table's rows, where ``:match`` is the expression."""
        return f"{self.table} MATCH :match" + self._sure

    @property
    def _select(self) -> str:
        return f"SELECT {self.table}.rowid AS id FROM {self.table} WHERE {self.table} MATCH ?{self._sure}"

    @property
    def _sure(self) -> str:
        return f" AND ({self.table}.rowid & 3) >= {self.least}" if self.least else ""


@dataclass(frozen=True)
class Matches:
    """What several full-text tables have each for an expression, the first of them by its own ids."""

    parts: tuple[Match, ...]
    cost: int = 1

    def few(self, ask: Ask, most: int) -> set[int] | None:
        return Both(self.parts).few(ask, most)

    def within(self, ask: Ask, low: int, high: int) -> set[int]:
        first, *others = self.parts
        sql, values = first.ranged(low, high)
        for one in others:
            inner, more = one.ranged(low, high)
            # With a plus, or SQLite looks into the first for each id of the others.
            sql += f" AND +{first.table}.rowid IN ({inner})"
            values = (*values, *more)
        return {id for (id,) in ask(sql, values)}

    def among(self, ask: Ask, ids: set[int]) -> set[int]:
        return Both(self.parts).among(ask, ids)


@dataclass(frozen=True)
class OfArticle:
    """Statements of the articles of a node; of those only that are sure enough by ``least``."""

    articles: Node
    least: int = 0
    cost: int = 4

    def few(self, ask: Ask, most: int) -> set[int] | None:
        found = self.articles.few(ask, most // _STATEMENTS)
        if found is None:
            return None
        return self.of(ask, found)

    def within(self, ask: Ask, low: int, high: int) -> set[int]:
        articles = self.articles.within(ask, article_of(low), article_of(high))
        if len(articles) * _STATEMENTS < article_of(high) - article_of(low):
            return self.of(ask, articles)
        every = ask("SELECT id FROM statement WHERE id BETWEEN ? AND ? AND (id & 3) >= ?", (low, high, self.least))
        return {id for (id,) in every if article_of(id) in articles}

    def among(self, ask: Ask, ids: set[int]) -> set[int]:
        articles = self.articles.among(ask, {article_of(id) for id in ids})
        return {id for id in ids if article_of(id) in articles}

    def of(self, ask: Ask, articles: set[int]) -> set[int]:
        """The statements of some articles."""
        sql = (
            f"SELECT s.id FROM json_each(?) j JOIN statement s ON s.id BETWEEN j.value << {BITS} "
            f"AND ((j.value + 1) << {BITS}) - 1 WHERE (s.id & 3) >= ?"
        )
        return {id for (id,) in ask(sql, (listed(articles), self.least))}
