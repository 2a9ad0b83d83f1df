"""What can be given out, as a list to choose from: into a file, or copied."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reader.domain.plain_text import clean_line
from reader.ingest.exporting.parcels import Parcel
from reader.ui.actions import Region, bindings
from reader.ui.feeds.dialog import Choice, Question
from reader.ui.feeds.line_list import LineList
from reader.ui.row_text import fit

_AROUND = 10
"""Lines of the screen that the list leaves to its box and to what is behind it."""

NOT_COPIED = "This goes into files only."


@dataclass(frozen=True)
class Offer:
    """A line of the list: what it is, in which form, the parcel it stands for, and how many there are of it."""

    what: str
    form: str
    parcel: Parcel
    count: int | None = None

    @property
    def key(self) -> str:
        """Tells it from the others."""
        return f"{self.what} {self.form}"

    @property
    def line(self) -> Choice:
        """How it is shown."""
        count = "" if self.count is None else f" ({self.count:,})"
        return Choice(self.key, f"{self.what}{count}", self.form)


class ExportMenu(Question):
    """Ends with the key of an offer; ``copies`` is True where it is to be copied instead of written. ``article`` is the
    title of the one the offers are about."""

    BINDINGS = bindings(Region.EXPORTING)

    def __init__(self, offers: Sequence[Offer], article: str = "", at: str | None = None) -> None:
        super().__init__("Export", fit(clean_line(article), 72).rstrip(), [offer.line for offer in offers], at)
        self.offers: Mapping[str, Offer] = {offer.key: offer for offer in offers}
        self.copies = False
        self._hint = "Enter into a file · y copies · Esc leaves"

    @property
    def most_lines(self) -> int:
        """As many as there is room for."""
        return max(self.app.size.height - _AROUND, 3)

    def action_copy(self) -> None:
        """Answer with the chosen line, to be copied."""
        line = self.query_one(LineList).line
        if line is None:
            return
        if self.offers[line.key].parcel.words is None:
            self.notify(NOT_COPIED, timeout=3, markup=False)
            return
        self.copies = True
        self.action_choose()
