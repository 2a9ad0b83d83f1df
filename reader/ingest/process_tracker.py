"""What every process that is spawned needs, started while that is still possible."""

from __future__ import annotations

import os


def start_tracker() -> None:
    """Start Python's tracker of processes, unless it runs. Once a screen has taken the standard streams it cannot be
    started, and then no process can."""
    if os.name == "posix":
        from multiprocessing import resource_tracker

        resource_tracker.ensure_running()
