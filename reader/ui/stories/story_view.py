"""A story for the panel and the comparison: one view of all its articles, seen from the one that is open."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from textual.content import Content

from reader.analysis.board.board import Board
from reader.analysis.story_board.parts import Carrier, StoryBoard
from reader.domain.span import Span
from reader.domain.statement import Statement
from reader.ui.panel.block import Paragraph
from reader.ui.panel.view import Elsewhere, Place, View
from reader.ui.panel.words import ASIDE
from reader.ui.party_look import PartyLook
from reader.ui.stories.carried import carried, spoken_in

CARRIED_LINES = 2
"""How many lines of who carries a statement a card shows until it is chosen."""


@dataclass(frozen=True)
class StoryView(View):
    """``reader`` is the language of the person."""

    story: StoryBoard = field(kw_only=True)
    reader: str = field(default="en", kw_only=True)

    @classmethod
    def of(
        cls,
        story: StoryBoard,
        reader: str = "en",
        *,
        known: Mapping[str, PartyLook] | None = None,
        beside: Mapping[str, tuple[Paragraph, ...]] | None = None,
        article_id: int = 0,
    ) -> StoryView:
        """The view of a story, seen from the article that is open (0 where none is)."""
        return cls(story.analysis, story.text, known, beside or {}, article_id, story=story, reader=reader)

    @cached_property
    def board(self) -> Board:
        """The parties, cards, figures and rows of the whole story."""
        return self.story.board

    def language(self, statement: Statement) -> str:
        """The language of the article whose words stand."""
        carriers = self._carriers(statement.id)
        return carriers[0].language if carriers else self.reader

    def told_by(self, statement: Statement) -> tuple[Paragraph, ...]:
        """Who carries it and in which language."""
        if not (carriers := self._carriers(statement.id)):
            return ()
        language, said = spoken_in(carriers[0].language, self.reader), carried(carriers)
        return (
            Paragraph(Content.styled(f"{language} · {said}" if language else said, ASIDE), limit=CARRIED_LINES, hang=2),
        )

    def own_statement(self, shown: str) -> str | None:
        """The open article's statement that a shown one is; None where it stands in other articles only."""
        own = self._own(shown)
        return own.statement if own else None

    def shown_statement(self, own: str) -> str | None:
        """The shown statement that one of the open article is."""
        return self._shown.get((self.article_id, own))

    def own_span(self, span: Span) -> Span | None:
        """A place of the story, in the open article's text; None where it is in another's."""
        article, place = self.story.place(span)
        return place if article == self.article_id else None

    def elsewhere(self, place: Place) -> Elsewhere | None:
        """Where in another article a place is; None where it is in the open one."""
        if place.statement is not None and (carriers := self._carriers(place.statement)):
            if self._own(place.statement):
                return None
            first = carriers[0]
            return Elsewhere(first.article_id, first.span, first.statement)
        if not place.spans:
            return None
        article, span = self.story.place(place.spans[0])
        return Elsewhere(article, span) if article != self.article_id else None

    def known_by(self, statement: Statement) -> tuple[Hashable, ...]:
        """The words in each article that carries it, in the open one first."""
        carriers = sorted(self._carriers(statement.id), key=lambda one: one.article_id != self.article_id)
        return tuple((one.article_id, self._contents.get((one.article_id, one.statement))) for one in carriers)

    def known_place(self, span: Span) -> Hashable:
        """The article, and the place in its own text."""
        return self.story.place(span)

    def _carriers(self, shown: str) -> tuple[Carrier, ...]:
        return self.story.carriers.get(shown, ())

    def _own(self, shown: str) -> Carrier | None:
        return next((one for one in self._carriers(shown) if one.article_id == self.article_id), None)

    @cached_property
    def _shown(self) -> dict[tuple[int, str], str]:
        return {
            (carrier.article_id, carrier.statement): id
            for id, carriers in self.story.carriers.items()
            for carrier in carriers
        }

    @cached_property
    def _contents(self) -> dict[tuple[int, str], tuple[Span, ...]]:
        return {
            (text.article_id, said.id): said.content for text in self.story.texts for said in text.analysis.statements
        }
