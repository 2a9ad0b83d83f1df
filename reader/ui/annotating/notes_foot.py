"""What stands below the list of notes: the one under the cursor, whole as far as there is room."""

from __future__ import annotations

from textual.content import Content

from reader.domain.annotation import AnnotationRow
from reader.domain.plain_text import clean_line
from reader.ui.article_head import moment
from reader.ui.panel.words import clean_line as steady_line

SHOWN = 1_000


def foot(row: AnnotationRow) -> Content:
    """The words, the note, then the article and what became of it."""
    note = row.annotation
    parts: list[Content] = []
    if note.anchor is not None:
        parts.append(Content.styled(f"“{steady_line(note.anchor.exact[:SHOWN])}”", "$quiet"))
    if note.body:
        parts.append(Content(steady_line(note.body[:SHOWN])))
    facts = [clean_line(row.title), clean_line(row.source or ""), str(note.colour or ""), moment(note.created)]
    if row.deleted:
        facts.append("its article is deleted")
    elif row.drifted:
        facts.append("the text has changed since")
    parts.append(Content.styled(" · ".join(fact for fact in facts if fact), "$quiet"))
    return Content("\n").join(parts)
