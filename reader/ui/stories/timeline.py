"""The Timeline tab of a story: what came out and what was said, by day and hour. Pure."""

from __future__ import annotations

from textual.content import Content

from reader.analysis.board.labels import act_label
from reader.analysis.story_board.parts import Moment
from reader.domain.statement import Statement
from reader.ui.panel.block import Block, Paragraph
from reader.ui.panel.words import (
    ACT,
    ARROW,
    ASIDE,
    NAME,
    NOBODY,
    clean_line,
    names,
    party_name,
    party_names,
    plain,
    rail,
)
from reader.ui.party_look import UNKNOWN
from reader.ui.stories.carried import spoken_in
from reader.ui.stories.story_place import StoryPlace, StoryTab, at_statement
from reader.ui.stories.story_view import StoryView
from reader.ui.stories.times import clock, day

NOTHING = "Nothing is dated here."
HOUR = 7
"""Cells of the column with the hour."""

CLOSED_LINES = 2


def timeline_tab(view: StoryView) -> StoryTab:
    """The blocks of the tab, the earliest first; languages that are not the reader's are marked, and what stands beside
    statements stands below them."""
    tab, board = StoryTab(), view.story
    if not board.timeline:
        tab.add(Block("nothing", (Paragraph(plain(NOTHING, ASIDE)),)))
    parties = {party.id: party.name for party in board.analysis.parties}
    said = {statement.id: statement for statement in board.analysis.statements}
    today = hour = None
    for at, moment in enumerate(board.timeline):
        if (new := day(moment.dated)) != today:
            today, hour = new, None
            tab.add(Block(f"day{at}", (Paragraph(plain(new, NAME)),), heading=True, gap=0))
        now = clock(moment.dated)
        following = board.timeline[at + 1] if at + 1 < len(board.timeline) else None
        gap = 1 if following is None or day(following.dated) != new else 0
        statement = said.get(moment.statement or "")
        who = parties.get(moment.party or "", moment.speaker or "nobody named")
        _add_moment(tab, view, moment, at, now if now != hour else "", gap, who, statement)
        hour = now
    return tab


def _mark(language: str, own: str) -> str:
    """ " (in French)" where that is not the reader's language."""
    return f" ({spoken})" if (spoken := spoken_in(language, own)) else ""


def _add_moment(
    tab: StoryTab,
    view: StoryView,
    moment: Moment,
    at: int,
    hour: str,
    gap: int,
    who: str,
    statement: Statement | None,
) -> None:
    label, board = plain(hour, ASIDE), view.story
    before = board.timeline[at - 1] if at else None
    # What an article says stands below the line of the article, which names outlet and language; what a later version
    # of it says does not.
    told = before is not None and (before.article_id, before.dated) == (moment.article_id, moment.dated)
    mark = Content.styled("" if told else _mark(moment.language, view.reader), ASIDE)
    if moment.statement is None:
        outlet = Content.assemble((clean_line(moment.outlet), NAME))
        words = outlet.append(mark).append("  ").append(plain(moment.words))
        block = Block(f"article/{moment.article_id}/{at}", (_row(words, label),), gap=gap)
        tab.add(block, StoryPlace(moment.article_id))
        return
    look = view.looks.get(moment.party or "", NOBODY if moment.party else UNKNOWN)
    outlet = Content("") if told else plain(f"{moment.outlet}, new version", ASIDE).append("  ")
    words = outlet.append(party_name(who, look)).append(_deed(view, statement))
    words = words.append(mark).append("  ").append(plain(moment.words))
    below = view.below(statement) if statement is not None else ()
    block = Block(f"said/{moment.statement}/{at}", (_row(words, label), *below), rail=rail(look), gap=gap)
    place = at_statement(board, moment.statement, moment.article_id)
    tab.add(block, place or StoryPlace(moment.article_id, said=moment.statement))


def _deed(view: StoryView, statement: Statement | None) -> Content:
    """What was done by saying it, and to whom."""
    if statement is None:
        return Content("")
    deed = Content.styled(f" {act_label(statement)}", ACT)
    targets = tuple(id for id in statement.targets if id not in statement.parties)
    if not targets:
        return deed
    return deed.append(Content.styled(f" {ARROW} ", ASIDE)).append(
        party_names(names(view.analysis, targets), view.looks)
    )


def _row(words: Content, label: Content) -> Paragraph:
    return Paragraph(words, limit=CLOSED_LINES, label=label, label_width=HOUR)
