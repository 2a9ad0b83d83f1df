"""Exchanges: statements that answer one another, each with the rule that tied them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from reader.analysis.comparison.answers import find_answers, nearest, place_of
from reader.analysis.comparison.figure_verdicts import disagree
from reader.analysis.comparison.wording import Wording
from reader.analysis.numbers.grammar import Grammar
from reader.analysis.text.parsed import Parsed
from reader.domain.comparison import Exchange, ExchangeKind, Figure, Verdict
from reader.domain.quantity import Quantity
from reader.domain.statement import Act, Statement

_CHARGES = frozenset({Act.ACCUSE, Act.CRITICISE})
_OWN_RULES = frozenset({Act.ACCUSE, Act.DENY, Act.DECLINE})
_LARGE = 20  # a number two statements do not share by chance
_NEAR = 5  # statements
_CLOSE = 2  # statements
_BRIEF = 4  # words and signs
_SENTENCES = 4


def find_exchanges(
    parsed: Parsed,
    grammar: Grammar,
    statements: tuple[Statement, ...],
    quantities: tuple[Quantity, ...],
    figures: tuple[Figure, ...] = (),
) -> tuple[Exchange, ...]:
    """The exchanges in order of place. A statement inside another one takes part where both have the same speakers."""
    wording = Wording(parsed, grammar)
    by_id = {s.id: s for s in statements}
    taking_part = [s for s in statements if s.parent is None or _same_speakers(s, by_id.get(s.parent))]
    found = [*_accusations(taking_part)]
    found += _denials(wording, taking_part)
    found += _called_untrue(wording, taking_part)
    denials = {id for e in found if e.kind is ExchangeKind.DENIAL for id in e.statements}
    found += _replies_to_charges(wording, taking_part, denials)
    open_ones = [s for s in taking_part if s.id not in denials]
    found += [_exchange(kind, rule, *pair) for kind, rule, pair in find_answers(wording, taking_part, open_ones)]
    found += _confirmations(wording, taking_part, quantities)
    found += _contradictions(figures, by_id, quantities)
    place = {s.id: at for at, s in enumerate(statements)}
    found.sort(key=lambda exchange: tuple(place[id] for id in exchange.statements))
    return tuple(found)


def _same_speakers(inner: Statement, outer: Statement | None) -> bool:
    return outer is not None and set(inner.parties) == set(outer.parties)


def _exchange(kind: ExchangeKind, rule: str, *statements: Statement) -> Exchange:
    ordered = sorted(statements, key=place_of)
    return Exchange(kind, tuple(s.id for s in ordered), rule)


def _accusations(statements: list[Statement]) -> Iterator[Exchange]:
    """A sentence that tells both sides, and charges in opposite directions, the first with the first."""
    directed: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.act is not Act.ACCUSE or statement.negated:
            continue
        if len(statement.parties) > 1 and set(statement.parties) == set(statement.targets):
            yield _exchange(ExchangeKind.MUTUAL_ACCUSATION, "reciprocal", statement)
            continue
        for speaker in statement.parties:
            for target in statement.targets:
                if speaker != target:
                    directed[speaker, target].append(statement)
    seen: set[tuple[str, ...]] = set()
    for (one, other), charges in directed.items():
        counters = directed.get((other, one), [])
        if not counters or one > other:
            continue
        for at in range(max(len(charges), len(counters))):
            pair = (charges[min(at, len(charges) - 1)], counters[min(at, len(counters) - 1)])
            exchange = _exchange(ExchangeKind.MUTUAL_ACCUSATION, "each accuses the other", *pair)
            if exchange.statements not in seen:
                seen.add(exchange.statements)
                yield exchange


def _denials(wording: Wording, statements: list[Statement]) -> list[Exchange]:
    """A denial and the charge against those who deny: the nearest before it, else the nearest after
    it that has words in common."""
    found = []
    for denial in statements:
        if denial.act is not Act.DENY or denial.negated or not denial.parties:
            continue
        charges = [
            s for s in statements if s.act in _CHARGES and s is not denial and set(s.targets) & set(denial.parties)
        ]
        charges = [s for s in charges if not set(s.parties) & set(denial.parties)]
        charges = [s for s in charges if place_of(s) < place_of(denial) or wording.shared(s, denial)]
        named = [s for s in charges if set(s.parties) & set(denial.targets)]
        charge = nearest(denial, named or charges)
        if charge is not None:
            found.append(_exchange(ExchangeKind.DENIAL, "denial by the accused", charge, denial))
        elif (open_charge := _open_charge(wording, statements, denial)) is not None:
            found.append(_exchange(ExchangeKind.DENIAL, "denial of the last accusation", open_charge, denial))
    return found


def _open_charge(wording: Wording, statements: list[Statement], denial: Statement) -> Statement | None:
    """The accusation of nobody by name that a denial in a few words follows ("rejected the allegations"), where since
    then only those who accuse and those who deny have spoken."""
    if sum(len(wording.words(span)) for span in denial.content) > _BRIEF or denial.targets:
        return None
    for said in reversed([s for s in statements if place_of(s) < place_of(denial)]):
        if said.act in _CHARGES and not said.negated and set(said.parties).isdisjoint(denial.parties):
            near = wording.sentence_at(place_of(denial)) - wording.sentence_at(place_of(said)) <= _SENTENCES
            return said if said.act is Act.ACCUSE and said.parties and not said.targets and near else None
        if said.act in _CHARGES or not said.parties:
            return None
        speakers = {p for s in statements if place_of(said) <= place_of(s) < place_of(denial) for p in s.parties}
        if len(speakers - set(denial.parties)) > 1:
            return None
    return None


def _called_untrue(wording: Wording, statements: list[Statement]) -> Iterator[Exchange]:
    """What is called untrue in a few words, and what another party said right before."""
    for at, answer in enumerate(statements):
        if answer.act is not Act.DECLARE or answer.negated or not answer.parties or not wording.denies(answer):
            continue
        before = [s for s in statements[max(0, at - _CLOSE) : at] if s.parties and not s.negated]
        said = next((s for s in reversed(before) if not set(s.parties) & set(answer.parties)), None)
        if said is not None:
            yield _exchange(ExchangeKind.DENIAL, "called untrue by another party", said, answer)


def _replies_to_charges(wording: Wording, statements: list[Statement], denials: set[str]) -> Iterator[Exchange]:
    """What the accused replies right behind the charge, where it is neither a denial nor a charge in turn."""
    for at, answer in enumerate(statements):
        if answer.act in _OWN_RULES or answer.negated or answer.id in denials or not wording.replies(answer):
            continue
        before = [s for s in statements[max(0, at - _CLOSE) : at] if not set(s.parties) & set(answer.parties)]
        charge = before[-1] if before else None
        if charge is None or charge.act not in _CHARGES or charge.negated or not charge.parties:
            continue
        near = wording.sentence_at(place_of(answer)) - wording.sentence_at(place_of(charge)) <= _CLOSE
        if near and set(charge.targets) & set(answer.parties):
            yield _exchange(ExchangeKind.ANSWER, "reply by the accused", charge, answer)


def _confirmations(
    wording: Wording, statements: list[Statement], quantities: tuple[Quantity, ...]
) -> Iterator[Exchange]:
    """A confirmation and the statement before it by someone else that says the same: words or a number in common."""
    values = {q.id: q.value for q in quantities if q.value is not None}
    for confirmation in statements:
        if confirmation.act is not Act.CONFIRM or confirmation.negated:
            continue
        numbers = {values[id] for id in confirmation.quantities if id in values}
        near = [s for s in statements if place_of(s) < place_of(confirmation)][-_NEAR:]
        before = [
            s
            for s in near
            if s.act is not Act.CONFIRM
            and _by_others(wording.parsed, s, confirmation)
            and (
                wording.say_the_same(s, confirmation)
                or _same_number(numbers & {values[id] for id in s.quantities if id in values}, wording, s, confirmation)
            )
        ]
        confirmed = nearest(confirmation, before)
        if confirmed is not None:
            yield _exchange(ExchangeKind.CONFIRMATION, "confirmation of the same words", confirmed, confirmation)


def _same_number(common: set[float], wording: Wording, said: Statement, confirmation: Statement) -> bool:
    """Whether a number that two statements have in common is the same thing told again: a large one, or with a word."""
    return bool(common) and (max(common) >= _LARGE or wording.shared(said, confirmation) > 0)


def _contradictions(
    figures: tuple[Figure, ...], by_id: dict[str, Statement], quantities: tuple[Quantity, ...]
) -> Iterator[Exchange]:
    """The first number of a party and the first of each other party for the same thing that cannot be true with it."""
    numbers = {q.id: q for q in quantities}
    for figure in figures:
        if figure.verdict is not Verdict.DIFFER:
            continue
        told = {row.party: row for row in reversed(figure.rows) if row.party and row.statement}
        rows = sorted(told.values(), key=figure.rows.index)
        for other in rows[1:]:
            pair = by_id[rows[0].statement or ""], by_id[other.statement or ""]
            if pair[0] is not pair[1] and disagree(numbers[rows[0].quantity], numbers[other.quantity]):
                yield _exchange(ExchangeKind.CONTRADICTION, "different numbers for the same thing", *pair)


def _by_others(parsed: Parsed, one: Statement, other: Statement) -> bool:
    """Whether two statements have different speakers: by name, by party, or by source where neither is known."""
    if one.speakers and other.speakers:
        return not set(one.speakers) & set(other.speakers)
    if one.parties or other.parties:
        return not set(one.parties) & set(other.parties)
    if one.source is None or other.source is None:
        return False
    return parsed.slice(one.source).casefold() != parsed.slice(other.source).casefold()
