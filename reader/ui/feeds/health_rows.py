"""The rows of the health screen: columns for the width there is, what sorts and filters them. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from reader.domain.feed import Feed, Visit
from reader.ui.feeds.line_list import Line
from reader.ui.feeds.moments import moment, next_moment
from reader.ui.feeds.subscriptions import WORDS, State, Subscriptions, state
from reader.ui.row_text import Piece, fit

MOMENT = 15
"""Cells for a time: "yesterday 14:05"."""

NARROWEST_NAME = 16
WIDEST_NAME = 60


class Order(Enum):
    """What the rows are sorted by; the value is how the title says it."""

    NAME = "by name"
    SUCCESS = "the longest without success first"
    WEEKLY = "the most articles a week first"
    STATUS = "by status"


@dataclass(frozen=True)
class Column:
    """``min_screen`` is the width of the screen from which it is shown; columns stand in this order."""

    heading: str
    width: int
    min_screen: int = 0
    right: bool = False


COLUMNS = (
    Column("last success", MOMENT),
    Column("last try", MOMENT, 110),
    Column("status", 13),
    Column("next try", MOMENT, 76),
    Column("a week", 6, right=True),
    Column("failures", 8, 110, right=True),
)


@dataclass(frozen=True)
class HealthLine(Line):
    """A feed's row, as seen at the time ``now``; ``weekly`` is how many articles it has a week."""

    feed: Feed
    visit: Visit
    state: State
    weekly: float
    now: datetime

    @property
    def cells(self) -> tuple[str, ...]:
        """The texts of ``COLUMNS``; made when they are looked at, for times take long to put into words."""
        visit, how = self.visit, self.state
        due = {State.PAUSED: "", State.GONE: "never"}.get(how)
        return (
            moment(visit.succeeded, self.now) or "never",
            moment(visit.tried, self.now) or "never",
            status_words(how, visit),
            next_moment(visit.next_try, self.now) if due is None else due,
            per_week(self.weekly),
            str(visit.failures or ""),
        )

    def pieces(self, width: int) -> list[Piece]:
        """Mark, name, and the columns that fit."""
        shown = [(c, text) for c, text in zip(COLUMNS, self.cells, strict=True) if c.min_screen <= width + 1]
        bad = self.state in (State.FAILING, State.GONE)
        name = "quiet" if self.state is State.PAUSED else "name"
        return [
            (f"{self.state.value} ", "warning" if bad else "quiet"),
            (fit(self.feed.shown, name_width(width)), name),
            *(
                (" " + cell(column, text), "warning" if bad and column.heading == "status" else "quiet")
                for column, text in shown
            ),
        ]


def cell(column: Column, text: str) -> str:
    """A text in its column."""
    return f"{text:>{column.width}}" if column.right else fit(text, column.width)


def name_width(width: int) -> int:
    """Cells for the name, in a row of ``width`` cells."""
    taken = sum(column.width + 1 for column in COLUMNS if column.min_screen <= width + 1)
    return min(max(width - taken - 3, NARROWEST_NAME), WIDEST_NAME)


def heading(width: int) -> str:
    """The line above the rows."""
    words = [fit("  feed", name_width(width) + 2)]
    words += [cell(column, column.heading) for column in COLUMNS if column.min_screen <= width + 1]
    return " ".join(words)


def health_lines(known: Subscriptions, order: Order, failing: bool, now: datetime) -> list[HealthLine]:
    """The rows, sorted; only the failing and the gone where ``failing``."""
    lines = [_line(feed, known, now) for feed in known.feeds]
    if failing:
        lines = [line for line in lines if line.state in (State.FAILING, State.GONE)]
    match order:
        case Order.NAME:
            return lines
        case Order.SUCCESS:
            return sorted(lines, key=lambda line: line.visit.succeeded or "")
        case Order.WEEKLY:
            return sorted(lines, key=lambda line: -line.weekly)
        case Order.STATUS:
            ranks = [State.FAILING, State.GONE, State.PAUSED, State.NEW, State.FINE]
            return sorted(lines, key=lambda line: (ranks.index(line.state), -(line.visit.status or 0)))


def _line(feed: Feed, known: Subscriptions, now: datetime) -> HealthLine:
    visit = known.visit(feed.id)
    return HealthLine(str(feed.id), feed, visit, state(feed, visit), known.weekly.get(feed.id, 0.0), now)


def status_words(how: State, visit: Visit) -> str:
    """How a feed is and what its server answered last."""
    if how is State.FAILING:
        return f"fails {visit.status}" if visit.status and visit.status >= 400 else "fails"
    return WORDS[how]


def per_week(number: float) -> str:
    """Articles a week, with a decimal only where there are few."""
    if number >= 10:
        return f"{number:.0f}"
    return f"{number:.1f}".removesuffix(".0") if number else ""
