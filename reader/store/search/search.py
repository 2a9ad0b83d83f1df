"""Search a library. Every method may raise LibraryError, and SearchError where a query has too many parts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from reader.domain.confidence import SETTING, Strictness
from reader.domain.query.terms import Field, Query, Text, Where
from reader.domain.scope import Found
from reader.store.part import Part

if TYPE_CHECKING:  # a library is open long before anything is searched in it
    from reader.domain.found_statement import FoundStatement, FoundStatements
    from reader.domain.query.snippet import Snippet
    from reader.store.search.compiling import Articles
    from reader.store.search.nodes import Node
    from reader.store.search.walking import Walk

MOST = 2_000
"""Answers that are listed: nobody reads on for so long."""

MOST_STATEMENTS = 2_000


class Search(Part):
    """One connection's view, which may be read-only. Statements less sure than the library's setting are not found."""

    def find(
        self, query: Query, *, newest: bool = False, limit: int = MOST, kept: frozenset[int] = frozenset()
    ) -> Found:
        """The articles a query holds for, the likeliest first, or with ``newest`` the newest. ``kept`` count as unread
        though they were read."""
        from reader.store.search.ranking import ranked
        from reader.store.search.simplifying import simplified
        from reader.store.search.walking import Walk

        node = self._node(query, kept)
        if node is None:
            return Found(())
        found = Walk(self._ask_with, node).newest(limit + 1)
        ids = [id for _, id in found]
        if not newest and query.root is not None:
            ids = ranked(self._ask_with, Query(simplified(query)), ids)
        return Found(tuple(ids[:limit]), more=len(ids) > limit)

    def count(self, query: Query, *, unread: bool = False, most: int | None = None) -> int:
        """How many articles a query holds for, or how many of them are unread; no more are counted than ``most``."""
        walk = self._counting(query, unread)
        return 0 if walk is None else walk.count(most)

    def changes(self) -> dict[int, tuple[int, int]]:
        """Every stretch of articles, by a number of its own, and what is another once a search may find others there,
        or they are read: what ``counts`` told of it is so until then."""
        from reader.store.search.stretches import changes

        return changes(self._ask_with)

    def counts(self, query: Query, stretches: Collection[int], *, unread: bool = False) -> Mapping[int, int]:
        """How many articles of some stretches a query holds for, by stretch; of one that has none nothing is told."""
        walk = self._counting(query, unread)
        return {} if walk is None else walk.by_stretch(stretches)

    def snippets(self, query: Query, ids: Sequence[int]) -> dict[int, Snippet]:
        """What to show of articles that were found: some of their own words with those that were asked for."""
        from reader.store.search.snippets import snippets

        return snippets(self._ask_with, query, ids)

    def statements(self, query: Query, *, limit: int = MOST_STATEMENTS) -> FoundStatements:
        """The statements a query holds for, those of the newest articles first, in the order of their texts. What it
        asks of statements, words without a field too, is asked of each itself; everything else of its article."""
        from reader.store.search.statements import statements

        return statements(self._ask_with, query, self._articles(frozenset()), limit)

    def statements_within(self, query: Query, low: int, high: int) -> list[FoundStatement]:
        """All statements a query holds for in the articles with ids from ``low`` to ``high``, the newest article's
        first."""
        from reader.store.search.statements import statements_within

        return statements_within(self._ask_with, query, self._articles(frozenset()), low, high)

    def stories(self, query: Query, every: Collection[int], worded: Callable[[Text], Iterable[int]]) -> Collection[int]:
        """Which of ``every`` story, by their ids, a query holds for. ``worded`` gives those with some words; everything
        else is asked of a story's articles, of which one at least must have it: see ``finding_stories``."""
        from reader.store.search.finding_stories import StoriesFound
        from reader.store.search.simplifying import simplified

        if query.root is None:
            return frozenset(every)
        term = simplified(query)
        articles = self._articles(frozenset())
        return () if term is None else StoriesFound(articles, frozenset(every), worded).of(term)

    def values(self, field: Field | Where, typed: str, limit: int = 20) -> list[str]:
        """What a field's value may be, given how it begins: the likeliest first, out of what the library holds."""
        from reader.store.search.values import values

        return values(self._ask_with, field, typed, limit)

    def speakers(self, typed: str) -> list[tuple[str, str]]:
        """Who spoke last for a party, by its id and the speaker's name, of those whose name begins as ``typed`` or has
        a word that does."""
        from reader.store.search.values import speakers

        return speakers(self._ask_with, typed)

    def _counting(self, query: Query, unread: bool) -> Walk | None:
        from reader.store.search.combining import both
        from reader.store.search.narrow import UNREAD
        from reader.store.search.walking import Walk

        node = self._node(query)
        if node is None:
            return None
        return Walk(self._ask_with, both(self._ask_with, (node, UNREAD)) if unread else node)

    def _node(self, query: Query, kept: frozenset[int] = frozenset()) -> Node | None:
        from reader.store.search.narrow import EVERY
        from reader.store.search.simplifying import simplified

        if query.root is None:
            return EVERY
        term = simplified(query)
        return None if term is None else self._articles(kept).node(term)

    def _articles(self, kept: frozenset[int]) -> Articles:
        from reader.store.search.compiling import Articles
        from reader.store.search.numbering import least

        found = self._ask("SELECT value FROM setting WHERE key = ?", SETTING)
        level = Strictness(found[0][0]) if found and found[0][0] in set(Strictness) else Strictness.NORMAL
        return Articles(self._ask_with, least(level), kept)
