"""Bodies of which a state has one, and words for what is of a state."""

from __future__ import annotations

import pytest

from reader.languages.pack import load_pack
from reader.languages.words import keys_of


@pytest.mark.parametrize(
    ("language", "name", "key"),
    [
        ("en", "Ministry of Defence", "defence-ministry"),
        ("en", "foreign ministry", "foreign-ministry"),
        ("en", "the Ministry of the Interior", "interior-ministry"),
        ("fr", "ministère de l'Intérieur", "interior-ministry"),
        ("fr", "ministère des Affaires étrangères", "foreign-ministry"),
        ("fr", "garde-côtes", "coast-guard"),
        ("de", "Außenministerium", "foreign-ministry"),
        ("es", "Ministerio de Defensa", "defence-ministry"),
        ("en", "ministry", ""),
        ("en", "Ministry of Sound", ""),
        ("fr", "ministère de l'Économie et des Finances", ""),
    ],
)
def test_a_body_has_one_key_in_every_language(language: str, name: str, key: str) -> None:
    assert load_pack(language).actors.state_bodies.key(keys_of(name)) == key


@pytest.mark.parametrize("language", ["fr", "de", "es"])
def test_keys_are_those_of_the_english_pack(language: str) -> None:
    english, other = load_pack("en").actors.state_bodies, load_pack(language).actors.state_bodies
    assert other.all <= english.all
    assert all(other.shown(key) for key in other.all)


def test_an_owner_is_the_word_that_is_left_over() -> None:
    bodies = load_pack("en").actors.state_bodies
    assert bodies.owned(keys_of("Defence Ministry of Keltia")) == ("defence-ministry", "keltia")
    assert bodies.owned(keys_of("Keltia's foreign ministry")) == ("foreign-ministry", "keltia")
    assert bodies.owned(keys_of("Defence Ministry")) == ("", "")
    assert bodies.owned(keys_of("Fernham Police")) == ("", "")  # towns have one too


def test_what_is_of_a_state_shares_its_beginning() -> None:
    english, french = load_pack("en").actors.state_words, load_pack("fr").actors.state_words
    for words, demonym, name in [
        (english, "valmorran", "valmorra"),
        (english, "keltian", "keltia"),
        (english, "norlandish", "norland"),
        (french, "norvanienne", "norvanie"),
        (french, "vostlandais", "vostland"),
        (french, "norvanien", "norvania"),
    ]:
        assert words.demonyms(demonym) & words.names(name), (demonym, name)
    for words, demonym, name in [
        (english, "roman", "roma"),
        (english, "valmorran", "keltia"),
        (french, "provisoire", "provisa"),
        (french, "humain", "huma"),
    ]:
        assert not words.demonyms(demonym) & words.names(name), (demonym, name)
