"""What feeds held: which of their items the library knows, and carrying out what was decided about the others."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.domain.article import hash_text
from reader.domain.entry import Identity, KnownEntry
from reader.domain.feed import FeedItem
from reader.domain.intent import Amended, Intent, Joined, New, Rewritten
from reader.store.part import Part
from reader.store.problems import told
from reader.store.versions import Versions

_KNOWN = (
    "SELECT e.id, e.article_id, e.guid, e.url_key, e.title_key, e.text_key, e.facts_key, a.feed_id IS e.feed_id, "
    "coalesce(s.deleted, 0) FROM entry e JOIN article a ON a.id = e.article_id "
    "LEFT JOIN status s ON s.article_id = a.id WHERE e.id IN ("
    # Each by an index of its own: a feed of many years must not be read through at every visit.
    "SELECT id FROM entry WHERE feed_id IS ?1 AND guid IN (SELECT value FROM json_each(?2)) UNION ALL "
    "SELECT id FROM entry INDEXED BY entry_url WHERE url_key IN (SELECT value FROM json_each(?3)) AND feed_id IS ?1 "
    "UNION ALL SELECT id FROM entry INDEXED BY entry_title WHERE feed_id IS ?1 AND url_key IS NULL "
    "AND title_key IN (SELECT value FROM json_each(?4))) ORDER BY e.id"
)
_ADD_ARTICLE = (
    "INSERT INTO article (id, text_hash, dated, title, source, author, published, updated, language, url, guid, "
    "origin, example, added, feed_id, layout, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)"
)
# Where a feed's articles are added, nothing else counts them; see the trigger article_added.
_COUNT = "UPDATE tally SET value = value + ? WHERE name = 'articles'"
_TO_INDEX = "INSERT INTO unindexed SELECT id FROM article WHERE id BETWEEN ? AND ?"
_UNREAD = "INSERT INTO unread SELECT dated, id FROM article WHERE id BETWEEN ? AND ?"
_UNANALYSED = (
    "INSERT INTO unanalysed SELECT a.dated, a.id FROM article a WHERE a.id BETWEEN ? AND ? AND NOT EXISTS "
    "(SELECT 1 FROM analysis n JOIN analysed_by b ON b.engine_key = n.engine_key "
    "WHERE n.text_hash = a.text_hash AND b.language = a.language)"
)
_UNTOLD = (
    "INSERT OR IGNORE INTO untold SELECT a.id FROM article a WHERE a.id BETWEEN ? AND ? "
    "AND EXISTS (SELECT 1 FROM analysis n WHERE n.text_hash = a.text_hash)"
)
_UNPLACED = (
    "INSERT OR IGNORE INTO unplaced SELECT a.dated, a.id, 0 FROM article a WHERE a.id BETWEEN ? AND ? "
    "AND EXISTS (SELECT 1 FROM analysis n WHERE n.text_hash = a.text_hash)"
)
_COUNT_OF_FEED = "UPDATE feed_count SET articles = articles + ?, unread = unread + ? WHERE feed_id = ?"
_JOINS = (
    "SELECT a.dated, coalesce(s.deleted, 0), coalesce(s.read, 0), "
    "EXISTS (SELECT 1 FROM entry WHERE feed_id IS ? AND article_id = a.id) "
    "FROM article a LEFT JOIN status s ON s.article_id = a.id WHERE a.id = ?"
)
_ADD_ENTRY = (
    "INSERT INTO entry (feed_id, article_id, dated, guid, url_key, title_key, text_key, facts_key) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where items come from: the feed (None: a page somebody added), what the articles' source is called, and the
    language of items that do not say."""

    feed_id: int | None
    source: str | None
    language: str | None = None
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a document's items: ids of new articles in the order of the items, and of those rewritten."""

    new: tuple[int, ...] = ()
    rewritten: tuple[int, ...] = ()


class Entries(Part):
    """One connection's view of the entries. Call the changing methods inside a transaction."""

    def __init__(self, connection: sqlite3.Connection, path: Path, versions: Versions) -> None:
        super().__init__(connection, path)
        self._versions = versions

    def known(self, feed_id: int | None, identities: Sequence[Identity]) -> list[KnownEntry]:
        """The feed's entries that share a guid, an address or, having no address, a title with these."""
        if not self._ask("SELECT 1 FROM entry WHERE feed_id IS ? LIMIT 1", feed_id):
            return []
        guids, urls, titles = ({getattr(who, name) for who in identities} for name in ("guid", "url_key", "title_key"))
        rows = self._ask(_KNOWN, feed_id, _listed(guids), _listed(urls), _listed(titles))
        return [
            KnownEntry(id, article_id, Identity(guid, url, title, text, facts), bool(owner), bool(deleted))
            for id, article_id, guid, url, title, text, facts, owner, deleted in rows
        ]

    def elsewhere(self, feed_id: int | None, identities: Sequence[Identity]) -> Mapping[tuple[str, str], int]:
        """Articles that came from elsewhere with one of these addresses, by address and text key."""
        urls = {who.url_key for who in identities}
        rows = self._ask(
            "SELECT url_key, text_key, min(article_id) FROM entry WHERE url_key IN (SELECT value FROM json_each(?)) "
            "AND feed_id IS NOT ? GROUP BY url_key, text_key",
            _listed(urls),
            feed_id,
        )
        return {(url, text): article_id for url, text, article_id in rows}

    def beginnings(self, ids: Sequence[int], length: int) -> list[tuple[int, str]]:
        """Articles' titles with as many characters of their texts, by id."""
        return self._ask(
            "SELECT id, title || char(10) || substr(text, 1, ?) FROM article "
            "WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
            length,
            json.dumps(ids),
        )

    def save(self, origin: Origin, intents: Sequence[Intent], now: str) -> Saved:
        """Carry out what was decided; ``now`` is when these items were seen."""
        with told(self._path):
            new = self._add(origin, [i for i in intents if isinstance(i, New)], now)
            for joined in (i for i in intents if isinstance(i, Joined)):
                self._join(origin, joined)
            rewritten = []
            for intent in intents:
                if isinstance(intent, Rewritten | Amended):
                    self._recognise(intent)
                    if intent.owner and isinstance(intent, Rewritten):
                        self._versions.rewrite(intent.article_id, intent.item, now)
                        rewritten.append(intent.article_id)
                    elif intent.owner:
                        self._versions.amend(intent.article_id, intent.item)
            return Saved(new, tuple(rewritten))

    def _add(self, origin: Origin, new: Sequence[New], now: str) -> tuple[int, ...]:
        if not new:
            return ()
        # Numbers given out in advance let one statement take in all rows. Oldest first: numbers follow time.
        row = self._db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'article'").fetchone()
        # The number is NULL in a library that never held an article.
        first = ((row and row[0]) or 0) + 1
        dates = [intent.item.published or intent.item.updated or now for intent in new]
        order = sorted(range(len(new)), key=lambda at: (dates[at], -at))
        ids = {at: first + rank for rank, at in enumerate(order)}
        self._db.executemany(_ADD_ARTICLE, (_article(ids[at], origin, new[at].item, dates[at], now) for at in order))
        if origin.feed_id is not None:
            self._db.execute(_COUNT, (len(new),))
            self._db.execute(_COUNT_OF_FEED, (len(new), len(new), origin.feed_id))
            for others in (_TO_INDEX, _UNREAD, _UNANALYSED, _UNTOLD, _UNPLACED):
                self._db.execute(others, (first, first + len(new) - 1))
        self._db.executemany(_ADD_ENTRY, (_entry(origin.feed_id, ids[at], dates[at], new[at].identity) for at in order))
        return tuple(ids[at] for at in range(len(new)))

    def _join(self, origin: Origin, joined: Joined) -> None:
        dated, deleted, read, counted = self._db.execute(_JOINS, (origin.feed_id, joined.article_id)).fetchone()
        self._db.execute(_ADD_ENTRY, _entry(origin.feed_id, joined.article_id, dated, joined.identity))
        if not (deleted or counted):
            self._db.execute(_COUNT_OF_FEED, (1, not read, origin.feed_id))

    def _recognise(self, intent: Rewritten | Amended) -> None:
        who = intent.identity
        self._db.execute(
            "UPDATE entry SET guid = ?, url_key = ?, title_key = ?, text_key = ?, facts_key = ? WHERE id = ?",
            (who.guid, who.url_key, who.title_key, who.text_key, who.facts_key, intent.entry_id),
        )


def _listed(values: Iterable[str | None]) -> str:
    return json.dumps(sorted(value for value in values if value is not None))


def _article(id: int, origin: Origin, item: FeedItem, dated: str, now: str) -> tuple[object, ...]:
    return (
        id,
        hash_text(item.text),
        dated,
        item.title,
        origin.source,
        item.author,
        item.published,
        item.updated,
        item.language or origin.language or "und",
        item.url,
        item.guid,
        origin.origin,
        now,
        origin.feed_id,
        item.layout,
        item.text,
    )


def _entry(feed_id: int | None, article_id: int, dated: str, who: Identity) -> tuple[object, ...]:
    return (feed_id, article_id, dated, who.guid, who.url_key, who.title_key, who.text_key, who.facts_key)
