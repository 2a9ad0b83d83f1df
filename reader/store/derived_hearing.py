"""Who is heard in which story, as it is kept: compared with what it is gathered from, and gathered anew."""

from __future__ import annotations

import sqlite3

from reader.store.schema_hearing import REFILL_REGATHER

_TOLD = (
    "SELECT DISTINCT coalesce(m.story_id, t.article_id) FROM told t "
    "LEFT JOIN story_member m ON m.article_id = t.article_id"
)


def wrong_hearing(db: sqlite3.Connection) -> bool:
    """True where stories, or articles in none, are missing from what is kept, or others are there; never while any
    wait. For a library that has it."""
    if db.execute("SELECT EXISTS (SELECT 1 FROM regather)").fetchone() == (1,):
        return False
    both = (_TOLD, "SELECT id FROM hearing")
    return any(
        db.execute(f"SELECT 1 FROM (SELECT * FROM ({one}) EXCEPT SELECT * FROM ({other})) LIMIT 1").fetchone()
        for one, other in (both, both[::-1])
    )


def wrongly_heard(db: sqlite3.Connection) -> list[int]:
    """Ids of the rows that are not what their articles tell, where none of these waits: all of it is gathered again to
    be compared. For a library that has it."""
    from reader.store.search.hearings import wrong

    return wrong(db)


def regather_some(db: sqlite3.Connection, ids: list[int]) -> None:
    """These rows wait to be gathered anew. In the caller's transaction."""
    db.executemany("INSERT OR IGNORE INTO regather VALUES (?)", ((id,) for id in ids))


def regather(db: sqlite3.Connection) -> None:
    """All of it waits to be gathered anew. In the caller's transaction."""
    db.execute(REFILL_REGATHER)
    empty(db, ("heard",), ("hearing",))


def empty(db: sqlite3.Connection, indexes: tuple[str, ...], tables: tuple[str, ...]) -> None:
    """Empty full-text indexes, and the tables that they are of and their like. In the caller's transaction."""
    for index in indexes:
        db.execute(f"INSERT INTO {index} ({index}) VALUES ('delete-all')")
    marks = ", ".join("?" * len(tables))
    triggers = db.execute(
        f"SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ({marks})", tables
    ).fetchall()
    # The rows are out of the index already: their triggers would take them out of it again.
    for name, _ in triggers:
        db.execute(f'DROP TRIGGER "{name}"')
    for table in tables:
        db.execute(f"DELETE FROM {table}")
    for _, sql in triggers:
        db.execute(sql)
    if db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'stretch'").fetchone() is not None:
        db.execute("UPDATE stretch SET changes = changes + 1")
