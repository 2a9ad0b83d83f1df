"""Give rows whose article, feed, folder or tag is gone something to belong to where the user made them; drop others.

What the user marked, tagged, bookmarked, follows or watches keeps an article, with whatever is still known of it. Its
feed is then let bring the text again. Every function may raise sqlite3.Error.
"""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

from reader.domain.article import hash_text
from reader.store.derived import names

LOST = "This article could not be read from a damaged library."
"""What stands in the place of a text that is lost."""

LOST_TITLE = "An article that was lost"

_WANTED = {
    "annotation": "SELECT article_id FROM annotation",
    "tagging": "SELECT article_id FROM tagging",
    "status": "SELECT article_id FROM status WHERE {kept}",
    "story_mark": "SELECT article_id FROM story_mark WHERE followed OR muted OR name <> ''",
    "watch": "SELECT story AS article_id FROM watch WHERE story IS NOT NULL",
}
_LOOSENED = (
    ("folder", "parent", "folder"),
    ("placement", "folder", "folder"),
    ("entry", "feed_id", "feed"),
    ("article", "feed_id", "feed"),
)


def settle(db: sqlite3.Connection) -> list[int]:
    """See the head of this file; inside a transaction of the caller's. Gives the articles that stand in for lost ones.

    Triggers that keep counts may be there or not: count anew afterwards.
    """
    tables = names(db)
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    if "feed_count" in tables:
        db.execute("DELETE FROM feed_count WHERE feed_id NOT IN (SELECT id FROM feed)")
    if "feed" in tables:
        _bring_back_feeds(db, now)
    if "tag" in tables:
        db.execute(
            "INSERT INTO tag (id, name, folded) SELECT DISTINCT tag_id, 'lost tag ' || tag_id, 'lost tag ' || tag_id "
            "FROM tagging WHERE tag_id NOT IN (SELECT id FROM tag)"
        )
    # A loosened row must not be dropped for what it is loosened from.
    for table, column, parent in _LOOSENED:
        if {table, parent} <= tables:
            db.execute(
                f"UPDATE {table} SET {column} = NULL WHERE {column} IS NOT NULL "
                f"AND {column} NOT IN (SELECT id FROM {parent})"
            )
    lost = sorted(_lost_articles(db, tables))
    for id in lost:
        _stand_in(db, id, tables, now)
    while homeless := [(table, row) for table, row, *_ in db.execute("PRAGMA foreign_key_check") if row is not None]:
        for table, row in homeless:
            db.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (row,))
    return lost


def fetch_again(db: sqlite3.Connection, article_id: int) -> None:
    """Let feeds that still have an article bring its text as if they had changed it."""
    db.execute("UPDATE entry SET text_key = '' WHERE article_id = ?", (article_id,))


def _lost_articles(db: sqlite3.Connection, tables: set[str]) -> set[int]:
    columns = {row[1] for row in db.execute("PRAGMA table_info(status)")}
    kept = "bookmarked OR deleted" if "bookmarked" in columns else "FALSE"
    found = set[int]()
    for table, sql in _WANTED.items():
        if table in tables:
            missing = f"SELECT * FROM ({sql.format(kept=kept)}) WHERE article_id NOT IN (SELECT id FROM article)"
            found.update(id for (id,) in db.execute(missing))
    return found


def _stand_in(db: sqlite3.Connection, id: int, tables: set[str], now: str) -> None:
    dated, feed, key = now, None, None
    if "entry" in tables:
        sql = "SELECT dated, feed_id, url_key FROM entry WHERE article_id = ? ORDER BY id LIMIT 1"
        dated, feed, key = db.execute(sql, (id,)).fetchone() or (dated, feed, key)
    title, text = _last_words(db, id, tables)
    db.execute(
        "INSERT INTO article (id, text_hash, dated, title, language, url, example, added, feed_id, text) "
        "VALUES (?, ?, ?, ?, 'und', ?, 0, ?, ?, ?)"
        if "entry" in tables
        else "INSERT INTO article (id, text_hash, dated, title, language, url, example, added, origin, text) "
        "VALUES (?, ?, ?, ?, 'und', ?, 0, ?, ?, ?)",
        (id, hash_text(text), dated, title, f"https://{key}" if key else None, now, feed, text),
    )
    if "entry" in tables:
        fetch_again(db, id)


def _last_words(db: sqlite3.Connection, id: int, tables: set[str]) -> tuple[str, str]:
    """Title and text of an article as far as they are known: an earlier version, or what was marked in it."""
    title, text = LOST_TITLE, LOST
    if "version" in tables:
        sql = "SELECT title, text FROM version WHERE article_id = ? ORDER BY replaced DESC, id DESC LIMIT 1"
        title, text = db.execute(sql, (id,)).fetchone() or (title, text)
        if db.execute("SELECT 1 FROM status WHERE article_id = ? AND deleted", (id,)).fetchone() is not None:
            return title, ""
    if "annotation" in tables and text == LOST:
        marked = db.execute("SELECT exact FROM annotation WHERE article_id = ? AND exact <> '' ORDER BY start", (id,))
        text = "\n\n".join([LOST, *(words for (words,) in marked)])
    return title, text


def _bring_back_feeds(db: sqlite3.Connection, now: str) -> None:
    """A feed whose row is gone is subscribed to again by an address it was known by."""
    db.execute(
        "INSERT INTO feed (id, address, subscribed, added) SELECT feed_id, min(address), min(address), ? "
        "FROM feed_address WHERE feed_id NOT IN (SELECT id FROM feed) GROUP BY feed_id",
        (now,),
    )
