"""What is counted, and how many: every number asked for beside it is about one and the same quantity."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reader.domain.folding import words
from reader.domain.query.terms import Facet, Number, Term
from reader.store.search.leaves import Match, Rows
from reader.store.search.matching import quoted
from reader.store.search.nodes import Ask, Node, listed
from reader.store.search.numbering import BITS
from reader.store.search.sizes import asked_words

_OF_ARTICLE = f"q.id BETWEEN j.value << {BITS} AND ((j.value + 1) << {BITS}) - 1"
# A statement's quantities are among those of its article, of which there are a few dozen at most.
_OF_STATEMENT = f"q.id BETWEEN (j.value >> {BITS}) << {BITS} AND ((j.value >> {BITS}) + 1 << {BITS}) - 1"


@lru_cache(maxsize=4_096)  # much the same is counted in all articles
def counted_words(typed: str) -> str:
    """Words as they are compared: folded, with a space on either side of each."""
    return f" {' '.join(words(typed))} "


def counted(terms: Sequence[Term]) -> tuple[Node, Node]:
    """Articles that have a quantity for which all terms hold, Number, and Facet of what is counted: those that have
    each of it, if perhaps not in one quantity, and those of which that is so."""
    condition, values = _condition(terms)
    within = f"q.id BETWEEN :low << {BITS} AND ((:high + 1) << {BITS}) - 1"
    exact = Rows(
        "",
        f"SELECT DISTINCT q.id >> {BITS} FROM quantity q WHERE {within} AND {condition}",
        f"EXISTS (SELECT 1 FROM quantity q WHERE {_OF_ARTICLE} AND {condition})",
        values,
        cost=5,
    )
    return _likely(terms), exact


@dataclass(frozen=True)
class Counted:
    """Statements that have a quantity for which all terms hold."""

    terms: tuple[Term, ...]
    cost: int = 3

    def few(self, ask: Ask, most: int) -> set[int] | None:
        return None

    def within(self, ask: Ask, low: int, high: int) -> set[int]:
        likely = _likely(self.terms).within(ask, low >> BITS, high >> BITS)
        condition, values = _condition(self.terms)
        sql = f"SELECT q.statement_id FROM json_each(:ids) j JOIN quantity q ON {_OF_ARTICLE} WHERE {condition}"
        found = ask(sql, values | {"ids": listed(likely)})
        return {id for (id,) in found if id is not None and low <= id <= high}

    def among(self, ask: Ask, ids: set[int]) -> set[int]:
        condition, values = _condition(self.terms)
        here = f"SELECT 1 FROM quantity q WHERE {_OF_STATEMENT} AND q.statement_id = j.value AND {condition}"
        sql = f"SELECT j.value FROM json_each(:ids) j WHERE EXISTS ({here})"
        return {id for (id,) in ask(sql, values | {"ids": listed(ids)})}


def _condition(terms: Iterable[Term]) -> tuple[str, dict[str, Any]]:
    parts, values = ["TRUE"], dict[str, Any]()

    def mark(value: object) -> str:
        values[f"value_{len(values)}_"] = value
        return f":value_{len(values) - 1}_"

    for term in terms:
        if isinstance(term, Facet):
            asked = counted_words(term.value)
            parts.append(f"instr(q.counted, {mark(asked.removesuffix(' ') if term.prefix else asked)})")
        elif isinstance(term, Number):
            parts.append("q.low IS NOT NULL")
            if term.low is not None:
                parts.append(f"q.high >{'=' if term.with_low else ''} {mark(term.low)}")
            if term.high is not None:
                parts.append(f"q.low <{'=' if term.with_high else ''} {mark(term.high)}")
    return " AND ".join(parts), values


def _likely(terms: Iterable[Term]) -> Match:
    parts = list[str]()
    for term in terms:
        if isinstance(term, Facet):
            parts.append(f"(counted : {quoted(term.value, prefix=term.prefix)})")
        elif isinstance(term, Number):
            parts.append(f"(numbers : ({' OR '.join(quoted(word) for word in asked_words(term))}))")
    return Match("named", " AND ".join(parts))
