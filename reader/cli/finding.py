"""From what a command names to a text and its analysis."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from reader.cli.output import complain
from reader.cli.session import Session, article_id, is_web_address
from reader.domain.analysis import Analysis
from reader.domain.article import Article, Draft
from reader.domain.confidence import Strictness
from reader.domain.errors import LibraryError
from reader.store.library import Library

UNKNOWN = "und"


@dataclass(frozen=True, slots=True)
class Found:
    """A text with its analysis. ``id`` is the file's stem or the article's id, ``source`` the path or the id; both are
    the address of a page."""

    id: str
    source: str
    article: Article | Draft
    analysis: Analysis


@dataclass(frozen=True, slots=True)
class Wish:
    """How a text is to be analysed: ``language`` in the place of its own, ``confidence`` in the place of the library's
    setting, ``uncorrected`` without what its user said."""

    language: str | None = None
    confidence: Strictness | None = None
    uncorrected: bool = False


def find(session: Session, word: str, wish: Wish) -> Found:
    """The article with that id, or the file at that path ("-": standard input) or page at that address, analysed.

    A file or page is not stored; the corrections of the library hold for it too where there is a library. Raises
    ParleyError.
    """
    id = article_id(word)
    if id is not None:
        with session.library() as library:
            article = library.article(id)
            return Found(str(id), str(id), article, shown(library, article, wish))
    from reader.ingest.engine import analyse_text
    from reader.ingest.revising import revised, thinned

    draft = _draft(session, word, wish.language)
    language = draft.language or UNKNOWN
    analysis = analyse_text(draft.text, language)
    with _library_beside(session) as beside:
        if beside is not None:
            corrected = not wish.uncorrected
            analysis = revised(beside, draft.text, language, analysis, level=wish.confidence, corrected=corrected)
        else:
            analysis = thinned(draft.text, language, analysis, wish.confidence or Strictness.NORMAL)
    if is_web_address(word):
        return Found(draft.url or word, draft.url or word, draft, analysis)
    return Found(_stem(word), word, draft, analysis)


def shown(library: Library, article: Article, wish: Wish) -> Analysis:
    """The article's analysis as its user corrected it."""
    from reader.ingest.revising import revised

    analysis = analysed(library, article, wish.language)
    language = wish.language or article.language
    corrected = not wish.uncorrected
    return revised(library, article.text, language, analysis, level=wish.confidence, corrected=corrected)


def analysed(library: Library, article: Article, language: str | None = None) -> Analysis:
    """What the analysis finds by itself: stored where that is current, else made now and kept where that can be done.

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
    if not library.read_only:
        from reader.ingest.stories.placing import place_these

        place_these(library, [article.id])
    return analysis


@contextmanager
def _library_beside(session: Session) -> Iterator[Library | None]:
    """The library where there is one: a command that only reads a file makes none."""
    try:
        there = session.path.is_file() and session.path.stat().st_size > 0
        library = Library.open(session.path) if there else None
    except (LibraryError, OSError) as error:
        complain(f"{str(error).rstrip('.')}; its corrections are left out.")
        library = None
    try:
        yield library
    finally:
        if library is not None:
            library.close()


def _draft(session: Session, word: str, language: str | None) -> Draft:
    if is_web_address(word):
        from reader.cli.page_work import fetch_page

        draft = fetch_page(session, word)
        return replace(draft, language=language or draft.language)
    from reader.feeds.documents import read_document

    return read_document(word, language=language)


def _stem(word: str) -> str:
    return "-" if word == "-" else Path(word).stem
