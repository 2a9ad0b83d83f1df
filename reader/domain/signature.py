"""What a text is about, in little: enough to tell how like two texts are, and to say why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signature:
    """What likeness is told by; depends on the text, its title, its language and its analysis alone.

    ``weights`` are stems of the words that tell most of what the text is about, with how much each tells (their squares
    sum to 1), weightiest first; ``words`` are these as the text writes them, ``sounds``, in the same order, what their
    spellings in several languages have in common, and ``names`` those that it writes with a capital. ``parties`` are
    party ids, ``actors`` and ``places`` folded names without a party's id, ``figures`` numbers with their unit and
    ``dates`` years, in a form that is the same in every language. ``vector`` is the text's place among words' meanings
    (signed bytes; empty where there is none; only those of one model can be compared), ``shingles`` a MinHash of its
    words in order, ``agency`` the news agency it credits.
    """

    language: str
    weights: Mapping[str, float]
    words: Mapping[str, str]
    parties: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    vector: bytes = b""
    shingles: bytes = b""
    agency: str | None = None
    names: tuple[str, ...] = ()
    sounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like two texts are, 0 to 1, and what they share: names of parties, actors and places, figures, and words as
    written, those that tell most first. ``copied`` is how much of the shorter text's wording stands in the other, 0 to
    1."""

    value: float
    shared: tuple[str, ...] = ()
    copied: float = 0.0
