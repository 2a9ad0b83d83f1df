"""Numbers that came, went or became others between two versions of a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.analysis.difference.touched import Touched
from reader.domain.analysis import Analysis
from reader.domain.difference import Change, FigureChange
from reader.domain.own_words import counted_words, own_words
from reader.domain.quantity import Quantity, QuantityKind
from reader.domain.span import Span

_NO_FIGURES = frozenset({QuantityKind.DATE, QuantityKind.TIME, QuantityKind.ORDINAL})
_SAME_HERE, _SAME_ELSEWHERE = 16, 11
"""How alike two numbers of the same words are; one at the place of another that counts the same comes to 12 or 14."""


@dataclass(frozen=True, slots=True)
class _Number:
    """A figure with what it is recognised by; ``shown`` is what it counts in the text's own words."""

    quantity: Quantity
    words: str
    counted: str
    shown: str
    who: tuple[str, ...]

    @property
    def key(self) -> tuple[str, str]:
        return self.words.casefold(), self.counted.casefold()


def figure_changes(
    old: str, old_analysis: Analysis, new: str, new_analysis: Analysis, touched: Touched
) -> tuple[FigureChange, ...]:
    """The figures that are others now, in order of place in the new text; those that went stand last."""
    before = [n for n in _numbers(old, old_analysis) if touched.old(_places(n))]
    after = [n for n in _numbers(new, new_analysis) if touched.new(_places(n))]
    became = _pairs(before, after, touched)
    changes = []
    for n, number in enumerate(after):
        earlier = became.get(n)
        if earlier is not None and before[earlier].key == number.key:
            continue
        changes.append(
            FigureChange(
                Change.ADDED if earlier is None else Change.ALTERED,
                None if earlier is None else before[earlier].words,
                number.words,
                number.shown or ("" if earlier is None else before[earlier].shown),
                number.who,
            )
        )
    gone = sorted(set(range(len(before))) - set(became.values()))
    changes += [FigureChange(Change.REMOVED, before[n].words, None, before[n].shown, before[n].who) for n in gone]
    return tuple(dict.fromkeys(changes))


def _numbers(text: str, analysis: Analysis) -> Iterator[_Number]:
    """The figures of a text: no dates and ranks, no number in words that counts nothing."""
    names = {party.id: party.name for party in analysis.parties}
    who = {q: s.parties for s in analysis.statements for q in s.quantities}
    for q in analysis.quantities:
        if q.kind in _NO_FIGURES or not (q.counted or q.unit or any(letter.isdigit() for letter in q.text)):
            continue
        speakers = tuple(names.get(party, party) for party in who.get(q.id, ()))
        shown = own_words(text, [q.counted_span]) if q.counted_span else counted_words(text, q)
        yield _Number(q, _line(q.text), _line(q.counted or ""), shown, speakers)


def _pairs(old: list[_Number], new: list[_Number], touched: Touched) -> dict[int, int]:
    """Which number of the old text became which of the new one, the most alike first."""
    found = []
    for i, one in enumerate(old):
        for j, other in enumerate(new):
            if (score := _likeness(one, other, touched)) > 0:
                found.append((-score, abs(i - j), i, j))
    became: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(found):
        if i not in taken and j not in became:
            taken.add(i)
            became[j] = i
    return became


def _likeness(one: _Number, other: _Number, touched: Touched) -> int:
    """How sure it is that a number took the place of another, or is the same that moved; 0 where it is neither.

    One that stands elsewhere now is not taken for the same where another that counts the same stands in its place: a
    note on a correction gives the number that was wrong once more.
    """
    same_place = touched.together(one.quantity.span, other.quantity.span)
    if one.key == other.key:
        return _SAME_HERE if same_place else _SAME_ELSEWHERE
    if (one.quantity.kind, one.quantity.unit) != (other.quantity.kind, other.quantity.unit):
        return 0
    counted = set(one.counted.casefold().split()) & set(other.counted.casefold().split())
    if one.counted and other.counted and not counted:
        return 0
    if not same_place and not (counted and one.who == other.who):
        return 0
    return 8 * same_place + 4 * bool(counted) + 2 * (one.who == other.who)


def _places(number: _Number) -> list[Span]:
    spans = (number.quantity.span, number.quantity.counted_span)
    return [span for span in spans if span is not None]


def _line(words: str) -> str:
    return " ".join(words.split())
