"""Capitalised words inside what is said, by how they sound: names that no list knows, the same in every language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from reader.analysis.comparison.doings import times_of
from reader.analysis.numbers.grammar import grammar_of
from reader.analysis.story_board.spelling import sound
from reader.domain.span import Span, overlaps

if TYPE_CHECKING:
    from reader.languages.pack import Pack


_NAME = re.compile(r"(?<=\w[ ’'-])[^\W\d_a-z][\w-]{3,}")  # in the middle of a sentence


def sounds_in(text: str, spans: Iterable[Span], apart: Sequence[Span], pack: Pack) -> Iterator[str]:
    """How the names sound that stand in ``spans``, outside those ``apart``."""
    times = times_of(grammar_of(pack.numbers))
    for start, end in spans:
        for match in _NAME.finditer(text, start, end):
            if (
                match[0][0].isupper()
                and match[0].lower() not in times
                and not any(overlaps(match.span(), other) for other in apart)
            ):
                heard = sound(match[0], pack)
                if heard:
                    yield heard
