"""The app on a large library, in a terminal of its own (120x40): the first list, keys answered, memory.

The first list is there once the title of the newest article is written; an empty Textual app has painted once the one
word it shows is. A key is answered once the last of what the app writes for it is written. The library's articles count
as analysed, so that no language model runs.

    python bench/library_screen.py LIBRARY [--runs 9]
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from pathlib import Path

from startup import COMPILED
from terminal import Terminal

from reader.domain.scope import Scope
from reader.ingest.location import VARIABLE
from reader.store.library import Library

KEYS = [*["j"] * 150, *["pagedown"] * 40, "G", *["k"] * 30, *["pageup"] * 10, "g", "g", *["j"] * 20]
SEARCH = "president says:Armenia"
_BYTES = {"pagedown": b"\x1b[6~", "pageup": b"\x1b[5~", "escape": b"\x1b"}
_WORD = "painted"
_EMPTY = f"""
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("{_WORD}")
Empty().run()
"""


def opening(path: Path, runs: int) -> dict[str, float]:
    """Median milliseconds from the start of the process to what it shows first, of an empty Textual app and of the app
    on a library, in turn."""
    title = _first_title(path)
    _first(_empty(), _WORD), _first(_parley(path), title)
    both = [(_first(_empty(), _WORD), _first(_parley(path), title)) for _ in range(runs)]
    empty, ours = (1000 * statistics.median(times) for times in zip(*both, strict=True))
    return {"empty_ms": empty, "ours_ms": ours, "ratio": ours / empty}


def pressing(path: Path) -> dict[str, float]:
    """Milliseconds a key takes to be answered, at the median and the 99th percentile, in the list and while a search is
    typed; and the most memory by then, of the app and of an empty one, in MiB."""
    app = _parley(path)
    app.wait_for(_first_title(path).encode())
    app.rest(2)
    moving = _answers(app, KEYS)
    typing = _answers(app, ["S", *SEARCH, "escape", "escape"])
    empty = _empty()
    empty.wait_for(_WORD.encode())
    return {
        **_told(moving, ""),
        **_told(typing, "typing_"),
        "mib": app.end(),
        "empty_mib": empty.end(),
    }


def _empty() -> Terminal:
    return Terminal([sys.executable, "-c", _EMPTY], COMPILED)


def _parley(path: Path) -> Terminal:
    return Terminal([sys.executable, "-m", "reader"], {**COMPILED, VARIABLE: str(path)})


def _first(program: Terminal, words: str) -> float:
    seconds = program.wait_for(words.encode())
    program.end()
    return seconds


def _first_title(path: Path) -> str:
    """As much of it as is shown in one piece."""
    with Library.open(path) as library:
        (first,) = library.listing.rows(1, 0, after=None, scope=Scope())
    return " ".join(first.title.split()[:2])


def _answers(app: Terminal, keys: list[str]) -> list[float]:
    answers = [app.press(_BYTES.get(key, key.encode()), 1) for key in keys]
    return [1000 * answer[1] for answer in answers if answer is not None]


def _told(took: list[float], name: str) -> dict[str, float]:
    ordered = sorted(took)
    return {
        f"{name}median_ms": statistics.median(took),
        f"{name}p99_ms": ordered[int(0.99 * (len(ordered) - 1))],
        f"{name}longest_ms": ordered[-1],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("library", type=Path)
    parser.add_argument("--runs", type=int, default=9)
    options = parser.parse_args()
    print(json.dumps({**opening(options.library, options.runs), **pressing(options.library)}, indent=1))


if __name__ == "__main__":
    main()
