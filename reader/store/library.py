"""The library: every question and change a reader may ask of it. One connection, used from one thread."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from reader.domain.analysis import Analysis
from reader.domain.article import Article, ArticleRow, Draft
from reader.domain.errors import LibraryError, NotFoundError
from reader.store.connection import connect
from reader.store.corrections import CorrectionLog
from reader.store.problems import told
from reader.store.records import Added, Counts, StoredAnalysis

_ROW = "a.id, a.title, a.source, a.published, a.language, a.example, coalesce(s.read, 0)"
_FROM = "FROM article a LEFT JOIN status s ON s.article_id = a.id"
_NEWEST = "ORDER BY a.dated DESC, a.id DESC"
_FIELDS = tuple(f.name for f in fields(Article))
_ARTICLE = ", ".join(f"coalesce(s.{f}, 0)" if f in ("read", "position") else f"a.{f}" for f in _FIELDS)
_INSERT = (
    "INSERT INTO article (text_hash, dated, title, source, author, place, published, language, url, origin, example, "
    "added, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


class Library:
    """An open library. Close it, or use it as a context manager. Every method may raise LibraryError.

    ``corrections`` is what its user said of analyses.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._db = connection
        self.corrections = CorrectionLog(connection, path, self.transaction)

    @classmethod
    def open(cls, path: Path) -> Library:
        """The library at ``path``, created or upgraded where needed. Raises LibraryError where it cannot be used."""
        opened = connect(path)
        return cls(opened.connection, path, opened.read_only)

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file. Closing twice is harmless."""
        self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Changes inside the block are all kept or, on any error, all undone. May be nested."""
        if self._db.in_transaction:
            yield
            return
        if self.read_only:
            raise LibraryError(
                f"The library {self.path} is read-only; nothing can be saved in it.", subject=str(self.path)
            )
        with told(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    # Articles

    def rows(self, limit: int = 500, offset: int = 0, *, after: int | None = None) -> list[ArticleRow]:
        """Rows of the list, newest first; ``after`` an article's id, at the same cost at any depth."""
        where = ""
        values: list[int] = []
        if after is not None:
            where = "WHERE (a.dated, a.id) < (SELECT dated, id FROM article WHERE id = ?)"
            values = [after]
        sql = f"SELECT {_ROW} {_FROM} {where} {_NEWEST} LIMIT ? OFFSET ?"
        return [
            ArticleRow(id, title, source, published, language, bool(example), bool(read))
            for id, title, source, published, language, example, read in self._ask(sql, *values, limit, offset)
        ]

    def counts(self) -> Counts:
        """How many articles, how many unread; the cost does not grow with the library."""
        tally = dict(self._ask("SELECT name, value FROM tally"))
        return Counts(tally["articles"], tally["articles"] - tally["read"])

    def article(self, id: int) -> Article:
        """The article with that id. Raises NotFoundError."""
        # SQLite's integers have 64 bits; a larger number cannot be an id.
        found = self._ask(f"SELECT {_ARTICLE} {_FROM} WHERE a.id = ?", id) if abs(id) < 2**63 else []
        if not found:
            raise NotFoundError(f"The library has no article {id}.", subject=str(id))
        values = dict(zip(_FIELDS, found[0], strict=True))
        return Article(**values | {"example": bool(values["example"]), "read": bool(values["read"])})

    def add(self, draft: Draft) -> Added:
        """Store a text, or find the article that already has exactly this text."""
        with self.transaction():
            there = self.find(draft.text_hash)
            if there is not None:
                return Added(there, new=False)
            added = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            cursor = self._db.execute(
                _INSERT,
                (
                    draft.text_hash,
                    draft.published or added,
                    draft.title,
                    draft.source,
                    draft.author,
                    draft.place,
                    draft.published,
                    draft.language or "und",
                    draft.url,
                    draft.origin,
                    draft.example,
                    added,
                    draft.text,
                ),
            )
            assert cursor.lastrowid is not None
            return Added(cursor.lastrowid, new=True)

    def find(self, text_hash: str) -> int | None:
        """The id of the article with exactly that text, or None."""
        found = self._ask("SELECT id FROM article WHERE text_hash = ?", text_hash)
        return found[0][0] if found else None

    # What the user did

    def set_read(self, id: int, read: bool) -> None:
        """Mark an article read or unread. Raises NotFoundError."""
        self._set_status(id, "read", int(read))

    def set_position(self, id: int, line: int) -> None:
        """Remember the line an article was read to. Raises NotFoundError."""
        self._set_status(id, "position", max(0, line))

    def _set_status(self, id: int, column: str, value: int) -> None:
        with self.transaction():
            if not self._ask("SELECT 1 FROM article WHERE id = ?", id):
                raise NotFoundError(f"The library has no article {id}.", subject=str(id))
            self._db.execute(
                f"INSERT INTO status (article_id, {column}) VALUES (?, ?) "
                f"ON CONFLICT (article_id) DO UPDATE SET {column} = excluded.{column}",
                (id, value),
            )

    # What was found

    def analysis(self, text_hash: str) -> StoredAnalysis | None:
        """The newest analysis of a text, or None."""
        from reader.store.analysis_json import decode

        sql = "SELECT body, engine_key FROM analysis WHERE text_hash = ? ORDER BY id DESC LIMIT 1"
        for body, engine_key in self._ask(sql, text_hash):
            analysis = decode(body)
            return None if analysis is None else StoredAnalysis(analysis, engine_key)
        return None

    def save_analysis(self, text_hash: str, analysis: Analysis, engine_key: str | None = None) -> None:
        """Keep an analysis as the newest of its text; it takes the place of older ones, which can be made again.

        ``engine_key`` says what made it, where that is more than ``analysis.engine.key`` tells.
        """
        from reader.store.analysis_json import encode

        body = encode(analysis)
        with self.transaction():
            self._db.execute("DELETE FROM analysis WHERE text_hash = ?", (text_hash,))
            self._db.execute(
                "INSERT INTO analysis (text_hash, engine_key, body) VALUES (?, ?, ?)",
                (text_hash, engine_key or analysis.engine.key, body),
            )

    def pending(self, engine_key: Callable[[str], str], limit: int = 500) -> list[int]:
        """Ids of articles without an analysis by the present engine, newest first.

        ``engine_key`` gives the present key for a language code.
        """
        found: list[tuple[str, int]] = []
        for (language,) in self._ask("SELECT DISTINCT language FROM article"):
            sql = (
                "SELECT a.dated, a.id FROM article a WHERE a.language = ? AND NOT EXISTS (SELECT 1 FROM analysis n "
                f"WHERE n.text_hash = a.text_hash AND n.engine_key = ?) {_NEWEST} LIMIT ?"
            )
            found.extend(self._ask(sql, language, engine_key(language), limit))
        return [id for _, id in sorted(found, reverse=True)[:limit]]

    # Settings

    def setting(self, key: str) -> str | None:
        """The value kept under ``key``, or None."""
        found = self._ask("SELECT value FROM setting WHERE key = ?", key)
        return found[0][0] if found else None

    def set_setting(self, key: str, value: str) -> None:
        """Keep ``value`` under ``key``."""
        with self.transaction():
            self._db.execute(
                "INSERT INTO setting VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", (key, value)
            )

    def _ask(self, sql: str, *values: str | int) -> list[Any]:
        with told(self.path):
            return self._db.execute(sql, values).fetchall()
