"""What the panel and the comparison are made of: blocks of wrapped paragraphs, laid out for a width, no widget each."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content

from reader.ui.wrapping import wrap

ELLIPSIS = "…"
NARROWEST = 4
ROOM_BESIDE_LABEL = 14
"""Below this many cells beside it, a label stands on a line of its own."""


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of a block.

    ``limit`` is how many lines are shown while the block is closed: None for all, 0 for none. ``indent`` is in cells,
    ``hang`` what the lines after the first get on top of it.
    ``label`` stands in a column of ``label_width`` cells before the text; ``right`` flush right on the first line, or
    on a line of its own where there is no room. ``closed_style`` is laid over the text while the block is closed.
    """

    text: Content
    limit: int | None = None
    indent: int = 0
    hang: int = 0
    label: Content | None = None
    label_width: int = 0
    right: Content | None = None
    closed_style: str = ""


@dataclass(frozen=True)
class Block:
    """Something a panel list shows: a heading, a statement's card, a figure, an actor.

    ``id`` is unique in its list. ``rail`` is the style of the line down its left side ("" for none), ``heading`` True
    for a block that stays in sight above those that follow it, ``indent`` sets a statement inside another apart,
    ``gap`` is the empty lines after it. A ``stop`` is passed over from block to block, but can be chosen by itself.
    """

    id: str
    paragraphs: tuple[Paragraph, ...]
    selectable: bool = True
    heading: bool = False
    stop: bool = False
    rail: str = ""
    indent: int = 0
    gap: int = 1


def lay_out(block: Block, width: int, *, is_open: bool) -> list[Content]:
    """The lines of a block, each at most ``width`` cells wide; the gap is not among them."""
    indent = min(block.indent, width // 6)
    inner = max(width - indent, NARROWEST)
    lines = [line for paragraph in block.paragraphs for line in _lines(paragraph, inner, is_open=is_open)]
    return [line.pad_left(indent) for line in lines] if indent else lines


def _lines(paragraph: Paragraph, width: int, *, is_open: bool) -> list[Content]:
    limit = None if is_open else paragraph.limit
    if limit == 0:
        return []
    indent = min(paragraph.indent, width // 6)
    label = paragraph.label
    lines: list[Content] = []
    if label is not None:
        indent = paragraph.label_width
        if width - indent < ROOM_BESIDE_LABEL or label.cell_length > indent:
            lines.extend(_wrapped(label, width))
            label, indent = None, 2
    right = paragraph.right
    reserved = right.cell_length + 1 if right is not None else 0
    is_beside = reserved <= max((width - indent) // 2, width - indent - paragraph.text.cell_length)
    hang = min(paragraph.hang, width // 6)
    measure = width - indent - max(reserved if is_beside else 0, hang)
    text = paragraph.text if is_open else paragraph.text.stylize(paragraph.closed_style)
    body = _shortened(_wrapped(text, measure), limit, measure)
    first = body[0].pad_left(indent)
    if label is not None:
        first = label.pad_right(indent - label.cell_length).append(body[0])
    if right is not None and is_beside:
        first = first.pad_right(width - first.cell_length - right.cell_length).append(right)
    lines.append(first)
    lines.extend(line.pad_left(indent + hang) for line in body[1:])
    if right is not None and not is_beside:
        lines.extend(line.pad_left(indent) for line in _wrapped(right, max(width - indent, 2)))
    return lines


def _wrapped(text: Content, width: int) -> list[Content]:
    plain = text.plain
    return [text[start:end] for start, end in wrap(plain, 0, len(plain), max(width, 2))]


def _shortened(lines: list[Content], limit: int | None, width: int) -> list[Content]:
    """The first lines, the last of them ending in an ellipsis, where there are more than ``limit``."""
    if limit is None or len(lines) <= limit:
        return lines
    last = lines[limit - 1]
    while last.cell_length + 2 > width and last:
        cut = last.plain.rfind(" ")
        last = last[:cut] if cut > 0 else last[: max(len(last) - 2, 0)]
    return [*lines[: limit - 1], last.append((" " if last else "") + ELLIPSIS)]
