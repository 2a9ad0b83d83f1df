"""Which of the newest answers come first: those with the words in the title, then those that are most about them.

SQLite's bm25 counts each phrase over the whole index: what stands in very many articles, which tells little of any, is
not ranked by, nor what is found only by reading through much of the index, as phrases of common words are. Nor are more
than the newest answers ranked: nobody reads on behind them.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.domain.folding import words
from reader.domain.query.hits import texts
from reader.domain.query.terms import All, Any, Not, Query, Term, Text, Where
from reader.store.search.leaves import Match
from reader.store.search.matching import expression, in_title, of_text, quoted
from reader.store.search.nodes import Ask, listed

RANKED = 1_000
"""So many of the newest answers are ranked."""

COMMON = 20_000
"""What stands in so many articles is common."""

_BEGINNINGS = 3  # letters of a word that are an index of their own: see ``schema_search``
_NEWNESS = 0.25  # the newest of the ranked counts for so much more than the oldest
_BM25 = "bm25(search, 10.0, 1.0, 4.0, 2.0)"


def ranked(ask: Ask, query: Query, newest: Sequence[int]) -> list[int]:
    """The answers to a query, given the newest first, in the order they are shown in."""
    first = newest[:RANKED]
    if query.root is None or len(first) < 2:
        return list(newest)
    wanted = _words(query.root)
    if wanted is None:
        return list(newest)
    slow = {text for text in texts(query) if _is_slow(ask, text)}
    titled = _titled(ask, wanted, first, at_once=not slow)
    scores = _scores(ask, [text for text in texts(query) if text not in slow], first)
    if not titled and not scores:
        return list(newest)
    weight = {id: 1.0 + _NEWNESS * (1.0 - at / len(first)) for at, id in enumerate(first)}
    # The less, the better: as SQLite has it.
    order = sorted(first, key=lambda id: (id not in titled, scores.get(id, 0.0) * weight[id]))
    return [*order, *newest[RANKED:]]


def _titled(ask: Ask, wanted: Term, ids: Sequence[int], *, at_once: bool) -> set[int]:
    """Which of the articles have what is wanted in the title: by the index, ``at_once``, or looked up in each."""
    if at_once:
        found = expression(wanted, in_title)
        return set() if found is None else Match("search", found).among_near(ask, set(ids))
    titles = ask("SELECT a.id, a.title FROM json_each(?) j JOIN article a ON a.id = j.value", (listed(ids),))
    return {id for id, title in titles if _stands(wanted, f" {' '.join(words(title))} ")}


def _stands(wanted: Term, title: str) -> bool:
    match wanted:
        case Text(typed, _, prefix):
            return f" {' '.join(words(typed))}{'' if prefix else ' '}" in title
        case All(terms):
            return all(_stands(one, title) for one in terms)
        case Any(terms):
            return any(_stands(one, title) for one in terms)
    return False


def _scores(ask: Ask, wanted: Sequence[Text], ids: Sequence[int]) -> dict[int, float]:
    expressed = sorted({found for text in wanted if (found := of_text(text))})
    rare = [phrase for phrase in expressed if not _is_common(ask, phrase)]
    if not rare:
        return {}
    # With a plus, or SQLite looks into the index for each id.
    sql = (
        f"SELECT rowid, {_BM25} FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ? "
        "AND +rowid IN (SELECT value FROM json_each(?))"
    )
    phrases = " OR ".join(f"({phrase})" for phrase in rare)
    return dict(ask(sql, (phrases, min(ids), max(ids), listed(ids))))


def _is_common(ask: Ask, phrase: str) -> bool:
    sql = "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)"
    return bool(ask(sql, (phrase, COMMON))[0][0] >= COMMON)


def _is_slow(ask: Ask, text: Text) -> bool:
    letters = words(text.words)
    if text.prefix:
        return len(letters) > 1 or len(letters[0]) > _BEGINNINGS
    return len(letters) > 1 and all(_is_common(ask, quoted(one)) for one in letters)


def _words(term: Term) -> Term | None:
    """What is left of a tree where only words that are wanted are looked at."""
    match term:
        case Text(_, where):
            return term if where is not Where.AUTHOR else None
        case All(terms) | Any(terms):
            kept = tuple(one for one in map(_words, terms) if one is not None)
            return type(term)(kept) if len(kept) > 1 else kept[0] if kept else None
        case Not():
            return None
    return None
