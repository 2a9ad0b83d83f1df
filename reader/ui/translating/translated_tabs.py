"""The panel's part in translations: which words are meant, and showing what came beside them."""

from __future__ import annotations

from reader.ui.panel.tab_line import Tab
from reader.ui.stories.scoped_tabs import ScopedTabs
from reader.ui.translating.asking import Spoken


class TranslatedTabs(ScopedTabs):
    """A translation stands on the card of its statement until it is put away or something else is opened."""

    @property
    def spoken(self) -> Spoken | None:
        """What the chosen card says, in the language it was said in; None where no card is chosen."""
        place = self._place()
        if self._tab is not Tab.PARTIES or self._view is None or place is None or place.statement is None:
            return None
        statement = self._view.analysis.statement(place.statement)
        if statement is None:
            return None
        return Spoken(self._view.words(statement), self._view.language(statement), self._beside, self._draw_beside)

    def _draw_beside(self) -> None:
        self._tabs.pop(Tab.PARTIES, None)
        if self.is_mounted and self._tab is Tab.PARTIES:
            self._content(Tab.PARTIES)
