"""Names the tests and their fixtures share."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple

Command = Callable[..., "subprocess.CompletedProcess[str]"]
"""Runs ``parley`` as a process of its own (fixture ``parley``)."""

ReadOnly = Callable[[Path], AbstractContextManager[None]]
"""Makes a folder read-only inside a ``with`` block (fixture ``read_only``)."""


class Outcome(NamedTuple):
    """What a command gave: exit code, output, errors, and which articles it opened the screen on."""

    code: int
    out: str
    err: str
    opened: list[tuple[Path, int | None]]


Call = Callable[..., Outcome]
"""Runs ``parley`` inside the test's process (fixture ``call``)."""
