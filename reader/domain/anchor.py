"""Where words stand in a text, kept so that they are found again after the text changed."""

from __future__ import annotations

from dataclasses import dataclass

from reader.domain.article import hash_text
from reader.domain.span import Span

CONTEXT = 32  # code points kept on either side of the words an anchor points at


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where words stand, kept so that they are found again after the text or the analysis changed.

    ``exact`` are the words, ``prefix`` and ``suffix`` what stands before and behind them (a W3C TextQuoteSelector),
    ``start`` the code point at which they begin (a TextPositionSelector) in the text with ``text_hash``.
    """

    exact: str
    prefix: str
    suffix: str
    start: int
    text_hash: str

    @property
    def span(self) -> Span:
        """The words' span in the text with ``text_hash``."""
        return (self.start, self.start + len(self.exact))


def anchor_of(text: str, span: Span) -> Anchor:
    """The anchor of a span of ``text``."""
    start, end = span
    return Anchor(
        text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT], start, hash_text(text)
    )
