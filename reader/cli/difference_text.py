"""What changed in an article, as plain text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from reader.analysis.difference.told import (
    SIGNS,
    Piece,
    figure_words,
    passage_pieces,
    same_words,
    statement_pieces,
)
from reader.domain.article import Article
from reader.domain.difference import Change, Difference
from reader.domain.plain_text import clean_line

_MARKS = {Change.SAME: ("", ""), Change.REMOVED: ("[-", "-]"), Change.ADDED: ("{+", "+}")}


def difference_text(new: Article, old: Article, found: Difference, since: str, *, whole: bool) -> str:
    """Heading, ``since`` (what time or text), what is called out, then the paragraphs; with ``whole`` those that stayed
    too."""
    parts = [f"{clean_line(new.title)}\n{since}"]
    if old.title != new.title and old.id < 0:
        parts[0] += f"\nwas called: {clean_line(old.title)}"
    figures = [f"  {SIGNS[one.change]} {clean_line(figure_words(one))}" for one in found.figures]
    statements = [f"  {SIGNS[one.change]} {clean_line(_marked(statement_pieces(one)))}" for one in found.statements]
    if figures:
        parts.append("\n".join(["Figures", *figures]))
    if statements:
        parts.append("\n".join(["Statements", *statements]))
    if not found.changed:
        parts.append("No word of the text changed.")
    parts.extend(_paragraphs(new, old, found, whole=whole))
    return "\n\n".join(parts)


def difference_json(new: Article, old: Article, found: Difference, replaced: str | None) -> str:
    """One line of JSON: both titles, what is called out, and the edits with their spans and words."""
    passages = [
        {
            "change": passage.change,
            "edits": [
                asdict(edit)
                | {"words": old.text[slice(*edit.old)] if edit.change is Change.REMOVED else new.text[slice(*edit.new)]}
                for edit in passage.edits
            ],
        }
        for passage in found.passages
    ]
    content = {
        "id": new.id,
        "replaced": replaced,
        "changed": found.changed or old.title != new.title,
        "title": new.title,
        "title_before": old.title,
        "figures": [asdict(one) for one in found.figures],
        "statements": [asdict(one) for one in found.statements],
        "passages": passages,
    }
    return json.dumps(content, ensure_ascii=False)


def _paragraphs(new: Article, old: Article, found: Difference, *, whole: bool) -> Iterator[str]:
    same = 0
    for passage in found.passages:
        if passage.change is Change.SAME and not whole:
            same += 1
            continue
        if same:
            yield same_words(same)
            same = 0
        yield clean_line(_marked(passage_pieces(passage, old.text, new.text)))
    if same:
        yield same_words(same)


def _marked(pieces: Iterable[Piece]) -> str:
    return "".join(f"{_MARKS[change][0]}{words}{_MARKS[change][1]}" for change, words in pieces)
