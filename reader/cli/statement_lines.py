"""The statements of a text, one a line."""

from __future__ import annotations

from collections.abc import Iterator

from reader.analysis.board.board import board
from reader.domain.analysis import Analysis
from reader.domain.article import Article, Draft
from reader.ingest.exporting.heading import heading


def statement_lines(article: Article | Draft, analysis: Analysis) -> str:
    """Heading, note, then each statement in order of place: its id, who, act, to whom, the words."""
    lines = [heading(article)]
    if analysis.note:
        lines.append(analysis.note)
    return "\n".join([*lines, "", *each_statement(article, analysis)]) + "\n"


def each_statement(article: Article | Draft, analysis: Analysis) -> Iterator[str]:
    """One line for each statement, or one that says that there are none."""
    cards = board(analysis, article.text).cards
    width = max((len(s.id) for s in analysis.statements), default=0)
    for statement in analysis.statements:
        card = cards[statement.id]
        names = [party.name for id in statement.parties if (party := analysis.party(id))]
        who = ", ".join(names) or card.speaker or "unattributed"
        aimed = f" → {', '.join(card.targets)}" if card.targets else ""
        mark = f" (corrected: {card.speaker})" if statement.corrected else ""
        yield f"{statement.id:<{width}}  {who} {card.act}{aimed}{mark}: {card.content}"
    if not analysis.statements:
        yield "No statements found."
