"""Numbers of a story that can be lined up: what each counts, who gives it, where and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from reader.analysis.comparison.counted_keys import CountKey, among_whom, end_of_counted, shared_key
from reader.analysis.comparison.doings import Doing, doing_of, number_with_noun
from reader.analysis.comparison.figure_verdicts import NARRATOR, NOBODY
from reader.analysis.numbers.grammar import Grammar
from reader.analysis.story_board.kept import kept
from reader.analysis.story_board.parts import Carrier
from reader.analysis.story_board.said import Said, Telling
from reader.analysis.story_board.same import Shared
from reader.analysis.story_board.settings import Setting, setting_of
from reader.analysis.text.normal import normalise
from reader.domain.comparison import FigureRow
from reader.domain.own_words import number_spans
from reader.domain.quantity import Quantity
from reader.domain.span import Span

NARRATION = "narration"
_PERSON = "person"
_AROUND = 80  # code points around a number in which the words stand that tell what it counts

FLEETING = ("", "group", "person")
"""Kinds of parties that do not last: a mayor, witnesses, residents."""


@dataclass(eq=False)
class Count:
    """A number where one article gives it. ``said`` is the statement of the story that holds it, ``here`` what the
    article has of it, both None where the article tells it itself. ``voice`` tells speakers apart; ``side`` is the
    party whose things are counted; ``lined_up`` numbers the figure of its article it is in.
    """

    telling: Telling
    quantity: Quantity
    key: CountKey
    said: Shared | None
    here: Said | None
    party: str | None
    voice: str
    speaker: str
    side: str | None
    lined_up: int

    @kept
    def setting(self) -> Setting:
        """Where and when the things are that it counts."""
        return setting_of(self.telling, self.quantity)

    @kept
    def doing(self) -> Doing | None:
        """What happens to what is counted, where no event of the pack tells it."""
        first, last = number_with_noun(self.quantity)
        start = max(0, first - _AROUND)
        words = self.telling.piece.source.text[start : last + _AROUND]
        begin = self.here.own.content[0][0] - start if self.here else -start
        return _kept_doing(self.telling.grammar, words, (first - start, last - start), max(begin, -1))

    @property
    def runs(self) -> bool:
        """Whether more of what it counts becomes known with each hour."""
        running = self.telling.grammar.rules.comparing.running
        return self.key.event in running or self.key.noun in running

    @property
    def lasts(self) -> bool:
        """Whether it stands until the speaker gives another: a state's or an organisation's does."""
        return self.party is not None and self.telling.cast.kind(self.party) not in FLEETING

    @kept
    def dated(self) -> str:
        """When it was given: the article's date, or that of a later version."""
        source = self.telling.piece.source
        return self.telling.since.given(self.quantity.span) if source.versions else source.dated

    @kept
    def order(self) -> tuple[str, int, int]:
        """Tells what was given first."""
        return self.dated, self.telling.piece.source.article_id, self.quantity.span[0]

    @property
    def id(self) -> str:
        """The number's id in the story's analysis."""
        return self.telling.piece.id(self.quantity.id)

    @kept
    def carrier(self) -> Carrier:
        """Where it stands: the statement, else the number with what it counts."""
        if self.here is not None:
            return replace(self.here.carrier, dated=self.dated)
        source = self.telling.piece.source
        spans = number_spans(source.text, self.quantity)
        near: Span = next((span for span in spans if span[0] <= self.quantity.span[0] < span[1]), self.quantity.span)
        return Carrier(source.article_id, "", near, source.outlet, self.dated, source.language)


def counts(tellings: Iterable[Telling], said: Mapping[str, Said], shared: Mapping[str, Shared]) -> list[Count]:
    """The numbers that the articles' own figures hold, in order of time. ``said`` and ``shared`` are by the id a
    statement has in the story."""
    return [count for telling in tellings for count in _of(telling, said, shared)]


def _of(telling: Telling, said: Mapping[str, Said], shared: Mapping[str, Shared]) -> Iterator[Count]:
    figures = telling.piece.source.analysis.comparison.figures
    if not figures:
        return
    for number, figure in enumerate(figures):
        keys = {row.quantity: _key(telling, row.quantity) for row in figure.rows if row.quantity in telling.quantities}
        noun = next((key.noun for key in keys.values() if key.noun), "")
        for row in figure.rows:
            if (key := keys.get(row.quantity)) is None:
                continue
            noun_here = key.noun or noun or (_PERSON if key.event else "")
            here = said.get(telling.piece.id(row.statement or ""))
            yield _count(telling, key._replace(noun=noun_here), row, number, here, shared)


def _key(telling: Telling, id: str) -> CountKey:
    quantity = telling.quantities[id]
    share = quantity.value is not None and 0 < quantity.value < 1
    plain = _Plain(quantity, share)
    key = _kept_key(telling.grammar, telling.piece.language, plain, "")
    if key.noun:
        return key
    end = end_of_counted(quantity)
    among = _kept_among(telling.grammar, telling.piece.source.text[end : end + _AROUND])
    return _kept_key(telling.grammar, telling.piece.language, plain, among) if among else key


@lru_cache(maxsize=8192)
def _kept_among(grammar: Grammar, behind: str) -> str:
    """Those of whom a number counts some, by what stands behind it."""
    return among_whom(grammar, normalise(behind), 0)


class _Plain:
    """A number by what its key is made of, so that each phrase is read once."""

    def __init__(self, quantity: Quantity, share: bool) -> None:
        self.quantity = quantity
        self._told = (quantity.kind, quantity.unit, quantity.counted, share)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Plain) and self._told == other._told

    def __hash__(self) -> int:
        return hash(self._told)


@lru_cache(maxsize=8192)
def _kept_key(grammar: Grammar, language: str, plain: _Plain, among: str) -> CountKey:
    key, everywhere = shared_key(grammar, plain.quantity, among)
    return key if everywhere else key._replace(noun=f"{language}:{key.noun}")


def _count(
    telling: Telling,
    key: CountKey,
    row: FigureRow,
    number: int,
    here: Said | None,
    shared: Mapping[str, Shared],
) -> Count:
    quantity = telling.quantities[row.quantity]
    party, voice, speaker = _speaker(telling, here)
    side = row.side or quantity.party
    return Count(
        telling=telling,
        quantity=quantity,
        key=key,
        said=None if here is None else shared[here.id],
        here=here,
        party=party,
        voice=voice,
        speaker=speaker,
        side=telling.cast.party_of.get((telling.piece.at, side), side) if side else None,
        lined_up=number,
    )


@lru_cache(maxsize=8192)
def _kept_doing(grammar: Grammar, words: str, number: Span, begin: int) -> Doing | None:
    """What happens to what a number counts, read once of a text that several articles have; ``begin`` is where what is
    said begins."""
    return doing_of(grammar, normalise(words), number, begin)


def _speaker(telling: Telling, here: Said | None) -> tuple[str | None, str, str]:
    """The party that gives a number, what tells the speaker apart, and the speaker's name."""
    if here is None:
        return None, NARRATION, NARRATOR
    if here.parties:
        party = here.parties[0]
        return party, f"party {party}", telling.cast.name(party)
    source = here.own.source
    words = " ".join(telling.piece.source.text[source[0] : source[1]].split()) if source else ""
    if here.speakers:
        return None, f"actor {here.speakers[0]}", words or telling.cast.actor_name(here.speakers[0])
    if not words:
        return None, f"statement {here.id}", NOBODY
    return None, f"source {telling.piece.language} {telling.plain_name(words)}", words
