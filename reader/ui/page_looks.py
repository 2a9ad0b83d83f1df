"""The component classes of an article: by them its styles say how everything in it looks."""

from __future__ import annotations

from reader.domain.colour import Colour
from reader.domain.layout import BlockKind
from reader.ui.highlight import KIND_CLASS
from reader.ui.page import RowKind
from reader.ui.party_look import CLASSES

ROWS = {
    RowKind.TITLE: "article--title",
    RowKind.META: "article--meta",
    RowKind.RULE: "article--rule",
    RowKind.FOOT: "article--foot",
}
"""Rows that are not of the text."""

BLOCKS = {
    BlockKind.HEADING: "article--heading",
    BlockKind.CODE: "article--code",
    BlockKind.MEDIA: "article--media",
}
"""Rows of the text that look unlike the others, whatever is marked in them."""

BAR = "article--bar"
"""What stands before a row."""

LINK = "article--link"

HIGHLIGHTS = {colour: f"highlight-{colour}" for colour in Colour}
"""Words highlighted in each colour."""

HIGHLIGHT_SIGNS = {colour: f"sign-{colour}" for colour in Colour}
"""The sign of each colour."""

HIT, HIT_AT = "hit", "hit-at"
"""What was searched for, and the one of it that is looked at."""

SELECTED = "selected"
"""What a person selected."""

HELD = "held"
"""The highlight or note that keys act on."""

OVERLAP = "highlight-overlap"
"""Where highlights lie over one another."""

NOTE_SIGN = "note-sign"
"""What stands beside words with a note."""

COMPONENTS = {
    *CLASSES,
    *KIND_CLASS.values(),
    *ROWS.values(),
    *BLOCKS.values(),
    BAR,
    LINK,
    HIT,
    HIT_AT,
    SELECTED,
    HELD,
    OVERLAP,
    NOTE_SIGN,
    *HIGHLIGHTS.values(),
    *HIGHLIGHT_SIGNS.values(),
    "figure",
    "counted",
    "date",
    "statement-content",
    "statement-cue",
    "statement-source",
    "span-current",
    "party-current",
}
