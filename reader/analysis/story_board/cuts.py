"""Shorter cuts of a quotation: all words of one statement stand in a row in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reader.analysis.story_board.said import Said

_RUN = 6  # words: fewer stand in another statement by chance


class Cuts:
    """Finds which statements are cuts of which, by runs of words of one language."""

    def __init__(self, every: Sequence[Said]) -> None:
        self._every = every
        self._starts: dict[tuple[str, tuple[str, ...]], list[tuple[int, int]]] = defaultdict(list)
        wanted = {(said.piece.language, said.words[:_RUN]) for said in every if len(said.words) >= _RUN}
        for at, said in enumerate(every):
            language, words = said.piece.language, said.words
            for start in range(len(words) - _RUN + 1):
                run = (language, words[start : start + _RUN])
                if run in wanted:
                    self._starts[run].append((at, start))

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Each cut with each longer statement of another article that it is a cut of."""
        for at, said in enumerate(self._every):
            words = said.words
            if len(words) < _RUN:
                continue
            for other, start in self._starts[said.piece.language, words[:_RUN]]:
                longer = self._every[other]
                if (
                    longer.piece is not said.piece
                    and len(longer.words) > len(words)
                    and longer.words[start : start + len(words)] == words
                    and not _told_otherwise(longer, start, start + len(words))
                ):
                    yield at, other


def _told_otherwise(longer: Said, start: int, end: int) -> bool:
    """Whether the sentences around a cut hold a negation or a number that the cut leaves out."""
    sentence = longer.sentences
    near = [
        word
        for at, word in enumerate(longer.words)
        if not start <= at < end and sentence[start] <= sentence[at] <= sentence[end - 1]
    ]
    return any(word[0].isdigit() or word in longer.telling.turning for word in near)
