"""Who wrote an item, from the forms that feeds give names in."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reader.domain.plain_text import clean_line
from reader.feeds.html_blocks.inline import inline_text
from reader.feeds.reading.mojibake import legible

_LONGEST = 300
_MAIL = re.compile(r"<?\b[^\s@()<>]{1,100}@[^\s@()<>]{1,100}>?")


def author_line(names: Iterable[str]) -> str | None:
    """The names joined with ", ", each once; "mail (Name)" and "Name <mail>" give the name alone."""
    found: dict[str, str] = {}
    for written in names:
        name = _name(written[: _LONGEST * 4])
        if name:
            found.setdefault(name.casefold(), name)
    return ", ".join(found.values())[:_LONGEST].rstrip(" ,") or None


def _name(written: str) -> str:
    line = legible(written.strip())
    if "@" in line:
        line = _MAIL.sub(" ", line).strip(" ,;<>")
        if line.startswith("(") and line.endswith(")"):
            line = line[1:-1]
        line = line.replace("()", "").strip(" ,;") or written
    return inline_text(line) if "<" in line or "&" in line else clean_line(line)
