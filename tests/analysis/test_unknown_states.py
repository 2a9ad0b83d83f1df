"""Bodies of other states, and of states that no list knows, in one text."""

from __future__ import annotations

import pytest

from reader.ingest.engine import analyse_text


def speaking(text: str, language: str) -> list[tuple[str, ...]]:
    """The parties of each statement, in order."""
    return [statement.parties for statement in analyse_text(text, language).statements]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Azerbaijan's Ministry of Defence said 12 soldiers were killed.", "AZ"),
        ("The Norwegian Ministry of Defence denied the report.", "NO"),
        ("The Ministry of Defence of Armenia denied the report.", "AM"),
        ("The Ministry of Defence in Yerevan denied the report.", "AM"),
        ("Russia's Department of Defense denied it.", "RU"),
        ("The Foreign Office of Germany said the talks failed.", "DE"),
        ("The Israeli Justice Department said on Monday that it would appeal.", "IL"),
        ("Britain's Ministry of Defence said the ship had left.", "GB"),
        ("The Ministry of Defence said the ship had left for Britain.", "GB"),
        ("After talks in Armenia, the Ministry of Defence in London said troops would leave.", "GB"),
    ],
)
def test_a_ministry_is_of_the_state_beside_its_name(text: str, party: str) -> None:
    assert speaking(text, "en")[0] == (party,)


def test_a_ministry_of_an_unknown_state_is_no_known_ones() -> None:
    for text in (
        "Valmorra's Ministry of Defence said its ships had left.",
        "The Foreign Office of Norvania said the talks failed.",
    ):
        assert ("GB",) not in speaking(text, "en")


def test_what_is_of_an_unknown_state_speaks_for_it() -> None:
    text = (
        "Valmorra said on Monday that 12 soldiers had been killed. The Valmorran government accused Keltia of opening "
        "fire first. Valmorran officials said 14 soldiers had died."
    )
    assert set(speaking(text, "en")) == {("valmorra",)}
    text = (
        "La Valmorra a accusé ses voisins d'avoir ouvert le feu. Le gouvernement valmorran a affirmé que 14 soldats "
        "avaient été tués. Le ministère valmorran de la Défense a dit que tout était calme."
    )
    analysis = analyse_text(text, "fr")
    assert {statement.parties for statement in analysis.statements} == {("valmorra",)}
    assert [party.name for party in analysis.parties] == ["Valmorra"]


def test_a_body_of_an_unknown_state_is_not_the_storys_own_states() -> None:
    text = (
        "The Valmorran government said talks had failed. The United States welcomed the news. Washington said the US "
        "would help."
    )
    assert speaking(text, "en")[0] == ("valmorran-government",)


def test_other_adjectives_name_no_state() -> None:
    text = "La Norvanie a protesté. Le gouvernement provisoire a démenti. Le gouvernement régional a dit oui."
    assert ("norvanie",) not in speaking(text, "fr")[1:]


def test_a_towns_police_does_not_speak_for_whoever_goes_by_the_towns_name() -> None:
    text = "Fernham Police said a man had been arrested. Fernham said they would appeal against the ban."
    first, second = speaking(text, "en")
    assert first != second


def test_a_person_is_no_company_of_the_same_name() -> None:
    analysis = analyse_text("M. Dassault a dit que les avions seraient vendus.", "fr")
    assert [party.name for party in analysis.parties] == ["Dassault"]
    assert [party.kind for party in analysis.parties] == ["person"]
