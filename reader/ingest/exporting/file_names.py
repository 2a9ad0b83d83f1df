"""Names for files, made from titles: nothing in a title is ever a path."""

from __future__ import annotations

import re
from unicodedata import normalize

from reader.domain.plain_text import clean_line

LONGEST = 80
"""Letters of a name before its ending; with any letter of four bytes still below what every file system takes."""

_BETWEEN = re.compile(r"[^\w]+", re.UNICODE)
_TAKEN_BY_WINDOWS = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


def slug(title: str, otherwise: str = "article") -> str:
    """A title as the name of a file without its ending: letters, digits and hyphens, lower case, never empty."""
    words = _BETWEEN.sub("-", normalize("NFC", clean_line(title)).casefold().replace("_", "-")).strip("-")
    if len(words) > LONGEST:
        words = words[: LONGEST + 1].rpartition("-")[0] or words[:LONGEST]
    while len(words.encode("utf-8", "ignore")) > 2 * LONGEST:
        words = words[:-1]
    words = words.strip("-") or otherwise
    return f"{words}-" if _TAKEN_BY_WINDOWS.fullmatch(words) else words


class Names:
    """Names given out for the files of one folder: no two are the same, whatever the case of their letters."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}
        self._taken: set[str] = set()

    def name(self, title: str, ending: str) -> str:
        """``title.ending``, numbered from the second on."""
        stem = slug(title)
        number = self._given.get(stem, 0)
        name = stem
        while not number or name in self._taken:
            number += 1
            name = stem if number == 1 else f"{stem}-{number}"
        self._given[stem] = number
        self._taken.add(name)
        return f"{name}.{ending}"
