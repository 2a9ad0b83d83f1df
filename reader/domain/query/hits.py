"""Where in a text the words stand that were asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from reader.domain.folding import marked_fold, places, words
from reader.domain.query.terms import All, Any, Not, Query, Term, Text
from reader.domain.span import Span

_MARKS = "\0*"  # accents that are characters of their own


def hits(query: Query, text: str) -> list[Span]:
    """Where the words and phrases of a query stand in ``text``, in order; where they overlap they are one hit. Words
    asked for in title or author count wherever they stand, words that must not be there never."""
    return _merged(places(text, _phrases(query)))


@lru_cache(maxsize=16)  # the same query is asked of text after text
def _phrases(query: Query) -> frozenset[tuple[tuple[str, ...], bool]]:
    return frozenset((words(term.words), term.prefix) for term in texts(query))


def texts(query: Query) -> Iterator[Text]:
    """The words and phrases a query looks for; not those it looks away from."""
    if query.root is not None:
        yield from _texts(query.root, wanted=True)


def find(typed: str, text: str) -> list[Span]:
    """Where ``typed`` stands in ``text``, inside words too; case, accents, the kind of apostrophe and how wide a gap is
    do not matter. In order, never overlapping."""
    letters = marked_fold(typed).replace("\0", "").split()
    if not letters:
        return []
    pattern = " [ \0]*".join("".join(re.escape(letter) + _MARKS for letter in word) for word in letters)
    return [match.span() for match in re.finditer(pattern, marked_fold(text))]


def _texts(term: Term, *, wanted: bool) -> Iterator[Text]:
    match term:
        case Text():
            if wanted:
                yield term
        case Not(inner):
            yield from _texts(inner, wanted=not wanted)
        case All(terms) | Any(terms):
            for part in terms:
                yield from _texts(part, wanted=wanted)
        case _:
            pass


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged = list[Span]()
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
