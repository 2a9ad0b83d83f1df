"""Processes can be started while a screen has the standard streams."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

RUN = """
import sys
from pathlib import Path
from reader.ingest.desk import Desk

class Taken:
    def write(self, text): return len(text)
    def flush(self): pass
    def fileno(self): return -1

desk = Desk(Path(sys.argv[1]))
sys.stderr = Taken()
analyst = desk.analyst
analyst.cancel()
desk.stop()
print("ready")
"""


def test_an_analyst_can_be_made_once_a_screen_is_there(tmp_path: Path) -> None:
    """In a process of its own: here the tracker runs already."""
    ran = subprocess.run(
        [sys.executable, "-c", RUN, str(tmp_path / "library.db")], capture_output=True, text=True, check=False
    )
    assert (ran.stdout, ran.returncode) == ("ready\n", 0), ran.stderr
