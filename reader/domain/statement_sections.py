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

    def speakers(self, statement: FoundStatement) -> tuple[str, ...]:
        """Whom to name beside a statement of the section: everyone where several make it, nobody where the party's own
        name says it all."""
        names = statement.speakers
        return () if self.party is not None and names == (self.party.name,) else names

    def targets(self, statement: FoundStatement) -> tuple[FoundParty, ...]:
        """To whom the party says it: those who accuse one another do not accuse themselves."""
        others = tuple(target for target in statement.targets if self.party is None or target.id != self.party.id)
        return others or statement.targets


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
