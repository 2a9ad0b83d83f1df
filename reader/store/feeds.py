"""The subscriptions of a library. What the user changes can be undone; what a feed says of itself is just kept."""

from __future__ import annotations

import sqlite3
from dataclasses import fields
from pathlib import Path
from typing import Any

from reader.domain.errors import NotFoundError
from reader.domain.feed import Feed, FullText, ParsedFeed, Visit
from reader.store.clock import now
from reader.store.deeds import Change, Deeds, UndoablePart
from reader.store.folders import Folders
from reader.store.part import Transaction
from reader.store.problems import told

_FEED = tuple(f.name for f in fields(Feed))
_VISIT = tuple(f.name for f in fields(Visit))
_FLAGS = frozenset({"paused", "typed", "insecure"})
_SETS = frozenset({"skip_hours", "skip_days"})


class Feeds(UndoablePart):
    """Every method may raise LibraryError."""

    def __init__(
        self, connection: sqlite3.Connection, path: Path, transaction: Transaction, deeds: Deeds, folders: Folders
    ) -> None:
        super().__init__(connection, path, transaction, deeds)
        self._folders = folders

    # Asking

    def all(self) -> list[Feed]:
        """Every feed subscribed to, by name."""
        feeds = [_feed(row) for row in self._ask(f"SELECT {', '.join(_FEED)} FROM feed WHERE unsubscribed IS NULL")]
        return sorted(feeds, key=lambda feed: (feed.shown.casefold(), feed.id))

    def get(self, id: int) -> Feed:
        """The feed with that id, subscribed to or not. Raises NotFoundError."""
        rows = self._ask(f"SELECT {', '.join(_FEED)} FROM feed WHERE id = ?", id)
        if not rows:
            raise NotFoundError(f"The library has no feed {id}.", subject=str(id))
        return _feed(rows[0])

    def by_address(self, address: str) -> Feed | None:
        """The feed that has, or ever had, that address; also one that was given up."""
        rows = self._ask("SELECT feed_id FROM feed_address WHERE address = ?", address)
        return self.get(rows[0][0]) if rows else None

    def visit(self, id: int) -> Visit:
        """How the feed's last visits went."""
        rows = self._ask(f"SELECT {', '.join(_VISIT)} FROM visit WHERE feed_id = ?", id)
        return _visit(rows[0]) if rows else Visit()

    def visits(self) -> dict[int, Visit]:
        """Those of every feed that was ever visited, by feed id."""
        rows = self._ask(f"SELECT feed_id, {', '.join(_VISIT)} FROM visit")
        return {row[0]: _visit(row[1:]) for row in rows}

    def unread(self) -> dict[int, int]:
        """How many unread articles each feed has, by feed id; feeds without any are left out."""
        return dict(self._ask("SELECT feed_id, unread FROM feed_count WHERE unread > 0"))

    def recent(self, id: int, limit: int = 20) -> list[str]:
        """When the feed's newest articles are dated, newest first."""
        rows = self._ask("SELECT dated FROM entry WHERE feed_id = ? ORDER BY dated DESC LIMIT ?", id, limit)
        return [dated for (dated,) in rows]

    def since(self, moment: str) -> dict[int, int]:
        """How many articles each feed has that are dated at or after a moment, by feed id."""
        sql = "SELECT id, (SELECT count(*) FROM entry WHERE feed_id = f.id AND dated >= ?) AS many FROM feed f"
        return dict(self._ask(f"{sql} WHERE many > 0", moment))

    # What the user does

    def subscribe(
        self, address: str, *, name: str | None = None, typed: bool = True, folder: int | None = None, also: str = ""
    ) -> Feed:
        """Subscribe to an address, or take up again what was given up; ``also`` is a page that stands for the feed.

        Where it is subscribed to already nothing changes.
        """
        with self._transaction():
            feed, changes = self.put(address, name=name, typed=typed)
            if changes:
                if folder is not None or not self._ask("SELECT 1 FROM placement WHERE feed_id = ?", feed.id):
                    changes.append(self._folders.place(feed.id, folder))
                self._deeds.note("subscribe", f"subscribed to {feed.shown}", changes)
            if also:
                self._db.execute("INSERT OR IGNORE INTO feed_address VALUES (?, ?)", (also, feed.id))
            return self.get(feed.id)

    def put(self, address: str, *, name: str | None = None, typed: bool = True) -> tuple[Feed, list[Change | None]]:
        """The feed with that address, made or taken up again, and what that changed; part of a larger deed."""
        known = self.by_address(address)
        if known is not None and known.unsubscribed is None:
            return known, []
        if known is not None:
            again = self._deeds.update("feed", known.id, unsubscribed=None)
            self._wake(known.id)
            return self.get(known.id), [again]
        made = self._deeds.insert("feed", address=address, subscribed=address, name=name, typed=int(typed), added=now())
        self._deeds.insert("feed_address", address=address, feed_id=made[1])
        # To undo it is to give it up: its row stays, and with it whatever was fetched meanwhile.
        change: Change = ("feed", made[1], {"unsubscribed": now()}, {"unsubscribed": None})
        return self.get(made[1]), [change]

    def unsubscribe(self, id: int, *, remove_articles: bool = False) -> int:
        """Give a feed up. Its articles stay; with ``remove_articles`` those go that only it brought and that the user
        neither bookmarked nor tagged nor annotated. Gives how many went. Undone by ``Deeds.undo``."""
        with self._transaction():
            feed = self.get(id)
            changes = [self._deeds.update("feed", id, unsubscribed=now())]
            going = self.removable(id) if remove_articles else []
            changes.extend(self._deeds.update_all("status", going, deleted=1))
            self._deeds.note("unsubscribe", f"unsubscribed from {feed.shown}", changes)
            return len(going)

    def removable(self, id: int) -> list[int]:
        """Ids of the articles that would go with a feed; see ``unsubscribe``."""
        rows = self._ask(
            "SELECT DISTINCT e.article_id FROM entry e LEFT JOIN status s ON s.article_id = e.article_id "
            "WHERE e.feed_id = ? AND coalesce(s.bookmarked, 0) = 0 AND coalesce(s.deleted, 0) = 0 "
            "AND NOT EXISTS (SELECT 1 FROM tagging t WHERE t.article_id = e.article_id) "
            "AND NOT EXISTS (SELECT 1 FROM annotation n WHERE n.article_id = e.article_id) AND NOT EXISTS "
            "(SELECT 1 FROM entry o JOIN feed f ON f.id = o.feed_id WHERE o.article_id = e.article_id "
            "AND o.feed_id <> e.feed_id AND f.unsubscribed IS NULL)",
            id,
        )
        return [article_id for (article_id,) in rows]

    def rename(self, id: int, name: str | None) -> None:
        """Give a feed a name of the user's, or with None its own title again."""
        with self._transaction():
            was = self.get(id).shown
            change = self._deeds.update("feed", id, name=name or None)
            self._deeds.note("rename", f"renamed {was} to {self.get(id).shown}", [change])

    def pause(self, id: int, paused: bool) -> None:
        """Leave a feed alone for a while, or not any more."""
        with self._transaction():
            change = self._deeds.update("feed", id, paused=int(paused))
            self._deeds.note("pause", f"{'paused' if paused else 'resumed'} {self.get(id).shown}", [change])

    def set_full_text(self, id: int, when: FullText) -> None:
        """Say when whole articles are taken from their pages."""
        with self._transaction():
            change = self._deeds.update("feed", id, full_text=str(when))
            self._deeds.note("full-text", f"full text of {self.get(id).shown}: {when}", [change])

    def set_access(self, id: int, *, proxy: str | None = None, insecure: bool | None = None) -> None:
        """Say how a feed is reached; ``proxy`` "" is none of its own; None leaves either as it is."""
        values: dict[str, object] = {}
        if proxy is not None:
            values["proxy"] = proxy or None
        if insecure is not None:
            values["insecure"] = int(insecure)
        if values:
            with self._transaction():
                change = self._deeds.update("feed", id, **values)
                self._deeds.note("access", f"changed how {self.get(id).shown} is reached", [change])

    def claimed(
        self, id: int, title: str | None, site: str | None, description: str | None, language: str | None
    ) -> None:
        """Keep what a list of subscriptions says of a feed until the feed speaks for itself."""
        with told(self._path):
            self._db.execute(
                "UPDATE feed SET title = coalesce(title, ?), site = coalesce(site, ?), "
                "description = coalesce(description, ?), language = coalesce(language, ?) WHERE id = ?",
                (title, site, description, language, id),
            )

    # What visits find

    def described(self, feed: Feed, parsed: ParsedFeed) -> None:
        """Keep what a feed says of itself, where that is new."""
        says = (parsed.title, parsed.site, parsed.description, parsed.language)
        if says != (feed.title, feed.site, feed.description, feed.language):
            with told(self._path):
                self._db.execute(
                    "UPDATE feed SET title = coalesce(?, title), site = coalesce(?, site), "
                    "description = coalesce(?, description), language = coalesce(?, language) WHERE id = ?",
                    (*says, feed.id),
                )

    def visited(self, id: int, visit: Visit) -> None:
        """Keep how a visit went."""
        values = [_stored(name, getattr(visit, name)) for name in _VISIT]
        sets = ", ".join(f"{name} = excluded.{name}" for name in _VISIT)
        marks = ", ".join("?" * (len(_VISIT) + 1))
        with told(self._path):
            self._db.execute(
                f"INSERT INTO visit (feed_id, {', '.join(_VISIT)}) VALUES ({marks}) "
                f"ON CONFLICT (feed_id) DO UPDATE SET {sets}",
                (id, *values),
            )

    def readdress(self, id: int, address: str) -> bool:
        """Fetch a feed from another address from now on; False where another feed has that address."""
        other = self.by_address(address)
        if other is not None and other.id != id:
            return False
        with told(self._path):
            self._db.execute("UPDATE feed SET address = ? WHERE id = ?", (address, id))
            self._db.execute("INSERT OR IGNORE INTO feed_address VALUES (?, ?)", (address, id))
        return True

    def ask_again(self, id: int) -> None:
        """Make a feed due now, also one that is gone."""
        with self._transaction():
            self._wake(id)

    def _wake(self, id: int) -> None:
        self._db.execute(
            "UPDATE visit SET gone = 0, next_try = '', not_before = '', failures = 0 WHERE feed_id = ?", (id,)
        )


def _feed(row: tuple[Any, ...]) -> Feed:
    values = dict(zip(_FEED, row, strict=True))
    return Feed(**values | {name: bool(values[name]) for name in _FLAGS} | {"full_text": FullText(values["full_text"])})


def _visit(row: tuple[Any, ...]) -> Visit:
    values = dict(zip(_VISIT, row, strict=True))
    sets = {name: frozenset(int(n) for n in values[name].split(",") if n) for name in _SETS}
    return Visit(**values | sets | {"gone": bool(values["gone"])})


def _stored(name: str, value: Any) -> object:
    return ",".join(map(str, sorted(value))) if name in _SETS else value
