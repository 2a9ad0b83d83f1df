"""Stories made of a few lines, analysed by what is installed."""

from __future__ import annotations

from functools import lru_cache

from reader.analysis.story_board.parts import StoryBoard, StoryText, Wording
from reader.analysis.story_board.story_board import arrange
from reader.domain.analysis import Analysis
from reader.domain.article import hash_text
from reader.ingest.engine import analyse_text
from reader.languages.pack import load_pack


@lru_cache(maxsize=1024)
def analysed(text: str, language: str) -> Analysis:
    """The analysis of a text, made once."""
    return analyse_text(text, language)


def article(
    id: int,
    text: str,
    *,
    outlet: str = "",
    language: str = "en",
    dated: str = "",
    title: str = "",
    copy_of: int | None = None,
    agency: str | None = None,
    before: str | None = None,
) -> StoryText:
    """An article; each is a day later than the one before, in an outlet of its own, where nothing else is said."""
    versions = (Wording(before, analysed(before, language), f"2026-03-{id:02d}T20:00:00Z"),) if before else ()
    return StoryText(
        article_id=id,
        title=title or f"Title {id}",
        outlet=outlet or f"Outlet {id}",
        author=None,
        language=language,
        dated=dated or f"2026-03-{id:02d}T08:00:00Z",
        url=None,
        text=text,
        text_hash=hash_text(text),
        analysis=analysed(text, language),
        copy_of=copy_of,
        agency=agency,
        versions=versions,
    )


def told(*texts: str | tuple[str, str], language: str = "en", reader: str = "en") -> StoryBoard:
    """The board of articles one day apart; a pair is (language, text)."""
    pairs = [(language, text) if isinstance(text, str) else text for text in texts]
    return board(*(article(n, text, language=code) for n, (code, text) in enumerate(pairs, 1)), reader=reader)


def board(*articles: StoryText, reader: str = "en") -> StoryBoard:
    """The board of these articles."""
    return arrange(articles, reader, load_pack)
