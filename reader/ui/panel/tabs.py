"""The tabs of the panel and what they show: one article's analysis, and what is chosen of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Self

from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import ContentSwitcher, Static

from reader.domain.analysis import Analysis
from reader.domain.article import Article
from reader.ui.annotating.notes_tab import notes_tab
from reader.ui.annotating.open_notes import OpenNotes
from reader.ui.panel.actors_tab import actors_tab
from reader.ui.panel.block import Paragraph
from reader.ui.panel.block_list import BlockList
from reader.ui.panel.figures_tab import figures_tab
from reader.ui.panel.parties_tab import parties_tab
from reader.ui.panel.standing import Known, standing, still_there
from reader.ui.panel.state_line import state_line
from reader.ui.panel.tab_line import Tab, TabLine
from reader.ui.panel.view import Place, TabContent, View
from reader.ui.party_look import PartyLook

_MAKERS: dict[Tab, Callable[[View, Mapping[str, int]], TabContent]] = {
    Tab.PARTIES: parties_tab,
    Tab.FIGURES: figures_tab,
    Tab.ACTORS: actors_tab,
}


AT_ONCE = 0.2
"""Seconds within which what is known of an article nearly always comes."""


class PanelTabs(Widget):
    """Parties, Figures, Actors and Notes of the open article, each with something chosen or nothing."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._article: Article | None = None
        self._expected: Article | None = None
        self._own: View | None = None
        self._view: View | None = None
        self._beside: dict[str, tuple[Paragraph, ...]] = {}
        self._tabs: dict[Tab, TabContent] = {}
        self._at_mention: dict[str, int] = {}
        self._notes = OpenNotes()
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
        """The open article's statement on the chosen card or beside the chosen figure, or None."""
        place = self._place()
        return self._view.own_statement(place.statement) if self._view and place and place.statement else None

    @property
    def chosen_words(self) -> str:
        """The words of the text that the chosen card, figure or name is about, as they stand; "" where none is."""
        place = self._place()
        if place is None or self._view is None:
            return ""
        statement = self._view.analysis.statement(place.statement or "")
        if statement is not None:
            return self._view.words(statement)
        return self._view.text[slice(*place.spans[0])] if place.spans else ""

    @property
    def chosen_actor(self) -> str | None:
        """The actor chosen in the Actors tab, while that is open; or None."""
        return self._list(self._tab).chosen_id if self._tab is Tab.ACTORS and self._place() else None

    def show(
        self,
        article: Article | None,
        analysis: Analysis | None,
        note: str | None = None,
        *,
        looks: Mapping[str, PartyLook] | None = None,
        kept: str = "",
    ) -> None:
        """Show an article's analysis, or that there is none yet.

        ``note`` and ``kept`` are sentences shown above what was found; ``looks`` what parties look like already. What
        was chosen stays chosen where the same article is shown again, or what stands next to it where it is gone.
        """
        is_same = self._goes_on_with(article)
        known = self._standing() if is_same else ()
        self._article = article
        self._own = None
        if article is not None and analysis is not None:
            self._own = View(analysis, article.text, looks, self._beside, article.id)
        self._view = self._to_show(looks)
        self._line = self._line_above(state_line(article, analysis, note, kept))
        self._show_view(known, keep=is_same)

    def expect(self, article: Article) -> None:
        """Another article is open now: what is shown of the one before goes, where what is known of this one does not
        come at once."""
        self._expected = article
        if not self._goes_on_with(article):
            self.set_timer(AT_ONCE, self.put_away)

    def put_away(self) -> None:
        """Show nothing of an article that is not open any more."""
        if self._expected is not None and not self._goes_on_with(self._expected):
            self.show(self._expected, None)

    def _goes_on_with(self, article: Article | None) -> bool:
        """Whether what is shown is of that article already."""
        return article is not None and self._article is not None and article.id == self._article.id

    def _to_show(self, looks: Mapping[str, PartyLook] | None) -> View | None:
        """The view the tabs are made of."""
        return self._own

    def _line_above(self, line: str) -> str:
        """The line above the blocks, where ``line`` is that of the article."""
        return line

    def _show_view(self, known: Known, *, keep: bool) -> None:
        """Make the tabs anew; what was chosen stays so, or what is ``known`` around it."""
        self._tabs = {}
        if not keep:
            self._at_mention = {}
            self._party = None
            self._beside.clear()
        if self.is_mounted:
            self._refresh_line()
            self._fill(keep=keep)
            if known and self._view is not None:
                self._stand(self._view, known)

    def _standing(self) -> Known:
        chosen = self._list(self._tab).chosen_id if self.is_mounted else None
        content = self._content(self._tab) if chosen and self._tab is not Tab.NOTES else None
        if self._view is None or content is None or chosen not in content.places:
            return ()
        return standing(self._view, content, chosen)

    def _stand(self, view: View, known: Known) -> None:
        content, blocks = self._content(self._tab), self._list(self._tab)
        there = still_there(view, content, known, blocks.chosen_id)
        if there is None:
            blocks.set_blocks(content.blocks, keep=False)
        elif there != blocks.chosen_id:
            blocks.choose(there)

    def select_statement(self, statement_id: str | None) -> bool:
        """Show the card of a statement of the open article without taking the focus. False where it has none."""
        shown = self._view.shown_statement(statement_id) if self._view and statement_id else None
        return shown is not None and self._select_shown(shown)

    def _select_shown(self, shown: str) -> bool:
        content = self._content(Tab.PARTIES)
        ids = [id for id, place in content.places.items() if place.statement == shown]
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
        self.refresh_bindings()
        for other in Tab:
            self._list(other).can_focus = other is tab
        self._fill(keep=True)

    def _list(self, tab: Tab) -> BlockList:
        return self.query_one(f"#{_list_id(tab)}", BlockList)

    def _content(self, tab: Tab) -> TabContent:
        if tab not in self._tabs:
            if tab is Tab.NOTES:
                self._tabs[tab] = notes_tab(self._notes)
            else:
                self._tabs[tab] = _MAKERS[tab](self._view, self._at_mention) if self._view else TabContent()
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

    def _place(self) -> Place | None:
        chosen = self._list(self._tab).chosen_id if self.is_mounted else None
        return self._content(self._tab).places.get(chosen) if chosen else None


def _list_id(tab: Tab) -> str:
    return f"panel-{tab}"
