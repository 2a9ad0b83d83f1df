"""Finds, among texts of some days, those that are like a given one, without comparing it with each.

An inverted index: for each word, which texts have it and how much it tells there. Going through the words of one text
gives its cosines with all others; only for those that these cosines leave possible is more looked at. What comes out is
exactly what ``likeness`` says of each pair alone.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator

import msgspec

from reader.analysis.stories.copies import copied
from reader.analysis.stories.evidence import LEAST_SOUNDS, across, least_cosines, within
from reader.analysis.stories.likeness import KEPT, LIMITS, value, what_they_share
from reader.analysis.stories.postings import Postings
from reader.analysis.stories.traits import Facts, Traits
from reader.domain.signature import Likeness, Signature

_SLACK = 1e-3
_MORE = 1 + 1e-5
"""Weights are kept with seven digits here: likelihoods that come of them are nearer than the one, cosines than the
other."""

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
        self._words, self._sounds = Postings(), Postings()

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
        self._words.add(place, mine.language, mine.words, mine.names)
        self._sounds.add(place, mine.language, mine.sounds, {})
        self._facts.append(mine.facts)

    def remove(self, id: int) -> None:
        """Forget one; nothing where it is not there."""
        place = self._place.pop(id, None)
        if place is None:
            return
        self._ids[place] = None
        if len(self._place) < len(self._ids) * _EMPTIEST:
            known = [(other, self._days[at], _decode(self._packed[at])) for other, at in self._place.items()]
            self._clear()
            for other, day, signature in known:
                self.add(other, day, signature)

    def near(self, id: int, day: float, signature: Signature) -> list[tuple[int, Likeness]]:
        """Those near enough in time and like enough to be worth keeping, by number; never ``id`` itself."""
        found = []
        mine = Traits(signature)
        for place in self._possible(day, mine):
            other = self._ids[place]
            if other is not None and other != id:
                theirs = _decode(self._packed[place])
                how_likely = value(mine, Traits(theirs), abs(self._days[place] - day))
                if how_likely >= KEPT:
                    shared, how_much = what_they_share(signature, theirs), copied(signature, theirs)
                    found.append((other, Likeness(how_likely, shared, how_much)))
        return sorted(found, key=lambda pair: pair[0])

    def _possible(self, day: float, mine: Traits) -> Iterator[int]:
        """Places of those that may be worth keeping."""
        least = KEPT - _SLACK
        least_together = least_cosines(least)
        least_sounds = LEAST_SOUNDS / _MORE
        for at, (words, names) in self._words.cosines(mine.language, mine.words, mine.names).items():
            if words + names >= least_together:
                place = int(at)
                apart = abs(self._days[place] - day)
                if apart <= LIMITS.days and within(mine.facts, self._facts[place], apart, words, names) >= least:
                    yield place
        for language in self._sounds.languages - {mine.language}:
            for at, (sounds, _) in self._sounds.cosines(language, mine.sounds, {}).items():
                if sounds >= least_sounds:
                    place = int(at)
                    apart = abs(self._days[place] - day)
                    if apart <= LIMITS.days and across(mine.facts, self._facts[place], apart, sounds * _MORE) >= least:
                        yield place
