"""A search that looks at everything: what the real one is compared with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from stories_to_search import Near, Said, Story

from reader.domain.confidence import Strictness
from reader.domain.folding import words
from reader.domain.query.terms import All, Any, Facet, Field, Not, Number, Query, Term, Text, When, Where

_OF_WORDS = (
    *(Field.SOURCE, Field.STORY, Field.ACTOR, Field.PARTY, Field.SAYS, Field.ACT, Field.TARGET, Field.COUNTS),
    *(Field.HEARD, Field.UNHEARD),
)
_OF_STATEMENT = (Field.SAYS, Field.ACT, Field.TARGET)


def holds(query: Query, story: Story, level: Strictness = Strictness.NORMAL) -> bool:
    """True where a query is true of a story."""
    if story.deleted:
        return False
    if query.root is None:
        return True
    root = sensible(query.root)
    return root is not None and _of_story(root, story, level)


def said(query: Query, story: Story, level: Strictness = Strictness.NORMAL) -> list[int]:
    """Which of a story's statements a query is true of, by their place."""
    root = None if query.root is None else sensible(query.root)
    if story.deleted or (query.root is not None and root is None):
        return []
    return [
        place
        for place, one in enumerate(story.said)
        if one.confidence >= level.floor and (root is None or _of_said(root, one, story, level))
    ]


def sensible(term: Term) -> Term | None:
    """A term without what has no word in it; terms of one kind inside one another are one."""
    match term:
        case Text(typed):
            return term if words(typed) else None
        case Facet(field, value):
            return term if field not in _OF_WORDS or words(value) else None
        case Not(inner):
            left = sensible(inner)
            return None if left is None else left.term if isinstance(left, Not) else Not(left)
        case All(terms) | Any(terms):
            kept: list[Term] = []
            for one in map(sensible, terms):
                if isinstance(one, Any) and isinstance(term, Any):
                    kept.extend(one.terms)
                elif one is not None:
                    kept.append(one)
            return type(term)(tuple(kept)) if len(kept) > 1 else kept[0] if kept else None
    return term


def _of_story(term: Term, story: Story, level: Strictness) -> bool:
    match term:
        case Not(inner):
            return not _of_story(inner, story, level)
        case Any(terms):
            return any(_of_story(one, story, level) for one in terms)
        case All(terms):
            one_statement = [one for one in terms if _about_statement(one) and not isinstance(one, All)]
            one_number = [one for one in terms if _about_number(one)]
            rest = [one for one in terms if one not in one_statement and one not in one_number]
            return (
                (not one_statement or _some_statement(one_statement, story, level))
                and (not one_number or _some_number(one_number, _numbers(story)))
                and all(_of_story(one, story, level) for one in rest)
            )
        case Facet(field) if field in _OF_STATEMENT:
            return _some_statement([term], story, level)
        case Number() | Facet(Field.COUNTS):
            return _some_number([term], _numbers(story))
        case _:
            return _of_article(term, story, level)


def _of_article(term: Term, story: Story, level: Strictness) -> bool:
    match term:
        case Facet(Field.STORY, value, _, prefix):
            return story.near is not None and _is_called(value, prefix, story.near)
        case Facet(Field.HEARD | Field.UNHEARD as field, value):
            told = (story,) if story.near is None else story.near.stories.values()
            heard = any(_some_statement([Facet(Field.SAYS, value)], one, level) for one in told)
            return (
                heard if field is Field.HEARD else not heard and any(_FACETS[Field.PARTY](value, one) for one in told)
            )
        case Text(typed, where, prefix):
            fields = {
                Where.TITLE: (story.title,),
                Where.AUTHOR: (story.author,),
                Where.ANYWHERE: (
                    *(story.title, story.text, story.author, story.source, story.note),
                    story.text[: story.highlight],
                ),
            }[where]
            return any(_within(typed, one, prefix) for one in fields)
        case When():
            return (term.since is None or story.dated >= term.since) and (
                term.until is None or story.dated < term.until
            )
        case Facet(field, value):
            return _FACETS[field](value, story)
    raise AssertionError(term)


_FACETS: dict[Field, Callable[[str, Story], bool]] = {
    Field.SOURCE: lambda value, story: _within(value, story.source),
    Field.LANGUAGE: lambda value, story: story.language.split("-")[0] == value,
    Field.TAG: lambda value, story: words(value) in [words(tag) for tag in story.tags],
    Field.ACTOR: lambda value, story: any(_within(value, one.speaker) for one in story.said),
    Field.PARTY: lambda value, story: any(
        _within(value, name) for one in story.said for name in (one.party, one.target)
    ),
    Field.IS: lambda value, story: {
        "unread": not story.read,
        "read": story.read,
        "bookmarked": story.bookmarked,
        "annotated": bool(story.note or story.highlight),
        "changed": False,
        "story": story.near is not None,
        "followed": story.near is not None and any(one.followed for one in story.near.stories.values()),
    }[value],
    Field.HAS: lambda value, story: bool(story.note if value == "note" else story.highlight),
}


def _of_said(term: Term, one: Said, story: Story, level: Strictness) -> bool:
    hold: Callable[[Term], bool] = partial(_of_said, one=one, story=story, level=level)
    match term:
        case Not(inner):
            return not hold(inner)
        case Any(terms):
            return any(map(hold, terms))
        case All(terms):
            one_number = [part for part in terms if _about_number(part)]
            return (not one_number or _some_number(one_number, one.numbers)) and all(
                hold(part) for part in terms if part not in one_number
            )
        case Number() | Facet(Field.COUNTS):
            return _some_number([term], one.numbers)
        case Text(typed, Where.ANYWHERE, prefix):
            return _within(typed, story.text[one.at : one.end], prefix)
        case Facet(field) if field in _OF_STATEMENT:
            return _is_said(term, one)
        case _:
            return _of_article(term, story, level)


def _is_called(value: str, prefix: bool, near: Near) -> bool:
    if value.isdecimal() and not prefix and int(value) in near.stories:
        return True
    title = next(iter(near.stories.values())).title
    return any(_within(value, name, prefix) for name in (title, near.called))


def _about_statement(term: Term) -> bool:
    match term:
        case Facet(field):
            return field in _OF_STATEMENT
        case All(terms) | Any(terms):
            return all(map(_about_statement, terms))
    return False


def _about_number(term: Term) -> bool:
    return isinstance(term, Number) or (isinstance(term, Facet) and term.field is Field.COUNTS)


def _some_statement(terms: Sequence[Term], story: Story, level: Strictness) -> bool:
    sure = [one for one in story.said if one.confidence >= level.floor]
    return any(all(_is_said(term, one) for term in terms) for one in sure)


def _is_said(term: Term, one: Said) -> bool:
    match term:
        case All(terms):
            return all(_is_said(part, one) for part in terms)
        case Any(terms):
            return any(_is_said(part, one) for part in terms)
        case Facet(Field.SAYS, value):
            return _within(value, one.party) or _within(value, one.speaker)
        case Facet(Field.TARGET, value):
            return _within(value, one.target)
        case Facet(Field.ACT, value):
            return value == one.act
    raise AssertionError(term)


def _numbers(story: Story) -> list[tuple[float, str]]:
    return [*story.numbers, *(number for one in story.said for number in one.numbers)]


def _some_number(terms: Sequence[Term], numbers: Sequence[tuple[float, str]]) -> bool:
    return any(all(_is_number(term, *number) for term in terms) for number in numbers)


def _is_number(term: Term, value: float, counted: str) -> bool:
    if isinstance(term, Facet):
        return _within(term.value, counted)
    assert isinstance(term, Number)
    above = term.low is None or value > term.low or (term.with_low and value == term.low)
    below = term.high is None or value < term.high or (term.with_high and value == term.high)
    return above and below


def _within(typed: str, text: str, prefix: bool = False) -> bool:
    wanted, there = words(typed), words(text)
    prefix = prefix and len(wanted[-1]) > 1  # of one letter that it may go on says nothing
    for at in range(len(there) - len(wanted) + 1):
        here = there[at : at + len(wanted)]
        if here == wanted or (prefix and here[:-1] == wanted[:-1] and here[-1].startswith(wanted[-1])):
            return True
    return False
