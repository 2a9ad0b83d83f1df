"""Titles: one clean line, whatever a feed wrote, and one for an item that has none."""

from __future__ import annotations

import re

from reader.domain.layout import PLACEHOLDER
from reader.domain.plain_text import clean_line
from reader.feeds.html_blocks.inline import inline_text
from reader.feeds.reading.mojibake import legible
from reader.feeds.reading.raw import Body, Kind

LONGEST = 1_000
"""Characters of a title."""

_FIRST_WORDS = 90
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_PAIR = re.compile(
    r"<(a|abbr|b|big|br|cite|code|del|div|em|font|h[1-6]|i|ins|li|mark|p|q|s|small|span|strike|strong|sub|sup|tt|u|ul)"
    r"(?:\s[^<>]*)?>[^<>]{0,1000}</\1\s*>",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?…][»”\"’')]*\s")


def title_line(title: Body | None) -> str:
    """The title as one clean line, at most ``LONGEST`` characters; empty where there is none.

    What RSS gives is taken for HTML; what is still escaped after that was escaped twice. In a plain title of Atom or
    JSON Feed only what cannot be meant literally is markup.
    """
    if title is None:
        return ""
    line = legible(title.value[: LONGEST * 20])
    if "<" not in line and "&" not in line:
        return clean_line(line)[:LONGEST].rstrip()
    if title.kind is not Kind.TEXT:
        line = inline_text(line)
    if _ENTITY.search(line) or _PAIR.search(line):
        line = inline_text(line)
    return clean_line(line)[:LONGEST].rstrip()


def first_words(text: str) -> str:
    """What to call a text without a title: the first sentence of its first line, or as many words as fit."""
    lines = [line for line in text.split("\n", 50)[:50] if line.strip()]
    line = clean_line(next((line for line in lines if not line.startswith(PLACEHOLDER)), lines[0] if lines else ""))
    line = line.lstrip(f"{PLACEHOLDER} ")
    end = _SENTENCE.search(line)
    if end and end.start() < _FIRST_WORDS:
        return line[: end.end()].rstrip()
    if len(line) <= _FIRST_WORDS:
        return line
    cut = line[:_FIRST_WORDS]
    return (cut[: cut.rfind(" ")] if " " in cut else cut).rstrip(" ,;:–-") + "…"
