"""What can be given out, as a list to choose from: into a file, or copied."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reader.ingest.exporting.parcels import Parcel
from reader.ui.actions import Region, bindings
from reader.ui.feeds.dialog import Choice, Question
from reader.ui.feeds.line_list import LineList

NOT_COPIED = "This goes into files only."


@dataclass(frozen=True)
class Offer:
    """A line of the list: what it is, in which form, and the parcel it stands for."""

    what: str
    form: str
    parcel: Parcel

    @property
    def key(self) -> str:
        """Tells it from the others."""
        return f"{self.what} {self.form}"


class ExportMenu(Question):
    """Ends with the key of an offer; ``copies`` is True where it is to be copied instead of written."""

    BINDINGS = bindings(Region.EXPORTING)

    def __init__(self, offers: Sequence[Offer], at: str | None = None) -> None:
        super().__init__("Export", "", [Choice(offer.key, offer.what, offer.form) for offer in offers], at)
        self.offers: Mapping[str, Offer] = {offer.key: offer for offer in offers}
        self.copies = False
        self._hint = "Enter into a file · y copies · Esc leaves"

    def action_copy(self) -> None:
        """Answer with the chosen line, to be copied."""
        line = self.query_one("#feed-choices", LineList).line
        if line is None:
            return
        if self.offers[line.key].parcel.words is None:
            self.notify(NOT_COPIED, timeout=3, markup=False)
            return
        self.copies = True
        self.action_choose()
