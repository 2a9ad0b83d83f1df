"""One line of a terminal that is written over: a count, a bar, a name."""

from __future__ import annotations

import shutil
from typing import TextIO
from unicodedata import combining, east_asian_width

from reader.domain.plain_text import clean_line

_BAR = 20
_WIPE = "\r\x1b[2K"


class ProgressLine:
    """Writes on ``stream``, which is a terminal."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._shown = False

    def show(self, done: int, total: int, name: str) -> None:
        """Write "12/200 ███░░ name" over what is there, cut to the width of the terminal."""
        full = _BAR * done // total if total else _BAR
        self.say(f"{done:>{len(str(total))}}/{total} {'█' * full}{'░' * (_BAR - full)} {name}")

    def say(self, words: str) -> None:
        """Write words over what is there, cut to the width of the terminal."""
        self._stream.write(_WIPE + cut(clean_line(words), shutil.get_terminal_size().columns - 1))
        self._stream.flush()
        self._shown = True

    def clear(self) -> None:
        """Wipe the line, so that others can be printed."""
        if self._shown:
            self._stream.write(_WIPE)
            self._stream.flush()
            self._shown = False


def cut(text: str, cells: int) -> str:
    """As much of a line as fits into so many cells of a terminal."""
    used = 0
    for at, letter in enumerate(text):
        used += 0 if combining(letter) else 2 if east_asian_width(letter) in "WF" else 1
        if used > cells:
            return text[:at]
    return text
