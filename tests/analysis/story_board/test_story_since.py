"""When what only a later version of an article has was said."""

from __future__ import annotations

from telling import article, board

from reader.analysis.story_board.parts import StoryBoard

FIRST = "Norland said 11 people had died in the fire and six were missing."
THEN = "Norland said 12 people had died in the fire and five were missing."
OTHER = "Sudria said 14 people had died in the fire."


def said(story: StoryBoard) -> list[tuple[str, str]]:
    return [(moment.words, moment.dated) for moment in story.timeline if moment.statement]


def test_a_statement_whose_number_was_corrected_came_with_the_correction() -> None:
    story = board(article(1, THEN, before=FIRST), article(2, OTHER, dated="2026-03-01T12:00:00Z"))
    dates = [dated for _, dated in said(story)]
    assert dates == ["2026-03-01T12:00:00Z", "2026-03-01T20:00:00Z"]
    assert "12 people" in said(story)[-1][0]


def test_a_number_that_was_corrected_is_later_than_one_given_in_between() -> None:
    between = "Norland said 13 people had died in the fire."
    story = board(article(1, THEN, before=FIRST), article(2, between, dated="2026-03-01T12:00:00Z"))
    dead = next(figure for figure in story.figures if any(point.value == "13" for point in figure.points))
    assert [point.value for point in dead.points][:2] == ["12", "13"]


def test_a_statement_that_was_only_reworded_stays_where_it_was() -> None:
    now = "Norland said that 11 people had died in the blaze and six were missing."
    story = board(article(1, now, before=FIRST))
    assert [dated for _, dated in said(story)] == ["2026-03-01T08:00:00Z"]


def test_a_new_entry_of_a_live_page_came_with_the_version_that_has_it() -> None:
    old = "Sudria said the harbour was closed."
    now = f"Norland accused Sudria of hiding the dead.\n\n{old}"
    story = board(article(1, now, before=old))
    assert [(words, dated[11:13]) for words, dated in said(story)] == [
        ("the harbour was closed", "08"),
        ("of hiding the dead", "20"),
    ]


def test_a_statement_that_was_turned_round_came_with_the_correction() -> None:
    old = "Norland said the harbour was closed to every ship on Monday."
    now = "Norland said the harbour was not closed to every ship on Monday."
    story = board(article(1, now, before=old))
    assert [dated[11:13] for _, dated in said(story)] == ["20"]


def test_in_french_too() -> None:
    old = "La mairie a annoncé que onze personnes étaient mortes dans l'incendie."
    now = "La mairie a annoncé que douze personnes étaient mortes dans l'incendie."
    story = board(article(1, now, language="fr", before=old))
    assert [dated[11:13] for _, dated in said(story)] == ["20"]
