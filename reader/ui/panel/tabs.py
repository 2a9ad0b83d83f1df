"""The tabs of the panel and what they show: one article's analysis, and what is chosen of it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
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
from reader.ui.panel.block_list import BlockList
from reader.ui.panel.figures_tab import figures_tab
from reader.ui.panel.parties_tab import parties_tab
from reader.ui.panel.standing import standing, still_there
from reader.ui.panel.state_line import state_line
from reader.ui.panel.tab_line import Tab, TabLine
from reader.ui.panel.view import Place, TabContent, View
from reader.ui.party_look import PartyLook
from reader.ui.verbatim import quoted

_MAKERS: dict[Tab, Callable[[View, Mapping[str, int]], TabContent]] = {
    Tab.PARTIES: parties_tab,
    Tab.FIGURES: figures_tab,
    Tab.ACTORS: actors_tab,
}


class PanelTabs(Widget):
    """Parties, Figures, Actors and Notes of the open article, each with something chosen or nothing."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._article: Article | None = None
        self._view: View | None = None
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
        """The statement of the chosen card or figure, or None."""
        place = self._place()
        return place.statement if place else None

    @property
    def chosen_words(self) -> str:
        """The words of the text that the chosen card, figure or name is about, as they stand; "" where none is."""
        place = self._place()
        if place is None or self._article is None or self._view is None:
            return ""
        statement = self._view.analysis.statement(place.statement or "")
        if statement is not None:
            return quoted(self._article.text, statement)
        return self._article.text[slice(*place.spans[0])] if place.spans else ""

    @property
    def chosen_actor(self) -> str | None:
        """The actor chosen in the Actors tab, while that is open; or None."""
        return self._list(self._tab).chosen_id if self._tab is Tab.ACTORS and self._place() else None

    @property
    def chosen_note(self) -> int | None:
        """The annotation chosen in the Notes tab, while that is open; or None."""
        place = self._place() if self._tab is Tab.NOTES else None
        return place.note if place else None

    @property
    def chosen_draft(self) -> str | None:
        """The name of the draft chosen in the Notes tab, while that is open; or None."""
        place = self._place() if self._tab is Tab.NOTES else None
        return place.draft if place else None

    def show_notes(self, notes: OpenNotes) -> None:
        """Show an article's highlights and notes. Where the chosen one is gone, the next is chosen."""
        before = list(self._tabs[Tab.NOTES].places) if Tab.NOTES in self._tabs else []
        chosen = self._list(Tab.NOTES).chosen_id if self.is_mounted else None
        is_same = notes.article_id == self._notes.article_id
        self._notes = notes
        if not self.is_mounted:
            return
        self._tabs.pop(Tab.NOTES, None)
        if not is_same:
            self._list(Tab.NOTES).set_blocks((), keep=False)
        if self._tab is not Tab.NOTES:
            # Made when they are looked at; there may be many.
            return
        there = self._content(Tab.NOTES).places
        if is_same and chosen is not None and chosen not in there and chosen in before:
            at = before.index(chosen)
            near = next((id for id in (*before[at:], *reversed(before[:at])) if id in there), None)
            if near is not None:
                self._list(Tab.NOTES).choose(near)

    def open_notes(self, id: int | None = None) -> None:
        """Turn to the notes, with that one chosen."""
        self.open_tab(Tab.NOTES)
        if id is not None:
            self._list(Tab.NOTES).choose(f"note/{id}")

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
        is_same = article is not None and self._article is not None and article.id == self._article.id
        known = self._standing() if is_same else ()
        self._article = article
        self._view = View(analysis, article.text, looks) if article is not None and analysis is not None else None
        self._tabs = {}
        if not is_same:
            self._at_mention = {}
            self._party = None
        self._line = state_line(article, analysis, note, kept)
        if self.is_mounted:
            self._refresh_line()
            self._fill(keep=is_same)
            if known and self._view is not None:
                self._stand(self._view, known)

    def _standing(self) -> tuple[Hashable, ...]:
        chosen = self._list(self._tab).chosen_id if self.is_mounted else None
        content = self._content(self._tab) if chosen and self._tab is not Tab.NOTES else None
        if self._view is None or content is None or chosen not in content.places:
            return ()
        return standing(self._view, content, chosen)

    def _stand(self, view: View, known: tuple[Hashable, ...]) -> None:
        content, blocks = self._content(self._tab), self._list(self._tab)
        there = still_there(view, content, known, blocks.chosen_id)
        if there is None:
            blocks.set_blocks(content.blocks, keep=False)
        elif there != blocks.chosen_id:
            blocks.choose(there)

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
