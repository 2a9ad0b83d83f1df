"""Every word of an HTML page, whatever state the page is in: what is left to read where no article can be found."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.feeds.html_blocks.folding import resolve

_UNREAD = ("script", "style", "template", "noscript", "title", "textarea", "select", "svg")
_ENDS = {name: re.compile(f"</{name}\\b[^>]*>", re.IGNORECASE) for name in _UNREAD}
_TO_THE_END = frozenset({"script", "style", "template"})  # no words follow where one of these is never closed
# fmt: off
_INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "q", "s",
    "samp", "small", "span", "strong", "sub", "sup", "tt", "u", "var", "wbr",
})
# fmt: on
_NAME = re.compile(r"/?([a-zA-Z][^\s/<>]*)")


def page_words(html: str) -> str:
    """The page's text, a line for each stretch between tags that are not inline; empty where there is none.

    Takes time in proportion to the page, and markup nested to any depth.
    """
    return "".join(_pieces(html.replace("]]>", "") if "<![CDATA[" in html else html))


def _pieces(html: str) -> Iterator[str]:
    at = 0
    unclosed: set[str] = set()
    while True:
        mark = html.find("<", at)
        yield resolve(html[at : mark if mark >= 0 else None]).replace("\n", " ")
        if mark < 0:
            return
        name = _NAME.match(html, mark + 1)
        if name is None and html[mark + 1 : mark + 2] not in ("!", "?", "/"):
            yield "<"
            at = mark + 1
            continue
        at, broken = _after(html, mark, unclosed)
        if name is not None:
            tag = name[1].lower()
            if tag not in _INLINE:
                yield "\n"
            if tag in _ENDS and html[mark + 1] != "/" and tag not in unclosed:
                end = _ENDS[tag].search(html, at)
                if end is not None:
                    at = end.end()
                elif tag in _TO_THE_END:
                    return
                else:
                    unclosed.add(tag)
        elif broken:
            return


def _after(html: str, mark: int, unclosed: set[str]) -> tuple[int, bool]:
    """Where the tag, comment or declaration at ``mark`` ends, and whether it never does."""
    if html.startswith("<![CDATA[", mark):
        return mark + 9, False
    if html.startswith("<!--", mark) and "<!--" not in unclosed:
        end = html.find("-->", mark + 4)
        if end >= 0:
            return end + 3, False
        unclosed.add("<!--")
    if ">" not in unclosed:
        end = html.find(">", mark)
        if end >= 0:
            return end + 1, False
        unclosed.add(">")
    return mark + 1, html.startswith(("<!", "<?"), mark)
