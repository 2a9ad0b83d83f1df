"""Run the command line inside the test's own process: quicker than a process each."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import Call, Outcome

from reader.cli.run import run


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Runs ``parley`` with these arguments."""

    def calling(*args: str | Path) -> Outcome:
        opened: list[tuple[Path, int | None]] = []

        def open_app(library: Path, article: int | None) -> int:
            opened.append((library, article))
            return 0

        capsys.readouterr()
        code = run([str(arg) for arg in args], open_app)
        out, err = capsys.readouterr()
        return Outcome(code, out, err, opened)

    return calling
