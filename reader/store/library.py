"""The library: every question and change a reader may ask of it. One connection, used from one thread."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from reader.domain.analysis import Analysis
from reader.domain.article import Article, ArticleRow, Draft, Shown
from reader.domain.errors import LibraryError, NotFoundError
from reader.domain.scope import EVERYTHING, Scope
from reader.store.annotations import Annotations
from reader.store.article_lookup import ArticleLookup
from reader.store.cleanup import Cleanup
from reader.store.connection import BUSY_SECONDS, PATIENT_SECONDS, connect, open_to_read
from reader.store.corrections import CorrectionLog
from reader.store.deeds import Deeds
from reader.store.drafts import Drafts
from reader.store.entries import Entries
from reader.store.feeds import Feeds
from reader.store.folders import Folders
from reader.store.listing import FROM, Listing
from reader.store.marking import Marking
from reader.store.problems import told
from reader.store.records import Added, Counts, StoredAnalysis
from reader.store.saved_searches import SavedSearches
from reader.store.search.search import Search
from reader.store.search.told import Told
from reader.store.search_index import SearchIndex
from reader.store.tags import Tags
from reader.store.unanalysed import Unanalysed
from reader.store.unread import Unread
from reader.store.versions import Versions

_FIELDS = tuple(f.name for f in fields(Article))
_STATUS = ("read", "bookmarked", "deleted", "position")
_TAGS = (
    "(SELECT json_group_array(name) FROM (SELECT g.name FROM tagging t JOIN tag g ON g.id = t.tag_id "
    "WHERE t.article_id = a.id ORDER BY g.folded))"
)
_ARTICLE = ", ".join(_TAGS if f == "tags" else f"coalesce(s.{f}, 0)" if f in _STATUS else f"a.{f}" for f in _FIELDS)
_INSERT = (
    "INSERT INTO article (text_hash, dated, title, source, author, place, published, updated, language, url, guid, "
    "origin, example, added, layout, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)

_STEPS = 2_000  # of SQLite's machine: a fraction of a millisecond


class Library:
    """An open library. Close it, or use it as a context manager. Every method may raise LibraryError.

    ``corrections`` is what its user said of analyses, ``deeds`` everything the user did that can be undone; ``feeds``,
    ``folders`` and ``entries`` are its subscriptions and what they held, ``versions`` how articles changed, ``index``
    its full text. ``annotations`` are its highlights and notes, ``drafts`` notes still being written, ``tags``
    its tags; ``marking`` is what is done with many articles at once, ``unread`` the way from one unread to the next;
    ``searches`` are the searches it keeps, ``cleanup`` removes the texts of old articles.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._db = connection
        self.corrections = CorrectionLog(connection, path, self.transaction)
        self.deeds = Deeds(connection, path, self.transaction, self.corrections)
        self.folders = Folders(connection, path, self.transaction, self.deeds)
        self.feeds = Feeds(connection, path, self.transaction, self.deeds, self.folders)
        self.annotations = Annotations(connection, path, self.transaction, self.deeds)
        self.drafts = Drafts(connection, path, self.transaction)
        self.versions = Versions(connection, path)
        self.entries = Entries(connection, path, self.versions)
        self.index = SearchIndex(connection, path, self.transaction)
        self.told = Told(connection, path, self.transaction)
        self.search = Search(connection, path)
        self.cleanup = Cleanup(connection, path, self.transaction)
        self._listing = Listing(connection, path)
        self._unanalysed = Unanalysed(connection, path, self.transaction, read_only)
        self.searches = SavedSearches(connection, path, self.transaction, self.deeds)
        self.tags = Tags(connection, path, self.transaction, self.deeds)
        self.marking = Marking(connection, path, self.transaction, self.deeds, self._listing)
        self.unread = Unread(connection, path, self._listing)

    @classmethod
    def open(cls, path: Path) -> Library:
        """The library at ``path``, created or upgraded where needed. Raises LibraryError where it cannot be used."""
        opened = connect(path)
        return cls(opened.connection, path, opened.read_only)

    @classmethod
    def open_to_read(cls, path: Path) -> Library:
        """The library at ``path``, which must be there and current; nothing can be changed through it. Raises
        LibraryError."""
        return cls(open_to_read(path), path, read_only=True)

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file. Closing twice is harmless."""
        self._db.close()

    def give_up_when(self, unwanted: Callable[[], bool]) -> None:
        """From now on whatever is asked ends with LibraryError once ``unwanted`` gives True, which is called often."""
        self._db.set_progress_handler(unwanted, _STEPS)

    @contextmanager
    def transaction(self, *, durable: bool = True) -> Iterator[None]:
        """Changes inside the block are all kept or, on any error, all undone. May be nested.

        What is not ``durable`` is not waited for until the disk has it: a loss of power may take it back whole, which
        is nothing for what can be fetched again. It waits longer for other processes, as nobody waits for it.
        """
        if self._db.in_transaction:
            yield
            return
        if self.read_only:
            raise LibraryError(
                f"The library {self.path} is read-only; nothing can be saved in it.", subject=str(self.path)
            )
        with told(self.path):
            if not durable:
                self._db.execute("PRAGMA synchronous = NORMAL")
                self._db.execute(f"PRAGMA busy_timeout = {PATIENT_SECONDS * 1000:.0f}")
            try:
                self._db.execute("BEGIN IMMEDIATE")
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise
            finally:
                if not durable:
                    self._db.execute("PRAGMA synchronous = FULL")
                    self._db.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000:.0f}")

    # Articles

    def rows(
        self, limit: int = 500, offset: int = 0, *, after: int | None = None, scope: Scope = EVERYTHING
    ) -> list[ArticleRow]:
        """Rows of the list, newest first; ``after`` an article's id, at the same cost at any depth."""
        return self._listing.rows(limit, offset, after=after, scope=scope)

    def place(self, article_id: int, scope: Scope = EVERYTHING) -> int | None:
        """How many articles stand above one in a list; None where it is not in that list."""
        return self._listing.place(article_id, scope)

    def counts(self, scope: Scope = EVERYTHING) -> Counts:
        """How many articles, how many unread; for everything the cost does not grow with the library."""
        return self._listing.counts(scope)

    def records(self, scope: Scope = EVERYTHING, limit: int = -1) -> Iterator[dict[str, Any]]:
        """What other programs are told of each article of a list, newest first; see ``store.listing``."""
        return self._listing.records(scope, limit)

    def data_version(self) -> int:
        """A number that changes whenever another connection, of this process or another, changed the library."""
        return int(self._ask("PRAGMA data_version")[0][0])

    def article(self, id: int) -> Article:
        """The article with that id. Raises NotFoundError."""
        # SQLite's integers have 64 bits; a larger number cannot be an id.
        found = self._ask(f"SELECT {_ARTICLE} {FROM} WHERE a.id = ?", id) if abs(id) < 2**63 else []
        if not found:
            raise NotFoundError(f"The library has no article {id}.", subject=str(id))
        values = dict(zip(_FIELDS, found[0], strict=True))
        flags = {name: bool(values[name]) for name in ("example", "read", "bookmarked", "deleted")}
        made = {"shown": Shown(values["shown"]), "tags": tuple(json.loads(values["tags"]))}
        return Article(**values | flags | made)

    def lookup(self) -> ArticleLookup:
        """Finds articles by address or text."""
        return ArticleLookup(self._db, self.path)

    def add(self, draft: Draft) -> Added:
        """Store a text, or find the article that already has exactly this text."""
        with self.transaction():
            there = self.find(draft.text_hash)
            if there is not None:
                return Added(there, new=False)
            added = _now()
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
                    draft.updated,
                    draft.language or "und",
                    draft.url,
                    draft.guid,
                    draft.origin,
                    draft.example,
                    added,
                    draft.layout,
                    draft.text,
                ),
            )
            assert cursor.lastrowid is not None
            return Added(cursor.lastrowid, new=True)

    def find(self, text_hash: str) -> int | None:
        """The id of the oldest article with exactly that text, or None; not one that was deleted."""
        sql = (
            "SELECT a.id FROM article a LEFT JOIN status s ON s.article_id = a.id WHERE a.text_hash = ? "
            "AND coalesce(s.deleted, 0) = 0 ORDER BY a.id LIMIT 1"
        )
        found = self._ask(sql, text_hash)
        return found[0][0] if found else None

    # What the user did

    def set_read(self, id: int, read: bool) -> None:
        """Mark an article read or unread; what is read has been looked at as it is now. Raises NotFoundError."""
        with self.transaction():
            self._set_status(id, "read", int(read))
            if read:
                self._set_status(id, "looked", _now())

    def set_bookmarked(self, id: int, bookmarked: bool) -> None:
        """Bookmark an article, or not any more. Raises NotFoundError."""
        self._deed(id, "bookmark", "bookmarked" if bookmarked else "no longer bookmarked", bookmarked=int(bookmarked))

    def delete(self, id: int) -> None:
        """Put an article out of every list; it stays known, so that no feed brings it back. Raises NotFoundError."""
        self._deed(id, "delete", "deleted", deleted=1)

    def set_language(self, ids: Iterable[int], language: str) -> None:
        """Say what language articles are in that did not say so themselves."""
        with self.transaction(durable=False):
            self._db.executemany("UPDATE article SET language = ? WHERE id = ?", ((language, id) for id in ids))

    def set_position(self, id: int, line: int) -> None:
        """Remember the line an article was read to. Raises NotFoundError."""
        self._set_status(id, "position", max(0, line))

    def _deed(self, id: int, kind: str, what: str, **values: object) -> None:
        with self.transaction():
            title = self.article(id).title
            self.deeds.note(kind, f"{what}: {title}", [self.deeds.update("status", id, **values)])

    def _set_status(self, id: int, column: str, value: int | str) -> None:
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
        return self._unanalysed.ids(engine_key, limit)

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


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
