"""Find words a person quotes from an article, to mark them."""

from __future__ import annotations

from reader.domain.article import Article
from reader.domain.errors import AnnotationError
from reader.domain.plain_text import clean_line
from reader.domain.query.hits import find
from reader.domain.span import Span

_SHOWN = 60


def quoted(article: Article, words: str) -> Span:
    """Where the words stand in the article's text, once and no more: as they are typed, else whatever their case, their
    accents and the width of their gaps.

    Raises AnnotationError where they stand nowhere or in several places.
    """
    count = article.text.count(words) if words.strip() else 0
    if count == 1:
        at = article.text.index(words)
        return (at, at + len(words))
    spans = find(words, article.text)
    if len(spans) == 1 and not count:
        return spans[0]
    told = clean_line(words)
    told = told if len(told) <= _SHOWN else told[: _SHOWN - 1] + "…"
    times = count or len(spans)
    if not times:
        raise AnnotationError(
            f"Article {article.id} does not have the words “{told}”; read it with: parley show {article.id}",
            subject=words,
        )
    raise AnnotationError(
        f"Article {article.id} has the words “{told}” {times} times; quote more of what stands around those you mean.",
        subject=words,
    )
