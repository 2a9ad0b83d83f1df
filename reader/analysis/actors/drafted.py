"""An actor while it is being put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.analysis.actors.mentions import Mention
from reader.domain.actor import ActorKind


@dataclass(slots=True)
class Draft:
    """All mentions of one actor in order of place, and what they tell of it; ``later`` are the offices that were named
    before their holder was."""

    name: str
    kind: ActorKind
    type: str
    mentions: list[Mention] = field(default_factory=list)
    party: str | None = None
    of_state: bool = False
    gender: str | None = None
    roles: set[str] = field(default_factory=set)
    later: set[str] = field(default_factory=set)
    acronym: str | None = None
    id: str = ""

    @property
    def first(self) -> int:
        return self.mentions[0].first

    @property
    def person(self) -> bool:
        return self.kind is ActorKind.PERSON
