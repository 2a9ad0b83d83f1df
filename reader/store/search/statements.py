"""Statements a query holds for."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from reader.domain.found_statement import FoundParty, FoundStatement, FoundStatements
from reader.domain.query.terms import Query
from reader.domain.statement import Act
from reader.store.search.compiling import Articles
from reader.store.search.compiling_statements import Statements
from reader.store.search.names import names_in, parties_in
from reader.store.search.nodes import Ask, listed
from reader.store.search.numbering import BITS, article_of, first_of, last_of
from reader.store.search.simplifying import simplified
from reader.store.search.walking import Walk

_ROWS = (
    f"SELECT s.id >> {BITS}, s.sid, s.start, s.parties, s.speakers, s.targets, s.act, s.negated, s.confidence, "
    "s.words, a.title, a.source, a.dated, a.url, a.language FROM json_each(?) j JOIN statement s ON s.id = j.value "
    f"JOIN article a ON a.id = s.id >> {BITS}"
)
_ORDER = "ORDER BY a.dated DESC, a.id DESC, s.id"
_FOUND = f"{_ROWS} {_ORDER}"
_STANDING = f"{_ROWS} WHERE a.hidden = 0 {_ORDER}"


def statements(ask: Ask, query: Query, articles: Articles, limit: int) -> FoundStatements:
    """See ``Search.statements``."""
    compiler = Statements(articles)
    node = compiler.every
    if query.root is not None:
        term = simplified(query)
        if term is None:
            return FoundStatements()
        node = compiler.node(term)
    found = Walk(ask, node, of_statements=True).newest(limit + 1)
    ids = [id for _, id in found if id & 3 >= articles.least]
    # The newest article's first: of an article that is cut off the beginning is kept.
    ids.sort(key=lambda id: (article_of(id), -id), reverse=True)
    rows = ask(_FOUND, (listed(set(ids[:limit])),))
    return FoundStatements(tuple(_statement(*row) for row in rows), more=len(ids) > limit)


def _statement(
    article_id: int, sid: str, start: int, parties: str, speakers: str, targets: str, act: str, negated: int, *rest: Any
) -> FoundStatement:
    return FoundStatement(
        article_id,
        sid,
        start,
        _parties(parties),
        names_in(speakers),
        _parties(targets),
        Act(act),
        bool(negated),
        *rest,
    )


def statements_within(ask: Ask, query: Query, articles: Articles, low: int, high: int) -> list[FoundStatement]:
    """See ``Search.statements_within``."""
    compiler = Statements(articles)
    term = None if query.root is None else simplified(query)
    if term is None and query.root is not None:
        return []
    node = compiler.every if term is None else compiler.node(term)
    ids = {id for id in node.within(ask, first_of(low), last_of(high)) if id & 3 >= articles.least}
    return [_statement(*row) for row in ask(_STANDING, (listed(ids),))]


@lru_cache(maxsize=4_096)
def _parties(text: str) -> tuple[FoundParty, ...]:
    return tuple(FoundParty(*party) for party in parties_in(text))
