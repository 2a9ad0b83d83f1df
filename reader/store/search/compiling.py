"""A query's tree as nodes over articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from reader.domain.query.terms import All, Any, Facet, Field, Not, Number, Term, Text, When, Where
from reader.store.search import kinds
from reader.store.search.combining import both, either, without
from reader.store.search.counting import counted
from reader.store.search.leaves import Match
from reader.store.search.matching import Leaf, expression, of_statement, of_text, of_told, quoted
from reader.store.search.narrow import Narrow
from reader.store.search.nodes import Also, Ask, Node
from reader.store.search.stories import of_story


@dataclass(frozen=True)
class Articles:
    """Makes nodes over articles. ``least`` is how sure a statement must be (see ``numbering``), ``kept`` what counts as
    unread though it was read."""

    ask: Ask
    least: int
    kept: frozenset[int] = frozenset()

    def node(self, term: Term) -> Node:
        """The articles a term holds for."""
        match term:
            case All(terms):
                return both(self.ask, self._parts(terms))
            case Any(terms):
                return either([self.node(one) for one in terms])
            case Not(inner):
                return without(self.ask, self.node(inner))
            case Number() | Facet(Field.COUNTS | Field.SAYS | Field.ACT | Field.TARGET):
                return both(self.ask, self._parts((term,)))
            case Text():
                found = Match("search", expression(term, of_text) or "")
                noted = self._noted(term)
                return Also(found, noted) if noted else found
            case When(_, _, since, until):
                return Narrow(since, until)
            case Facet(Field.SOURCE):
                return Match("search", expression(term, of_text) or "")
            case Facet(Field.ACTOR | Field.PARTY):
                return Match("named", expression(term, of_told) or "")
            case Facet(Field.STORY | Field.HEARD | Field.UNHEARD):
                return of_story(term, self.ask, self.least)
            case Facet():
                return kinds.facet(term, self.ask, self.kept)
        raise AssertionError(term)

    def _parts(self, terms: Sequence[Term]) -> list[Node]:
        """Nodes of terms that stand side by side. What is asked of statements is asked of one and the same, and so it
        is with what is counted and how many."""
        said, terms = apart(terms, is_said)
        numbers, terms = apart(terms, is_counted)
        parts = list[Node]()
        if said:
            parts.append(Match("said", joined(said, of_statement), by_article=True, least=self.least, cost=2))
        if numbers:
            parts.extend(counted(numbers))
        return [*parts, *map(self.node, terms)]

    def _noted(self, text: Text) -> frozenset[int]:
        """Articles in whose notes and highlights the words stand; they are few."""
        if text.where is not Where.ANYWHERE:
            return frozenset()
        sql = "SELECT DISTINCT article_id FROM annotation WHERE id IN (SELECT rowid FROM noted WHERE noted MATCH ?)"
        return frozenset(id for (id,) in self.ask(sql, (quoted(text.words, prefix=text.prefix),)))


def is_said(term: Term) -> bool:
    """True for what is asked of a statement beside others of its kind; a parenthesis asks of one of its own."""
    return not isinstance(term, All) and expression(term, of_statement) is not None


def is_counted(term: Term) -> bool:
    """True for a number, and for what is counted."""
    return isinstance(term, Number) or (isinstance(term, Facet) and term.field is Field.COUNTS)


def apart(terms: Iterable[Term], first: Callable[[Term], bool]) -> tuple[list[Term], list[Term]]:
    """Terms for which ``first`` is true, and the others."""
    yes, no = list[Term](), list[Term]()
    for term in terms:
        (yes if first(term) else no).append(term)
    return yes, no


def joined(terms: Sequence[Term], leaf: Leaf) -> str:
    """One expression for terms that all hold, each of which ``leaf`` expresses."""
    found = expression(All(tuple(terms)), leaf)
    assert found is not None
    return found
