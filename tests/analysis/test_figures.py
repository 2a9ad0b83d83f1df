"""Numbers of several speakers, lined up and judged."""

from __future__ import annotations

import pytest
from hand_built import say

from reader.analysis.actors.actors import find_actors
from reader.analysis.comparison.figures import find_figures
from reader.analysis.numbers.grammar import grammar_of
from reader.analysis.numbers.quantities import find_quantities
from reader.analysis.text.parse import parse
from reader.domain.comparison import Figure, Verdict
from reader.domain.quantity import Quantity
from reader.domain.statement import Statement
from reader.languages.pack import load_pack

NAMES = {"AA": "Alpha", "BB": "Beta"}


def figures(text: str, said: dict[str, str], *, whose: dict[str, str] | None = None) -> list[Figure]:
    """The figures of an English text; ``said`` maps a clause to who says it, ``whose`` a number to its side."""
    pack = load_pack("en")
    parsed = parse(text, pack, None)
    quantities = tuple(
        _owned(q, (whose or {}).get(q.text)) for q in find_quantities(parsed, pack, find_actors(parsed, pack))
    )
    statements = tuple(
        _said(text, f"s{n}", words, party, quantities) for n, (words, party) in enumerate(said.items(), 1)
    )
    return list(find_figures(parsed, grammar_of(pack.numbers), NAMES, quantities, statements))


def _owned(quantity: Quantity, party: str | None) -> Quantity:
    from dataclasses import replace

    return replace(quantity, party=party)


def _said(text: str, id: str, words: str, party: str, quantities: tuple[Quantity, ...]) -> Statement:
    statement = say(text, id, words, by=(party,) if party else ())
    start, end = statement.content[0]
    inside = tuple(q.id for q in quantities if start <= q.span[0] and q.span[1] <= end)
    return say(text, id, words, by=(party,) if party else (), quantities=inside)


def test_one_row_a_speaker_in_order_of_place() -> None:
    text = "Alpha counted 8,000 marchers. Beta counted 45,000 marchers. The square holds 30,000 marchers."
    (figure,) = figures(text, {"8,000 marchers": "AA", "45,000 marchers": "BB"})
    assert [(row.party, row.statement) for row in figure.rows] == [("AA", "s1"), ("BB", "s2"), (None, None)]
    assert figure.counted == "marchers"
    assert figure.verdict is Verdict.DIFFER
    assert "Alpha 8,000" in figure.why
    assert "the article 30,000" in figure.why


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("50", "50", Verdict.AGREE),
        ("at least 49", "50", Verdict.AGREE),
        ("about 100", "97", Verdict.AGREE),
        ("50", "60", Verdict.DIFFER),
        ("about 100", "200", Verdict.DIFFER),
        ("more than 80", "60", Verdict.DIFFER),
        ("at least 10", "5,000", Verdict.NOT_COMPARABLE),
        ("dozens of", "400", Verdict.NOT_COMPARABLE),
        ("between 20 and 30", "25", Verdict.AGREE),
        ("up to 30", "45", Verdict.DIFFER),
    ],
)
def test_a_hedge_decides_whether_two_numbers_agree(one: str, other: str, verdict: Verdict) -> None:
    text = f"Alpha lists {one} houses destroyed. Beta lists {other} houses destroyed."
    (figure,) = figures(text, {f"{one} houses destroyed": "AA", f"lists {other} houses destroyed": "BB"})
    assert figure.verdict is verdict, figure.why


def test_losses_of_different_sides_are_not_comparable() -> None:
    text = "Alpha says 49 soldiers were killed. Beta says 50 soldiers were killed."
    said = {"49 soldiers were killed": "AA", "50 soldiers were killed": "BB"}
    (figure,) = figures(text, said, whose={"49": "AA", "50": "BB"})
    assert figure.verdict is Verdict.NOT_COMPARABLE
    assert figure.why == "They count different sides: Alpha and Beta."


def test_a_number_for_both_sides_counts_all_of_them() -> None:
    text = (
        "Clashes left 99 soldiers killed in all. Alpha says 49 soldiers were killed. Beta says 50 soldiers were killed."
    )
    said = {"49 soldiers were killed": "AA", "50 soldiers were killed": "BB"}
    (figure,) = figures(text, said, whose={"49": "AA", "50": "BB"})
    assert figure.why == "They count different sides: Alpha and Beta; the article counts all together."


def test_numbers_of_different_years_are_not_comparable() -> None:
    text = "Alpha says 49 houses were destroyed in 2014. Beta says 80 houses were destroyed in 2019."
    (figure,) = figures(text, {"49 houses were destroyed in 2014": "AA", "80 houses were destroyed in 2019": "BB"})
    assert figure.verdict is Verdict.NOT_COMPARABLE
    assert figure.why == "They are about different dates: 2014 and 2019."


def test_a_part_is_not_compared_with_the_whole() -> None:
    text = "Alpha says 90 houses were destroyed in all. Beta speaks of ruins, including 40 houses destroyed."
    (figure,) = figures(text, {"90 houses were destroyed in all": "AA", "including 40 houses destroyed": "BB"})
    assert figure.verdict is Verdict.NOT_COMPARABLE
    assert figure.why == "Alpha counts all of them, Beta a part."


def test_other_words_for_the_same_thing_share_a_figure() -> None:
    text = "Alpha says 20 troops were killed. Beta says 30 soldiers died."
    (figure,) = figures(text, {"20 troops were killed": "AA", "30 soldiers died": "BB"})
    assert len(figure.rows) == 2


def test_the_dead_and_the_wounded_do_not() -> None:
    text = "Alpha says 20 soldiers were killed. Beta says 30 soldiers were wounded."
    found = figures(text, {"20 soldiers were killed": "AA", "30 soldiers were wounded": "BB"})
    assert [figure.verdict for figure in found] == [Verdict.SINGLE, Verdict.SINGLE]


def test_a_number_that_names_only_the_event_joins_those_that_name_who() -> None:
    text = "Alpha says 20 miners were killed. Beta speaks of 30 deaths."
    (figure,) = figures(text, {"20 miners were killed": "AA", "30 deaths": "BB"})
    assert figure.counted == "miners killed"


def test_one_speaker_alone_is_told_as_such() -> None:
    (figure,) = figures("Alpha says 20 miners were killed.", {"20 miners were killed": "AA"})
    assert (figure.verdict, figure.why) == (Verdict.SINGLE, "Only Alpha gives it.")


def test_small_numbers_that_only_refer_and_dates_make_no_figure() -> None:
    assert figures("The two countries met on May 12, 2022 at 2:30 p.m. for the third time in six weeks.", {}) == []
