"""The article inside an HTML page, and what the page says about it. Imports trafilatura: only for a page."""

from __future__ import annotations

import logging

import trafilatura
from trafilatura.utils import load_html

from reader.feeds.details import Details, details

# What it says about odd pages is not for the reader's terminal.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def page_text(html: str) -> tuple[Details, str]:
    """The page's details and its text, a blank line between paragraphs; the text is empty where there is none."""
    found = None
    try:
        found = trafilatura.bare_extraction(html, fast=True, include_comments=False, with_metadata=True)
    except Exception:  # a page can break any parser; its plain words are still to be had
        found = None
    text = _paragraphs(getattr(found, "text", None)) or _paragraphs(_all_words(html))
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
    return known, text


def _all_words(html: str) -> str:
    try:
        return str(trafilatura.html2txt(html))
    except Exception:  # as above; then the page has no text
        return ""


def _paragraphs(text: str | None) -> str:
    return "\n\n".join(line.strip() for line in (text or "").splitlines() if line.strip())


def _declared_language(html: str) -> str | None:
    tree = load_html(html)
    return None if tree is None else tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
