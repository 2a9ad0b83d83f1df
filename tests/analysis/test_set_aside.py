"""Numbers that a text denies or gives as earlier ones are in no figure; others are."""

from __future__ import annotations

import pytest

from reader.ingest.engine import analyse_text

ENGLISH = [
    ("Halden said that 640 jobs were at risk at its mill, not 900 as it had announced.", ["640"]),
    ("Halden said that 640 jobs would go rather than the 900 announced.", ["640"]),
    ("The mayor said that 640 people had been evacuated, down from 900.", ["640"]),
    ("Police said that 17 people had been killed, up from nine.", ["17"]),
    ("Police said that the number of dead rose from nine to 17.", ["17"]),
    ("The union said that 640 workers were laid off, against 900 workers a year earlier.", ["640"]),
    ("The union said that 640 workers would stay, compared with 900 before.", ["640"]),
    ('"900 jobs? That is false," the minister said.', []),
    ("Peru denied that 14 soldiers had been killed.", []),
    ("The minister did not confirm that 14 soldiers had been killed.", []),
    ("Police said that not fewer than 17 people had been killed.", ["not fewer than 17"]),
    ("Police said that 30 officers had been sent against 900 protesters.", ["30", "900"]),
    ("The village of 900 people lies in the hills.", ["900"]),
    ("Police said that 17 people had been killed and 40 people wounded.", ["17", "40"]),
]
FRENCH = [
    ("Halden a indiqué que 640 emplois étaient menacés et non 900.", ["640"]),
    ("Halden a indiqué que 640 emplois étaient menacés, contre 900 annoncés.", ["640"]),
    ("Halden a indiqué que 640 emplois seraient supprimés au lieu des 900 prévus.", ["640"]),
    ("Le syndicat a affirmé que 640 salariés avaient été licenciés, pas 900.", ["640"]),
    ("Le maire a affirmé que 640 personnes avaient été évacuées, contre 900 personnes la veille.", ["640"]),
    ("La police a indiqué que le bilan était passé de 12 à 19 morts.", ["19"]),
    ("« 900 manifestants, c'est faux », a déclaré le ministre.", []),
    ("Le Pérou a démenti que 14 soldats aient été tués.", []),
    ("La préfecture a indiqué que 30 policiers avaient été envoyés contre 900 manifestants.", ["30", "900"]),
    ("À Vannes, 640 marcheurs sont venus, selon la mairie, contre 900 selon les syndicats.", ["640", "900"]),
    ("La police a indiqué que 17 personnes avaient été tuées et 40 personnes blessées.", ["17", "40"]),
]


@pytest.mark.parametrize(("text", "claimed"), ENGLISH)
def test_the_numbers_that_an_english_text_claims(text: str, claimed: list[str]) -> None:
    assert _claimed(text, "en") == claimed


@pytest.mark.parametrize(("text", "claimed"), FRENCH)
def test_the_numbers_that_a_french_text_claims(text: str, claimed: list[str]) -> None:
    assert _claimed(text, "fr") == claimed


def _claimed(text: str, language: str) -> list[str]:
    analysis = analyse_text(text, language)
    told = {row.quantity for figure in analysis.comparison.figures for row in figure.rows}
    return [quantity.text for quantity in analysis.quantities if quantity.id in told]
