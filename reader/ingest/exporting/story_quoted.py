"""A story's statements as they are cited: verbatim, numbered, with every outlet that carries them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reader.analysis.board.board import Board
from reader.analysis.board.cards import Card
from reader.analysis.board.reasons import confidence_word
from reader.analysis.story_board.parts import Carrier, StoryBoard
from reader.domain.analysis import Analysis
from reader.domain.folding import fold
from reader.domain.plain_text import clean_line
from reader.ingest.exporting.quotation import as_they_stand, on_one_line
from reader.ingest.exporting.story_sources import Cited, Sources


@dataclass(frozen=True, slots=True)
class Answer:
    """How a statement stands to another, "denied by Azerbaijan"; ``number`` is the other's, None where one sentence
    tells both sides."""

    words: str
    number: int | None


@dataclass(frozen=True, slots=True)
class Quoted:
    """A statement in its article's own words, a piece for each span of it.

    ``number`` counts from 1 in the order they are given out; ``source`` (a name where a person corrected it)
    and ``cue`` are "" where the text gives none. ``meant`` names whom the analysis takes a source for that names
    nobody, such as "it", and is "" elsewhere. ``cited`` says where it stands, first the article whose words are shown;
    ``language`` is the language of the words, ``sure`` how sure it is that they are its speaker's.
    """

    number: int
    card: Card
    words: tuple[str, ...]
    source: str
    meant: str
    cue: str
    language: str
    cited: tuple[Cited, ...]
    answers: tuple[Answer, ...]
    sure: str
    inside: tuple[Quoted, ...]

    @property
    def taken(self) -> str:
        """ "taken for Kyrgyzstan", or "" where there is nothing to say."""
        return f"taken for {self.meant}" if self.meant else ""

    @property
    def said_by(self) -> str:
        """The source with whom it is taken for: "it, taken for Kyrgyzstan"."""
        return ", ".join(part for part in (self.source, self.taken) if part)

    @property
    def line(self) -> str:
        """The words on one line, " […] " between the pieces."""
        return on_one_line(self.words)

    @property
    def text(self) -> str:
        """The words as they stand in the article, with nothing a screen could obey, " […] " between the pieces."""
        return as_they_stand(self.words)


@dataclass(frozen=True, slots=True)
class Speaking:
    """A party that speaks (``id`` is "" for statements without one) and what it says, in order of time."""

    id: str
    name: str
    quoted: tuple[Quoted, ...]


def speaking(board: StoryBoard, sources: Sources) -> tuple[Speaking, ...]:
    """The parties that are heard, in the order of the board."""
    quoting = _Quoting(board, sources)
    return tuple(
        Speaking(
            section.party.id if section.party else "",
            clean_line(section.name) if section.party else section.name.capitalize(),
            tuple(quoting.quoted(card) for card in section.cards),
        )
        for section in board.board.heard
    )


def numbers(board: Board) -> Mapping[str, int]:
    """The number of each statement, by its id in the story's analysis."""
    found: dict[str, int] = {}
    for section in board.heard:
        for id in (id for card in section.cards for id in _ids(card)):
            found.setdefault(id, len(found) + 1)
    return found


def _ids(card: Card) -> Iterator[str]:
    yield card.statement.id
    for child in card.children:
        yield from _ids(child)


def meant(card: Card, analysis: Analysis) -> str:
    """Whom the analysis takes the source of a party's statement for, where its words name nobody: "it", "both sides";
    elsewhere ""."""
    statement, source = card.statement, clean_line(card.speaker)
    at = statement.source
    if at is None or not statement.parties or statement.corrected or any(letter.isupper() for letter in source[1:]):
        return ""
    if any(start < at[1] and at[0] < end for actor in analysis.actors for start, end in actor.mentions):
        return ""
    actors = (analysis.actor(id) for id in statement.speakers)
    sides = {party.id: party.name for party in analysis.parties}
    names = [actor.name for actor in actors if actor is not None] or [
        sides[id] for id in statement.parties if id in sides
    ]
    told = [clean_line(name) for name in dict.fromkeys(names)]
    return "" if all(name.casefold() in source.casefold() for name in told) else " and ".join(told)


class _Quoting:
    def __init__(self, board: StoryBoard, sources: Sources) -> None:
        self._board = board
        self._sources = sources
        self._numbers = numbers(board.board)
        self._languages = {text.article_id: text.language for text in board.texts}
        self._texts = {text.article_id: text.text for text in board.texts}

    def quoted(self, card: Card) -> Quoted:
        statement, text = card.statement, self._board.text
        spans = statement.content
        article = self._board.place(spans[0])[0] if spans else 0
        return Quoted(
            self._numbers[statement.id],
            card,
            tuple(text[start:end] for start, end in spans),
            clean_line(card.speaker),
            meant(card, self._board.analysis),
            clean_line(text[statement.cue[0] : statement.cue[1]]) if statement.cue else "",
            self._languages.get(article, "und"),
            self._cited(card),
            tuple(self._answers(card)),
            confidence_word(statement.confidence),
            tuple(self.quoted(child) for child in card.children),
        )

    def _cited(self, card: Card) -> tuple[Cited, ...]:
        carriers = self._board.carriers.get(card.statement.id, ())
        if not card.statement.content:
            return self._sources.all_cited(carriers)
        if carriers:
            return tuple(self._carried(card, carriers))
        first, last = card.statement.content[0], card.statement.content[-1]
        article, (start, end) = self._board.place((first[0], last[1]))
        source = self._sources.of(article)
        return (Cited(source, f"{start + 1}–{end}"),) if source is not None else ()

    def _carried(self, card: Card, carriers: Sequence[Carrier]) -> Iterator[Cited]:
        """The article whose wording is shown comes first, then the others in order of time."""
        content = card.statement.content
        shown, _ = self._board.place(content[0])
        words = self._folded(self._board.text[content[0][0] : content[-1][1]])
        for carrier in sorted(carriers, key=lambda carrier: carrier.article_id != shown):
            cited = self._sources.cited(carrier)
            if cited is not None:
                there = self._texts[carrier.article_id][slice(*carrier.span)]
                yield replace(cited, exact=carrier.article_id == shown or self._folded(there) == words)

    def _folded(self, words: str) -> str:
        return " ".join(fold(words).split())

    def _answers(self, card: Card) -> Iterator[Answer]:
        for link in card.links:
            names = ", ".join(map(clean_line, link.names)) if link.statement else ""
            number = self._numbers.get(link.statement) if link.statement else None
            yield Answer(f"{link.label} {names}".rstrip(), number)
