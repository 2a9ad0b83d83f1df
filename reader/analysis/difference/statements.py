"""Statements that came, went or became others between two versions of a text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from reader.analysis.board.labels import act_label
from reader.analysis.difference.alignment import likeness
from reader.analysis.difference.passages import words_of
from reader.analysis.difference.touched import Touched
from reader.domain.analysis import Analysis
from reader.domain.difference import Change, StatementChange
from reader.domain.own_words import own_words
from reader.domain.span import Span
from reader.domain.statement import Statement

ALIKE = 0.5
"""How much of their words two statements must share for one to have become the other."""

SURE = 0.75
"""The same where neither the speaker nor the act is the same."""

LONG = 4
"""Letters of a word that says something by itself."""

COMMON = 40
"""A word of so many statements is no reason to compare them."""


@dataclass(frozen=True)
class _Told:
    """A statement with what it is recognised by."""

    statement: Statement
    text: str
    names: dict[str, str]

    @cached_property
    def words(self) -> str:
        return own_words(self.text, self.statement.content)

    @cached_property
    def bag(self) -> frozenset[str]:
        """Its words; where there are longer ones, without the short ones, which any two statements share."""
        words = {w.casefold() for span in self.statement.content for w in words_of(self.text, span)}
        return frozenset(w for w in words if len(w) >= LONG or w[0].isdigit()) or frozenset(words)

    @cached_property
    def who(self) -> tuple[str, ...]:
        """Its parties, else its source in the text's words."""
        if self.statement.parties:
            return tuple(self.names.get(party, party) for party in self.statement.parties)
        source = self.statement.source
        return (" ".join(self.text[source[0] : source[1]].split()),) if source else ()

    @property
    def act(self) -> str:
        return act_label(self.statement)

    @property
    def targets(self) -> tuple[str, ...]:
        return tuple(self.names.get(party, party) for party in self.statement.targets)

    @property
    def places(self) -> list[Span]:
        spans = (self.statement.source, self.statement.cue, *self.statement.content)
        return [span for span in spans if span is not None]


def statement_changes(
    old_text: str, old: Analysis, new_text: str, new: Analysis, touched: Touched
) -> tuple[StatementChange, ...]:
    """The statements that are others now, in order of place in the new text; those that went stand last."""
    before, after = _apart(_told(old_text, old), _told(new_text, new))
    before = [told for told in before if touched.old(told.places)]
    after = [told for told in after if touched.new(told.places)]
    became = _pairs(before, after)
    changes = []
    for n, told in enumerate(after):
        earlier = before[became[n]].words if n in became else None
        change = Change.ADDED if earlier is None else Change.ALTERED
        changes.append(StatementChange(change, told.who, told.act, told.targets, earlier, told.words))
    for n in sorted(set(range(len(before))) - set(became.values())):
        told = before[n]
        changes.append(StatementChange(Change.REMOVED, told.who, told.act, told.targets, told.words, None))
    return tuple(changes)


def _told(text: str, analysis: Analysis) -> list[_Told]:
    names = {party.id: party.name for party in analysis.parties}
    return [_Told(statement, text, names) for statement in analysis.statements]


def _apart(old: list[_Told], new: list[_Told]) -> tuple[list[_Told], list[_Told]]:
    """Those that are in one of the texts only: other words, another speaker or another act."""
    shared = Counter(map(_key, old)) & Counter(map(_key, new))
    left = []
    for side in (old, new):
        counts = Counter(shared)
        rest = []
        for told in side:
            if counts[_key(told)] > 0:
                counts[_key(told)] -= 1
            else:
                rest.append(told)
        left.append(rest)
    return left[0], left[1]


def _key(told: _Told) -> tuple[str, tuple[str, ...], str]:
    return told.words.casefold(), tuple(who.casefold() for who in told.who), told.act


def _pairs(old: Sequence[_Told], new: Sequence[_Told]) -> dict[int, int]:
    """Which statement of the old text became which of the new one, the most alike first."""
    with_word: dict[str, list[int]] = defaultdict(list)
    for i, told in enumerate(old):
        for word in told.bag:
            with_word[word].append(i)
    found = []
    for j, told in enumerate(new):
        near = {i for word in told.bag if len(with_word.get(word, ())) <= COMMON for i in with_word.get(word, ())}
        for i in near:
            same_who, same_act = old[i].who == told.who, old[i].act == told.act
            alike = likeness(old[i].bag, told.bag)
            if alike >= (ALIKE if same_who or same_act else SURE):
                score = alike + 0.2 * same_who + 0.1 * same_act
                found.append((-score, abs(i - j), i, j))
    became: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(found):
        if i not in taken and j not in became:
            taken.add(i)
            became[j] = i
    return became
