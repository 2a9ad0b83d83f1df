"""The Timeline tab of a story: what came out and what was said, by day and hour. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content

from reader.analysis.board.labels import act_label
from reader.analysis.story_board.parts import Moment, StoryBoard
from reader.domain.statement import Statement
from reader.ui.panel.block import Block, Paragraph
from reader.ui.panel.words import ACT, ASIDE, NAME, NOBODY, clean_line, party_name, plain, rail
from reader.ui.party_look import UNKNOWN, PartyLook
from reader.ui.stories.carried import spoken_in
from reader.ui.stories.story_place import StoryPlace, StoryTab, at_statement
from reader.ui.stories.times import clock, day

NOTHING = "Nothing is dated here."
HOUR = 7
"""Cells of the column with the hour."""

CLOSED_LINES = 2


def timeline_tab(board: StoryBoard, looks: Mapping[str, PartyLook], language: str) -> StoryTab:
    """The blocks of the tab, the earliest first; ``language`` is the reader's, others are marked."""
    tab = StoryTab()
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
        _add_moment(tab, board, looks, moment, at, now if now != hour else "", language, gap, who, statement)
        hour = now
    return tab


def _mark(language: str, own: str) -> str:
    """ " (in French)" where that is not the reader's language."""
    return f" ({spoken})" if (spoken := spoken_in(language, own)) else ""


def _add_moment(
    tab: StoryTab,
    board: StoryBoard,
    looks: Mapping[str, PartyLook],
    moment: Moment,
    at: int,
    hour: str,
    language: str,
    gap: int,
    who: str,
    statement: Statement | None,
) -> None:
    label = plain(hour, ASIDE)
    before = board.timeline[at - 1] if at else None
    # What an article says stands below the line of the article, which names the language.
    told = moment.statement is not None and before is not None and before.article_id == moment.article_id
    mark = Content.styled("" if told else _mark(moment.language, language), ASIDE)
    if moment.statement is None:
        outlet = Content.assemble((clean_line(moment.outlet), NAME))
        words = outlet.append(mark).append("  ").append(plain(moment.words))
        block = Block(f"article/{moment.article_id}/{at}", (_row(words, label),), gap=gap)
        tab.add(block, StoryPlace(moment.article_id))
        return
    look = looks.get(moment.party or "", NOBODY if moment.party else UNKNOWN)
    act = f" {act_label(statement)}" if statement is not None else ""
    words = party_name(who, look).append(Content.styled(act, ACT)).append(mark).append("  ").append(plain(moment.words))
    block = Block(f"said/{moment.statement}/{at}", (_row(words, label),), rail=rail(look), gap=gap)
    place = at_statement(board, moment.statement, moment.article_id)
    tab.add(block, place or StoryPlace(moment.article_id, said=moment.statement))


def _row(words: Content, label: Content) -> Paragraph:
    return Paragraph(words, limit=CLOSED_LINES, label=label, label_width=HOUR)
