"""The Figures tab: what is counted, one row per speaker, and whether the numbers can be held against each other."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content

from reader.analysis.board.board import FigureTable
from reader.analysis.board.figures import FigureLine
from reader.domain.comparison import Verdict
from reader.ui.panel.block import Block, Paragraph
from reader.ui.panel.view import Place, TabContent, View
from reader.ui.panel.words import ASIDE, NAME, NO_BREAK, NOBODY, NUMBER, clean_line, party_name, plain, sentence

NO_FIGURES = "No figures: nothing is counted in this text."
SIGNS = {Verdict.AGREE: "=", Verdict.DIFFER: "≠", Verdict.NOT_COMPARABLE: "~", Verdict.SINGLE: ""}
WIDEST_NAME = 18


def figures_tab(view: View, _at_mention: Mapping[str, int]) -> TabContent:
    """The blocks of the tab: figures with several speakers first, then those given once."""
    tab = TabContent()
    tables = view.board.figures
    if not tables:
        tab.add(Block("nothing", (Paragraph(plain(NO_FIGURES, ASIDE)),), selectable=False))
    for at, table in enumerate(tables):
        _add_table(tab, view, table, f"figure{at}")
    return tab


def _add_table(tab: TabContent, view: View, table: FigureTable, id: str) -> None:
    verdict = Content.styled(f"{SIGNS[table.verdict]} {table.label}".strip(), ASIDE)
    heading = Paragraph(plain(table.counted, NAME), right=verdict)
    tab.add(Block(id, (heading,), selectable=False, heading=True, gap=0))
    width = name_width([line.speaker for line in table.lines])
    has_reason = bool(table.why) and table.verdict is not Verdict.SINGLE
    for at, line in enumerate(table.lines):
        is_last = at == len(table.lines) - 1
        look = view.looks.get(line.party or "", NOBODY)
        row = Paragraph(value(line), label=party_name(line.speaker, look), label_width=width)
        gap = 1 if is_last and not has_reason else 0
        tab.add(Block(f"{id}/{at}/{line.quantity}", (row,), gap=gap), place(view, line))
    if has_reason:
        tab.add(Block(f"{id}/why", (Paragraph(sentence(table.why)),), selectable=False))


def value(line: FigureLine) -> Content:
    """The number with its hedge, and whose things are counted."""
    whose = clean_line(line.whose)
    if whose:
        whose = "its own" if line.whose == line.speaker else whose
    aside = f"{NO_BREAK}({whose.replace(' ', NO_BREAK)})" if whose else ""
    return Content.assemble((clean_line(line.value), NUMBER), (aside, ASIDE))


def place(view: View, line: FigureLine) -> Place:
    """Where a number stands in the article."""
    quantity = view.analysis.quantity(line.quantity)
    return Place(statement=line.statement, spans=(quantity.span,) if quantity else ())


def name_width(names: list[str]) -> int:
    """The cells of a column of party names: mark, space, the name, two spaces."""
    longest = max((Content(clean_line(name)).cell_length for name in names), default=0)
    return min(longest, WIDEST_NAME) + 4
