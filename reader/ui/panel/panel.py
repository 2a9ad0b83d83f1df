"""The side panel: three tabs over one article's analysis, and one over its highlights and notes."""

from __future__ import annotations

from textual import on

from reader.ui import key_footer
from reader.ui.actions import Region, bindings
from reader.ui.annotating.messages import DraftOpened, NoteChosen, NoteCopied, NoteOpened, RemovalAsked
from reader.ui.messages import (
    ElsewhereChosen,
    PartyChosen,
    PlaceOpened,
    SpanChosen,
    SpanOpened,
    StatementChosen,
    StatementOpened,
    TranslationAsked,
)
from reader.ui.panel.block_list import BlockList
from reader.ui.panel.tab_line import Tab, TabLine
from reader.ui.panel.view import Place
from reader.ui.translating.translated_tabs import TranslatedTabs

NO_ANSWER = "No statement in this article answers this one."


class StatementPanel(TranslatedTabs):
    """Who says what in the open article, or in its story: Parties, Figures, Actors; and what its reader noted: Notes.

    Posts StatementChosen, SpanChosen and PartyChosen as the person moves, ElsewhereChosen where that stands in another
    article; StatementOpened, SpanOpened and PlaceOpened on Enter; in the Notes tab NoteChosen, and NoteOpened or
    DraftOpened.
    """

    BINDINGS = bindings(Region.PANEL)

    def action_move(self, step: int) -> None:
        """Choose the next or previous block."""
        self._list(self._tab).move(step)

    def action_party(self, step: int) -> None:
        """Choose the next or previous party itself, past its statements."""
        self._list(self._tab).stop(step)

    def action_page(self, step: int) -> None:
        """Move about a screen on or back."""
        self._list(self._tab).page(step)

    def action_edge(self, side: int) -> None:
        """Choose the first (-1) or last (1) block."""
        self._list(self._tab).edge(side)

    def action_open(self) -> None:
        """Go to the place of the chosen block; walk the mentions of an actor."""
        self._list(self._tab).open()

    def action_tab(self, name: str) -> None:
        """Turn to a tab by name."""
        self.open_tab(Tab(name))

    def action_cycle_tab(self, step: int) -> None:
        """Turn to the next or previous tab."""
        self.cycle_tab(step)

    @property
    def told_keys(self) -> tuple[str, ...]:
        """The keys worth telling; see ``key_footer``."""
        return key_footer.PANEL

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done with notes is done where they are."""
        is_note = action in ("note_remove", "note_copy")
        return self.chosen_note is not None if is_note else super().check_action(action, parameters)

    def action_note_remove(self) -> None:
        """Remove the chosen highlight or note."""
        self.post_message(RemovalAsked())

    def action_note_copy(self) -> None:
        """Copy the chosen highlight or note."""
        self.post_message(NoteCopied())

    def action_answer(self) -> None:
        """Choose the card of the statement that answers the chosen one, or that it answers."""
        place = self._place()
        card = self._view.board.cards.get(place.statement or "") if self._view and place else None
        other = next((link.statement for link in card.links if link.statement), None) if card else None
        if other is not None and self._select_shown(other):
            self._tell_chosen(Place(statement=other))
        else:
            self.notify(NO_ANSWER, timeout=3, markup=False)

    def action_translate(self) -> None:
        """Ask for a translation of the chosen statement, or put it away."""
        self.post_message(TranslationAsked())

    @on(TabLine.Clicked)
    def _tab_clicked(self, message: TabLine.Clicked) -> None:
        message.stop()
        self._open(Tab(message.tab))
        self.focus()

    @on(BlockList.Chosen)
    def _block_chosen(self, message: BlockList.Chosen) -> None:
        message.stop()
        place = self._place()
        if place is None:
            return
        if self._tab is Tab.NOTES:
            if place.note is not None:
                self.post_message(NoteChosen(place.note))
            self.refresh_bindings()
            return
        if place.party != self._party:
            self._party = place.party
            self.post_message(PartyChosen(place.party))
        if place.is_name:
            self._mention(message.block_id, self._first_here(place))
            return
        self._set_mention({})
        self._tell_chosen(place)

    @on(BlockList.Opened)
    def _block_opened(self, message: BlockList.Opened) -> None:
        message.stop()
        place = self._place()
        if place is None:
            return
        if place.note is not None:
            self.post_message(NoteOpened(place.note))
        elif place.draft is not None:
            self.post_message(DraftOpened(place.draft))
        elif place.is_name:
            at = self._at_mention.get(message.block_id, -1) + 1
            self._mention(message.block_id, at % max(len(place.spans), 1), is_opened=True)
        else:
            self._open_place(place)

    def _tell_chosen(self, place: Place) -> None:
        own = self._own_place(place)
        if own.statement is not None:
            self.post_message(StatementChosen(own.statement))
        elif own.spans:
            self.post_message(SpanChosen(own.spans[0]))
        elif self.in_story:
            self.post_message(ElsewhereChosen())

    def _open_place(self, place: Place, *, is_walk: bool = False) -> None:
        own, there = self._own_place(place), self._view.elsewhere(place) if self._view else None
        if there is not None:
            self.post_message(PlaceOpened(there.article_id, there.span, there.statement, is_walk))
        elif own.statement is not None:
            self.post_message(StatementOpened(own.statement))
        elif own.spans:
            self.post_message(SpanOpened(own.spans[0], is_walk))

    def _first_here(self, place: Place) -> int:
        """Which of the mentions of a name is the first in the open article; 0 where none is."""
        spans = enumerate(place.spans) if self._view is not None else ()
        return next((at for at, span in spans if self._view and self._view.own_span(span) is not None), 0)

    def _set_mention(self, at_mention: dict[str, int]) -> None:
        """Say at the name that is walked which of its mentions is shown."""
        if at_mention != self._at_mention:
            self._at_mention = at_mention
            self._tabs.pop(self._tab, None)
            self._content(self._tab)

    def _mention(self, block_id: str, at: int, *, is_opened: bool = False) -> None:
        spans = self._content(self._tab).places[block_id].spans
        if at >= len(spans):
            return
        self._set_mention({block_id: at})
        if is_opened:
            self._open_place(Place(spans=(spans[at],)), is_walk=True)
        else:
            self._tell_chosen(Place(spans=(spans[at],)))
