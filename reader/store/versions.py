"""How articles change: earlier versions are kept, and so is the text of feed or page that is not shown."""

from __future__ import annotations

from dataclasses import dataclass

from reader.domain.article import Shown, hash_text
from reader.domain.feed import FeedItem
from reader.store.part import Part
from reader.store.problems import told

MOST = 50
"""Versions kept of one article, the first among them: a page that changes with every visit must not fill the disk."""

_VERSION = "shown, title, text_hash, author, published, updated, layout, text"


@dataclass(frozen=True, slots=True)
class Version:
    """What an article said until ``replaced`` (ISO 8601, UTC), and whose text that was."""

    id: int
    replaced: str
    shown: Shown
    title: str
    text: str
    text_hash: str
    layout: str


@dataclass(frozen=True, slots=True)
class Alternate:
    """The text an article could show instead, and whose it is."""

    shown: Shown
    text: str


class Versions(Part):
    """One connection's view of them. Call the changing methods inside a transaction."""

    def of(self, article_id: int) -> list[Version]:
        """The earlier versions of an article, the newest first."""
        sql = (
            "SELECT id, replaced, shown, title, text, text_hash, layout FROM version WHERE article_id = ? "
            "ORDER BY replaced DESC, id DESC"
        )
        rows = self._ask(sql, article_id)
        return [Version(id, replaced, Shown(shown), *words) for id, replaced, shown, *words in rows]

    def alternate(self, article_id: int) -> Alternate | None:
        """The text that is kept beside the one shown, or None."""
        rows = self._ask("SELECT shown, text FROM alternate WHERE article_id = ?", article_id)
        return Alternate(Shown(rows[0][0]), rows[0][1]) if rows else None

    def rewrite(self, article_id: int, item: FeedItem, now: str) -> None:
        """Let the feed's item say something else. Where the page's text is shown, only the title changes there."""
        ((shown, title),) = self._ask("SELECT shown, title FROM article WHERE id = ?", article_id)
        if Shown(shown) is Shown.FEED:
            self._replace(article_id, title=item.title, text=item.text, layout=item.layout, now=now)
        else:
            self._do(
                "UPDATE alternate SET text_hash = ?, layout = ?, text = ? WHERE article_id = ?",
                (hash_text(item.text), item.layout, item.text, article_id),
            )
            if title != item.title:
                self._keep(article_id, now)
                self._do("UPDATE article SET title = ?, changed = ? WHERE id = ?", (item.title, now, article_id))
        self.amend(article_id, item, layout=False)

    def amend(self, article_id: int, item: FeedItem, *, layout: bool = True) -> None:
        """Take in what is known beside the words; what is no longer said stays known. It was published when it first
        was: a date in the future, which is read as the time of each visit, does not move it."""
        self._do(
            "UPDATE article SET author = coalesce(?1, author), "
            "published = coalesce(min(published, ?2), published, ?2), "
            "updated = coalesce(?3, updated), url = coalesce(?4, url), guid = coalesce(?5, guid) WHERE id = ?6",
            (item.author, item.published, item.updated, item.url, item.guid, article_id),
        )
        if layout:
            for table in ("article", "alternate"):
                key = "id" if table == "article" else "article_id"
                self._do(f"UPDATE {table} SET layout = ? WHERE {key} = ? AND shown = 'feed'", (item.layout, article_id))

    def show_page(self, article_id: int, text: str, layout: str, now: str) -> None:
        """Show the text of the article's page and keep the feed's beside it; a new version where the page changed."""
        ((shown,),) = self._ask("SELECT shown FROM article WHERE id = ?", article_id)
        if Shown(shown) is Shown.PAGE:
            self._replace(article_id, title=None, text=text, layout=layout, now=now)
            return
        with told(self._path):
            self._db.execute(
                "INSERT OR REPLACE INTO alternate (article_id, shown, text_hash, layout, text) "
                "SELECT id, shown, text_hash, layout, text FROM article WHERE id = ?",
                (article_id,),
            )
            self._show(article_id, Shown.PAGE, text, layout)

    def swap(self, article_id: int) -> Shown | None:
        """Show the text that is kept beside the one shown, and keep that one; None where there is no other."""
        rows = self._ask("SELECT shown, layout, text FROM alternate WHERE article_id = ?", article_id)
        if not rows:
            return None
        shown, layout, text = rows[0]
        with told(self._path):
            self._db.execute(
                "UPDATE alternate SET (shown, text_hash, layout, text) = "
                "(SELECT shown, text_hash, layout, text FROM article WHERE id = alternate.article_id) "
                "WHERE article_id = ?",
                (article_id,),
            )
            self._show(article_id, Shown(shown), text, layout)
        return Shown(shown)

    def _replace(self, article_id: int, *, title: str | None, text: str, layout: str, now: str) -> None:
        ((before, was),) = self._ask("SELECT text_hash, title FROM article WHERE id = ?", article_id)
        if before == hash_text(text) and title in (None, was):
            return
        self._keep(article_id, now)
        with told(self._path):
            self._db.execute(
                "UPDATE article SET title = coalesce(?, title), text_hash = ?, layout = ?, text = ?, changed = ? "
                "WHERE id = ?",
                (title, hash_text(text), layout, text, now, article_id),
            )

    def _show(self, article_id: int, shown: Shown, text: str, layout: str) -> None:
        self._do(
            "UPDATE article SET shown = ?, text_hash = ?, layout = ?, text = ? WHERE id = ?",
            (shown, hash_text(text), layout, text, article_id),
        )

    def _keep(self, article_id: int, now: str) -> None:
        """Keep what the article says now as an earlier version."""
        with told(self._path):
            self._db.execute(
                f"INSERT INTO version (article_id, replaced, {_VERSION}) SELECT id, ?, {_VERSION} FROM article "
                "WHERE id = ?",
                (now, article_id),
            )
            self._db.execute(
                "DELETE FROM version WHERE article_id = :id "
                "AND id > (SELECT min(id) FROM version WHERE article_id = :id) "
                "AND id <= (SELECT id FROM version WHERE article_id = :id ORDER BY id DESC LIMIT 1 OFFSET :most)",
                {"id": article_id, "most": MOST - 1},
            )

    def _do(self, sql: str, values: tuple[str | int | None, ...]) -> None:
        with told(self._path):
            self._db.execute(sql, values)
