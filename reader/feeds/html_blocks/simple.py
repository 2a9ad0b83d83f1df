"""The short way for most bodies: paragraphs with links, emphasis and pictures, written without building a tree.

It takes only what means the same to it as to the long way, which a test holds them to; anything else it refuses.
"""

from __future__ import annotations

import re

from reader.feeds.html_blocks.addresses import link_address
from reader.feeds.html_blocks.folding import resolve
from reader.feeds.html_blocks.pictures import emoji, is_noise, picture_address, picture_words
from reader.feeds.html_blocks.tables import Cell
from reader.feeds.html_blocks.writer import Writer

_BLOCK_NAMES = ("p", "div")
_INLINE_NAMES = ("b", "strong", "i", "em", "u", "span", "cite", "small", "abbr", "time")
_PARAGRAPH, _INLINE, _BREAK, _END_LINK = range(4)
_EXACT = {
    **{mark + name: _PARAGRAPH for name in _BLOCK_NAMES for mark in ("", "/")},
    **{mark + name: _INLINE for name in _INLINE_NAMES for mark in ("", "/")},
    **dict.fromkeys(("br", "br/", "br /"), _BREAK),
    "/a": _END_LINK,
}
_VALUE = r'"[^"<>&]*(?:&amp;[^"<>&]*)*"'
_OTHERS = r'(?: (?:class|id|lang|dir|title|align|rel|target|datetime)="[^"<>]*")'
_ATTRIBUTED = re.compile(rf"({'|'.join((*_BLOCK_NAMES, *_INLINE_NAMES))}){_OTHERS}+ ?")
_LINK = re.compile(rf"a{_OTHERS}* href=({_VALUE}){_OTHERS}* ?")
_PICTURE = re.compile(
    rf"img((?: (?:src|alt|title|width|height|class|loading|decoding|fetchpriority|border|id|align)={_VALUE})+) ?/?"
)
_ATTRIBUTE = re.compile(r' ([a-z]+)="([^"]*)"')
_REFERENCE = re.compile(
    r"&(?:amp|nbsp|quot|lt|gt|[lr][sd]quo|[lr]aquo|hellip|[nm]dash|euro|deg|[aeiou](?:acute|grave|circ|uml)|ccedil"
    r"|[ao]elig|#0?39|#160|#8\d{3});"
)
_REFUSED = ("\x00", "\x1b", "\x9b", "wp-caption")


class _Picture:
    """A picture outside any tree, with what is asked of one inside it."""

    def __init__(self, attributes: dict[str, str]) -> None:
        self.get = attributes.get

    def getparent(self) -> None:
        return None


def write_simple(writer: Writer, html: str, base: str | None) -> bool:
    """Write a body's text, or return False where that takes the long way; ``writer`` is then of no use."""
    first, *pieces = html.split("<")
    if any(sign in html for sign in _REFUSED) or not _text(writer, first):
        return False
    shown: set[str] = set()
    inside, divisions = False, 0  # a paragraph is open; how many divisions are
    for piece in pieces:
        head, closed, text = piece.partition(">")
        if not closed:
            return False
        kind = _EXACT.get(head)
        if kind is None:
            if (link := _LINK.fullmatch(head)) is not None:
                writer.open_link(link_address(link[1][1:-1].replace("&amp;", "&"), base))
            elif (picture := _PICTURE.fullmatch(head)) is not None:
                if writer.url is not None or not _picture(writer, picture[1], base, shown):
                    return False
            elif (other := _ATTRIBUTED.fullmatch(head)) is not None:
                kind = _EXACT[other[1]]
            else:
                return False
        if kind == _PARAGRAPH:
            if head == "/p":
                lonely = not inside
            else:
                divisions += (head[0] == "d") - (head == "/div")
                lonely = divisions < 0
            if lonely or writer.url is not None:  # a tree has its own view of these
                return False
            inside = head[0] == "p"
            writer.end()
        elif kind == _BREAK:
            writer.end_line()
        elif kind == _END_LINK:
            writer.close_link()
        if "&" in text:
            if not _text(writer, text):
                return False
        elif text:
            writer.words(text)
    return True


def _text(writer: Writer, text: str) -> bool:
    if "&" in text:
        if text.count("&") != len(_REFERENCE.findall(text)):
            return False
        text = resolve(text)
    writer.words(text)
    return True


def _picture(writer: Writer, source: str, base: str | None, shown: set[str]) -> bool:
    attributes: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(source):
        attributes.setdefault(name, value.replace("&amp;", "&"))
    picture = _Picture(attributes)
    if sign := emoji(picture):
        writer.words(sign)
        return True
    if is_noise(picture):
        return True
    words, address = picture_words(picture), picture_address(picture, base)
    if not words or shown:
        return False
    shown.add(address or words)
    writer.media("", Cell(words), address)
    return True
