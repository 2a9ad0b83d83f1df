"""What the colours and styles of the article mean, in those colours and styles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from reader.domain.analysis import Analysis
from reader.domain.plain_text import clean_line
from reader.ui.highlight import KIND_CLASS
from reader.ui.party_look import COLOURS, NO_PARTY, party_look
from reader.ui.sheet import Sheet

STYLES = (
    ("Names", None),
    ("Maria Lopez", "actor-person", "a person"),
    ("Ministry of Defence", "actor-organisation", "an organisation or ministry"),
    ("Armenia", "actor-state", "a state"),
    ("the army", "actor-force", "an armed force or police"),
    ("Geneva", "actor-place", "a place"),
    ("Numbers", None),
    ("at least 49", "figure", "a number with its hedge"),
    ("soldiers", "counted", "what is counted"),
    ("Tuesday", "date", "a date or a time"),
    ("The selected statement", None),
    ("Armenia", "statement-source", "who speaks"),
    ("said", "statement-cue", "how it is reported"),
    ("that at least 49 soldiers died", "statement-content", "what is said"),
)
"""Samples and what they stand for; a row with one word is a heading."""
COLUMN = 31


class LegendText(Static):
    """The samples carry the article's component classes, so that a theme changes both."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"party-{i}" for i in range(COLOURS)),
        NO_PARTY,
        *KIND_CLASS.values(),
        "figure",
        "counted",
        "date",
        "statement-content",
        "statement-cue",
        "statement-source",
    }


class LegendScreen(Sheet):
    """The legend, with the parties of the open article where it has been analysed."""

    def __init__(self, analysis: Analysis | None) -> None:
        super().__init__("Legend")
        self._analysis = analysis

    def compose_sheet(self) -> ComposeResult:
        yield LegendText(Content("\n").join([*_parties(self._analysis), *_styles()]))


def _parties(analysis: Analysis | None) -> Iterator[Content]:
    if analysis is None or not analysis.parties:
        return
    yield _heading("Parties of this article")
    for id, look in party_look(analysis).items():
        party = analysis.party(id)
        name = clean_line(party.name) if party else id
        yield Content("  ") + Content.styled(f"{look.mark} {name}", f".{look.css_class}")
    yield Content("  │ ") + Content.styled("in the margin: this party speaks here", "$quiet")
    yield Content("")


def _styles() -> Iterator[Content]:
    for sample, *rest in STYLES:
        if rest == [None]:
            yield _heading(sample)
            continue
        css_class, meaning = rest
        yield Content("  ") + Content.styled(sample, f".{css_class}").pad_right(COLUMN - len(sample)) + str(meaning)


def _heading(words: str) -> Content:
    return Content.styled(words, "bold $primary")
