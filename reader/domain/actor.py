"""Who is named in a text, and which side they speak for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.domain.span import Span


class ActorKind(StrEnum):
    """What sort of thing a named actor is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    GOVERNMENT = "government"
    FORCE = "force"
    GROUP = "group"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Party:
    """A side of the story.

    ``id`` is an ISO 3166 alpha-2 code for a state and everything that speaks for it, otherwise a lower-case slug
    (``un``, ``cgt``, a person's surname). ``name`` is shown in the article's language.
    """

    id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, organisation, government, force or place named in a text, with every place it is mentioned.

    ``party`` is the id of the party it belongs to, or None where neither the text nor the gazetteer tells.
    Mentions are in order of place; pronouns are not mentions. ``corrected`` where a person named its party, joined it
    with another, or brought it in; who was brought in as a speaker may have no mention.
    """

    id: str
    name: str
    kind: ActorKind
    party: str | None
    mentions: tuple[Span, ...]
    corrected: bool = False
