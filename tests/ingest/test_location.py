"""Where the library is."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.ingest.location import VARIABLE, default_library_path


def test_the_variable_goes_before_the_systems_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(VARIABLE, "~/news.db")
    assert default_library_path() == Path.home() / "news.db"
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    for empty in ("", None):
        monkeypatch.delenv(VARIABLE) if empty is None else monkeypatch.setenv(VARIABLE, empty)
        assert (default_library_path().parent.name, default_library_path().name) == ("parley", "library.db")
