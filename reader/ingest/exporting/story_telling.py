"""From an opened story to what is given out of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reader.analysis.board.labels import NARRATOR, UNATTRIBUTED
from reader.analysis.story_board.parts import Outlet, Point, StoryBoard, StoryFigure
from reader.domain.confidence import Strictness
from reader.domain.correction import Correction
from reader.domain.folding import fold
from reader.domain.plain_text import clean_line
from reader.domain.story import Story
from reader.ingest.exporting.story_answers import answering
from reader.ingest.exporting.story_by_hand import TitleOf, story_by_hand
from reader.ingest.exporting.story_made import story_made
from reader.ingest.exporting.story_quoted import numbers, speaking
from reader.ingest.exporting.story_sources import Sources
from reader.ingest.exporting.story_told import ChangeTold, Count, Event, Number, OutletTold, StoryTold


def tell_story(
    story: Story,
    board: StoryBoard,
    language: str,
    *,
    corrections: Iterable[Correction] = (),
    level: Strictness = Strictness.NORMAL,
    title_of: TitleOf = str,
    language_name: str = "",
) -> StoryTold:
    """The story as ``board`` arranges it. ``corrections`` are laid over the board already; ``title_of`` names articles
    that left the story; ``language_name`` is what ``language`` is called in English."""
    sources = Sources(story.members, board)
    telling = _Telling(board, sources)
    heard = speaking(board, sources)
    return StoryTold(
        story,
        language,
        sources.all,
        tuple(answering(board.board, heard)),
        heard,
        tuple(map(clean_line, board.board.unheard)),
        tuple(map(telling.count, board.figures)),
        tuple(telling.timeline()),
        tuple(map(telling.outlet, board.outlets)),
        tuple(telling.changes()),
        tuple(story_by_hand(story, sources.all, corrections, title_of)),
        tuple(story_made(sources.all, level, language_name or language)),
    )


class _Telling:
    def __init__(self, board: StoryBoard, sources: Sources) -> None:
        self._board = board
        self._sources = sources
        self._numbers = numbers(board.board)
        self._names = {party.id: clean_line(party.name) for party in board.analysis.parties}

    def count(self, figure: StoryFigure) -> Count:
        numbers = tuple(_alike(self._number(point) for point in figure.points))
        languages = {carrier.language for point in figure.points for carrier in point.carriers}
        language = languages.pop() if len(languages) == 1 else "und"
        return Count(clean_line(figure.counted), language, figure.trend, clean_line(figure.why), numbers)

    def timeline(self) -> Iterator[Event]:
        for moment in self._board.timeline:
            source = self._sources.of(moment.article_id)
            if source is not None:
                speaker, act, number = "", "", None
                if moment.statement is not None:
                    card = self._board.board.cards.get(moment.statement)
                    speaker = self._sides(moment.statement, moment.party) or clean_line(moment.speaker) or "somebody"
                    act = card.act if card is not None else ""
                    number = self._numbers.get(moment.statement)
                words = clean_line(moment.words)
                yield Event(moment.dated, source, words, moment.language, speaker, act, number)

    def outlet(self, outlet: Outlet) -> OutletTold:
        texts = {text.article_id: text.text for text in self._board.texts}
        cites = (
            (clean_line(cited.outlet), clean_line(texts[cited.article_id][slice(*cited.span)]))
            for cited in outlet.cites
            if cited.article_id in texts
        )
        return OutletTold(
            clean_line(outlet.name) or "unnamed",
            outlet.languages,
            tuple(source for id in outlet.articles if (source := self._sources.of(id)) is not None),
            tuple((self._name(id) or id, count) for id, count in outlet.quoted),
            tuple(self._name(id) or id for id in outlet.unheard),
            tuple(self._name(id) or id for id in outlet.alone),
            tuple(dict.fromkeys(cites)),
            tuple(map(clean_line, outlet.agencies)),
        )

    def changes(self) -> Iterator[ChangeTold]:
        for change in self._board.changes:
            yield ChangeTold(
                change.kind,
                self._name(change.party) or clean_line(change.speaker),
                clean_line(change.was),
                self._sources.cited(change.was_at),
                clean_line(change.now),
                self._sources.cited(change.now_at),
                (change.was_at.language, change.now_at.language),
                clean_line(change.why),
            )

    def _number(self, point: Point) -> Number:
        cited = self._sources.all_cited(point.carriers)
        speaker = self._sides(point.statement, point.party) or clean_line(point.speaker)
        if point.party is None and point.statement is None:
            # Articles do not speak with one voice: each gives the number by itself.
            speaker = f"{cited[0].source.outlet} (its own words)" if cited else NARRATOR
        return Number(
            speaker or UNATTRIBUTED,
            point.party,
            point,
            cited,
            self._numbers.get(point.statement) if point.statement is not None else None,
        )

    def _sides(self, statement: str | None, party: str | None) -> str:
        """The name of the party, or of all that make the statement together."""
        card = self._board.board.cards.get(statement) if statement is not None else None
        names = [self._name(id) for id in card.statement.parties] if card is not None else []
        return " and ".join(filter(None, names)) if len(names) > 1 else self._name(party)

    def _name(self, party: str | None) -> str:
        return self._names.get(party, "") if party is not None else ""


def _alike(numbers: Iterable[Number]) -> Iterator[Number]:
    """A speaker in one spelling: outlets differ in apostrophes and capitals, and a chart gives each speaker a line."""
    spelled: dict[str, str] = {}
    for number in numbers:
        yield replace(number, speaker=spelled.setdefault(fold(number.speaker), number.speaker))
