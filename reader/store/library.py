"""The library: every question and change a reader may ask of it. One connection, used from one thread."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from reader.domain.article import Article, ArticleRow, Draft, Shown
from reader.domain.errors import NotFoundError
from reader.domain.scope import EVERYTHING, Scope
from reader.store.clock import now
from reader.store.connection import connect, open_to_read
from reader.store.listing import FROM
from reader.store.parts import Parts
from reader.store.records import Added, Counts, StoredAnalysis

if TYPE_CHECKING:
    from reader.domain.analysis import Analysis
    from reader.store.article_lookup import ArticleLookup

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


class Library(Parts):
    """An open library. Close it, or use it as a context manager. Every method may raise LibraryError.

    What is asked of or done to one article is here; the rest is in its parts, see ``Parts``.
    """

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

    # Articles

    def rows(
        self, limit: int = 500, offset: int = 0, *, after: int | None = None, scope: Scope = EVERYTHING
    ) -> list[ArticleRow]:
        """Rows of the list, newest first; ``after`` an article's id, at the same cost at any depth."""
        return self.listing.rows(limit, offset, after=after, scope=scope)

    def place(self, article_id: int, scope: Scope = EVERYTHING) -> int | None:
        """How many articles stand above one in a list; None where it is not in that list."""
        return self.listing.place(article_id, scope)

    def counts(self, scope: Scope = EVERYTHING) -> Counts:
        """How many articles, how many unread; for everything the cost does not grow with the library."""
        return self.listing.counts(scope)

    def records(self, scope: Scope = EVERYTHING, limit: int = -1) -> Iterator[dict[str, Any]]:
        """What other programs are told of each article of a list, newest first; see ``store.listing``."""
        return self.listing.records(scope, limit)

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
        from reader.store.article_lookup import ArticleLookup

        return ArticleLookup(self._db, self.path)

    def add(self, draft: Draft) -> Added:
        """Store a text, or find the article that already has exactly this text."""
        with self.transaction():
            there = self.find(draft.text_hash)
            if there is not None:
                return Added(there, new=False)
            added = now()
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
                self._set_status(id, "looked", now())

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
        return self.unanalysed.ids(engine_key, limit)

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
