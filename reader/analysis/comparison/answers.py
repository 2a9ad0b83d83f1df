"""Answers: what a party says to a request, an offer or an announcement, where something tells that it answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.analysis.comparison.wording import Wording
from reader.domain.comparison import ExchangeKind
from reader.domain.statement import Act, Statement

_REQUESTS = frozenset({Act.ASK, Act.DEMAND, Act.URGE, Act.OFFER})
_GRANTS = frozenset({Act.PROMISE, Act.OFFER, Act.ADMIT, Act.CONFIRM, Act.DECLARE})
_REFUSALS = frozenset({Act.DECLINE, Act.DENY})
_SHORT = 8  # words
_RECENT = 3
_FEW = 4  # sentences

Answer = tuple[ExchangeKind, str, tuple[Statement, Statement]]


def find_answers(wording: Wording, statements: list[Statement], answers: list[Statement]) -> Iterator[Answer]:
    """Which of ``answers`` answer which of ``statements``: kind, rule, and the two."""
    for answer in answers:
        if answer.negated or not answer.parties:
            continue
        found = None
        if answer.act in _REFUSALS:
            found = _refused(wording, statements, answer)
        elif answer.act in _GRANTS:
            found = _granted(wording, statements, answer)
        if found is not None:
            yield found


def _refused(wording: Wording, statements: list[Statement], answer: Statement) -> Answer | None:
    """A refusal and what was asked, offered or announced to those who refuse."""
    requests = [s for s in statements if _asks(s, answer)]
    last = _last_request(statements, answer)
    request = nearest(answer, (s for s in requests if set(s.parties) & set(answer.targets)))
    request = request or (last if _points_back(wording, answer) else None)
    request = request or _taken_up(wording, statements, answer)
    request = request or (last if last in requests and not answer.targets else None)
    if request is None and last is not None and _between_two(statements, last, answer):
        return ExchangeKind.REFUSAL, "refusal in a talk between two", (last, answer)
    if request is None:
        request = nearest(answer, (s for s in statements if _turns_to(s, answer)))
    if request is None:
        return None
    rule = "refusal by the party asked" if request in requests else "refusal of what was said to it"
    return ExchangeKind.REFUSAL, rule, (request, answer)


def _granted(wording: Wording, statements: list[Statement], answer: Statement) -> Answer | None:
    """A promise, an offer, an admission or a reply that takes up what was asked."""
    requests = [s for s in statements if _asks(s, answer)]
    last = _last_request(statements, answer)
    if last is not None and wording.replies(answer) and _soon(wording, last, answer):
        return ExchangeKind.ANSWER, "reply to what was just asked", (last, answer)
    if answer.act is Act.OFFER and last is not None and _bids(last, answer) and _soon(wording, last, answer):
        return ExchangeKind.ANSWER, "offer after a demand", (last, answer)
    if answer.act is Act.DECLARE:
        return None
    taken = [s for s in requests if wording.shared(s, answer)]
    request = nearest(answer, taken)
    if request is None and answer.act is Act.PROMISE and last in requests:
        request = last
    return (ExchangeKind.ANSWER, "answer by the party asked", (request, answer)) if request is not None else None


def _bids(request: Statement, answer: Statement) -> bool:
    """Whether both name figures: what is demanded and what is offered."""
    return request.act in (Act.DEMAND, Act.ASK) and bool(request.quantities) and bool(answer.quantities)


def _taken_up(wording: Wording, statements: list[Statement], answer: Statement) -> Statement | None:
    """What a noun in a refusal names: "rejected the offer", "declined to comment on Armenia's request"."""
    said = wording.words(answer.content[0])
    if not 0 < len(said) <= _SHORT:
        return None
    named = wording.grammar.answered
    acts = {act for word in said for act in named.get(word, ())}
    words = {word for word in said if word in named}
    if not acts:
        return None
    others = [
        s
        for s in statements
        if place_of(s) < place_of(answer)
        and s.parties
        and not set(s.parties) & set(answer.parties)
        and (not answer.targets or set(s.parties) & set(answer.targets))
    ]
    latest = max(others, key=place_of, default=None)
    fitting = [
        s for s in others if s.act in acts and (s is latest or not s.targets or set(s.targets) & set(answer.parties))
    ]
    told = [s for s in others if any(word in words for span in s.content for word in wording.words(span))]
    return max(fitting or (told if answer.targets else []), key=place_of, default=None)


def _between_two(statements: list[Statement], request: Statement, answer: Statement) -> bool:
    """Whether only those who ask, of nobody by name, and those who refuse speak from the request to the refusal."""
    if answer.targets or request.targets or answer.act is not Act.DECLINE:
        return False
    talk = [s for s in statements if place_of(request) <= place_of(s) <= place_of(answer)]
    speaking = {party for s in talk for party in s.parties}
    earlier = [s for s in talk if s.parties == answer.parties and s is not answer]
    heard = bool(earlier) and all(s.act is not Act.DECLINE for s in earlier)
    return heard and all(s.parties for s in talk) and speaking == {*request.parties, *answer.parties}


def _turns_to(statement: Statement, answer: Statement) -> bool:
    """Whether a statement announces something to the party that then declines towards those who made it."""
    return (
        statement.act is Act.DECLARE
        and place_of(statement) < place_of(answer)
        and bool(set(statement.targets) & set(answer.parties))
        and bool(set(statement.parties) & set(answer.targets))
    )


def _points_back(wording: Wording, statement: Statement) -> bool:
    """Whether the content opens with a word such as "this" and is little more than that: "this offer"."""
    words = wording.words(statement.content[0])
    return 1 < len(words) < _SHORT and words[0] in wording.grammar.pointers


def _soon(wording: Wording, request: Statement, answer: Statement) -> bool:
    """Whether an answer follows within a few sentences."""
    between = wording.sentence_at(place_of(answer)) - wording.sentence_at(request.content[-1][1])
    return between < _FEW


def _last_request(statements: list[Statement], answer: Statement) -> Statement | None:
    """What those who spoke last before an answer asked for, unless they asked it of somebody else."""
    before = [s for s in statements if place_of(s) < place_of(answer) and not set(s.parties) & set(answer.parties)]
    last = max(before, key=place_of, default=None)
    if last is None:
        return None
    own = [s for s in before[-_RECENT:] if s.act in _REQUESTS and set(s.parties) == set(last.parties)]
    fitting = [s for s in own if not s.targets or set(s.targets) & set(answer.parties)]
    return max(fitting, key=place_of, default=None)


def _asks(request: Statement, answer: Statement) -> bool:
    return (
        request.act in _REQUESTS
        and place_of(request) < place_of(answer)
        and request.id != answer.parent
        and bool(set(request.targets) & set(answer.parties))
        and not set(request.parties) & set(answer.parties)
    )


def place_of(statement: Statement) -> int:
    """Where a statement's content begins."""
    return statement.content[0][0]


def nearest(statement: Statement, others: Iterable[Statement]) -> Statement | None:
    """The last of the others before the statement, else the first after it."""
    at = place_of(statement)
    return min(others, key=lambda s: (place_of(s) > at, abs(place_of(s) - at), s.id), default=None)
