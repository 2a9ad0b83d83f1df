"""The words of a text as the comparison needs them: by their letters alone, so that no language model is asked.

A stored analysis can then be compared again, after a correction, from its text and the pack.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property

from reader.analysis.numbers.grammar import Grammar
from reader.analysis.numbers.phrases import all_words
from reader.analysis.text.parsed import Parsed
from reader.domain.span import Span
from reader.domain.statement import Statement

_WORD = re.compile(r"\w+'?|[^\w\s]")
_LONG = 4  # letters: a shorter word says too little, and no ending is taken off down to less
_SHARED = 2
_FEW_WORDS = 6


class Wording:
    """The words, stems and sentences of a parse, the same for a full and a light one."""

    def __init__(self, parsed: Parsed, grammar: Grammar) -> None:
        self.parsed = parsed
        self.grammar = grammar
        self._stems: dict[tuple[Span, ...], frozenset[str]] = {}

    def words(self, span: Span) -> list[str]:
        """The words and signs that lie in a span, in lower case with plain apostrophes."""
        return [match.group().lower() for match in _WORD.finditer(self.parsed.normal, *span)]

    def denies(self, statement: Statement) -> bool:
        """Whether a statement is little more than a phrase that calls something untrue: "That is false"."""
        words = [word for span in statement.content for word in all_words(self.parsed.normal, *span)]
        told = [word for word in words if word.text[0].isalpha()]
        if not 0 < len(told) <= _FEW_WORDS:
            return False
        return bool(self.grammar.denying.within(words)) or self.grammar.opening_denials.first(told) is not None

    def replies(self, statement: Statement) -> bool:
        """Whether a statement's cue tells that it answers: "retorted"."""
        return statement.cue is not None and bool(
            self.grammar.replies.within(all_words(self.parsed.normal, *statement.cue))
        )

    def stems(self, statement: Statement) -> frozenset[str]:
        """The words of the content that carry meaning, without their endings."""
        found = self._stems.get(statement.content)
        if found is None:
            found = stems_in(self.grammar, (self.parsed.normal[start:end] for start, end in statement.content))
            self._stems[statement.content] = found
        return found

    def shared(self, one: Statement, other: Statement) -> int:
        """How many words that carry meaning two contents have in common."""
        return len(self.stems(one) & self.stems(other))

    def say_the_same(self, one: Statement, other: Statement) -> bool:
        """Whether half of the words of the shorter content, and at least two, are in the other one too."""
        shared = self.shared(one, other)
        return shared >= _SHARED and shared * 2 >= min(len(self.stems(one)), len(self.stems(other)))

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that holds a code point, or of the last one before it; -1 before the first."""
        return bisect_right(self._starts, offset) - 1

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.span[0] for sentence in self.parsed.sentences]


def stems_in(grammar: Grammar, said: Iterable[str]) -> frozenset[str]:
    """The words that carry meaning in normalised pieces of text, without their endings."""
    words = (match.group().lower() for piece in said for match in _WORD.finditer(piece))
    return frozenset(stem(grammar, word) for word in words if carries_meaning(grammar, word))


def carries_meaning(grammar: Grammar, word: str) -> bool:
    """Whether a word says something of its subject: a longer one that is none of the pack's plain words."""
    return len(word) >= _LONG and word[0].isalpha() and word not in grammar.plain_words


def stem(grammar: Grammar, word: str) -> str:
    """A word without its ending."""
    for ending in grammar.word_endings:
        if word.endswith(ending) and len(word) - len(ending) >= _LONG:
            return word[: -len(ending)]
    return word
