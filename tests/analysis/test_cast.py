"""Whom phrases stand for, as data: ``cast/*.toml``, with the real models and without."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from reader.analysis.actors.actors import Cast, find_actors
from reader.analysis.text.parse import parse
from reader.languages.models import load_model
from reader.languages.pack import load_pack

FOLDER = Path(__file__).parent / "cast"


def _cases() -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            for wanted in case["resolve"]:
                name = f"{path.stem}: {wanted['phrase']}"
                found.append(pytest.param(path.stem, case["text"], wanted, id=name))
    return found


def _cast(language: str, text: str, light: bool) -> Cast:
    pack = load_pack(language)
    return find_actors(parse(text, pack, None if light else load_model(pack)), pack)


def _wrong(cast: Cast, text: str, wanted: dict[str, Any]) -> str | None:
    start = text.index(wanted["phrase"])
    found = cast.resolve((start, start + len(wanted["phrase"])))
    names = {a.id: a.name for a in cast.actors}
    right = [wanted[key] for key in ("parties", "or") if key in wanted]
    if right and list(found.parties) not in right:
        return f"{wanted['phrase']!r} stands for {found.parties}, not {right}"
    if "speaker" in wanted and wanted["speaker"] not in [names[id] for id in found.speakers]:
        return f"{wanted['phrase']!r} is {[names[id] for id in found.speakers]}, not {wanted['speaker']}"
    return None


@pytest.mark.parametrize(("language", "text", "wanted"), _cases())
def test_phrase_stands_for(language: str, text: str, wanted: dict[str, Any]) -> None:
    assert _wrong(_cast(language, text, light=False), text, wanted) is None


@pytest.mark.parametrize(("language", "text", "wanted"), [c for c in _cases() if not c.values[2].get("needs_model")])
def test_phrase_stands_for_without_a_model(language: str, text: str, wanted: dict[str, Any]) -> None:
    assert _wrong(_cast(language, text, light=True), text, wanted) is None


@pytest.mark.parametrize(("language", "text", "wanted"), _cases())
def test_every_party_a_phrase_stands_for_is_listed(language: str, text: str, wanted: dict[str, Any]) -> None:
    cast = _cast(language, text, light=False)
    start = text.index(wanted["phrase"])
    found = cast.resolve((start, start + len(wanted["phrase"])))
    assert set(found.parties) <= {p.id for p in cast.parties}
    assert all(p.name for p in cast.parties)
