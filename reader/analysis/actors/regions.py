"""Regions with governments of their own: "Ontario's minister", "le gouvernement écossais" speak for no state."""

from __future__ import annotations

from reader.analysis.actors.drafted import Draft
from reader.analysis.actors.reading import Reading
from reader.domain.actor import ActorKind
from reader.languages.gazetteer import Use
from reader.languages.words import keys_of


def region_of_office(reading: Reading, first: int, last: int, at: int) -> str | None:
    """The party of the region whose office stands at word ``at`` of the phrase from ``first`` to ``last``: "Texas's
    governor", "la ministre ontarienne". None for what a region has no government for, for who was in office once, and
    where a state is named too."""
    role = reading.rules.roles.match(reading.words, at, last)
    if role is None or not any(
        reading.rules.of_region.match(reading.words, k, at + role[1]) for k in range(at, at + role[1])
    ):
        return None
    if any(reading.words[k].key in reading.rules.past for k in range(max(0, first - 1), last)):
        return None
    known = [(k, reading.known[k][0]) for k in range(first, last) if k in reading.known]
    if any(entry.home or entry.use in (Use.MEMBER, Use.PERSON) for _, entry in known):
        return None
    found = [e.region for k, e in known if e.region and (e.use is Use.DEMONYM or k < at or _completes(reading, at, k))]
    return found[0] if len(set(found)) == 1 else None


def region_itself(reading: Reading, first: int, last: int) -> str | None:
    """The party of the region that words ``first`` to ``last`` are the name of, and nothing else: whoever speaks or is
    spoken to is no place."""
    entry = reading.entry(first)
    if entry is None or entry.kind is not ActorKind.PLACE or first + reading.known[first][1] != last:
        return None
    return None if reading.words[first].key in reading.rules.given_names else entry.region  # "Virginia said she"


def region_of_body(reading: Reading, first: int, last: int) -> str | None:
    """The party of the region that a body between words ``first`` and ``last``, possessor included, is a body of."""
    owner = (
        first - 2 if first >= 2 and reading.words[first - 1].text == "s" and reading.gap(first - 1) == "'" else first
    )
    start = reading.covered.get(owner, first)
    found = {e.region for k in range(start, last) if (e := reading.entry(k)) is not None and e.region}
    return found.pop() if len(found) == 1 else None


def _completes(reading: Reading, at: int, k: int) -> bool:
    """True for a name right behind "of": "le ministre de l'Environnement de l'Ontario", not "the secretary for"."""
    small = reading.rules.genitive | reading.rules.definite
    x = k - 1
    while x > at and reading.words[x].key in small and reading.adjacent(x + 1):
        if reading.words[x].key in reading.rules.genitive:
            return True
        x -= 1
    return False


def beyond_region(reading: Reading, draft: Draft, first: int, last: int) -> bool:
    """True where words that a region's body does not have tell of another: "the federal government"."""
    if draft.party is None or not reading.gazetteer.is_region(draft.party):
        return False
    small = reading.rules.definite | reading.rules.genitive
    return any(reading.words[k].key not in small | set(keys_of(draft.name)) for k in range(first, last))
