"""Statements: who says what, to whom."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.domain.span import Span


class Act(StrEnum):
    """What a speaker does by saying it."""

    DECLARE = "declare"
    ACCUSE = "accuse"
    DENY = "deny"
    CONFIRM = "confirm"
    ADMIT = "admit"
    PROMISE = "promise"
    THREATEN = "threaten"
    WARN = "warn"
    URGE = "urge"
    DEMAND = "demand"
    OFFER = "offer"
    ASK = "ask"
    PRAISE = "praise"
    CRITICISE = "criticise"
    DECLINE = "decline"
    OTHER = "other"


class Mode(StrEnum):
    """Whether the words are quoted."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Endorsement(StrEnum):
    """How the reporting words stand to what is reported."""

    NEUTRAL = "neutral"
    DISTANCED = "distanced"
    CONCEDED = "conceded"


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution in a text.

    ``source`` is the noun phrase that names the speaker (None where the text gives none), ``cue`` the reporting words
    (None for a quotation that follows without any), ``content`` what was said, one or more spans in order of place;
    where the text says no more than "Paris denied", they are the cue's own words.
    ``speakers`` are actor ids, ``parties`` and ``targets`` party ids, ``quantities`` ids of the numbers inside the
    content. ``negated``: the act is not done ("did not confirm"). ``parent`` is the id of the statement
    inside which this one is quoted. ``rule`` names what found it; ``confidence`` is in 0..1. ``corrected`` where a
    person said who speaks.
    """

    id: str
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    speakers: tuple[str, ...]
    parties: tuple[str, ...]
    targets: tuple[str, ...]
    act: Act
    mode: Mode
    endorsement: Endorsement
    negated: bool
    quantities: tuple[str, ...]
    parent: str | None
    rule: str
    confidence: float
    corrected: bool = False
