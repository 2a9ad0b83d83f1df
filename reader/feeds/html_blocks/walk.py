"""Through the tree from front to back, telling the writer what each element means."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from reader.feeds.html_blocks.elements import CLOSING, OPENING, leave_out
from reader.feeds.html_blocks.tables import Cell
from reader.feeds.html_blocks.writer import Writer

_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SIZED = re.compile(r"-\d+x\d+(?=\.\w+$)")  # what WordPress adds to the names of smaller copies
_EVENTS = ("start", "end")


class Walk:
    """One walk over a body, and what has to be known on the way.

    ``base`` is what relative addresses hang on; ``hiding`` whether elements may be hidden; ``flat`` makes one line.
    """

    def __init__(
        self, writer: Writer, base: str | None, language: str | None, *, hiding: bool, flat: bool = False
    ) -> None:
        self.writer = writer
        self.base = base
        self.language = language
        self.hiding = hiding
        self.flat = flat
        self.captions: dict[Any, Any] = {}
        self.loose: list[bool] = []
        self.figures: set[Any] = set()
        self.shown: set[str] = set()
        self.left_out: Any = None
        self.unsaid = ""
        self.lists: list[int | None] = []
        self.marks: list[str] = []
        self.pre = 0

    def over(self, root: Any) -> None:
        """Everything inside ``root``."""
        events = etree.iterwalk(root, events=_EVENTS)
        writer = self.writer
        words = writer.words
        skipped = False
        for event, element in events:
            tag = element.tag
            if event == "start":
                opening = OPENING.get(tag)
                if self.hiding and element.attrib and element is not root and _hidden(element):
                    opening = leave_out
                skipped = opening is not None and opening(self, element)
                if skipped:
                    events.skip_subtree()
                    continue
                text = element.text
            else:
                if skipped:
                    skipped = False
                elif (closing := CLOSING.get(tag)) is not None:
                    closing(self, element)
                if element is root:
                    break
                text = element.tail
            if text:
                writer.verbatim(text) if self.pre else words(text)

    def cell(self, element: Any) -> Cell:
        """The words of ``element`` on one line, with those of a picture only where there are no others."""
        writer = Writer(flat=True)
        walk = Walk(writer, self.base, self.language, hiding=self.hiding, flat=True)
        walk.over(element)
        if not writer.length:
            writer.words(walk.unsaid)
        text, layout = writer.finish()
        return Cell(text, layout.links)

    def show(self, element: Any, url: str | None, kind: str = "", title: str = "") -> None:
        """A line for a picture, sound or film, once. Its caption goes before the words it has itself."""
        if self.flat:
            self.unsaid = self.unsaid or title
            return
        caption = self.captions.get(element)
        cell = Cell(title) if caption is None else self.cell(caption)
        key = _SIZED.sub("", (url or "").partition("?")[0]) or cell.text
        if key in self.shown:
            return
        self.shown.add(key)
        lead = kind if kind != "Image" or not cell.text else ""
        between = ": " if lead and cell.text else ""
        self.writer.media(lead + between, cell, url)


def _hidden(element: Any) -> bool:
    get = element.get
    if (hidden := get("hidden")) is not None:
        return bool(hidden != "until-found")
    style = get("style")
    if style and _HIDING_STYLE.search(style):
        return True
    return get("aria-hidden") == "true" and _icon(element)


def _icon(element: Any) -> bool:
    """Whether an element is no more than a sign: looks no deeper than its children."""
    if len(element) > 2 or any(len(child) or child.tag == "img" for child in element if child.tag != "svg"):
        return False
    words = element.text or ""
    for child in element:
        words += ("" if child.tag == "svg" else child.text or "") + (child.tail or "")
    return len(words.strip()) <= 2
