"""Parties of a list, named in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable

from reader.domain.found_statement import FoundParty
from reader.languages.pack import load_pack
from reader.languages.words import keys_of


def named(parties: Iterable[FoundParty], language: str) -> tuple[FoundParty, ...]:
    """The same parties as the pack of ``language`` calls them; those it does not know as they were called."""
    pack = load_pack(language)
    known, groups = pack.gazetteer.parties, pack.actors.group_names

    def name(id: str, called: str) -> str:
        if id in known:
            return known[id].name
        # Whoever has the id of a group for a name of its own is called so, and is none.
        return groups[id] if id in groups and id not in keys_of(called) else called

    return tuple(FoundParty(id, name(id, called)) for id, called in parties)
