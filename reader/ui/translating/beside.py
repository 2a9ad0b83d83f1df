"""What stands below a statement's words once a translation was asked for; the words themselves always stand. Pure."""

from __future__ import annotations

from textual.content import Content

from reader.ingest.translator import told_name
from reader.ui.panel.block import Paragraph
from reader.ui.panel.words import ASIDE, clean_line, plain

SIGN = "≈"
"""Begins every translation."""

WAITING = "translating…"


def waiting() -> tuple[Paragraph, ...]:
    """Until the translation is there."""
    return (Paragraph(plain(f"{SIGN} {WAITING}", ASIDE)),)


def translated(said: str, command: str) -> tuple[Paragraph, ...]:
    """A translation, marked as one and by whom."""
    words = Content.styled(f"{SIGN} ", ASIDE).append(Content.styled(clean_line(said), "italic"))
    return (
        Paragraph(words, limit=6, hang=2),
        Paragraph(plain(f"translation by {told_name(command)}", ASIDE), limit=1, indent=2),
    )
