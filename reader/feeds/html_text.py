"""The article inside an HTML page, and what the page says about it. Imports trafilatura: only for a page."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

import trafilatura
from trafilatura.utils import load_html

from reader.domain.plain_text import clean_line
from reader.feeds.details import Details, details
from reader.feeds.html_words import page_words

# What it says about odd pages is not for the reader's terminal.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
LONGEST_PAGE = 4_000_000  # characters; what is longer is no article, and finding one in it would take minutes
_BLANKS = re.compile(r"[ \t\f]+")
_INLINE = frozenset({"hi", "ref", "del"})


def page_text(html: str) -> tuple[Details, str]:
    """The page's details and its text, a blank line between paragraphs; the text is empty where there is none."""
    if len(html) > LONGEST_PAGE:
        return Details(), _paragraphs(page_words(html))
    try:
        found = trafilatura.bare_extraction(html, fast=True, include_comments=False, with_metadata=True)
    except Exception:  # a page can break any parser; its plain words are still to be had
        found = None
    body = getattr(found, "body", None)
    text = "" if body is None else _paragraphs("".join(_pieces(body)))
    text = text or _paragraphs(page_words(html))
    known = details(
        {
            "title": getattr(found, "title", None),
            "source": getattr(found, "sitename", None),
            "author": getattr(found, "author", None),
            "published": getattr(found, "date", None),
            "url": getattr(found, "url", None),
            "language": _declared_language(html),
        }
    )
    heading, _, below = text.partition("\n\n")
    return known, below if below and clean_line(heading) == known.title else text


def _pieces(element: Any) -> Iterator[str]:
    """The words of trafilatura's tree, line ends only where a block does; its plain text keeps some of the source's."""
    block = element.tag not in _INLINE
    if block:
        yield "\n"
    if element.tag == "item":
        yield "- "
    yield (element.text or "").replace("\n", " ")
    for child in element:
        if isinstance(child.tag, str):
            yield from _pieces(child)
        yield (child.tail or "").replace("\n", " ")
    if block:
        yield "\n"


def _paragraphs(text: str) -> str:
    """Lines with words as paragraphs. Only plain blanks are folded: French sets no-break spaces inside quotations."""
    lines = (_BLANKS.sub(" ", line).strip(" ") for line in text.splitlines())
    return "\n\n".join(line for line in lines if line.strip(" -\u00a0"))


def _declared_language(html: str) -> str | None:
    tree = load_html(html)
    return None if tree is None else tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
