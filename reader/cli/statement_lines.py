"""The statements of a text, one a line."""

from __future__ import annotations

from reader.analysis.board.board import board
from reader.cli.showing import heading
from reader.domain.analysis import Analysis
from reader.domain.article import Article, Draft


def statement_lines(article: Article | Draft, analysis: Analysis) -> str:
    """Heading, note, then each statement in order of place: who, act, to whom, the words."""
    cards = board(analysis, article.text).cards
    lines = [heading(article)]
    if analysis.note:
        lines.append(analysis.note)
    lines.append("")
    for statement in analysis.statements:
        card = cards[statement.id]
        names = [party.name for id in statement.parties if (party := analysis.party(id))]
        who = ", ".join(names) or card.speaker or "unattributed"
        aimed = f" → {', '.join(card.targets)}" if card.targets else ""
        lines.append(f"{who} {card.act}{aimed}: {card.content}")
    if not analysis.statements:
        lines.append("No statements found.")
    return "\n".join(lines) + "\n"
