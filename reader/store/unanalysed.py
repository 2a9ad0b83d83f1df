"""Which articles wait to be analysed: kept, because looking through a large library takes seconds."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from reader.store.part import ChangingPart, Transaction

# One step of the index a language, instead of all its rows.
_LANGUAGES = (
    "WITH RECURSIVE each (language) AS (SELECT min(language) FROM article UNION ALL "
    "SELECT (SELECT min(language) FROM article WHERE language > each.language) FROM each WHERE language IS NOT NULL) "
    "SELECT e.language, b.engine_key FROM each e LEFT JOIN analysed_by b ON b.language = e.language "
    "WHERE e.language IS NOT NULL"
)
_MISSING = (
    "SELECT a.dated, a.id FROM article a WHERE a.language = ? AND NOT EXISTS "
    "(SELECT 1 FROM analysis n WHERE n.text_hash = a.text_hash AND n.engine_key = ?)"
)
_FORGET = "DELETE FROM unanalysed WHERE (dated, article_id) IN (SELECT dated, id FROM article WHERE language = ?)"
_IDS = (
    "SELECT u.article_id FROM unanalysed u LEFT JOIN status s ON s.article_id = u.article_id "
    "WHERE coalesce(s.deleted, 0) = 0 ORDER BY u.dated DESC, u.article_id DESC LIMIT ?"
)


class Unanalysed(ChangingPart):
    """Every method may raise LibraryError."""

    def __init__(self, connection: sqlite3.Connection, path: Path, transaction: Transaction, read_only: bool) -> None:
        super().__init__(connection, path, transaction)
        self._read_only = read_only

    def ids(self, engine_key: Callable[[str], str], limit: int) -> list[int]:
        """Ids of articles without an analysis by the present engine, newest first; ``engine_key`` as in ``Library``."""
        present = {language: engine_key(language) for language, _ in self._ask(_LANGUAGES)}
        if self._read_only:
            return self._walked(present, limit)
        self._keep_up(present)
        return [id for (id,) in self._ask(_IDS, limit)]

    def _keep_up(self, present: dict[str, str]) -> None:
        """Look through the articles of languages whose engine is another than before."""
        known = dict(self._ask(_LANGUAGES))
        other = [(language, key) for language, key in present.items() if known[language] != key]
        if not other:
            return
        with self._transaction(durable=False):
            for language, key in other:
                self._db.execute(_FORGET, (language,))
                self._db.execute(f"INSERT INTO unanalysed {_MISSING}", (language, key))
                self._db.execute("INSERT OR REPLACE INTO analysed_by VALUES (?, ?)", (language, key))

    def _walked(self, present: dict[str, str], limit: int) -> list[int]:
        """The same where nothing can be kept."""
        found: list[tuple[str, int]] = []
        for language, key in present.items():
            sql = f"{_MISSING} AND a.hidden = 0 ORDER BY a.dated DESC, a.id DESC LIMIT ?"
            found.extend(self._ask(sql, language, key, limit))
        return [id for _, id in sorted(found, reverse=True)[:limit]]
