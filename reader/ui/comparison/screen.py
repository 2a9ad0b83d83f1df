"""The comparison screen: who says what side by side, over the whole terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from reader.domain.analysis import Analysis
from reader.domain.article import Article
from reader.ui.actions import Region, bindings
from reader.ui.comparison.bands import make_sheet
from reader.ui.comparison.geometry import Geometry
from reader.ui.comparison.grid import ComparisonGrid
from reader.ui.key_footer import KeyFooter
from reader.ui.messages import CorrectionAsked, ExportAsked
from reader.ui.panel.block import Paragraph
from reader.ui.panel.view import View
from reader.ui.panel.words import clean_line
from reader.ui.party_look import PartyLook
from reader.ui.verbatim import quoted

if TYPE_CHECKING:
    from reader.ui.app import ParleyApp

ROOM_FOR_FOOTER = 12
"""Below this height the footer gives its line to the table."""


class ComparisonTitle(Widget):
    """The title of the article, and which of the parties are in sight where not all of them are."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = clean_line(title)
        self._hint = ""

    def show_columns(self, shape: Geometry) -> None:
        """Say how many parties there are on either side of those in sight."""
        before, after = shape.first, shape.total - shape.last
        parts = [f"‹ {before} more" if before else "", f"{after} more ›" if after else ""]
        self._hint = "  ".join(part for part in parts if part)
        self.refresh()

    def render(self) -> Content:
        """The title on the left, cut where it must be, and the hint on the right."""
        width = max(self.size.width, 1)
        hint = self._hint if len(self._hint) + 2 <= width else ""
        title = Content.styled(self._title, "bold").truncate(max(width - len(hint) - 2, 1), ellipsis=True)
        gap = max(width - title.cell_length - len(hint), 0)
        return title + Content(" " * gap) + Content.styled(hint, "$quiet")


class ComparisonScreen(Screen[str | None]):
    """Ends with the id of the statement to show in the article, or None. ``statement_id`` is chosen at first."""

    BINDINGS = bindings(Region.COMPARISON)

    def __init__(
        self,
        article: Article,
        analysis: Analysis,
        statement_id: str | None = None,
        looks: Mapping[str, PartyLook] | None = None,
    ) -> None:
        super().__init__()
        self._article = article
        self._beside: dict[str, tuple[Paragraph, ...]] = {}
        self._whole = View(analysis, article.text, looks, self._beside)
        self._first = statement_id

    def compose(self) -> ComposeResult:
        yield ComparisonTitle(self._article.title)
        yield ComparisonGrid(make_sheet(self._whole))
        yield KeyFooter(compact=True, show_command_palette=False)

    @property
    def grid(self) -> ComparisonGrid:
        """The table."""
        return self.query_one(ComparisonGrid)

    def on_mount(self) -> None:
        self.grid.focus()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        if self._first is None or not self.grid.choose_statement(self._first):
            self.grid.move(1)

    def show(self, analysis: Analysis, looks: Mapping[str, PartyLook]) -> None:
        """Show another analysis of the article. The statement chosen stays so, or the next one where it is gone."""
        before = self._whole.analysis.statements
        chosen = self.grid.chosen_statement
        at = next((n for n, s in enumerate(before) if s.id == chosen), 0)
        self._whole = View(analysis, self._article.text, looks, self._beside)
        self.grid.set_sheet(make_sheet(self._whole))
        words = {s.content: s.id for s in reversed(analysis.statements)}
        for statement in (*before[at:], *reversed(before[:at])):
            if self.grid.choose_statement(words.get(statement.content, "")):
                return

    def on_resize(self) -> None:
        self.query_one(KeyFooter).display = self.size.height >= ROOM_FOR_FOOTER

    @on(ComparisonGrid.Scrolled)
    def _columns_changed(self, message: ComparisonGrid.Scrolled) -> None:
        self.query_one(ComparisonTitle).show_columns(message.geometry)

    @on(ComparisonGrid.Opened)
    def _opened(self, message: ComparisonGrid.Opened) -> None:
        self.dismiss(message.statement_id)

    def action_back(self) -> None:
        """Go back to the article as it was."""
        self.dismiss(None)

    def action_move(self, step: int) -> None:
        """Choose the next or previous statement of the party."""
        self.grid.move(step)

    def action_side(self, step: int) -> None:
        """Go to the next or previous party."""
        self.grid.side(step)

    def action_page(self, step: int) -> None:
        """Scroll a page."""
        self.grid.page(step)

    def action_edge(self, side: int) -> None:
        """Go to the top or to the foot."""
        self.grid.edge(side)

    def action_open(self) -> None:
        """Go to the chosen statement in the article."""
        self.grid.open()

    def action_correct(self) -> None:
        """Ask to say what is wrong with the chosen statement."""
        if self.grid.chosen_statement is not None:
            self.post_message(CorrectionAsked(self.grid.chosen_statement))

    def action_export(self) -> None:
        """Ask to give the comparison out."""
        from reader.ui.exporting.offers import COMPARISON

        self.post_message(ExportAsked(COMPARISON))

    @work(group="translate", exit_on_error=False)
    async def action_translate(self) -> None:
        """Show a translation of the chosen statement beside its words, or put it away."""
        from reader.ui.translating.asking import Spoken, ask_for_translation

        reading, chosen = cast("ParleyApp", self.app).reading, self.grid.chosen_statement
        statement = self._whole.analysis.statement(chosen or "")
        spoken = None
        if statement is not None:
            words, language = self._whole.words(statement), self._whole.language(statement)
            spoken = Spoken(words, language, self._beside, self._draw_again)
        await ask_for_translation(self, reading.desk, reading.translator, spoken)

    def _draw_again(self) -> None:
        if self.is_mounted:
            chosen = self.grid.chosen_statement
            self.grid.set_sheet(make_sheet(self._whole))
            self.grid.choose_statement(chosen or "")

    def action_copy(self) -> None:
        """Copy the chosen statement, word for word."""
        statement = self._whole.analysis.statement(self.grid.chosen_statement or "")
        if statement is not None:
            self.app.copy_to_clipboard(quoted(self._article.text, statement))
            self.notify("Copied.", timeout=3, markup=False)
