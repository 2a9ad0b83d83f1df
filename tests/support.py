"""Names the tests and their fixtures share."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
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


@contextmanager
def bound_by_permissions() -> Iterator[None]:
    """Inside the block file permissions bind this thread even where it runs as root, which ignores them otherwise.

    Linux lets a process lay down and take up again the two capabilities that make the difference.
    """
    if os.geteuid() != 0:
        yield
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)  # _LINUX_CAPABILITY_VERSION_3, this thread
    capabilities = (ctypes.c_uint32 * 6)()  # effective, permitted, inheritable; then the same for bits 32 and up
    assert libc.capget(header, capabilities) == 0
    effective = capabilities[0]
    capabilities[0] = effective & ~0b110  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
    assert libc.capset(header, capabilities) == 0
    try:
        yield
    finally:
        capabilities[0] = effective
        assert libc.capset(header, capabilities) == 0


def heed_interrupts() -> None:
    """For a program that is about to start: who runs tests in the background of a shell has interrupts ignored, and so
    would the program."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
