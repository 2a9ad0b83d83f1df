"""Who is heard in each story, or lone article, and who is named there: gathered from what their articles tell."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence

from reader.store.search.names import names_in, names_text, parties_in, parties_text
from reader.store.search.nodes import listed

MOST = 2_000
"""So many waiting articles are gathered in one go."""

_GRADES = (2, 1, 0)  # sure, likely, doubtful: see ``numbering``
_QUEUED = "SELECT id FROM regather ORDER BY id DESC LIMIT ?"
# A story stands for each of its articles, those that left it for themselves.
_CONCERNED = (
    "SELECT coalesce(m.story_id, j.value) FROM json_each(?1) j LEFT JOIN story_member m ON m.article_id = j.value "
    "UNION SELECT value FROM json_each(?1)"
)
# A story is gathered once, though many of its articles wait.
_WITH_THEM = (
    "SELECT r.id FROM json_each(?) j CROSS JOIN story_member m ON m.story_id = j.value "
    "CROSS JOIN regather r ON r.id = m.article_id"
)
_ARTICLES = (
    "SELECT m.story_id, m.article_id FROM json_each(?1) j CROSS JOIN story_member m ON m.story_id = j.value "
    "UNION ALL SELECT j.value, j.value FROM json_each(?1) j "
    "WHERE NOT EXISTS (SELECT 1 FROM story_member m WHERE m.article_id = j.value)"
)
_SAID = (
    "SELECT DISTINCT j.value, s.id & 3, s.parties, s.speakers FROM json_each(?) j "
    "CROSS JOIN statement s ON s.id BETWEEN j.value << 14 AND (j.value << 14) + 16383"
)
_NAMED = "SELECT t.article_id, t.parties FROM json_each(?) j CROSS JOIN told t ON t.article_id = j.value"
_KEPT = "SELECT h.id, h.sure, h.likely, h.doubtful, h.named FROM json_each(?) j CROSS JOIN hearing h ON h.id = j.value"
_ALL = (
    "SELECT coalesce(m.story_id, t.article_id) FROM told t LEFT JOIN story_member m INDEXED BY story_member_narrow "
    "ON m.article_id = t.article_id UNION SELECT id FROM hearing"
)
_KEEP = (
    "INSERT INTO hearing VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET sure = excluded.sure, "
    "likely = excluded.likely, doubtful = excluded.doubtful, named = excluded.named"
)


def gather(db: sqlite3.Connection, most: int = MOST) -> int:
    """Gather up to ``most`` of what waits, the newest first, and what waits of the same stories, in the caller's
    transaction. Gives how many; may raise sqlite3.Error."""
    queued = {id for (id,) in db.execute(_QUEUED, (most,))}
    if not queued:
        return 0
    stories = {id for (id,) in db.execute(_CONCERNED, (listed(queued),))}
    queued |= {id for (id,) in db.execute(_WITH_THEM, (listed(stories),))}
    waiting, concerned = listed(queued), listed(stories | queued)
    new = _gathered(db, db.execute(_ARTICLES, (concerned,)).fetchall())
    old = {row[0]: row for row in db.execute(_KEPT, (concerned,))}
    db.executemany("DELETE FROM hearing WHERE id = ?", ((id,) for id in old if id not in new))
    db.executemany(_KEEP, (row for id, row in new.items() if row != old.get(id)))
    db.execute("DELETE FROM regather WHERE id IN (SELECT value FROM json_each(?))", (waiting,))
    return len(queued)


def wrong(db: sqlite3.Connection) -> list[int]:
    """Ids of the rows of ``hearing`` that are not what articles tell, or are missing; none of what waits. Takes about
    as long as gathering everything. May raise sqlite3.Error."""
    waiting = listed({id for (id,) in db.execute("SELECT id FROM regather")})
    ids = sorted({id for (id,) in db.execute(_ALL)}.difference(id for (id,) in db.execute(_CONCERNED, (waiting,))))
    found = list[int]()
    for first in range(0, len(ids), MOST):
        some = listed(ids[first : first + MOST])
        new = _gathered(db, db.execute(_ARTICLES, (some,)).fetchall())
        old = {row[0]: row for row in db.execute(_KEPT, (some,))}
        found.extend(id for id in ids[first : first + MOST] if new.get(id) != old.get(id))
    return found


def _gathered(db: sqlite3.Connection, pairs: Sequence[tuple[int, int]]) -> dict[int, tuple[int | str, ...]]:
    """Rows of ``hearing`` by id, of stories (or lone articles) with each of their articles; none where nothing was
    told."""
    of = {article: story for story, article in pairs}
    articles = listed(set(of))
    named, said = defaultdict[int, set[str]](set), defaultdict[tuple[int, int], set[tuple[str, str]]](set)
    for article, text in db.execute(_NAMED, (articles,)):
        named[of[article]].add(text)
    for article, grade, theirs, names in db.execute(_SAID, (articles,)):
        said[of[article], grade].add((theirs, names))
    rows = dict[int, tuple[int | str, ...]]()
    for id, there in named.items():
        heard, spoke, texts = set[tuple[str, str]](), set[str](), list[str]()
        for grade in _GRADES:
            told = said[id, grade]
            more = {party for theirs in {theirs for theirs, _ in told} for party in parties_in(theirs)} - heard
            spoken = {name for names in {names for _, names in told} for name in names_in(names)} - spoke
            texts.append(_text(more, spoken))
            heard |= more
            spoke |= spoken
        rows[id] = (id, *texts, parties_text(sorted({party for text in there for party in parties_in(text)})))
    return rows


def _text(parties: Iterable[tuple[str, str]], speakers: Iterable[str]) -> str:
    """Parties and speakers in one text, in which no phrase reaches from one into the next."""
    names = sorted(speakers)
    return " ".join(part for part in (parties_text(sorted(parties)), names_text(["", *names]) if names else "") if part)
