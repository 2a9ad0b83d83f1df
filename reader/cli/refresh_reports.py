"""How ``parley refresh`` tells what happens: plain lines, one line that is written over, JSON, or errors alone."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager
from dataclasses import dataclass
from types import TracebackType

import click

from reader.cli.counting import counted
from reader.cli.json_lines import json_line
from reader.cli.output import complain, say
from reader.cli.progress_line import ProgressLine
from reader.cli.story_work import ANALYSE
from reader.domain.plain_text import clean_line
from reader.ingest.outcome import Outcome

_MOST_NAMED = 5
"""Feeds that were left alone, up to which each is named where there is a progress line."""


@dataclass(frozen=True, slots=True)
class Told:
    """How a feed fared; ``subscribed`` is the address subscribed to, ``troubled`` whether it does not work."""

    outcome: Outcome
    subscribed: str
    troubled: bool


class Report(AbstractContextManager["Report"]):
    """Errors as they come, on standard error; the rest is for those that inherit from it. ``line`` is None where
    nothing is written over."""

    def __init__(self, line: ProgressLine | None = None) -> None:
        self.line = line
        self.total = 0
        self.done = 0
        self.counts = {"new": 0, "changed": 0, "failed": 0, "not asked": 0}

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._clear()

    def begin(self, total: int) -> None:
        """So many feeds will be told of, beside those that were already."""
        self.total = self.done + total
        self._show("")

    def feed(self, told: Told) -> None:
        """A feed is done with."""
        outcome = told.outcome
        self.done += 1
        self.counts["new"] += outcome.new
        self.counts["changed"] += outcome.changed
        self.counts["failed"] += outcome.error is not None
        self.counts["not asked"] += outcome.skipped is not None
        if outcome.error is not None:
            name = clean_line(outcome.name)
            sentence = outcome.error if name in outcome.error else f"{name}: {outcome.error}"
            self.problem(f"{sentence} {outcome.advice or ''}")
        elif outcome.skipped is not None and told.troubled:
            self.problem(f"{_left_alone(outcome)} Ask it all the same with: parley refresh {outcome.feed_id} --force")
        self.told(told)
        self._show(outcome.name)

    def told(self, told: Told) -> None:
        """What to print of a feed on standard output."""

    def end(self, left_out: int) -> None:
        """All feeds are done with, but for so many that were not chosen."""
        self.counts["not asked"] += left_out
        self.total += left_out
        self._clear()

    def analysing(self, at: int, total: int, title: str) -> None:
        """An article is being analysed, behind so many of so many."""
        if self.line is not None:
            self.line.show(at, total, f"analysing {title}")

    def analysed(self, total: int, waiting: int) -> None:
        """So many articles were analysed; of so many nothing is known yet."""
        self._clear()

    def cleaned(self, count: int) -> None:
        """The texts of so many old articles were removed, as the user chose."""

    def nothing(self, sentence: str) -> None:
        """There is nothing to do."""

    def interrupted(self) -> str:
        """The sentence about a run that was ended early."""
        return f"Interrupted: {self.done} of {counted(self.total, 'feed')} were asked; what they had is kept."

    def problem(self, sentence: str) -> None:
        """Say on standard error what is wrong."""
        self._clear()
        complain(sentence)

    def _show(self, name: str) -> None:
        if self.line is not None:
            self.line.show(self.done, self.total, name)

    def _clear(self) -> None:
        if self.line is not None:
            self.line.clear()


class PlainReport(Report):
    """For people: a line for each feed that has something new, unless a line that is written over takes their place;
    then a summary."""

    def __init__(self, line: ProgressLine | None) -> None:
        super().__init__(line)
        self._alone: list[str] = []

    def told(self, told: Told) -> None:
        outcome = told.outcome
        if outcome.skipped is not None and not told.troubled:
            self._alone.append(_left_alone(outcome))
            if self.line is None:
                say(self._alone[-1])
        elif self.line is None and (outcome.new or outcome.changed):
            news = [f"{n} {what}" for n, what in ((outcome.new, "new"), (outcome.changed, "changed")) if n]
            say(f"{clean_line(outcome.name)}: {', '.join(news)}")

    def end(self, left_out: int) -> None:
        super().end(left_out)
        if self.line is not None and len(self._alone) <= _MOST_NAMED:
            for sentence in self._alone:
                say(sentence)
        counts = ", ".join(f"{n} {what}" for what, n in self.counts.items() if n or what == "new")
        say(f"{counted(self.total, 'feed')}: {counts}")

    def analysed(self, total: int, waiting: int) -> None:
        super().analysed(total, waiting)
        say(f"{counted(total, 'article')} analysed{_waiting(waiting)}")

    def cleaned(self, count: int) -> None:
        say(f"the texts of {counted(count, 'old article')} were cleaned up")

    def nothing(self, sentence: str) -> None:
        say(sentence)


class JsonReport(Report):
    """For other programs."""

    def told(self, told: Told) -> None:
        outcome = told.outcome
        self._clear()
        click.echo(
            json_line(
                {
                    "feed": told.subscribed,
                    "name": outcome.name,
                    "new": outcome.new,
                    "changed": outcome.changed,
                    "status": outcome.status,
                    "error": outcome.error,
                    "advice": outcome.advice,
                    "skipped": outcome.skipped,
                }
            )
        )


def reporter(*, as_json: bool, quiet: bool) -> Report:
    """The report for these options, with a progress line where standard error is a terminal."""
    line = ProgressLine(sys.stderr) if sys.stderr.isatty() and not quiet else None
    if as_json:
        return JsonReport(line)
    return Report() if quiet else PlainReport(line)


def _left_alone(outcome: Outcome) -> str:
    return f"{clean_line(outcome.name)}: not asked, {outcome.skipped}."


def _waiting(count: int) -> str:
    if not count:
        return ""
    what = "article is" if count == 1 else "articles are"
    return f"; {count:,} older {what} not analysed yet, see: {ANALYSE}"
