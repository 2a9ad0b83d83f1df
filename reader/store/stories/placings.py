"""What stories are made from: articles that wait, signatures, likenesses; and the rows that are made of them.

Everything here but the user's wishes can be made again. Only what differs is written.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import astuple, replace
from typing import Any

from reader.domain.article import hash_text
from reader.domain.signature import Signature
from reader.domain.story import StoryWish
from reader.store.part import ChangingPart
from reader.store.problems import told
from reader.store.search.hearings import gather
from reader.store.stories.placed import Fact, Link, Member, Placed, Signed, Waiting
from reader.store.stories.wishes import Wishes

_EMPTY = hash_text("")
_AMONG = "IN (SELECT value FROM json_each(?))"
_NEWEST = "(SELECT {0} FROM analysis n WHERE n.text_hash = a.text_hash ORDER BY n.id DESC LIMIT 1)"
_WAITING = (
    f"SELECT a.id, a.dated, u.anew, a.title, a.source, a.language, a.text_hash, a.hidden, a.hidden AND "
    f"a.text_hash = '{_EMPTY}', {_NEWEST.format('n.engine_key')}, g.key, g.day FROM json_each(?) j "
    "CROSS JOIN article a ON a.id = j.value JOIN unplaced u ON u.dated = a.dated AND u.article_id = a.id "
    "LEFT JOIN signature g ON g.article_id = a.id ORDER BY j.key"
)
_UNSIGNED = (
    f"SELECT a.id, a.title, a.text, a.language, {_NEWEST.format('n.body')} FROM json_each(?) j "
    "CROSS JOIN article a ON a.id = j.value ORDER BY j.key"
)
_FACTS = (
    "SELECT a.id, g.day, g.key, a.dated, a.title, coalesce(a.source, a.feed_id, ''), a.language, "
    "EXISTS (SELECT 1 FROM unread u WHERE u.dated = a.dated AND u.article_id = a.id), g.parties FROM json_each(?) j "
    "CROSS JOIN signature g ON g.article_id = j.value JOIN article a ON a.id = g.article_id"
)
_FIRST = "ORDER BY dated DESC, article_id DESC LIMIT ?"
_MEMBER = "article_id, story_id, likest, copy_of, by_hand, central, reason"
_STORY = "id, title_of, first, last, articles, copies, unread, bond, sources, languages, parties"


class Placings(ChangingPart):
    """One connection's. Every method may raise LibraryError; the changing ones belong in a transaction."""

    signings = 0
    """How often a signature was kept or forgotten through this."""

    # What waits

    def count_waiting(self) -> int:
        """How many articles wait for their place."""
        return int(self._ask("SELECT count(*) FROM unplaced")[0][0])

    def waiting(self, most: int) -> list[int]:
        """Ids of articles that wait: those that somebody waits for, else the newest first."""
        return self.waited_for(most) or [id for (id,) in self._ask(f"SELECT article_id FROM unplaced {_FIRST}", most)]

    def waited_for(self, most: int) -> list[int]:
        """Ids of articles whose place the user just changed, the newest first."""
        sql = f"SELECT article_id FROM unplaced INDEXED BY unplaced_waited_for WHERE anew = 2 {_FIRST}"
        return [id for (id,) in self._ask(sql, most)]

    def articles(self, ids: Sequence[int]) -> list[Waiting]:
        """Those of the articles that wait, in that order."""
        return [Waiting(*row) for row in self._ask(_WAITING, json.dumps(ids))]

    def unsigned(self, ids: Sequence[int]) -> list[tuple[int, str, str, str, bytes | str]]:
        """Id, title, text, language and analysis of articles, in that order."""
        return self._ask(_UNSIGNED, json.dumps(ids))

    def outdate(self, version: str) -> None:
        """Let the articles wait whose signature's key does not begin so, where there still is what to sign."""
        sql = (
            "INSERT OR IGNORE INTO unplaced SELECT a.dated, a.id, 0 FROM signature g INDEXED BY signature_days "
            "CROSS JOIN article a INDEXED BY article_narrow ON a.id = g.article_id "
            "WHERE substr(g.key, 1, ?) <> ? AND a.hidden = 0"
        )
        if self._ask(f"SELECT EXISTS (SELECT 1 FROM ({sql.partition('unplaced ')[2]}))", len(version), version)[0][0]:
            with self._transaction(durable=False), told(self._path):
                self._db.execute(sql, (len(version), version))

    def placed(self, ids: Collection[int]) -> None:
        """These no longer wait."""
        self._do(
            f"DELETE FROM unplaced WHERE (dated, article_id) IN (SELECT dated, id FROM article WHERE id {_AMONG})", ids
        )

    # Signatures

    def signed_between(self, first: float, last: float) -> list[tuple[int, str]]:
        """Ids and keys of the signatures of articles of those days."""
        sql = "SELECT article_id, key FROM signature INDEXED BY signature_days WHERE day BETWEEN ? AND ?"
        return self._ask(sql, first, last)

    def signatures(self, ids: Collection[int]) -> list[tuple[int, float, Signature]]:
        """Ids, days and signatures of articles; without those another version wrote."""
        from reader.store.stories.signature_json import decode

        rows = self._ask(f"SELECT article_id, day, body FROM signature WHERE article_id {_AMONG}", _listed(ids))
        found = ((id, day, decode(body)) for id, day, body in rows)
        return [(id, day, signature) for id, day, signature in found if signature is not None]

    def sign(self, id: int, day: float, signed: Signed) -> None:
        """Keep an article's signature."""
        from reader.store.stories.signature_json import encode

        self.signings += 1
        values = (id, day, signed.key, _json(signed.parties), signed.signature.agency, encode(signed.signature))
        with told(self._path):
            self._db.execute("INSERT OR REPLACE INTO signature VALUES (?, ?, ?, ?, ?, ?)", values)

    def days(self, ids: Collection[int]) -> dict[int, tuple[float, str]]:
        """Days and keys of articles that have a signature."""
        sql = f"SELECT article_id, day, key FROM signature INDEXED BY signature_narrow WHERE article_id {_AMONG}"
        return {id: (day, key) for id, day, key in self._ask(sql, _listed(ids))}

    def forget(self, id: int) -> None:
        """An article is in no story any more: its signature and likenesses go."""
        self.signings += 1
        self.link(id, ())
        with told(self._path):
            self._db.execute("DELETE FROM signature WHERE article_id = ?", (id,))

    # Likenesses

    def links(self, ids: Collection[int]) -> list[Link]:
        """All likenesses of these articles."""
        sql = f"SELECT article_id, other_id, value, copied FROM likeness WHERE article_id {_AMONG}"
        return [Link(*row) for row in self._ask(sql, _listed(ids))]

    def link(self, id: int, links: Iterable[Link]) -> None:
        """Keep an article's likenesses in the place of what was kept, for it and for the others."""
        new = {link.other_id: link for link in links}
        old = {link.other_id: link for link in self.links((id,))}
        gone = [other for other in old if other not in new]
        changed = [link for other, link in new.items() if old.get(other) != link]
        with told(self._path):
            self._db.executemany(
                "DELETE FROM likeness WHERE (article_id, other_id) IN (VALUES (?1, ?2), (?2, ?1))",
                ((id, other) for other in gone),
            )
            self._db.executemany(
                "INSERT OR REPLACE INTO likeness VALUES (?1, ?2, ?3, ?4), (?2, ?1, ?3, ?4)",
                ((link.article_id, link.other_id, link.value, link.copied) for link in changed),
            )

    # Stories

    def wishes(self) -> list[StoryWish]:
        """What the user said, in the order it counts."""
        return Wishes(self._db, self._path).all()

    def members(self, ids: Collection[int]) -> list[Member]:
        """All members of the stories that any of these articles is in."""
        sql = (
            f"SELECT {_MEMBER} FROM story_member WHERE story_id IN "
            f"(SELECT story_id FROM story_member WHERE article_id {_AMONG})"
        )
        return [Member(*row) for row in self._ask(sql, _listed(ids))]

    def bonds(self, stories: Collection[int]) -> dict[int, float]:
        """The bonds of stories."""
        return dict(self._ask(f"SELECT id, bond FROM story WHERE id {_AMONG}", _listed(stories)))

    def facts(self, ids: Collection[int]) -> list[Fact]:
        """What rows of stories are made of, of articles that have a signature."""
        return [
            replace(Fact(*row), parties=tuple((id, name) for id, name in json.loads(row[-1])))
            for row in self._ask(_FACTS, _listed(ids))
        ]

    def arrange(self, was: Sequence[Member], members: Sequence[Member], stories: Sequence[Placed]) -> bool:
        """Put members in the place of those there were, and the rows of their stories. True where anything differed."""
        old, new = {one.article_id: one for one in was}, {one.article_id: one for one in members}
        gone = [id for id in old if id not in new]
        changed = [one for id, one in new.items() if old.get(id) != one]
        ended = {one.story_id for one in was} - {story.id for story in stories}
        rows = {row[0]: row for row in map(_row, stories)}
        kept = self._ask(f"SELECT {_STORY} FROM story WHERE id {_AMONG}", _listed(rows))
        for row in kept:
            if rows[row[0]] == row:
                del rows[row[0]]
        if gone:
            self._do(f"DELETE FROM story_member WHERE article_id {_AMONG}", gone)
        if ended:
            self._do(f"DELETE FROM story WHERE id {_AMONG}", ended)
        with told(self._path):
            self._db.executemany(_upsert("story_member", _MEMBER), map(astuple, changed))
            self._db.executemany(_upsert("story", _STORY), rows.values())
            gather(self._db)
        return bool(gone or changed or ended or rows)

    def _do(self, sql: str, ids: Collection[int]) -> None:
        with told(self._path):
            self._db.execute(sql, (_listed(ids),))


def _row(story: Placed) -> tuple[Any, ...]:
    *numbers, sources, languages, parties = astuple(story)
    return (*numbers, _json(sources), _json(languages), _json(parties))


def _upsert(table: str, columns: str) -> str:
    key, *others = columns.split(", ")
    changes = ", ".join(f"{column} = excluded.{column}" for column in others)
    marks = ", ".join("?" * (len(others) + 1))
    return f"INSERT INTO {table} ({columns}) VALUES ({marks}) ON CONFLICT ({key}) DO UPDATE SET {changes}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _listed(ids: Iterable[int]) -> str:
    return json.dumps(sorted(ids))
