"""What the regions tell the screen, in the past tense. Regions never reach into one another: the screen listens."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from reader.domain.analysis import Analysis
from reader.domain.span import Span


class _Told(Message):
    """Messages without arguments of their own still need Message.__init__, which a dataclass would skip."""

    def __post_init__(self) -> None:
        super().__init__()


@dataclass
class ArticleChosen(_Told):
    """A row of the list was opened."""

    article_id: int


@dataclass
class StatementSelected(_Told):
    """The article's current statement changed (None: no statement is selected any more)."""

    statement_id: str | None


@dataclass
class StatementActivated(_Told):
    """Enter or a click on a statement in the article: the panel shows its card and takes the focus."""

    statement_id: str


@dataclass
class StatementChosen(_Told):
    """A statement became current in the panel or the comparison: the article shows it."""

    statement_id: str


@dataclass
class SpanChosen(_Told):
    """A mention or a number was chosen in the panel: the article shows its place."""

    span: Span


@dataclass
class PartyChosen(_Told):
    """A party became current in the panel (None: none any more): the article brings its names forward."""

    party_id: str | None


@dataclass
class AnalysisArrived(_Told):
    """An analysis was made or read; ``current`` is False where a newer engine will replace it."""

    article_id: int
    analysis: Analysis
    current: bool


@dataclass
class AnalysisFailed(_Told):
    """An article could not be analysed; ``sentence`` says why."""

    article_id: int
    sentence: str


@dataclass
class WorkCounted(_Told):
    """The background analysis moved on: ``done`` of ``total`` articles (0 of 0: nothing left to do)."""

    done: int
    total: int
