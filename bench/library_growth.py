"""A large library made of a smaller one: every article stands in it several times, at earlier dates.

Making a million articles one by one would take an hour. The words of the copies are the same, so that what a word finds
grows as the library does; their ids, addresses, dates and the hashes they are known by are their own.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from library_corpus import EVERY

from reader.store.library import Library
from reader.store.schema_counts import REFILL_COUNTS, REFILL_UNREAD

_ONCE = ("feed", "feed_address", "folder", "placement", "visit", "setting", "tag", "saved_search", "analysed_by")
_COPY = {
    "article": {
        "id": "id + :shift",
        "text_hash": "text_hash || :mark",
        "dated": "strftime('%Y-%m-%dT%H:%M:%SZ', dated, :earlier)",
        "published": "strftime('%Y-%m-%dT%H:%M:%SZ', published, :earlier)",
        "url": "url || :mark",
        "guid": "guid || :mark",
    },
    "entry": {
        "id": "id + :entries",
        "article_id": "article_id + :shift",
        "dated": "strftime('%Y-%m-%dT%H:%M:%SZ', dated, :earlier)",
        "guid": "guid || :mark",
        "url_key": "url_key || :mark",
    },
    "status": {"article_id": "article_id + :shift"},
    "tagging": {"id": "NULL", "article_id": "article_id + :shift"},
    "analysis": {"id": "NULL", "text_hash": "text_hash || :mark"},
    "statement": {"id": "id + (:shift << 14)"},
    "quantity": {"id": "id + (:shift << 14)", "statement_id": "statement_id + (:shift << 14)"},
    "told": {"article_id": "article_id + :shift"},
    "signature": {"article_id": "article_id + :shift", "day": "day - :days"},
    "likeness": {"article_id": "article_id + :shift", "other_id": "other_id + :shift"},
    "story_member": {
        "article_id": "article_id + :shift",
        "story_id": "story_id + :shift",
        "likest": "likest + :shift",
        "copy_of": "copy_of + :shift",
    },
    "story": {
        "id": "id + :shift",
        "title_of": "title_of + :shift",
        **{when: f"strftime('%Y-%m-%dT%H:%M:%SZ', {when}, :earlier)" for when in ("first", "last")},
    },
    "hearing": {"id": "id + :shift"},
}
"""The tables copied each time, with what is another in every copy."""


def grow(small: Path, large: Path, times: int, every: timedelta = EVERY) -> None:
    """Make the library at ``large`` of so many times the articles of the one at ``small``, which come out ``every`` so
    often."""
    large.unlink(missing_ok=True)
    with Library.open(large) as library:
        db = library._db
        db.execute("PRAGMA synchronous = OFF")
        db.execute("ATTACH ? AS small", (str(small),))
        triggers = db.execute("SELECT name, sql FROM main.sqlite_schema WHERE type = 'trigger'").fetchall()
        db.execute("PRAGMA foreign_keys = OFF")
        db.execute("BEGIN")
        for name, _ in triggers:
            db.execute(f"DROP TRIGGER {name}")
        for table in _ONCE:
            db.execute(f"DELETE FROM {table}")
            db.execute(f"INSERT INTO {table} SELECT * FROM small.{table}")
        articles = db.execute("SELECT max(id) FROM small.article").fetchone()[0]
        entries = db.execute("SELECT max(id) FROM small.entry").fetchone()[0]
        for copy in range(times):
            back = times - 1 - copy
            earlier = every * articles * back
            values = {
                "shift": copy * articles,
                "entries": copy * entries,
                # Apart from those of the library before, which may have been grown as well.
                "mark": f"-{articles}.{back}" if back else "",
                "earlier": f"-{int(earlier.total_seconds())} seconds",
                "days": int(earlier.total_seconds()) / 86_400,
            }
            for table, others in _COPY.items():
                _copy(db, table, others, values)
        db.execute("INSERT INTO annotation SELECT * FROM small.annotation")
        db.execute("UPDATE annotation SET article_id = article_id + ?", ((times - 1) * articles,))
        db.execute("DELETE FROM unread")
        db.execute("DELETE FROM feed_count")
        db.execute(REFILL_UNREAD)
        db.execute(REFILL_COUNTS)
        db.execute("DELETE FROM tally")
        db.execute("INSERT INTO tally SELECT 'articles', count(*) FROM article")
        db.execute("INSERT INTO tally SELECT 'deleted', 0 UNION ALL SELECT 'read', count(*) FROM status WHERE read")
        db.execute("INSERT INTO unindexed SELECT id FROM article")
        for _, sql in triggers:
            db.execute(sql)
        for index in ("said", "named", "heard", "noted"):
            db.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
        db.execute("COMMIT")
        while library.index.fill():
            pass
        db.execute("DETACH small")
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with closing(sqlite3.connect(large)) as check:
        assert check.execute("PRAGMA foreign_key_check").fetchall() == []


def _copy(db: sqlite3.Connection, table: str, others: dict[str, str], values: dict[str, object]) -> None:
    columns = [row[1] for row in db.execute(f"PRAGMA main.table_info({table})")]
    chosen = ", ".join(others.get(column, column) for column in columns)
    db.execute(f"INSERT INTO main.{table} ({', '.join(columns)}) SELECT {chosen} FROM small.{table}", values)
