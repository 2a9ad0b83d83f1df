"""How each party looks: one colour and one mark, the same in article, panel and comparison."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from string import ascii_lowercase, ascii_uppercase

from reader.domain.analysis import Analysis

COLOURS = 8
"""How many party colours a theme has: classes ``party-0`` to ``party-7``, variables ``$party-0`` to ``$party-7``."""

MARKS = "▌◆▲■●▼★◇"
"""One mark per colour, each one cell wide and told apart by shape alone."""

MORE = "◧◨◩◪◐◑◒◓" + ascii_lowercase + ascii_uppercase
"""Marks of those beyond: shapes first, for a letter before a name may be read as a word."""

NO_PARTY = "party-none"
"""The class of a name that belongs to no party."""


NO_SPEAKER = "party-unknown"
"""The class of a statement no party could be told for."""


@dataclass(frozen=True, slots=True)
class PartyLook:
    """The css class that colours a party and the mark that stands for it where colour cannot."""

    css_class: str
    mark: str


UNKNOWN = PartyLook(NO_SPEAKER, "○")
"""The look of statements no party could be told for."""

CLASSES = frozenset({*(f"party-{n}" for n in range(COLOURS)), NO_PARTY, NO_SPEAKER})
"""The component classes of every widget that shows parties."""


def party_look(analysis: Analysis, known: Mapping[str, PartyLook] | None = None) -> Mapping[str, PartyLook]:
    """The look of every party of an analysis, by party id.

    Those who speak or are spoken to come first, so that they get the eight distinct colours; then the others, each in
    order of first mention. Beyond eight the colours start again, with other marks. A party whose look is
    ``known`` keeps it and comes first, even one this analysis does not name.
    """
    looks = dict(known or {})
    involved = {p for s in analysis.statements for p in (*s.parties, *s.targets)}
    ordered = sorted(analysis.parties, key=lambda party: party.id not in involved)
    new = [party.id for party in ordered if party.id not in looks]
    taken = set(looks.values())
    free = sorted((_look(at) for at in range(len(looks) + len(new))), key=lambda look: look in taken)
    return looks | dict(zip(new, free, strict=False))


def looks_in_order(parties: Iterable[str]) -> Mapping[str, PartyLook]:
    """The looks of parties that no one article names: the first ones given get the distinct colours."""
    return {id: _look(at) for at, id in enumerate(dict.fromkeys(parties))}


def _look(at: int) -> PartyLook:
    mark = MARKS[at] if at < COLOURS else MORE[(at - COLOURS) % len(MORE)]
    return PartyLook(css_class=f"party-{at % COLOURS}", mark=mark)
