"""What the regions tell the screen, in the past tense. Regions never reach into one another: the screen listens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from reader.domain.analysis import Analysis
    from reader.domain.article import Article
    from reader.domain.span import Span


@dataclass
class ArticleChosen(Message):
    """A row of the list was opened."""

    article_id: int


@dataclass
class StatementSelected(Message):
    """The article's current statement changed (None: no statement is selected any more)."""

    statement_id: str | None


@dataclass
class StatementActivated(Message):
    """Enter or a click on a statement in the article: the panel shows its card and takes the focus."""

    statement_id: str


@dataclass
class StatementChosen(Message):
    """A statement became current in the panel or the comparison: the article shows it."""

    statement_id: str


@dataclass
class SpanChosen(Message):
    """A mention or a number was chosen in the panel: the article shows its place."""

    span: Span


@dataclass
class StatementOpened(Message):
    """Enter on a card or a figure: the article shows the statement and takes the focus."""

    statement_id: str


@dataclass
class SpanOpened(Message):
    """Enter on a number or a name in the panel: the article shows its place and takes the focus.

    ``is_walk`` marks one step of a walk through the mentions of a name: the focus stays in the panel where the article
    can be seen beside it.
    """

    span: Span
    is_walk: bool = False


@dataclass
class ElsewhereChosen(Message):
    """What was chosen in the panel stands in another article of the story: the article here shows nothing of it."""


@dataclass
class PlaceOpened(Message):
    """Enter on what stands in another article: it is opened there. ``statement`` is the id in its own analysis, else
    ``span`` is the place in its text. ``is_walk`` as of SpanOpened."""

    article_id: int
    span: Span
    statement: str | None = None
    is_walk: bool = False


@dataclass
class TranslationAsked(Message):
    """The person wants a translation of the chosen statement beside it, or no more."""


@dataclass
class PartyChosen(Message):
    """A party became current in the panel (None: none any more): the article brings its names forward."""

    party_id: str | None


@dataclass
class CorrectionAsked(Message):
    """The person wants to say what is wrong with a statement of the comparison."""

    statement_id: str


@dataclass
class ExportAsked(Message):
    """The person wants to give something out, from a screen over the reading screen. ``at`` is the key of the offer to
    begin with, see ``reader.ui.exporting``."""

    at: str | None = None


@dataclass
class AnalysisArrived(Message):
    """An analysis was made, read or corrected.

    ``current`` is False where a newer engine will replace it; ``hidden`` counts the statements left out as doubtful;
    ``text_hash`` says which of the article's texts it is of, None the one that is open.
    """

    article_id: int
    analysis: Analysis
    current: bool
    hidden: int = 0
    text_hash: str | None = None

    def is_of(self, article: Article | None) -> bool:
        """True where it is of the text of ``article``, which may have come in anew since it was opened."""
        if article is None or article.id != self.article_id:
            return False
        return self.text_hash in (None, article.text_hash)


@dataclass
class AnalysisFailed(Message):
    """An article could not be analysed; ``sentence`` says why."""

    article_id: int
    sentence: str


@dataclass
class WorkCounted(Message):
    """The background analysis moved on: ``done`` of ``total`` articles (0 of 0: nothing left to do)."""

    done: int
    total: int


@dataclass
class LibraryChanged(Message, bubble=False):
    """Rows, counts or feeds may be others now: something was done, undone, refreshed, or another process was here.

    Post it to the app, which passes it on to every screen that is open.
    """


@dataclass
class StoriesChanged(Message, bubble=False):
    """Articles were placed: stories may have come, grown, joined, parted or gone.

    Post it to the app, which passes it on to every screen that is open.
    """
