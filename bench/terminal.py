"""A program in a terminal of its own: what it writes, and when."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

QUIET = 0.08
"""Seconds without output after which a program has said what it had to say."""


class Terminal:
    """A program running in a terminal of ``size`` columns and rows. It answers no question about itself, as many
    terminals do not."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], size: tuple[int, int] = (120, 40)
    ) -> None:
        self.started = time.perf_counter()
        self._child, self._file = pty.fork()
        if self._child == 0:
            os.execvpe(command[0], command, {**environment, "TERM": "xterm-256color", "COLORTERM": "truecolor"})
        columns, rows = size
        fcntl.ioctl(self._file, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.written = b""

    def wait_for(self, words: bytes, seconds: float = 60) -> float:
        """Seconds from the start until ``words`` have been written; what was written before a call does not count."""
        end = time.perf_counter() + seconds
        while words not in self.written:
            if not self._read(end - time.perf_counter()):
                raise TimeoutError(f"{words!r} was not written within {seconds} s: {self.written[-500:]!r}")
        return time.perf_counter() - self.started

    def press(self, key: bytes, seconds: float = 10) -> tuple[float, float] | None:
        """Type a key; seconds until the first and until the last of what is written in answer, which ends where
        nothing comes for QUIET seconds. None where there is no answer."""
        self.written = b""
        started = time.perf_counter()
        os.write(self._file, key)
        if not self._read(seconds):
            return None
        first = last = time.perf_counter() - started
        while self._read(QUIET):
            last = time.perf_counter() - started
        return first, last

    def rest(self, quiet: float = 1.0) -> None:
        """Wait until nothing has been written for so many seconds."""
        while self._read(quiet):
            pass

    def end(self) -> float:
        """Kill the program; the most memory it held, in MiB."""
        # Not what the system tells once it has ended: that counts the program it was forked from.
        status = Path(f"/proc/{self._child}/status").read_text().splitlines()
        most = next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))
        os.kill(self._child, signal.SIGKILL)
        os.waitpid(self._child, 0)
        os.close(self._file)
        return most / 1024

    def _read(self, seconds: float) -> bool:
        """Take in what is written next; False where nothing comes in that time, or the program has ended."""
        ready, _, _ = select.select([self._file], [], [], max(seconds, 0))
        if not ready:
            return False
        try:
            piece = os.read(self._file, 1 << 16)
        except OSError:
            return False
        self.written += piece
        return bool(piece)
