"""The text under way: words are written one after another, and blocks and links remember where they stand."""

from __future__ import annotations

from typing import Any

from reader.domain.layout import PLACEHOLDER, Block, BlockKind, Layout, Link
from reader.domain.plain_text import clean_text
from reader.feeds.html_blocks.folding import clean, fold
from reader.feeds.html_blocks.tables import Cell

LINE, PARAGRAPH = 1, 2


class Writer:
    """Writes plain text; a blank is written only once words follow it, so that no line begins or ends with one.

    A block ends where one inside it begins, and goes on behind it: only quotes cover other blocks.
    """

    def __init__(self, *, flat: bool = False) -> None:
        self.flat = flat
        self.url: str | None = None
        self.length = 0
        self.depth = 0
        self.last_caption = ""
        self._parts: list[str] = []
        self._blocks: list[Block] = []
        self._links: list[Link] = []
        self._gap = PARAGRAPH
        self._blank = ""
        self._marker = ""
        self._open: list[list[Any]] = []  # kind, level, where it began or -1, how many quotes are around it
        self._quotes: list[int] = []  # where they began or -1
        self._unbegun = 0  # how many of them, counted from the innermost, have no words yet
        self._from = -1

    def words(self, text: str) -> None:
        """Inline text; plain blanks and line ends in it are only blanks."""
        if not text.isprintable() or "  " in text:
            if self._gap and text.isspace():
                return
            text = fold(text)
        body = text.strip()
        if not body:
            if not self._gap:
                self._hold(text)
            return
        blank = ""
        if len(body) < len(text):
            at = len(text) - len(text.lstrip())
            blank = text[at + len(body) :]
            if at and not self._gap:
                self._hold(text[:at])
        if self._gap:
            self._begin()
        elif self._blank:
            self._put(self._blank)
        if self.url is not None and self._from < 0:
            self._from = self.length
        self._parts.append(body)
        self.length += len(body)
        self._blank = blank

    def verbatim(self, text: str) -> None:
        """Text whose blanks and line ends mean what they say; blank lines at either end are left out."""
        if not clean(text):
            text = clean_text(text)
        body = text.strip()
        if not body:
            self._blank += text
            return
        at = text.find(body)
        blank = self._blank + text[:at]
        if self._gap:
            self._begin()
            blank = blank.rpartition("\n")[2]
        self._put(blank)
        if self.url is not None and self._from < 0:
            self._from = self.length
        self._put(body)
        self._blank = text[at + len(body) :]

    def end_line(self) -> None:
        """A line ends here; the second time, a paragraph does."""
        self.end(PARAGRAPH if self._gap else LINE)

    def end(self, gap: int = PARAGRAPH) -> None:
        """The line (or paragraph) ends, if there is one. Inside a list nothing more than lines is told apart."""
        if self.depth and gap > LINE:
            gap = LINE
        if self._gap < gap:
            self._gap = gap
        self._blank = ""

    def mark(self, marker: str) -> None:
        """What the next line begins with: the dash or number of a list item."""
        self._marker = marker

    def open_block(self, kind: BlockKind, level: int = 1) -> None:
        """A block begins with the next words; one around it, which is no quote, pauses."""
        self._pause()
        self._open.append([kind, level, -1, len(self._quotes)])

    def close_block(self) -> None:
        """The block opened last ends with the words before."""
        self._pause()
        self._open.pop()
        self._marker = ""

    def open_quote(self) -> None:
        """A quote begins with the next words, inside those that are open."""
        self._pause()
        self._quotes.append(-1)
        self._unbegun += 1

    def close_quote(self) -> None:
        """The quote opened last ends with the words before."""
        self._pause()
        level, start = len(self._quotes), self._quotes.pop()
        if self._unbegun:
            self._unbegun -= 1
        else:
            self._blocks.append(Block(BlockKind.QUOTE, start, self.length, level))

    def open_link(self, url: str | None) -> None:
        """A link begins with the next words; None leads nowhere."""
        if self.url is not None:
            self._end_link()
        self.url = url

    def close_link(self) -> None:
        """The link under way ends with the words before."""
        if self.url is not None:
            self._end_link()
            self.url = None

    def media(self, lead: str, caption: Cell, url: str | None) -> None:
        """A line that stands for a picture, sound or film. A link around it is its own, and goes before ``url``.

        Where the caption has links, only the sign leads to the picture.
        """
        self._end_link()
        self.end()
        self._pause()
        marker, self._marker = self._marker, ""
        self._begin(leaf=False)
        self._marker = marker
        start = self.length
        self._put(f"{PLACEHOLDER} {lead}")
        words = self.length
        self._put(caption.text)
        self.last_caption = caption.text
        self._blocks.append(Block(BlockKind.MEDIA, start, self.length))
        address = self.url or url
        if address is not None:
            self._links.append(Link(start, start + 1 if caption.links else self.length, address))
        self._links.extend(Link(words + link.start, words + link.end, link.url) for link in caption.links)
        self.end()

    def rows(self, lines: list[str], links: list[Link]) -> None:
        """A table's lines as they are, with links whose spans count from the first of them."""
        self._end_link()
        self.end()
        self.open_block(BlockKind.TABLE)
        self._begin()
        start = self.length
        self._put("\n".join(lines))
        self._links.extend(Link(start + link.start, start + link.end, link.url) for link in links)
        self.close_block()
        self.end()

    def finish(self) -> tuple[str, Layout]:
        """The text and its layout."""
        self.close_link()
        self._pause()
        self._blocks.sort(key=lambda block: (block.start, -block.end, block.level))
        return "".join(self._parts), Layout(tuple(self._blocks), tuple(self._links))

    def _hold(self, blank: str) -> None:
        if self._blank.endswith(" ") and blank.startswith(" "):
            blank = blank[1:]
        self._blank += blank

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self.length += len(text)

    def _begin(self, *, leaf: bool = True) -> None:
        if self.length:
            self._put(" " if self.flat else "\n" * self._gap)
        self._gap = 0
        self._blank = ""
        if self._unbegun:
            self._quotes[-self._unbegun :] = [self.length] * self._unbegun
            self._unbegun = 0
        if leaf and self._open:
            block = self._open[-1]
            if block[2] < 0 and block[3] == len(self._quotes):
                block[2] = self.length
        if self._marker:
            self._put(self._marker)
            self._marker = ""

    def _end_link(self) -> None:
        if self.url is not None and 0 <= self._from < self.length:
            self._links.append(Link(self._from, self.length, self.url))
        self._from = -1

    def _pause(self) -> None:
        """The innermost block ends here; should more words of it follow, they are another."""
        if self._open:
            kind, level, start, _ = block = self._open[-1]
            if 0 <= start < self.length:
                self._blocks.append(Block(kind, start, self.length, level))
            block[2] = -1
