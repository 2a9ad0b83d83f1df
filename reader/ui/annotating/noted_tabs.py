"""The Notes tab of the panel: what is chosen in it, and what it shows."""

from __future__ import annotations

from reader.ui.annotating.open_notes import OpenNotes
from reader.ui.panel.tab_line import Tab
from reader.ui.panel.tabs import PanelTabs


class NotedTabs(PanelTabs):
    """The tabs of the panel, with the highlights, notes and drafts of the open article."""

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
