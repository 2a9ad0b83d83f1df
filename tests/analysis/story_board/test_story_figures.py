"""Figures of a story over time: what is lined up, what never is, and what the numbers do."""

from __future__ import annotations

import pytest
from telling import article, board, told

from reader.analysis.story_board.parts import StoryFigure, Trend

REVISED, DISPUTED, CONVERGING = Trend.REVISED, Trend.DISPUTED, Trend.CONVERGING
STEADY, APART, SINGLE = Trend.STEADY, Trend.APART, Trend.SINGLE

ENGLISH = [
    (REVISED, "Police said 12 people were killed in the blast.", "Police said 17 people were killed in the blast."),
    (REVISED, "At least 12 people were killed in the blast.", "At least 15 people were killed in the blast."),
    (REVISED, "The company said it would cut 300 jobs.", "The company said it would cut 450 jobs."),
    (REVISED, "The governor said two people had died.", "The ministry said four people had died."),
    (APART, "Russia said 20 civilians were killed.", "Ukraine said 35 civilians were killed."),
    (
        DISPUTED,
        "Police said 12,000 people marched.",
        "Police said 12,000 people marched. The union said 50,000 people marched.",
    ),
    (APART, "Israel said 12 hostages were freed.", "Hamas said four hostages were freed."),
    (
        CONVERGING,
        "Israel said 30 fighters were killed. Hamas said 12 fighters were killed.",
        "Israel said 20 fighters were killed. Hamas said 20 fighters were killed.",
    ),
    (STEADY, "At least 12 people were killed.", "At least 12 people were killed, officials said."),
    (STEADY, "Some 2,000 houses were destroyed.", "More than 2,000 houses were destroyed, the government said."),
    (STEADY, "Ukraine said 14 drones were destroyed.", "Ukraine said 14 drones were destroyed overnight."),
    (SINGLE, "Armenia said 49 of its soldiers were killed.", "Azerbaijan said 50 of its soldiers were killed."),
    (SINGLE, "Three people were killed in Lyon.", "Five people were killed in Marseille."),
    (SINGLE, "The flood killed 12 people.", "In 1987, a flood killed 90 people."),
    (SINGLE, "The blast killed 12 people.", "The blast wounded 40 people."),
    (SINGLE, "The clash killed eight people.", "More than 100 people have been killed since 2021."),
    (SINGLE, "The clash killed eight people.", "Over the past three years 120 people have been killed."),
    (
        SINGLE,
        "The clash killed eight people.",
        "The clash of 2022 should have taught them. More than 100 people were killed then.",
    ),
    (REVISED, "The clash killed eight people.", "Since Monday 11 people have been killed."),
    (REVISED, "Police said three people were missing.", "Police said 12 people were missing."),
    (STEADY, "About 500 people were evacuated.", "Some 510 people were evacuated."),
    (STEADY, "The blast killed 12 people, including three children.", "The blast killed 12 people."),
    (APART, "Iran said 40 soldiers were killed.", "Iraq said 90 soldiers were killed."),
    (SINGLE, "The fine was a fine of 12 million euros.", "The firm paid a fine of 9 million dollars."),
    (SINGLE, "The army has 2,000 soldiers in the region.", "The alliance has 9,000 soldiers in the north."),
]
FRENCH = [
    (
        REVISED,
        "La police a déclaré que 12 personnes avaient été tuées.",
        "La police a déclaré que 17 personnes avaient été tuées.",
    ),
    (REVISED, "La préfecture a fait état de deux morts.", "La préfecture a fait état de quatre morts."),
    (
        REVISED,
        "L'entreprise a annoncé la suppression de 300 emplois.",
        "L'entreprise a annoncé la suppression de 450 emplois.",
    ),
    (REVISED, "Au moins 12 personnes ont été blessées.", "Au moins 15 personnes ont été blessées."),
    (
        APART,
        "La Russie a affirmé que 20 civils avaient été tués.",
        "L'Ukraine a affirmé que 35 civils avaient été tués.",
    ),
    (
        APART,
        "Israël a affirmé que 12 otages avaient été libérés.",
        "Le Hamas a affirmé que quatre otages avaient été libérés.",
    ),
    (
        CONVERGING,
        "Israël a affirmé que 30 combattants avaient été tués. Le Hamas a affirmé que 12 combattants avaient été tués.",
        "Israël a affirmé que 20 combattants avaient été tués. Le Hamas a affirmé que 20 combattants avaient été tués.",
    ),
    (STEADY, "Au moins 12 personnes ont été tuées.", "Au moins 12 personnes ont été tuées, selon les autorités."),
    (
        STEADY,
        "Quelque 2 000 maisons ont été détruites.",
        "Plus de 2 000 maisons ont été détruites, selon le gouvernement.",
    ),
    (
        STEADY,
        "L'Ukraine a affirmé que 14 drones avaient été détruits.",
        "L'Ukraine a affirmé que 14 drones avaient été détruits.",
    ),
    (
        SINGLE,
        "L'Arménie a déclaré que 49 de ses soldats avaient été tués.",
        "L'Azerbaïdjan a déclaré que 50 de ses soldats avaient été tués.",
    ),
    (SINGLE, "Trois personnes ont été tuées à Lyon.", "Cinq personnes ont été tuées à Marseille."),
    (SINGLE, "La crue a tué 12 personnes.", "En 1987, une crue a tué 90 personnes."),
    (SINGLE, "L'explosion a tué 12 personnes.", "L'explosion a blessé 40 personnes."),
    (SINGLE, "L'affrontement a tué huit personnes.", "Depuis 2021, plus de cent personnes ont été tuées."),
    (SINGLE, "L'affrontement a tué huit personnes.", "En trois ans, 120 personnes ont été tuées."),
    (
        SINGLE,
        "L'attaque a fait huit morts.",
        "Le précédent de 2022 devrait instruire. On avait alors relevé cent morts.",
    ),
    (REVISED, "L'affrontement a tué huit personnes.", "Depuis lundi, 11 personnes ont été tuées."),
    (REVISED, "La police a fait état de trois disparus.", "La police a fait état de 12 disparus."),
    (STEADY, "Environ 500 personnes ont été évacuées.", "Quelque 510 personnes ont été évacuées."),
    (
        APART,
        "L'Iran a affirmé que 40 soldats avaient été tués.",
        "L'Irak a affirmé que 90 soldats avaient été tués.",
    ),
    (REVISED, "Les pompiers ont annoncé 30 blessés.", "Les pompiers ont annoncé 42 blessés."),
    (SINGLE, "Deux personnes ont été tuées en 2019.", "Sept personnes ont été tuées en 2023."),
    (STEADY, "La préfecture a fait état de 12 morts.", "La préfecture a fait état de 12 morts mardi."),
    (SINGLE, "L'armée compte 2 000 soldats dans la région.", "L'alliance compte 9 000 soldats dans le nord."),
]
BOTH = [
    (
        APART,
        ("en", "Russia said 20 civilians were killed."),
        ("fr", "L'Ukraine a affirmé que 35 civils avaient été tués."),
    ),
    (REVISED, ("fr", "Au moins 12 personnes ont été blessées."), ("en", "At least 15 people were injured.")),
    (
        STEADY,
        ("fr", "Quatorze drones ont été détruits, selon l'Ukraine."),
        ("en", "Ukraine said 14 drones were destroyed."),
    ),
    (
        STEADY,
        ("fr", "L'Arménie a déclaré que 49 soldats arméniens avaient été tués."),
        ("en", "Armenia said 49 Armenian soldiers were killed."),
    ),
    (
        REVISED,
        ("en", "The prefecture said 300 homes were evacuated."),
        ("fr", "Quelque 450 logements ont été évacués."),
    ),
    (SINGLE, ("en", "Three people were killed in Lyon."), ("fr", "Cinq personnes ont été tuées à Marseille.")),
    (SINGLE, ("fr", "L'explosion a tué 12 personnes."), ("en", "The blast wounded 40 people.")),
    (SINGLE, ("en", "The strike hit 12 hospitals."), ("fr", "La frappe a touché 14 écoles.")),
]


def main(figures: tuple[StoryFigure, ...]) -> StoryFigure:
    """The figure that stands first."""
    assert figures
    return figures[0]


@pytest.mark.parametrize(("trend", "first", "second"), ENGLISH)
def test_the_trend_of_an_english_story(trend: Trend, first: str, second: str) -> None:
    assert main(told(first, second).figures).trend is trend


@pytest.mark.parametrize(("trend", "first", "second"), FRENCH)
def test_the_trend_of_a_french_story(trend: Trend, first: str, second: str) -> None:
    assert main(told(first, second, language="fr", reader="fr").figures).trend is trend


@pytest.mark.parametrize(("trend", "first", "second"), BOTH)
def test_the_trend_of_a_story_in_both_languages(trend: Trend, first: tuple[str, str], second: tuple[str, str]) -> None:
    assert main(told(first, second).figures).trend is trend


def test_the_reason_names_numbers_speakers_and_outlets() -> None:
    figure = main(
        board(
            article(1, "Russia said 20,000 people marched.", dated="2026-03-01T08:00:00Z"),
            article(
                2,
                "L'Ukraine a affirmé que 35 000 personnes avaient défilé.",
                language="fr",
                dated="2026-03-01T10:00:00Z",
            ),
        ).figures
    )
    assert figure.trend is DISPUTED
    assert figure.why == "Disputed: Russia 20,000 (Outlet 1), Ukraine 35 000 (Outlet 2)."
    assert figure.counted == "people marched"


def test_latest_first_and_outlets_with_the_same_number_together() -> None:
    figure = main(
        board(
            article(1, "Police said 12 people were killed.", outlet="AP"),
            article(2, "Police said 12 people were killed in the blast.", outlet="Reuters"),
            article(3, "Police said 17 people were killed.", outlet="AFP"),
        ).figures
    )
    assert [(point.value, [c.outlet for c in point.carriers]) for point in figure.points] == [
        ("17", ["AFP"]),
        ("12", ["AP", "Reuters"]),
    ]
    assert [point.nominal for point in figure.points] == [17, 12]


def test_an_article_that_tells_two_numbers_by_itself_says_nothing_of_what_moved() -> None:
    figures = told(
        "The attack killed 12 people. The shelling killed 40 people.", "The attack killed 14 people."
    ).figures
    assert all(figure.trend is not REVISED for figure in figures)


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", ("There were 900 demonstrators in Perth.", "The union said there were 4,000 demonstrators in Perth.")),
        ("fr", ("Il y avait 900 manifestants à Nice.", "Le syndicat a fait état de 4 000 manifestants à Nice.")),
    ],
)
def test_numbers_that_cannot_all_be_true_are_never_steady(language: str, texts: tuple[str, str]) -> None:
    assert all(figure.trend is not STEADY for figure in told(*texts, texts[0], language=language).figures)


@pytest.mark.parametrize(
    ("language", "first", "second", "trend"),
    [
        ("en", "The Red Cross said 64 people were hurt.", "The Red Cross said more than 60 people were hurt.", STEADY),
        (
            "fr",
            "La Croix-Rouge a fait état de 64 blessés.",
            "La Croix-Rouge a fait état de plus de 60 blessés.",
            STEADY,
        ),
        ("en", "The Red Cross said more than 60 people were hurt.", "The Red Cross said 84 people were hurt.", REVISED),
        (
            "fr",
            "La Croix-Rouge a fait état de 64 blessés.",
            "La Croix-Rouge a fait état de plus de 70 blessés.",
            REVISED,
        ),
    ],
)
def test_a_number_told_less_exactly_is_no_other(language: str, first: str, second: str, trend: Trend) -> None:
    assert main(told(first, second, language=language).figures).trend is trend


def test_what_others_say_stands_beside_a_revised_number() -> None:
    figure = main(
        told(
            "Greece said at least 12 people were killed.",
            "Greece said 19 people were killed.",
            "Nothing new.",
            "The Red Cross said 17 people were killed.",
        ).figures
    )
    assert figure.trend is REVISED
    assert figure.why.endswith("to 19 (Outlet 2); told beside it: Red Cross 17 (Outlet 4).")


def test_whoever_repeats_an_old_number_disputes_nothing() -> None:
    figure = main(
        told(
            "The mayor said 30 houses were destroyed.",
            "The government said at least 40 houses were destroyed.",
            "The mayor said 30 houses were destroyed, it was reported.",
        ).figures
    )
    assert figure.trend is not DISPUTED


def test_the_numbers_point_into_the_texts() -> None:
    story = told(("fr", "La préfecture a fait état de deux morts."), ("en", "At least four people were killed."))
    for figure in story.figures:
        for point in figure.points:
            quantity = story.analysis.quantity(point.quantity)
            assert quantity is not None
            assert story.text[quantity.span[0] : quantity.span[1]] == quantity.text
            assert " ".join(quantity.text.split()) == point.value
