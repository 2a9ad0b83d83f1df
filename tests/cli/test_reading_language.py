"""``parley language``: shown, set, the system's again; parties are named in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import Call

from reader.cli.story_arguments import suggest_languages


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


def test_it_is_shown_set_and_the_systems_again(call: Call, storied_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    system = "as the system's locale says, else English"
    assert call("language").out == f"en ({system})\n"
    assert call("language", "fr-CA").out == "fr (set here)\n"
    assert "(Arménie" in call("stories").out
    assert "Azerbaïdjan" in call("story", "1").out
    assert "Azerbaijan: " in call("story", "1", "--language", "en").out
    assert call("language", "--system").out == f"en ({system})\n"
    assert "(Armenia" in call("stories").out
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    assert call("language").out == f"fr ({system})\n"


@pytest.mark.parametrize("wrong", [("xx",), ("und",), ("",), ("fr", "--system"), ("fr", "en")])
def test_what_is_no_language_is_refused(call: Call, storied_path: Path, wrong: tuple[str, ...]) -> None:
    failed = call("language", *wrong)
    assert (failed.code, failed.out) == (2, "")
    assert call("language").out.startswith("en (as")


def test_codes_are_completed() -> None:
    assert [item.value for item in suggest_languages(None, None, "e")] == ["en", "es"]  # type: ignore[arg-type]
