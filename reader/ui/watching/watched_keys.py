"""What the keys do with rules and what they told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from reader.domain.watch import Sighting
from reader.ingest.watching import Rule
from reader.ui.actions import Region, bindings
from reader.ui.feeds.line_list import LineList
from reader.ui.telling_screen import TellingScreen
from reader.ui.watching.lines import RuleLine, SightingLine

if TYPE_CHECKING:
    pass


class WatchedKeys(TellingScreen[Sighting | None]):
    """The rows are those of ``reader.ui.watching.lines``."""

    BINDINGS = bindings(Region.WATCHED)

    @property
    def list(self) -> LineList:
        """The rows."""
        return self.query_one(LineList)

    @property
    def rule(self) -> Rule | None:
        """The rule under the cursor, or the one that told what is."""
        above = self.list.lines[: self.list.cursor + 1]
        return next((line.rule for line in reversed(above) if isinstance(line, RuleLine)), None)

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)

    @on(LineList.Opened)
    def action_open(self) -> None:
        """Open the article at what was told; at the newest, where a rule is chosen."""
        line = self.list.line
        if isinstance(line, SightingLine):
            self.dismiss(line.sighting)
        elif self.rule is not None and self.rule.sightings:
            self.dismiss(self.rule.sightings[0])
        elif self.rule is not None:
            self.tell("This rule has told nothing yet.")

    def action_move(self, rows: int) -> None:
        """Move the cursor."""
        self.list.move(rows)

    def action_page(self, pages: int) -> None:
        """Move the cursor by a view."""
        self.list.page(pages)

    def action_edge(self, side: int) -> None:
        """To the first row or the last."""
        self.list.edge(side)

    def action_rule(self, step: int) -> None:
        """To the next rule; to this one itself, or from there to the one before."""
        places = [at for at, line in enumerate(self.list.lines) if isinstance(line, RuleLine)]
        cursor = self.list.cursor
        found = [at for at in places if at > cursor] if step > 0 else [at for at in reversed(places) if at < cursor]
        if found:
            self.list.cursor = found[0]
