"""The Figures tab of a story: each count by speaker over time, the latest first, drawn to scale. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from rich.cells import cell_len
from textual.content import Content

from reader.analysis.story_board.parts import Point, StoryBoard, StoryFigure, Trend
from reader.ui.panel.block import Block, Paragraph
from reader.ui.panel.words import ASIDE, NAME, NO_BREAK, NOBODY, NUMBER, clean_line, party_name, plain, rail, sentence
from reader.ui.party_look import PartyLook
from reader.ui.stories.carried import carried, spoken_in
from reader.ui.stories.chart import LEGEND, Scale, number, plot, scale_of
from reader.ui.stories.story_place import StoryTab, at_carrier, at_quantity
from reader.ui.stories.times import stamp

NOTHING = "No figures: nothing is counted in these articles."
SIGNS = {
    Trend.STEADY: "=",
    Trend.REVISED: "↻",
    Trend.DISPUTED: "≠",
    Trend.CONVERGING: "»",
    Trend.APART: "∥",
    Trend.SINGLE: "",
}
LABELS = {
    Trend.STEADY: "steady",
    Trend.REVISED: "revised",
    Trend.DISPUTED: "disputed",
    Trend.CONVERGING: "converging",
    Trend.APART: "side by side",
    Trend.SINGLE: "given once",
}
WIDEST_NAME, WIDEST_VALUE = 20, 16
CHART, WIDE_CHART = 20, 48
"""Cells of a chart, and from ``WIDE`` cells on."""

WIDE = 120


def figures_tab(board: StoryBoard, looks: Mapping[str, PartyLook], language: str, width: int) -> StoryTab:
    """The blocks of the tab for a list so wide, in the order the figures are given; ``language`` is the reader's."""
    tab = StoryTab()
    if not board.figures:
        tab.add(Block("nothing", (Paragraph(plain(NOTHING, ASIDE)),)))
        return tab
    for at, figure in enumerate(board.figures):
        _add_figure(tab, board, looks, figure, f"figure{at}", language, width)
    if any(scale_of(figure.points) for figure in board.figures):
        tab.add(Block("legend", (Paragraph(plain(f"{LEGEND}  · each figure to its own scale", ASIDE)),)))
    return tab


def _add_figure(
    tab: StoryTab,
    board: StoryBoard,
    looks: Mapping[str, PartyLook],
    figure: StoryFigure,
    id: str,
    language: str,
    width: int,
) -> None:
    label = Content.styled(f"{SIGNS[figure.trend]} {LABELS[figure.trend]}".strip(), ASIDE)
    heading = Block(id, (Paragraph(plain(figure.counted or "a number", NAME), right=label),), heading=True, gap=0)
    tab.add(heading)
    names = min(max(cell_len(clean_line(point.speaker)) for point in figure.points), WIDEST_NAME) + 4
    values = min(max(cell_len(clean_line(point.value)) for point in figure.points), WIDEST_VALUE)
    scale, chart = scale_of(figure.points), WIDE_CHART if width >= WIDE else CHART
    if scale is not None:
        tab.add(Block(f"{id}/scale", (_axis(scale, names + values + 1, chart),), gap=0))
    for at, point in enumerate(figure.points):
        last = at == len(figure.points) - 1 and figure.trend is Trend.SINGLE
        look = looks.get(point.party or "", NOBODY)
        row = Paragraph(
            _value(point, values, scale, chart),
            label=party_name(_short(point.speaker), look),
            label_width=names,
            right=Content.styled(stamp(point.dated), ASIDE),
        )
        where = Paragraph(Content.styled(_where(point, language), ASIDE), limit=1, indent=2, hang=2)
        place = at_quantity(board, point.quantity, point.statement) or at_carrier(point.carriers[0], point.statement)
        tab.add(Block(f"{id}/{at}/{point.quantity}", (row, where), rail=rail(look), gap=1 if last else 0), place)
    if figure.trend is not Trend.SINGLE:
        tab.add(Block(f"{id}/why", (Paragraph(sentence(figure.why)),)))


def _where(point: Point, language: str) -> str:
    """Who gives the number, and in which language its words are; when the first did stands beside the number."""
    outlets = {carrier.outlet for carrier in point.carriers}
    told = carried(point.carriers) if len(outlets) > 1 else clean_line(point.carriers[0].outlet)
    whole = clean_line(point.speaker)
    cut = whole if cell_len(whole) > WIDEST_NAME else ""
    return " · ".join(part for part in (spoken_in(point.carriers[0].language, language), told, cut) if part)


def _short(name: str) -> str:
    line = clean_line(name)
    return line if cell_len(line) <= WIDEST_NAME else line[: WIDEST_NAME - 1] + "…"


def _value(point: Point, width: int, scale: Scale | None, chart: int) -> Content:
    """The number as it is written, then its place on the scale."""
    words = clean_line(point.value)
    content = Content.styled(words.replace(" ", NO_BREAK) if cell_len(words) <= width else words, NUMBER)
    if scale is None:
        return content
    gap = NO_BREAK * max(width - cell_len(words) + 1, 1)
    return content.append(gap).append(Content.styled(plot(point, scale, chart), ASIDE))


def _axis(scale: Scale, indent: int, chart: int) -> Paragraph:
    low, high = number(scale.low), number(scale.high)
    gap = max(chart - len(low) - len(high), 1)
    return Paragraph(Content.styled(f"{low}{NO_BREAK * gap}{high}", ASIDE), label=Content(" "), label_width=indent)
