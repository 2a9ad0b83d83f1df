"""The short way for most bodies: paragraphs, lists, links, emphasis and pictures, written without building a tree.

It takes only what means the same to it as to the long way, which a test holds them to; anything else it refuses.
"""

from __future__ import annotations

import re

from reader.feeds.html_blocks.addresses import link_address
from reader.feeds.html_blocks.folding import resolve
from reader.feeds.html_blocks.nesting import STRUCTURES, Nesting
from reader.feeds.html_blocks.pictures import emoji, is_noise, picture_address, picture_words
from reader.feeds.html_blocks.tables import Cell
from reader.feeds.html_blocks.writer import Writer

_INLINE_NAMES = ("b", "strong", "i", "em", "u", "span", "cite", "small", "abbr", "time")
_PARAGRAPH, _PARAGRAPH_END, _BREAK, _LINK_END, _BEGIN, _END = range(6)
_BLOCKS = {"p": _PARAGRAPH, **dict.fromkeys(("div", *STRUCTURES), _BEGIN)}
_EXACT = {
    **_BLOCKS,
    **{f"/{name}": _END for name in _BLOCKS},
    "/p": _PARAGRAPH_END,
    "/a": _LINK_END,
    **dict.fromkeys(("br", "br/", "br /"), _BREAK),
}
_VALUE = r'"[^"<>&]*(?:&amp;[^"<>&]*)*"'
_OTHERS = r'(?: (?:class|id|lang|dir|title|align|rel|target|datetime)="[^"<>]*")'
_ATTRIBUTED = re.compile(rf"({'|'.join(_BLOCKS)}){_OTHERS}+ ?")
_INLINE = re.compile(rf"<(?:/(?:{'|'.join(_INLINE_NAMES)})|(?:{'|'.join(_INLINE_NAMES)})(?:{_OTHERS}+ ?)?)>")
# Emphasis around a block ends it; one that began before a link and ends inside it ends the link: so a tree sees it.
_MARKED_LINK = re.compile("<a [^<>]*>([^<]*<(?!/a>).*?)(?:</a>|$)", re.DOTALL)
_MARKED_BLOCK = re.compile(
    rf"<(?:{'|'.join(_INLINE_NAMES)})(?: [^<>]*)?>(?:[^<]++|<(?!/?(?:{'|'.join((*_INLINE_NAMES, *_BLOCKS))})\b))*+"
    rf"<(?:{'|'.join(_BLOCKS)})\b"
)
_WHOLE_MARKS = re.compile(r"(?:[^<]*<(\w+)[^<>]*>[^<]*</\1>)*[^<]*")
_UNCLOSED = re.compile("<[^<>]*<")
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
    if any(sign in html for sign in _REFUSED) or _UNCLOSED.search(html) is not None:
        return False
    if "&" in html and html.count("&") != len(_REFERENCE.findall(html)):
        return False
    if _MARKED_BLOCK.search(html) is not None:
        return False
    if not all(_WHOLE_MARKS.fullmatch(inside) for inside in _MARKED_LINK.findall(html)):
        return False
    first, *pieces = _INLINE.sub("", html).split("<")  # they say nothing here: what is around them joins
    writer.words(resolve(first))
    nesting = Nesting(writer)
    shown: set[str] = set()
    paragraph = False
    for piece in pieces:
        head, closed, text = piece.partition(">")
        if not closed:
            return False
        kind = _EXACT.get(head)
        if kind is None and (other := _ATTRIBUTED.fullmatch(head)) is not None:
            head = other[1]
            kind = _BLOCKS[head]
        if kind is None or kind in (_BREAK, _LINK_END):
            if not nesting.takes("") or not _inline(writer, kind, head, base, shown):
                return False
        elif writer.url is not None:  # a tree has its own view of blocks in links
            return False
        elif kind == _PARAGRAPH:
            if not nesting.takes("p"):
                return False
            paragraph = True
            writer.end()
        elif kind == _PARAGRAPH_END:
            if not paragraph:
                return False
            paragraph = False
            writer.end()
        else:
            if paragraph and kind == _BEGIN and head != "div":
                return False
            paragraph = False
            if not (nesting.begin(head) if kind == _BEGIN else nesting.end(head[1:])):
                return False
        if text:
            writer.words(resolve(text) if "&" in text else text)
            if not nesting.takes("") and not text.isspace():
                return False
    return nesting.done()


def _inline(writer: Writer, kind: int | None, head: str, base: str | None, shown: set[str]) -> bool:
    """A line break, a link's begin or end, or a picture; False for anything else."""
    if kind == _BREAK:
        writer.end_line()
    elif kind == _LINK_END:
        writer.close_link()
    elif (link := _LINK.fullmatch(head)) is not None:
        writer.open_link(link_address(link[1][1:-1].replace("&amp;", "&"), base))
    elif (picture := _PICTURE.fullmatch(head)) is not None:
        return writer.url is None and _picture(writer, picture[1], base, shown)
    else:
        return False
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
