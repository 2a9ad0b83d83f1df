"""The colours and marks a list of stories gives to a story's parties, for the screens that tell the story. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from reader.domain.analysis import Analysis
from reader.domain.story import StoryRow
from reader.ui.party_look import COLOURS, PartyLook, looks_in_order


def listed_looks(row: StoryRow, analysis: Analysis) -> Mapping[str, PartyLook]:
    """The looks to begin with. Where there are more parties than colours, those of the list that neither speak nor are
    spoken to in the story's analysis give theirs to others that do."""
    listed = looks_in_order(party.id for party in row.parties)
    involved = {id for statement in analysis.statements for id in (*statement.parties, *statement.targets)}
    if len(involved | listed.keys()) <= COLOURS:
        return listed
    return {id: look for id, look in listed.items() if id in involved}
