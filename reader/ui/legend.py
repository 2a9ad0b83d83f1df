"""What the colours and styles of the article mean, in those colours and styles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from reader.domain.analysis import Analysis
from reader.domain.colour import Colour
from reader.domain.plain_text import clean_line
from reader.ui.annotating.highlights import NOTE, SIGNS
from reader.ui.highlight import KIND_CLASS
from reader.ui.page_looks import HIGHLIGHTS, NOTE_SIGN, OVERLAP
from reader.ui.panel.words import CORRECTED, EXCHANGE, UNSURE
from reader.ui.party_look import CLASSES, UNKNOWN, PartyLook
from reader.ui.row_text import BOOKMARKED, CHANGED, UNREAD
from reader.ui.sheet import Sheet

STYLES: tuple[str | tuple[str, str, str], ...] = (
    "Names",
    ("Maria Lopez", "actor-person", "a person"),
    ("Ministry of Defence", "actor-organisation", "an organisation or ministry"),
    ("Armenia", "actor-state", "a state"),
    ("the army", "actor-force", "an armed force or police"),
    ("Geneva", "actor-place", "a place"),
    "Numbers",
    ("at least 49", "figure", "a number with its hedge"),
    ("soldiers", "counted", "what is counted"),
    ("Tuesday, two", "date", "a date, a rank, a passing count"),
    "The selected statement",
    ("Armenia", "statement-source", "who speaks"),
    ("said", "statement-cue", "how it is reported"),
    ("that at least 49 soldiers died", "statement-content", "what is said"),
    "Your highlights and notes",
    *((f"{SIGNS[colour]} {colour}", HIGHLIGHTS[colour], f"highlighted in {colour}") for colour in Colour),
    (NOTE, NOTE_SIGN, "a note, beside its words"),
    ("their ferries", OVERLAP, "where highlights overlap"),
    "Marks in the list",
    (UNREAD, "", "unread"),
    (BOOKMARKED, "", "bookmarked by you"),
    (CHANGED, "", "its words changed since you looked (key D)"),
    "Marks in the panel",
    (UNSURE, "", "less sure; the card says why"),
    (CORRECTED, "", "corrected by you"),
    (EXCHANGE, "", "answers, or is answered (key x)"),
)
"""Samples and what they stand for; a string is a heading."""
COLUMN = 31


class LegendText(Static):
    """The samples carry the article's component classes, so that a theme changes both."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *CLASSES,
        *KIND_CLASS.values(),
        *HIGHLIGHTS.values(),
        OVERLAP,
        NOTE_SIGN,
        "figure",
        "counted",
        "date",
        "statement-content",
        "statement-cue",
        "statement-source",
    }

    def __init__(self, analysis: Analysis | None, looks: Mapping[str, PartyLook]) -> None:
        super().__init__()
        self._analysis = analysis
        self._looks = looks

    def render(self) -> Content:
        """The parties of the article, then the styles."""
        return Content("\n").join([*self._parties(), *self._styles()])

    def _parties(self) -> Iterator[Content]:
        if self._analysis is None or not self._analysis.parties:
            return
        yield _heading("Parties of this article")
        for id, look in self._looks.items():
            if party := self._analysis.party(id):
                yield Content("  ") + self._sample(f"{look.mark} {clean_line(party.name)}", look.css_class)
        yield Content("  │ in the margin: this party speaks here")
        yield (
            Content("  ") + self._sample(UNKNOWN.mark, UNKNOWN.css_class) + " in the margin: someone of no known party"
        )
        yield Content("")

    def _styles(self) -> Iterator[Content]:
        for row in STYLES:
            if isinstance(row, str):
                yield _heading(row)
            else:
                words, css_class, meaning = row
                gap = " " * (COLUMN - len(words))
                sample = self._sample(words, css_class) if css_class else Content(words)
                yield Content("  ") + sample + gap + meaning

    def _sample(self, words: str, css_class: str) -> Content:
        # A class name as a style would lose its background here.
        style = self.get_component_rich_style(css_class, partial=True)
        return Content.styled(words, Style.from_rich_style(style))


class LegendScreen(Sheet):
    """The legend, with the parties of the open article where it has been analysed."""

    def __init__(self, analysis: Analysis | None, looks: Mapping[str, PartyLook]) -> None:
        super().__init__("Legend")
        self._analysis = analysis
        self._looks = looks

    def compose_sheet(self) -> ComposeResult:
        """The text of the legend."""
        yield LegendText(self._analysis, self._looks)


def _heading(words: str) -> Content:
    return Content.styled(words, "bold $primary")
