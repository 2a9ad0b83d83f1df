"""Packs: every language's names and words are readable, and what is wrong is named by file and key."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.domain.errors import PackError
from reader.languages.actor_rules import read_actor_rules
from reader.languages.gazetteer import Gazetteer, read_gazetteer
from reader.languages.inflection import inflect
from reader.languages.loader import languages
from reader.languages.pack import load_pack
from reader.languages.words import slug, split_words


def known(gazetteer: Gazetteer, text: str) -> list[tuple[str, str | None]]:
    """The names found in a text from left to right, each with its party."""
    words, at, found = split_words(text), 0, []
    while at < len(words):
        match = gazetteer.match(text, words, at)
        if match:
            found.append((text[words[at].start : match[2]], match[0].party))
            at += match[1]
        else:
            at += 1
    return found


@pytest.mark.parametrize("language", languages())
def test_every_file_of_every_pack_is_right(language: str) -> None:
    pack = load_pack(language)
    assert pack.code == language
    for part in (pack.text, pack.cues, pack.numbers, pack.actors, pack.gazetteer):
        assert part is not None


@pytest.mark.parametrize("language", [code for code in languages() if code != "und"])
def test_every_state_has_a_name_and_the_same_ids_in_every_language(language: str) -> None:
    parties = load_pack(language).gazetteer.parties
    states = {id for id, party in parties.items() if party.kind == "state"}
    assert len(states) >= 193
    assert states == {id for id, party in load_pack("fr").gazetteer.parties.items() if party.kind == "state"}
    assert all(parties[id].name for id in states)
    bodies = {
        "un",
        "eu",
        "nato",
        "csto",
        "osce",
        "who",
        "imf",
        "icc",
        "iaea",
        "african-union",
        "arab-league",
        "red-cross",
    }
    assert bodies | {"international-community"} <= {id for id, party in parties.items() if party.kind == "body"}


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("fr", "la Géorgie et l'armée géorgienne", [("Géorgie", "GE"), ("géorgienne", "GE")]),
        ("fr", "la tour de Nice", [("Nice", None)]),
        ("fr", "une dinde, un tigre, le tigré", []),
        ("fr", "les Nations Unies", [("Nations Unies", "un")]),
        ("fr", "le Palais de l'Élysée à Paris", [("Palais de l'Élysée", "FR"), ("Paris", "FR")]),
        ("en", "Turkey and turkey", [("Turkey", "TR")]),
        ("en", "the US told us", [("US", "US")]),
        ("en", "in the U.S. Senate", [("U.S.", "US")]),
        ("en", "South Korean and Korean", [("South Korean", "KR")]),
        ("es", "Chile, los chilenos y un chile", [("Chile", "CL"), ("chilenos", "CL")]),
        ("es", "la Casa Rosada y el Palacio de la Moncloa", [("Casa Rosada", "AR"), ("Palacio de la Moncloa", "ES")]),
        ("es", "una granada y la paz", []),
        ("es", "EE.UU. y EE UU", [("EE.UU.", "US"), ("EE UU", "US")]),
        ("en", "the Democratic Republic of Congo", [("Democratic Republic of Congo", "CD")]),
    ],
)
def test_names_are_found_by_case_and_longest_first(
    language: str, text: str, found: list[tuple[str, str | None]]
) -> None:
    assert known(load_pack(language).gazetteer, text) == found


def test_a_region_is_spoken_to_in_its_language() -> None:
    assert load_pack("fr-CA").code == "fr"
    assert load_pack("en_GB").code == "en"
    assert load_pack("xx").code == "und"


def test_an_unknown_key_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gazetteer.toml"
    path.write_text('[states]\nFR = { name = "France" }\n', encoding="utf-8")
    with pytest.raises(PackError, match=r"gazetteer\.toml.*name.*states"):
        read_gazetteer(path, "fr", {})


def test_a_wrong_value_is_named(tmp_path: Path) -> None:
    path = tmp_path / "actors.toml"
    path.write_text('definite = "the"\n', encoding="utf-8")
    with pytest.raises(PackError, match=r"actors\.toml.*definite"):
        read_actor_rules(path, {})


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"lacks .*actors\.toml"):
        read_actor_rules(tmp_path / "actors.toml", {})


def test_forms_come_from_the_longest_ending() -> None:
    endings = load_pack("fr").meta.inflection
    assert [f.text for f in inflect("arménien", endings)] == ["arménien", "arméniens", "arménienne", "arméniennes"]
    forms = {f.text: (f.gender, f.number) for f in inflect("anglais", endings)}
    assert forms == {"anglais": ("Masc", None), "anglaise": ("Fem", "Sing"), "anglaises": ("Fem", "Plur")}
    assert [f.text for f in inflect("//femme/femmes", endings)] == ["femme", "femmes"]


def test_slugs_have_no_accents_or_case() -> None:
    assert slug("L’Œuvre d’Élise") == "l-oeuvre-d-elise"
