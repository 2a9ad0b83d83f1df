"""The article inside an HTML page, and what the page says about it. Imports trafilatura: only for a page."""

from __future__ import annotations

import logging
from typing import Any

import trafilatura
from trafilatura.utils import load_html

from reader.domain.layout import Layout
from reader.domain.plain_text import clean_line
from reader.feeds.details import Details, details
from reader.feeds.html_blocks.blocks import page_words_text
from reader.feeds.html_blocks.extracted import extracted_text

# What it says about odd pages is not for the reader's terminal.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
LONGEST_PAGE = 4_000_000  # characters; what is longer is no article, and finding one in it would take minutes


def page_article(html: str, base: str | None = None) -> tuple[Details, str, Layout]:
    """The page's details, its article's text and how that is built; the text is empty where there is none.

    ``base`` is where the page came from: relative links hang on it.
    """
    if len(html) > LONGEST_PAGE:
        return Details(), *page_words_text(html)
    found = _extracted(html, base)
    language = _declared_language(html)
    body = getattr(found, "body", None)
    text, layout = ("", Layout()) if body is None else extracted_text(body, base, language)
    if not text:
        text, layout = page_words_text(html)
    known = details(
        {
            "title": getattr(found, "title", None),
            "source": getattr(found, "sitename", None),
            "author": getattr(found, "author", None),
            "published": getattr(found, "date", None),
            "url": getattr(found, "url", None),
            "language": language,
        }
    )
    heading, _, below = text.partition("\n\n")
    if below and clean_line(heading) == known.title:
        text, layout = below, _cut(layout, len(heading) + 2)
    return known, text, layout


def _cut(layout: Layout, start: int) -> Layout:
    """The layout of the text from ``start`` on."""
    return Layout(
        tuple(b._replace(start=b.start - start, end=b.end - start) for b in layout.blocks if b.start >= start),
        tuple(k._replace(start=k.start - start, end=k.end - start) for k in layout.links if k.start >= start),
    )


def _extracted(html: str, base: str | None) -> Any:
    try:
        return trafilatura.bare_extraction(
            html,
            url=base,
            fast=True,
            include_comments=False,
            with_metadata=True,
            include_links=True,
            include_images=True,
            include_formatting=True,
        )
    except Exception:  # a page can break any parser; its plain words are still to be had
        return None


def _declared_language(html: str) -> str | None:
    tree = load_html(html)
    return None if tree is None else tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
