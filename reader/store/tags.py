"""The tags of articles. Every change can be undone. A tag no article has any more stays, until it is removed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from reader.domain.colour import Colour
from reader.domain.errors import NotFoundError, TagError
from reader.domain.plain_text import clean_line
from reader.domain.tag import LONGEST, Tag, folded
from reader.store.deeds import Change, UndoablePart
from reader.store.present import present

_COUNTED = (
    "SELECT g.id, g.name, g.colour, count(t.article_id) FILTER (WHERE NOT coalesce(s.deleted, 0)), "
    "count(t.article_id) FILTER (WHERE NOT (coalesce(s.deleted, 0) OR coalesce(s.read, 0))) "
    "FROM tag g LEFT JOIN tagging t ON t.tag_id = g.id LEFT JOIN status s ON s.article_id = t.article_id"
)


class Tags(UndoablePart):
    """Every method may raise LibraryError."""

    # Asking

    def all(self) -> list[Tag]:
        """Every tag, by name."""
        return self._tags(f"{_COUNTED} GROUP BY g.id")

    def get(self, id: int) -> Tag:
        """The tag with that id. Raises NotFoundError."""
        found = self._tags(f"{_COUNTED} WHERE g.id = ? GROUP BY g.id", id)
        if not found:
            raise NotFoundError(f"The library has no tag {id}.", subject=str(id))
        return found[0]

    def named(self, name: str) -> Tag | None:
        """The tag of that name, upper or lower case, or None."""
        found = self._tags(f"{_COUNTED} WHERE g.folded = ? GROUP BY g.id", folded(clean_line(name)))
        return found[0] if found else None

    def of(self, article_id: int) -> list[Tag]:
        """The tags of an article, by name; what they count is not told."""
        return self._tags(
            "SELECT g.id, g.name, g.colour, 0, 0 FROM tagging t JOIN tag g ON g.id = t.tag_id WHERE t.article_id = ?",
            article_id,
        )

    def among(self, article_ids: Sequence[int]) -> dict[int, int]:
        """How many of these articles have each tag, by tag id; tags none of them has are left out."""
        sql = (
            "SELECT tag_id, count(*) FROM tagging WHERE article_id IN (SELECT value FROM json_each(?)) GROUP BY tag_id"
        )
        return dict(self._ask(sql, json.dumps(list(article_ids))))

    def names(self, article_ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
        """The names of the tags of each of these articles, by article id; those without any are left out."""
        sql = (
            "SELECT t.article_id, g.name FROM tagging t JOIN tag g ON g.id = t.tag_id "
            "WHERE t.article_id IN (SELECT value FROM json_each(?))"
        )
        named: dict[int, list[str]] = {}
        for id, name in self._ask(sql, json.dumps(list(article_ids))):
            named.setdefault(id, []).append(name)
        return {id: tuple(sorted(names, key=folded)) for id, names in named.items()}

    def articles(self, id: int, *, unread: bool = False) -> list[int]:
        """Ids of the articles with a tag that were not deleted, newest first; all, or those that are unread."""
        rows = self._ask(
            "SELECT a.id FROM tagging t JOIN article a ON a.id = t.article_id "
            "LEFT JOIN status s ON s.article_id = a.id WHERE t.tag_id = ? AND NOT coalesce(s.deleted, 0) "
            "AND NOT (? AND coalesce(s.read, 0)) ORDER BY a.dated DESC, a.id DESC",
            id,
            int(unread),
        )
        return [article_id for (article_id,) in rows]

    # Changing

    def put(self, article_ids: Iterable[int], names: Iterable[str]) -> int:
        """Give articles tags, made where there are none of these names; gives how many articles had not all of them.

        Raises NotFoundError, TagError (a name that is empty or too long).
        """
        return self.change(article_ids, put=names)

    def take(self, article_ids: Iterable[int], names: Iterable[str]) -> int:
        """Take tags from articles; gives how many articles had any of them. Raises NotFoundError."""
        return self.change(article_ids, take=names)

    def change(self, article_ids: Iterable[int], *, put: Iterable[str] = (), take: Iterable[str] = ()) -> int:
        """Give tags and take others, as one deed; gives how many articles that changed. Raises as ``put``."""
        giving, taking = _names(put), _names(take)
        with self._transaction():
            ids = present(self._db, self._path, article_ids)
            changes: list[Change | None] = []
            touched: set[int] = set()
            for name in giving:
                id, made = self._made(name)
                changes.append(made)
                changes.append(self._deeds.insert_all("tagging", without := self._without(ids, id), tag_id=id))
                touched.update(without)
            for name in taking:
                there = self.named(name)
                if there is None:
                    raise NotFoundError(f"There is no tag “{name}”.", subject=name)
                having = self._having(ids, there.id)
                changes.append(self._deeds.delete_all("tagging", having, tag_id=there.id))
                touched.update(having)
            self._deeds.note("tag", self._label(sorted(touched) or ids, giving, taking), changes)
            return len(touched)

    def add(self, name: str) -> Tag:
        """A tag of that name, made where there is none. Raises TagError."""
        (clean,) = _names([name])
        with self._transaction():
            id, made = self._made(clean)
            self._deeds.note("tag", f"made the tag “{clean}”", [made])
            return self.get(id)

    def rename(self, id: int, name: str) -> Tag:
        """Call a tag something else; where another one is called so already, both become one. Gives the tag that is
        left. Raises NotFoundError, TagError."""
        (clean,) = _names([name])
        with self._transaction():
            was, there = self.get(id), self.named(clean)
            if there is not None and there.id != id:
                return self.merge(id, there.id)
            change = self._deeds.update("tag", id, name=clean, folded=folded(clean))
            self._deeds.note("tag", f"renamed the tag “{was.name}” to “{clean}”", [change])
            return self.get(id)

    def merge(self, id: int, into: int) -> Tag:
        """Give every article with a tag another one instead, and remove it. Gives the other. Raises NotFoundError."""
        with self._transaction():
            was, other = self.get(id), self.get(into)
            if id == into:
                return other
            having = self._with(id)
            changes = [
                self._deeds.delete_all("tagging", having, tag_id=id),
                self._deeds.insert_all("tagging", self._without(having, into), tag_id=into),
                self._deeds.delete("tag", id),
            ]
            self._deeds.note("tag", f"merged the tag “{was.name}” into “{other.name}”", changes)
            return self.get(into)

    def colour(self, id: int, colour: Colour | None) -> None:
        """Give a tag a colour, or take it away. Raises NotFoundError."""
        with self._transaction():
            name = self.get(id).name
            change = self._deeds.update("tag", id, colour=None if colour is None else str(colour))
            what = f"coloured the tag “{name}” {colour}" if colour else f"took the colour from the tag “{name}”"
            self._deeds.note("tag", what, [change])

    def remove(self, id: int) -> int:
        """Remove a tag from every article and for good; gives how many had it. Raises NotFoundError."""
        with self._transaction():
            name, having = self.get(id).name, self._with(id)
            changes = [self._deeds.delete_all("tagging", having, tag_id=id), self._deeds.delete("tag", id)]
            self._deeds.note("tag", f"removed the tag “{name}”", changes)
            return len(having)

    # Rows

    def _made(self, name: str) -> tuple[int, Change | None]:
        """The id of the tag of that name, and what making it changed, where it had to be made."""
        there = self._ask("SELECT id FROM tag WHERE folded = ?", folded(name))
        if there:
            return int(there[0][0]), None
        made = self._deeds.insert("tag", name=name, folded=folded(name), colour=None)
        return int(made[1]), made

    def _with(self, id: int) -> list[int]:
        return [article for (article,) in self._ask("SELECT article_id FROM tagging WHERE tag_id = ? ORDER BY 1", id)]

    def _having(self, ids: Sequence[int], tag: int) -> list[int]:
        sql = (
            "SELECT k.value FROM json_each(?) k JOIN tagging t ON t.article_id = k.value AND t.tag_id = ? "
            "ORDER BY k.value"
        )
        return [id for (id,) in self._ask(sql, json.dumps(ids), tag)]

    def _without(self, ids: Sequence[int], tag: int) -> list[int]:
        having = set(self._having(ids, tag))
        return [id for id in ids if id not in having]

    def _label(self, ids: Sequence[int], giving: Sequence[str], taking: Sequence[str]) -> str:
        """What was done, in words: ``tagged 3 articles “sea”``, ``tagged “sea”, not “war”: Title``."""
        given, taken = (", ".join(f"“{name}”" for name in names) for names in (giving, taking))
        many = f" {len(ids)} articles" if len(ids) > 1 else ""
        what = f"tagged{many} {given}" if given else f"took {taken} from {many.strip() or 'an article'}"
        if given and taken:
            what += f", not {taken}"
        if len(ids) != 1:
            return what
        ((title,),) = self._ask("SELECT title FROM article WHERE id = ?", ids[0])
        return f"{what}: {title}"

    def _tags(self, sql: str, *values: str | int) -> list[Tag]:
        tags = [
            Tag(id, name, _colour(colour), articles, unread)
            for id, name, colour, articles, unread in self._ask(sql, *values)
        ]
        return sorted(tags, key=lambda tag: (folded(tag.name), tag.id))


def _names(names: Iterable[str]) -> list[str]:
    """Names as they are kept, each once. Raises TagError."""
    clean: dict[str, str] = {}
    for given in names:
        name = clean_line(given)
        if not name:
            raise TagError("A tag needs a name.", subject=given)
        if len(name) > LONGEST:
            raise TagError(f"The name of a tag has at most {LONGEST} letters; this one has {len(name)}.", subject=name)
        clean.setdefault(folded(name), name)
    return list(clean.values())


def _colour(kept: str | None) -> Colour | None:
    """A colour as it was kept; none where a later version knows one that this one does not."""
    return Colour(kept) if kept in set(Colour) else None
