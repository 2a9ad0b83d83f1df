"""What a query asks for, wherever in it that stands."""

from __future__ import annotations

from collections.abc import Iterator

from reader.domain.query.terms import All, Any, Facet, Field, Is, Not, Number, Query, Term

_OF_STORIES = (Field.STORY, Field.HEARD, Field.UNHEARD)
_IS_OF_STORIES = (Is.STORY, Is.FOLLOWED)


def asks_of_stories(query: Query) -> bool:
    """True where what a query finds hangs on which articles are a story."""
    return any(
        isinstance(term, Facet)
        and (term.field in _OF_STORIES or (term.field is Field.IS and term.value in _IS_OF_STORIES))
        for term in asked(query.root)
    )


def asked(term: Term | None) -> Iterator[Number | Facet]:
    """The numbers and fields a query asks for, denied or not."""
    match term:
        case All(terms) | Any(terms):
            for one in terms:
                yield from asked(one)
        case Not(inner):
            yield from asked(inner)
        case Number() | Facet():
            yield term
