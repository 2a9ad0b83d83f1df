"""Words of an article as they are given out: in one piece, in quotation marks."""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import category

from reader.domain.own_words import GAP
from reader.domain.plain_text import clean_line, mask_text


def marked(words: str) -> str:
    """The words in quotation marks, as they are where they begin with one."""
    return words if words[:1] == '"' or (words and category(words[0]) == "Pi") else f"“{words}”"


def on_one_line(pieces: Iterable[str]) -> str:
    """The words on one line, " […] " between the pieces."""
    return GAP.join(clean_line(piece) for piece in pieces)


def as_they_stand(pieces: Iterable[str]) -> str:
    """The words as they stand in the article, with nothing a screen could obey, " […] " between the pieces."""
    return GAP.join(mask_text(piece) for piece in pieces)
