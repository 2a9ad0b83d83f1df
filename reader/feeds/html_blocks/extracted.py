"""trafilatura's tree of an article, in the elements of HTML again, so that one walk serves both."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from itertools import islice
from typing import Any

from reader.domain.layout import Layout
from reader.domain.plain_text import clean_line
from reader.feeds.html_blocks.addresses import link_address
from reader.feeds.html_blocks.pictures import picture_address
from reader.feeds.html_blocks.walk import Walk
from reader.feeds.html_blocks.writer import Writer

_MOST_PIECES = 60  # of text in a caption; with more it is none
_NAMES = {"item": "li", "ref": "a", "graphic": "img", "lb": "br", "row": "tr", "hi": "span", "cell": "td"}


def extracted_text(
    body: Any, base: str | None, language: str | None, captions: Mapping[str, str]
) -> tuple[str, Layout]:
    """The text and layout of ``body``, which is changed on the way. ``captions`` go before what pictures say."""
    for graphic in list(body.iter("graphic")):
        if caption := captions.get(link_address(graphic.get("src") or "", base) or ""):
            graphic.set("alt", escape(caption))
            _drop_remains(graphic, caption)
    for element in body.iter():
        if isinstance(element.tag, str):
            element.tag = _html_name(element)
    writer = Writer()
    Walk(writer, base, language, hiding=False).over(body)
    return writer.finish()


def captions(page: Any, base: str | None) -> dict[str, str]:
    """The captions of a page's figures by the address of the picture: trafilatura leaves them out."""
    found: dict[str, str] = {}
    for figure in () if page is None else page.iter("figure"):
        caption, image = figure.find("figcaption"), next(islice(figure.iter("img"), 1), None)
        if caption is not None and image is not None:
            words = clean_line(" ".join(islice(caption.itertext(), _MOST_PIECES)))
            if words and (address := picture_address(image, base)):
                found.setdefault(address, words)
    return found


def _drop_remains(graphic: Any, caption: str) -> None:
    """Drop what trafilatura has kept of a caption in paragraphs behind its picture."""
    whole = "".join(caption.split())
    for remains in list(islice(graphic.itersiblings("p"), 3)):
        if remains.getprevious() is not graphic or "".join("".join(remains.itertext()).split()) not in whole:
            return
        if not (remains.tail or "").strip():
            remains.getparent().remove(remains)


def _html_name(element: Any) -> str:
    tag: str = element.tag
    if tag == "head":
        rank = (element.get("rend") or "")[-1:]
        return f"h{rank}" if rank in {"1", "2", "3", "4", "5", "6"} else "h2"
    if tag == "list":
        return {"ol": "ol", "dl": "dl"}.get(element.get("rend") or "", "ul")
    if tag == "item" and (element.get("rend") or "").startswith(("dt", "dd")):
        return str(element.get("rend"))[:2]
    if tag == "quote":
        parent = element.getparent()
        return "q" if parent is not None and parent.tag == "p" and not len(element) else "blockquote"
    if tag == "code":
        return "pre" if "\n" in "".join(element.itertext()) else "code"
    if tag == "ref":
        element.set("href", element.get("target") or "")
    if tag == "cell" and element.get("role") == "head":
        return "th"
    return _NAMES.get(tag, tag)
