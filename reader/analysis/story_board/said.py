"""Statements of a story with what they are compared by: their words, the names and numbers in them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.analysis.comparison.set_aside import denied_numbers
from reader.analysis.comparison.wording import stems_in
from reader.analysis.numbers.grammar import Grammar, grammar_of
from reader.analysis.story_board.cast import StoryCast
from reader.analysis.story_board.kept import kept
from reader.analysis.story_board.parts import Carrier
from reader.analysis.story_board.pieces import Piece
from reader.analysis.story_board.proper_names import sounds_in
from reader.analysis.story_board.since import Since
from reader.analysis.text.normal import normalise
from reader.domain.folding import fold
from reader.domain.own_words import own_words
from reader.domain.quantity import Quantity, QuantityKind
from reader.domain.span import Span
from reader.domain.statement import Statement
from reader.languages.words import keys_of

if TYPE_CHECKING:
    from reader.languages.pack import Pack

_WORD = re.compile(r"\d+(?:[\s.,]\d{3})*(?:[.,]\d+)?|\w+|[%$€£]")
_GROUPS = re.compile(r"(?<=\d)[\s.,](?=\d{3}(?!\d))")
_END = re.compile(r"(?<=[.!?;…])[\s\"'»”’)]")
_WHEN = frozenset({QuantityKind.DATE, QuantityKind.TIME, QuantityKind.ORDINAL})


class Telling:
    """A text of a story with what all its statements are read by."""

    def __init__(self, piece: Piece, cast: StoryCast, pack: Pack) -> None:
        self.piece = piece
        self.cast = cast
        self.pack = pack
        self.quantities: dict[str, Quantity] = {q.id: q for q in piece.source.analysis.quantities}
        self._parties: dict[tuple[str, ...], tuple[str, ...]] = {}

    def quantities_in(self, start: int, end: int) -> list[Quantity]:
        """The numbers that begin between two places."""
        return self._numbers[bisect_left(self._places, start) : bisect_left(self._places, end)]

    @kept
    def _numbers(self) -> list[Quantity]:
        return sorted(self.quantities.values(), key=lambda q: q.span)

    @kept
    def _places(self) -> list[int]:
        return [q.span[0] for q in self._numbers]

    def only_reports(self, id: str) -> bool:
        """Whether a statement is a newspaper's or an agency's."""
        outer = next((s for s in self.piece.source.analysis.statements if s.id == id), None)
        return outer is None or (bool(outer.parties) and self.cast.media_parties.issuperset(outer.parties))

    def parties(self, own: tuple[str, ...]) -> tuple[str, ...]:
        """The story's ids of parties of this text."""
        found = self._parties.get(own)
        if found is None:
            found = self._parties[own] = self.cast.parties_of(self.piece, own)
        return found

    @kept
    def since(self) -> Since:
        """Since when words stand in the text."""
        return Since(self.piece.source, words_of, self.turning)

    @kept
    def grammar(self) -> Grammar:
        """How the text's language counts and compares."""
        return grammar_of(self.pack.numbers)

    def plain_name(self, words: str) -> str:
        """What the text calls a speaker, folded, without an article in front."""
        keys = keys_of(words)
        return " ".join(keys[1:] if keys and keys[0] in self.pack.actors.definite else keys)

    @kept
    def turning(self) -> frozenset[str]:
        """Words that make a sentence say something else: negations and numbers in words."""
        return turning_words(self.pack)

    @kept
    def negations(self) -> frozenset[str]:
        """Words that say that something is not so."""
        return negating_words(self.pack)

    @kept
    def denied(self) -> frozenset[str]:
        """Numbers that the text, or somebody in it, says are untrue, by their ids in it."""
        source = self.piece.source
        statements = source.analysis.statements
        return denied_numbers(self.grammar, normalise(source.text), source.analysis.quantities, statements)

    @kept
    def mentions(self) -> tuple[tuple[Span, str], ...]:
        """Where the story's actors are named in this text."""
        told = (
            (span, self.cast.actor_of[self.piece.at, actor.id])
            for actor in self.piece.source.analysis.actors
            for span in actor.mentions
        )
        return tuple(sorted(told))


class Said:
    """A statement where one article has it: ``own`` as in the article's analysis; ``id``, ``parties``, ``targets`` and
    ``speakers`` as the story names them; ``text`` the content's spans with a blank between. ``order`` tells what was
    said first: by when it came (``dated``, that of the article or of a later version), then by place. ``heard``: it is
    not quoted inside what another party says; a newspaper or an agency that reports it is none. ``words`` are those of
    the content without case, accents and marks, digits without the marks between their groups."""

    def __init__(self, telling: Telling, own: Statement) -> None:
        self.telling = telling
        self.piece = piece = telling.piece
        self.own = own
        self.id = piece.id(own.id)
        self.act = own.act
        self.parties = telling.parties(own.parties)
        self.targets = telling.parties(own.targets)
        self.speakers = telling.cast.actors_of(piece, own.speakers) if own.speakers else ()
        text = piece.source.text
        if len(own.content) == 1:
            ((start, end),) = own.content
            self.text = text[start:end]
        else:
            self.text = " ".join(text[start:end] for start, end in own.content)
        self.heard = own.parent is None or telling.only_reports(own.parent)
        self.words = words_of(self.text)
        self.dated = telling.since.said(own.content) if piece.source.versions else piece.source.dated
        self.order = (self.dated, piece.source.article_id, own.content[0][0])

    @property
    def moved(self) -> Statement:
        """The statement as the story's."""
        return self.piece.statement(self.own, self.speakers, self.parties, self.targets)

    @kept
    def sentences(self) -> tuple[int, ...]:
        """For each of the words the number of its sentence."""
        found = tuple(n for n, part in enumerate(_END.split(self.text)) for _ in words_of(part))
        return found if len(found) == len(self.words) else (0,) * len(self.words)

    @kept
    def stems(self) -> frozenset[str]:
        """The words that carry meaning, without endings; to be compared within one language."""
        return _stems(self.telling.grammar, self.text)

    @kept
    def names(self) -> frozenset[str]:
        """The story's actors named in the content."""
        return frozenset(
            id
            for span, id in self.telling.mentions
            if any(start <= span[0] and span[1] <= end for start, end in self.own.content)
        )

    @kept
    def proper(self) -> frozenset[str]:
        """How names inside the content sound that are no party's: of places and people nobody knows."""
        telling = self.telling
        start, end = self.own.content[0][0], self.own.content[-1][1]
        apart = [q.span for q in telling.quantities_in(start, end)]
        apart += [span for span, id in telling.mentions if telling.cast.side(id) is not None and start <= span[0] < end]
        return frozenset(sounds_in(self.piece.source.text, self.own.content, apart, telling.pack))

    @kept
    def numbers(self) -> frozenset[tuple[str, float]]:
        """The numbers in the content with their kind or unit; no dates and ranks."""
        told = (self.telling.quantities.get(id) for id in self.own.quantities)
        return frozenset(
            (q.unit or q.kind.value, q.value) for q in told if q and q.value is not None and q.kind not in _WHEN
        )

    @property
    def shown_words(self) -> str:
        """The content word for word, on one line."""
        return own_words(self.piece.source.text, self.own.content)

    @property
    def speaker(self) -> str:
        """Who says it: the party's name, else the source in the article's words, "" where it gives none."""
        if self.parties:
            return self.telling.cast.name(self.parties[0])
        source = self.own.source
        return " ".join(self.piece.source.text[source[0] : source[1]].split()) if source else ""

    @kept
    def carrier(self) -> Carrier:
        """Where it stands."""
        source = self.piece.source
        span = (self.own.content[0][0], self.own.content[-1][1])
        return Carrier(source.article_id, self.own.id, span, source.outlet, self.dated, source.language)


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text without case, accents and marks."""
    return _words(text)


@lru_cache(maxsize=16384)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_GROUPS.sub("", word) if word[0].isdigit() else word for word in _WORD.findall(fold(text)))


@lru_cache(maxsize=16384)
def _stems(grammar: Grammar, text: str) -> frozenset[str]:
    return stems_in(grammar, (normalise(text),))


def turning_words(pack: Pack) -> frozenset[str]:
    """A language's negations and numbers in words."""
    return _turning(pack.code, (*pack.cues.negations, *pack.numbers.comparing.reversing, *pack.numbers.spelled.words))


def negating_words(pack: Pack) -> frozenset[str]:
    """A language's negations."""
    return _turning(pack.code, pack.cues.negations)


@lru_cache(maxsize=16)
def _turning(code: str, forms: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words[-1] for form in forms if (words := words_of(form)))


def tellings(pieces: Sequence[Piece], cast: StoryCast, pack_of: Callable[[str], Pack]) -> list[Telling]:
    """The texts, ready to be read."""
    return [Telling(piece, cast, pack_of(piece.source.language)) for piece in pieces]


def statements(telling: Telling) -> Iterator[Said]:
    """Every statement of a text, in order of place."""
    return (Said(telling, own) for own in telling.piece.source.analysis.statements)
