"""Every state can be named in every language that has a model: its name, its people, its capital."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader.domain.actor import ActorKind
from reader.languages.gazetteer import Use
from reader.languages.gazetteer_file import GazetteerFile
from reader.languages.loader import languages, read_toml
from reader.languages.pack import load_pack
from reader.languages.words import split_words

# The members of the United Nations and the states that observe there, with Kosovo and Taiwan, by ISO 3166-1 code.
STATES = re.findall(
    "[A-Z]{2}",
    """
    AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL
    CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW
    GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU
    LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK
    PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN
    TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW
    """,
)
# States whose capital's name cannot stand for them: Brussels is the European Union's too, Jerusalem is disputed, and
# Victoria is far more often a person or another place.
NO_CAPITAL = {"BE", "IL", "SC"}
# The demonym of these is another state's too, which it is read as.
SHARED_DEMONYM = {"CG": "CD"}

PACKS = Path(__file__).parents[2] / "reader" / "languages"
WITH_MODEL = [code for code in languages() if load_pack(code).meta.model]


def test_all_states_are_listed() -> None:
    assert len(STATES) == len(set(STATES)) == 193 + 2 + 2


@pytest.mark.parametrize("language", WITH_MODEL)
@pytest.mark.parametrize("state", STATES)
def test_a_state_is_found_by_its_name_its_people_and_its_capital(language: str, state: str) -> None:
    gazetteer = load_pack(language).gazetteer
    line = read_toml(PACKS / language / "gazetteer.toml", GazetteerFile).states[state]

    def found(name: str) -> tuple[Use, str | None]:
        match = gazetteer.match(name, split_words(name), 0)
        assert match is not None, f"{language}: {name} is not found"
        return match[0].use, match[0].party

    shown = gazetteer.parties[state]
    assert shown.kind == "state"
    assert found(shown.name) == (Use.NAME, state)
    people = line.demonym.split("|")[0].split("/")[0]
    assert people, f"{language}: {state} has no demonym"
    assert found(people)[1] == SHARED_DEMONYM.get(state, state)
    capital = line.capital.split("|")[0]
    assert bool(capital) is (state not in NO_CAPITAL), f"{language}: {state} has no capital"
    if capital:
        assert found(capital)[1] == state


@pytest.mark.parametrize("language", WITH_MODEL)
def test_places_under_a_states_code_lie_in_it_and_disputed_ones_in_none(language: str) -> None:
    gazetteer = load_pack(language).gazetteer
    file = read_toml(PACKS / language / "gazetteer.toml", GazetteerFile)
    for group, names in file.places.items():
        first = names.split("|")[0]
        match = gazetteer.match(first, split_words(first), 0)
        assert match is not None
        assert match[0].kind is ActorKind.PLACE
        assert match[0].within == (group if group in file.states else None)
