"""The nodes of what is asked of an article's story: which it is, who is heard in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reader.domain.folding import words
from reader.domain.query.terms import Facet, Field, Text, Where
from reader.store.search.beside import beside
from reader.store.search.combining import both, either, without
from reader.store.search.leaves import Match, Rows
from reader.store.search.matching import expression, in_hearing, of_statement, of_text, of_told
from reader.store.search.members import members
from reader.store.search.nodes import Ask, Node, listed
from reader.store.search.of_stories import Gathered, Titled
from reader.store.search.places import has_name

_NAMES = (
    "SELECT m.story_id, k.name FROM story_mark k INDEXED BY story_mark_name "
    "CROSS JOIN story_member m ON m.article_id = k.article_id WHERE k.name <> '' ORDER BY m.story_id, k.article_id DESC"
)


def of_story(term: Facet, ask: Ask, least: int) -> Node:
    """The articles of the story a facet names, or of those in which a party is heard, or is only spoken of. ``least``
    is how sure a statement must be (see ``numbering``)."""
    if term.field is Field.STORY:
        return _called(term, ask)
    if term.names:
        return _of_body(term, ask, least)
    heard, named = in_hearing(term, least)
    return Gathered(Match("heard", heard if term.field is Field.HEARD else f"({named}) NOT ({heard})"))


def _of_body(term: Facet, ask: Ask, least: int) -> Node:
    """Of a body of a state it is asked who speaks in each statement: in a story's row its names and the state's stand
    beside those of others."""
    said = of_statement(replace(term, field=Field.SAYS)) or ""
    heard = beside(ask, Match("said", said, by_article=True, least=least))
    if term.field is Field.HEARD:
        return heard
    named = of_told(replace(term, field=Field.ACTOR)) or ""
    return both(ask, (beside(ask, Match("named", named)), without(ask, heard)))


def _called(term: Facet, ask: Ask) -> Node:
    """By the number of any of its articles, else by words of its title, or of what the user calls it."""
    typed = term.value
    if typed.isdecimal() and typed.isascii() and len(typed) < 19 and not term.prefix:
        stories = {id for (id,) in ask("SELECT story_id FROM story_member WHERE article_id = ?", (int(typed),))}
        if stories:
            return _numbered(stories)
    title = expression(Text(typed, Where.TITLE, term.prefix), of_text) or ""
    titled = Titled(Match("search", title))
    # Of several names the one counts that was given by the oldest article, which comes last.
    names = dict(ask(_NAMES, ()))
    named = {id for id, name in names.items() if has_name(words(name), words(typed), prefix=term.prefix)}
    return either((titled, _numbered(named))) if named else titled


def _numbered(stories: Iterable[int]) -> Rows:
    return members("SELECT value FROM json_each(:stories)", {"stories": listed(set(stories))})
