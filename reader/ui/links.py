"""The links of an article, numbered: for the list below the text and for the picker. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from rich.cells import cell_len

from reader.domain.layout import PLACEHOLDER, BlockKind, Layout, Link
from reader.domain.plain_text import clean_line
from reader.domain.span import Span
from reader.ui.row_text import fit
from reader.ui.steady import steady
from reader.ui.verbatim import link_address

HEADING = "Links"

_LONGEST = 400
"""Code points of a link's words, or of an address, that are shown."""

_HOST = 30
"""Cells that the host of a link takes at most."""


@dataclass(frozen=True, slots=True)
class NumberedLink:
    """A link that can be opened. ``words`` and ``host`` are safe to show; ``url`` is as it came."""

    number: int
    words: str
    host: str
    url: str
    span: Span


def links(layout: Layout, text: str) -> tuple[NumberedLink, ...]:
    """The links of a text in order of place, each address once, with the first words that lead there."""
    return _links(layout.links, text)


@lru_cache(maxsize=2)
def _links(found: tuple[Link, ...], text: str) -> tuple[NumberedLink, ...]:
    numbered: dict[str, NumberedLink] = {}
    for link in sorted(found):
        if link.url in numbered or link_address(link.url) is None:
            continue
        words = _line(text[link.start : min(link.end, link.start + _LONGEST)].lstrip(f"{PLACEHOLDER} "))
        shown = _line(link.url[:_LONGEST])
        span = (link.start, link.end)
        numbered[link.url] = NumberedLink(len(numbered) + 1, words or shown, host(link.url), link.url, span)
    return tuple(numbered.values())


def host(url: str) -> str:
    """Where an address leads, in short: the host without "www.", or who a letter goes to."""
    parts = urlsplit(url)
    name = parts.path if parts.scheme == "mailto" else parts.netloc.rpartition("@")[2]
    return _line(name[:_LONGEST].removeprefix("www."))


def words_of(layout: Layout) -> Iterator[Link]:
    """The links whose words are to be marked in the text: not those of pictures, which have a sign of their own."""
    media = {block.start for block in layout.blocks if block.kind is BlockKind.MEDIA}
    return (link for link in layout.links if link.start not in media)


def foot_lines(numbered: Sequence[NumberedLink], width: int) -> list[str]:
    """A heading and a line for each link, at most ``width`` cells wide; nothing where there is no link."""
    if not numbered:
        return []
    digits = len(str(len(numbered)))
    return [fit(HEADING, width).rstrip(), *(_foot_line(link, digits, width) for link in numbered)]


def _foot_line(link: NumberedLink, digits: int, width: int) -> str:
    number = f"{link.number:>{digits}}  "
    where = fit(link.host, min(_HOST, max(width // 2, 1))).rstrip()
    room = width - len(number) - cell_len(where) - 3
    if room < 8 or link.words == link.host:
        return fit(number + link.words, width).rstrip()
    return f"{number}{fit(link.words, room).rstrip()} · {where}"


def _line(words: str) -> str:
    """Words from outside on one line, without anything a terminal could obey."""
    return steady(clean_line(words))
