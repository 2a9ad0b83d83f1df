"""Keep a worker process off the terminal."""

from __future__ import annotations

import os
import sys


def silence() -> None:
    """Send what this process prints nowhere: the terminal belongs to the screen, whatever a library has to say."""
    nowhere = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - for as long as the process lives
    os.dup2(nowhere.fileno(), 1)
    os.dup2(nowhere.fileno(), 2)
    sys.stdout = sys.stderr = nowhere
