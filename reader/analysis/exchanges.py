"""Exchanges: statements that answer one another, each with the rule that tied them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from reader.analysis.number_grammar import Grammar
from reader.analysis.parsed import Parsed
from reader.domain.comparison import Exchange, ExchangeKind
from reader.domain.quantity import Quantity
from reader.domain.statement import Act, Statement

_CHARGES = frozenset({Act.ACCUSE, Act.CRITICISE})
_REQUESTS = frozenset({Act.ASK, Act.DEMAND, Act.URGE, Act.OFFER})
_GRANTS = frozenset({Act.PROMISE, Act.OFFER, Act.ADMIT, Act.CONFIRM, Act.DECLARE})
_REFUSALS = frozenset({Act.DECLINE, Act.DENY})
_SHARED_WORDS = 2
_LONG_WORD = 4
_SHORT = 7
_RECENT = 3


def find_exchanges(
    parsed: Parsed, grammar: Grammar, statements: tuple[Statement, ...], quantities: tuple[Quantity, ...]
) -> tuple[Exchange, ...]:
    """The exchanges in order of place. A statement inside another one takes part where both have the same speakers."""
    by_id = {s.id: s for s in statements}
    taking_part = [s for s in statements if s.parent is None or _same_speakers(s, by_id.get(s.parent))]
    found = [*_accusations(taking_part)]
    found += _denials(taking_part, found)
    found += _answers(parsed, grammar, taking_part, found)
    found += _confirmations(parsed, taking_part, quantities)
    place = {s.id: at for at, s in enumerate(statements)}
    found.sort(key=lambda exchange: tuple(place[id] for id in exchange.statements))
    return tuple(found)


def _same_speakers(inner: Statement, outer: Statement | None) -> bool:
    return outer is not None and set(inner.parties) == set(outer.parties)


def _exchange(kind: ExchangeKind, rule: str, *statements: Statement) -> Exchange:
    ordered = sorted(statements, key=_place)
    return Exchange(kind, tuple(s.id for s in ordered), rule)


def _place(statement: Statement) -> int:
    return statement.content[0][0]


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


def _denials(statements: list[Statement], earlier: list[Exchange]) -> list[Exchange]:
    """A denial and the charge against those who deny: the nearest before it, else the nearest after."""
    found = []
    for denial in statements:
        if denial.act is not Act.DENY or denial.negated or not denial.parties:
            continue
        charges = [
            s for s in statements if s.act in _CHARGES and s is not denial and set(s.targets) & set(denial.parties)
        ]
        charges = [s for s in charges if not set(s.parties) & set(denial.parties)]
        named = [s for s in charges if set(s.parties) & set(denial.targets)]
        charge = _nearest(denial, named or charges)
        if charge is not None:
            found.append(_exchange(ExchangeKind.DENIAL, "denial by the accused", charge, denial))
    return found


def _answers(
    parsed: Parsed, grammar: Grammar, statements: list[Statement], earlier: list[Exchange]
) -> Iterator[Exchange]:
    """What the party asked says after the request: a refusal, or an answer that turns to whoever asked."""
    denials = {id for e in earlier if e.kind is ExchangeKind.DENIAL for id in e.statements}
    for answer in statements:
        if answer.negated or answer.id in denials or not answer.parties:
            continue
        requests = [s for s in statements if _asks(s, answer)]
        turned = _nearest(answer, (s for s in requests if set(s.parties) & set(answer.targets)))
        last = _last_request(statements, answer)
        back = last if _points_back(parsed, answer) else None
        if answer.act in _REFUSALS:
            request = turned or back or (last if last in requests and not answer.targets else None)
            request = request or _nearest(answer, (s for s in statements if _turns_to(s, answer)))
            if request is not None:
                rule = "refusal by the party asked" if request in requests else "refusal of what was said to it"
                yield _exchange(ExchangeKind.REFUSAL, rule, request, answer)
        elif answer.act in _GRANTS:
            promised = _nearest(answer, requests) if answer.act is Act.PROMISE else None
            replied = last if _replies(parsed, grammar, answer) else None
            request = (None if answer.act is Act.DECLARE else turned) or promised or replied
            if request is not None:
                rule = "reply to what was just asked" if request is replied else "answer by the party asked"
                yield _exchange(ExchangeKind.ANSWER, rule, request, answer)


def _turns_to(statement: Statement, answer: Statement) -> bool:
    """Whether a statement announces something to the party that then declines towards those who made it."""
    return (
        statement.act is Act.DECLARE
        and _place(statement) < _place(answer)
        and bool(set(statement.targets) & set(answer.parties))
        and bool(set(statement.parties) & set(answer.targets))
    )


def _points_back(parsed: Parsed, statement: Statement) -> bool:
    """Whether the content opens with a word such as "this" and is little more than that: "this offer"."""
    tokens = parsed.tokens_in(statement.content[0])
    return 1 < len(tokens) <= _SHORT and tokens[0].feature("PronType") == "Dem"


def _replies(parsed: Parsed, grammar: Grammar, statement: Statement) -> bool:
    words = parsed.tokens_in(statement.cue) if statement.cue else ()
    return any(token.norm in grammar.replies for token in words)


def _last_request(statements: list[Statement], answer: Statement) -> Statement | None:
    """What those who spoke last before an answer asked for, unless they asked it of somebody else."""
    before = [s for s in statements if _place(s) < _place(answer) and not set(s.parties) & set(answer.parties)]
    last = max(before, key=_place, default=None)
    if last is None:
        return None
    own = [s for s in before[-_RECENT:] if s.act in _REQUESTS and set(s.parties) == set(last.parties)]
    fitting = [s for s in own if not s.targets or set(s.targets) & set(answer.parties)]
    return max(fitting, key=_place, default=None)


def _asks(request: Statement, answer: Statement) -> bool:
    return (
        request.act in _REQUESTS
        and _place(request) < _place(answer)
        and request.id != answer.parent
        and bool(set(request.targets) & set(answer.parties))
        and not set(request.parties) & set(answer.parties)
    )


def _confirmations(parsed: Parsed, statements: list[Statement], quantities: tuple[Quantity, ...]) -> Iterator[Exchange]:
    """A confirmation and the statement before it by someone else that says the same: words or a number in common."""
    values = {q.id: q.value for q in quantities if q.value is not None}
    for confirmation in statements:
        if confirmation.act is not Act.CONFIRM or confirmation.negated:
            continue
        words = _words(parsed, confirmation)
        numbers = {values[id] for id in confirmation.quantities if id in values}
        before = [
            s
            for s in statements
            if _place(s) < _place(confirmation)
            and s.act is not Act.CONFIRM
            and _by_others(parsed, s, confirmation)
            and (
                len(words & _words(parsed, s)) >= _SHARED_WORDS
                or numbers & {values[id] for id in s.quantities if id in values}
            )
        ]
        confirmed = _nearest(confirmation, before)
        if confirmed is not None:
            yield _exchange(ExchangeKind.CONFIRMATION, "confirmation of the same words", confirmed, confirmation)


def _by_others(parsed: Parsed, one: Statement, other: Statement) -> bool:
    """Whether two statements have different speakers: by party, or by source where no party is known."""
    if one.parties or other.parties:
        return not set(one.parties) & set(other.parties)
    if one.source is None or other.source is None:
        return False
    return parsed.slice(one.source).casefold() != parsed.slice(other.source).casefold()


def _words(parsed: Parsed, statement: Statement) -> set[str]:
    tokens = (token for span in statement.content for token in parsed.tokens_in(span))
    return {
        (token.lemma or token.norm).lower()
        for token in tokens
        if len(token.norm) >= _LONG_WORD and token.pos in ("NOUN", "PROPN", "VERB", "ADJ", "")
    }


def _nearest(statement: Statement, others: Iterable[Statement]) -> Statement | None:
    """The last of the others before the statement, else the first after it."""
    at = _place(statement)
    return min(others, key=lambda s: (_place(s) > at, abs(_place(s) - at), s.id), default=None)
