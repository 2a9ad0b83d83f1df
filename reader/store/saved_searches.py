"""Searches kept under a name, in the order their user gave them. Every change can be undone."""

from __future__ import annotations

from collections.abc import Mapping

from reader.domain.errors import NotFoundError, SavedSearchError
from reader.domain.folding import fold
from reader.domain.plain_text import clean_line
from reader.domain.query.parsing import MOST_CHARACTERS
from reader.domain.saved_search import LONGEST, SavedSearch
from reader.store.clock import now
from reader.store.deeds import Change, UndoablePart

_SEARCH = "SELECT id, name, query, added FROM saved_search"


class SavedSearches(UndoablePart):
    """Every method may raise LibraryError. What a query means is not looked at here."""

    def all(self) -> list[SavedSearch]:
        """Every saved search, in order."""
        return [SavedSearch(*row) for row in self._ask(f"{_SEARCH} ORDER BY position, id")]

    def get(self, id: int) -> SavedSearch:
        """The search with that id. Raises NotFoundError."""
        found = self._ask(f"{_SEARCH} WHERE id = ?", id) if abs(id) < 2**63 else []
        if not found:
            raise NotFoundError(f"The library has no saved search {id}.", subject=str(id))
        return SavedSearch(*found[0])

    def named(self, name: str) -> SavedSearch | None:
        """The search of that name, whatever its case and accents, or None."""
        wanted = fold(clean_line(name))
        return next((search for search in self.all() if fold(search.name) == wanted), None)

    def add(self, name: str, query: str) -> SavedSearch:
        """Keep a query under a name, last of all. Raises SavedSearchError: no name, no query, a name that is taken."""
        with self._transaction():
            name, query = self._name(name), _query(query)
            ((last,),) = self._ask("SELECT coalesce(max(position), 0) FROM saved_search")
            added = now()
            change = self._deeds.insert("saved_search", name=name, query=query, position=last + 1, added=added)
            self._deeds.note("search", f"saved the search “{name}”", [change])
            return self.get(int(change[1]))

    def rename(self, id: int, name: str) -> SavedSearch:
        """Call a search something else. Raises NotFoundError, SavedSearchError."""
        return self.change(id, name=name)

    def edit(self, id: int, query: str) -> SavedSearch:
        """Give a search another query. Raises NotFoundError, SavedSearchError."""
        return self.change(id, query=query)

    def change(self, id: int, *, name: str | None = None, query: str | None = None) -> SavedSearch:
        """Give a search another name, another query, or both, as one deed. Raises NotFoundError, SavedSearchError."""
        with self._transaction():
            was = self.get(id)
            new_name = was.name if name is None else self._name(name, besides=id)
            new_query = was.query if query is None else _query(query)
            change = self._deeds.update("saved_search", id, name=new_name, query=new_query)
            renamed = f"renamed the search “{was.name}” to “{new_name}”"
            what = renamed if new_name != was.name else f"changed the search “{was.name}”"
            self._deeds.note("search", what, [change])
            return self.get(id)

    def move(self, id: int, place: int) -> None:
        """Put a search at a place among the others, the first being 0; as near to it as there are places.

        Raises NotFoundError.
        """
        with self._transaction():
            moved = self.get(id)
            others = [search.id for search in self.all() if search.id != id]
            at = max(place, 0)
            order = [*others[:at], id, *others[at:]]
            changes: list[Change | None] = [
                self._deeds.update("saved_search", each, position=position) for position, each in enumerate(order, 1)
            ]
            self._deeds.note("search", f"moved the search “{moved.name}”", changes)

    def remove(self, id: int) -> SavedSearch:
        """Keep a search no longer; gives what it was. Raises NotFoundError."""
        with self._transaction():
            was = self.get(id)
            change = self._deeds.delete("saved_search", id)
            self._deeds.note("search", f"removed the search “{was.name}”", [change])
            return was

    def counted(self) -> dict[int, str]:
        """What was last written down of counting searches, by id."""
        return dict(self._ask("SELECT search_id, counted FROM search_count"))

    def keep_counted(self, counted: Mapping[int, str]) -> None:
        """Write down what was counted of some searches; of searches that are gone nothing is kept."""
        with self._transaction(durable=False):
            self._db.executemany("INSERT OR REPLACE INTO search_count VALUES (?, ?)", counted.items())
            self._db.execute("DELETE FROM search_count WHERE search_id NOT IN (SELECT id FROM saved_search)")

    def _name(self, name: str, besides: int | None = None) -> str:
        """A name as it is kept. Raises SavedSearchError where it cannot be."""
        clean = clean_line(name)
        if not clean:
            raise SavedSearchError("A saved search needs a name.")
        if len(clean) > LONGEST:
            raise SavedSearchError(f"The name of a saved search has at most {LONGEST} letters; this has {len(clean)}.")
        there = self.named(clean)
        if there is not None and there.id != besides:
            raise SavedSearchError(f"There is a saved search “{there.name}” already.", subject=there.name)
        return clean


def _query(text: str) -> str:
    """A query as it is kept. Raises SavedSearchError where there is none."""
    clean = clean_line(text)
    if not clean:
        raise SavedSearchError("There is nothing to search for yet.")
    if len(clean) > MOST_CHARACTERS:
        raise SavedSearchError(f"A query has at most {MOST_CHARACTERS:,} characters; this has {len(clean):,}.")
    return clean
