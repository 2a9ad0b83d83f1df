"""What is counted, and how many: every number asked for beside it is about one and the same quantity."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reader.domain.folding import words
from reader.domain.query.terms import Facet, Number, Term
from reader.store.search.leaves import Match
from reader.store.search.matching import quoted
from reader.store.search.nodes import Ask, listed
from reader.store.search.numbering import BITS
from reader.store.search.sizes import asked_words

_OF_ARTICLE = f"q.id BETWEEN j.value << {BITS} AND ((j.value + 1) << {BITS}) - 1"
# A statement's quantities are among those of its article, of which there are a few dozen at most.
_OF_STATEMENT = f"q.id BETWEEN (j.value >> {BITS}) << {BITS} AND ((j.value >> {BITS}) + 1 << {BITS}) - 1"


def counted_words(typed: str) -> str:
    """Words as they are compared: folded, with a space on either side of each."""
    return f" {' '.join(words(typed))} "


@dataclass(frozen=True)
class Counted:
    """Articles, or with ``of_statements`` statements, that have a quantity for which all terms hold: Number, and Facet
    of what is counted."""

    terms: tuple[Term, ...]
    of_statements: bool = False
    cost: int = 3

    def few(self, ask: Ask, most: int) -> set[int] | None:
        if self.of_statements:
            return None
        likely = self._likely.few(ask, most)
        return None if likely is None else self.among(ask, likely)

    def within(self, ask: Ask, low: int, high: int) -> set[int]:
        if not self.of_statements:
            return self._checked(ask, self._likely.within(ask, low, high))
        likely = self._likely.within(ask, low >> BITS, high >> BITS)
        condition, values = self._condition()
        sql = f"SELECT q.statement_id FROM json_each(?) j JOIN quantity q ON {_OF_ARTICLE} WHERE {condition}"
        found = ask(sql, (listed(likely), *values))
        return {id for (id,) in found if id is not None and low <= id <= high}

    def among(self, ask: Ask, ids: set[int]) -> set[int]:
        return self._checked(ask, ids)

    def _checked(self, ask: Ask, ids: set[int]) -> set[int]:
        condition, values = self._condition()
        where = f"{_OF_STATEMENT} AND q.statement_id = j.value" if self.of_statements else _OF_ARTICLE
        sql = (
            f"SELECT j.value FROM json_each(?) j WHERE EXISTS (SELECT 1 FROM quantity q WHERE {where} AND {condition})"
        )
        return {id for (id,) in ask(sql, (listed(ids), *values))}

    def _condition(self) -> tuple[str, list[Any]]:
        parts, values = ["TRUE"], list[Any]()
        for term in self.terms:
            if isinstance(term, Facet):
                parts.append("instr(q.counted, ?)")
                asked = counted_words(term.value)
                values.append(asked.removesuffix(" ") if term.prefix else asked)
            elif isinstance(term, Number):
                parts.append("q.low IS NOT NULL")
                if term.low is not None:
                    parts.append(f"q.high >{'=' if term.with_low else ''} ?")
                    values.append(term.low)
                if term.high is not None:
                    parts.append(f"q.low <{'=' if term.with_high else ''} ?")
                    values.append(term.high)
        return " AND ".join(parts), values

    @property
    def _likely(self) -> Match:
        """Articles that have each of it, if perhaps not in one quantity."""
        parts = list[str]()
        for term in self.terms:
            if isinstance(term, Facet):
                parts.append(f"(counted : {quoted(term.value, prefix=term.prefix)})")
            elif isinstance(term, Number):
                parts.append(f"(numbers : ({' OR '.join(quoted(word) for word in asked_words(term))}))")
        return Match("named", " AND ".join(parts))
