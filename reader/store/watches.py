"""Rules that say what to watch for, in the order they were made. Every change can be undone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reader.domain.errors import NotFoundError, WatchError
from reader.domain.folding import fold
from reader.domain.plain_text import clean_line
from reader.domain.query.parsing import MOST_CHARACTERS
from reader.domain.watch import Watch, WatchKind
from reader.store.clock import now
from reader.store.deeds import UndoablePart
from reader.store.search.nodes import listed

LONGEST = 100
"""Letters of a rule's name."""

# What waits for a newer analysis is told by the older one.
_WAITING = (
    "SELECT min(article_id) FROM (SELECT article_id FROM untold UNION ALL SELECT u.article_id FROM unanalysed u "
    "JOIN article a ON a.id = u.article_id WHERE a.hidden = 0 "
    "AND NOT EXISTS (SELECT 1 FROM analysis n WHERE n.text_hash = a.text_hash)) WHERE article_id >= ?"
)
_ABOUT = (
    "SELECT a.id, a.title, a.source, a.dated, a.url, a.language FROM json_each(?) j JOIN article a ON a.id = j.value "
    "WHERE a.hidden = 0"
)
_ORIGINALS = (
    "SELECT m.article_id, m.copy_of FROM json_each(?) j JOIN story_member m ON m.article_id = j.value "
    "WHERE m.copy_of IS NOT NULL"
)
_WATCH = "SELECT id, name, kind, query, story, seen, added FROM watch"


class Watches(UndoablePart):
    """Every method may raise LibraryError. What a query means is not looked at here."""

    def all(self) -> list[Watch]:
        """Every rule, the oldest first."""
        return [_rule(*row) for row in self._ask(f"{_WATCH} ORDER BY id")]

    def get(self, id: int) -> Watch:
        """The rule with that id. Raises NotFoundError."""
        found = self._ask(f"{_WATCH} WHERE id = ?", id) if abs(id) < 2**63 else []
        if not found:
            raise NotFoundError(f"The library has no rule {id}.", subject=str(id))
        return _rule(*found[0])

    def named(self, name: str) -> Watch | None:
        """The rule of that name, whatever its case and accents, or None."""
        wanted = fold(clean_line(name))
        return next((rule for rule in self.all() if fold(rule.name) == wanted), None)

    def add(self, name: str, kind: WatchKind, query: str = "", story: int | None = None) -> Watch:
        """Keep a rule: a query for statements, or any article of the story whose figures are watched. Raises
        WatchError: no name, no query, a name that is taken; NotFoundError: no such article."""
        with self._transaction():
            name, query = self._name(name), self._query(kind, query)
            if story is not None and not self._ask("SELECT 1 FROM article WHERE id = ?", story):
                raise NotFoundError(f"The library has no article {story}.", subject=str(story))
            change = self._deeds.insert(
                "watch", name=name, kind=str(kind), query=query, story=story, seen="", added=now()
            )
            self._deeds.note("watch", f"made the rule “{name}”", [change])
            return self.get(int(change[1]))

    def change(self, id: int, *, name: str | None = None, query: str | None = None) -> Watch:
        """Give a rule another name, another query, or both, as one deed; with another query it begins anew. Raises
        NotFoundError, WatchError."""
        with self._transaction():
            was = self.get(id)
            new_name = was.name if name is None else self._name(name, besides=id)
            new_query = was.query if query is None else self._query(was.kind, query)
            seen = was.seen if new_query == was.query else ""
            change = self._deeds.update("watch", id, name=new_name, query=new_query, seen=seen)
            renamed = f"renamed the rule “{was.name}” to “{new_name}”"
            self._deeds.note("watch", renamed if new_name != was.name else f"changed the rule “{was.name}”", [change])
            return self.get(id)

    def remove(self, id: int) -> Watch:
        """Watch by a rule no longer; gives what it was. Raises NotFoundError."""
        with self._transaction():
            was = self.get(id)
            self._deeds.note("watch", f"removed the rule “{was.name}”", [self._deeds.delete("watch", id)])
            return was

    def last_article(self) -> int:
        """The greatest id an article has; 0 in an empty library."""
        return int(self._ask("SELECT coalesce(max(id), 0) FROM article")[0][0])

    def first_waiting(self, since: int) -> int | None:
        """The least id, from ``since`` on, of an article of which searches do not know all yet: it is not analysed, or
        its analysis is not told; None where there is none."""
        return self._ask(_WAITING, since)[0][0]  # type: ignore[no-any-return]

    def articles(self, ids: Iterable[int]) -> dict[int, tuple[Any, ...]]:
        """Title, source, date, address and language of articles that were not deleted, by id."""
        return {id: tuple(rest) for id, *rest in self._ask(_ABOUT, listed(set(ids)))}

    def originals(self, ids: Iterable[int]) -> dict[int, int]:
        """Of those that repeat another article's text: the first that has it."""
        return dict(self._ask(_ORIGINALS, listed(set(ids))))

    def keep_seen(self, id: int, seen: str) -> None:
        """Write down what a rule has told; no deed. Of a rule that is gone nothing is kept."""
        with self._transaction():
            self._ask("UPDATE watch SET seen = ? WHERE id = ? AND seen <> ?", seen, id, seen)

    def _name(self, name: str, besides: int | None = None) -> str:
        """A name as it is kept. Raises WatchError where it cannot be."""
        clean = clean_line(name)
        if not clean:
            raise WatchError("A rule needs a name.")
        if len(clean) > LONGEST:
            raise WatchError(f"The name of a rule has at most {LONGEST} letters; this has {len(clean)}.")
        there = self.named(clean)
        if there is not None and there.id != besides:
            raise WatchError(f"There is a rule “{there.name}” already.", subject=there.name)
        return clean

    def _query(self, kind: WatchKind, text: str) -> str:
        """A query as it is kept. Raises WatchError where a rule for statements has none."""
        clean = clean_line(text)
        if kind is WatchKind.FIGURES:
            return ""
        if not clean:
            raise WatchError("A rule needs something to watch for: a query such as says:Russia ceasefire.")
        if len(clean) > MOST_CHARACTERS:
            raise WatchError(f"A query has at most {MOST_CHARACTERS:,} characters; this has {len(clean):,}.")
        return clean


def _rule(id: int, name: str, kind: str, query: str, story: int | None, seen: str, added: str) -> Watch:
    return Watch(id, name, WatchKind(kind), query, story, seen, added)
