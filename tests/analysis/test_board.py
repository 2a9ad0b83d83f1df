"""What the panel and the command line show of an analysis."""

from __future__ import annotations

import pytest
from hand_built import analysis_of, say, span_of

from reader.analysis.board.board import board
from reader.analysis.board.grid import NOBODY
from reader.analysis.board.labels import ACTS, ANSWERING, EXCHANGE_ROWS, FIRST, ROWS
from reader.domain.comparison import Comparison, Exchange, ExchangeKind, Figure, FigureRow, Verdict
from reader.domain.quantity import Hedge, Quantity, QuantityKind
from reader.domain.statement import Act

TEXT = "A storm felled 90 trees. Alpha says Beta sold the wood.\nBeta says it lost\n40 trees. Somebody saw smoke."
NOTHING = Comparison((), (), ())
SOLD, LOST, SMOKE = "Beta sold the wood", "it lost\n40 trees", "smoke"


def number(id: str, words: str, party: str | None = None) -> Quantity:
    return Quantity(
        id, span_of(TEXT, words), words, QuantityKind.CARDINAL, 1.0, None, None, Hedge.EXACT, None, "trees", None, party
    )


CHARGE = say(TEXT, "s1", SOLD, by=("AA",), to=("BB",), act=Act.ACCUSE, source="Alpha")
DENIAL = say(TEXT, "s2", LOST, by=("BB",), act=Act.DENY, quantities=("q2",))
UNNAMED = say(TEXT, "s3", SMOKE, source="Somebody", confidence=0.3)
DENIED = Comparison((Exchange(ExchangeKind.DENIAL, ("s1", "s2"), "denial by the accused"),), (), ())


def test_parties_that_speak_come_first_then_nobody_then_the_unheard() -> None:
    analysis = analysis_of((DENIAL, CHARGE, UNNAMED), Comparison((), (), ("CC",)), parties=("AA", "CC", "BB"))
    sections = board(analysis, TEXT).parties
    assert [(s.name, s.heard, s.count) for s in sections] == [
        ("Party AA", True, 1),
        ("Party BB", True, 1),
        ("unattributed", True, 1),
        ("Party CC", False, 0),
    ]
    assert board(analysis, TEXT).unheard == ("Party CC",)


def test_a_card_shows_the_words_on_one_line_with_targets_and_numbers() -> None:
    analysis = analysis_of((CHARGE, DENIAL), NOTHING, quantities=(number("q1", "90"), number("q2", "40")))
    cards = board(analysis, TEXT).cards
    assert (cards["s1"].act, cards["s1"].speaker, cards["s1"].targets) == ("accused", "Alpha", ("Party BB",))
    assert (cards["s2"].content, cards["s2"].quantities) == ("it lost 40 trees", ("40",))


def test_split_contents_show_the_gap() -> None:
    from dataclasses import replace

    split = replace(CHARGE, content=(span_of(TEXT, "Beta sold"), span_of(TEXT, "smoke")))
    assert board(analysis_of((split,), NOTHING), TEXT).cards["s1"].content == "Beta sold […] smoke"


def test_statements_that_answer_each_other_name_each_other() -> None:
    cards = board(analysis_of((CHARGE, DENIAL), DENIED), TEXT).cards
    assert [(link.label, link.statement, link.names) for link in cards["s1"].links] == [
        ("denied by", "s2", ("Party BB",))
    ]
    assert [(link.label, link.statement, link.names) for link in cards["s2"].links] == [
        ("denied the charge of", "s1", ("Party AA",))
    ]


def test_a_charge_told_of_both_sides_aims_at_the_other_one_under_each() -> None:
    both = say(TEXT, "s1", SOLD, by=("AA", "BB"), to=("AA", "BB"), act=Act.ACCUSE)
    exchange = Exchange(ExchangeKind.MUTUAL_ACCUSATION, ("s1",), "reciprocal")
    sections = board(analysis_of((both,), Comparison((exchange,), (), ())), TEXT).parties
    assert [section.cards[0].targets for section in sections] == [("Party BB",), ("Party AA",)]
    assert sections[0].cards[0].links[0].label == "each accuses the other"


def test_a_statement_inside_another_is_its_child_and_counts_for_nobody() -> None:
    inner = say(TEXT, "s2", LOST, by=("BB",), parent="s1")
    shown = board(analysis_of((CHARGE, inner), NOTHING), TEXT)
    assert [(s.name, s.count) for s in shown.parties] == [("Party AA", 1)]
    assert [child.statement.id for child in shown.parties[0].cards[0].children] == ["s2"]
    assert "s2" in shown.cards


def test_unsure_statements_are_marked() -> None:
    cards = board(analysis_of((CHARGE, UNNAMED), NOTHING), TEXT).cards
    assert (cards["s1"].doubtful, cards["s3"].doubtful) == (False, True)


def test_the_articles_own_figures_stand_apart() -> None:
    rows = (FigureRow(None, "q1", None), FigureRow("BB", "q2", "s2", "BB"))
    figure = Figure("trees", rows, Verdict.DIFFER, "They give different numbers.")
    analysis = analysis_of(
        (DENIAL,), Comparison((), (figure,), ()), quantities=(number("q1", "90"), number("q2", "40", "BB"))
    )
    shown = board(analysis, TEXT)
    assert [q.id for q in shown.narration] == ["q1"]
    (table,) = shown.figures
    assert [(line.speaker, line.value, line.whose) for line in table.lines] == [
        ("the article", "90", ""),
        ("Party BB", "40", "Party BB"),
    ]
    assert table.label == "differ"


def test_the_grid_puts_answers_on_one_row_and_the_rest_by_kind() -> None:
    analysis = analysis_of((CHARGE, DENIAL, UNNAMED), DENIED)
    grid = board(analysis, TEXT).grid
    assert grid.columns == ("AA", "BB", NOBODY)
    first, second = grid.rows
    assert (first.label, first.exchange) == ("charges", ExchangeKind.DENIAL)
    assert {column: [c.statement.id for c in first.cell(column)] for column in grid.columns} == {
        "AA": ["s1"],
        "BB": ["s2"],
        NOBODY: [],
    }
    assert (second.label, second.exchange) == ("statements", None)


def test_every_statement_is_in_the_grid_once_a_column() -> None:
    analysis = analysis_of((CHARGE, DENIAL, UNNAMED), NOTHING)
    grid = board(analysis, TEXT).grid
    shown = [card.statement.id for row in grid.rows for column in grid.columns for card in row.cell(column)]
    assert sorted(shown) == ["s1", "s2", "s3"]


@pytest.mark.parametrize("act", list(Act))
def test_every_act_has_a_label_and_one_row(act: Act) -> None:
    assert act in ACTS
    assert sum(act in acts for _, _, acts in ROWS) == 1


def test_negation_is_said() -> None:
    negated = say(TEXT, "s1", SOLD, by=("AA",), act=Act.CONFIRM, negated=True)
    assert board(analysis_of((negated,), NOTHING), TEXT).cards["s1"].act == "did not confirm"


def test_an_analysis_without_statements_gives_an_empty_board() -> None:
    shown = board(analysis_of((), NOTHING, parties=()), "")
    assert (shown.parties, shown.narration, shown.figures, shown.grid.rows, shown.grid.columns) == ((), (), (), (), ())


@pytest.mark.parametrize("labels", [FIRST, ANSWERING, EXCHANGE_ROWS])
def test_every_way_to_answer_has_its_words(labels: dict[ExchangeKind, str]) -> None:
    assert set(labels) == set(ExchangeKind)
    assert all(labels.values())
