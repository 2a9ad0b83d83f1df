"""Edit distances of strings: how many code points must be put in, taken out or exchanged.

By Myers (1999), who keeps a whole column of the table in the bits of one number. Work: the text's length times the
pattern's, divided by the bits a machine adds at once.
"""

from __future__ import annotations

from collections import defaultdict


def distance(one: str, other: str) -> int:
    """The edit distance of two strings."""
    return _columns(one, other, anywhere=False)[-1]


def distances_before(pattern: str, text: str) -> list[int]:
    """For each place of ``text`` (0 to its length) how far ``pattern`` is from the likest words that end there."""
    return _columns(pattern, text, anywhere=True)


def distances_behind(pattern: str, text: str) -> list[int]:
    """For each place of ``text`` (0 to its length) how far ``pattern`` is from the likest words that begin there."""
    return _columns(pattern[::-1], text[::-1], anywhere=True)[::-1]


def _columns(pattern: str, text: str, *, anywhere: bool) -> list[int]:
    """The last row of the table: the distance of ``pattern`` to what ends at each place of ``text``, and begins
    ``anywhere`` or else where the text begins."""
    if not pattern:
        return [0] * (len(text) + 1) if anywhere else list(range(len(text) + 1))
    places: dict[str, int] = defaultdict(int)
    for at, letter in enumerate(pattern):
        places[letter] |= 1 << at
    every = (1 << len(pattern)) - 1
    last = 1 << (len(pattern) - 1)
    first = 0 if anywhere else 1
    rises, falls, score = every, 0, len(pattern)  # of the present column, downwards
    scores = [score]
    for letter in text:
        same = places.get(letter, 0)
        down = same | falls
        across = (((same & rises) + rises) ^ rises) | same
        more = falls | (every & ~(across | rises))
        less = rises & across
        if more & last:
            score += 1
        elif less & last:
            score -= 1
        more = ((more << 1) | first) & every
        rises = ((less << 1) & every) | (every & ~(down | more))
        falls = more & down
        scores.append(score)
    return scores
