"""Names that bodies and parties of several states have."""

from __future__ import annotations

import pytest

from reader.ingest.engine import analyse_text


def speaking(text: str, language: str) -> list[tuple[str, ...]]:
    """The parties of each statement, in order."""
    return [statement.parties for statement in analyse_text(text, language).statements]


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        (
            "en",
            "The Ministry of Defence said 12 soldiers had died. The Home Office said 30 were hurt.",
            ["ministry-of-defence", "home-office"],
        ),
        (
            "en",
            "Valmorra closed its port. The Ministry of Defence said 12 had died. The United States said it would help.",
            ["ministry-of-defence", "US"],
        ),
        ("en", "The Labour Party said the strike in Norvania would go on.", ["labour-party"]),
        (
            "fr",
            "L'Assemblée nationale a affirmé que le vote aurait lieu. Le Conseil constitutionnel a dit que non.",
            ["assemblee-nationale", "conseil-constitutionnel"],
        ),
        ("fr", "Le ministère de la Défense a affirmé que 12 soldats avaient été tués.", ["ministere-de-la-defense"]),
    ],
)
def test_a_shared_name_is_no_states_where_the_text_tells_none(language: str, text: str, parties: list[str]) -> None:
    assert speaking(text, language) == [(party,) for party in parties]


@pytest.mark.parametrize(
    ("language", "text", "party"),
    [
        ("en", "Armenia protested. Armenian officials were angry. The Ministry of Defence said 12 had died.", "AM"),
        ("en", "The weather in Britain was bad. The Home Office said 400 people had come.", "GB"),
        ("en", "Britain will vote in May. The Labour Party said the fee would go.", "labour"),
        ("fr", "Le Sénégal vote dimanche. L'Assemblée nationale a affirmé que tout irait bien.", "SN"),
        ("fr", "La France vote dimanche. L'Assemblée nationale a affirmé que tout irait bien.", "FR"),
        ("fr", "Le ministère des Armées a affirmé que 12 soldats étaient rentrés.", "FR"),
    ],
)
def test_a_shared_name_is_of_the_state_that_the_text_is_about(language: str, text: str, party: str) -> None:
    assert speaking(text, language)[-1] == (party,)


def test_a_bare_name_is_neither_of_two_states() -> None:
    text = (
        "Armenia's Ministry of Defence said 12 soldiers had died. Azerbaijan's Ministry of Defence said it was false. "
        "The Ministry of Defence said 13 had died."
    )
    assert speaking(text, "en") == [("AM",), ("AZ",), ("ministry-of-defence",)]


def test_a_bare_name_is_of_the_state_whose_body_was_named_in_full() -> None:
    text = (
        "The Russian Ministry of Defence said 12 had died. Britain and British officials doubted it. The Ministry of "
        "Defence said 13 had died."
    )
    assert speaking(text, "en")[-1] == ("RU",)


def test_the_government_is_not_a_body_of_an_untold_state() -> None:
    text = "Le Conseil constitutionnel a dit que la loi était nulle. Le gouvernement a affirmé qu'elle resterait."
    first, second = speaking(text, "fr")
    assert first != second


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Labour Minister Antoine Delcourt said the plan was dead.", ("delcourt",)),
        ("Labour minister Antoine Delcourt said the plan was dead.", ("delcourt",)),
        ("Labour minister Tom Reed said Britain would pay.", ("labour",)),
        ("Britain waits. Labour spokeswoman Ann Reed said the plan was dead.", ("labour",)),
    ],
)
def test_the_portfolio_of_a_minister_is_no_party(text: str, parties: tuple[str, ...]) -> None:
    assert speaking(text, "en") == [parties]


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Le ministre wallon de l'Économie, Pierre Lambotte, a affirmé que l'usine fermerait.", "be-wal"),
        ("Le ministre flamand de la Santé, Pierre Lambotte, a affirmé que l'hôpital fermerait.", "be-vlg"),
    ],
)
def test_what_a_regional_minister_is_minister_of_is_nobody(text: str, region: str) -> None:
    assert speaking(text, "fr") == [(region,)]


def test_a_rejected_accusation_is_no_party() -> None:
    (rejected,) = analyse_text("La CGT a rejeté cette accusation.", "fr").statements
    assert rejected.targets == ()
    (rejected,) = analyse_text("La CGT a rejeté l'accusation du Medef.", "fr").statements
    assert rejected.targets == ("medef",)
