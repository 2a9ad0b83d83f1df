"""What can be asked for in a search, on a sheet."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from reader.domain.query.fields import FIELDS
from reader.ui.sheet import Sheet
from reader.ui.wrapping import wrap

COLUMN = 26
"""Cells for an example, left of what it asks for."""

WORDS = (
    ("peace talks", "Both words, wherever they stand; case and accents do not matter"),
    ('"peace talks"', "The words side by side"),
    ("armen*", "Every word that begins so"),
    ("-weather", "Not this"),
    ("truce OR ceasefire", "One or the other"),
    ("(truce OR ceasefire) lasts", "Parentheses hold together"),
)


class LanguageSheet(Sheet):
    """Examples and what they ask for."""

    def __init__(self) -> None:
        super().__init__("What can be searched for")

    def compose_sheet(self) -> ComposeResult:
        yield LanguageTable()


class LanguageTable(Static):
    """Two columns that stay two columns however narrow the screen is."""

    def on_resize(self) -> None:
        """Break the sentences for the width there is."""
        self.update(Content("\n").join(language_lines(self.size.width)))


def language_lines(width: int) -> Iterator[Content]:
    """The lines of the sheet."""
    for heading, rows in (("Words", WORDS), ("Fields", [(field.example, field.sentence) for field in FIELDS])):
        yield Content.styled(heading, "bold $primary")
        for example, sentence in rows:
            yield from _row(example, sentence, width)
        yield Content("")


def _row(example: str, sentence: str, width: int) -> Iterator[Content]:
    column = COLUMN if width >= 2 * COLUMN else 2
    lines = [sentence[start:end] for start, end in wrap(sentence, 0, len(sentence), width - column)]
    left = Content.styled(f"  {example}", "bold")
    if left.cell_length < column:
        yield left.pad_right(column - left.cell_length) + lines.pop(0)
    else:
        yield left
    yield from (Content(" " * column + line) for line in lines)
