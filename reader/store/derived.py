"""What a library keeps of its other rows: counts, lists, indexes. Compared with what they are kept of, and made anew.

For libraries of every schema version: a table that is not there yet is passed over. Every function may raise
sqlite3.Error.
"""

from __future__ import annotations

import sqlite3

from reader.store.derived_hearing import empty, regather, regather_some, wrong_hearing, wrongly_heard
from reader.store.derived_stories import recount_stories, remake_stories, wrong_stories
from reader.store.problems import is_damage
from reader.store.schema_counts import REFILL_COUNTS, REFILL_UNREAD
from reader.store.schema_search import REFILL_UNTOLD

DERIVED = frozenset(
    {
        *("tally", "unread", "feed_count", "unanalysed", "analysed_by", "unindexed", "_sqlite_migrations"),
        *("untold", "recorrected", "statement", "quantity", "told", "stretch", "search_count"),
        *("likeness", "story_member", "story", "unplaced", "hearing", "regather"),
    }
)
"""Tables whose rows can be made again from others."""

_CONTENT = {"search": "article", "noted": "annotation", "said": "statement", "named": "told", "heard": "hearing"}
"""Each full-text index and the table whose rows are in it."""

_TALLIES = {
    "articles": "SELECT count(*) FROM article",
    "read": "SELECT count(*) FROM status WHERE {gone}",
    "deleted": "SELECT count(*) FROM status WHERE deleted",
}
_HIDDEN = "FROM article a LEFT JOIN status s ON s.article_id = a.id WHERE a.hidden <> coalesce(s.deleted, 0)"
_UNANALYSED = (
    "SELECT u.dated, u.article_id FROM unanalysed u LEFT JOIN article a ON a.id = u.article_id "
    "WHERE a.id IS NULL OR a.language IN (SELECT language FROM analysed_by)"
)
_TRULY_UNANALYSED = (
    "SELECT a.dated, a.id FROM article a JOIN analysed_by b ON b.language = a.language WHERE NOT EXISTS "
    "(SELECT 1 FROM analysis n WHERE n.text_hash = a.text_hash AND n.engine_key = b.engine_key)"
)


def names(db: sqlite3.Connection, kind: str = "table") -> set[str]:
    """The tables (or triggers, indexes) there are."""
    return {name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = ?", (kind,))}


def wrong_counts(db: sqlite3.Connection, *, thorough: bool = False) -> list[str]:
    """What is counted wrong, in a few words each; who is heard in stories is compared row by row where ``thorough``."""
    found = []
    for name, true in _tallies(db).items():
        row = db.execute("SELECT value FROM tally WHERE name = ?", (name,)).fetchone()
        if row is None or row[0] != true:
            found.append(f"{name} are counted as {row[0] if row else 'nothing'} and are {true}")
    tables = names(db)
    if "unread" in tables:
        kept, true_rows = "SELECT dated, article_id FROM unread", REFILL_UNREAD.partition(" unread ")[2]
        wrong = _differing(db, kept, true_rows)
        if wrong:
            found.append(f"{wrong} articles are listed as unread wrongly, or not listed")
    if "unanalysed" in tables and _differing(db, _UNANALYSED, _TRULY_UNANALYSED):
        found.append("articles are listed as not analysed wrongly, or not listed")
    if "hidden" in _columns(db, "article"):
        (wrong,) = db.execute(f"SELECT count(*) {_HIDDEN}").fetchone()
        if wrong:
            found.append(f"{wrong} articles are shown though deleted, or not shown")
    if "feed_count" in tables:
        wrong = _differing(
            db, "SELECT feed_id, articles, unread FROM feed_count", REFILL_COUNTS.partition(" feed_count ")[2]
        )
        if wrong:
            found.append("the counts of feeds are wrong")
    if "story" in tables:
        found += wrong_stories(db)
    if "hearing" in tables and (wrong_hearing(db) or (thorough and wrongly_heard(db))):
        found.append("who is heard in stories is kept wrongly, or not kept")
    return found


def recount(db: sqlite3.Connection, *, thorough: bool = False) -> None:
    """Count everything anew; ``thorough`` as in ``wrong_counts``. Inside a transaction of the caller's."""
    for name, true in _tallies(db).items():
        db.execute("INSERT OR REPLACE INTO tally VALUES (?, ?)", (name, true))
    if "hidden" in _columns(db, "article"):
        db.execute(f"UPDATE article SET hidden = 1 - hidden WHERE id IN (SELECT a.id {_HIDDEN})")
    tables = names(db)
    for table, refill in (("unread", REFILL_UNREAD), ("feed_count", REFILL_COUNTS)):
        if table in tables:
            db.execute(f"DELETE FROM {table}")
            db.execute(refill)
    if "unanalysed" in tables and _differing(db, _UNANALYSED, _TRULY_UNANALYSED):
        # Without these, who asks what is not analysed looks through everything.
        for table in ("unanalysed", "analysed_by"):
            db.execute(f"DELETE FROM {table}")
    if "story" in tables:
        recount_stories(db)
    if "hearing" in tables and wrong_hearing(db):
        regather(db)
    elif "hearing" in tables and thorough:
        regather_some(db, wrongly_heard(db))


def let_all_be_placed(db: sqlite3.Connection) -> None:
    """Every article waits for its place, in a library that has stories. Inside a transaction of the caller's."""
    if "story" in names(db):
        remake_stories(db)


def indexes(db: sqlite3.Connection) -> list[str]:
    """The full-text indexes there are."""
    tables = names(db)
    return [name for name in _CONTENT if name in tables]


def wrong_index(db: sqlite3.Connection, name: str, thorough: bool) -> bool:
    """True where a full-text index does not have the rows it should or, where ``thorough``, their words.

    Writes nothing, but needs a library that can be written where it is thorough.
    """
    content, key = _CONTENT[name], "article_id" if name == "named" else "id"
    waiting = f"WHERE {key} NOT IN (SELECT article_id FROM unindexed)" if name == "search" else ""
    if f"{name}_docsize" in names(db) and _differing(
        db, f"SELECT id FROM {name}_docsize", f"SELECT {key} FROM {content} {waiting}"
    ):
        return True
    if not thorough:
        return False
    # Articles that wait are not in the index, which to SQLite is a fault.
    waits = name == "search" and db.execute("SELECT 1 FROM unindexed LIMIT 1").fetchone() is not None
    outside = not db.in_transaction
    try:
        if outside:
            db.execute("BEGIN IMMEDIATE")
        db.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', ?)", (int(not waits),))
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        return True
    finally:
        if outside and db.in_transaction:
            db.execute("ROLLBACK")
    return False


def empty_index(db: sqlite3.Connection, name: str) -> None:
    """Make a full-text index anew; that of the articles is left empty, with all of them waiting for it, those of
    analyses with all analyses waiting to be told, that of who is heard with all waiting to be gathered. Inside a
    transaction of the caller's."""
    if name == "noted":
        db.execute("INSERT INTO noted (noted) VALUES ('rebuild')")
    elif name == "search":
        db.execute("INSERT INTO search (search) VALUES ('delete-all')")
        let_all_wait(db)
    elif name == "heard":
        regather(db)
    else:
        retell(db)


def let_all_wait(db: sqlite3.Connection) -> None:
    """Every article waits for the full-text index, which is empty."""
    db.execute("DELETE FROM unindexed")
    db.execute("INSERT INTO unindexed SELECT id FROM article")


def retell(db: sqlite3.Connection) -> None:
    """Every analysis waits to be told; what was told goes."""
    empty(db, ("said", "named"), ("statement", "quantity", "told", "untold", "recorrected"))
    if "hearing" in names(db):
        empty(db, ("heard",), ("hearing", "regather"))
    db.execute(REFILL_UNTOLD)


def _tallies(db: sqlite3.Connection) -> dict[str, int]:
    columns = _columns(db, "status")
    wanted = _TALLIES if "deleted" in columns else {name: _TALLIES[name] for name in ("articles", "read")}
    gone = "read OR deleted" if "deleted" in columns else "read"
    return {name: int(db.execute(sql.format(gone=gone)).fetchone()[0]) for name, sql in wanted.items()}


def _columns(db: sqlite3.Connection, table: str) -> set[str]:
    return {row[1] for row in db.execute(f"PRAGMA table_info({table})")}


def _differing(db: sqlite3.Connection, one: str, other: str) -> int:
    """How many rows are in only one of two answers."""
    both = f"SELECT count(*) FROM (SELECT * FROM ({one}) EXCEPT SELECT * FROM ({other}))"
    back = f"SELECT count(*) FROM (SELECT * FROM ({other}) EXCEPT SELECT * FROM ({one}))"
    return sum(int(db.execute(sql).fetchone()[0]) for sql in (both, back))
