"""The stories a query holds for. Every part of it is asked by itself, so that one article of a story may have the tag
and another the outlet; what is said, counted or dated in one place stands together, as in a search of articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from reader.domain.folding import fold
from reader.domain.query.terms import All, Any, Facet, Field, Is, Not, Term, Text, When, Where
from reader.store.search.compiling import Articles, apart, is_counted, is_said
from reader.store.search.narrow import INDEX
from reader.store.search.nodes import Also, Ask, Node, listed
from reader.store.search.of_stories import Gathered
from reader.store.search.streaming import Stream
from reader.store.search.walking import FEW

Worded: TypeAlias = Callable[[Text], Iterable[int]]
"""The stories with some words: in the title alone where ``Text.where`` says so."""

_UNREAD = "SELECT id FROM story WHERE unread > 0"
_SINCE = "SELECT id FROM story WHERE last >= ?"
_OF_ARTICLES = (
    f"SELECT DISTINCT m.story_id FROM json_each(?) i CROSS JOIN {INDEX} ON j.id = i.value AND j.hidden = 0 "
    "CROSS JOIN story_member m INDEXED BY story_member_narrow ON m.article_id = j.id"
)
_OF_STREAM = (
    "SELECT DISTINCT m.story_id FROM ({0}) f "
    "CROSS JOIN story_member m INDEXED BY story_member_narrow ON m.article_id = f.id"
)


@dataclass(frozen=True)
class StoriesFound:
    """Asks which of ``every`` story a term is true of."""

    articles: Articles
    every: frozenset[int]
    worded: Worded

    def of(self, term: Term) -> set[int]:
        """Ids of stories."""
        match term:
            case All(terms):
                return set(self.every).intersection(*map(self._of_group, _groups(terms)))
            case Any(terms):
                return set[int]().union(*map(self.of, terms))
            case Not(inner):
                return set(self.every) - self.of(inner)
            case Text(_, Where.ANYWHERE | Where.TITLE):
                return set(self.every) & set(self.worded(term))
            case Facet(Field.IS, value) if fold(value) == Is.UNREAD:
                return set(self.every) & self._ids(_UNREAD)
            case Facet(Field.IS, value) if fold(value) == Is.READ:
                return set(self.every) - self._ids(_UNREAD)
            case When(_, _, since, None) if since is not None:
                return set(self.every) & self._ids(_SINCE, since)
        return self._of_articles(term)

    def _of_group(self, terms: Sequence[Term]) -> set[int]:
        return self.of(terms[0]) if len(terms) == 1 else self._of_articles(All(tuple(terms)))

    def _of_articles(self, term: Term) -> set[int]:
        return set(self.every) & stories_of(self.articles.ask, self.articles.node(term))

    def _ids(self, sql: str, *values: str) -> set[int]:
        return {id for (id,) in self.articles.ask(sql, values)}


def _groups(terms: Sequence[Term]) -> list[Sequence[Term]]:
    """Terms that stand side by side, those in one group that are about one statement, number or date."""
    rest, groups = list(terms), list[Sequence[Term]]()
    for alike in (is_said, is_counted, _is_date):
        group, rest = apart(rest, alike)
        groups.append(group)
    return [*(group for group in groups if group), *([one] for one in rest)]


def _is_date(term: Term) -> bool:
    return isinstance(term, When)


def stories_of(ask: Ask, node: Node) -> set[int]:
    """The stories of a node's articles."""
    if isinstance(node, Also):
        return stories_of(ask, node.main) | _of(ask, set(node.also))
    if isinstance(node, Gathered):
        return node.stories.within(ask, 0, 2**47)
    few, stream = node.few(ask, FEW), Stream.of(node)
    if few is None and stream is not None:
        sql, values = stream.asked(ask)
        return {id for (id,) in ask(_OF_STREAM.format(sql), values)}
    return _of(ask, few if few is not None else node.within(ask, 0, 2**47))


def _of(ask: Ask, articles: set[int]) -> set[int]:
    return {id for (id,) in ask(_OF_ARTICLES, (listed(articles),))}
