"""The texts of a story end to end, and how places and ids of one become those of the whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reader.analysis.story_board.parts import StoryText
from reader.domain.quantity import Quantity
from reader.domain.span import Span
from reader.domain.statement import Statement

GAP = "\n\n"
"""What stands between two texts: nothing of ours."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A text of a story, the ``at``-th of them, that begins at ``start`` of the whole; ``language`` is its language's
    code without a region: "fr"."""

    at: int
    source: StoryText
    start: int
    language: str

    def id(self, own: str) -> str:
        """An id of this text's analysis as one of the story's: "a12/s3"."""
        return f"a{self.source.article_id}/{own}"

    def span(self, own: Span) -> Span:
        """A place in this text as one of the whole."""
        return own[0] + self.start, own[1] + self.start

    def spans(self, own: Iterable[Span]) -> tuple[Span, ...]:
        """Places in this text as places of the whole."""
        return tuple(self.span(span) for span in own)

    def quantity(self, own: Quantity, party: str | None) -> Quantity:
        """A number of this text as one of the story, of a side named as the story names it."""
        return Quantity(
            self.id(own.id),
            self.span(own.span),
            own.text,
            own.kind,
            own.value,
            own.low,
            own.high,
            own.hedge,
            own.unit,
            own.counted,
            None if own.counted_span is None else self.span(own.counted_span),
            party,
            self.spans(own.counted_at) if own.counted_at else (),
        )

    def statement(
        self, own: Statement, speakers: tuple[str, ...], parties: tuple[str, ...], targets: tuple[str, ...]
    ) -> Statement:
        """A statement of this text as one of the story, by those the story names; its parent's id moves with it."""
        return Statement(
            self.id(own.id),
            None if own.source is None else self.span(own.source),
            None if own.cue is None else self.span(own.cue),
            self.spans(own.content),
            speakers,
            parties,
            targets,
            own.act,
            own.mode,
            own.endorsement,
            own.negated,
            tuple(self.id(id) for id in own.quantities),
            None if own.parent is None else self.id(own.parent),
            own.rule,
            own.confidence,
            own.corrected,
        )


def base(language: str) -> str:
    """A language's code without the region: "fr" of "fr-CA"."""
    return language.replace("_", "-").split("-")[0].lower()


def in_order(texts: Iterable[StoryText]) -> tuple[StoryText, ...]:
    """The texts, oldest first; each article once."""
    once = {text.article_id: text for text in sorted(texts, key=lambda text: (text.article_id, text.text_hash))}
    return tuple(sorted(once.values(), key=lambda text: (text.dated, text.article_id)))


def lay_out(texts: tuple[StoryText, ...]) -> tuple[Piece, ...]:
    """Where each text begins."""
    pieces = []
    start = 0
    for at, text in enumerate(texts):
        pieces.append(Piece(at, text, start, base(text.language)))
        start += len(text.text) + len(GAP)
    return tuple(pieces)
