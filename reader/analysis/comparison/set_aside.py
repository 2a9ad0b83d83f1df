"""Numbers that a text denies or gives as earlier ones, which nobody claims there: "1,400, not 2,100", "up from 8"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from sys import maxsize
from typing import NamedTuple

from reader.analysis.numbers.grammar import Grammar
from reader.analysis.numbers.phrases import Phrases, Word, flags, words_after, words_before
from reader.domain.quantity import Quantity
from reader.domain.statement import Act, Statement
from reader.languages.set_aside_rules import SetAside

_CLOSE = 40  # code points between a number and the words that tell who gives it
_CHANGE = 6  # words before a number in which the verb of "rose from 12 to 19" stands
_MARKS = 3  # words, signs among them, before what calls a number untrue begins: "2,100 jobs: false"
_ASKED = 5  # the same behind a question: "2,100 jobs? That is false"


class _Words(NamedTuple):
    """The phrases of a pack, ready to look up."""

    instead_of: Phrases[bool]
    no_longer: Phrases[bool]
    compared_with: Phrases[bool]
    earlier: Phrases[bool]


@lru_cache(maxsize=16)
def _words_of(rules: SetAside) -> _Words:
    return _Words(*map(flags, (rules.instead_of, rules.no_longer, rules.compared_with, rules.earlier)))


def set_aside(
    grammar: Grammar, normal: str, quantities: Sequence[Quantity], statements: Sequence[Statement]
) -> frozenset[str]:
    """The ids of these numbers. ``normal`` is the text, normalised."""
    found = set(denied_numbers(grammar, normal, quantities, statements))
    for quantity, following in _with_following(quantities):
        if _earlier(grammar, normal, quantity, following, _told_behind(quantity, following, statements)) or _changed(
            grammar, normal, quantity, following
        ):
            found.add(quantity.id)
    return frozenset(found)


def denied_numbers(
    grammar: Grammar, normal: str, quantities: Sequence[Quantity], statements: Sequence[Statement]
) -> frozenset[str]:
    """The ids of the numbers that the text, or somebody in it, says are untrue; ``normal`` is the text, normalised."""
    denied = {
        id for statement in statements if statement.act is Act.DENY or statement.negated for id in statement.quantities
    }
    instead_of = _words_of(grammar.rules.comparing.set_aside).instead_of
    for quantity, following in _with_following(quantities):
        before = _without_gap(grammar, words_before(normal, quantity.span[0]))
        if instead_of.last(before) or _called_untrue(grammar, normal, quantity, following):
            denied.add(quantity.id)
    return frozenset(denied)


def _with_following(quantities: Sequence[Quantity]) -> Iterator[tuple[Quantity, int]]:
    """Each number, and where the next one begins."""
    begins = [quantity.span[0] for quantity in quantities[1:]]
    return zip(quantities, (*begins, maxsize), strict=False)


def _told_behind(quantity: Quantity, following: int, statements: Sequence[Statement]) -> bool:
    """Whether words right behind a number tell who gives it: "8,700 according to the union"."""
    end = quantity.span[1]
    return any(s.cue and end <= s.cue[0] < min(end + _CLOSE, following) for s in statements)


def _earlier(grammar: Grammar, normal: str, quantity: Quantity, following: int, given: bool) -> bool:
    """Whether words before a number tell that it was before: "down from"; "against" only where its clause says so, or
    where it has no noun of its own and is not ``given`` by somebody."""
    known = _words_of(grammar.rules.comparing.set_aside)
    before = _without_gap(grammar, words_before(normal, quantity.span[0]))
    if known.no_longer.last(before):
        return True
    if not known.compared_with.last(before):
        return False
    own = quantity.counted_span
    if not given and (own is None or own[0] < quantity.span[1]):
        return True
    words = words_after(normal, quantity.span[1])
    end = next((word.start for word in words if not word.text[0].isalnum()), maxsize)
    return bool(known.earlier.within([word for word in words if word.end <= min(end, following)]))


def _without_gap(grammar: Grammar, words: Sequence[Word]) -> Sequence[Word]:
    """The words, less the articles that may stand before a number."""
    gap = grammar.hedge_gap.last(words)
    return words if gap is None else [word for word in words if word.end <= gap.start]


def _called_untrue(grammar: Grammar, normal: str, quantity: Quantity, following: int) -> bool:
    """Whether what comes right behind a number calls it untrue: "2,100 jobs? That is false"."""
    end = max(quantity.span[1], *(span[1] for span in (quantity.span, *quantity.counted_at)))
    words = [word for word in words_after(normal, end) if word.end <= max(following, end)]
    if not words or (words[0].text[0].isalnum() and words[0].text not in grammar.rules.counting.be):
        return False
    reach = _ASKED if words[0].text == "?" else _MARKS
    return any(grammar.denying.first(words, at) or grammar.opening_denials.first(words, at) for at in range(1, reach))


def _changed(grammar: Grammar, normal: str, quantity: Quantity, following: int) -> bool:
    """Whether it is what another number took the place of: "rose from 12 to 19"."""
    before = _without_gap(grammar, words_before(normal, quantity.span[0]))
    ranges = grammar.rules.ranges
    if not before or before[-1].text not in ranges.from_ or following == maxsize:
        return False
    between = _without_gap(grammar, words_before(normal, following))
    if not between or between[-1].start < quantity.span[1] or between[-1].text not in ranges.to:
        return False
    return bool(grammar.changes.within(before[-_CHANGE:]))
