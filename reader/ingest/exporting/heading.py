"""What stands above an article in every form it is given out in."""

from __future__ import annotations

from reader.domain.article import Article, Draft
from reader.domain.plain_text import clean_line


def heading(article: Article | Draft) -> str:
    """Title, and on the next line what is known of source, author, place and date; then the address."""
    lines = (clean_line(article.title), about(article), clean_line(article.url or ""))
    return "\n".join(line for line in lines if line)


def about(article: Article | Draft) -> str:
    """What is known of source, author, place and date, on one line; "" where nothing is."""
    known = [article.source, article.author, article.place, article.published]
    line = " · ".join(clean_line(k) for k in known if k)
    if article.example:
        return f"{line} · written as an example" if line else "written as an example"
    return line
