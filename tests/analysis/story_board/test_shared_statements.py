"""Statements that several outlets carry: once, with all who carry them, and never where something differs."""

from __future__ import annotations

import pytest
from telling import article, board, told

from reader.analysis.story_board.parts import StoryBoard

QUOTE = "“The bridge was checked twice this year and nobody found a crack in it,” Greece said."


def carried(story: StoryBoard) -> list[list[str]]:
    """For each statement the outlets that carry it, in order of place."""
    return [[c.outlet for c in story.carriers[s.id]] for s in story.analysis.statements]


def test_the_same_words_with_other_marks_are_one_statement() -> None:
    story = told(QUOTE, QUOTE.replace("“", '"').replace("”", '"'))
    assert carried(story) == [["Outlet 1", "Outlet 2"]]


def test_the_first_to_carry_it_stands_first_whatever_the_order() -> None:
    first = article(7, QUOTE, outlet="Early", dated="2026-03-01T08:00:00Z")
    second = article(3, QUOTE, outlet="Late", dated="2026-03-02T08:00:00Z")
    assert carried(board(second, first)) == [["Early", "Late"]]


def test_a_shorter_cut_is_the_longer_statement() -> None:
    story = told(
        "“The bridge was checked twice this year and nobody found a crack in it. We are shocked,” Greece said.",
        "“The bridge was checked twice this year and nobody found a crack in it,” Greece said.",
    )
    assert carried(story) == [["Outlet 1", "Outlet 2"]]
    (statement,) = story.analysis.statements
    assert "shocked" in story.board.cards[statement.id].content


def test_a_cut_of_two_longer_ones_leaves_them_two() -> None:
    cut = "The bridge was checked twice this year by our engineers"
    story = told(
        f"“{cut}. We are shocked,” Greece said.", f"“{cut}. It was new,” Greece said.", f"“{cut},” Greece said."
    )
    assert sorted(map(len, carried(story))) == [1, 2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Greece said 49 soldiers were killed in the shelling.",
            "Greece said 50 soldiers were killed in the shelling.",
        ),
        ("Greece said it would attend the summit.", "Greece said it would not attend the summit."),
        ("Greece said the border is open.", "Turkey said the border is open."),
        ("Greece said the bridge had been hit by a shell.", "Greece denied the bridge had been hit by a shell."),
        (
            "“We have never said that the bridge was hit by our shells,” Greece said.",
            "“said that the bridge was hit by our shells,” Greece said.",
        ),
    ],
)
def test_what_differs_in_a_number_a_negation_or_a_speaker_is_never_one(one: str, other: str) -> None:
    assert all(len(outlets) == 1 for outlets in carried(told(one, other)))


def test_wire_copies_with_edits_share_what_they_did_not_edit() -> None:
    original = (
        "ATHENS (AP) - Greece accused Turkey of closing the strait on Monday.\n\n"
        "Turkey said that 12 ships had passed through the strait since dawn.\n\n"
        "Cyprus urged both countries to show restraint."
    )
    copy = original.replace("12 ships", "14 ships").replace("ATHENS (AP) - ", "")
    story = board(
        article(1, original, outlet="The Herald", agency="AP"),
        article(2, copy, outlet="The Post", agency="AP", copy_of=1),
    )
    by_party = {story.analysis.statements[n].parties: outlets for n, outlets in enumerate(carried(story))}
    assert by_party["GR",] == ["The Herald", "The Post"]
    assert by_party["CY",] == ["The Herald", "The Post"]
    assert sum(statement.parties == ("TR",) for statement in story.analysis.statements) == 2
    assert [outlet.agencies for outlet in story.outlets] == [("AP",), ("AP",)]
    assert all(
        len({carrier.article_id for carrier in carriers}) == len(carriers) for carriers in story.carriers.values()
    )


def test_statements_inside_others_stay_inside_what_is_shown() -> None:
    inner = "Greece said that Turkey had promised to reopen the strait within a week."
    story = told(inner, inner)
    ids = {statement.id for statement in story.analysis.statements}
    assert all(statement.parent in ids for statement in story.analysis.statements if statement.parent)
