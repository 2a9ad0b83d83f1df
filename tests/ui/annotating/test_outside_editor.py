"""Editors of a person's own: real programs over real files."""

from __future__ import annotations

import shlex
import sys
import tempfile
from pathlib import Path

import pytest

from reader.domain.errors import AnnotationError
from reader.ui.annotating.outside_editor import LONGEST, editor_command, written_outside


@pytest.fixture(autouse=True)
def _own_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def running(code: str) -> list[str]:
    """An editor that runs Python with ``path``, the file."""
    return [sys.executable, "-c", f"import os, sys, pathlib; path = pathlib.Path(sys.argv[-1]); {code}"]


def left(tmp_path: Path) -> list[Path]:
    return list(tmp_path.glob("parley-note-*"))


def test_what_the_editor_wrote_comes_back_and_the_file_is_gone(tmp_path: Path) -> None:
    assert written_outside(running("path.write_text(path.read_text() + 'more\\n')"), "é[/b]") == "é[/b]\nmore"
    assert written_outside(running("pass"), "as it was") == "as it was"
    assert written_outside(running("path.write_text('')"), "all of it") == ""
    assert written_outside(running("path.write_bytes(b'a\\x1b[31mb\\r\\nc')"), "") == "ab\nc"
    assert left(tmp_path) == []


def test_the_file_is_readable_by_its_owner_alone_and_named_as_markdown() -> None:
    told = written_outside(running("path.write_text(oct(os.stat(path).st_mode & 0o777) + path.suffix)"), "x")
    assert told == "0o600.md"


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        (["/no/such/editor"], "cannot be started"),
        (running("sys.exit(3)"), "ended with an error (3)."),
        (running("path.unlink()"), "left no file behind"),
        (running(f"path.write_text('x' * {LONGEST + 1})"), "longer than"),
        (running("path.write_bytes(b'caf\\xe9')"), "is not UTF-8"),
        (running("path.write_text('half'); sys.exit(1)"), "what it wrote is in"),
    ],
)
def test_what_goes_wrong_is_told_and_nothing_written_is_lost(tmp_path: Path, command: list[str], sentence: str) -> None:
    with pytest.raises(AnnotationError) as caught:
        written_outside(command, "before")
    assert sentence in str(caught.value)
    for path in left(tmp_path):
        assert str(path) in str(caught.value)
    assert bool(left(tmp_path)) == any(word in sentence for word in ("longer", "UTF-8", "wrote is in"))


def test_the_variable_is_a_command_and_never_goes_through_a_shell(tmp_path: Path) -> None:
    assert editor_command({"VISUAL": "code --wait", "EDITOR": "vi"}) == ["code", "--wait"]
    assert editor_command({"VISUAL": " ", "EDITOR": "'my editor' -n"}) == ["my editor", "-n"]
    marker = tmp_path / "ran"
    with pytest.raises(AnnotationError, match="cannot be started"):
        written_outside(editor_command({"EDITOR": f"nothing; touch {shlex.quote(str(marker))}"}), "")
    assert not marker.exists()
    for environment in ({}, {"EDITOR": "vi 'unclosed"}):
        with pytest.raises(AnnotationError):
            editor_command(environment)
