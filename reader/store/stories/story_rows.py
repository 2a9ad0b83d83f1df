"""Rows of a list of stories."""

from __future__ import annotations

import json
from collections.abc import Sequence

from reader.domain.found_statement import FoundParty
from reader.domain.story import Stories, StoryCounts, StoryRow
from reader.store.part import Part
from reader.store.stories.outlets import Outlets

MARKED = (
    "(SELECT m.story_id FROM story_mark k INDEXED BY story_mark_{0} CROSS JOIN story_member m "
    "ON m.article_id = k.article_id WHERE k.{0})"
)
"""The stories with a mark, "followed" or "muted"."""

_MUTED, _FOLLOWED = MARKED.format("muted"), MARKED.format("followed")
_WHICH = {
    Stories.ALL: f"s.id NOT IN {_MUTED}",
    Stories.FOLLOWED: f"s.id IN {_FOLLOWED} AND s.id NOT IN {_MUTED}",
    Stories.UNREAD: f"s.unread > 0 AND s.id NOT IN {_MUTED}",
    Stories.MUTED: f"s.id IN {_MUTED}",
}
_PAGE = "SELECT s.id FROM story s WHERE {which} AND s.last >= ? ORDER BY s.last DESC, s.id DESC LIMIT ? OFFSET ?"
_BESIDE = {
    1: "(s.last, s.id) < (?, ?) ORDER BY s.last DESC, s.id DESC",
    -1: "(s.last, s.id) > (?, ?) ORDER BY s.last, s.id",
}
_UNREAD = "SELECT s.last, s.id FROM story s WHERE {which} AND s.unread > 0 AND {beside} LIMIT 1"
_ABOVE = "SELECT count(*) FROM story s WHERE {which} AND (s.last, s.id) > (?, ?)"
_ROW = (
    "SELECT s.id, a.title, s.sources, s.languages, s.parties, s.articles, s.copies, s.unread, s.first, s.last "
    "FROM json_each(?) j CROSS JOIN story s ON s.id = j.value JOIN article a ON a.id = s.title_of "
    "ORDER BY j.key"
)
_NEW = "coalesce(k.looked, '') = '' AND coalesce(r.read, 0) = 0"
"""Of an article ``m`` with its mark ``k`` and status ``r``: neither seen in its story nor read elsewhere."""
_MARKS = (
    f"SELECT m.story_id, coalesce(max(k.followed), 0), coalesce(max(k.muted), 0), sum({_NEW}) "
    "FROM json_each(?) j CROSS JOIN story_member m ON m.story_id = j.value "
    "LEFT JOIN story_mark k ON k.article_id = m.article_id LEFT JOIN status r ON r.article_id = m.article_id "
    "GROUP BY m.story_id"
)
_NAMES = (
    "SELECT m.story_id, k.name, min(k.article_id) FROM json_each(?) j CROSS JOIN story_member m "
    "ON m.story_id = j.value JOIN story_mark k ON k.article_id = m.article_id WHERE k.name <> '' GROUP BY m.story_id"
)
_COUNTS = (
    f"WITH muted(id) AS {_MUTED} SELECT "
    "(SELECT count(*) FROM story) - (SELECT count(DISTINCT id) FROM muted), "
    "(SELECT count(*) FROM story INDEXED BY story_unread WHERE unread > 0 AND id NOT IN (SELECT id FROM muted)), "
    "count(*), coalesce(sum(EXISTS (SELECT 1 FROM story_member m LEFT JOIN story_mark k "
    "ON k.article_id = m.article_id LEFT JOIN status r ON r.article_id = m.article_id "
    f"WHERE m.story_id = f.story_id AND {_NEW})), 0) "
    f"FROM (SELECT DISTINCT story_id FROM {_FOLLOWED} WHERE story_id NOT IN (SELECT id FROM muted)) f"
)


class StoryRows(Part):
    """One connection's view. Every method may raise LibraryError."""

    def page(self, limit: int, offset: int, which: Stories, since: str | None) -> list[StoryRow]:
        """Rows of a list, the story with the newest article first."""
        ids = [id for (id,) in self._ask(_PAGE.format(which=_WHICH[which]), since or "", limit, offset)]
        return self.of(ids)

    def unread_beside(self, row: StoryRow, step: int, which: Stories) -> int | None:
        """Where in a list the next story with something unread stands, below (1) or above (-1) a row of it."""
        sql = _UNREAD.format(which=_WHICH[which], beside=_BESIDE[step])
        found = self._ask(sql, row.last, row.id)
        return self._ask(_ABOVE.format(which=_WHICH[which]), *found[0])[0][0] if found else None

    def of(self, ids: Sequence[int]) -> list[StoryRow]:
        """The rows of stories by their own ids, in that order; those that are none are left out."""
        asked = json.dumps(ids)
        marks = {id: rest for id, *rest in self._ask(_MARKS, asked)}
        names = {id: name for id, name, _ in self._ask(_NAMES, asked)}
        rows = self._ask(_ROW, asked)
        outlets = Outlets(self._db, self._path).of(row[2] for row in rows)
        return [
            self._row(id, title, told, *rest, name=names.get(id, ""), marks=marks[id])
            for (id, title, _, *rest), told in zip(rows, outlets, strict=True)
        ]

    def counts(self) -> StoryCounts:
        """How many there are of each kind."""
        return StoryCounts(*self._ask(_COUNTS)[0])

    def _row(
        self,
        id: int,
        title: str,
        sources: tuple[str, ...],
        languages: str,
        parties: str,
        articles: int,
        copies: int,
        unread: int,
        first: str,
        last: str,
        *,
        name: str,
        marks: Sequence[int],
    ) -> StoryRow:
        followed, muted, new = marks
        return StoryRow(
            id=id,
            title=title,
            name=name,
            sources=sources,
            languages=tuple(json.loads(languages)),
            articles=articles,
            copies=copies,
            unread=unread,
            new=new,
            parties=tuple(FoundParty(*party) for party in json.loads(parties)),
            first=first,
            last=last,
            followed=bool(followed),
            muted=bool(muted),
        )
