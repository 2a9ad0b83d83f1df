"""A program that gets bytes on its standard input, and what it wrote: bounded in room, and ended when it is enough."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Thread
from typing import IO

_STEP = 0.02
"""Seconds between two looks at whether it is enough."""

_COMPLAINT = 4_096
"""Bytes that are kept of what it writes to standard error."""

_CHUNK = 65_536


@dataclass(slots=True)
class Piped:
    """``status`` is the exit code, None where the program was ended from here; ``cut`` that it wrote more than was
    wanted. ``complaint`` is the end of what stood on standard error."""

    output: bytes = b""
    complaint: bytes = b""
    status: int | None = None
    cut: bool = False


@dataclass(slots=True)
class _Pipe:
    """What comes out of one end; ``most`` bytes of it are kept, the first or the ``last``."""

    stream: IO[bytes]
    most: int
    last: bool = False
    kept: bytearray = field(default_factory=bytearray)

    def read(self) -> None:
        # Read as it comes, so that a program that writes before it has read everything does not wait for ever.
        with suppress(OSError, ValueError):
            while chunk := os.read(self.stream.fileno(), _CHUNK):
                self.kept += chunk
                if len(self.kept) > self.most:
                    if not self.last:
                        return
                    del self.kept[: -self.most]


def piped(
    words: Sequence[str], given: bytes, environment: Mapping[str, str], most: int, enough: Callable[[], bool]
) -> Piped:
    """Run a program to its end, or until it is ``enough`` or it wrote more than ``most`` bytes; then it and what it
    started are killed. It has no terminal. Raises OSError where it cannot be started."""
    process = subprocess.Popen(
        list(words),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=dict(environment),
        start_new_session=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    output, complaint = _Pipe(process.stdout, most), _Pipe(process.stderr, _COMPLAINT, last=True)
    reading = Thread(target=output.read, daemon=True)
    threads = [reading, Thread(target=complaint.read, daemon=True), Thread(target=_give, args=(process.stdin, given))]
    threads[-1].daemon = True
    for thread in threads:
        thread.start()
    ended = False
    while not (ended := not reading.is_alive() and process.poll() is not None) and not enough():
        if len(output.kept) > most:
            break
        reading.join(_STEP)
        with suppress(subprocess.TimeoutExpired):
            process.wait(0 if reading.is_alive() else _STEP)
    _end(process)
    for thread in threads:
        thread.join(1.0)
    for stream in (process.stdout, process.stderr):
        with suppress(OSError):
            stream.close()
    cut = len(output.kept) > most
    return Piped(bytes(output.kept[:most]), bytes(complaint.kept), process.returncode if ended else None, cut)


def _give(stream: IO[bytes], given: bytes) -> None:
    # A program need not read what it gets.
    with suppress(OSError, ValueError):
        stream.write(given)
    with suppress(OSError, ValueError):
        stream.close()


def _end(process: subprocess.Popen[bytes]) -> None:
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)  # also what it left behind
        else:
            process.kill()
    process.wait()
