"""What is said of a refresh: while it goes on, and when it is done. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.domain.plain_text import clean_line
from reader.ui.row_text import fit

if TYPE_CHECKING:
    from reader.ingest.outcome import Outcome, Step

LONGEST_NAME = 24


class Progress:
    """``runs`` counts the refreshes that run or wait."""

    def __init__(self) -> None:
        self.runs = 0

    def words(self, step: Step, stop: str) -> tuple[str, str]:
        """What the title line says: at length, and where there is little room. Empty where there is nothing to do."""
        if not step.total:
            return "", ""
        short = f"refreshing {step.done} of {step.total}"
        name = f" · {fit(step.outcome.name, LONGEST_NAME).rstrip()}" if step.outcome is not None else ""
        return f"{short}{name} · {stop} stops", short


def summary(outcomes: Sequence[Outcome], *, health: str, drawer: str) -> str:
    """How a refresh went, in a sentence. ``health`` and ``drawer`` are the keys of the two screens."""
    if not outcomes:
        return f"No feeds yet: {drawer} opens the drawer, where they are added."
    if len(outcomes) == 1 and (problem := outcomes[0].error or outcomes[0].skipped):
        return clean_line(" ".join(filter(None, (problem, outcomes[0].advice))))
    new, changed = sum(outcome.new for outcome in outcomes), sum(outcome.changed for outcome in outcomes)
    parts = [f"{count} {what}" for count, what in ((new, "new"), (changed, "changed")) if count]
    said = ", ".join(parts) or "Nothing new"
    skipped = sum(outcome.skipped is not None for outcome in outcomes)
    if skipped:
        said += f"; {_feeds(skipped)} not asked, as their servers wish"
    failed = sum(outcome.error is not None for outcome in outcomes)
    if failed:
        said += f"; {_feeds(failed)} failed: {health} says why"
    return f"{said}."


def _feeds(count: int) -> str:
    return f"{count} feed{'' if count == 1 else 's'}"
