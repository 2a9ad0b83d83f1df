"""The side panel: three tabs over one article's analysis."""

from __future__ import annotations

from collections.abc import Callable
from typing import Self

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import ContentSwitcher, Static

from reader.domain.analysis import Analysis
from reader.domain.article import Article
from reader.domain.span import Span
from reader.ui.actions import Region, bindings
from reader.ui.messages import PartyChosen, SpanChosen, SpanOpened, StatementChosen, StatementOpened
from reader.ui.panel.actors_tab import actors_tab
from reader.ui.panel.block_list import BlockList
from reader.ui.panel.figures_tab import figures_tab
from reader.ui.panel.parties_tab import parties_tab
from reader.ui.panel.state_line import state_line
from reader.ui.panel.tab_line import Tab, TabLine
from reader.ui.panel.view import Place, TabContent, View

_MAKERS: dict[Tab, Callable[[View], TabContent]] = {
    Tab.PARTIES: parties_tab,
    Tab.FIGURES: figures_tab,
    Tab.ACTORS: actors_tab,
}


NO_ANSWER = "No statement in this article answers this one."


class StatementPanel(Widget):
    """Who says what in the open article: Parties, Figures, Actors.

    Posts StatementChosen, SpanChosen and PartyChosen as the person moves; StatementOpened and SpanOpened on Enter.
    """

    BINDINGS = bindings(Region.PANEL)

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._article: Article | None = None
        self._view: View | None = None
        self._tabs: dict[Tab, TabContent] = {}
        self._at_mention: dict[str, int] = {}
        self._party: str | None = None
        self._tab = Tab.PARTIES
        self._line = state_line(None, None, None)

    def compose(self) -> ComposeResult:
        yield TabLine()
        yield Static(Content(self._line), id="panel-line", markup=False)
        with ContentSwitcher(initial=_list_id(self._tab)):
            for tab in Tab:
                yield BlockList(id=_list_id(tab))

    def on_mount(self) -> None:
        self._refresh_line()
        self._open(self._tab)

    # What is shown

    @property
    def tab(self) -> Tab:
        """The open tab."""
        return self._tab

    @property
    def chosen_statement(self) -> str | None:
        """The statement of the chosen card or figure, or None."""
        place = self._place()
        return place.statement if place else None

    def show(self, article: Article | None, analysis: Analysis | None, note: str | None = None) -> None:
        """Show an article's analysis, or that there is none yet. ``note`` is a sentence shown above what was found.

        What was chosen stays chosen where the same article is shown again.
        """
        is_same = article is not None and self._article is not None and article.id == self._article.id
        before = self._chosen_words() if is_same else None
        self._article = article
        self._view = View(analysis, article.text) if article is not None and analysis is not None else None
        self._tabs = {}
        if not is_same:
            self._at_mention = {}
            self._party = None
        self._line = state_line(article, analysis, note)
        if self.is_mounted:
            self._refresh_line()
            self._fill(keep=is_same)
            if before is not None and analysis is not None and self._chosen_words() != before:
                self._choose_words(before)

    def _chosen_words(self) -> tuple[Span, ...] | None:
        """Where the chosen statement's words stand: what it is known by when a newer analysis numbers anew."""
        id = self.chosen_statement
        statement = self._view.analysis.statement(id) if self._view and id else None
        return statement.content if statement else None

    def _choose_words(self, words: tuple[Span, ...]) -> None:
        statements = self._view.analysis.statements if self._view else ()
        same = next((s.id for s in statements if s.content == words), None)
        ids = [id for id, place in self._content(self._tab).places.items() if same and place.statement == same]
        if not ids or not self._list(self._tab).choose(ids[0]):
            self._list(self._tab).set_blocks(self._content(self._tab).blocks, keep=False)

    def select_statement(self, statement_id: str | None) -> bool:
        """Show a statement's card without taking the focus. False where it has none."""
        if self._view is None or statement_id is None:
            return False
        content = self._content(Tab.PARTIES)
        ids = [id for id, place in content.places.items() if place.statement == statement_id]
        if not ids:
            return False
        self._open(Tab.PARTIES)
        cards = self._list(Tab.PARTIES)
        return cards.chosen_id in ids or cards.choose(ids[0])

    def open_tab(self, tab: Tab) -> None:
        """Turn to a tab; the focus stays in the panel if it was there."""
        had_focus = self.has_focus_within
        self._open(tab)
        if had_focus:
            self.focus()

    def cycle_tab(self, step: int = 1) -> None:
        """Turn to the next or previous tab, from the last to the first."""
        tabs = list(Tab)
        self.open_tab(tabs[(tabs.index(self._tab) + step) % len(tabs)])

    def focus(self, scroll_visible: bool = True) -> Self:
        """Give the focus to the open tab."""
        if self.is_mounted:
            self._list(self._tab).focus(scroll_visible)
        return self

    def _open(self, tab: Tab) -> None:
        self._tab = tab
        self.query_one(TabLine).current = tab
        self.query_one(ContentSwitcher).current = _list_id(tab)
        for other in Tab:
            self._list(other).can_focus = other is tab
        self._fill(keep=True)

    def _list(self, tab: Tab) -> BlockList:
        return self.query_one(f"#{_list_id(tab)}", BlockList)

    def _content(self, tab: Tab) -> TabContent:
        if tab not in self._tabs:
            self._tabs[tab] = _MAKERS[tab](self._view) if self._view else TabContent()
            self._list(tab).set_blocks(self._tabs[tab].blocks)
        return self._tabs[tab]

    def _fill(self, *, keep: bool) -> None:
        if not keep:
            for tab in Tab:
                self._list(tab).set_blocks((), keep=False)
        self._content(self._tab)

    def _refresh_line(self) -> None:
        line = self.query_one("#panel-line", Static)
        line.update(Content(self._line))
        line.display = bool(self._line)

    # What the person does

    def action_move(self, step: int) -> None:
        """Choose the next or previous block."""
        self._list(self._tab).move(step)

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
        self._open(message.tab)
        self.focus()

    @on(BlockList.Chosen)
    def _block_chosen(self, message: BlockList.Chosen) -> None:
        message.stop()
        place = self._place()
        if place is None:
            return
        if place.party != self._party:
            self._party = place.party
            self.post_message(PartyChosen(place.party))
        if self._tab is Tab.ACTORS:
            self._mention(message.block_id, 0)
        elif place.statement is not None:
            self.post_message(StatementChosen(place.statement))
        elif place.spans:
            self.post_message(SpanChosen(place.spans[0]))

    @on(BlockList.Opened)
    def _block_opened(self, message: BlockList.Opened) -> None:
        message.stop()
        place = self._place()
        if place is None:
            return
        if self._tab is Tab.ACTORS:
            at = self._at_mention.get(message.block_id, -1) + 1
            self._mention(message.block_id, at % max(len(place.spans), 1), is_opened=True)
        elif place.statement is not None:
            self.post_message(StatementOpened(place.statement))
        elif place.spans:
            self.post_message(SpanOpened(place.spans[0]))

    def _mention(self, actor: str, at: int, *, is_opened: bool = False) -> None:
        place = self._content(Tab.ACTORS).places[actor]
        if self._view is None or at >= len(place.spans):
            return
        self._at_mention = {actor: at}
        self._tabs[Tab.ACTORS] = actors_tab(self._view, self._at_mention)
        self._list(Tab.ACTORS).set_blocks(self._tabs[Tab.ACTORS].blocks)
        span = place.spans[at]
        self.post_message(SpanOpened(span, is_walk=True) if is_opened else SpanChosen(span))

    def _place(self) -> Place | None:
        chosen = self._list(self._tab).chosen_id if self.is_mounted else None
        return self._content(self._tab).places.get(chosen) if chosen else None


def _list_id(tab: Tab) -> str:
    return f"panel-{tab}"
