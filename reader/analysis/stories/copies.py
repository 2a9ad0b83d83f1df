"""Copies: texts that repeat another's wording, a few edits apart.

A text is a set of shingles, runs of words in order; how much two sets have in common is estimated from a MinHash of
each (Broder 1997), whose length and seed never change, so that a stored one stays comparable.
"""

from __future__ import annotations

from array import array
from operator import eq

from reader.domain.folding import words
from reader.domain.signature import Likeness, Signature

_RUN = 3  # words
_LENGTH = 128
_SEED = 6
_FEWEST = 20  # shingles: a shorter text repeats others by chance

COPIED = 0.5
"""From how much of the shorter text's wording on a text is a copy."""


def shingles(text: str) -> bytes:
    """The MinHash of a text's runs of words, with their number in front; empty where it has hardly any words."""
    from rensa import RMinHash

    said = words(text)
    runs = sorted({" ".join(said[at : at + _RUN]) for at in range(len(said) - _RUN + 1)})
    if len(runs) < _FEWEST:
        return b""
    made = RMinHash(num_perm=_LENGTH, seed=_SEED)
    made.update(runs)
    return array("I", [len(runs), *made.digest()]).tobytes()


def copied(one: Signature, other: Signature) -> float:
    """How much of the shorter text's wording stands in the other, 0 to 1; 0 where either is too short to tell, or the
    languages differ."""
    if not one.shingles or not other.shingles or one.language != other.language:
        return 0.0
    left, right = array("I"), array("I")
    left.frombytes(one.shingles)
    right.frombytes(other.shingles)
    if len(left) != len(right):
        return 0.0
    same: float = sum(map(eq, left[1:], right[1:])) / (len(left) - 1)
    common = same * (left[0] + right[0]) / (1 + same)
    return min(1.0, common / min(left[0], right[0]))


def are_copies(likeness: Likeness) -> bool:
    """Whether one of two texts, as like as that, repeats the other."""
    return likeness.copied >= COPIED
