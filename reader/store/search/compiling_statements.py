"""A query's tree as nodes over statements: what it says of statements is about each one itself, the rest about its
article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.domain.query.terms import All, Any, Not, Term
from reader.store.search.compiling import Articles, apart, both, is_counted, joined
from reader.store.search.counting import Counted
from reader.store.search.leaves import Match, OfArticle, Rows
from reader.store.search.matching import expression, in_statement
from reader.store.search.nodes import Either, Node, Without


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
                return both(self._parts(terms))
            case Any(terms):
                found = expression(term, in_statement)
                return Either(tuple(map(self.node, terms))) if found is None else self._match(found)
            case Not(inner):
                return Without(self.every, self.node(inner))
            case _:
                return both(self._parts((term,)))

    def _parts(self, terms: Sequence[Term]) -> list[Node]:
        said, terms = apart(terms, lambda term: expression(term, in_statement) is not None)
        counted, terms = apart(terms, is_counted)
        parts = list[Node]()
        if said:
            parts.append(self._match(joined(said, in_statement)))
        if counted:
            parts.append(Counted(tuple(counted), of_statements=True))
        return [*parts, *map(self._other, terms)]

    def _other(self, term: Term) -> Node:
        if isinstance(term, All | Any | Not):
            return self.node(term)
        return OfArticle(self.articles.node(term), self.articles.least)

    def _match(self, found: str) -> Node:
        return Match("said", found, least=self.articles.least)
