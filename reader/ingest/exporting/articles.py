"""Articles as Markdown or plain text, one after another or as one file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from reader.domain.addresses import link_address
from reader.domain.article import Article, Draft
from reader.domain.layout import Layout
from reader.domain.plain_text import clean_line, clean_text
from reader.ingest.exporting.escaping import linked, plain
from reader.ingest.exporting.heading import about, heading
from reader.ingest.exporting.text_markdown import text_markdown

_BETWEEN_TEXTS = "\n\n" + "*" * 3 + "\n\n"
_BETWEEN_MARKDOWN = "\n\n---\n\n"


class Form(StrEnum):
    """How an article is written; the value is the ending of its file."""

    MARKDOWN = "md"
    TEXT = "txt"


def article_words(article: Article | Draft, form: Form) -> str:
    """The article with its head: title, source, author, place, date, address. No line end at its end."""
    return article_markdown(article) if form is Form.MARKDOWN else article_text(article)


def article_text(article: Article | Draft) -> str:
    """The article as plain text."""
    return f"{heading(article)}\n\n{clean_text(article.text).strip()}"


def article_markdown(article: Article | Draft) -> str:
    """The article as Markdown, built as its layout says."""
    layout = Layout.from_json(article.layout, len(article.text))
    return "\n\n".join([*markdown_head(article), text_markdown(article.text, layout)])


def markdown_head(article: Article | Draft) -> Iterator[str]:
    """Title, what is known of the article, and its address, each a block of Markdown."""
    yield f"# {plain(article.title)}" if clean_line(article.title) else "# Untitled"
    if line := about(article):
        yield f"*{plain(line)}*"
    if address := clean_line(article.url or ""):
        yield linked(plain(address), address) if link_address(address) else plain(address)


def joined(articles: Iterable[Article], form: Form) -> Iterator[str]:
    """The parts of one file of several articles, a rule between them; one article is never in memory with another."""
    between = _BETWEEN_MARKDOWN if form is Form.MARKDOWN else _BETWEEN_TEXTS
    for at, article in enumerate(articles):
        yield (between if at else "") + article_words(article, form)
    yield "\n"
