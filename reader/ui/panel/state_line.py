"""The one line above the panel's blocks: what there is to wait for, or to know before trusting what is shown."""

from __future__ import annotations

from reader.domain.analysis import Analysis, Level
from reader.domain.article import Article
from reader.domain.plain_text import clean_line

NO_ARTICLE = "Open an article to see who says what."
ANALYSING = "Analysing…"
LIGHT = "Light analysis: no language model here; names, numbers and direct quotations only."


def state_line(article: Article | None, analysis: Analysis | None, note: str | None) -> str:
    """The one line above the tab's blocks, empty where there is nothing to say."""
    if article is None:
        return clean_line(note or NO_ARTICLE)
    if analysis is None:
        return clean_line(note or ANALYSING)
    said = note or analysis.note
    if said:
        return clean_line(said)
    return LIGHT if analysis.engine.level is Level.LIGHT else ""
