"""The Changes tab of a story: what was said or written before, and what is now, each with its place. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content

from reader.analysis.story_board.parts import Carrier, Change, ChangeKind, StoryBoard
from reader.ui.panel.block import Block, Paragraph
from reader.ui.panel.words import ASIDE, NAME, NOBODY, clean_line, party_name, plain, rail, sentence
from reader.ui.party_look import PartyLook
from reader.ui.stories.carried import spoken_in
from reader.ui.stories.story_place import StoryPlace, StoryTab, at_carrier
from reader.ui.stories.times import stamp

NOTHING = "No party contradicts what it said before, and no figure was altered in a later version of a text."
LABEL = 5


def changes_tab(board: StoryBoard, looks: Mapping[str, PartyLook], language: str) -> StoryTab:
    """The blocks of the tab: what a party says otherwise than before, and figures altered between versions."""
    tab = StoryTab()
    if not board.changes:
        tab.add(Block("nothing", (Paragraph(plain(NOTHING, ASIDE)),)))
    for at, change in enumerate(board.changes):
        _add_change(tab, board, looks, change, f"change{at}", language)
    return tab


def _add_change(
    tab: StoryTab, board: StoryBoard, looks: Mapping[str, PartyLook], change: Change, id: str, language: str
) -> None:
    look = looks.get(change.party or "", NOBODY)
    altered = change.kind is ChangeKind.ALTERED
    if altered:
        who = plain(f"altered in {change.now_at.outlet}", NAME)
    else:
        party = board.party(change.party) if change.party else None
        who = party_name(party.name if party else change.speaker, look, bold=True)
        who = who.append(Content.styled(" says otherwise than before", ASIDE))
    tab.add(Block(id, (Paragraph(who), Paragraph(sentence(change.why))), heading=True, gap=0))
    line = ASIDE if altered else rail(look)
    was = StoryPlace(change.was_at.article_id, difference=True) if altered else at_carrier(change.was_at)
    tab.add(Block(f"{id}/was", _told("was", change.was, change.was_at, language), rail=line, gap=0), was)
    tab.add(Block(f"{id}/now", _told("now", change.now, change.now_at, language), rail=line), at_carrier(change.now_at))


def _told(label: str, words: str, carrier: Carrier, language: str) -> tuple[Paragraph, ...]:
    where = " · ".join(
        part
        for part in (clean_line(carrier.outlet), stamp(carrier.dated), spoken_in(carrier.language, language))
        if part
    )
    said = Paragraph(plain(words), limit=4, label=plain(label, ASIDE), label_width=LABEL)
    return said, Paragraph(Content.styled(where, ASIDE), indent=LABEL)
