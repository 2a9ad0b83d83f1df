"""The nodes of what an article is, has, or comes from."""

from __future__ import annotations

from collections.abc import Iterable

from reader.domain.folding import fold
from reader.domain.query.terms import Facet, Field, Has, Is
from reader.store.search.leaves import Rows
from reader.store.search.members import FOLLOWED, IN_STORY
from reader.store.search.narrow import UNREAD, Narrow
from reader.store.search.nodes import Also, Ask, Ids, Node, listed
from reader.store.search.places import called, feeds_in_folders, feeds_named


def _annotated(condition: str) -> Rows:
    return Rows(
        f"SELECT DISTINCT n.article_id FROM annotation n WHERE {condition}",
        f"SELECT n.article_id FROM annotation n WHERE n.article_id BETWEEN :low AND :high AND {condition}",
        f"EXISTS (SELECT 1 FROM annotation n WHERE n.article_id = j.value AND {condition})",
        cost=1,
    )


_READ = Rows(
    "",
    "SELECT s.article_id FROM status s WHERE s.article_id BETWEEN :low AND :high AND s.read",
    "EXISTS (SELECT 1 FROM status s WHERE s.article_id = j.value AND s.read)",
    cost=3,
)
_BOOKMARKED = Rows(
    "SELECT s.article_id FROM status s INDEXED BY status_bookmarked WHERE s.bookmarked",
    "SELECT s.article_id FROM status s INDEXED BY status_bookmarked WHERE s.article_id BETWEEN :low AND :high "
    "AND s.bookmarked",
    "EXISTS (SELECT 1 FROM status s INDEXED BY status_bookmarked WHERE s.article_id = j.value AND s.bookmarked)",
    cost=1,
)
# What was never looked at is not changed since: as in lists.
_SINCE_LOOKED = (
    "FROM article a INDEXED BY article_changed CROSS JOIN status s ON s.article_id = a.id "
    "WHERE a.changed IS NOT NULL AND s.looked <> '' AND a.changed > s.looked"
)
_CHANGED = Rows(
    f"SELECT a.id {_SINCE_LOOKED}",
    f"SELECT a.id {_SINCE_LOOKED} AND a.id BETWEEN :low AND :high",
    f"EXISTS (SELECT 1 {_SINCE_LOOKED} AND a.id = j.value)",
    cost=3,
)
_IS: dict[Is, Node] = {
    Is.READ: _READ,
    Is.BOOKMARKED: _BOOKMARKED,
    Is.ANNOTATED: _annotated("TRUE"),
    Is.CHANGED: _CHANGED,
    Is.STORY: IN_STORY,
    Is.FOLLOWED: FOLLOWED,
}
_HAS: dict[Has, Node] = {
    Has.NOTE: _annotated("n.body <> ''"),
    Has.HIGHLIGHT: _annotated("n.colour IS NOT NULL"),
}
_NONE = Ids(frozenset())


def facet(term: Facet, ask: Ask, kept: frozenset[int]) -> Node:
    """The articles of which a facet is true that is about neither words nor an analysis; none for a value that does not
    exist."""
    match term.field:
        case Field.FEED:
            return _of_feeds(feeds_named(ask, term.value, prefix=term.prefix))
        case Field.FOLDER:
            return _of_feeds(feeds_in_folders(ask, term.value, prefix=term.prefix))
        case Field.LANGUAGE:
            return _in_languages(ask, term.keys or (term.value,))
        case Field.TAG:
            names = ask("SELECT id, name FROM tag", ())
            return _tagged([id for id, name in names if called(fold(name), fold(term.value), prefix=term.prefix)])
        case Field.IS:
            if fold(term.value) == Is.UNREAD:
                return Also(UNREAD, kept) if kept else UNREAD
            return next((node for kind, node in _IS.items() if kind == fold(term.value)), _NONE)
        case Field.HAS:
            return next((node for kind, node in _HAS.items() if kind == fold(term.value)), _NONE)
    return _NONE


def _of_feeds(feeds: Iterable[int]) -> Node:
    return _keyed(
        "SELECT DISTINCT e.article_id FROM entry e WHERE e.feed_id IN (SELECT value FROM json_each(:keys))",
        "SELECT DISTINCT e.article_id FROM entry e INDEXED BY entry_article WHERE e.article_id BETWEEN :low AND :high "
        "AND e.feed_id IN (SELECT value FROM json_each(:keys))",
        "EXISTS (SELECT 1 FROM entry e INDEXED BY entry_article WHERE e.article_id = j.value "
        "AND e.feed_id IN (SELECT value FROM json_each(:keys)))",
        list(feeds),
        cost=3,
    )


def _tagged(tags: list[int]) -> Node:
    return _keyed(
        "SELECT DISTINCT t.article_id FROM tagging t WHERE t.tag_id IN (SELECT value FROM json_each(:keys))",
        "SELECT DISTINCT t.article_id FROM tagging t WHERE t.article_id BETWEEN :low AND :high "
        "AND t.tag_id IN (SELECT value FROM json_each(:keys))",
        "EXISTS (SELECT 1 FROM tagging t WHERE t.article_id = j.value "
        "AND t.tag_id IN (SELECT value FROM json_each(:keys)))",
        tags,
        cost=1,
    )


def _in_languages(ask: Ask, codes: Iterable[str]) -> Node:
    wanted = {code.casefold() for code in codes}
    present = [code for (code,) in ask(LANGUAGES, ()) if wanted & {code.casefold(), code.casefold().split("-")[0]}]
    return Narrow(languages=frozenset(present)) if present else _NONE


LANGUAGES = (
    "WITH RECURSIVE code (x) AS (SELECT min(language) FROM article UNION ALL "
    "SELECT (SELECT min(language) FROM article WHERE language > code.x) FROM code WHERE code.x IS NOT NULL) "
    "SELECT x FROM code WHERE x IS NOT NULL"
)
"""The languages of articles, each by one look into its index."""


def _keyed(few: str, within: str, test: str, keys: list[int], cost: int) -> Node:
    if not keys:
        return _NONE
    return Rows(few, within, test, {"keys": listed(keys)}, cost)
