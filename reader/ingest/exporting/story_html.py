"""A story as one page of HTML that needs nothing else: to read, or to file from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from reader.domain.plain_text import clean_line
from reader.ingest.exporting.html_page import in_line, lang, page, words
from reader.ingest.exporting.story_dates import when
from reader.ingest.exporting.story_html_figures import figure_lines
from reader.ingest.exporting.story_html_parts import (
    answer_lines,
    change_lines,
    outlet_lines,
    source_lines,
    timeline_lines,
    unheard_lines,
)
from reader.ingest.exporting.story_html_statements import Statements
from reader.ingest.exporting.story_style import STORY_STYLE
from reader.ingest.exporting.story_told import StoryTold

_Part: TypeAlias = tuple[str, str, list[str]]
"""Of a part of the page: its id, its heading, its lines."""


def story_html(told: StoryTold) -> str:
    """The story to read: what the parties say, figures, timeline, outlets, changes, articles with why they are in it.

    Statements have ids to link to (``#s3``: the third), articles too (``#a2``). Ends with a line end.
    """
    return _page(told, f"{told.title}: who says what", _parts(told, cite=False))


def briefing_html(told: StoryTold) -> str:
    """The story to file from: every statement with outlet, author, time, address and its text's hash, and how all of
    this was made and corrected. The same library gives the same bytes. Ends with a line end."""
    return _page(told, f"Briefing: {told.title}", _parts(told, cite=True))


def _parts(told: StoryTold, *, cite: bool) -> list[_Part]:
    statements = [*unheard_lines(told), *Statements(told.speaking, told.language, cite=cite).lines()]
    parts = [("answers", "Who answers whom", list(answer_lines(told.answering)))] if told.answering else []
    parts.append(("statements", "What the parties say", statements))
    if told.counts:
        parts.append(("figures", "Figures", list(figure_lines(told.counts, [party.name for party in told.speaking]))))
    if told.changes:
        parts.append(("changes", "What changed", list(change_lines(told.changes))))
    if told.timeline and not cite:
        parts.append(("timeline", "Timeline", list(timeline_lines(told.timeline))))
    if told.outlets:
        parts.append(("outlets", "Outlets", list(outlet_lines(told.outlets, told.language))))
    parts.append(("articles", "Articles", list(source_lines(told.sources, cite=cite))))
    by_hand = list(_list(told.by_hand)) if told.by_hand else ["<p>Nothing.</p>"]
    if told.by_hand or cite:
        parts.append(("by-hand", "Corrected by hand", by_hand))
    parts.append(("made", "How this was made", list(_list(told.made))))
    return parts


def _page(told: StoryTold, title: str, parts: list[_Part]) -> str:
    return page(title, STORY_STYLE, _body(told, parts))


def _body(told: StoryTold, parts: Iterable[_Part]) -> Iterator[str]:
    parts = list(parts)
    yield '<main class="story">'
    yield f"<header><h1{lang(told.title_language)}>{in_line(told.title)}</h1>"
    yield f'<p class="about">{words(told.about)}</p>'
    if told.story.earlier is not None:
        earlier = told.story.earlier
        line = f"Earlier: {clean_line(earlier.title)}, until {when(earlier.last[:10])}. {clean_line(earlier.reason)}"
        yield f'<p class="about">{words(line)}</p>'
    if told.missing:
        yield f'<p class="about">{words(missing_sentence(len(told.missing), len(told.sources)))}</p>'
    yield "</header>"
    links = (f'<a href="#{id}">{words(heading)}</a>' for id, heading, _ in parts)
    yield f'<nav class="contents" aria-label="Contents">{" ".join(links)}</nav>'
    for id, heading, lines in parts:
        yield f'<section id="{id}"><h2 class="part">{words(heading)}</h2>'
        yield from lines
        yield "</section>"
    yield "</main>"


def missing_sentence(missing: int, all: int) -> str:
    """What is not in what is shown."""
    return f"{missing} of {all} articles {'is' if missing == 1 else 'are'} not analysed yet, and not quoted here."


def _list(sentences: Iterable[str]) -> Iterator[str]:
    yield '<ul class="plain">'
    yield from (f"<li>{in_line(sentence)}</li>" for sentence in sentences)
    yield "</ul>"
