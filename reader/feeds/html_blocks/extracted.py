"""trafilatura's tree of an article, in the elements of HTML again, so that one walk serves both."""

from __future__ import annotations

from typing import Any

from reader.domain.layout import Layout
from reader.feeds.html_blocks.walk import Walk
from reader.feeds.html_blocks.writer import Writer

_NAMES = {"item": "li", "ref": "a", "graphic": "img", "lb": "br", "row": "tr", "hi": "span", "cell": "td"}


def extracted_text(body: Any, base: str | None, language: str | None) -> tuple[str, Layout]:
    """The text and layout of ``body``, which is changed on the way."""
    for element in body.iter():
        if isinstance(element.tag, str):
            element.tag = _html_name(element)
    writer = Writer()
    Walk(writer, base, language, hiding=False).over(body)
    return writer.finish()


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
