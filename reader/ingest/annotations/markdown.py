"""Highlights and notes as Markdown: quotations in the order of the text, each note below the words it is on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.domain.article import Article
from reader.domain.plain_text import clean_line, clean_text
from reader.ingest.annotations.placing import Placed
from reader.ingest.exporting.articles import markdown_head
from reader.ingest.exporting.escaping import at_line_start, escaped

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})([^`]*)$")
_FENCE_END = re.compile(r" {0,3}(`{3,}|~{3,})\s*$")
# HTML that goes on past empty lines until it is closed: everything behind it would be part of it.
_OPEN_END = re.compile(r"^(\s*)<(?=!|\?|(?:script|pre|style|textarea)\b)", re.IGNORECASE)


def article_notes(article: Article, placed: Sequence[Placed], level: int = 1) -> str:
    """An article's head, its title a heading of that level, and its annotations in the order given."""
    title, *about = markdown_head(article)
    parts = ["#" * (level - 1) + title, *about]
    if article.deleted:
        parts.append("*This article was deleted.*")
    for one in placed:
        parts.extend(_parts(one))
    return "\n\n".join(parts)


def _parts(placed: Placed) -> Iterator[str]:
    annotation = placed.annotation
    if annotation.anchor is not None:
        yield quotation(annotation.anchor.exact)
    if placed.orphaned:
        yield "*These words are not in the article any more.*"
    if annotation.body:
        yield contained(annotation.body)
    told = (annotation.colour and str(annotation.colour), clean_line(annotation.created[:10]))
    yield f"*{' · '.join(word for word in told if word)}*"


def quotation(words: str) -> str:
    """Words of an article as a block quotation, none of them Markdown."""
    lines = [at_line_start(escaped(line.strip())) for line in clean_text(words).strip().split("\n")]
    return "\n".join(f"> {line}".rstrip() for line in lines)


def contained(note: str) -> str:
    """A note in Markdown that ends where it ends: what it leaves open does not swallow what follows."""
    lines = []
    fence = ""
    for line in note.split("\n"):
        if fence:
            end = _FENCE_END.match(line)
            if end is not None and end[1].startswith(fence):
                fence = ""
        elif (begin := _FENCE.match(line)) is not None:
            fence = begin[1]
        else:
            line = _OPEN_END.sub(r"\1\\<", line)
        lines.append(line)
    return "\n".join([*lines, fence] if fence else lines)
