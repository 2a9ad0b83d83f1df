"""A query without what no index can be asked for: words without a letter ("!!!"), values that are empty."""

from __future__ import annotations

from reader.domain.errors import SearchError
from reader.domain.query.terms import All, Any, Facet, Field, Not, Query, Term, Text
from reader.store.search.matching import has_words

MOST_PARTS = 400
DEEPEST = 40

_OF_WORDS = (
    *(Field.SOURCE, Field.STORY, Field.ACTOR, Field.PARTY, Field.SAYS, Field.ACT, Field.TARGET, Field.HEARD),
    *(Field.UNHEARD, Field.COUNTS),
)


def simplified(query: Query) -> Term | None:
    """What is left of a query; None where nothing is, though something was typed: that answers nothing.

    Raises SearchError where it has more parts, or parts inside parts, than SQLite takes.
    """
    assert query.root is not None
    if _depth(query.root) > DEEPEST or _size(query.root) > MOST_PARTS:
        raise SearchError("This search has too many parts, or too many inside one another; leave some out.")
    return _simplified(query.root)


def _simplified(term: Term) -> Term | None:
    match term:
        case Text(words):
            return term if has_words(words) else None
        case Facet(field, value, keys):
            return term if keys or field not in _OF_WORDS or has_words(value) else None
        case Not(inner):
            left = _simplified(inner)
            return None if left is None else left.term if isinstance(left, Not) else Not(left)
        case All(terms) | Any(terms):
            kept = list[Term]()
            for one in map(_simplified, terms):
                # A parenthesis of several things stays one: see ``terms.Field.of_statement``.
                kept.extend(
                    one.terms if isinstance(one, Any) and isinstance(term, Any) else () if one is None else (one,)
                )
            return type(term)(tuple(kept)) if len(kept) > 1 else kept[0] if kept else None
    return term


def _depth(term: Term) -> int:
    deepest, waiting = 0, [(term, 1)]
    while waiting:
        one, depth = waiting.pop()
        deepest = max(deepest, depth)
        waiting.extend((part, depth + 1) for part in _parts(one))
    return deepest


def _size(term: Term) -> int:
    count, waiting = 0, [term]
    while waiting:
        one = waiting.pop()
        count += 1
        waiting.extend(_parts(one))
    return count


def _parts(term: Term) -> tuple[Term, ...]:
    match term:
        case All(terms) | Any(terms):
            return terms
        case Not(inner):
            return (inner,)
    return ()
