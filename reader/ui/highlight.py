"""Which stretches of an article are styled, and by which component classes. Pure: spans in, class names out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

from reader.domain.actor import ActorKind
from reader.domain.analysis import Analysis
from reader.domain.quantity import Quantity
from reader.domain.span import Span
from reader.domain.statement import Statement
from reader.ui.party_look import NO_PARTY, UNKNOWN, PartyLook
from reader.ui.quiet import quiet_numbers

Mark = tuple[Span, tuple[str, ...]]


class Shown(StrEnum):
    """The kinds of highlight that can be switched on and off."""

    ACTORS = "actors"
    FIGURES = "figures"
    COUNTED = "counted"
    DATES = "dates"
    STATEMENTS = "statements"


KIND_CLASS: Mapping[ActorKind, str] = {
    ActorKind.PERSON: "actor-person",
    ActorKind.ORGANISATION: "actor-organisation",
    ActorKind.GOVERNMENT: "actor-organisation",
    ActorKind.GROUP: "actor-organisation",
    ActorKind.FORCE: "actor-force",
    ActorKind.STATE: "actor-state",
    ActorKind.PLACE: "actor-place",
}


def marks(analysis: Analysis, looks: Mapping[str, PartyLook], shown: frozenset[Shown]) -> Iterator[Mark]:
    """The highlights that are there whatever is selected, in the order they are laid over one another."""
    if Shown.ACTORS in shown:
        for actor in analysis.actors:
            look = looks.get(actor.party) if actor.party else None
            classes = (look.css_class if look else NO_PARTY, KIND_CLASS[actor.kind])
            yield from ((span, classes) for span in actor.mentions)
    quiet = quiet_numbers(analysis)
    for quantity in analysis.quantities:
        yield from _quantity_marks(quantity, shown, is_quiet=quantity.id in quiet)


def _quantity_marks(quantity: Quantity, shown: frozenset[Shown], *, is_quiet: bool) -> Iterator[Mark]:
    if is_quiet:
        if Shown.DATES in shown:
            yield quantity.span, ("date",)
        return
    if Shown.FIGURES in shown:
        yield quantity.span, ("figure",)
    if Shown.COUNTED in shown and quantity.counted_span:
        yield quantity.counted_span, ("counted",)


def content_marks(statement: Statement) -> Iterator[Mark]:
    """What was said, for the statement that is selected: lies under the other marks, so that numbers stand out."""
    for span in statement.content:
        yield span, ("statement-content",)


def speaker_marks(statement: Statement) -> Iterator[Mark]:
    """How it was said and by whom, for the statement that is selected: lies over the other marks."""
    if statement.cue:
        yield statement.cue, ("statement-cue",)
    if statement.source:
        yield statement.source, ("statement-source",)


def extent(statement: Statement) -> Span:
    """From the first to the last code point that belongs to a statement; (0, 0) where it has none."""
    spans = [*statement.content, *(span for span in (statement.source, statement.cue) if span)]
    if not spans:
        return (0, 0)
    return (min(span[0] for span in spans), max(span[1] for span in spans))


def margin(analysis: Analysis, looks: Mapping[str, PartyLook]) -> Iterator[tuple[Span, PartyLook]]:
    """Who speaks where, for the margin: each statement's extent with the looks of its parties, or a neutral one.

    Statements quoted inside another belong to it.
    """
    for statement in analysis.statements:
        if statement.parent is None:
            # A source shared with an earlier sentence would draw the line over everything between the two.
            spans = [*statement.content, *([statement.cue] if statement.cue else [])]
            if statement.source and (not spans or spans[0][0] - statement.source[1] < NEAR):
                spans.append(statement.source)
            if spans:
                extent = (min(s[0] for s in spans), max(s[1] for s in spans))
                known = [looks[party] for party in statement.parties if party in looks]
                yield from ((extent, look) for look in known or [UNKNOWN])


NEAR = 200
"""How many code points a source may stand before its statement and still be drawn as one with it."""
