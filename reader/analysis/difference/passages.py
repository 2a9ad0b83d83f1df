"""The paragraphs of two versions of a text, aligned; in those that became others, the words that came and went."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from reader.analysis.difference.alignment import pairs, runs
from reader.domain.difference import Change, Edit, Passage
from reader.domain.span import Span

LONG = 600
"""Paragraphs of more words than this are compared sentence by sentence first."""

ISLAND = 3
"""So few letters that stayed between words that did not are no hold for the eye: they came and went with them."""

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
_SENTENCE = re.compile(r"[^\n]+?(?:[.!?…][\"'”’»)\]]*(?=\s)|$)\s*")
_WORD = re.compile(r"[^\W_]+(?:[’'.,\u00a0\u202f-][^\W_]+)*|\S")


def passages(old: str, new: str) -> tuple[Passage, ...]:
    """How the paragraphs of ``old`` became those of ``new``, in the order of ``new``; blanks do not count."""
    return tuple(_Texts(old, new).passages())


def edits(old: str, new: str) -> tuple[Edit, ...]:
    """How the words of one line became those of another."""
    return tuple(_Texts(old, new).words((0, len(old)), (0, len(new))))


def words_of(text: str, span: Span) -> Iterator[str]:
    """The words and signs in a span of a text, as they are compared."""
    return (match[0] for match in _WORD.finditer(text, *span))


class _Texts:
    """Two texts; every span into both of them."""

    def __init__(self, old: str, new: str) -> None:
        self.old = old
        self.new = new

    def passages(self) -> Iterator[Passage]:
        olds, news = _spans(_PARAGRAPH, self.old), _spans(_PARAGRAPH, self.new)
        for one in self._aligned(olds, news, (0, 0)):
            if one.change is not Change.ALTERED:
                yield Passage(one.change, (one,))
                continue
            found = tuple(self._within(one.old, one.new))
            same = all(edit.change is Change.SAME for edit in found)
            yield Passage(Change.SAME if same else Change.ALTERED, found)

    def words(self, old: Span, new: Span) -> Iterator[Edit]:
        """The words that stayed, came and went in a stretch that became another."""
        olds, news = _tiles(self.old, old), _tiles(self.new, new)
        found = list(runs([self.old[a:b].strip() for a, b in olds], [self.new[a:b].strip() for a, b in news]))
        at_old, at_new = old[0], new[0]
        for is_same, i, j in _without_islands(
            found, lambda i: len(self.old[olds[i[0]][0] : olds[i[1] - 1][1]].strip())
        ):
            end_old = olds[i[1] - 1][1] if i[0] < i[1] else at_old
            end_new = news[j[1] - 1][1] if j[0] < j[1] else at_new
            if is_same:
                yield Edit(Change.SAME, (at_old, end_old), (at_new, end_new))
            else:
                if at_old < end_old:
                    yield Edit(Change.REMOVED, (at_old, end_old), (at_new, at_new))
                if at_new < end_new:
                    yield Edit(Change.ADDED, (end_old, end_old), (at_new, end_new))
            at_old, at_new = end_old, end_new

    def _within(self, old: Span, new: Span) -> Iterator[Edit]:
        if max(_count(self.old, old), _count(self.new, new)) <= LONG:
            yield from self.words(old, new)
            return
        olds, news = _spans(_SENTENCE, self.old, old), _spans(_SENTENCE, self.new, new)
        for one in self._aligned(olds, news, (old[0], new[0])):
            if one.change is Change.ALTERED:
                yield from self.words(one.old, one.new)
            else:
                yield one

    def _aligned(self, olds: Sequence[Span], news: Sequence[Span], at: tuple[int, int]) -> Iterator[Edit]:
        """What became of each of the spans: an edit of SAME, ADDED, REMOVED or, where it became another, ALTERED."""
        at_old, at_new = at
        found = runs([_line(self.old, span) for span in olds], [_line(self.new, span) for span in news])
        for is_same, (i1, i2), (j1, j2) in found:
            if is_same:
                both = list(zip(range(i1, i2), range(j1, j2), strict=True))
            else:
                bags = [_bag(self.old, span) for span in olds[i1:i2]], [_bag(self.new, span) for span in news[j1:j2]]
                both = [(i + i1, j + j1) for i, j in pairs(*bags)]
            i, j = i1, j1
            for next_i, next_j in (*both, (i2, j2)):
                for span in olds[i:next_i]:
                    yield Edit(Change.REMOVED, span, (at_new, at_new))
                    at_old = span[1]
                for span in news[j:next_j]:
                    yield Edit(Change.ADDED, (at_old, at_old), span)
                    at_new = span[1]
                if next_i < i2 and next_j < j2:
                    yield Edit(Change.SAME if is_same else Change.ALTERED, olds[next_i], news[next_j])
                    at_old, at_new = olds[next_i][1], news[next_j][1]
                i, j = next_i + 1, next_j + 1


Run = tuple[bool, Span, Span]


def _without_islands(found: Sequence[Run], letters: Callable[[Span], int]) -> Iterator[Run]:
    """Runs in turn equal and not, with the smallest equal ones between two others made part of them."""
    held: Run | None = None
    for n, (is_same, i, j) in enumerate(found):
        if is_same and 0 < n < len(found) - 1 and letters(i) <= ISLAND:
            is_same = False
        if held is not None and held[0] == is_same:
            held = (is_same, (held[1][0], i[1]), (held[2][0], j[1]))
            continue
        if held is not None:
            yield held
        held = (is_same, i, j)
    if held is not None:
        yield held


def _spans(pattern: re.Pattern[str], text: str, within: Span | None = None) -> list[Span]:
    return [match.span() for match in pattern.finditer(text, *(within or (0, len(text))))]


def _tiles(text: str, span: Span) -> list[Span]:
    """The words of a span, each with the blanks after it, so that they cover it."""
    starts = [match.start() for match in _WORD.finditer(text, *span)]
    starts[:1] = [span[0]] if starts else []
    return list(zip(starts, [*starts[1:], span[1]], strict=True)) if starts else []


def _line(text: str, span: Span) -> str:
    return " ".join(text[span[0] : span[1]].split())


def _bag(text: str, span: Span) -> frozenset[str]:
    return frozenset(word.casefold() for word in words_of(text, span))


def _count(text: str, span: Span) -> int:
    return text.count(" ", *span) + 1
