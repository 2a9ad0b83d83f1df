"""How highlights and notes look: a ground and a sign for each colour, a sign for a note. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reader.domain.annotation import Annotation
from reader.domain.colour import Colour
from reader.domain.span import Span
from reader.ui.highlight import Mark
from reader.ui.page_looks import HIGHLIGHT_SIGNS, HIGHLIGHTS, NOTE_SIGN, OVERLAP

SIGNS: Mapping[Colour, str] = {
    Colour.YELLOW: "□",
    Colour.GREEN: "△",
    Colour.BLUE: "▽",
    Colour.PINK: "◇",
    Colour.ORANGE: "▷",
}
"""What stands for each colour where colour cannot."""

NOTE = "¶"
"""What stands for a note."""

Sign = tuple[str, str]
"""A sign and its component class."""


def sign_of(annotation: Annotation) -> Sign:
    """What stands beside the words of an annotation: a note's sign, in the colour there is."""
    if annotation.colour is None:
        return NOTE, NOTE_SIGN
    return (NOTE if annotation.body else SIGNS[annotation.colour]), HIGHLIGHT_SIGNS[annotation.colour]


def highlight_marks(placed: Iterable[tuple[Span, Annotation]]) -> list[Mark]:
    """The grounds, the shorter above the longer that begins with it; where some lie over one another, that too."""
    coloured = [(span, note.colour) for span, note in placed if note.colour is not None]
    coloured.sort(key=lambda item: (item[0][0], -item[0][1]))
    marks: list[Mark] = [(span, (HIGHLIGHTS[colour],)) for span, colour in coloured]
    return [*marks, *((span, (OVERLAP,)) for span in overlaps([span for span, _ in coloured]))]


def highlight_signs(placed: Iterable[tuple[Span, Annotation]]) -> list[tuple[Span, Sign]]:
    """The signs; those of notes first, as there may be room for one only."""
    return [(span, sign_of(note)) for span, note in sorted(placed, key=lambda item: not item[1].body)]


def overlaps(spans: Sequence[Span]) -> Iterator[Span]:
    """The stretches that two or more of these spans share; ``spans`` in the order of their starts."""
    reach, told = 0, 0
    for start, end in spans:
        first, last = max(start, told), min(end, reach)
        if first < last:
            yield (first, last)
            told = last
        reach = max(reach, end)
