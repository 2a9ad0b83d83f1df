"""The comparison of an article as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.analysis.board.board import Board, Card, board
from reader.cli.showing import heading
from reader.domain.analysis import Analysis
from reader.domain.article import Article, Draft
from reader.domain.plain_text import clean_line

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_LIST_START = re.compile(r"^(\d+)([.)])|^([-+])")


def comparison_markdown(article: Article | Draft, analysis: Analysis) -> str:
    """Title, then a section a party, its statements as quotations, then the figures as a table."""
    view = board(analysis, article.text)
    title, *about = heading(article).split("\n")
    parts = [f"# {plain(title)}", *(f"*{plain(line)}*" for line in about)]
    if analysis.note:
        parts.append(plain(analysis.note))
    for section in view.heard:
        parts.append(f"## {plain(section.name)}")
        parts.extend(line for card in section.cards for line in _card(card))
    if view.unheard:
        parts.append(f"**Not heard:** {plain(', '.join(view.unheard))}")
    if view.narration:
        parts.append("## The article's own numbers")
        numbers = (plain(q.text) + (f" — {plain(q.counted)}" if q.counted else "") for q in view.narration)
        parts.append("\n".join(f"- {n}" for n in numbers))
    parts.extend(_figures(view))
    return "\n\n".join(parts)


def plain(words: str) -> str:
    """Words from an article on one line, none of them Markdown."""
    escaped = _SPECIAL.sub(r"\\\1", clean_line(words))
    return _LIST_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", escaped)


def _card(card: Card) -> Iterator[str]:
    aimed = f" → {plain(', '.join(card.targets))}" if card.targets else ""
    speaker = f" ({plain(card.speaker)})" if card.speaker else ""
    links = "".join(f"; {link.label} {plain(', '.join(link.names)) if link.statement else ''}" for link in card.links)
    mark = " (corrected)" if card.statement.corrected else ""
    yield f"**{card.act}**{aimed}{speaker}{mark}{links.rstrip()}"
    yield f"> {plain(card.content)}"
    for child in card.children:
        yield from _card(child)


def _figures(view: Board) -> Iterator[str]:
    if not view.figures:
        return
    yield "## Figures"
    rows = ["| counted | who says it | value | whose | verdict |", "|---|---|---|---|---|"]
    for table in view.figures:
        verdict = f"{table.label}: {table.why}" if table.why else table.label
        rows.extend(
            f"| {plain(table.counted)} | {plain(x.speaker)} | {plain(x.value)} | {plain(x.whose)} | {plain(verdict)} |"
            for x in table.lines
        )
    yield "\n".join(rows)
