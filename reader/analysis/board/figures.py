"""Figures ready to show: who gives the number, the number with its hedge, whose things are counted."""

from __future__ import annotations

from dataclasses import dataclass

from reader.analysis.board.labels import NARRATOR, UNATTRIBUTED, VERDICTS
from reader.domain.analysis import Analysis
from reader.domain.comparison import Figure, FigureRow, Verdict
from reader.domain.own_words import GAP, counted_words


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One number of a figure.

    ``party`` is the speaker's id, None for the article and for a speaker without one; ``speaker`` the party's name,
    else the source in the text's words; ``value`` as written, hedge and all; ``whose`` the name of the side whose
    things are counted, "" where the text does not say.
    """

    party: str | None
    speaker: str
    value: str
    whose: str
    quantity: str
    statement: str | None


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A figure: its verdict as a label, the reason in a sentence, and its lines in order of place.

    ``counted`` is what is counted in the article's own words: those beside the first number that says it in one piece,
    else beside the first that says it; "" where none does.
    """

    counted: str
    verdict: Verdict
    label: str
    why: str
    lines: tuple[FigureLine, ...]


def figure_tables(analysis: Analysis, text: str) -> tuple[FigureTable, ...]:
    """The figures of the analysis' comparison, those with several speakers first."""
    known = _Known(analysis)
    tables = [
        FigureTable(
            _heading(known, text, figure),
            figure.verdict,
            VERDICTS[figure.verdict],
            figure.why,
            tuple(line for row in figure.rows if (line := _line(known, text, row))),
        )
        for figure in analysis.comparison.figures
    ]
    return tuple(sorted(tables, key=lambda table: table.verdict is Verdict.SINGLE))


class _Known:
    """What an analysis holds, by id."""

    def __init__(self, analysis: Analysis) -> None:
        self.parties = {party.id: party for party in analysis.parties}
        self.quantities = {quantity.id: quantity for quantity in analysis.quantities}
        self.statements = {statement.id: statement for statement in analysis.statements}


def _heading(known: _Known, text: str, figure: Figure) -> str:
    quantities = (known.quantities.get(row.quantity) for row in figure.rows)
    told = [words for q in quantities if q is not None and (words := counted_words(text, q))]
    return next((words for words in told if GAP not in words), told[0] if told else "")


def _line(known: _Known, text: str, row: FigureRow) -> FigureLine | None:
    quantity = known.quantities.get(row.quantity)
    if quantity is None:
        return None
    party = known.parties.get(row.party) if row.party else None
    statement = known.statements.get(row.statement) if row.statement else None
    speaker = party.name if party else NARRATOR if row.statement is None else UNATTRIBUTED
    if party is None and statement is not None and statement.source is not None:
        speaker = " ".join(text[statement.source[0] : statement.source[1]].split())
    side = known.parties.get(row.side) if row.side else None
    return FigureLine(
        party=row.party,
        speaker=speaker,
        value=" ".join(quantity.text.split()),
        whose=side.name if side else "",
        quantity=quantity.id,
        statement=row.statement,
    )
