"""The same words in another text of an article. Pure."""

from __future__ import annotations

_LONG, _SHORT = 60, 20


def same_place(before: str, place: int, after: str) -> int:
    """Where the words that stand at code point ``place`` of ``before`` stand in ``after``; 0 where they do not.

    Of several places, the one that is about as far into the text.
    """
    if place <= 0:
        return 0
    for length in (_LONG, _SHORT):
        words = before[place : place + length].partition("\n")[0].strip()
        if len(words) < min(length, _SHORT):
            continue
        expected = place * len(after) // max(len(before), 1)
        later, earlier = after.find(words, expected), after.rfind(words, 0, expected + len(words))
        found = [at for at in (later, earlier) if at >= 0]
        if found:
            return min(found, key=lambda at: abs(at - expected))
    return 0
