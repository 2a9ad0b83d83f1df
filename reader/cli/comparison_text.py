"""The comparison of an article as plain text that reads well aloud."""

from __future__ import annotations

from collections.abc import Iterator

from reader.analysis.board.board import Board, Card, PartySection, board
from reader.domain.analysis import Analysis
from reader.domain.article import Article, Draft
from reader.domain.own_words import number_spans, own_words
from reader.ingest.exporting.heading import heading


def comparison_text(article: Article | Draft, analysis: Analysis) -> str:
    """Heading, then party by party its statements, who was not heard, the article's own numbers, and the figures."""
    view = board(analysis, article.text)
    parts = [heading(article)]
    if analysis.note:
        parts.append(analysis.note)
    parts.extend("\n".join(_section(section)) for section in view.heard)
    if not view.heard:
        parts.append("No statements found.")
    if view.unheard:
        parts.append(f"Not heard: {', '.join(view.unheard)}")
    parts.extend("\n".join(lines) for lines in (list(_narration(view, article.text)), list(_figures(view))) if lines)
    return "\n\n".join(parts)


def _section(section: PartySection) -> Iterator[str]:
    yield f"{section.name[:1].upper()}{section.name[1:]}: {section.count} statement{'s' if section.count != 1 else ''}"
    for card in section.cards:
        yield from _card(card, "  ")


def _card(card: Card, indent: str) -> Iterator[str]:
    aimed = f" → {', '.join(card.targets)}" if card.targets else ""
    speaker = f" ({card.speaker})" if card.speaker else ""
    mark = " (corrected)" if card.statement.corrected else ""
    yield f"{indent}{card.act}{aimed}{speaker}{mark}"
    yield f"{indent}  {card.content}"
    for link in card.links:
        names = f" {', '.join(link.names)}" if link.statement else ""
        yield f"{indent}  ⇄ {link.label}{names}"
    if card.quantities:
        yield f"{indent}  numbers: {'; '.join(card.quantities)}"
    for child in card.children:
        yield from _card(child, indent + "    ")


def _narration(view: Board, text: str) -> Iterator[str]:
    if view.narration:
        yield "The article's own numbers"
    for quantity in view.narration:
        yield f"  {own_words(text, number_spans(text, quantity))}"


def _figures(view: Board) -> Iterator[str]:
    if view.figures:
        yield "Figures"
    for table in view.figures:
        why = f" ({table.why})" if table.why else ""
        yield f"  {f'{table.counted}: ' if table.counted else ''}{table.label}{why}"
        for line in table.lines:
            yield f"    {line.speaker}: {line.value}{f' — {line.whose}' if line.whose else ''}"
