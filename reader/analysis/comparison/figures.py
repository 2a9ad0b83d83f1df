"""Figures: numbers that count the same thing, lined up across speakers and wordings."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from sys import maxsize

from reader.analysis.comparison.counted_keys import among_whom, count_key, end_of_counted, events_in, noun_of
from reader.analysis.comparison.doings import doing_of, number_with_noun
from reader.analysis.comparison.figure_verdicts import NARRATOR, NOBODY, Entry, judge
from reader.analysis.comparison.periods import is_long, years_in
from reader.analysis.comparison.places import find_places
from reader.analysis.comparison.set_aside import set_aside
from reader.analysis.comparison.wording import Wording
from reader.analysis.numbers.grammar import Grammar
from reader.analysis.numbers.phrases import words_after, words_before
from reader.analysis.text.parsed import Parsed
from reader.domain.comparison import Figure, FigureRow
from reader.domain.quantity import Hedge, Quantity, QuantityKind
from reader.domain.span import Span
from reader.domain.statement import Statement

_KINDS = (QuantityKind.CARDINAL, QuantityKind.PERCENT, QuantityKind.MONEY)
_SMALL = 20
_CLOSE = 40  # code points between a number and the words that tell who counts


def find_figures(
    parsed: Parsed,
    grammar: Grammar,
    names: dict[str, str],
    quantities: tuple[Quantity, ...],
    statements: tuple[Statement, ...],
) -> tuple[Figure, ...]:
    """The figures in order of place of their first number. Dates, times, ages, durations and ordinals make none, nor do
    small numbers that only refer ("the two countries"), nor numbers that the text denies or gives as earlier ones."""
    said = _speakers(quantities, statements)
    wording = Wording(parsed, grammar)
    places = find_places(wording, quantities, statements)
    inside = _by_sentence(wording, quantities)
    groups: dict[tuple[str, ...], list[Entry]] = {}
    unclaimed = set_aside(grammar, parsed.normal, quantities, statements)
    for quantity in quantities:
        if quantity.kind not in _KINDS or not quantity.counted or quantity.id in unclaimed:
            continue
        if _refers(parsed, grammar, quantity):
            continue
        statement = said.get(quantity.id)
        key = count_key(grammar, quantity, among_whom(grammar, parsed.normal, end_of_counted(quantity)))
        name = _voice(parsed, names, statement)
        entry = _entry(wording, quantity, statement, name, inside, places.get(quantity.id))
        groups.setdefault(key, []).append(entry)
    figures = [
        _figure(entries, names)
        for key, group in _merge(groups).items()
        for near in (_near(wording, group) if _is_vague(grammar, key) else [group])
        for alike in (_by_doing(near) if not key[1] else [near])
        for entries in _apart(alike)
    ]
    return tuple(sorted(figures, key=lambda figure: int(figure.rows[0].quantity[1:])))


def _speakers(quantities: tuple[Quantity, ...], statements: tuple[Statement, ...]) -> dict[str, Statement]:
    """For each quantity the statement that gives it: the outermost, whose speaker the text vouches for, unless words
    right behind the number tell who counts ("300 selon la police, 500 selon la CGT")."""
    said: dict[str, Statement] = {}
    for statement in sorted(statements, key=lambda s: s.parent is not None):
        for id in statement.quantities:
            said.setdefault(id, statement)
    for at, quantity in enumerate(quantities):
        bound = quantities[at + 1].span[0] if at + 1 < len(quantities) else maxsize
        close = [
            s
            for s in statements
            if quantity.id in s.quantities
            and s.cue
            and quantity.span[1] <= s.cue[0] < min(bound, quantity.span[1] + _CLOSE)
        ]
        if close:
            said[quantity.id] = min(close, key=lambda s: s.cue or s.content[0])
    return {q.id: said[q.id] for q in quantities if q.id in said}


def _voice(parsed: Parsed, names: dict[str, str], statement: Statement | None) -> str:
    """Who gives a number: the party's name, else the source in the text's words."""
    if statement is None:
        return NARRATOR
    if statement.parties:
        return names.get(statement.parties[0], statement.parties[0])
    return " ".join(parsed.slice(statement.source).split()) if statement.source else NOBODY


def _refers(parsed: Parsed, grammar: Grammar, quantity: Quantity) -> bool:
    """Whether a small number only points at things already known, or is too slight to compare."""
    if quantity.value is None or quantity.value >= _SMALL or quantity.hedge is not Hedge.EXACT:
        return False
    if quantity.kind is not QuantityKind.CARDINAL or any(c.isdigit() for c in quantity.text):
        return False
    if grammar.definite.last(words_before(parsed.normal, quantity.span[0])):
        return True
    return not events_in(grammar, quantity.counted or "")


def _merge(groups: dict[tuple[str, ...], list[Entry]]) -> dict[tuple[str, ...], list[Entry]]:
    """Numbers that name only the event ("50 morts") join the one group of that event that names who."""
    merged = {key: entries for key, entries in groups.items() if key[2] or not key[1]}
    for key, entries in groups.items():
        if key in merged:
            continue
        same = [other for other in merged if other[:2] == key[:2]]
        home = same[0] if len(same) == 1 else key
        merged[home] = sorted([*merged.get(home, []), *entries], key=lambda entry: entry.quantity.span)
    return merged


def _is_vague(grammar: Grammar, key: tuple[str, ...]) -> bool:
    """Whether a figure counts people of whom nothing is said: it may count others in each place."""
    return not key[1] and key[2] in {noun_of(grammar, noun) for noun in grammar.rules.counting.persons}


def _near(wording: Wording, entries: list[Entry]) -> list[list[Entry]]:
    """The numbers in groups with no sentence between."""
    groups: list[list[Entry]] = []
    last = -1
    for entry in entries:
        at = wording.sentence_at(entry.quantity.span[0])
        if not groups or at - last > 1:
            groups.append([])
        groups[-1].append(entry)
        last = at
    return groups


def _apart(entries: list[Entry]) -> list[list[Entry]]:
    """Numbers of several sides, or of several places, apart where any of these has two speakers; otherwise together."""
    by_side = _split(entries, lambda entry: entry.side)
    if len(by_side) > 1 or any(entry.side for entry in entries):
        return by_side
    return _split(entries, lambda entry: entry.place.casefold() if entry.place else None)


def _by_doing(entries: list[Entry]) -> list[list[Entry]]:
    """Numbers to which other things happen, apart: "12 ships had entered", "26 vessels were mining". One of which
    nothing is told stays with the one before it."""
    groups: list[list[Entry]] = []
    last: list[Entry] | None = None
    for entry in entries:
        doing = entry.doing
        if doing is not None:
            last = next((g for g in groups if any(e.doing and doing.agrees(e.doing) for e in g)), None) or (
                groups[0] if len(groups) == 1 and not any(e.doing for e in groups[0]) else None
            )
        if last is None:
            last = []
            groups.append(last)
        last.append(entry)
    return groups


def _split(entries: list[Entry], part_of: Callable[[Entry], str | None]) -> list[list[Entry]]:
    parts: dict[str | None, list[Entry]] = {}
    for entry in entries:
        parts.setdefault(part_of(entry), []).append(entry)
    named = [part for name, part in parts.items() if name is not None]
    several = any(len({entry.voice for entry in part}) > 1 for part in named)
    return list(parts.values()) if several and len(named) > 1 else [entries]


def _by_sentence(wording: Wording, quantities: Iterable[Quantity]) -> dict[int, list[Quantity]]:
    """The quantities of each sentence, by the sentence's number."""
    found: dict[int, list[Quantity]] = {}
    for quantity in quantities:
        found.setdefault(wording.sentence_at(quantity.span[0]), []).append(quantity)
    return found


def _is_long(wording: Wording, near: Iterable[Quantity], sentence: Span, statement: Statement | None) -> bool:
    """Whether a number counts over a longer time than the event: since a year, since it all began. What is told of the
    speaker does not bear on it ("which has tested the water since 2017, said ..."); and that somebody counts over some
    years does not keep another from answering with a number of the same."""
    first, last = sentence
    if statement is not None:
        first, last = max(first, statement.content[0][0]), min(last, statement.content[-1][1])
    dates = [q for q in near if q.kind is not QuantityKind.DURATION and first <= q.span[0] < last]
    return is_long(wording.grammar, wording.parsed.normal, (first, last), dates)


def _entry(
    wording: Wording,
    quantity: Quantity,
    statement: Statement | None,
    name: str,
    inside: dict[int, list[Quantity]],
    place: str | None,
) -> Entry:
    grammar, normal = wording.grammar, wording.parsed.normal
    number = wording.sentence_at(quantity.span[0])
    sentence = wording.parsed.sentences[number].span if number >= 0 else (0, 0)
    before, after = words_before(normal, quantity.span[0]), words_after(normal, quantity.span[1])
    said = statement.content[0][0] if statement else 0
    near = inside[number]
    side = quantity.party
    if side is None and statement and len(statement.parties) == 1 and _possessed(wording, quantity):
        side = statement.parties[0]
    return Entry(
        quantity=quantity,
        statement=statement,
        name=name,
        side=side,
        years=years_in(q for q in near if q.kind is QuantityKind.DATE),
        place=place,
        is_all=bool(grammar.all_words.within(after) or grammar.all_words.last(before)),
        is_part=grammar.part_words.last(before) is not None,
        is_long=_is_long(wording, near, sentence, statement),
        doing=doing_of(grammar, normal, number_with_noun(quantity), max(sentence[0], said)),
    )


def _possessed(wording: Wording, quantity: Quantity) -> bool:
    """Whether the text says "its soldiers": the speaker's own, where nothing else tells whose."""
    if quantity.counted_span is None:
        return False
    between = wording.words((quantity.span[1], quantity.counted_span[0]))
    return any(word in wording.grammar.rules.counting.possessives for word in between)


def _figure(entries: list[Entry], names: dict[str, str]) -> Figure:
    verdict, why = judge(entries, names)
    rows = tuple(FigureRow(e.speaker, e.quantity.id, e.statement.id if e.statement else None, e.side) for e in entries)
    return Figure(entries[0].quantity.counted or "", rows, verdict, why)
