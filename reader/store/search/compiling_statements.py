"""A query's tree as nodes over statements: what it says of statements is about each one itself, the rest about its
article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.domain.query.terms import All, Any, Facet, Field, Not, Number, Term
from reader.store.search.combining import both, either, without
from reader.store.search.compiling import Articles, apart, is_counted
from reader.store.search.counting import Counted
from reader.store.search.leaves import Match, OfArticle, Rows
from reader.store.search.matching import expression, in_statement
from reader.store.search.nodes import Node


@dataclass(frozen=True)
class Statements:
    """Makes nodes over statements; ``articles`` those over articles."""

    articles: Articles

    @property
    def every(self) -> Node:
        """All that are sure enough."""
        return Rows(
            "",
            "SELECT id FROM statement WHERE id BETWEEN :low AND :high AND (id & 3) >= :least",
            "(j.value & 3) >= :least",
            {"least": self.articles.least},
            cost=4,
        )

    def node(self, term: Term) -> Node:
        """The statements a term holds for."""
        match term:
            case All(terms):
                return both(self.articles.ask, self._parts(terms))
            case Any(terms):
                return either([self.node(one) for one in terms])
            case Not(inner):
                return without(self.articles.ask, self.node(inner), self.every)
            case Number() | Facet(Field.COUNTS):
                return Counted((term,))
            case _:
                found = expression(term, in_statement)
                if found is not None:
                    return Match("said", found, least=self.articles.least)
                return OfArticle(self.articles.node(term), self.articles.least)

    def _parts(self, terms: Sequence[Term]) -> list[Node]:
        counted, terms = apart(terms, is_counted)
        parts: list[Node] = [Counted(tuple(counted))] if counted else []
        return [*parts, *map(self.node, terms)]
