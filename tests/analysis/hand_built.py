"""Statements and analyses written by hand, for tests of what is made of them."""

from __future__ import annotations

from reader.domain.actor import Party
from reader.domain.analysis import Analysis, Engine, Level
from reader.domain.comparison import Comparison
from reader.domain.quantity import Quantity
from reader.domain.span import Span
from reader.domain.statement import Act, Endorsement, Mode, Statement


def span_of(text: str, words: str, *, nth: int = 0) -> Span:
    """Where the words stand in the text."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return (at, at + len(words))


def say(
    text: str,
    id: str,
    content: str,
    *,
    by: tuple[str, ...] = (),
    to: tuple[str, ...] = (),
    act: Act = Act.DECLARE,
    source: str | None = None,
    parent: str | None = None,
    negated: bool = False,
    quantities: tuple[str, ...] = (),
    confidence: float = 0.9,
) -> Statement:
    """A statement whose content are these words of the text."""
    return Statement(
        id=id,
        source=span_of(text, source) if source else None,
        cue=None,
        content=(span_of(text, content),),
        speakers=(),
        parties=by,
        targets=to,
        act=act,
        mode=Mode.INDIRECT,
        endorsement=Endorsement.NEUTRAL,
        negated=negated,
        quantities=quantities,
        parent=parent,
        rule="by hand",
        confidence=confidence,
    )


def analysis_of(
    statements: tuple[Statement, ...],
    comparison: Comparison,
    *,
    quantities: tuple[Quantity, ...] = (),
    parties: tuple[str, ...] = ("AA", "BB"),
) -> Analysis:
    """An analysis with these parts; each party is named after its id."""
    return Analysis(
        language="en",
        engine=Engine(None, "en 1", Level.LIGHT),
        parties=tuple(Party(id, f"Party {id}", "state") for id in parties),
        actors=(),
        quantities=quantities,
        statements=statements,
        comparison=comparison,
    )
