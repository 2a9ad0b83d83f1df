"""The side panel: three tabs over one article's analysis, and one over its highlights and notes."""

from __future__ import annotations

from textual import on

from reader.ui import key_footer
from reader.ui.actions import Region, bindings
from reader.ui.annotating.messages import DraftOpened, NoteChosen, NoteCopied, NoteOpened, RemovalAsked
from reader.ui.messages import PartyChosen, SpanChosen, SpanOpened, StatementChosen, StatementOpened
from reader.ui.panel.block_list import BlockList
from reader.ui.panel.tab_line import Tab, TabLine
from reader.ui.panel.tabs import PanelTabs

NO_ANSWER = "No statement in this article answers this one."


class StatementPanel(PanelTabs):
    """Who says what in the open article: Parties, Figures, Actors; and what its reader noted: Notes.

    Posts StatementChosen, SpanChosen and PartyChosen as the person moves; StatementOpened and SpanOpened on
    Enter; in the Notes tab NoteChosen, and NoteOpened or DraftOpened.
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
        chosen = self.chosen_statement
        card = self._view.board.cards.get(chosen) if self._view and chosen else None
        other = next((link.statement for link in card.links if link.statement), None) if card else None
        if other is not None and self.select_statement(other):
            self.post_message(StatementChosen(other))
        else:
            self.notify(NO_ANSWER, timeout=3, markup=False)

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
            self._mention(message.block_id, 0)
            return
        self._set_mention({})
        if place.statement is not None:
            self.post_message(StatementChosen(place.statement))
        elif place.spans:
            self.post_message(SpanChosen(place.spans[0]))

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
        elif place.statement is not None:
            self.post_message(StatementOpened(place.statement))
        elif place.spans:
            self.post_message(SpanOpened(place.spans[0]))

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
        span = spans[at]
        self.post_message(SpanOpened(span, is_walk=True) if is_opened else SpanChosen(span))
