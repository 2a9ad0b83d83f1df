"""A small app around the panel, or the comparison, that remembers what they told it."""

from __future__ import annotations

from textual import on
from textual.app import App, ComposeResult
from textual.message import Message
from textual.widgets import Input

from reader.domain.analysis import Analysis
from reader.domain.article import Article
from reader.resources import resource_dir
from reader.ui.comparison import ComparisonScreen
from reader.ui.messages import PartyChosen, SpanChosen, SpanOpened, StatementChosen, StatementOpened
from reader.ui.panel.block_list import BlockList
from reader.ui.panel.panel import StatementPanel
from reader.ui.themes import DARK, OWN, reading_colours

SIZES = [(80, 24), (120, 40), (200, 50)]


class _Styled(App[None]):
    CSS_PATH = sorted(resource_dir("styles").glob("*.tcss"))

    def __init__(self) -> None:
        super().__init__()
        for theme in OWN:
            self.register_theme(theme)
        self.theme = DARK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return reading_colours(self.current_theme)


class PanelApp(_Styled):
    """The panel beside something else that can have the focus. ``told`` is what the panel posted."""

    CSS = "StatementPanel { width: 44; height: 1fr; }"

    def __init__(self, article: Article | None = None, analysis: Analysis | None = None, width: int = 44) -> None:
        super().__init__()
        self.article = article
        self.analysis = analysis
        self.panel_width = width
        self.told: list[Message] = []

    def compose(self) -> ComposeResult:
        yield Input(id="other")
        yield StatementPanel(id="panel")

    def on_mount(self) -> None:
        self.panel.styles.width = self.panel_width
        self.panel.show(self.article, self.analysis)
        self.panel.focus()

    @property
    def panel(self) -> StatementPanel:
        return self.query_one(StatementPanel)

    @property
    def open_list(self) -> BlockList:
        return self.query_one(f"#panel-{self.panel.tab}", BlockList)

    @on(PartyChosen)
    @on(SpanChosen)
    @on(SpanOpened)
    @on(StatementChosen)
    @on(StatementOpened)
    def _remember(self, message: Message) -> None:
        self.told.append(message)

    def of(self, kind: type[Message]) -> list[Message]:
        """The messages of one kind, in order."""
        return [message for message in self.told if isinstance(message, kind)]

    def lines(self) -> list[str]:
        """What the open tab shows, line by line."""
        return [self.open_list.render_line(y).text.rstrip() for y in range(self.open_list.size.height)]

    def text(self) -> str:
        """What the open tab shows, on one line."""
        return " ".join(" ".join(line.strip("│▌ ") for line in self.lines()).replace("\xa0", " ").split())


class ComparisonApp(_Styled):
    """The comparison over an empty screen. ``results`` is what it ended with."""

    def __init__(self, article: Article, analysis: Analysis, statement: str | None = None) -> None:
        super().__init__()
        self.comparison = ComparisonScreen(article, analysis, statement)
        self.results: list[str | None] = []

    def on_mount(self) -> None:
        self.push_screen(self.comparison, self.results.append)

    def lines(self) -> list[str]:
        """What the table shows, line by line."""
        grid = self.comparison.grid
        return [grid.render_line(y).text.replace("\xa0", " ").rstrip() for y in range(grid.size.height)]
