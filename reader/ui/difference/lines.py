"""The lines that tell what changed, for a width: what is called out, then the text. No widget."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from textual.content import Content

from reader.analysis.difference.passages import edits
from reader.analysis.difference.told import (
    SIGNS,
    Piece,
    figure_words,
    passage_pieces,
    same_words,
    statement_pieces,
)
from reader.domain.article import Article
from reader.domain.difference import Change, Difference, Passage
from reader.domain.plain_text import clean_text
from reader.ui.steady import steady
from reader.ui.wrapping import wrap

SIGN = 2
"""Cells for the sign before a line."""

STYLES = {
    Change.SAME: "",
    Change.ADDED: ".difference--added",
    Change.REMOVED: ".difference--removed",
    Change.ALTERED: ".difference--altered",
}
QUIET = ".difference--quiet"
HEADING = ".difference--heading"

MARKS = {Change.SAME: ("", ""), Change.ADDED: ("{+", "+}"), Change.REMOVED: ("[-", "-]")}
"""Around what came and what went where there are no colours."""

NOTHING = "No figure and no statement came, went or changed."
NO_WORD = "No word of the text changed."


@dataclass(frozen=True, slots=True)
class Line:
    """``part`` numbers what it belongs to: a paragraph of the text from 0, below 0 what is called out; ``stop`` where
    a change begins."""

    content: Content
    part: int
    stop: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown: the two versions, how one became the other, and how it is to be told.

    ``state`` stands in the place of what is called out while that is not known, or says why it never will be.
    """

    old: Article
    new: Article
    found: Difference
    state: str = ""
    unfolded: bool = False
    marked: bool = False


def difference_lines(shown: Shown, width: int) -> list[Line]:
    """All lines, none wider than ``width`` cells."""
    width = max(width, SIGN + 2)
    lines = [*_title(shown, width), *_called_out(shown, width)]
    lines.append(Line(Content.styled("─" * min(12, width), QUIET), -1))
    lines.extend(_text(shown, width))
    return lines


def _title(shown: Shown, width: int) -> Iterator[Line]:
    old, new = _line(shown.old.title), _line(shown.new.title)
    if old == new:
        yield from _wrapped(Content.styled(new, HEADING), Change.SAME, width, -3)
    else:
        passage = Passage(Change.ALTERED, edits(old, new))
        words = _content(passage_pieces(passage, old, new), marked=shown.marked).stylize_before(HEADING)
        yield from _wrapped(words, Change.ALTERED, width, -3)
    yield Line(Content(""), -3)


def _called_out(shown: Shown, width: int) -> Iterator[Line]:
    found = shown.found
    figures = ((one.change, [(Change.SAME, figure_words(one))]) for one in found.figures)
    statements = ((one.change, statement_pieces(one)) for one in found.statements)
    sections: tuple[tuple[str, Iterable[tuple[Change, list[Piece]]]], ...] = (
        ("Figures", figures),
        ("Statements", statements),
    )
    for heading, rows in sections:
        rows = list(rows)
        if rows:
            yield Line(Content.styled(heading, HEADING), -2)
            for change, pieces in rows:
                yield from _wrapped(_content(pieces, marked=shown.marked), change, width, -2)
            yield Line(Content(""), -2)
    if shown.state or not (found.figures or found.statements):
        yield from _wrapped(Content.styled(_line(shown.state or NOTHING), QUIET), Change.SAME, width, -2)
        yield Line(Content(""), -2)


def _text(shown: Shown, width: int) -> Iterator[Line]:
    if not shown.found.changed:
        yield Line(Content(""), -1)
        yield from _wrapped(Content.styled(NO_WORD, QUIET), Change.SAME, width, -1)
    same: list[int] = []
    passages = shown.found.passages
    for n, passage in enumerate(passages):
        if passage.change is Change.SAME and not shown.unfolded:
            same.append(n)
            if n + 1 < len(passages) and passages[n + 1].change is Change.SAME:
                continue
            yield Line(Content(""), same[0])
            yield from _wrapped(Content.styled(same_words(len(same)), QUIET), Change.SAME, width, same[0])
            same = []
            continue
        yield Line(Content(""), n)
        pieces = passage_pieces(passage, shown.old.text, shown.new.text)
        yield from _wrapped(_content(pieces, marked=shown.marked), passage.change, width, n)


def _wrapped(words: Content, change: Change, width: int, part: int) -> Iterator[Line]:
    plain = words.plain
    sign = Content.styled(f"{SIGNS[change]:<{SIGN}}", STYLES[change] and f"{STYLES[change]}-sign")
    stop = change is not Change.SAME
    for start, end in wrap(plain, 0, len(plain), width - SIGN):
        yield Line(sign + words[start:end], part, stop)
        sign, stop = Content(" " * SIGN), False


def _content(pieces: Iterable[Piece], *, marked: bool) -> Content:
    parts: list[tuple[str, str]] = []
    for change, words in pieces:
        before, after = MARKS[change] if marked else ("", "")
        parts.append((f"{before}{_inline(words)}{after}", STYLES[change]))
    return Content.assemble(*parts)


def _inline(words: str) -> str:
    """Cleaned words; blanks at either end stay."""
    return steady(clean_text(words)).replace("\t", " ").replace("\n", " ")


def _line(words: str) -> str:
    return " ".join(_inline(words).split())
