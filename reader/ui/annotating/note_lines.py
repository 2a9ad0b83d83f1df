"""A row of the screen of all highlights and notes. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style

from reader.domain.annotation import Annotation, AnnotationRow
from reader.domain.plain_text import clean_line
from reader.ui import key_footer
from reader.ui.annotating.highlights import sign_of
from reader.ui.article_head import short_date
from reader.ui.feeds.line_list import Line, LineList
from reader.ui.page_looks import HIGHLIGHT_SIGNS, NOTE_SIGN
from reader.ui.row_text import Piece, fit

DATE = 8
SOURCE = 16
WIDE = 110
"""The width of a row from which it names the source."""

GAP = "  "
"""Between a note and the words it is on."""

SHOWN = 400
"""Code points of the words and of the note that are looked at."""


@dataclass(frozen=True)
class NoteLine(Line):
    """An annotation with its article; ``today`` is what dates are abbreviated by."""

    row: AnnotationRow
    today: date

    @property
    def annotation(self) -> Annotation:
        """The annotation."""
        return self.row.annotation

    def pieces(self, width: int) -> list[Piece]:
        """The sign, the note and the words it is on, then the article: title, source, date."""
        sign, name = sign_of(self.annotation)
        source = SOURCE if width >= WIDE else 0
        title = max((width - 2 - DATE - source) * 2 // 5 - 2, 0)
        room = max(width - 2 - title - source - DATE - 3 - bool(source), 1)
        words = self.annotation.anchor.exact[:SHOWN] if self.annotation.anchor is not None else ""
        note = clean_line(self.annotation.body[:SHOWN])
        if note and words:
            left = room - cell_len(note) - len(GAP)
            said: list[Piece] = [(note, "strong"), (GAP, "quiet"), (fit(words, left), "quiet")]
            if left < room // 4:
                said = [(fit(note, room), "strong")]
        else:
            said = [(fit(note or words, room), "strong" if note else "name")]
        cells = sum(cell_len(piece) for piece, _ in said)
        return [
            (f"{sign} ", name),
            *said,
            (" " * max(room - cells, 0), "name"),
            (f" {fit(self.row.title, title)}", "quiet"),
            (f" {fit(self.row.source or '', source)}" if source else "", "quiet"),
            (f" {short_date(self.row.dated, self.today):>{DATE}} ", "quiet"),
        ]


class NoteList(LineList):
    """The rows, each with its sign in its colour."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {*LineList.COMPONENT_CLASSES, *HIGHLIGHT_SIGNS.values(), NOTE_SIGN}

    @property
    def note(self) -> NoteLine | None:
        """The row under the cursor."""
        return self.line if isinstance(self.line, NoteLine) else None

    @property
    def told_keys(self) -> tuple[str, ...]:
        """The keys worth telling; see ``key_footer``."""
        return key_footer.NOTES

    def _part(self, name: str) -> Style:
        if name in HIGHLIGHT_SIGNS.values() or name == NOTE_SIGN:
            return self.get_component_rich_style(name, partial=True)
        return super()._part(name)
