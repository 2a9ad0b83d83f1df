"""Finds, among texts of some days, those that are like a given one, without comparing it with each.

An inverted index: for each word, which texts have it and how much it tells there. Going through the words of one text
gives its cosines with all others; only for those that these cosines leave possible is more looked at. What comes out is
exactly what ``likeness`` says of each pair alone.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from operator import add

import msgspec

from reader.analysis.stories.copies import copied
from reader.analysis.stories.evidence import LEAST_SOUNDS, across, least_cosines, within
from reader.analysis.stories.likeness import KEPT, LIMITS, value, what_they_share
from reader.analysis.stories.postings import Postings
from reader.analysis.stories.traits import Facts, Traits
from reader.domain.signature import Likeness, Signature

_SLACK = 1e-9
"""More than rounding can do to a likelihood; cosines are never less here than they are."""

_FRESH = 512  # texts kept unpacked: those of what is going on are met again and again

_EMPTIEST = 0.5  # share of places given up from which all are dealt again


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Signature).decode


class Nearby:
    """Signatures by number, with the day each is from. What it answers depends on what is in it, not on the order."""

    def __init__(self) -> None:
        self._clear()

    def _clear(self) -> None:
        self._place: dict[int, int] = {}
        self._ids: list[int | None] = []
        self._days = array("d")
        self._facts: list[Facts] = []
        self._packed: list[bytes] = []
        self._words, self._names, self._sounds = Postings(), Postings(), Postings()
        self._fresh: dict[int, tuple[Signature, Traits]] = {}

    def __len__(self) -> int:
        return len(self._place)

    def __contains__(self, id: int) -> bool:
        return id in self._place

    def add(self, id: int, day: float, signature: Signature) -> None:
        """Take one in, instead of the one with that number if there is one. ``day`` is counted from any day, the same
        for all."""
        self.remove(id)
        mine = Traits(signature)
        place = self._place[id] = len(self._ids)
        self._ids.append(id)
        self._days.append(day)
        self._packed.append(_encode(signature))
        self._words.add(place, mine.language, mine.words)
        self._names.add(place, mine.language, mine.names)
        self._sounds.add(place, mine.language, mine.sounds)
        self._facts.append(mine.facts)

    def remove(self, id: int) -> None:
        """Forget one; nothing where it is not there."""
        place = self._place.pop(id, None)
        if place is None:
            return
        self._ids[place] = None
        self._fresh.pop(place, None)
        if len(self._place) < len(self._ids) * _EMPTIEST:
            known = [(other, self._days[at], _decode(self._packed[at])) for other, at in self._place.items()]
            self._clear()
            for other, day, signature in known:
                self.add(other, day, signature)

    def signature(self, id: int) -> Signature | None:
        """The one with that number, or None."""
        place = self._place.get(id)
        return None if place is None else self._unpacked(place)[0]

    def near(self, id: int, day: float, signature: Signature) -> list[tuple[int, Likeness]]:
        """Those near enough in time and like enough to be worth keeping, by number; never ``id`` itself."""
        return [
            (other, Likeness(how_likely, what_they_share(signature, theirs), copied(signature, theirs)))
            for other, theirs, how_likely in self._kept(id, day, signature)
        ]

    def likenesses(self, id: int, day: float, signature: Signature) -> list[tuple[int, float, float]]:
        """The same in figures: number, likelihood, and how much of the wording is copied."""
        return [
            (other, how_likely, copied(signature, theirs))
            for other, theirs, how_likely in self._kept(id, day, signature)
        ]

    def _kept(self, id: int, day: float, signature: Signature) -> list[tuple[int, Signature, float]]:
        found = []
        mine = Traits(signature)
        for place in self._possible(day, mine):
            other = self._ids[place]
            if other is not None and other != id:
                theirs, traits = self._unpacked(place)
                how_likely = value(mine, traits, abs(self._days[place] - day))
                if how_likely >= KEPT:
                    found.append((other, theirs, how_likely))
        return sorted(found, key=lambda each: each[0])

    def _unpacked(self, place: int) -> tuple[Signature, Traits]:
        known = self._fresh.pop(place, None)
        if known is None:
            signature = _decode(self._packed[place])
            known = (signature, Traits(signature))
            if len(self._fresh) >= _FRESH:
                del self._fresh[next(iter(self._fresh))]
        self._fresh[place] = known
        return known

    def _possible(self, day: float, mine: Traits) -> Iterator[int]:
        """Places of those that may be worth keeping."""
        least, places = KEPT - _SLACK, len(self._ids)
        least_together = least_cosines(least)
        words = self._words.cosines(mine.language, mine.words, places)
        names = self._names.cosines(mine.language, mine.names, places)
        for place in [place for place, both in enumerate(map(add, words, names)) if both >= least_together]:
            apart = abs(self._days[place] - day)
            if apart <= LIMITS.days:
                how_likely = within(mine.facts, self._facts[place], apart, words[place], names[place])
                if how_likely >= least:
                    yield place
        for language in self._sounds.languages - {mine.language}:
            sounds = self._sounds.cosines(language, mine.sounds, places)
            for place in [place for place, sound in enumerate(sounds) if sound >= LEAST_SOUNDS]:
                apart = abs(self._days[place] - day)
                if apart <= LIMITS.days and across(mine.facts, self._facts[place], apart, sounds[place]) >= least:
                    yield place
