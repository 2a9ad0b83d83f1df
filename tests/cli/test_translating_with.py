"""``parley translate-with``: set, shown, tried, switched off."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import Call

from reader.store.library import Library


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    with Library.open(library_path) as library:
        library.set_setting("seeded", "1")


def test_the_command_is_set_shown_tried_and_switched_off(call: Call) -> None:
    assert "no command translates" in call("translate-with").out
    assert call("translate-with", "tr a-z A-Z").out == "translated by: tr a-z A-Z\n"
    assert call("translate-with").out == "translated by: tr a-z A-Z\n"
    assert call("translate-with", "--try", "le maire").out == "LE MAIRE\n"
    assert "no command translates" in call("translate-with", "--off").out
    assert call("translate-with", "--try", "le maire").code == 1
    assert call("translate-with", "cat", "--off").code == 2


def test_what_is_no_command_is_refused(call: Call) -> None:
    for words in ("'open", "", "two\nlines", "x" * 2000):
        failed = call("translate-with", words)
        assert (failed.code, failed.err.count("\n")) == (1, 1)
    failed = call("translate-with", "no-such-program-here", "--try", "x")
    assert (failed.code, failed.err) == (1, "parley: The translation command is not there: no-such-program-here.\n")


def test_one_that_came_with_the_library_does_not_run(call: Call, library_path: Path, tmp_path: Path) -> None:
    with Library.open(library_path) as library:
        library.set_setting("translate.command", f"touch {tmp_path / 'marker'}")
    assert "not agreed to" in call("translate-with").out
    assert call("translate-with", "--try", "x").code == 1
    assert not (tmp_path / "marker").exists()
