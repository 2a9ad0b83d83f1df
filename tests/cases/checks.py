"""Compare what the analysis found with what a case expects; every difference becomes one readable line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import schema

from reader.domain.analysis import Analysis
from reader.domain.span import Span, overlaps
from reader.domain.statement import Statement

_EDGES = " \n\t.,;:"


def differences(case: schema.Case, found: Analysis) -> list[str]:
    """What is not as the case says, one line each; empty where all is."""
    return [
        *_statements(case, found),
        *_quantities(case, found),
        *_actors(case, found),
        *_exchanges(case, found),
        *_figures(case, found),
        *_never(case, found),
    ]


def numbers_only(case: schema.Case) -> schema.Case:
    """The case with its numbers alone, without what they count."""
    numbers = tuple(msgspec.structs.replace(q, counted=None, party=None) for q in case.quantity)
    return msgspec.structs.replace(
        case,
        quantity=numbers,
        statement=(),
        actor=(),
        exchange=(),
        figure=(),
        unheard=None,
        never=(),
        statements_exactly=False,
        exchanges_exactly=False,
    )


def _statements(case: schema.Case, found: Analysis) -> Iterator[str]:
    left = list(found.statements)
    for number, expected in enumerate(case.statement, 1):
        where = f"statement {number}"
        statement = _closest(case.text, expected, left)
        if statement is None:
            yield f"{where}: not found: {' […] '.join(expected.content or (expected.cue or '', expected.source or ''))}"
            continue
        left.remove(statement)
        yield from _statement(where, case.text, expected, statement, found)
    if case.statements_exactly:
        for statement in left:
            yield f"one statement too many: {_told(case.text, statement)}"


def _closest(text: str, expected: schema.Statement, left: Sequence[Statement]) -> Statement | None:
    """The statement whose content shares most words with what is expected, half of them at least."""
    wanted = set(" ".join(expected.content or ()).split())
    scored = []
    for at, statement in enumerate(left):
        words = set(" ".join(_pieces(text, statement.content)).split())
        cue = expected.cue is not None and statement.cue is not None and _at(text, statement.cue) == expected.cue
        share = len(wanted & words) / len(wanted | words) if wanted else float(cue or expected.cue is None)
        scored.append((share + 0.1 * cue, -at, statement))
    best = max(scored, default=None, key=lambda score: score[:2])
    return best[2] if best is not None and best[0] >= 0.5 else None


def _statement(
    where: str, text: str, expected: schema.Statement, statement: Statement, found: Analysis
) -> Iterator[str]:
    if expected.content is not None:
        found_pieces = _trimmed(_pieces(text, statement.content))
        yield from _differs(f"{where}, content", _trimmed(expected.content), found_pieces)
    for name in ("source", "cue"):
        wanted: str | None = getattr(expected, name)
        span: Span | None = getattr(statement, name)
        if wanted is not None:
            yield from _differs(f"{where}, {name}", wanted, _at(text, span) if span else "")
    for name in ("act", "mode", "endorsement", "negated"):
        wanted = getattr(expected, name)
        if wanted is not None:
            yield from _differs(f"{where}, {name}", wanted, getattr(statement, name))
    for name in ("parties", "targets"):
        ids: tuple[str, ...] | None = getattr(expected, name)
        if ids is not None:
            yield from _differs(f"{where}, {name}", sorted(ids), sorted(getattr(statement, name)))
    if expected.quantities is not None:
        inside = [q.text for q in found.quantities if q.id in statement.quantities]
        yield from _differs(f"{where}, quantities", list(expected.quantities), inside)


def _quantities(case: schema.Case, found: Analysis) -> Iterator[str]:
    left = list(found.quantities)
    for expected in case.quantity:
        quantity = next((q for q in left if q.text == expected.text or expected.text.startswith(f"{q.text} ")), None)
        if quantity is None:
            yield f"number not found: {expected.text!r}; found: {[q.text for q in found.quantities]}"
            continue
        left.remove(quantity)
        for name in ("kind", "value", "low", "high", "hedge", "unit", "counted", "party"):
            wanted = getattr(expected, name)
            if wanted is not None:
                got = getattr(quantity, name)
                yield from _differs(
                    f"number {expected.text!r}, {name}", wanted, "" if got is None and wanted == "" else got
                )
    if case.quantities_exactly:
        for quantity in left:
            yield f"one number too many: {quantity.text!r}"


def _actors(case: schema.Case, found: Analysis) -> Iterator[str]:
    for expected in case.actor:
        actor = next(
            (
                a
                for a in found.actors
                if a.name == expected.name or any(_at(case.text, m) == expected.name for m in a.mentions)
            ),
            None,
        )
        if actor is None:
            yield f"actor not found: {expected.name!r}; found: {[a.name for a in found.actors]}"
            continue
        if expected.kind is not None:
            yield from _differs(f"actor {expected.name!r}, kind", expected.kind, actor.kind)
        if expected.party is not None:
            yield from _differs(f"actor {expected.name!r}, party", expected.party, actor.party or "")


def _exchanges(case: schema.Case, found: Analysis) -> Iterator[str]:
    statements = {s.id: s for s in found.statements}
    left = list(found.comparison.exchanges)
    for expected in case.exchange:
        match = None
        for exchange in left:
            contents = [" ".join(_pieces(case.text, statements[id].content)) for id in exchange.statements]
            if exchange.kind is expected.kind and all(any(w in c for c in contents) for w in expected.between):
                match = exchange
                break
        if match is None:
            told = [(e.kind.value, *e.statements) for e in found.comparison.exchanges]
            yield f"exchange not found: {expected.kind.value} {' / '.join(expected.between)}; found: {told}"
        else:
            left.remove(match)
    if case.exchanges_exactly:
        for exchange in left:
            yield f"one exchange too many: {exchange.kind.value} {exchange.statements} ({exchange.rule})"


def _figures(case: schema.Case, found: Analysis) -> Iterator[str]:
    texts = {q.id: q.text for q in found.quantities}
    lines = [(f, tuple(texts[row.quantity] for row in f.rows)) for f in found.comparison.figures]
    for expected in case.figure:
        figure = next((f for f, numbers in lines if numbers == expected.numbers), None)
        if figure is None:
            yield f"figure not found: {expected.numbers}; found: {[numbers for _, numbers in lines]}"
            continue
        for name in ("counted", "verdict"):
            if getattr(expected, name) is not None:
                yield from _differs(
                    f"figure {expected.numbers}, {name}", getattr(expected, name), getattr(figure, name)
                )
        if expected.why is not None and expected.why not in figure.why:
            yield f"figure {expected.numbers}, why:\n      expected {expected.why}\n      found    {figure.why}"
    if case.unheard is not None:
        yield from _differs("unheard", sorted(case.unheard), sorted(found.comparison.unheard))


def _never(case: schema.Case, found: Analysis) -> Iterator[str]:
    for words in case.never:
        at = case.text.index(words)
        span = (at, at + len(words))
        for statement in found.statements:
            for part in (statement.source, statement.cue, *statement.content):
                if part is not None and overlaps(part, span):
                    yield f"{words!r} is part of a statement: {_told(case.text, statement)}"
                    break


def _differs(where: str, wanted: object, got: object) -> Iterator[str]:
    if wanted != got:
        yield f"{where}:\n      expected {wanted!s}\n      found    {got!s}"


def _at(text: str, span: Span) -> str:
    return text[span[0] : span[1]]


def _pieces(text: str, spans: Sequence[Span]) -> list[str]:
    return [_at(text, span) for span in spans]


def _trimmed(pieces: Sequence[str]) -> list[str]:
    return [piece.strip(_EDGES) for piece in pieces]


def _told(text: str, statement: Statement) -> str:
    source = _at(text, statement.source) if statement.source else "nobody"
    cue = _at(text, statement.cue) if statement.cue else "no cue"
    return f"{source} | {cue} | {' […] '.join(_pieces(text, statement.content))} ({statement.rule})"
