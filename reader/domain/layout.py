"""How an article's plain text is built: which stretches are headings, lists, quotes, and where its links lead.

The text itself stays plain, so that every span into it means the same to the analysis, the screen and a note.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

PLACEHOLDER = "▣"
"""Begins a line that stands for something that is no text: a picture, a sound, a film."""

_PLACEHOLDER_LINE = re.compile(f"^{PLACEHOLDER}[^\n]*", re.MULTILINE)


class BlockKind(StrEnum):
    """What a stretch of lines is. A paragraph needs no block."""

    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"
    CODE = "code"
    TABLE = "table"
    MEDIA = "media"


class Block(NamedTuple):
    """Lines ``[start, end)`` of a kind; ``level`` is a heading's rank (1 to 6), an item's or quote's depth."""

    kind: BlockKind
    start: int
    end: int
    level: int = 1


class Link(NamedTuple):
    """Words ``[start, end)`` that lead to an absolute ``url`` (http, https or mailto)."""

    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True)
class Layout:
    """Blocks and links in order of place. Spans are code points of the text."""

    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()

    def to_json(self) -> str:
        """A compact line of JSON, the same for the same layout; empty where there is nothing to say."""
        if not self.blocks and not self.links:
            return ""
        content = {"b": [list(block) for block in self.blocks], "l": [list(link) for link in self.links]}
        return json.dumps(content, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, body: str, length: int) -> Layout:
        """The layout again for a text of ``length`` code points; what cannot be read or does not fit is left out."""
        if not body:
            return cls()
        try:
            content: dict[str, Any] = json.loads(body)
            blocks = tuple(Block(BlockKind(kind), *numbers) for kind, *numbers in content["b"])
            links = tuple(Link(start, end, url) for start, end, url in content["l"])
        except (ValueError, KeyError, TypeError):
            return cls()
        return cls(
            tuple(block for block in blocks if 0 <= block.start < block.end <= length),
            tuple(link for link in links if 0 <= link.start < link.end <= length),
        )


def prose(text: str) -> str:
    """``text`` with blanks in the place of placeholder lines, as long as ``text``: what the analysis reads."""
    if PLACEHOLDER not in text:
        return text
    return _PLACEHOLDER_LINE.sub(lambda line: " " * len(line[0]), text)
