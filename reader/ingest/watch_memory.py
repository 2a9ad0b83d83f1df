"""What a rule has told already, as it is written down with the rule."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, field, replace
from hashlib import blake2b
from typing import Any

from reader.domain.watch import Sighting, Watch

RECENT = 50
"""Sightings of a rule that are kept to be looked at."""

_KEY_BYTES = 6


@dataclass(frozen=True, slots=True)
class Recent:
    """A sighting that was told: as much of it as its article does not tell."""

    article_id: int
    start: int
    speaker: str
    words: str
    before: str
    counted: str


@dataclass(frozen=True, slots=True)
class Memory:
    """``begun`` is False until the rule has looked once. ``keys`` are of what was there or was told, of articles with
    ids from ``floor`` on; nothing of those before is told. ``recent`` are what was told last, the newest first, and
    ``new`` how many of them nobody has looked at."""

    begun: bool = False
    floor: int = 1
    keys: frozenset[str] = field(default_factory=frozenset)
    recent: tuple[Recent, ...] = ()
    new: int = 0

    def with_told(self, sightings: Sequence[Sighting]) -> Memory:
        """After these were told, the newest of them first."""
        added = [_recent(one) for one in sightings]
        recent = (*added, *self.recent)[:RECENT]
        return replace(self, recent=recent, new=min(self.new + len(added), RECENT))

    def looked_at(self) -> Memory:
        """After somebody has looked at all of them."""
        return replace(self, new=0)

    def written(self) -> str:
        """As text, for ``read``."""
        return json.dumps(
            {
                "floor": self.floor,
                "keys": " ".join(sorted(self.keys)),
                "recent": [astuple(one) for one in self.recent],
                "new": self.new,
            },
            ensure_ascii=False,
            separators=(",", ":"),
        )


def read(watch: Watch) -> Memory:
    """What was written; of what cannot be read nothing is remembered, as of a rule that has not looked yet."""
    try:
        told: dict[str, Any] = json.loads(watch.seen)
        recent = tuple(Recent(*one) for one in told["recent"])
        return Memory(True, int(told["floor"]), frozenset(told["keys"].split()), recent, int(told["new"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        return Memory()


def key(*parts: object) -> str:
    """A few letters that stand for what is told, the same in every process."""
    text = "\0".join(map(str, parts)).encode("utf-8", "replace")
    return blake2b(text, digest_size=_KEY_BYTES).hexdigest()


def sightings(watch: Watch, recent: Iterable[Recent], about: dict[int, tuple[Any, ...]]) -> list[Sighting]:
    """Sightings as they were told, with what is known now of their articles; those whose article is gone are left out.
    ``about`` are title, source, date, address and language of articles."""
    return [
        Sighting(*(watch.id, watch.name, *astuple(one)[:-1], *row, one.counted))
        for one in recent
        if (row := about.get(one.article_id)) is not None
    ]


def _recent(one: Sighting) -> Recent:
    return Recent(one.article_id, one.start, one.speaker, one.words, one.before, one.counted)
