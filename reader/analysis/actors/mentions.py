"""One place in a text where an actor is named."""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.analysis.actors.reading import Reading
from reader.domain.actor import ActorKind
from reader.domain.span import Span
from reader.languages.gazetteer import Entry, Use


@dataclass(slots=True)
class Mention:
    """A name in a text: words ``first`` up to ``last``, and what is known of whom it names.

    ``key`` is what mentions of one actor share as far as one place can tell; ``party`` is set where the gazetteer or
    a modifier gives one; ``of_state`` where it speaks for some state; ``type`` is what descriptions point at. ``firm``
    where words of the text tell the kind and not only a model; ``speaks`` where it is the subject of a reporting verb.
    """

    first: int
    last: int
    span: Span
    key: str
    name: str
    kind: ActorKind
    party: str | None = None
    type: str = ""
    of_state: bool = False
    entry: Entry | None = None
    gender: str | None = None
    roles: set[str] = field(default_factory=set)
    home: str | None = None
    actor: str = ""
    firm: bool = False
    speaks: bool = False


def known_mention(reading: Reading, at: int) -> Mention:
    """The mention of a gazetteer name that begins at word ``at``."""
    entry, count, end = reading.known[at]
    kind, party, key, name, type_ = entry.kind, entry.party, entry.key, entry.name, entry.type
    if entry.use is Use.CAPITAL and is_place(reading, at, count):
        kind, party, key, type_ = ActorKind.PLACE, None, f"place:{entry.key}:{entry.name}", "place"
    of_state = entry.shared and entry.use is Use.SEAT and party is None
    return Mention(at, at + count, (reading.words[at].start, end), key, name, kind, party, type_, of_state, entry)


def is_place(reading: Reading, first: int, count: int) -> bool:
    """True where a capital's name says where something is, not who acts."""
    at = first - 1
    stop = reading.first_of(first)
    while at >= stop and reading.words[at].key in reading.rules.definite:
        if reading.words[at].key in reading.rules.locative:
            return True
        at -= 1
    if at >= stop and reading.words[at].key in reading.rules.locative:
        return True
    after = first + count
    # "PARIS, France" and "Paris 13e" are addresses.
    if after < reading.last_of(first) and reading.gap(after).strip() == ",":
        entry = reading.entry(after)
        return entry is not None and entry.kind in (ActorKind.STATE, ActorKind.PLACE)
    return False
