"""Packs without a model: the same files as the others, checked on load, enough to tell words apart."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from reader.analysis.engine import analyse
from reader.domain.analysis import Level
from reader.domain.errors import PackError
from reader.languages.cue_lexicon import lexicon
from reader.languages.loader import FOLDER, languages
from reader.languages.pack import Pack, load_pack

PARTS = ("text", "cues", "numbers", "actors", "gazetteer", "credits")
READ = [code for code in languages() if code != "und"]
LIGHT = [code for code in READ if not load_pack(code).meta.model]


@pytest.fixture
def copied(tmp_path: Path) -> Pack:
    """The Spanish pack in a folder where its files can be spoilt."""
    folder = tmp_path / "es"
    shutil.copytree(FOLDER / "es", folder)
    return replace(load_pack("es"), folder=folder)


def test_every_pack_has_the_same_files() -> None:
    files = {code: {p.name for p in (FOLDER / code).iterdir()} - {"territories.toml"} for code in languages()}
    assert files == {code: {"pack.toml", *(f"{part}.toml" for part in PARTS)} for code in files}


@pytest.mark.parametrize("part", PARTS)
def test_an_unknown_key_in_any_file_is_named_with_its_file(copied: Pack, part: str) -> None:
    path = copied.folder / f"{part}.toml"
    path.write_text("colour = 3\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(PackError, match=rf"es/{part}\.toml.*colour"):
        getattr(copied, part)


@pytest.mark.parametrize("part", PARTS)
def test_a_file_that_is_no_toml_is_named(copied: Pack, part: str) -> None:
    (copied.folder / f"{part}.toml").write_text("words = [", encoding="utf-8")
    with pytest.raises(PackError, match=rf"es/{part}\.toml is not valid TOML"):
        getattr(copied, part)


def test_a_verb_without_a_paradigm_is_named(copied: Pack) -> None:
    path = copied.folder / "cues.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('"afirm+ar"', '"afirm+arr"'), encoding="utf-8")
    with pytest.raises(PackError, match=r"es/cues\.toml.*afirm\+arr"):
        lexicon(copied.cues)


@pytest.mark.parametrize("language", READ)
def test_every_language_tells_words_apart_without_a_model(language: str) -> None:
    light = load_pack(language).text.light
    assert all((light.determiners, light.prepositions, light.pronouns, light.verbs))


def test_there_are_light_packs() -> None:
    assert "es" in LIGHT


@pytest.mark.parametrize("language", LIGHT)
def test_a_light_pack_says_how_it_reads(language: str) -> None:
    pack = load_pack(language)
    found = analyse("…", pack, None)
    assert found.engine.level is Level.LIGHT
    assert pack.meta.name in (found.note or "")
    assert "surface rules" in (found.note or "")


def test_a_language_without_a_pack_still_says_what_little_it_finds() -> None:
    found = analyse("…", load_pack("pt"), None)
    assert found.note == "No language model for this language: names, numbers and quotations only."
