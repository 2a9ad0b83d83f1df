"""The article inside an HTML page, and what the page says about it. Imports trafilatura: only for a page."""

from __future__ import annotations

import logging
import re
from typing import Any

import trafilatura
from trafilatura.utils import load_html

from reader.domain.layout import Layout
from reader.domain.plain_text import clean_line
from reader.feeds.details import Details, details
from reader.feeds.html_blocks.blocks import page_words_text
from reader.feeds.html_blocks.extracted import captions, extracted_text

# What it says about odd pages is not for the reader's terminal.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
LONGEST_PAGE = 4_000_000  # characters; what is longer is no article, and finding one in it would take minutes
MOST_TAGS = 50_000  # the same, of a page that is hardly anything else

_BODY = re.compile("<(?:body|frameset)\\b", re.IGNORECASE)
_BARE_PRE = re.compile(r"(<pre\b[^<>]*>)(?!\s*<code)", re.IGNORECASE)
_HEAD = re.compile(
    r"(?:\s+|<!doctype[^>]*>|<!--.*?-->|<\?[^>]*>|</?(?:html|head)\b[^>]*>|<(?:meta|link|base)\b[^>]*>"
    r"|<(title|style|script|noscript|template)\b.*?</\1\s*>)*",
    re.IGNORECASE | re.DOTALL,
)


def page_article(html: str, base: str | None = None) -> tuple[Details, str, Layout]:
    """The page's details, its article's text and how that is built; the text is empty where there is none.

    ``base`` is where the page came from: relative links hang on it.
    """
    if len(html) > LONGEST_PAGE or html.count("<") > MOST_TAGS:
        return Details(), *page_words_text(html)
    html = _with_body(html)
    found = _extracted(html, base)
    page = load_html(html)
    language = _declared_language(page)
    body = getattr(found, "body", None)
    text, layout = "", Layout()
    if body is not None:
        base = base or getattr(found, "url", None)
        text, layout = extracted_text(body, base, language, captions(page, base))
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


def _with_body(html: str) -> str:
    """``html`` with the ``<body>`` that a page may leave out; libxml2 would put all of it into the head."""
    if _BODY.search(html):
        return html
    end = _HEAD.match(html)
    at = end.end() if end else 0
    return f"{html[:at]}<body>{html[at:]}"


def _cut(layout: Layout, start: int) -> Layout:
    """The layout of the text from ``start`` on."""
    return Layout(
        tuple(b._replace(start=b.start - start, end=b.end - start) for b in layout.blocks if b.start >= start),
        tuple(k._replace(start=k.start - start, end=k.end - start) for k in layout.links if k.start >= start),
    )


def _extracted(html: str, base: str | None) -> Any:
    html = _BARE_PRE.sub(r"\1<code>", html)  # else it is taken for a quote and loses its lines
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


def _declared_language(page: Any) -> str | None:
    return None if page is None else page.get("lang") or page.get("{http://www.w3.org/XML/1998/namespace}lang")
