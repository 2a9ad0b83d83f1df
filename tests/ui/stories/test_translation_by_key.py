"""Translations by a command of the person's own: beside the words, in panel and comparison, never in their place."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pytest
from reading import Reading, reading

from reader.ingest.translation_command import SETTING, set_translation_command
from reader.store.library import Library

SIZES = ((80, 24), (200, 50))
SHOUTING = (
    "import os, sys; print(os.environ['PARLEY_FROM'] + '>' + os.environ['PARLEY_TO'], sys.stdin.read().upper()[:24])"
)
HOSTILE = r"import sys; sys.stdout.buffer.write(b'\x1b]0;owned\x07\x1b[31mred [/b] [link=x] \xe2\x80\xaegnp')"


def python(code: str) -> str:
    return shlex.join([sys.executable, "-c", code])


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LC_MESSAGES", raising=False)


def with_command(path: Path, command: str) -> Path:
    with Library.open(path) as library:
        set_translation_command(library, command)
    return path


def toasts(reader: Reading) -> list[str]:
    return [notification.message for notification in reader.app._notifications]


@pytest.mark.parametrize("size", SIZES)
async def test_a_key_shows_it_and_puts_it_away(storied_path: Path, size: tuple[int, int]) -> None:
    with_command(storied_path, python(SHOUTING))
    async with reading(storied_path, size, article=3) as reader:
        reader.screen.panel.focus()
        await reader.press("j", "equals_sign")
        assert reader.seen("≈ fr>en")
        assert reader.seen("translation by")
        assert reader.seen("d’avoir bombardé")
        await reader.press("V")
        assert reader.screen.panel.in_story
        assert reader.seen("≈ fr>en")
        assert reader.seen("in French · Le Monde 14\xa0Sep")
        await reader.press("equals_sign")
        assert not reader.seen("≈ fr>en")
        assert reader.seen("d’avoir bombardé")


@pytest.mark.parametrize("size", SIZES)
async def test_on_the_timeline_of_a_story(storied_path: Path, size: tuple[int, int]) -> None:
    with_command(storied_path, python(SHOUTING))
    async with reading(storied_path, size, article=3) as reader:
        await reader.press("Y", "enter", "t", "equals_sign")
        assert reader.seen("Choose a statement in the comparison or on the timeline")  # an article's line is chosen
        for _ in range(24):
            await reader.press("j", "equals_sign")  # what is English already stays as it is
            if reader.seen("≈ fr>en"):
                break
        assert reader.seen("≈ fr>en")
        await reader.press("equals_sign")
        assert not reader.seen("≈ fr>en")


async def test_in_the_comparison_too(storied_path: Path) -> None:
    with_command(storied_path, python(SHOUTING))
    async with reading(storied_path, (200, 50), article=3) as reader:
        await reader.press("c", "equals_sign")
        assert reader.seen("≈ fr>en")
        chosen = reader.app.screen.grid.chosen_statement  # type: ignore[attr-defined]
        assert chosen is not None
        await reader.press("equals_sign")
        assert not reader.seen("≈ fr>en")


async def test_nothing_runs_unless_the_person_set_it(storied_path: Path, tmp_path: Path) -> None:
    async with reading(storied_path, (80, 24), article=3) as reader:
        reader.screen.panel.focus()
        await reader.press("j", "equals_sign")
        assert "parley translate-with" in toasts(reader)[-1]
    marker = tmp_path / "marker"
    with Library.open(storied_path) as library:
        library.set_setting(SETTING, f"touch {marker}")
    async with reading(storied_path, (80, 24), article=3) as reader:
        reader.screen.panel.focus()
        await reader.press("j", "equals_sign")
        assert reader.seen("Run a program to translate?")
        await reader.press("enter")
        assert not marker.exists()
        await reader.press("equals_sign", "j", "enter")
        assert marker.exists()
        assert "wrote nothing" in toasts(reader)[-1]
        assert not reader.seen("≈")


async def test_what_is_in_the_readers_language_needs_none(storied_path: Path) -> None:
    with_command(storied_path, python(SHOUTING))
    async with reading(storied_path, (80, 24), article=1) as reader:
        reader.screen.panel.focus()
        await reader.press("j", "equals_sign")
        assert "in English already" in toasts(reader)[-1]
        await reader.press("a", "equals_sign")
        assert "Choose a statement first" in toasts(reader)[-1]


async def test_a_hostile_translation_is_only_words(storied_path: Path) -> None:
    with_command(storied_path, python(HOSTILE))
    async with reading(storied_path, (80, 24), article=3) as reader:
        reader.screen.panel.focus()
        await reader.press("j", "equals_sign")
        assert reader.seen("≈ red [/b] [link=x] gnp")
        assert not any("\x1b" in line or "\u202e" in line for line in reader.lines())
