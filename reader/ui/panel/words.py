"""How words become content: text from articles is cleaned and never markup; our own words have a style of their own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from textual.content import Content

from reader.domain import plain_text
from reader.domain.analysis import Analysis
from reader.domain.own_words import GAP, number_spans
from reader.domain.quantity import Quantity
from reader.domain.span import Span, contains
from reader.ui.page_looks import HIGHLIGHT_SIGNS, NOTE_SIGN
from reader.ui.party_look import CLASSES, NO_PARTY, PartyLook
from reader.ui.steady import steady

ACT = ".block--act"
ASIDE = ".block--muted"
LINK = ".block--link"
NAME = ".block--name"
NUMBER = ".block--number"
DOUBTFUL = ".block--doubtful"

COMPONENTS = {
    "block--act",
    "block--chosen",
    "block--doubtful",
    "block--link",
    "block--muted",
    "block--name",
    "block--number",
    *CLASSES,
    *HIGHLIGHT_SIGNS.values(),
    NOTE_SIGN,
}
"""The component classes of every widget that draws blocks."""

ARROW = "→"
COUNT = "#"
EXCHANGE = "⇄"
INSIDE = "↳"
CORRECTED = "✎"
"""Marks what a person corrected."""

UNSURE = "?"
"""Marks what the strict setting leaves out."""

NO_BREAK = "\N{NO-BREAK SPACE}"
_SPACE = re.compile(r"[ \t\n]+")
_BEFORE_MARK = re.compile(r"(?<=«) (?=\S)|(?<=\S) (?=[»:;?!%])")
NOBODY = PartyLook(NO_PARTY, "·")
"""The look of what no party says."""


def clean_line(words: str) -> str:
    """Words on one line, safe to show and as wide as counted."""
    return steady(plain_text.clean_line(words))


def plain(words: str, style: str = "") -> Content:
    """Words on one line in one style."""
    return Content.styled(clean_line(words), style) if style else Content(clean_line(words))


def sentence(words: str) -> Content:
    """A sentence of ours that may hold numbers and quotations: it breaks where neither is torn."""
    return Content.styled(_inline(words), ASIDE)


def party_name(name: str, look: PartyLook, *, bold: bool = False) -> Content:
    """A party's mark and name in its colour."""
    return Content.styled(f"{look.mark}{NO_BREAK}{clean_line(name)}", _colour(look)).stylize("bold" if bold else "")


def party_names(ids_and_names: Mapping[str, str], looks: Mapping[str, PartyLook]) -> Content:
    """Several parties, each with its mark and colour, separated by commas."""
    return Content(", ").join(party_name(name, looks.get(id, NOBODY)) for id, name in ids_and_names.items())


def _colour(look: PartyLook) -> str:
    return f".{look.css_class}"


def rail(look: PartyLook) -> str:
    """The style of the line beside what a party says."""
    return _colour(look)


def verbatim(text: str, span: Span, quantities: tuple[Quantity, ...]) -> Content:
    """The words of a span of an article, on one line, with those numbers in their style."""
    pieces: list[tuple[str, str]] = []
    at = span[0]
    for quantity in quantities:
        if not contains(span, quantity.span) or quantity.span[0] < at:
            continue
        pieces.append((_inline(text[at : quantity.span[0]]), ""))
        pieces.append((_inline(text[quantity.span[0] : quantity.span[1]]), NUMBER))
        at = quantity.span[1]
    pieces.append((_inline(text[at : span[1]]), ""))
    return Content.assemble(*pieces)


def _inline(words: str) -> str:
    """Cleaned words, on one line, that never break between a mark and its word."""
    return _BEFORE_MARK.sub(NO_BREAK, _SPACE.sub(" ", steady(plain_text.clean_text(words))))


def figures(text: str, quantities: Sequence[Quantity]) -> list[Content]:
    """Numbers of ``text``, each with what it counts, word for word; what one before says is not said twice."""
    told: set[Span] = set()
    lines = []
    for quantity in quantities:
        at = number_spans(text, quantity)
        new = [span for span in at if span not in told]
        told.update(at)
        lines.append(Content(GAP).join(verbatim(text, span, (quantity,)) for span in new))
    return lines


def walked(count: int, at: int | None) -> str:
    """ "2 of 5": which of the mentions of a name is shown; empty while none is."""
    return "" if at is None else f"{at + 1} of {count}"


def names(analysis: Analysis, ids: tuple[str, ...]) -> dict[str, str]:
    """Party names by id, in the order given; an id the analysis does not name stands for itself."""
    known = {party.id: party.name for party in analysis.parties}
    return {id: known.get(id, id) for id in ids}
