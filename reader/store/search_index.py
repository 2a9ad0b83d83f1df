"""The full-text index: filled in batches behind the writing, so that taking articles in does not wait for it."""

from __future__ import annotations

from reader.store.part import ChangingPart
from reader.store.problems import told

BATCH = 2_000

PIECE = 32_000_000
"""Bytes of memory in which the index gathers words before it writes them, each time as a piece that is to be merged
with the others later: what five thousand articles take."""


class SearchIndex(ChangingPart):
    """Every method may raise LibraryError."""

    def waiting(self) -> bool:
        """True while articles are not in the index."""
        with told(self._path):
            return self._db.execute("SELECT 1 FROM unindexed LIMIT 1").fetchone() is not None

    def fill(self, most: int = BATCH) -> int:
        """Take up to ``most`` waiting articles into the index, the oldest first. Gives how many."""
        with self._transaction(durable=False):
            self._widen()
            self._db.execute("CREATE TEMP TABLE IF NOT EXISTS filling (id INTEGER PRIMARY KEY)")
            self._db.execute("DELETE FROM filling")
            self._db.execute(
                "INSERT INTO filling SELECT article_id FROM unindexed ORDER BY article_id LIMIT ?", (most,)
            )
            self._db.execute(
                "INSERT INTO search (rowid, title, text, author, source) "
                "SELECT a.id, a.title, a.text, a.author, a.source "
                "FROM filling f JOIN article a ON a.id = f.id ORDER BY a.id"
            )
            return self._db.execute("DELETE FROM unindexed WHERE article_id IN (SELECT id FROM filling)").rowcount

    def _widen(self) -> None:
        """Let the index gather more before it writes, where it has been writing smaller pieces."""
        if self._db.execute("SELECT v FROM search_config WHERE k = 'hashsize'").fetchone() != (PIECE,):
            self._db.execute("INSERT INTO search (search, rank) VALUES ('hashsize', ?)", (PIECE,))

    def find(self, words: str, limit: int = 100) -> list[int]:
        """Ids of articles with all of these words, in any order, case and accents apart; the newest taken in first."""
        phrases = " ".join('"' + word.replace('"', '""') + '"' for word in words.replace("\0", " ").split())
        if not phrases:
            return []
        with told(self._path):
            rows = self._db.execute(
                "SELECT s.rowid FROM search s LEFT JOIN status t ON t.article_id = s.rowid WHERE search MATCH ? "
                "AND coalesce(t.deleted, 0) = 0 ORDER BY s.rowid DESC LIMIT ?",
                (phrases, limit),
            )
            return [id for (id,) in rows]
