"""Statements a rule has not told yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from reader.domain.folding import words
from reader.domain.found_statement import FoundStatement
from reader.domain.watch import Sighting, Watch
from reader.ingest.understanding import understood
from reader.ingest.watch_memory import Memory, key
from reader.store.library import Library

WINDOW = 16_384
"""Articles, up to the newest, in which statements are watched for. Those before are no news: not even where they are
told of late, unless they have been waiting for that since they came."""

_LONG = 8  # words that nobody says twice the same by chance
_AT_ONCE = 20_000


def new_statements(
    library: Library, watch: Watch, memory: Memory, today: date, *, everything: bool
) -> tuple[list[Sighting], Memory]:
    """What the rule has to tell, the newest article's first, and what it has seen then; ``everything`` there is, told
    already or not. Raises QueryError, LibraryError."""
    query = understood(watch.query, today)
    last = library.watches.last_article()
    floor = memory.floor if memory.begun else _floor(library, 1, last)
    low = 1 if everything else floor
    found = list[FoundStatement]()
    for start in range(low, last + 1, _AT_ONCE):
        found[:0] = library.search.statements_within(query, start, min(start + _AT_ONCE - 1, last))
    originals = library.watches.originals(one.article_id for one in found)
    known, told = set() if everything else set(memory.keys), list[Sighting]()
    # The one that came in first is told, and nobody who repeats it.
    for one in sorted(found, key=lambda one: (one.dated, one.article_id, one.start)):
        mark = _key(one, originals)
        if mark not in known and (memory.begun or everything):
            told.append(_sighting(watch, one))
        known.add(mark)
    next_floor = _floor(library, floor, last)
    kept = {_key(one, originals) for one in found if one.article_id >= next_floor}
    # What is gone may come back, by undo or another setting.
    kept |= memory.keys if next_floor == floor else set()
    return told[::-1], replace(memory, begun=True, floor=next_floor, keys=frozenset(kept))


def _floor(library: Library, floor: int, last: int) -> int:
    """From where on articles are looked at the next time: none is passed over that may yet have something to tell."""
    above = max(floor, last - WINDOW)
    if above - floor < WINDOW // 4:
        return floor
    waiting = library.watches.first_waiting(floor)
    return above if waiting is None else min(above, waiting)


def _key(one: FoundStatement, originals: Mapping[int, int]) -> str:
    """The same for words that several articles carry: many, that nobody says twice, or any in copies of one text."""
    said = words(one.words)
    who = sorted(party.id for party in one.parties) or sorted(one.speakers)
    return key(*who, *said, "" if len(said) >= _LONG else originals.get(one.article_id, one.article_id))


def _sighting(watch: Watch, one: FoundStatement) -> Sighting:
    speaker = ", ".join(one.speakers) or ", ".join(party.name for party in one.parties)
    return Sighting(
        watch.id,
        watch.name,
        one.article_id,
        one.start,
        speaker,
        one.words,
        "",
        one.title,
        one.source,
        one.dated,
        one.url,
        one.language,
    )
