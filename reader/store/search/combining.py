"""Nodes put together: what one index answers becomes one question to it, and a few ids beside it stay apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.store.search.leaves import Match, Matches, OfArticle
from reader.store.search.matching import together
from reader.store.search.meeting_stories import heard_together
from reader.store.search.narrow import EVERY, Narrow
from reader.store.search.nodes import Also, Ask, Both, Either, Ids, Node, Without


def both(ask: Ask, parts: Sequence[Node]) -> Node:
    """What is in all of the parts, of which there is one at least."""
    also = frozenset[int]().union(*(part.also for part in parts if isinstance(part, Also)))
    main = _met([part.main if isinstance(part, Also) else part for part in parts])
    return Also(main, frozenset(Both(tuple(parts)).among(ask, set(also)))) if also else main


def either(parts: Sequence[Node]) -> Node:
    """What is in any of the parts, of which there is one at least."""
    also = frozenset[int]().union(*(part.also for part in parts if isinstance(part, Also)))
    known, rest, matches = set(also), list[Node](), dict[Match, list[str]]()
    for part in (part.main if isinstance(part, Also) else part for part in parts):
        if isinstance(part, Ids):
            known |= part.ids
        elif isinstance(part, Match):
            matches.setdefault(part.saying(""), []).append(part.expression)
        else:
            rest.extend(part.parts if isinstance(part, Either) else (part,))
    rest.extend(match.saying(together(" OR ", said)) for match, said in matches.items())
    if not rest:
        return Ids(frozenset(known))
    main = Either(tuple(rest)) if len(rest) > 1 else rest[0]
    return Also(main, frozenset(known)) if known else main


def without(ask: Ask, part: Node, every: Node = EVERY) -> Node:
    """Everything that is not in the part."""
    if isinstance(part, Also):
        return both(ask, (without(ask, part.main, every), Without(every, Ids(part.also))))
    return part.part if isinstance(part, Without) and part.every == every else Without(every, part)


def _met(parts: Iterable[Node]) -> Node:
    narrow, rest, of_articles = EVERY, list[Node](), list[OfArticle]()
    matches, denials = dict[Match, list[str]](), dict[Match, list[Without]]()
    for part in _flat(parts):
        match part:
            case Narrow():
                narrow = narrow.with_all(part)
            case Match() if not part.by_article:
                matches.setdefault(part.saying(""), []).append(part.expression)
            case Without(_, Match() as denied):
                denials.setdefault(denied.saying(""), []).append(part)
            case OfArticle():
                of_articles.append(part)
            case _:
                rest.append(part)
    for match, denied_by in denials.items():
        # An index says what is not in a row only of rows that something else is in.
        if (wanted := matches.get(match)) is None:
            rest.extend(denied_by)
        else:
            unwanted = [one.part.expression for one in denied_by if isinstance(one.part, Match)]
            wanted[:] = [f"({together(' AND ', wanted)} NOT {together(' OR ', unwanted)})"]
    found = [match.saying(together(" AND ", said)) for match, said in matches.items()]
    # One that has articles' own ids leads.
    found.extend(part for part in rest if isinstance(part, Match))
    rest = [part for part in rest if not isinstance(part, Match)]
    if len(found) > 1 and not found[0].by_article:
        rest.insert(0, Matches(tuple(found)))
    else:
        rest[:0] = found
    rest = heard_together(rest)
    if of_articles:
        rest.append(OfArticle(_met(part.articles for part in of_articles), of_articles[0].least))
    if narrow != EVERY or not rest:
        rest.append(narrow)
    return Both(tuple(rest)) if len(rest) > 1 else rest[0]


def _flat(parts: Iterable[Node]) -> Iterable[Node]:
    for part in parts:
        match part:
            case Both(inner):
                yield from _flat(inner)
            case Matches(inner):
                yield from inner
            case _:
                yield part
