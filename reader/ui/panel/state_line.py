"""The one line above the panel's blocks: what there is to wait for, or to know before trusting what is shown."""

from __future__ import annotations

from reader.domain.analysis import Analysis, Level
from reader.domain.article import Article
from reader.domain.confidence import Strictness
from reader.domain.plain_text import clean_line

NO_ARTICLE = "Open an article to see who says what."
ANALYSING = "Analysing…"
LIGHT = "Light analysis: no language model here; read by surface rules."


def state_line(article: Article | None, analysis: Analysis | None, note: str | None, kept: str = "") -> str:
    """The one line above the tab's blocks, empty where there is nothing to say.

    ``kept`` says which statements are shown, where that is not as always.
    """
    if article is None:
        return clean_line(note or NO_ARTICLE)
    if analysis is None:
        return clean_line(note or ANALYSING)
    said = note or analysis.note
    if not said and analysis.engine.level is Level.LIGHT:
        said = LIGHT
    return clean_line(f"{kept} {said or ''}")


def kept_line(level: Strictness, hidden: int) -> str:
    """How many statements a strictness hides, or that it hides none; nothing for the usual one."""
    if level is Strictness.NORMAL:
        return ""
    if level is Strictness.WIDE:
        return "Wide: every statement found is shown."
    if not hidden:
        return "Strict: every statement here is sure."
    return f"Strict: {hidden} less certain {'statement is' if hidden == 1 else 'statements are'} hidden."
