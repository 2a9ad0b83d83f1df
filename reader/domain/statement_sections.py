"""Statements that were found, sorted by who makes them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reader.domain.found_statement import FoundParty, FoundStatement


@dataclass(frozen=True, slots=True)
class Section:
    """A party, None for the statements of nobody known, and what was found of it."""

    party: FoundParty | None
    statements: tuple[FoundStatement, ...]


def sections(found: Sequence[FoundStatement]) -> list[Section]:
    """The parties, those of which most was found first and those without one last; joint statements under each. A party
    is called what it is called most often."""
    by_party: dict[str, list[FoundStatement]] = {}
    names: dict[str, Counter[str]] = {}
    for statement in found:
        for party in statement.parties:
            by_party.setdefault(party.id, []).append(statement)
            names.setdefault(party.id, Counter())[party.name] += 1
    ordered = sorted(by_party, key=lambda id: -len(by_party[id]))
    told = [Section(FoundParty(id, names[id].most_common(1)[0][0]), tuple(by_party[id])) for id in ordered]
    nobody = tuple(statement for statement in found if not statement.parties)
    return [*told, Section(None, nobody)] if nobody else told
