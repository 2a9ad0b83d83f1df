"""Figures and statements that became others between two versions of an article."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from reader.analysis.difference.difference import difference
from reader.analysis.story_board.parts import Carrier, Change, ChangeKind, StoryText, Wording
from reader.analysis.story_board.said import Telling, words_of
from reader.domain import difference as told
from reader.domain.own_words import own_words
from reader.domain.span import Span

_Finder: TypeAlias = Callable[[Wording, str], tuple[str, Span]]


def altered(tellings: Sequence[Telling]) -> tuple[Change, ...]:
    """What was altered, in order of articles, what changed first first."""
    return tuple(change for telling in tellings if telling.piece.source.versions for change in _of(telling))


def _of(telling: Telling) -> Iterator[Change]:
    text = telling.piece.source
    # As the story calls them, which may be another language.
    names = {party.name: telling.cast.name(telling.parties((party.id,))[0]) for party in text.analysis.parties}
    wordings = [*reversed(text.versions), Wording(text.text, text.analysis, "")]
    for old, new in pairwise(wordings):
        found = difference(old.text, new.text, old.analysis, new.analysis)
        for figure in found.figures:
            if figure.change is told.Change.ALTERED and figure.before and figure.after:
                counted = f" ({figure.counted})" if figure.counted else ""
                why = f"A figure{counted} was altered in a new version: {figure.before} to {figure.after}."
                yield _change(text, old, new, figure.before, figure.after, why, _number)
        for statement in found.statements:
            if statement.change is not told.Change.ALTERED or not statement.before or not statement.after:
                continue
            if words_of(statement.before) != words_of(statement.after):
                by = f" by {', '.join(names.get(who, who) for who in statement.who)}" if statement.who else ""
                why = f"A statement{by} was altered in a new version."
                yield _change(text, old, new, statement.before, statement.after, why, _statement)


def _change(text: StoryText, old: Wording, new: Wording, was: str, now: str, why: str, find: _Finder) -> Change:
    before, after = find(old, was), find(new, now)
    return Change(
        kind=ChangeKind.ALTERED,
        party=None,
        speaker="",
        was=was,
        now=now,
        was_at=Carrier(text.article_id, before[0], before[1], text.outlet, text.dated, text.language),
        now_at=Carrier(text.article_id, after[0], after[1], text.outlet, old.replaced, text.language),
        why=why,
    )


def _number(wording: Wording, words: str) -> tuple[str, Span]:
    """The statement that holds a number, "" where none does, and where the number stands."""
    found = next((q for q in wording.analysis.quantities if " ".join(q.text.split()) == words), None)
    if found is None:
        return "", (0, 0)
    holding = next((s.id for s in wording.analysis.statements if found.id in s.quantities), "")
    return holding, found.span


def _statement(wording: Wording, words: str) -> tuple[str, Span]:
    """The statement with these words, and where they stand."""
    found = next((s for s in wording.analysis.statements if own_words(wording.text, s.content) == words), None)
    return ("", (0, 0)) if found is None else (found.id, (found.content[0][0], found.content[-1][1]))
