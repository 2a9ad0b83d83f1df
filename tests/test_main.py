"""The command on a real terminal: the screen opens, analyses behind it, and quits without waiting."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.store.library import Library


@contextmanager
def terminal(*args: str) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """``parley`` on a terminal of 120x40: the terminal's other end, and the process."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    # Programs believe these before they ask the terminal how large it is.
    inherited = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
    environment = {**inherited, "TERM": "xterm-256color", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "reader", *args]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment) as process:
        os.close(theirs)
        yield ours, process
        process.kill()
    os.close(ours)


def read_until(terminal: int, words: bytes) -> bytes:
    """What was written to the terminal up to and with ``words``, or up to its end."""
    seen = b""
    while words not in seen:
        try:
            seen += os.read(terminal, 65536)
        except OSError:  # how Linux tells that nobody has the terminal open any more
            break
    return seen


def test_the_screen_opens_on_a_new_library_and_quits_at_once(library_path: Path) -> None:
    with terminal() as (screen, process):
        seen = read_until(screen, b"bombardements")
        os.write(screen, b"q")
        rest = read_until(screen, b"never written")
        assert process.wait() == 0
    assert b"Traceback" not in seen + rest
    assert (seen + rest).count(b"\x1b[?1049h") == (seen + rest).count(b"\x1b[?1049l") == 1
    with Library.open(library_path) as library:
        assert library.counts().articles == 5


def test_a_library_that_cannot_be_used_never_opens_the_screen(tmp_path: Path) -> None:
    with terminal("--library", str(tmp_path)) as (screen, process):
        seen = read_until(screen, b"never written")
        assert process.wait() == 1
    assert seen.decode().splitlines() == [f"parley: {tmp_path} is a directory, not a library file."]
