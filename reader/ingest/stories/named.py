"""Parties of a list, named in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable

from reader.domain.found_statement import FoundParty
from reader.languages.pack import load_pack


def named(parties: Iterable[FoundParty], language: str) -> tuple[FoundParty, ...]:
    """The same parties as the pack of ``language`` calls them; those it does not know as they were called."""
    known = load_pack(language).gazetteer.parties
    return tuple(FoundParty(id, known[id].name if id in known else name) for id, name in parties)
