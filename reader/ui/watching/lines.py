"""Rules, and below each what it told, as rows of a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rich.cells import cell_len

from reader.domain.plain_text import clean_line
from reader.domain.watch import Sighting, WatchKind
from reader.ingest.watching import Rule
from reader.ui.article_head import short_date
from reader.ui.feeds.line_list import Line
from reader.ui.row_text import UNREAD, Piece, fit

FIGURES = "figures of a story"
_DATE = 8
_SOURCE = 20
ROOM_FOR_SOURCE = 90
"""From this width on the outlet is named too."""


@dataclass(frozen=True)
class RuleLine(Line):
    """A rule, what it watches for, and how much of what it told nobody has looked at."""

    rule: Rule

    def pieces(self, width: int) -> list[Piece]:
        """Name, query, count."""
        rule = self.rule
        count = f" {rule.new} new " if rule.new else " "
        name = clean_line(rule.watch.name)
        asked = rule.watch.query if rule.watch.kind is WatchKind.STATEMENTS else FIGURES
        query = "" if asked == name else clean_line(asked)
        room = max(width - 1 - len(count), 1)
        named = fit(name, min(room, cell_len(name)) if query else room)
        rest = room - cell_len(named)
        return [
            (" ", "name"),
            (named, "strong"),
            ("  "[:rest], "name"),
            (fit(query, rest - 2) if rest > 2 else "", "quiet"),
            (count, "strong" if rule.new else "quiet"),
        ]


@dataclass(frozen=True)
class SightingLine(Line):
    """Something a rule told. ``new``: nobody has looked at it."""

    sighting: Sighting
    new: bool
    today: date

    def pieces(self, width: int) -> list[Piece]:
        """When, where, who, and the words."""
        one = self.sighting
        mark = f"  {UNREAD if self.new else ' '} "
        dated = short_date(one.dated, self.today).ljust(_DATE)
        source = f" {fit(clean_line(one.source or ''), _SOURCE)}" if width >= ROOM_FOR_SOURCE else ""
        who = f"{clean_line(one.speaker)}: " if one.speaker else ""
        rest = max(width - len(mark) - _DATE - cell_len(source) - 2, 1)
        return [
            (mark, "strong"),
            (dated, "quiet"),
            (source, "quiet"),
            ("  ", "quiet"),
            (fit(f"{who}{one.line}", rest), "strong" if self.new else "name"),
        ]


def lines(rules: Sequence[Rule], today: date) -> Iterator[Line]:
    """The rows of rules, each with what it told, the newest first."""
    for rule in rules:
        yield RuleLine(f"rule {rule.watch.id}", rule)
        seen = dict[str, int]()
        for at, sighting in enumerate(rule.sightings):
            key = f"rule {rule.watch.id} {sighting.article_id} {sighting.start} {sighting.words}"
            seen[key] = seen.get(key, 0) + 1
            yield SightingLine(f"{key} {seen[key]}", sighting, at < rule.new, today)
