"""The way back through articles that were opened one from another. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.ui.arrangement import Place

LONGEST = 50


@dataclass(frozen=True, slots=True)
class Step:
    """Where one was: the article, the region that had the focus, and the statement that was selected."""

    article_id: int
    at: Place
    statement: str | None = None


@dataclass
class Trail:
    """``here`` is the article the trail led to; who opens another one by other ways leaves it."""

    steps: list[Step] = field(default_factory=list)
    here: int | None = None

    def go(self, step: Step, to: int) -> None:
        """On from where one is to another article."""
        if self.here != step.article_id:
            self.steps.clear()
        self.steps.append(step)
        del self.steps[:-LONGEST]
        self.here = to

    def back(self, at: int | None) -> Step | None:
        """Where one came from; None where the article one is ``at`` was not opened from another."""
        if at is None or at != self.here or not self.steps:
            return None
        step = self.steps.pop()
        self.here = step.article_id
        return step
