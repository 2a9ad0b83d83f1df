"""Words of an article as they are given out: in one piece, in quotation marks."""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import category

from reader.domain.own_words import GAP
from reader.domain.plain_text import clean_line, mask_text

_ENDS = {"«": "»", "“": "”", '"': '"'}  # an apostrophe can be the end of a single one


def marked(words: str) -> str:
    """The words in quotation marks; as they are where they stand in some already, which end with them."""
    words = words.rstrip()
    quoted = words[:1] == '"' or (words != "" and category(words[0]) == "Pi")
    return words if quoted and (GAP in words or _ends_last(words)) else f"“{words}”"


def _ends_last(words: str) -> bool:
    """Whether the quotation that the words begin with ends with them, or never."""
    begin, end = words[0], _ENDS.get(words[0], "")
    if begin == end:
        return words.find(end, 1) in (-1, len(words) - 1)
    depth = 0
    for at, sign in enumerate(words if end else ""):
        depth += (sign == begin) - (sign == end)
        if depth == 0:
            return at == len(words) - 1
    return True


def on_one_line(pieces: Iterable[str]) -> str:
    """The words on one line, " […] " between the pieces."""
    return GAP.join(clean_line(piece) for piece in pieces)


def as_they_stand(pieces: Iterable[str]) -> str:
    """The words as they stand in the article, with nothing a screen could obey, " […] " between the pieces."""
    return GAP.join(mask_text(piece) for piece in pieces)
