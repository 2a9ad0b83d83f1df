"""Articles by what one narrow index holds of each, and by whether they are unread: dates, languages."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

from reader.store.search.nodes import Ask, few_of, listed

INDEX = "article j INDEXED BY article_narrow"
"""The articles as ``j``, of which id, date, language and ``hidden`` are read from an index alone."""

_BOUNDED = 100_000
"""So many articles of a stretch of time are looked through for their least id; in more, newer ones are met soon."""

_UNREAD = "EXISTS (SELECT 1 FROM unread u WHERE u.dated = j.dated AND u.article_id = j.id)"


@dataclass(frozen=True)
class Narrow:
    """Articles dated from ``since``, before ``until``, in one of ``languages`` as they are written in the library, and
    those not read where ``unread``. Without any of it all articles, those deleted among them."""

    since: str | None = None
    until: str | None = None
    languages: frozenset[str] | None = None
    unread: bool = False

    @property
    def cost(self) -> int:
        return 4 if self == EVERY else 3

    def with_all(self, other: Narrow) -> Narrow:
        """What is in both."""
        mine, theirs = self.languages, other.languages
        return Narrow(
            max(filter(None, (self.since, other.since)), default=None),
            min(filter(None, (self.until, other.until)), default=None),
            mine & theirs if mine is not None and theirs is not None else theirs if mine is None else mine,
            self.unread or other.unread,
        )

    def few(self, ask: Ask, most: int) -> set[int] | None:
        if self == EVERY:
            return None
        sql, values = self.newest_first("", [])
        return few_of(ask, f"SELECT id FROM ({sql})", values, most)

    def within(self, ask: Ask, low: int, high: int) -> set[int]:
        condition, values = self.of_row("")
        sql = f"SELECT j.id FROM {INDEX} WHERE j.id BETWEEN :low AND :high AND {condition}"
        return {id for (id,) in ask(sql, values | {"low": low, "high": high})}

    def among(self, ask: Ask, ids: set[int]) -> set[int]:
        condition, values = self.of_row("")
        sql = f"SELECT j.id FROM json_each(:ids) i CROSS JOIN {INDEX} ON j.id = i.value WHERE {condition}"
        return {id for (id,) in ask(sql, values | {"ids": listed(ids)})}

    def of_row(self, prefix: str) -> tuple[str, dict[str, Any]]:
        """What is true of the article ``j``, and the values of its marks, whose names begin with ``prefix``."""
        parts, values = self._dated("j", prefix)
        if self.languages is not None:
            parts.append(f"j.language IN (SELECT value FROM json_each(:{prefix}languages))")
            values[f"{prefix}languages"] = json.dumps(sorted(self.languages))
        if self.unread:
            parts.append(_UNREAD)
        return " AND ".join(parts) or "TRUE", values

    def newest_first(self, prefix: str, conditions: list[str]) -> tuple[str, dict[str, Any]]:
        """SQL for dates and ids, the newest by date first, of the articles ``j`` for which conditions hold too, without
        those deleted: from the index in which there are fewest others. Values as in ``of_row``."""
        where, values = self._dated("k", prefix)
        if self.unread:
            source, id = "unread k", "k.article_id"
        elif self.languages is not None and len(self.languages) == 1:
            source, id = "article k INDEXED BY article_language", "k.id"
            where.append(f"k.language = :{prefix}language")
            (values[f"{prefix}language"],) = self.languages
        else:
            source, id = "article k INDEXED BY article_newest", "k.id"
            where.append("k.hidden = 0")
        if conditions or self.languages is not None:
            rest, more = replace(self, since=None, until=None, unread=False).of_row(prefix)
            source += f" CROSS JOIN {INDEX} ON j.id = {id}"
            where += [rest, "j.hidden = 0", *conditions]
            values |= more
        sql = f"SELECT k.dated AS dated, {id} AS id FROM {source} WHERE {' AND '.join(where or ['TRUE'])}"
        return f"{sql} ORDER BY k.dated DESC, {id} DESC", values

    def bounds(self, ask: Ask) -> tuple[int, int] | None:
        """The least and the greatest id of those of these dates, 1 and 0 where there are none; None where they are very
        many."""
        if self.since is None and self.until is None:
            return None
        table = "unread k" if self.unread else "article k INDEXED BY article_newest"
        parts, values = self._dated("k", "")
        id, where = ("article_id", parts) if self.unread else ("id", ["k.hidden = 0", *parts])
        rows = f"SELECT k.{id} AS id FROM {table} WHERE {' AND '.join(where)} LIMIT {_BOUNDED}"
        ((low, high, count),) = ask(f"SELECT min(id), max(id), count(*) FROM ({rows})", values)
        return (low or 1, high or 0) if count < _BOUNDED else None

    def _dated(self, row: str, prefix: str) -> tuple[list[str], dict[str, Any]]:
        parts, values = list[str](), dict[str, Any]()
        for name, sign, end in (("since", ">=", self.since), ("until", "<", self.until)):
            if end is not None:
                parts.append(f"{row}.dated {sign} :{prefix}{name}")
                values[f"{prefix}{name}"] = end
        return parts, values


EVERY = Narrow()
"""All articles, those deleted among them."""

UNREAD = Narrow(unread=True)
