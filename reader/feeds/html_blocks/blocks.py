"""A feed item's body: HTML or plain text to clean plain text with its layout."""

from __future__ import annotations

import re

from reader.domain.layout import Layout
from reader.feeds.html_blocks.folding import resolve
from reader.feeds.html_blocks.pictures import picture_address
from reader.feeds.html_blocks.sharing import without_share_bar
from reader.feeds.html_blocks.simple import write_simple
from reader.feeds.html_blocks.tree import parse
from reader.feeds.html_blocks.walk import Walk
from reader.feeds.html_blocks.writer import LINE, PARAGRAPH, Writer

_MARKUP = re.compile(r"<[a-zA-Z/!?]")
_HIDING = ("hidden", "HIDDEN", "display", "DISPLAY", "visibility")


def fragment_text(html: str, base: str | None = None, language: str | None = None) -> tuple[str, Layout]:
    """The clean text of a body and how it is built.

    There is a blank line between blocks and "\\n" between the lines of one, none at either end. Relative addresses are
    resolved against ``base`` and left out without one. ``language`` ("fr") decides the marks around ``<q>``. Text
    without markup is taken as it is, its references resolved, its lines and paragraphs kept.
    """
    if "<" not in html or _MARKUP.search(html) is None:
        return _plain(resolve(html))
    writer = Writer()
    if write_simple(writer, html, base):
        return without_share_bar(*writer.finish())
    try:
        return tree_text(html, base, language)
    except Exception:  # one odd body must not cost its whole feed; the tests call tree_text, which hides nothing
        return page_words_text(html)


def tree_text(html: str, base: str | None = None, language: str | None = None) -> tuple[str, Layout]:
    """``fragment_text`` the long way, by a tree of the markup."""
    root = parse(html)
    if root is None:
        return page_words_text(html)
    writer = Writer()
    walk = Walk(writer, base, language, hiding=any(word in html for word in _HIDING))
    walk.over(root)
    if not writer.length and walk.left_out is not None:
        walk.show(walk.left_out, picture_address(walk.left_out, walk.base), "Image")
    return without_share_bar(*writer.finish())


def page_words_text(html: str) -> tuple[str, Layout]:
    """Every word of a page as paragraphs, for markup in too odd a state to say more about them."""
    from reader.feeds.html_words import page_words

    return _plain(page_words(html), PARAGRAPH)


def _plain(text: str, gap: int = LINE) -> tuple[str, Layout]:
    writer = Writer()
    for line in text.splitlines():
        if line.strip():
            writer.words(line)
            writer.end(gap)
        else:
            writer.end()
    return writer.finish()
