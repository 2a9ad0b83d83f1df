"""Names of states and territories: kept in the packs, word for word what Unicode CLDR has."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reader.languages.loader import languages, read_toml
from reader.languages.territories import Territories, cldr_names, territory_names, write

PACKS = [code for code in languages() if code != "und"]


@pytest.mark.parametrize("language", PACKS)
def test_a_pack_has_a_name_for_every_territory_cldr_names(language: str) -> None:
    assert territory_names(language).keys() >= cldr_names(language).keys()
    assert territory_names(language)["CH"] == cldr_names(language)["CH"]


@pytest.mark.parametrize("language", PACKS)
def test_what_is_written_for_a_pack_says_what_cldr_says(language: str, tmp_path: Path) -> None:
    write(tmp_path, language)
    assert read_toml(tmp_path / "territories.toml", Territories).names == cldr_names(language)


def test_a_language_without_a_pack_has_the_names_of_cldr() -> None:
    assert territory_names("pt")["DE"] == "Alemanha"


def test_what_is_no_language_has_none() -> None:
    assert territory_names("qqq") == {}


def test_the_names_of_a_pack_are_had_without_babel() -> None:
    code = (
        "import sys\n"
        "from reader.languages.pack import load_pack\n"
        "assert load_pack('fr').gazetteer.parties['CH'].name == 'Suisse'\n"
        "assert 'babel' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
