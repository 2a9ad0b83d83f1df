"""Words of an article in Markdown: they read the same when it is rendered, whatever signs are among them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.domain.addresses import link_address
from reader.domain.layout import Link
from reader.domain.plain_text import clean_line, clean_text

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_LINE_START = re.compile(r"^(\d+)([.)])|^([-+=])")
_UNSAFE_IN_ADDRESS = re.compile(r"[<>\\]")


def plain(words: str) -> str:
    """Words from an article on one line, none of them Markdown."""
    return at_line_start(escaped(clean_line(words)))


def escaped(words: str) -> str:
    """Words inside a line, none of them Markdown."""
    return _SPECIAL.sub(r"\\\1", words)


def at_line_start(line: str) -> str:
    """A line of words already escaped, so that it begins no list and underlines no heading."""
    return _LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", line)


def linked(words: str, url: str) -> str:
    """Markdown of a link; only ``words`` where a link may not lead to ``url``. ``words`` are escaped already."""
    address = link_address(url)
    if address is None or not words.strip():
        return words
    # Not legal in an address, and the end of one in Markdown.
    address = _UNSAFE_IN_ADDRESS.sub(lambda sign: f"%{ord(sign[0]):02X}", address)
    return f"[{words}](<{address}>)" if re.search(r"[()]", address) else f"[{words}]({address})"


def inline(text: str, start: int, end: int, links: Sequence[Link]) -> str:
    """``text[start:end]`` escaped, with those of ``links`` that begin in it; they are in order of place."""
    parts: list[str] = []
    at = start
    for link in links:
        first, last = max(link.start, at), min(link.end, end)
        if first >= last:
            continue
        parts.append(_words(text[at:first]))
        parts.append(linked(_words(text[first:last]), link.url))
        at = last
    parts.append(_words(text[at:end]))
    return "".join(parts)


def _words(words: str) -> str:
    return escaped(clean_text(words))
