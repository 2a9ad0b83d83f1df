"""How the statements of a text stand to one another: exchanges, figures, and who is not heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.comparison.exchanges import find_exchanges
from reader.analysis.comparison.figures import find_figures
from reader.analysis.comparison.unheard import find_unheard
from reader.analysis.numbers.grammar import grammar_of
from reader.analysis.text.parsed import Parsed
from reader.domain.actor import Party
from reader.domain.comparison import Comparison
from reader.domain.quantity import Quantity
from reader.domain.statement import Statement

if TYPE_CHECKING:
    from reader.languages.pack import Pack


def compare(
    parsed: Parsed,
    pack: Pack,
    parties: tuple[Party, ...],
    quantities: tuple[Quantity, ...],
    statements: tuple[Statement, ...],
) -> Comparison:
    """The comparison of a text's statements and numbers, each list in order of place.

    Only the text, its blocks and its sentences are read of ``parsed``: a light parse gives the same as a full one.
    """
    grammar = grammar_of(pack.numbers)
    names = {party.id: party.name for party in parties}
    figures = find_figures(parsed, grammar, names, quantities, statements)
    return Comparison(
        exchanges=find_exchanges(parsed, grammar, statements, quantities, figures),
        figures=figures,
        unheard=find_unheard(statements, tuple(names)),
    )
