"""Who is named in a text, and which party each of them speaks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.actors.again import find_again
from reader.analysis.actors.cast import Cast, Resolved
from reader.analysis.actors.kinds import settle_kinds
from reader.analysis.actors.mentions import Mention
from reader.analysis.actors.merge import gather
from reader.analysis.actors.names import find_names
from reader.analysis.actors.organisations import find_organisations
from reader.analysis.actors.other_names import drop_other_names
from reader.analysis.actors.parties import give_parties, home_state
from reader.analysis.actors.reading import read_words
from reader.analysis.actors.shared_names import settle_shared_names
from reader.analysis.text.parsed import Parsed

if TYPE_CHECKING:
    from reader.languages.pack import Pack

__all__ = ["Cast", "Resolved", "find_actors"]


def find_actors(parsed: Parsed, pack: Pack) -> Cast:
    """Everyone named in the text. Never raises on any text; works, less well, on a light parse too."""
    reading = read_words(parsed, pack)
    settle_shared_names(reading, drop_other_names(reading))
    mentions: list[Mention] = []
    for first, last in reading.bounds:
        organisations = find_organisations(reading, first, last)
        mentions += organisations
        mentions += find_names(reading, first, last, organisations)
    mentions = settle_kinds(reading, mentions)
    mentions += find_again(reading, mentions)
    drafts = gather(reading, mentions)
    by_word = {k: m for d in drafts for m in d.mentions for k in range(m.first, m.last)}
    home = home_state(reading, drafts)
    give_parties(reading, drafts, by_word, home)
    return Cast(reading, drafts, by_word, home)
