"""From what a command names to a text and its analysis."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reader.cli.session import Session, article_id
from reader.domain.analysis import Analysis
from reader.domain.article import Article, Draft
from reader.store.library import Library

UNKNOWN = "und"


@dataclass(frozen=True, slots=True)
class Found:
    """A text with its analysis. ``id`` is the file's stem or the article's id, ``source`` the path or the id."""

    id: str
    source: str
    article: Article | Draft
    analysis: Analysis


def find(session: Session, word: str, language: str | None = None) -> Found:
    """The article with that id, or the file at that path ("-": standard input), analysed.

    A file is not stored. Raises ParleyError.
    """
    id = article_id(word)
    if id is not None:
        with session.library() as library:
            article = library.article(id)
            return Found(str(id), str(id), article, analysed(library, article, language))
    from reader.feeds.documents import read_document
    from reader.ingest.engine import analyse_text

    draft = read_document(word, language=language)
    return Found(_stem(word), word, draft, analyse_text(draft.text, draft.language or UNKNOWN))


def analysed(library: Library, article: Article, language: str | None = None) -> Analysis:
    """The article's analysis: the stored one where it is current, else made now and kept where that can be done.

    A ``language`` other than the article's own is tried out and not kept.
    """
    from reader.ingest.engine import analyse_text, engine_key, keep_analysis

    if language is not None and language != article.language:
        return analyse_text(article.text, language)
    stored = library.analysis(article.text_hash)
    if stored is not None and stored.engine_key == engine_key(article.language):
        return stored.analysis
    analysis = analyse_text(article.text, article.language)
    keep_analysis(library, article.text_hash, analysis)
    return analysis


def _stem(word: str) -> str:
    return "-" if word == "-" else Path(word).stem
