"""Numbers of a story that can be lined up: what each counts, who gives it, where and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reader.analysis.comparison.counted_keys import CountKey, shared_key
from reader.analysis.comparison.figure_verdicts import NARRATOR, NOBODY
from reader.analysis.numbers.phrases import words_before
from reader.analysis.story_board.parts import Carrier
from reader.analysis.story_board.said import Said, Telling
from reader.analysis.story_board.same import Shared
from reader.analysis.story_board.settings import Settings
from reader.domain.comparison import FigureRow
from reader.domain.own_words import number_spans
from reader.domain.quantity import Quantity
from reader.domain.span import Span

NARRATION = "narration"
_PERSON = "person"

FLEETING = ("", "group", "person")
"""Kinds of parties that do not last: a mayor, witnesses, residents."""


@dataclass(frozen=True, eq=False)
class Count:
    """A number where one article gives it. ``said`` is the statement of the story that holds it, None where the article
    tells it itself. ``voice`` tells speakers apart; ``lasts`` is True for a party's, whose number stands until it gives
    another. ``place`` is (what tells places apart, whether it is a whole state), None where the text names none;
    ``years`` those named beside it that are not the article's own; ``part`` where it counts a part of something;
    ``lined_up`` numbers the figure of its article it is in."""

    telling: Telling
    quantity: Quantity
    key: CountKey
    said: Shared | None
    here: Said | None
    party: str | None
    voice: str
    speaker: str
    side: str | None
    place: tuple[str, bool] | None
    years: frozenset[str]
    part: bool
    lined_up: int

    @property
    def lasts(self) -> bool:
        return self.party is not None and self.telling.cast.kind(self.party) not in FLEETING

    @property
    def order(self) -> tuple[str, int, int]:
        """Tells what was given first."""
        source = self.telling.piece.source
        return source.dated, source.article_id, self.quantity.span[0]

    @property
    def id(self) -> str:
        """The number's id in the story's analysis."""
        return self.telling.piece.id(self.quantity.id)

    @property
    def carrier(self) -> Carrier:
        """Where it stands: the statement, else the number with what it counts."""
        if self.here is not None:
            return self.here.carrier
        source = self.telling.piece.source
        spans = number_spans(source.text, self.quantity)
        near: Span = next((span for span in spans if span[0] <= self.quantity.span[0] < span[1]), self.quantity.span)
        return Carrier(source.article_id, "", near, source.outlet, source.dated, source.language)


def counts(tellings: Iterable[Telling], said: Mapping[str, Said], shared: Mapping[str, Shared]) -> list[Count]:
    """The numbers that the articles' own figures hold, in order of time. ``said`` and ``shared`` are by the id a
    statement has in the story."""
    return [count for telling in tellings for count in _of(telling, said, shared)]


def _of(telling: Telling, said: Mapping[str, Said], shared: Mapping[str, Shared]) -> Iterator[Count]:
    figures = telling.piece.source.analysis.comparison.figures
    if not figures:
        return
    settings = Settings(telling, [row.quantity for figure in figures for row in figure.rows])
    for number, figure in enumerate(figures):
        keys = {row.quantity: _key(telling, row.quantity) for row in figure.rows if row.quantity in telling.quantities}
        noun = next((key.noun for key in keys.values() if key.noun), "")
        for row in figure.rows:
            if (key := keys.get(row.quantity)) is None:
                continue
            noun_here = key.noun or noun or (_PERSON if key.event else "")
            here = said.get(telling.piece.id(row.statement or ""))
            yield _count(telling, key._replace(noun=noun_here), row, number, here, shared, settings)


def _key(telling: Telling, id: str) -> CountKey:
    key, everywhere = shared_key(telling.wording.grammar, telling.quantities[id])
    return key if everywhere else key._replace(noun=f"{telling.piece.language}:{key.noun}")


def _count(
    telling: Telling,
    key: CountKey,
    row: FigureRow,
    number: int,
    here: Said | None,
    shared: Mapping[str, Shared],
    settings: Settings,
) -> Count:
    quantity = telling.quantities[row.quantity]
    party, voice, speaker = _speaker(telling, here)
    before = words_before(telling.wording.parsed.normal, quantity.span[0])
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
        place=settings.place(quantity),
        years=settings.years(quantity),
        part=telling.wording.grammar.part_words.last(before) is not None,
        lined_up=number,
    )


def _speaker(telling: Telling, here: Said | None) -> tuple[str | None, str, str]:
    """The party that gives a number, what tells the speaker apart, and the speaker's name."""
    if here is None:
        return None, NARRATION, NARRATOR
    if here.moved.parties:
        party = here.moved.parties[0]
        return party, f"party {party}", telling.cast.name(party)
    source = here.own.source
    words = " ".join(telling.piece.source.text[source[0] : source[1]].split()) if source else ""
    if here.moved.speakers:
        return None, f"actor {here.moved.speakers[0]}", words or telling.cast.actor_name(here.moved.speakers[0])
    if not words:
        return None, f"statement {here.id}", NOBODY
    return None, f"source {telling.piece.language} {telling.plain_name(words)}", words
