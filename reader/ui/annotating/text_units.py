"""The sentences and paragraphs of a text, as a person takes them into a selection."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from reader.domain.span import Span


@dataclass(frozen=True, slots=True)
class Units:
    """``sentences`` and ``paragraphs`` in the order of the text; none of them begins or ends with white space."""

    sentences: tuple[Span, ...]
    paragraphs: tuple[Span, ...]


def units(text: str, language: str) -> Units:
    """The units of a text by the rules of its language, or by those that hold in any. May take a while."""
    from reader.analysis.text.blocks import find_blocks
    from reader.analysis.text.normal import normalise
    from reader.analysis.text.parsed import BlockKind
    from reader.analysis.text.sentences import find_units
    from reader.languages.pack import load_pack

    rules = load_pack(language).text
    normal = normalise(text)
    blocks = find_blocks(normal, rules)
    sentences: list[Span] = []
    paragraphs: list[Span] = []
    begun: int | None = None
    for block in blocks:
        if block.kind is BlockKind.DATELINE:
            # "PARIS (AFP) –" is no paragraph to whoever reads it, nor a sentence: it begins both.
            begun = block.span[0]
            continue
        within = [_trimmed(text, unit) for unit in find_units(normal, block, rules)]
        within = [span for span in within if span[0] < span[1]]
        if begun is not None and within:
            within[0] = (begun, within[0][1])
        sentences += within
        paragraphs.append((block.span[0] if begun is None else begun, block.span[1]))
        begun = None
    return Units(tuple(sentences), tuple(paragraphs))


def taken_in(spans: Sequence[Span], chosen: Span, *, forward: bool) -> Span:
    """``chosen`` grown to the whole spans it touches; where it is that already, to the next one (``forward``) or the
    one before."""
    first = max(bisect_right(spans, chosen[0], key=lambda span: span[0]) - 1, 0)
    last = max(bisect_right(spans, chosen[1] - 1, key=lambda span: span[0]) - 1, first)
    if not spans:
        return chosen
    grown = (min(spans[first][0], chosen[0]), max(spans[last][1], chosen[1]))
    if grown != chosen:
        return grown
    if forward:
        return (grown[0], max(spans[min(last + 1, len(spans) - 1)][1], grown[1]))
    return (min(spans[max(first - 1, 0)][0], grown[0]), grown[1])


def _trimmed(text: str, span: Span) -> Span:
    words = text[span[0] : span[1]]
    start = span[0] + len(words) - len(words.lstrip())
    return (start, start + len(words.strip()))
