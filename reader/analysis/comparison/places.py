"""Where what a number counts is said to be: the place named next to it, by its preposition and its capital."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.analysis.comparison.wording import Wording
from reader.analysis.numbers.grammar import Grammar
from reader.analysis.numbers.phrases import all_words
from reader.domain.quantity import Quantity, QuantityKind
from reader.domain.span import Span, overlaps
from reader.domain.statement import Statement

_NAMED = 3  # words of a place's name at most
_JOINS = ("-", "'")


def find_places(
    wording: Wording, quantities: tuple[Quantity, ...], statements: tuple[Statement, ...]
) -> dict[str, str]:
    """The place of each number that has one, by the number's id: named behind it before the next comma, else the last
    one before it in its sentence ("À Lille, 300 personnes")."""
    sources = [s.source for s in statements if s.source is not None]
    dates = [q.span for q in quantities if q.kind is QuantityKind.DATE]
    found: dict[str, str] = {}
    for number, sentence in enumerate(wording.parsed.sentences):
        inside = [q for q in quantities if wording.sentence_at(q.span[0]) == number]
        if not inside:
            continue
        named = places_named(wording.grammar, wording.parsed.text, wording.parsed.normal, sentence.span)
        places = [p for p in named if not any(overlaps(p, o) for o in (*sources, *dates))]
        for at, quantity in enumerate(inside):
            bound = inside[at + 1].span[0] if at + 1 < len(inside) else sentence.span[1]
            place = place_beside(wording.parsed.normal, quantity.span, places, bound)
            if place is not None:
                found[quantity.id] = " ".join(wording.parsed.slice(place).split())
    return found


def place_beside(normal: str, number: Span, places: Sequence[Span], bound: int) -> Span | None:
    """Which of the places of its sentence a number belongs to; ``bound`` is where the next number begins, else the
    sentence ends."""
    bound = min(bound, *(_next(normal, mark, number[1], bound) for mark in ",;:"))
    behind = next((p for p in places if number[1] <= p[0] < bound), None)
    before = [p for p in places if p[1] <= number[0]]
    return behind or (before[-1] if before else None)


def _next(normal: str, mark: str, start: int, end: int) -> int:
    at = normal.find(mark, start, end)
    return end if at < 0 else at


def places_named(grammar: Grammar, text: str, normal: str, span: Span) -> Iterator[Span]:
    """The places that a sentence names behind a preposition; ``normal`` is ``text`` normalised."""
    words = all_words(normal, *span)
    times = {name.lower() for name in (*grammar.rules.dates.months, *grammar.rules.dates.weekdays)}
    for at in range(len(words)):
        opening = grammar.place_words.first(words, at)
        if opening is None:
            continue
        first = next((k for k in range(at, len(words)) if words[k].start >= opening.end), len(words))
        last = first
        while (
            last < len(words)
            and last - first < 2 * _NAMED
            and (
                text[words[last].start].isupper()
                or (words[last].text in _JOINS and words[last - 1].end == words[last].start)
            )
        ):
            last += 1
        if last > first and words[first].text not in times:
            yield (words[first].start, words[last - 1].end)
