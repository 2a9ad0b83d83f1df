"""The comparison of any text: nothing raised, every id known, and the board built on it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.board.board import board
from reader.analysis.engine import analyse
from reader.domain.comparison import Verdict
from reader.languages.pack import load_pack

CLAUSES = st.sampled_from(
    [
        "La France a accusé l'Italie d'avoir tué 12 soldats. ",
        "L'Italie a nié ces accusations et déclaré en avoir perdu 30. ",
        "« Nous avons compté 40 morts », a répondu le ministre. ",
        "France accused Italy of killing at least 12 soldiers. ",
        "Italy denied it and said it had lost 30. ",
        "“We counted 40 dead,” the minister replied. ",
        "Both sides asked the United Nations for $5 million. ",
        "12 000 manifestants selon la police, 50 000 selon la CGT.\n\n",
    ]
)


@pytest.mark.parametrize("language", ["fr", "en", "und"])
@settings(max_examples=40, deadline=None)
@given(text=st.lists(CLAUSES | st.text(max_size=12), max_size=8).map("".join))
def test_every_link_and_row_names_what_the_analysis_holds(language: str, text: str) -> None:
    analysis = analyse(text, load_pack(language), None)
    statements = {s.id for s in analysis.statements}
    quantities = {q.id for q in analysis.quantities}
    parties = {p.id for p in analysis.parties}
    for exchange in analysis.comparison.exchanges:
        assert exchange.statements
        assert set(exchange.statements) <= statements
        assert exchange.rule
    for figure in analysis.comparison.figures:
        assert figure.rows
        assert figure.why.endswith(".")
        assert {row.quantity for row in figure.rows} <= quantities
        assert {row.statement for row in figure.rows if row.statement} <= statements
    assert set(analysis.comparison.unheard) <= parties
    shown = board(analysis, text)
    assert set(shown.cards) <= statements
    assert {q.id for q in shown.narration} <= quantities
    assert analyse(text, load_pack(language), None) == analysis


def test_head_counts_are_lined_up_without_a_model() -> None:
    text = "According to police, 12,000 protesters came. According to the union, 50,000 protesters came."
    (figure,) = analyse(text, load_pack("en"), None).comparison.figures
    assert len(figure.rows) == 2
    assert figure.verdict is Verdict.DIFFER
