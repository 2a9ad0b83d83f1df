"""A query's tree as nodes over articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from reader.domain.query.terms import All, Any, Facet, Field, Not, Number, Term, Text, When, Where
from reader.store.search import kinds
from reader.store.search.counting import Counted
from reader.store.search.leaves import Match, Matches
from reader.store.search.matching import Leaf, expression, of_statement, of_text, of_told, quoted
from reader.store.search.nodes import Ask, Both, Either, Ids, Node, Without


@dataclass(frozen=True)
class Articles:
    """Makes nodes over articles. ``least`` is how sure a statement must be (see ``numbering``), ``kept`` what counts as
    unread though it was read."""

    ask: Ask
    least: int
    kept: frozenset[int] = frozenset()
    _found: dict[Text, frozenset[int]] = field(default_factory=dict)

    def node(self, term: Term) -> Node:
        """The articles a term holds for."""
        match term:
            case All(terms):
                return both(self._parts(terms))
            case Any(terms):
                return self._either(terms)
            case Not(inner):
                return Without(kinds.EVERY, self.node(inner))
            case _:
                return both(self._parts((term,)))

    def _parts(self, terms: Sequence[Term]) -> list[Node]:
        """Nodes of terms that stand side by side. Those one index answers go to it together; what is asked of
        statements is asked of one and the same, and so it is with what is counted and how many."""
        said, terms = apart(terms, lambda term: _of_one_statement(term) is not None)
        counted, terms = apart(terms, is_counted)
        parts = list[Node]()
        if said:
            parts.append(self._said(joined(said, of_statement)))
        if counted:
            parts.append(Counted(tuple(counted)))
        told, terms = apart(terms, lambda term: expression(term, of_told) is not None)
        if told:
            parts.append(Match("named", joined(told, of_told)))
        texts, terms = apart(terms, self._only_text)
        denied, terms = (
            apart(terms, lambda term: isinstance(term, Not) and self._only_text(term.term)) if texts else ([], terms)
        )
        if texts:
            parts.append(Match("search", joined([*texts, *denied], of_text)))
        matches = tuple(part for part in parts if isinstance(part, Match))
        if len(matches) > 1:
            # One that has articles' own ids leads.
            led = tuple(sorted(matches, key=lambda match: match.by_article))
            parts = [Matches(led), *(part for part in parts if not isinstance(part, Match))]
        return [*parts, *map(self._alone, terms)]

    def _alone(self, term: Term) -> Node:
        match term:
            case Text():
                # Here only where the user's own words have it too.
                return Either((Match("search", expression(term, of_text) or ""), Ids(self._noted(term))))
            case Facet():
                return kinds.facet(term, self.ask, self.kept)
            case When():
                return kinds.when(term)
            case _:
                return self.node(term)

    def _either(self, terms: Sequence[Term]) -> Node:
        term = Any(tuple(terms))
        if self._only_text(term):
            return Match("search", expression(term, of_text) or "")
        if (found := expression(term, of_told)) is not None:
            return Match("named", found)
        if (found := _of_one_statement(term)) is not None:
            return self._said(found)
        texts, others = apart(terms, self._only_text)
        parts = [self.node(one) for one in others]
        if texts:
            parts.append(self.node(Any(tuple(texts)) if len(texts) > 1 else texts[0]))
        return Either(tuple(parts))

    def _said(self, found: str) -> Match:
        return Match("said", found, by_article=True, least=self.least, cost=2)

    def _only_text(self, term: Term) -> bool:
        return expression(term, of_text) is not None and not any(self._noted(one) for one in _texts(term))

    def _noted(self, text: Text) -> frozenset[int]:
        """Articles in whose notes and highlights the words stand; they are few."""
        if text.where is not Where.ANYWHERE:
            return frozenset()
        if text not in self._found:
            sql = "SELECT DISTINCT article_id FROM annotation WHERE id IN (SELECT rowid FROM noted WHERE noted MATCH ?)"
            found = self.ask(sql, (quoted(text.words, prefix=text.prefix),))
            self._found[text] = frozenset(id for (id,) in found)
        return self._found[text]


def both(parts: Sequence[Node]) -> Node:
    """What is in all of the parts, of which there is one at least."""
    return Both(tuple(parts)) if len(parts) > 1 else parts[0]


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


def _of_one_statement(term: Term) -> str | None:
    return expression(term, of_statement, denials=False)


def _texts(term: Term) -> Iterable[Text]:
    match term:
        case Text():
            yield term
        case All(terms) | Any(terms):
            for one in terms:
                yield from _texts(one)
        case Not(inner):
            yield from _texts(inner)
        case _:
            pass
