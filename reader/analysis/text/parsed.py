"""A text as the rules see it: blocks, quotations, sentences and tokens, whichever model (or none) made them.

Tokens carry Universal Dependencies labels in every language. In a light parse (no model) ``pos``, ``dep`` and ``ent``
are empty and every token is its own head, so that rules over the tree find nothing and surface rules still work.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from reader.domain.analysis import Level
from reader.domain.span import Span


class BlockKind(StrEnum):
    """What a stretch of the text is. Only BODY and BULLET hold statements."""

    BODY = "body"
    BULLET = "bullet"
    HEADING = "heading"
    DATELINE = "dateline"
    BYLINE = "byline"
    CAPTION = "caption"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or the part of one (a dateline) that is not running text. Blocks never overlap."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: ``span`` with its marks, ``depth`` 0 for the outermost, ``closed`` False where no mark ends it."""

    span: Span
    inner: Span
    depth: int
    closed: bool


@dataclass(frozen=True, slots=True)
class Token:
    """One token. ``norm`` is lower case with plain apostrophes and quotes; ``head`` an index into ``Parsed.tokens``;
    ``morph`` as in Universal Dependencies ("Gender=Masc|Number=Sing"); ``ent`` the model's entity label, a hint."""

    i: int
    start: int
    end: int
    text: str
    norm: str
    pos: str
    dep: str
    head: int
    morph: str
    ent: str
    sentence: int

    @property
    def span(self) -> Span:
        return (self.start, self.end)

    def feature(self, name: str) -> str | None:
        """The value of a morphological feature, or None."""
        for pair in self.morph.split("|"):
            key, _, value = pair.partition("=")
            if key == name:
                return value
        return None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its span, its tokens ``first`` up to but not including ``last``, and the index of its block."""

    span: Span
    first: int
    last: int
    block: int


@dataclass(frozen=True)
class Parsed:
    """The whole text. ``normal`` is as long as ``text``, with typographic characters replaced one for one."""

    text: str
    normal: str
    blocks: tuple[Block, ...]
    quotes: tuple[Quote, ...]
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    level: Level

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token the indices of the tokens it governs, in order of place."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                below[token.head].append(token.i)
        return tuple(tuple(ids) for ids in below)

    @cached_property
    def _starts(self) -> list[int]:
        return [t.start for t in self.tokens]

    def subtree(self, i: int) -> Iterator[Token]:
        """The token and everything below it, in no particular order."""
        stack = [i]
        while stack:
            at = stack.pop()
            yield self.tokens[at]
            stack.extend(self.children[at])

    def token_at(self, offset: int) -> Token | None:
        """The token that covers a code point, or None between tokens."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0 or offset >= self.tokens[at].end:
            return None
        return self.tokens[at]

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The tokens that lie wholly inside a span."""
        first = bisect_right(self._starts, span[0] - 1)
        last = bisect_right(self._starts, span[1] - 1)
        return tuple(t for t in self.tokens[first:last] if t.end <= span[1])

    def slice(self, span: Span) -> str:
        """The original words of a span."""
        return self.text[span[0] : span[1]]
